/**
 * zip, enumerate and dict items keep the tuple they handed out last and fill it again when nobody else kept it, so a loop
 * that unpacks allocates one tuple. Source: CPython Python/bltinmodule.c (zip_next), Objects/enumobject.c,
 * Objects/dictobject.c (dictiter_iternextitem), bpo-42536 for the tracking.
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine } from '../native.ts';
import { isContainer } from './may-be-tracked.ts';
import { trackedTuple } from './tuple.ts';

/** `always`: tracked whatever is in it; `by-content`: as the version tracks tuples made of known items. */
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
    return tracking === 'always' ? trackedTuple(m, items) : m.tuple(items);
  }
  heap.incref(result);
  const old = items.map((item, i) => heap.setSlot(result, i, item));
  trackAgain(m, result, tracking);
  for (const item of old) heap.decref(item);
  return result;
}

/** Tracks a refilled tuple that a collection had untracked. */
export function trackAgain(m: Machine, result: number, tracking: ResultTracking): void {
  const heap = m.heap;
  if (heap.flags[result] & Flag.TRACKED) return;
  const must =
    tracking === 'always' ||
    m.profile.tupleTracking === 'always' ||
    heap.slots[result]!.some((item) => isContainer(heap, item));
  if (must) heap.track(result);
}
