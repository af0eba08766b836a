/**
 * The interpreter's loop. One `switch` over all instructions, and longer than other files, because the machine's speed
 * depends on it: what is frequent is done in place, what is not is handed on, so that the host's compiler keeps the loop
 * in registers. Source: CPython Python/bytecodes.c.
 *
 * The cases are literal numbers, because only those make the host compile the switch to a jump table;
 * interpreter.test.ts checks them against `Op`.
 *
 * An instruction that fails throws; its operands are still on the stack then, at the height `frame.sp`, where the
 * unwinder finds them. So whatever may throw, or run other code, does so after `frame.pc` and `frame.sp` were set.
 *
 * Inline caches, `cacheVersion` and `cacheValue` of the instruction:
 * - attributes: version of the owner's type; slot of the instance, or the function found on the type
 * - globals: where it was found (1 globals, 2 builtins); the place in the dict, checked by the identity of its key
 * - CALL of a class, LOAD_ATTR of a property, BINARY_SUBSCR of a Python `__getitem__`: 1 after the first execution, from
 *   which on CPython's specialised instruction runs, which holds fewer references
 */
import { Flag } from '../heap/heap.ts';
import { Ev } from '../heap/events.ts';
import { Kind, LAST_ATOM } from '../heap/kinds.ts';
import { BinaryOp, CompareOp, Op } from '../program/instructions.ts';
import { atEvalBreaker } from './eval-breaker.ts';
import { type Frame, FrameFlag } from './frame.ts';
import { callFrameless, canBeFrameless } from './frameless-calls.ts';
import { beginFrame, checkRecursion, endFrame, MOST_NESTING } from './frames.ts';
import { FunctionSlot, type FunctionBody } from './functions.ts';
import { finish, makeGenerator, suspend, type GeneratorBody } from './generators.ts';
import * as attributes from './instruction-attributes.ts';
import * as building from './instruction-building.ts';
import * as slices from './instruction-slices.ts';
import * as calling from './instruction-calls.ts';
import * as exceptions from './instruction-exceptions.ts';
import * as iteration from './instruction-iteration.ts';
import * as matching from './instruction-matching.ts';
import * as names from './instruction-names.ts';
import type { PythonMachine } from './machine.ts';
import * as protocols from './protocols.ts';
import type { TypeBody } from './type-body.ts';
import { beginHandling, endHandling, unwind } from './unwinding.ts';
import { listAppend } from './types/list-items.ts';
import { nextOfRange } from './types/range-iterator.ts';
import { dropEntries, dropEntry, entryId, putEntry, takeEntry } from './value-stack.ts';

/**
 * Executes the innermost frame, and all that it calls, until it returns: its result is m.result, owned. `thrown`: an
 * exception that arises in it first. Returns false when the run was paused instead (only at the outermost level).
 */
export function execute(m: PythonMachine, thrown: unknown = null, floor: number = m.depth): boolean {
  m.nesting++;
  if (thrown !== null) m.reraising = false;
  try {
    for (;;) {
      try {
        if (thrown !== null) {
          const error = thrown;
          thrown = null;
          unwind(m, error, floor);
        }
        return run(m, floor);
      } catch (error) {
        // Only what the loop threw; what the unwinder throws has no handler here.
        if (m.depth < floor) throw error;
        // The host's stack is full: what has to be done about it needs room, which is further out.
        if (error instanceof RangeError && m.nesting > MOST_NESTING / 2) throw error;
        thrown = error;
      }
    }
  } finally {
    m.nesting--;
  }
}

