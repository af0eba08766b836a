/**
 * Survivors that can never be part of a cycle leave the lists.
 * Sources: CPython Python/gc.c (untrack_tuples, untrack_dicts), Objects/tupleobject.c (_PyTuple_MaybeUntrack),
 * Objects/dictobject.c (_PyDict_MaybeUntrack).
 */
import type { Heap } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { mayBeTracked } from '../heap/may-be-tracked.ts';

/** Untracks, in list order, the exact tuples of `list` that hold nothing the collector could be interested in. */
export function untrackTuples(heap: Heap, list: number): void {
  untrackKind(heap, list, Kind.TUPLE);
}

/** The same for exact dicts, keys included. */
export function untrackDicts(heap: Heap, list: number): void {
  untrackKind(heap, list, Kind.DICT);
}

function untrackKind(heap: Heap, list: number, kind: number): void {
  const { gcNext, kind: kindOf } = heap;
  let id = gcNext[list];
  while (id !== list) {
    const next = gcNext[id];
    if (kindOf[id] === kind && heap.isExactType(kind, heap.typeOf[id]) && !holdsTrackable(heap, id)) heap.untrack(id);
    id = next;
  }
}

function holdsTrackable(heap: Heap, id: number): boolean {
  const slots = heap.slots[id]!;
  for (let i = 0; i < slots.length; i++) if (mayBeTracked(heap, slots[i])) return true;
  return false;
}
