/**
 * Calls of functions whose body is plain (plain-bodies.ts): they run without a frame, because nothing can look at it.
 * What is recorded, counted and allocated is what the interpreter's loop would record, in its order. A statement that
 * turns out to be more (an attribute that is set a second time, an argument that dies at the end) gets its frame first,
 * and the loop goes on from there.
 */
import { Ev, OP_BITS } from '../heap/events.ts';
import { Flag } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { FrameFlag } from './frame.ts';
import { pushFrame, recordEntry } from './frames.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { Plain, PLAIN_STRIDE } from './plain-bodies.ts';
import { listAppend } from './types/list-items.ts';
import type { TypeBody } from './type-body.ts';
import { dropEntry, putEntry, putNewEntry } from './value-stack.ts';

/** May a call run without a frame now? Not when a collection, a pause or somebody who watches the lines is due. */
export function canBeFrameless(m: PythonMachine): boolean {
  const { counter, collectInAllocation } = m.heap;
  return m.lineTracer === null && collectInAllocation === null && !counter.due && m.ticks > 0;
}

/**
 * Calls a function of plain body; parameters as those of `beginFrame`. Returns its result, owned, with arguments and callable
 * gone from the stack; 0 when a frame has been begun, which is the innermost one now.
 *
 * Events are written a word after the other into room that is there (`EventWriter.reserve`): a writer that looks for room
 * at each of the forty events of a small call takes longer than the call.
 */
export function callFrameless(
  m: PythonMachine,
  code: LoadedCode,
  func: number,
  globals: number,
  callableAt: number,
  base: number,
  flags: number,
  owned: boolean,
): number {
  const { heap, stack } = m;
  const { events } = heap;
  const { statements, words: most } = code.plainBody!;
  const count = code.argCount;
  recordEntry(m, code, base, count, owned);
  events.reserve(most);
  const words = events.words;
  let to = events.at;

  // RESUME
  m.ticks--;
  let line = code.code.firstLine;
  let at = 0;
  for (; ; at += PLAIN_STRIDE) {
    const operand = statements[at + 4];
    switch (statements[at]) {
      case Plain.LINE:
        if (m.recordedAtomBytes !== heap.atomBytes) {
          events.at = to;
          m.recordAtomBytes();
          to = events.at;
        }
        words[to] = Ev.LINE | (operand << OP_BITS);
        words[to + 1] = line;
        to += 2;
        line = operand;
        continue;
      case Plain.SET_LOCAL: {
        const ownerEntry = stack[base + statements[at + 3]];
        const owner = ownerEntry ^ (ownerEntry >> 31);
        const value = stack[base + operand];
        if (value < 0 || !takesNewAttribute(m, code, owner, statements[at + 2])) break;
        const word = heap.cellWord(value);
        heap.refcount[value]++;
        // The cell word of a node is positive, that of anything else is not.
        if (word > 0) {
          words[to] = Ev.PUSH | (value << OP_BITS);
          words[to + 1] = Ev.POP_MOVE | (value << OP_BITS);
          to += 2;
        }
        heap.values.append(owner, value);
        words[to] = Ev.APPEND | (owner << OP_BITS);
        words[to + 1] = word;
        to += 2;
        continue;
      }
      case Plain.SET_CONSTANT: {
        const ownerEntry = stack[base + statements[at + 3]];
        const owner = ownerEntry ^ (ownerEntry >> 31);
        if (!takesNewAttribute(m, code, owner, statements[at + 2])) break;
        const value = code.constants[operand];
        heap.refcount[value]++;
        heap.values.append(owner, value);
        words[to] = Ev.APPEND | (owner << OP_BITS);
        words[to + 1] = heap.cellWord(value);
        to += 2;
        continue;
      }
      case Plain.SET_LIST: {
        const ownerEntry = stack[base + statements[at + 3]];
        const owner = ownerEntry ^ (ownerEntry >> 31);
        if (!takesNewAttribute(m, code, owner, statements[at + 2])) break;
        events.at = to;
        const list = heap.allocTracked(Kind.LIST, m.listType, heap.noSlots, 0, 56);
        to = events.at;
        words[to] = Ev.PUSH_MOVE | (list << OP_BITS);
        words[to + 1] = Ev.POP_MOVE | (list << OP_BITS);
        heap.values.append(owner, list);
        words[to + 2] = Ev.APPEND | (owner << OP_BITS);
        words[to + 3] = list;
        to += 4;
        continue;
      }
      case Plain.APPEND: {
        const ownerEntry = stack[base + statements[at + 3]];
        const list = attributeOf(m, code, ownerEntry ^ (ownerEntry >> 31), statements[at + 2]);
        // The CALL's first execution is the generic one, which looks at the eval breaker.
        const isFirst = code.cacheVersion[statements[at + 1] + 4] === 0;
        if (isFirst || list < heap.programStart || heap.typeOf[list] !== m.listType) break;
        const entry = stack[base + operand];
        const value = entry ^ (entry >> 31);
        words[to++] = Ev.PUSH | (list << OP_BITS);
        heap.refcount[value]++;
        if (heap.isNode(value)) words[to++] = Ev.INCREF | (value << OP_BITS);
        events.at = to;
        listAppend(m, list, value);
        to = events.at;
        words[to++] = Ev.POP | (list << OP_BITS);
        continue;
      }
      default: {
        const result = code.constants[operand];
        if ((flags & FrameFlag.INIT && result !== m.none) || !outliveFrame(m, base, count)) break;
        heap.refcount[result]++;
        const isForward = m.profile.releasesLocals === 'forward';
        for (let i = 0; i < count; i++) {
          const slot = isForward ? i : count - 1 - i;
          const entry = stack[base + slot];
          stack[base + slot] = 0;
          if (entry < 0) {
            words[to] = Ev.LOCAL | (slot << OP_BITS);
            words[to + 1] = 0;
            words[to + 2] = heap.cellWord(~entry);
            to += 3;
          } else {
            words[to] = Ev.RELEASE_LOCAL | (slot << OP_BITS);
            words[to + 1] = heap.cellWord(entry);
            to += 2;
            heap.refcount[entry]--;
          }
        }
        words[to] = Ev.LEAVE | (code.id << OP_BITS);
        words[to + 1] = line;
        events.at = to + 2;
        dropEntry(m, callableAt);
        return result;
      }
    }
    break;
  }
  events.at = to;
  const frame = pushFrame(m, code, func, globals, callableAt, base, count, flags);
  frame.pc = statements[at + 1];
  frame.line = line;
  return 0;
}

