/**
 * Which objects are held from outside the heap: by frames, by the value stack, by native code, by the interpreter's own
 * modules. Found from the counts: refcount minus the references that other objects own.
 */
import { Flag, type Heap } from '../heap/heap.ts';
import { LAST_ATOM } from '../heap/kinds.ts';
import { appendOwned } from '../heap/traverse.ts';

/**
 * Calls `visit` for every live program object that is held from outside. Uses gcRefs of all of them. `referents`: room
 * for one object's referents.
 *
 * Not CPython's collector, but its idea (update_refs, subtract_refs) applied to the whole heap.
 */
export function visitExternallyHeld(heap: Heap, referents: number[], visit: (id: number) => void): void {
  const { kind, flags, gcRefs, refcount, programStart, end } = heap;
  for (let id = programStart; id < end; id++) {
    if (kind[id] > LAST_ATOM && !(flags[id] & Flag.DEAD)) gcRefs[id] = refcount[id];
  }
  for (let id = programStart; id < end; id++) {
    if (kind[id] <= LAST_ATOM || flags[id] & Flag.DEAD) continue;
    const count = appendOwned(heap, id, referents, 0);
    for (let i = 0; i < count; i++) if (referents[i] >= programStart) gcRefs[referents[i]]--;
  }
  for (let id = programStart; id < end; id++) {
    if (kind[id] > LAST_ATOM && !(flags[id] & Flag.DEAD) && gcRefs[id] > 0) visit(id);
  }
}