function run(m: PythonMachine, floor: number): boolean {
  const heap = m.heap;
  const stack = m.stack;
  const events = heap.events;
  const counter = heap.counter;
  const intType = m.intType;
  const floatType = m.floatType;
  let frame = m.frames[m.depth];
  let code = frame.code;
  let instructions = code.instructions;
  // Numbers that come from elsewhere are made 32-bit here and below (`| 0`), or the host keeps pc and sp as tagged values.
  let base = frame.base | 0;
  let sp = frame.sp | 0;
  let pc = frame.pc | 0;
  // One loop, not one of frames around one of instructions: what the host's compiler makes for an inner loop while it
  // runs is thrown away at the first call that leaves it, so that a long first run never became fast.
  for (;;) {
    const arg = instructions[(pc << 1) | 1];
    frameChanges: switch (instructions[pc << 1]) {
      case 1 /* LINE */: {
        m.recordAtomBytes();
        events.two(Ev.LINE, arg, frame.line);
        frame.line = arg;
        if (m.lineTracer !== null) {
          frame.pc = pc;
          frame.sp = sp;
          m.lineTracer.line(frame, arg);
        }
        pc++;
        continue;
      }
      case 110 /* LOAD_FAST_LOAD_ATTR */: {
        const entry = stack[base + arg];
        const owner = entry ^ (entry >> 31);
        if (heap.kind[owner] === Kind.INSTANCE) {
          const type = heap.body[heap.typeOf[owner]] as TypeBody;
          if (type.version === code.cacheVersion[pc + 1]) {
            const value = heap.values.get(owner, code.cacheValue[pc + 1]);
            if (value !== 0) {
              heap.refcount[value]++;
              stack[sp++] = value;
              if (value >= heap.programStart && heap.kind[value] > LAST_ATOM) events.one(Ev.PUSH, value);
              pc += 2;
              continue;
            }
          }
        }
        stack[sp++] = entry;
        if (entry > 0) {
          heap.refcount[entry]++;
          if (heap.kind[entry] > LAST_ATOM && entry >= heap.programStart) events.one(Ev.PUSH, entry);
        }
        pc++;
        continue;
      }
      case 111 /* LOAD_FAST_STORE_ATTR */: {
        const ownerEntry = stack[base + arg];
        const owner = ownerEntry ^ (ownerEntry >> 31);
        const entry = stack[sp - 1];
        if (entry > 0 && heap.kind[owner] === Kind.INSTANCE && heap.body[owner] === null) {
          const type = heap.body[heap.typeOf[owner]] as TypeBody;
          if (
            type.version === code.cacheVersion[pc + 1] &&
            !(heap.flags[owner] & Flag.HAS_DICT) &&
            code.cacheValue[pc + 1] === heap.values.count(owner)
          ) {
            sp--;
            if (entry >= heap.programStart && heap.kind[entry] > LAST_ATOM) events.one(Ev.POP_MOVE, entry);
            heap.appendValue(owner, entry);
            pc += 2;
            continue;
          }
        }
        stack[sp++] = ownerEntry;
        if (ownerEntry > 0) {
          heap.refcount[ownerEntry]++;
          if (heap.kind[owner] > LAST_ATOM && owner >= heap.programStart) events.one(Ev.PUSH, owner);
        }
        pc++;
        continue;
      }
      case 112 /* LOAD_FAST_LOAD_METHOD */: {
        const entry = stack[base + arg];
        const owner = entry ^ (entry >> 31);
        const type = heap.body[heap.typeOf[owner]] as TypeBody;
        if (type.version === code.cacheVersion[pc + 1] && !(heap.flags[owner] & Flag.HAS_DICT)) {
          const method = code.cacheValue[pc + 1];
          heap.refcount[method]++;
          stack[sp++] = method;
          if (method >= heap.programStart) events.one(Ev.PUSH, method);
          pc++;
        }
        stack[sp++] = entry;
        if (entry > 0) {
          heap.refcount[entry]++;
          if (heap.kind[entry] > LAST_ATOM && entry >= heap.programStart) events.one(Ev.PUSH, entry);
        }
        pc++;
        continue;
      }
      case 114 /* APPEND_LOCAL */: {
        const entry = stack[sp - 1];
        const list = entry ^ (entry >> 31);
        if (heap.typeOf[list] === m.listType && (entry < 0 || heap.refcount[list] > 1)) {
          const valueEntry = stack[base + instructions[2 * pc + 3]];
          const value = valueEntry ^ (valueEntry >> 31);
          heap.refcount[value]++;
          if (value >= heap.programStart && heap.kind[value] > LAST_ATOM) events.one(Ev.INCREF, value);
          listAppend(m, list, value);
          sp--;
          if (entry > 0) {
            heap.refcount[list]--;
            if (list >= heap.programStart) events.one(Ev.POP, list);
          }
          pc += 4;
          if (
            (counter.due || code.cacheVersion[pc - 2] === 0) &&
            calling.checksAfterAppend(code, pc - 2) &&
            counter.due
          ) {
            frame.pc = pc;
            frame.sp = sp;
            if (atEvalBreaker(m)) return false;
          }
          continue;
        }
        frame.pc = pc;
        frame.sp = sp;
        attributes.loadMethod(m, frame, arg);
        sp = frame.sp | 0;
        pc++;
        continue;
      }
      case 7 /* LOAD_FAST */: {
        const entry = stack[base + arg];
        stack[sp++] = entry;
        if (entry > 0) {
          heap.refcount[entry]++;
          if (heap.kind[entry] > LAST_ATOM && entry >= heap.programStart) events.one(Ev.PUSH, entry);
        }
        pc++;
        continue;
      }
      case 102 /* LOAD_FAST_BORROW */: {
        const entry = stack[base + arg];
        stack[sp++] = entry > 0 ? ~entry : entry;
        pc++;
        continue;
      }
      case 8 /* LOAD_FAST_CHECK */: {
        const entry = stack[base + arg];
        if (entry === 0) {
          frame.pc = pc;
          frame.sp = sp;
          names.raiseUnboundLocal(m, code, arg);
        }
        stack[sp++] = entry;
        if (entry > 0) {
          heap.refcount[entry]++;
          if (heap.isNode(entry)) events.one(Ev.PUSH, entry);
        }
        pc++;
        continue;
      }
      case 6 /* LOAD_CONST */: {
        const id = code.constants[arg];
        stack[sp++] = id;
        heap.refcount[id]++;
        if (heap.kind[id] > LAST_ATOM && id >= heap.programStart) events.one(Ev.PUSH, id);
        pc++;
        continue;
      }
      case 10 /* STORE_FAST */: {
        let entry = stack[--sp];
        if (entry < 0) {
          // B5: a borrowed parameter stays borrowed in its alias.
        } else if (entry !== 0 && heap.kind[entry] > LAST_ATOM && entry >= heap.programStart) {
          events.one(Ev.POP_MOVE, entry);
        }
        const old = stack[base + arg];
        stack[base + arg] = entry;
        entry ^= entry >> 31;
        events.three(Ev.LOCAL, arg, heap.cellWord(entry), heap.cellWord(old ^ (old >> 31)));
        if (old > 0) {
          const left = --heap.refcount[old];
          if (heap.kind[old] > LAST_ATOM && old >= heap.programStart) events.one(Ev.DECREF, old);
          if (left === 0) {
            frame.pc = pc;
            frame.sp = sp;
            heap.reachedZero(old);
          }
        }
        pc++;
        continue;
      }
      case 2 /* POP_TOP */: {
        const entry = stack[--sp];
        if (entry > 0) {
          const left = --heap.refcount[entry];
          if (heap.kind[entry] > LAST_ATOM && entry >= heap.programStart) events.one(Ev.POP, entry);
          if (left === 0) {
            frame.pc = pc;
            frame.sp = sp;
            heap.reachedZero(entry);
          }
        }
        pc++;
        continue;
      }
      case 113 /* LOAD_GLOBAL_LOAD_ATTR */: {
        if (code.cacheVersion[pc] === 1 && code.cacheVersion[pc + 1] === attributes.IN_MODULE) {
          const globals = heap.slots[frame.globals]!;
          const place = code.cacheValue[pc];
          const owner = globals[place + 1];
          if (globals[place] === code.nameObjects[arg] && heap.kind[owner] === Kind.MODULE) {
            const slots = heap.slots[heap.slots[owner]![0]]!;
            const at = code.cacheValue[pc + 1];
            if (slots[at] === code.nameObjects[instructions[2 * pc + 3]]) {
              const value = slots[at + 1];
              heap.refcount[value]++;
              stack[sp++] = value;
              if (value >= heap.programStart && heap.kind[value] > LAST_ATOM) events.one(Ev.PUSH, value);
              pc += 2;
              continue;
            }
          }
        }
        frame.pc = pc;
        frame.sp = sp;
        names.pushGlobal(m, frame, arg);
        sp++;
        pc++;
        continue;
      }
      case 15 /* LOAD_GLOBAL */: {
        const place = code.cacheValue[pc];
        const where = code.cacheVersion[pc];
        let id = 0;
        if (where === 1) {
          const slots = heap.slots[frame.globals]!;
          if (slots[place] === code.nameObjects[arg]) id = slots[place + 1];
        } else if (where === 2) {
          id = names.cachedBuiltin(m, frame, arg, place);
        }
        if (id === 0) {
          frame.pc = pc;
          frame.sp = sp;
          id = names.loadGlobal(m, frame, arg);
        }
        stack[sp++] = id;
        heap.refcount[id]++;
        if (heap.kind[id] > LAST_ATOM && id >= heap.programStart) events.one(Ev.PUSH, id);
        pc++;
        continue;
      }
      case 28 /* LOAD_ATTR */: {
        const entry = stack[sp - 1];
        const owner = entry ^ (entry >> 31);
        if (heap.kind[owner] === Kind.INSTANCE) {
          const type = heap.body[heap.typeOf[owner]] as TypeBody;
          if (type.version === code.cacheVersion[pc]) {
            const value = heap.values.get(owner, code.cacheValue[pc]);
            if (value !== 0) {
              heap.refcount[value]++;
              const isNode = heap.kind[value] > LAST_ATOM && value >= heap.programStart;
              stack[sp - 1] = value;
              if (entry > 0) {
                if (heap.refcount[entry] > 1) {
                  heap.refcount[entry]--;
                  if (entry >= heap.programStart) events.one(Ev.POP, entry);
                  if (isNode) events.one(Ev.PUSH, value);
                } else {
                  // The owner dies of it; its value must not.
                  events.one(Ev.POP_MOVE, entry);
                  if (isNode) events.one(Ev.PUSH, value);
                  frame.pc = pc;
                  frame.sp = sp;
                  heap.decref(entry);
                }
              } else if (isNode) events.one(Ev.PUSH, value);
              pc++;
              continue;
            }
          }
        }
        frame.pc = pc;
        frame.sp = sp;
        if (heap.kind[owner] === Kind.MODULE && code.cacheVersion[pc] === attributes.IN_MODULE) {
          const slots = heap.slots[heap.slots[owner]![0]]!;
          const place = code.cacheValue[pc];
          if (slots[place] === code.nameObjects[arg]) {
            const value = slots[place + 1];
            heap.incref(value);
            dropEntry(m, sp - 1);
            putEntry(m, sp - 1, value);
            pc++;
            continue;
          }
        }
        if (attributes.loadAttribute(m, frame, arg)) break frameChanges;
        pc++;
        continue;
      }
      case 29 /* LOAD_METHOD */: {
        const entry = stack[sp - 1];
        const owner = entry ^ (entry >> 31);
        const type = heap.body[heap.typeOf[owner]] as TypeBody;
        if (type.version === code.cacheVersion[pc] && !(heap.flags[owner] & Flag.HAS_DICT)) {
          const method = code.cacheValue[pc];
          heap.refcount[method]++;
          stack[sp - 1] = method;
          stack[sp++] = entry;
          if (method >= heap.programStart) {
            if (entry > 0 && heap.isNode(entry)) {
              events.one(Ev.POP_MOVE, entry);
              events.one(Ev.PUSH, method);
              events.one(Ev.PUSH_MOVE, entry);
            } else events.one(Ev.PUSH, method);
          }
          pc++;
          continue;
        }
        frame.pc = pc;
        frame.sp = sp;
        attributes.loadMethod(m, frame, arg);
        sp = frame.sp | 0;
        pc++;
        continue;
      }
      case 32 /* STORE_ATTR */: {
        const ownerEntry = stack[sp - 1];
        const owner = ownerEntry ^ (ownerEntry >> 31);
        const entry = stack[sp - 2];
        if (entry > 0 && heap.kind[owner] === Kind.INSTANCE) {
          const type = heap.body[heap.typeOf[owner]] as TypeBody;
          if (type.version === code.cacheVersion[pc] && !(heap.flags[owner] & Flag.HAS_DICT)) {
            const at = code.cacheValue[pc];
            const isNew = at === heap.values.count(owner) && heap.body[owner] === null;
            if (isNew || heap.values.get(owner, at) !== 0) {
              frame.pc = pc;
              frame.sp = sp;
              sp -= 2;
              const isNode = heap.kind[entry] > LAST_ATOM && entry >= heap.programStart;
              if (ownerEntry > 0) {
                if (heap.refcount[ownerEntry] > 1) {
                  heap.refcount[ownerEntry]--;
                  if (ownerEntry >= heap.programStart) events.one(Ev.POP, ownerEntry);
                  if (isNode) events.one(Ev.POP_MOVE, entry);
                  if (isNew) heap.appendValue(owner, entry);
                  else heap.replaceSlot(owner, at, entry);
                } else {
                  events.one(Ev.POP_MOVE, ownerEntry);
                  if (isNode) events.one(Ev.POP_MOVE, entry);
                  if (isNew) heap.appendValue(owner, entry);
                  else heap.replaceSlot(owner, at, entry);
                  heap.decref(ownerEntry);
                }
              } else {
                if (isNode) events.one(Ev.POP_MOVE, entry);
                if (isNew) heap.appendValue(owner, entry);
                else heap.replaceSlot(owner, at, entry);
              }
              pc++;
              continue;
            }
          }
        }
        frame.pc = pc;
        frame.sp = sp;
        attributes.storeAttribute(m, frame, arg);
        sp -= 2;
        pc++;
        continue;
      }
      case 79 /* CALL */: {
        frame.pc = pc;
        frame.sp = sp;
        const at = sp - arg - 2;
        const callable = stack[at] ^ (stack[at] >> 31);
        if (heap.kind[callable] === Kind.FUNCTION) {
          const callee = (heap.body[callable] as FunctionBody).code;
          const first = stack[at + 1] === 0 ? at + 2 : at + 1;
          if (callee.isSimple && sp - first === callee.argCount) {
            if (m.depth >= m.recursionLimit || first > DEEP_STACK) checkRecursion(m, callee, first);
            frame.sp = at;
            const globals = heap.slots[callable]![FunctionSlot.GLOBALS];
            if (callee.plainBody === null || !canBeFrameless(m)) {
              beginFrame(m, callee, callable, globals, at, first, callee.argCount, 0, false);
              break frameChanges;
            }
            const result = callFrameless(m, callee, callable, globals, at, first, 0, false);
            if (result === 0) break frameChanges;
            stack[at] = result;
            sp = at + 1;
            pc++;
            continue;
          }
          calling.enterFunction(m, frame, callable, at, first);
          break frameChanges;
        }
        const isFirst = code.cacheVersion[pc] === 0;
        if (callable === m.listAppend && calling.appendsInPlace(m, at, sp)) {
          sp = at + 1;
          pc++;
          if ((counter.due || isFirst) && !calling.checksAfterAppend(code, pc - 1)) continue;
        } else {
          const called = calling.callOther(m, frame, callable, at, arg);
          if (called === calling.Called.ENTERED) break frameChanges;
          sp = at + 1;
          pc++;
          if (called === calling.Called.FRAMELESS) continue;
        }
        if (counter.due && (isFirst || !calling.isUnchecked(m, callable, arg))) {
          frame.pc = pc;
          frame.sp = sp;
          if (atEvalBreaker(m)) return false;
        }
        continue;
      }
      case 83 /* RETURN_VALUE */: {
        frame.pc = pc;
        const result = takeEntry(m, --sp);
        frame.sp = sp;
        const flags = frame.flags;
        if (m.lineTracer !== null) m.lineTracer.leave(frame);
        if (flags & FrameFlag.GENERATOR) finish(m, frame);
        const at = frame.callableAt;
        const depth = m.depth;
        endFrame(m, frame);
        if (depth === floor) {
          m.result = result;
          m.yielded = false;
          return true;
        }
        const caller = m.frames[m.depth];
        if ((flags & (FrameFlag.INIT | FrameFlag.DROPS | FrameFlag.GENERATOR)) === 0) {
          stack[at] = result;
          if (heap.kind[result] > LAST_ATOM && result >= heap.programStart) events.one(Ev.PUSH_MOVE, result);
          caller.sp = at + 1;
          caller.pc++;
        } else {
          calling.finishSpecialReturn(m, caller, frame, flags, at, result);
          // The generic call of a class is native code's, after which the breaker is looked at.
          if (counter.due && flags & FrameFlag.INIT && flags & FrameFlag.DROPS && atEvalBreaker(m)) return false;
        }
        break frameChanges;
      }
      case 90 /* RESUME */: {
        // After a pause it is executed again.
        if (counter.due || --m.ticks < 0) {
          frame.pc = pc;
          frame.sp = sp;
          if (atEvalBreaker(m)) return false;
        }
        pc++;
        continue;
      }
      case 67 /* JUMP_BACKWARD */: {
        if (counter.due || --m.ticks < 0) {
          frame.pc = pc;
          frame.sp = sp;
          if (atEvalBreaker(m)) return false;
        }
        pc = arg;
        continue;
      }
      case 66 /* JUMP */:
        pc = arg;
        continue;
      case 73 /* FOR_ITER */: {
        const iterator = stack[sp - 1] ^ (stack[sp - 1] >> 31);
        frame.pc = pc;
        frame.sp = sp;
        if (heap.kind[iterator] === Kind.GENERATOR) {
          if (iteration.enterGenerator(m, iterator, sp, m.none)) break frameChanges;
          sp = iteration.dropExhausted(m, frame) | 0;
          pc = arg;
          continue;
        }
        let item: number;
        if (heap.kind[iterator] === Kind.RANGE_ITERATOR) item = nextOfRange(m, iterator);
        else {
          const step = (heap.body[heap.typeOf[iterator]] as TypeBody).slots.next;
          item = step === undefined ? iteration.nextWithoutIterator(m, sp - 1, iterator) : step(m, iterator);
        }
        if (item === 0) {
          sp = iteration.dropExhausted(m, frame) | 0;
          pc = arg;
          continue;
        }
        if (instructions[2 * pc + 2] === Op.STORE_FAST) {
          // Straight into the local: it need not pass over the stack.
          const slot = instructions[2 * pc + 3];
          const old = stack[base + slot];
          stack[base + slot] = item;
          events.three(Ev.LOCAL, slot, heap.cellWord(item), heap.cellWord(old ^ (old >> 31)));
          if (old > 0) {
            const left = --heap.refcount[old];
            if (heap.kind[old] > LAST_ATOM && old >= heap.programStart) events.one(Ev.DECREF, old);
            if (left === 0) {
              frame.pc = pc + 1;
              heap.reachedZero(old);
            }
          }
          pc += 2;
          continue;
        }
        stack[sp++] = item;
        if (heap.kind[item] > LAST_ATOM && item >= heap.programStart) events.one(Ev.PUSH_MOVE, item);
        pc++;
        continue;
      }
      case 41 /* COMPARE_OP */: {
        const rightEntry = stack[sp - 1];
        const leftEntry = stack[sp - 2];
        const right = rightEntry ^ (rightEntry >> 31);
        const left = leftEntry ^ (leftEntry >> 31);
        if (heap.typeOf[left] === intType && heap.typeOf[right] === intType) {
          const a = heap.body[left] as number | bigint;
          const b = heap.body[right] as number | bigint;
          let answer: boolean;
          switch (arg) {
            case CompareOp.LT:
              answer = a < b;
              break;
            case CompareOp.LE:
              answer = a <= b;
              break;
            case CompareOp.EQ:
              answer = a === b;
              break;
            case CompareOp.NE:
              answer = a !== b;
              break;
            case CompareOp.GT:
              answer = a > b;
              break;
            default:
              answer = a >= b;
          }
          if (leftEntry > 0 && --heap.refcount[leftEntry] === 0) heap.reachedZero(leftEntry);
          if (rightEntry > 0 && --heap.refcount[rightEntry] === 0) heap.reachedZero(rightEntry);
          const result = answer ? m.true_ : m.false_;
          heap.refcount[result]++;
          sp--;
          stack[sp - 1] = result;
          pc++;
          continue;
        }
        frame.pc = pc;
        frame.sp = sp;
        const result = protocols.compare(m, arg, left, right);
        dropEntries(m, sp - 2, sp, m.releasesRightFirst.comparing);
        sp--;
        putEntry(m, sp - 1, result);
        pc++;
        continue;
      }
      case 40 /* BINARY_OP */: {
        const rightEntry = stack[sp - 1];
        const leftEntry = stack[sp - 2];
        const right = rightEntry ^ (rightEntry >> 31);
        const left = leftEntry ^ (leftEntry >> 31);
        const type = heap.typeOf[left];
        if (type === heap.typeOf[right] && (type === intType || type === floatType)) {
          const a = heap.body[left];
          const b = heap.body[right];
          if (typeof a === 'number' && typeof b === 'number') {
            let value = NaN;
            switch (arg % 13) {
              case BinaryOp.ADD:
                value = a + b;
                break;
              case BinaryOp.SUBTRACT:
                value = a - b;
                break;
              case BinaryOp.MULTIPLY:
                value = a * b;
                break;
              case BinaryOp.FLOOR_DIVIDE:
                if (type === intType && b > 0 && a >= 0) value = (a - (a % b)) / b;
                break;
              case BinaryOp.REMAINDER:
                if (type === intType && b > 0) {
                  value = a % b;
                  if (value < 0) value += b;
                }
                break;
            }
            const isFine = type === intType ? Number.isSafeInteger(value) : !Number.isNaN(value);
            if (isFine) {
              const result = type === intType ? m.int(value + 0) : m.float(value);
              if (leftEntry > 0 && --heap.refcount[leftEntry] === 0) heap.reachedZero(leftEntry);
              if (rightEntry > 0 && --heap.refcount[rightEntry] === 0) heap.reachedZero(rightEntry);
              sp--;
              stack[sp - 1] = result;
              pc++;
              continue;
            }
          }
        }
        frame.pc = pc;
        frame.sp = sp;
        const result = protocols.binary(m, arg, left, right);
        dropEntries(m, sp - 2, sp, m.releasesRightFirst.computing);
        sp--;
        putEntry(m, sp - 1, result);
        pc++;
        continue;
      }
      case 68 /* POP_JUMP_IF_FALSE */:
      case 69 /* POP_JUMP_IF_TRUE */: {
        const wanted = instructions[2 * pc] === Op.POP_JUMP_IF_TRUE;
        const entry = stack[sp - 1];
        const id = entry ^ (entry >> 31);
        let answer: boolean;
        if (id === m.true_) answer = true;
        else if (id === m.false_ || id === m.none) answer = false;
        else {
          frame.pc = pc;
          frame.sp = sp;
          answer = protocols.truth(m, id);
        }
        sp--;
        if (entry > 0) {
          frame.pc = pc;
          if (heap.kind[entry] > LAST_ATOM || --heap.refcount[entry] === 0) {
            if (heap.kind[entry] > LAST_ATOM) dropEntry(m, sp);
            else heap.reachedZero(entry);
          }
        }
        pc = answer === wanted ? arg : pc + 1;
        continue;
      }
      case 34 /* BINARY_SUBSCR */: {
        frame.pc = pc;
        frame.sp = sp;
        const key = stack[sp - 1] ^ (stack[sp - 1] >> 31);
        const container = stack[sp - 2] ^ (stack[sp - 2] >> 31);
        const type = heap.typeOf[container];
        let result = 0;
        if (type === m.listType || type === m.tupleType) {
          const index = heap.body[key];
          const items = heap.slots[container]!;
          if (heap.typeOf[key] === intType && typeof index === 'number' && index < items.length) {
            const at = index < 0 ? index + items.length : index;
            if (at >= 0) {
              result = items[at];
              heap.incref(result);
            }
          }
        }
        if (result === 0) {
          if (attributes.subscribesInPython(m, frame, container)) break frameChanges;
          result = protocols.getItem(m, container, key);
        }
        dropEntries(m, sp - 2, sp);
        sp--;
        putEntry(m, sp - 1, result);
        pc++;
        continue;
      }
      case 49 /* BUILD_LIST */: {
        frame.pc = pc;
        frame.sp = sp;
        if (arg === 0) {
          const list = heap.allocTracked(Kind.LIST, m.listType, heap.noSlots, 0, 56);
          stack[sp++] = list;
          events.one(Ev.PUSH_MOVE, list);
        } else {
          building.buildList(m, frame, arg);
          sp = frame.sp | 0;
        }
        pc++;
        continue;
      }
      case 0 /* NOP */:
        pc++;
        continue;
      case 3 /* COPY */: {
        const entry = stack[sp - arg];
        stack[sp++] = entry;
        if (entry > 0) {
          heap.refcount[entry]++;
          if (heap.isNode(entry)) events.one(Ev.PUSH, entry);
        }
        pc++;
        continue;
      }
      case 4 /* SWAP */:
        building.swap(m, sp, arg);
        pc++;
        continue;
      case 5 /* PUSH_NULL */:
        stack[sp++] = 0;
        pc++;
        continue;
      case 9 /* LOAD_FAST_AND_CLEAR */: {
        const entry = stack[base + arg];
        stack[base + arg] = 0;
        if (entry !== 0) {
          events.three(Ev.LOCAL, arg, 0, heap.cellWord(entry ^ (entry >> 31)));
          if (entry > 0 && heap.isNode(entry)) events.one(Ev.PUSH_MOVE, entry);
        }
        stack[sp++] = entry;
        pc++;
        continue;
      }
      case 85 /* YIELD_VALUE */: {
        frame.pc = pc;
        const result = takeEntry(m, --sp);
        frame.sp = sp;
        const at = frame.callableAt;
        const depth = m.depth;
        if (m.lineTracer !== null) m.lineTracer.leave(frame);
        suspend(m, frame, frame.generator, heap.body[frame.generator] as GeneratorBody);
        if (depth === floor) {
          m.result = result;
          m.yielded = true;
          return true;
        }
        const caller = m.frames[m.depth];
        putEntry(m, at, result);
        caller.sp = at + 1;
        caller.pc++;
        break frameChanges;
      }
      case 84 /* RETURN_GENERATOR */: {
        frame.pc = pc;
        frame.sp = sp;
        const at = frame.callableAt;
        const depth = m.depth;
        const result = makeGenerator(m, frame);
        if (depth === floor) {
          m.result = result;
          m.yielded = false;
          return true;
        }
        const caller = m.frames[m.depth];
        putEntry(m, at, result);
        if (frame.flags & FrameFlag.DROPS) calling.dropBelow(m, caller, frame, at);
        else caller.sp = at + 1;
        caller.pc++;
        break frameChanges;
      }
      case 86 /* SEND */: {
        frame.pc = pc;
        frame.sp = sp;
        switch (iteration.send(m, frame)) {
          case iteration.Sent.ENTERED:
            break frameChanges;
          case iteration.Sent.YIELDED:
            pc++;
            continue;
          default:
            pc = arg;
            continue;
        }
      }
      default: {
        frame.pc = pc;
        frame.sp = sp;
        const next = executeRare(m, frame, instructions[2 * pc], arg);
        if (next < 0) {
          if (next === ENTERED) break frameChanges;
          return false;
        }
        sp = frame.sp | 0;
        pc = next | 0;
        continue;
      }
    }
    // Another frame is the innermost now.
    frame = m.frames[m.depth];
    code = frame.code;
    instructions = code.instructions;
    base = frame.base | 0;
    sp = frame.sp | 0;
    pc = frame.pc | 0;
  }
}