/**
 * A specialised call of a class: `type NULL a1 .. an` on the stack becomes `instance __init__ instance a1 .. an`, and the
 * arguments, with the instance as the first, native code's.
 */
export function layForInitializer(
  m: PythonMachine,
  instance: number,
  initializer: number,
  at: number,
  end: number,
): void {
  const { heap, stack } = m;
  const { events } = heap;
  for (let i = end - 1; i >= at + 2; i--) {
    const entry = stack[i];
    if (entry > 0 && heap.isNode(entry)) events.one(Ev.POP_MOVE, entry);
    stack[i + 1] = entry;
  }
  dropEntry(m, at);
  putEntry(m, at, instance);
  putNewEntry(m, at + 1, initializer);
  stack[at + 2] = instance;
  heap.incref(instance);
}

/** Is the attribute that the STORE_ATTR at `pc` sets the next new one of `owner`? */
function takesNewAttribute(m: PythonMachine, code: LoadedCode, owner: number, pc: number): boolean {
  const heap = m.heap;
  return (
    owner >= heap.programStart &&
    heap.kind[owner] === Kind.INSTANCE &&
    heap.body[owner] === null &&
    (heap.body[heap.typeOf[owner]] as TypeBody).version === code.cacheVersion[pc] &&
    !(heap.flags[owner] & Flag.HAS_DICT) &&
    code.cacheValue[pc] === heap.values.count(owner)
  );
}

/** What the LOAD_ATTR at `pc` finds in `owner`, borrowed; 0 when its cache does not fit. */
function attributeOf(m: PythonMachine, code: LoadedCode, owner: number, pc: number): number {
  const heap = m.heap;
  if (heap.kind[owner] !== Kind.INSTANCE) return 0;
  if ((heap.body[heap.typeOf[owner]] as TypeBody).version !== code.cacheVersion[pc]) return 0;
  return heap.values.get(owner, code.cacheValue[pc]);
}

/** Does every local outlive its frame? If not, its end may run code, which must not find the stack without a frame. */
function outliveFrame(m: PythonMachine, base: number, count: number): boolean {
  const { refcount } = m.heap;
  for (let at = base; at < base + count; at++) {
    const entry = m.stack[at];
    if (entry <= 0 || refcount[entry] > count) continue;
    // Several parameters may be the same object.
    let held = 0;
    for (let other = base; other < base + count; other++) if (m.stack[other] === entry) held++;
    if (refcount[entry] <= held) return false;
  }
  return true;
}
