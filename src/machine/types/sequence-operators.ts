/**
 * `+` and `*` of lists and tuples: their error messages come from the sequence protocol, which CPython tries after the
 * numeric methods of the other operand. Source: CPython Objects/abstract.c (PyNumber_Add, sequence_repeat).
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine } from '../native.ts';

/** The other operand is an instance of a Python class that may know better. */
export function hasReflected(m: Machine, other: number, name: string): boolean {
  return (m.heap.flags[m.heap.typeOf[other]] & Flag.HEAP_TYPE) !== 0 && m.special(other, name) !== 0;
}

/** notImplemented when `right` has its own __radd__, otherwise TypeError `can only concatenate ...`. */
export function refuseConcatenation(m: Machine, sort: string, right: number): number {
  if (hasReflected(m, right, '__radd__')) return m.notImplemented;
  return m.raise('TypeError', `can only concatenate ${sort} (not "${m.typeName(right)}") to ${sort}`);
}

/** notImplemented when `other` has its own __mul__ or __rmul__, otherwise TypeError. */
export function refuseRepetition(m: Machine, other: number): number {
  if (hasReflected(m, other, '__rmul__') || hasReflected(m, other, '__mul__')) return m.notImplemented;
  return m.raise('TypeError', `can't multiply sequence by non-int of type '${m.shownTypeName(other)}'`);
}

/** The items of a sequence `count` times, new references. */
export function repeated(m: Machine, items: readonly number[], count: number): number[] {
  if (items.length * count > 50_000_000) m.raise('MemoryError', '');
  const result: number[] = [];
  for (let round = 0; round < count; round++) {
    for (const item of items) {
      m.heap.incref(item);
      result.push(item);
    }
  }
  return result;
}

/** New references to some items. */
export function owned(m: Machine, items: readonly number[]): number[] {
  for (const item of items) m.heap.incref(item);
  return [...items];
}
