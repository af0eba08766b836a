/** Source: CPython Python/gc.c (move_unreachable, visit_reachable). */
import { Ev } from '../heap/events.ts';
import { type Heap, Mark } from '../heap/heap.ts';
import { appendReferents } from '../heap/traverse.ts';
import { moveToEnd } from './gc-lists.ts';

/**
 * Walks `young` and moves what nothing reachable has referred to so far to `unreachable`; whatever turns out to be
 * reachable after all comes back to the end of `young`, to be walked in its turn. Afterwards `young` holds the reachable
 * objects, without marks, `unreachable` the rest, marked COLLECTING | UNREACHABLE.
 */
export function moveUnreachable(heap: Heap, young: number, unreachable: number, referents: number[]): void {
  const { gcNext, gcRefs, gcMark, events } = heap;
  let id = gcNext[young];
  while (id !== young) {
    if (gcRefs[id] === 0) {
      const next = gcNext[id];
      moveToEnd(heap, id, unreachable);
      gcMark[id] |= Mark.UNREACHABLE;
      id = next;
      continue;
    }
    const count = appendReferents(heap, id, referents, 0);
    for (let i = 0; i < count; i++) {
      const referent = referents[i];
      const mark = gcMark[referent];
      if (!(mark & Mark.COLLECTING)) continue;
      if (mark & Mark.UNREACHABLE) {
        moveToEnd(heap, referent, young);
        gcMark[referent] = mark & ~Mark.UNREACHABLE;
        gcRefs[referent] = 1;
        events.one(Ev.RESCUE, referent);
      } else if (gcRefs[referent] === 0) {
        gcRefs[referent] = 1;
      }
    }
    // Already traversed: visits from now on pass it by.
    gcMark[id] &= ~Mark.COLLECTING;
    id = gcNext[id];
  }
}
