import { Op } from '../instructions.ts';
import type { SourceText } from '../source-text.ts';
import { jumpTargets } from './jump-targets.ts';
import { REMOVED, SETUP, STORE_FAST_MAYBE_NULL, type Instruction } from './instruction.ts';

/**
 * The local improvements of CPython's optimizer that a program can observe (by the order in which objects die) or that
 * keep listings readable; in place.
 */
export function improve(instructions: Instruction[], isNone: (constant: number) => boolean, source: SourceText): void {
  const starts = jumpTargets(instructions);
  for (let index = 0; index < instructions.length; index++) {
    const { op } = instructions[index];
    if (op === Op.IS_OP) compareWithNone(instructions, index, starts, isNone);
    if (op === Op.SWAP) applyStaticSwaps(instructions, index, starts, source);
    if (op === Op.STORE_FAST) dropOverwritten(instructions, index, starts, source);
  }
}

/** `x is None` as a condition: LOAD_CONST None, IS_OP, POP_JUMP_IF_… is one jump. */
function compareWithNone(
  instructions: readonly Instruction[],
  index: number,
  starts: Uint8Array,
  isNone: (constant: number) => boolean,
): void {
  const constant = instructions[index - 1];
  const jump = instructions[index + 1];
  if (starts[index] || starts[index + 1] || constant.op !== Op.LOAD_CONST || !isNone(constant.arg)) return;
  if (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE) return;
  const jumpsIfNone = (jump.op === Op.POP_JUMP_IF_TRUE) !== (instructions[index].arg === 1);
  constant.op = REMOVED;
  instructions[index].op = REMOVED;
  jump.op = jumpsIfNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
}

/**
 * A SWAP before stores to plain locals is done by exchanging the stores (CPython: `apply_static_swaps`). It decides
 * which of the old values dies first.
 */
function applyStaticSwaps(instructions: Instruction[], swap: number, starts: Uint8Array, source: SourceText): void {
  for (let index = swap; index >= 0; index--) {
    const { op, arg } = instructions[index];
    if (op !== Op.SWAP) {
      if (op === REMOVED || isSwappable(op)) {
        if (starts[index]) return;
        continue;
      }
      return;
    }
    const first = nextSwappable(instructions, index, starts, -1, source);
    if (first < 0) return;
    const line = source.lineAt(instructions[first].span.from);
    let last = first;
    for (let count = arg - 1; count > 0; count--) {
      last = nextSwappable(instructions, last, starts, line, source);
      if (last < 0) return;
    }
    if (!canExchange(instructions, first, last)) return;
    instructions[index].op = REMOVED;
    [instructions[first], instructions[last]] = [instructions[last], instructions[first]];
    if (starts[index]) return;
  }
}

/** Of two stores to one variable in a row only the second is done: `_, _ = pair`. */
function dropOverwritten(
  instructions: readonly Instruction[],
  index: number,
  starts: Uint8Array,
  source: SourceText,
): void {
  const store = instructions[index];
  const line = source.lineAt(store.span.from);
  const next = nextSwappable(instructions, index, starts, line, source);
  if (next < 0 || instructions[next].op !== Op.STORE_FAST) return;
  if (instructions[next].arg === store.arg) store.op = Op.POP_TOP;
}

function isSwappable(op: number): boolean {
  return op === Op.STORE_FAST || op === STORE_FAST_MAYBE_NULL || op === Op.POP_TOP;
}

function nextSwappable(
  instructions: readonly Instruction[],
  from: number,
  starts: Uint8Array,
  line: number,
  source: SourceText,
): number {
  for (let index = from + 1; index < instructions.length; index++) {
    if (starts[index]) return -1;
    const { op, span } = instructions[index];
    if (op === REMOVED) continue;
    if (line >= 0 && source.lineAt(span.from) !== line) return -1;
    return isSwappable(op) ? index : -1;
  }
  return -1;
}

/** Not when both store to one variable, or something between them stores to the variable of either. */
function canExchange(instructions: readonly Instruction[], first: number, last: number): boolean {
  const storesTo = (index: number): number =>
    instructions[index].op === Op.POP_TOP || instructions[index].op === REMOVED ? -1 : instructions[index].arg;
  const one = storesTo(first);
  const other = storesTo(last);
  if (one >= 0 && one === other) return false;
  for (let index = first + 1; index < last; index++) {
    const between = storesTo(index);
    if (between >= 0 && (between === one || between === other)) return false;
  }
  return true;
}

/** Takes out jumps to the instruction that comes next anyway. */
export function removeIdleJumps(instructions: readonly Instruction[]): void {
  // Index of the first instruction at or behind each place that is really there.
  const kept = new Int32Array(instructions.length + 1);
  kept[instructions.length] = instructions.length;
  for (let index = instructions.length - 1; index >= 0; index--) {
    const instruction = instructions[index];
    const { op, target } = instruction;
    if (op === Op.JUMP && target !== null && target.index > index && kept[target.index] === kept[index + 1]) {
      instruction.op = REMOVED;
    }
    kept[index] = instruction.op === REMOVED || instruction.op === SETUP ? kept[index + 1] : index;
  }
}
