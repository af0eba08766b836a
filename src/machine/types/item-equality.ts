/** Comparing items of containers, which user code may drop from their container meanwhile. */
import { CompareOp } from '../../program/instructions.ts';
import { LAST_ATOM } from '../../heap/kinds.ts';
import type { Comparison, Machine } from '../native.ts';

/** Identity, then ==. Both are borrowed and kept alive during the comparison. */
export function equalItems(m: Machine, left: number, right: number): boolean {
  if (left === right) return true;
  const heap = m.heap;
  if (heap.kind[left] <= LAST_ATOM && heap.kind[right] <= LAST_ATOM) return m.equals(left, right);
  heap.incref(left);
  heap.incref(right);
  try {
    return m.equals(left, right);
  } finally {
    heap.decref(left);
    heap.decref(right);
  }
}

/**
 * Rich comparison of two lists or two tuples: by their first unequal items, then by length.
 * Source: CPython Objects/listobject.c (list_richcompare).
 */
export function compareSequences(m: Machine, op: Comparison, left: number, right: number): number {
  const slots = m.heap.slots;
  if (slots[left]!.length !== slots[right]!.length) {
    if (op === CompareOp.EQ) return m.false_;
    if (op === CompareOp.NE) return m.true_;
  }
  for (let i = 0; i < slots[left]!.length && i < slots[right]!.length; i++) {
    const a = slots[left]![i];
    const b = slots[right]![i];
    if (equalItems(m, a, b)) continue;
    if (op === CompareOp.EQ) return m.false_;
    if (op === CompareOp.NE) return m.true_;
    // An __eq__ may have shortened one of them.
    return m.compare(op, a, b);
  }
  return m.bool(compareLengths(op, slots[left]!.length, slots[right]!.length));
}

export function compareLengths(op: Comparison, left: number, right: number): boolean {
  switch (op) {
    case CompareOp.LT:
      return left < right;
    case CompareOp.LE:
      return left <= right;
    case CompareOp.EQ:
      return left === right;
    case CompareOp.NE:
      return left !== right;
    case CompareOp.GT:
      return left > right;
    default:
      return left >= right;
  }
}

/** Where an item equal to `value` lies in a list or tuple from `start` on (to `stop`), -1 when nowhere. */
export function findItem(m: Machine, sequence: number, value: number, start = 0, stop = Infinity): number {
  const slots = m.heap.slots;
  for (let i = start; i < stop && i < slots[sequence]!.length; i++) {
    if (equalItems(m, slots[sequence]![i], value)) return i;
  }
  return -1;
}

/** How many items of a list or tuple equal `value`. */
export function countItems(m: Machine, sequence: number, value: number): number {
  let count = 0;
  for (let i = 0; i < m.heap.slots[sequence]!.length; i++) {
    if (equalItems(m, m.heap.slots[sequence]![i], value)) count++;
  }
  return count;
}
