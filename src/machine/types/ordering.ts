/** Rich comparison of values that have an order. */
import { CompareOp } from '../../program/instructions.ts';
import type { Comparison, Machine } from '../native.ts';

/** The bool object for `op`; `order` is negative, 0 or positive, or null when the values have none (NaN). */
export function comparisonResult(m: Machine, op: Comparison, order: number | null): number {
  return holds(op, order) ? m.true_ : m.false_;
}

/** The bool object for == or != of values without an order; notImplemented for the other operators. */
export function equalityResult(m: Machine, op: Comparison, equal: boolean): number {
  if (op === CompareOp.EQ) return equal ? m.true_ : m.false_;
  if (op === CompareOp.NE) return equal ? m.false_ : m.true_;
  return m.notImplemented;
}

function holds(op: Comparison, order: number | null): boolean {
  if (order === null) return op === CompareOp.NE;
  switch (op) {
    case CompareOp.LT:
      return order < 0;
    case CompareOp.LE:
      return order <= 0;
    case CompareOp.EQ:
      return order === 0;
    case CompareOp.NE:
      return order !== 0;
    case CompareOp.GT:
      return order > 0;
    default:
      return order >= 0;
  }
}
