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

/** True when the collector knows this object (PyObject_IS_GC): built-in types, being static, it does not. */
function isContainer(heap: Heap, id: number): boolean {
  return hasContainerType(heap, id) && (heap.kind[id] !== Kind.TYPE || (heap.flags[id] & Flag.HEAP_TYPE) !== 0);
}

/** The test by type alone that 3.14.1 makes for new tuples (maybe_tracked of tupleobject.c): true for built-in types, too. */
export function hasContainerType(heap: Heap, id: number): boolean {
  return heap.kind[id] >= FIRST_CONTAINER;
}
