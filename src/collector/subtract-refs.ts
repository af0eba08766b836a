/** Source: CPython Python/gc.c (subtract_refs, visit_decref). */
import { type Heap, Mark } from '../heap/heap.ts';
import { appendReferents } from '../heap/traverse.ts';

/**
 * Takes every reference between objects of `containers` off gcRefs. What is left is the number of references from
 * outside: from the stack, from native code, from older generations. `referents`: room for one object's referents.
 */
export function subtractRefs(heap: Heap, containers: number, referents: number[]): void {
  const { gcNext, gcRefs, gcMark } = heap;
  for (let id = gcNext[containers]; id !== containers; id = gcNext[id]) {
    const count = appendReferents(heap, id, referents, 0);
    for (let i = 0; i < count; i++) {
      const referent = referents[i];
      if (gcMark[referent] & Mark.COLLECTING) gcRefs[referent]--;
    }
  }
}
