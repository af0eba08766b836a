/** Source: CPython Python/gc.c (finalize_garbage). */
import { Ev } from '../heap/events.ts';
import { Flag, ListHead } from '../heap/heap.ts';
import { isEmpty, merge, moveToEnd } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';

/**
 * Calls the finalizers of the objects in `collectable`, in list order, each at most once in its life. Objects may die on
 * the way; they just leave the list. Returns true when any finalizer ran.
 */
export function finalizeGarbage(state: GcState, collectable: number): boolean {
  const { heap } = state;
  let ran = false;
  // Objects move to a second list one by one, because a finalizer may free any of those ahead.
  while (!isEmpty(heap, collectable)) {
    const id = heap.gcNext[collectable];
    moveToEnd(heap, id, ListHead.SEEN);
    if (heap.flags[id] & Flag.FINALIZED || !heap.hasFinalizer(id)) continue;
    ran = true;
    heap.flags[id] |= Flag.FINALIZED;
    heap.incref(id);
    heap.events.one(Ev.FINALIZED, id);
    heap.hooks.finalize(id);
    heap.decref(id);
  }
  merge(heap, ListHead.SEEN, collectable);
  return ran;
}
