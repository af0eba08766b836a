/** Source: CPython Python/gc.c (update_refs). */
import { type Heap, Mark } from '../heap/heap.ts';

/**
 * Copies the refcount of every object in `containers` to gcRefs and marks it as collecting. Returns how many there are.
 */
export function updateRefs(heap: Heap, containers: number): number {
  const { gcNext, gcRefs, gcMark, refcount } = heap;
  let candidates = 0;
  for (let id = gcNext[containers]; id !== containers; id = gcNext[id]) {
    gcRefs[id] = refcount[id];
    gcMark[id] |= Mark.COLLECTING;
    candidates++;
  }
  // Not CPython: immortal objects need not leave the list, programs make none that are tracked.
  return candidates;
}
