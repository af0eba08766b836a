/**
 * zip, enumerate and dict items keep the tuple they handed out last and fill it again when nobody else kept it, so a loop
 * that unpacks allocates one tuple. Source: CPython Python/bltinmodule.c (zip_next), Objects/enumobject.c,
 * Objects/dictobject.c (dictiter_iternextitem), bpo-42536 for the tracking.
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine } from '../native.ts';

/** How a fresh one is tracked. `always`: whatever is in it; `by-content`: as the version tracks tuples of known items. */
export type ResultTracking = 'always' | 'by-content';

/** The tuple that an iterator holds in a slot, with new items (stolen), or a fresh one. Owned by the caller. */
export function resultTuple(
  m: Machine,
  iterator: number,
  slot: number,
  items: number[],
  tracking: ResultTracking,
): number {
  const heap = m.heap;
  const result = heap.slots[iterator]![slot];
  if (heap.refcount[result] !== 1) {
    return tracking === 'always' ? m.tuple(items) : m.tupleFromArray(items);
  }
  heap.incref(result);
  const old = items.map((item, i) => heap.setSlot(result, i, item));
  trackAgain(m, result);
  for (const item of old) heap.decref(item);
  return result;
}

/** Tracks a refilled tuple that a collection had untracked, or that was made untracked: whatever is in it (_PyTuple_Recycle). */
export function trackAgain(m: Machine, result: number): void {
  if (!(m.heap.flags[result] & Flag.TRACKED)) m.heap.track(result);
}
