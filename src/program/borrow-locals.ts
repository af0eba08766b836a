import { stackEffect } from './assembler/stack-effect.ts';
import type { CodeObject, Constant } from './code.ts';
import { Op } from './instructions.ts';

/**
 * Turns LOAD_FAST into LOAD_FAST_BORROW where the variable surely outlives the value on the stack (CPython 3.14 and later:
 * Python/flowgraph.c, `optimize_load_fast`).
 *
 * In each basic block the stack is simulated. A read borrows unless its value is stored in a local, is still on the stack
 * at the end of the block, or its local is overwritten or deleted while it is on the stack. A store and a read, or two
 * reads, that CPython fuses into one instruction share their fate.
 *
 * Out: a copy, with the code objects among its constants treated alike.
 */
export function borrowLocals(code: CodeObject, rules: BorrowRules = RULES_OF_3_15): CodeObject {
  const instructions = code.instructions.slice();
  const leaders = blockStarts(code);
  const fusedWith = fuse(code, leaders);
  const count = instructions.length / 2;
  const reached = rules.pastEmptyBlocks ? reachedNormally(code) : reachedBeforeEmptyBlocks(code);
  for (let start = 0; start < count;) {
    let end = start + 1;
    while (end < count && leaders[end] === 0) end++;
    if (reached[start]) borrowInBlock(instructions, start, end, fusedWith, rules.iterablesStay);
    start = end;
  }
  return {
    ...code,
    instructions,
    constants: code.constants.map((constant) => borrowInConstant(constant, rules)),
  };
}

function borrowInConstant(constant: Constant, rules: BorrowRules): Constant {
  return constant.kind === 'code' ? { kind: 'code', code: borrowLocals(constant.code, rules) } : constant;
}

export interface BorrowRules {
  /** GET_ITER leaves a list or tuple on the stack under the loop, so that its read outlives the instruction and must own. */
  readonly iterablesStay: boolean;
  /** Code behind an empty basic block is looked at, too. */
  readonly pastEmptyBlocks: boolean;
}

const RULES_OF_3_15: BorrowRules = { iterablesStay: false, pastEmptyBlocks: true };

const jumps: ReadonlySet<number> = new Set([
  Op.JUMP,
  Op.JUMP_BACKWARD,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.FOR_ITER,
  Op.SEND,
]);
const exits: ReadonlySet<number> = new Set([Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE]);

/** 1 for each instruction that starts a basic block. */
function blockStarts(code: CodeObject): Uint8Array {
  const { instructions } = code;
  const leaders = new Uint8Array(instructions.length / 2 + 1);
  leaders[0] = 1;
  for (let index = 0; index < instructions.length / 2; index++) {
    const op = instructions[2 * index];
    if (jumps.has(op)) leaders[instructions[2 * index + 1]] = 1;
    if (jumps.has(op) || exits.has(op)) leaders[index + 1] = 1;
  }
  for (const { target } of code.exceptionTable) leaders[target] = 1;
  return leaders;
}

/**
 * 1 for each instruction that is reached without an exception: CPython leaves the code of handlers alone. `mayFollow`:
 * whether to go from the first instruction to the second.
 */
function reachedNormally(code: CodeObject, mayFollow = (_from: number, _to: number) => true): Uint8Array {
  const { instructions } = code;
  const reached = new Uint8Array(instructions.length / 2);
  const pending = [0];
  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    for (let index = start; index < reached.length && reached[index] === 0; index++) {
      reached[index] = 1;
      const op = instructions[2 * index];
      const target = instructions[2 * index + 1];
      if (jumps.has(op) && (op !== Op.JUMP || mayFollow(index, target))) pending.push(target);
      if (exits.has(op) || op === Op.JUMP || op === Op.JUMP_BACKWARD || !mayFollow(index, index + 1)) break;
    }
  }
  return reached;
}

/**
 * The same where the walk ends at a block that has been emptied. Handlers are moved to the end of the code, so a jump over
 * them becomes a step into what is left between: nothing of a handler's unreachable code, nothing of a jump over another.
 */
