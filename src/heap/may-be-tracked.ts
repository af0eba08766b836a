/**
 * The question CPython asks before it tracks a dict, or untracks a tuple: could the collector ever be interested in
 * this object? Source: Include/internal/pycore_object.h (_PyObject_GC_MAY_BE_TRACKED).
 */
import { Flag, type Heap } from './heap.ts';
import { FIRST_CONTAINER, Kind } from './kinds.ts';

/** True for containers other than built-in types and exact tuples that are untracked now. 0 (no object): false. */
export function mayBeTracked(heap: Heap, id: number): boolean {
  const kind = heap.kind[id];
  if (kind < FIRST_CONTAINER) return false;
  if (kind === Kind.TYPE) return (heap.flags[id] & Flag.HEAP_TYPE) !== 0;
  if (kind !== Kind.TUPLE || !heap.isExactType(kind, heap.typeOf[id])) return true;
  return (heap.flags[id] & Flag.TRACKED) !== 0;
}
