/**
 * The question CPython asks before it tracks a dict, or untracks a tuple: could the collector ever be interested in
 * this object? Source: Include/internal/pycore_object.h (_PyObject_GC_MAY_BE_TRACKED).
 */
import { Flag, type Heap } from '../../heap/heap.ts';
import { FIRST_CONTAINER, Kind } from '../../heap/kinds.ts';

/** True for containers other than built-in types and exact tuples that are untracked now. */
export function mayBeTracked(heap: Heap, id: number): boolean {
  if (!isContainer(heap, id)) return false;
  if (heap.kind[id] !== Kind.TUPLE || heap.flags[heap.typeOf[id]] & Flag.HEAP_TYPE) return true;
  return (heap.flags[id] & Flag.TRACKED) !== 0;
}

/** True when the collector knows objects of this sort (PyObject_IS_GC): the test by type that 3.14.1 makes for tuples. */
export function isContainer(heap: Heap, id: number): boolean {
  const kind = heap.kind[id];
  if (kind < FIRST_CONTAINER) return false;
  return kind !== Kind.TYPE || (heap.flags[id] & Flag.HEAP_TYPE) !== 0;
}