function reachedBeforeEmptyBlocks(code: CodeObject): Uint8Array {
  const isWarm = reachedNormally(code);
  const isGap = new Uint8Array(isWarm.length + 1);
  for (const gap of code.gaps) isGap[gap] = 1;
  const isStep = (from: number, to: number): boolean => to > from && !isWarm.subarray(from + 1, to).includes(1);
  const isIdleJump = (index: number): boolean =>
    code.instructions[2 * index] === Op.JUMP && isStep(index, code.instructions[2 * index + 1]);
  return reachedNormally(code, (from, to) => {
    if (!isStep(from, to)) return true;
    return !isGap.subarray(from + 1, to + 1).includes(1) && (to === from + 1 || !isIdleJump(to));
  });
}

/** A fused instruction can only name the first 16 slots. */
const fusibleSlots = 16;
const ALONE = -1;
const STORED = -2;

/**
 * How CPython's superinstructions pair instructions of one line: for a read, the index of the read it is fused with, or
 * STORED when it is fused with the store before it; else ALONE.
 */
function fuse(code: CodeObject, leaders: Uint8Array): Int32Array {
  const { instructions, positions } = code;
  const count = instructions.length / 2;
  const fusedWith = new Int32Array(count).fill(ALONE);
  let previous = -1;
  for (let index = 0; index < count; index++) {
    const op = instructions[2 * index];
    if (leaders[index]) previous = -1;
    // Only we have it; CPython sees the neighbours.
    if (op === Op.LINE || op === Op.NOP) continue;
    const isAccess = op === Op.LOAD_FAST || op === Op.STORE_FAST;
    if (!isAccess || instructions[2 * index + 1] >= fusibleSlots) {
      previous = -1;
      continue;
    }
    const isFused =
      previous >= 0 &&
      positions[4 * previous] === positions[4 * index] &&
      !(instructions[2 * previous] === Op.LOAD_FAST && op === Op.STORE_FAST);
    if (!isFused) {
      previous = index;
      continue;
    }
    if (op === Op.LOAD_FAST && instructions[2 * previous] === Op.STORE_FAST) fusedWith[index] = STORED;
    if (op === Op.LOAD_FAST && instructions[2 * previous] === Op.LOAD_FAST) {
      fusedWith[index] = previous;
      fusedWith[previous] = index;
    }
    previous = -1;
  }
  return fusedWith;
}

/** A value on the simulated stack: the read it comes from and the slot it was read from, or neither. */
interface Reference {
  readonly read: number;
  readonly slot: number;
}

const unknown: Reference = { read: -1, slot: -1 };

/** The values pushed in one block. What lies below was pushed before it, so no read of this block. */
class ReferenceStack {
  readonly #references: Reference[] = [];

  get all(): readonly Reference[] {
    return this.#references;
  }

  push(reference: Reference): void {
    this.#references.push(reference);
  }

  pop(): Reference {
    return this.#references.pop() ?? unknown;
  }

  /** Item `depth` from the top, which is 1. */
  peek(depth: number): Reference {
    return this.#references.at(-depth) ?? unknown;
  }

  swap(depth: number): void {
    const references = this.#references;
    while (references.length < depth) references.unshift(unknown);
    const top = references.length - 1;
    const other = references.length - depth;
    [references[top], references[other]] = [references[other], references[top]];
  }
}

function borrowInBlock(
  instructions: Int32Array,
  start: number,
  end: number,
  fusedWith: Int32Array,
  iterablesStay: boolean,
): void {
  const stack = new ReferenceStack();
  /** Reads that must own what they put on the stack. */
  const owning = new Set<number>();
  const kill = (slot: number): void => {
    for (const reference of stack.all) if (reference.slot === slot) owning.add(reference.read);
  };
  for (let index = start; index < end; index++) {
    const op = instructions[2 * index];
    const arg = instructions[2 * index + 1];
    switch (op) {
      case Op.LOAD_FAST:
        stack.push({ read: index, slot: arg });
        break;
      case Op.LOAD_FAST_AND_CLEAR:
        kill(arg);
        stack.push(unknown);
        break;
      case Op.DELETE_FAST:
        kill(arg);
        break;
      case Op.STORE_FAST: {
        const stored = stack.pop();
        kill(arg);
        owning.add(stored.read);
        break;
      }
      case Op.GET_ITER:
        if (!iterablesStay) simulate(stack, op, arg);
        break;
      default:
        simulate(stack, op, arg);
    }
  }
  for (const reference of stack.all) owning.add(reference.read);
  for (let index = start; index < end; index++) {
    const partner = fusedWith[index];
    if (instructions[2 * index] !== Op.LOAD_FAST || owning.has(index)) continue;
    if (partner === STORED || (partner >= 0 && owning.has(partner))) continue;
    instructions[2 * index] = Op.LOAD_FAST_BORROW;
  }
}

