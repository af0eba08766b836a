/** The instructions, `Op`, are in op-numbers.ts; here are the numbers that they take as arguments. */
import * as Op from './op-numbers.ts';

export { Op };

/** Arguments of BINARY_OP; add `INPLACE` for augmented assignment. */
export const BinaryOp = {
  ADD: 0, AND: 1, FLOOR_DIVIDE: 2, LSHIFT: 3, MATRIX_MULTIPLY: 4, MULTIPLY: 5, REMAINDER: 6, OR: 7, POWER: 8,
  RSHIFT: 9, SUBTRACT: 10, TRUE_DIVIDE: 11, XOR: 12,
} as const; // prettier-ignore
export const INPLACE = 13;

/** Arguments of COMPARE_OP. */
export const CompareOp = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;

/** Flags of MAKE_FUNCTION; the operands lie on the stack in this order, first flag lowest. */
export const MakeFunction = {
  DEFAULTS: 1,
  KEYWORD_DEFAULTS: 2,
  ANNOTATIONS: 4, // a tuple of names and values in turn; from 3.14 on the function that makes them
  CLOSURE: 8,
} as const;

/** Name of an opcode, for disassembly and failed assertions. */
export const opName: readonly string[] = (() => {
  const names: string[] = [];
  for (const [name, op] of Object.entries(Op)) names[op] = name;
  return names;
})();
