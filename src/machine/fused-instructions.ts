/**
 * Instructions that the interpreter carries out together with those after them, where nothing can happen in between: what
 * the first would put on the stack, the next takes off again at once, so neither stack nor journal need see it.
 *
 * Only the first instruction of a row changes its number; the others stay where they are. So a jump into the middle, or
 * a case that the fused instruction leaves to them (a cache that does not fit, an attribute that runs code), goes on as
 * if nothing had been fused.
 */
import { Op } from '../program/instructions.ts';
import { appendsLocal } from './plain-bodies.ts';

export const Fused = {
  LOAD_FAST_LOAD_ATTR: 110, //    -- value ; of an instance
  LOAD_FAST_STORE_ATTR: 111, //   value -- ; a new attribute of an instance
  LOAD_FAST_LOAD_METHOD: 112, //  -- function owner
  LOAD_GLOBAL_LOAD_ATTR: 113, //  -- value ; of a module
  APPEND_LOCAL: 114, //           list -- ; LOAD_METHOD append, LOAD_FAST, CALL 1, POP_TOP
} as const;

/** A copy with fused rows. `names`: what the arguments of attribute instructions index. */
export function fuse(instructions: Int32Array, names: readonly string[]): Int32Array {
  const fused = instructions.slice();
  for (let at = 0; at < instructions.length; at += 2) {
    const op = fusedAt(instructions, at, names);
    if (op !== undefined) fused[at] = op;
  }
  return fused;
}

function fusedAt(instructions: Int32Array, at: number, names: readonly string[]): number | undefined {
  const next = instructions[at + 2];
  switch (instructions[at]) {
    case Op.LOAD_FAST:
      if (next === Op.LOAD_ATTR) return Fused.LOAD_FAST_LOAD_ATTR;
      if (next === Op.STORE_ATTR) return Fused.LOAD_FAST_STORE_ATTR;
      if (next === Op.LOAD_METHOD) return Fused.LOAD_FAST_LOAD_METHOD;
      return undefined;
    case Op.LOAD_GLOBAL:
      return next === Op.LOAD_ATTR ? Fused.LOAD_GLOBAL_LOAD_ATTR : undefined;
    case Op.LOAD_METHOD:
      return appendsLocal(instructions, at / 2, names) ? Fused.APPEND_LOCAL : undefined;
    default:
      return undefined;
  }
}