/** What an instruction that names no slot does to the stack: which of the values it finds stay there. */
function simulate(stack: ReferenceStack, op: number, arg: number): void {
  switch (op) {
    case Op.COPY:
      stack.push(stack.peek(arg));
      return;
    case Op.SWAP:
      stack.swap(arg);
      return;
    case Op.LOAD_METHOD:
    case Op.LOAD_SUPER_METHOD: {
      // It may be a method: then self stays for the call.
      const self = stack.pop();
      for (let depth = op === Op.LOAD_METHOD ? 0 : 2; depth > 0; depth--) stack.pop();
      stack.push(unknown);
      stack.push(self);
      return;
    }
    case Op.BEFORE_WITH: {
      // The manager stays, as the self of its __exit__.
      const manager = stack.pop();
      stack.push(unknown);
      stack.push(manager);
      stack.push(unknown);
      return;
    }
    case Op.END_SEND: {
      const value = stack.pop();
      stack.pop();
      stack.push(value);
      return;
    }
    case Op.PUSH_EXC_INFO: {
      const exception = stack.pop();
      stack.push(unknown);
      stack.push(exception);
      return;
    }
    default: {
      const effect = stackEffect(op, arg, false);
      const pushed = pushedValues(op, arg, effect);
      for (let count = pushed - effect; count > 0; count--) stack.pop();
      for (let count = pushed; count > 0; count--) stack.push(unknown);
    }
  }
}

/** Instructions that leave all they find where it is, or may do so: FORMAT_SIMPLE of a str is that str. */
const keepsInputs: ReadonlySet<number> = new Set([
  Op.FORMAT_SIMPLE,
  Op.GET_YIELD_FROM_ITER,
  Op.FOR_ITER,
  Op.GET_LEN,
  Op.IMPORT_FROM,
  Op.MATCH_KEYS,
  Op.MATCH_MAPPING,
  Op.MATCH_SEQUENCE,
  Op.WITH_EXCEPT_START,
]);
/** Instructions that push nothing. */
const pushesNothing: ReadonlySet<number> = new Set([
  ...[Op.NOP, Op.LINE, Op.RESUME, Op.MAKE_CELL, Op.COPY_FREE_VARS, Op.SETUP_ANNOTATIONS, Op.FIRST_LINE, Op.POP_TOP],
  ...[Op.STORE_NAME, Op.STORE_GLOBAL, Op.STORE_DEREF, Op.STORE_ATTR, Op.STORE_SUBSCR, Op.STORE_SLICE],
  ...[Op.DELETE_NAME, Op.DELETE_GLOBAL, Op.DELETE_DEREF, Op.DELETE_ATTR, Op.DELETE_SUBSCR],
  ...[Op.JUMP, Op.JUMP_BACKWARD, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_NONE],
  ...[Op.POP_JUMP_IF_NOT_NONE, Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE, Op.POP_EXCEPT],
  ...[Op.LIST_APPEND, Op.SET_ADD, Op.MAP_ADD, Op.LIST_EXTEND, Op.SET_UPDATE, Op.DICT_UPDATE],
  ...[Op.DICT_MERGE, Op.IMPORT_STAR],
]);

function pushedValues(op: number, arg: number, effect: number): number {
  if (keepsInputs.has(op)) return effect;
  if (pushesNothing.has(op)) return 0;
  if (op === Op.UNPACK_SEQUENCE || op === Op.UNPACK_EX) return stackEffect(op, arg, false) + 1;
  return op === Op.CLEANUP_THROW ? 2 : 1;
}