const ENTERED = -1;
const PAUSED = -2;

/**
 * What the loop does not do in place. Returns the next instruction; ENTERED when another frame is the innermost now,
 * PAUSED when the run is to pause.
 */
function executeRare(m: PythonMachine, frame: Frame, op: number, arg: number): number {
  switch (op) {
    case 11 /* DELETE_FAST */:
      names.deleteFast(m, frame, arg);
      break;
    case 12 /* LOAD_NAME */:
      names.loadName(m, frame, arg);
      break;
    case 13 /* STORE_NAME */:
      names.storeName(m, frame, arg);
      break;
    case 14 /* DELETE_NAME */:
      names.deleteName(m, frame, arg);
      break;
    case 16 /* STORE_GLOBAL */:
      names.storeGlobal(m, frame, arg);
      break;
    case 17 /* DELETE_GLOBAL */:
      names.deleteGlobal(m, frame, arg);
      break;
    case 18 /* MAKE_CELL */:
      names.makeCell(m, frame, arg);
      break;
    case 19 /* COPY_FREE_VARS */:
      names.copyFreeVariables(m, frame, arg);
      break;
    case 20 /* LOAD_CLOSURE */:
      names.loadClosure(m, frame, arg);
      break;
    case 21 /* LOAD_DEREF */:
      names.loadDeref(m, frame, arg);
      break;
    case 22 /* STORE_DEREF */:
      names.storeDeref(m, frame, arg);
      break;
    case 23 /* DELETE_DEREF */:
      names.deleteDeref(m, frame, arg);
      break;
    case 24 /* LOAD_CLASS_DEREF */:
      names.loadClassDeref(m, frame, arg);
      break;
    case 25 /* LOAD_BUILD_CLASS */:
      names.loadBuildClass(m, frame);
      break;
    case 26 /* LOAD_ASSERTION_ERROR */:
      building.pushNew(m, frame, m.type('AssertionError'));
      break;
    case 27 /* LOAD_LOCALS */:
      building.pushNew(m, frame, frame.namespace);
      break;
    case 104 /* LOAD_BUILTIN */:
      names.loadBuiltin(m, frame, arg);
      break;
    case 109 /* LOAD_FROM_DICT_OR_GLOBALS */:
      names.loadFromDictOrGlobals(m, frame, arg);
      break;
    case 115 /* LOAD_FROM_DICT_OR_DEREF */:
      names.loadFromDictOrDeref(m, frame, arg);
      break;
    case 116 /* CALL_TYPING */:
      names.callTyping(m, frame, arg);
      break;
    case 106 /* FIRST_LINE */:
      names.storeFirstLine(m, frame);
      break;
    case 101 /* SETUP_ANNOTATIONS */:
      names.setUpAnnotations(m, frame);
      break;
    case 30 /* LOAD_SUPER_ATTR */:
      attributes.loadSuper(m, frame, arg, false);
      break;
    case 31 /* LOAD_SUPER_METHOD */:
      attributes.loadSuper(m, frame, arg, true);
      break;
    case 33 /* DELETE_ATTR */:
      attributes.deleteAttribute(m, frame, arg);
      break;
    case 35 /* STORE_SUBSCR */:
      attributes.storeSubscript(m, frame);
      break;
    case 36 /* DELETE_SUBSCR */:
      attributes.deleteSubscript(m, frame);
      break;
    case 37 /* BINARY_SLICE */:
      slices.loadSlice(m, frame);
      break;
    case 38 /* STORE_SLICE */:
      slices.storeSlice(m, frame);
      break;
    case 39 /* BUILD_SLICE */:
      slices.buildSlice(m, frame, arg);
      break;
    case 42 /* IS_OP */:
      building.isSame(m, frame, arg);
      break;
    case 43 /* CONTAINS_OP */:
      building.contains(m, frame, arg);
      break;
    case 44 /* UNARY_NEGATIVE */:
    case 45 /* UNARY_POSITIVE */:
    case 46 /* UNARY_NOT */:
    case 47 /* UNARY_INVERT */:
      building.unary(m, frame, op);
      break;
    case 48 /* BUILD_TUPLE */:
      building.buildTuple(m, frame, arg);
      break;
    case 50 /* BUILD_SET */:
      building.buildSet(m, frame, arg);
      break;
    case 51 /* BUILD_MAP */:
      building.buildMap(m, frame, arg);
      break;
    case 52 /* BUILD_STRING */:
      building.buildString(m, frame, arg);
      break;
    case 53 /* LIST_APPEND */:
      building.listAppend(m, frame, arg);
      break;
    case 54 /* SET_ADD */:
      building.setAdd(m, frame, arg);
      break;
    case 55 /* MAP_ADD */:
      building.mapAdd(m, frame, arg);
      break;
    case 56 /* LIST_EXTEND */:
      building.listExtend(m, frame, arg);
      break;
    case 57 /* SET_UPDATE */:
      building.setUpdate(m, frame, arg);
      break;
    case 58 /* DICT_UPDATE */:
      building.dictUpdate(m, frame, arg);
      break;
    case 59 /* DICT_MERGE */:
      building.dictMerge(m, frame, arg);
      break;
    case 60 /* LIST_TO_TUPLE */:
      building.listToTuple(m, frame);
      break;
    case 61 /* UNPACK_SEQUENCE */:
      building.unpackSequence(m, frame, arg);
      break;
    case 62 /* UNPACK_EX */:
      building.unpackWithStar(m, frame, arg);
      break;
    case 63 /* FORMAT_SIMPLE */:
      building.formatSimple(m, frame);
      break;
    case 64 /* FORMAT_WITH_SPEC */:
      building.formatWithSpec(m, frame);
      break;
    case 65 /* CONVERT_VALUE */:
      building.convertValue(m, frame, arg);
      break;
    case 70 /* POP_JUMP_IF_NONE */:
    case 71 /* POP_JUMP_IF_NOT_NONE */: {
      const isNone = entryId(m.stack[frame.sp - 1]) === m.none;
      dropEntry(m, --frame.sp);
      return isNone === (op === Op.POP_JUMP_IF_NONE) ? arg : frame.pc + 1;
    }
    case 72 /* GET_ITER */:
      iteration.getIterator(m, frame);
      break;
    case 74 /* GET_LEN */:
      building.pushLength(m, frame);
      break;
    case 88 /* GET_YIELD_FROM_ITER */:
      iteration.getYieldFromIterator(m, frame);
      break;
    case 87 /* END_SEND */: {
      const value = takeEntry(m, --frame.sp);
      dropEntry(m, frame.sp - 1);
      putEntry(m, frame.sp - 1, value);
      break;
    }
    case 89 /* CLEANUP_THROW */:
      exceptions.cleanUpThrow(m, frame);
      break;
    case 75 /* MATCH_MAPPING */:
    case 76 /* MATCH_SEQUENCE */:
      matching.matchKind(m, frame, op);
      break;
    case 77 /* MATCH_KEYS */:
      matching.matchKeys(m, frame);
      break;
    case 78 /* MATCH_CLASS */:
      matching.matchClass(m, frame, arg);
      break;
    case 80 /* CALL_KW */:
      if (calling.callWithKeywords(m, frame, arg)) return ENTERED;
      if (m.heap.counter.due) {
        frame.pc++;
        return atEvalBreaker(m) ? PAUSED : frame.pc;
      }
      break;
    case 81 /* CALL_EX */:
      if (calling.callUnpacked(m, frame, arg)) return ENTERED;
      if (m.heap.counter.due) {
        frame.pc++;
        return atEvalBreaker(m) ? PAUSED : frame.pc;
      }
      break;
    case 82 /* MAKE_FUNCTION */:
      calling.makeFunction(m, frame, arg);
      break;
    case 91 /* RAISE_VARARGS */:
      exceptions.raiseOperands(m, frame, arg);
      break;
    case 92 /* RERAISE */:
      exceptions.reraise(m, frame);
      break;
    case 93 /* PUSH_EXC_INFO */:
      beginHandling(m, frame);
      break;
    case 94 /* POP_EXCEPT */:
      endHandling(m, frame);
      break;
    case 95 /* CHECK_EXC_MATCH */:
      exceptions.checkMatch(m, frame);
      break;
    case 103 /* CHECK_EG_MATCH */:
      exceptions.checkGroupMatch(m, frame);
      break;
    case 108 /* PREP_RERAISE_STAR */:
      exceptions.prepareReraise(m, frame);
      break;
    case 96 /* BEFORE_WITH */:
      exceptions.beforeWith(m, frame);
      break;
    case 107 /* CALL_EXIT */:
      if (calling.callExit(m, frame)) return ENTERED;
      if (m.heap.counter.due) {
        frame.pc++;
        return atEvalBreaker(m) ? PAUSED : frame.pc;
      }
      break;
    case 97 /* WITH_EXCEPT_START */:
      exceptions.withExceptStart(m, frame);
      break;
    case 98 /* IMPORT_NAME */:
      names.importName(m, frame, arg);
      break;
    case 99 /* IMPORT_FROM */:
      names.importFrom(m, frame, arg);
      break;
    case 100 /* IMPORT_STAR */:
      names.importStar(m, frame);
      break;
    case 105 /* STOP_ITERATION_ERROR */:
      exceptions.stopIterationError(m, frame);
      break;
    default:
      throw new Error(`instruction ${op} at ${frame.pc} of ${frame.code.code.qualifiedName} is unknown`);
  }
  return frame.pc + 1;
}

/** From here on the value stack may become too small for a further frame. */
const DEEP_STACK = 1 << 20;
