/** Source: CPython Python/gc.c (handle_weakrefs; 3.15: handle_weakref_callbacks and clear_weakrefs). */
import { Flag, type Heap, Mark } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { moveToEnd } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';

/**
 * Clears the weak references to everything in `unreachable` (3.15: only those with a callback), then calls the
 * callbacks of those references that are not garbage themselves: object by object in list order, newest reference first.
 * References that survive move to the list `old` of generation `oldGeneration`. Returns the number of weak references
 * that the callbacks freed; `ran` says whether any callback ran.
 */
export function handleWeakrefs(
  state: GcState,
  unreachable: number,
  old: number,
  oldGeneration: number,
): { freed: number; ran: boolean } {
  const { heap } = state;
  const { gcNext, gcMark, kind, flags, slots } = heap;
  const onlyWithCallback = state.weakrefsClearedBeforeFinalizers === 'with-callback';
  const calls: number[] = [];
  for (let id = gcNext[unreachable]; id !== unreachable; id = gcNext[id]) {
    // A weak reference in the garbage must not call back while the garbage is being taken apart.
    if (isWeak(kind[id]) && !(onlyWithCallback && slots[id]![0] === 0)) heap.clearWeak(id);
    if (!(flags[id] & Flag.WEAKLY_REFERENCED)) continue;
    const references = [...heap.weakReferences.get(id)!];
    for (let i = references.length - 1; i >= 0; i--) {
      const reference = references[i];
      const hasCallback = slots[reference]![0] !== 0;
      if (onlyWithCallback && !hasCallback) continue;
      heap.clearWeak(reference);
      if (!hasCallback || gcMark[reference] & Mark.COLLECTING) continue;
      heap.incref(reference);
      calls.push(reference);
    }
  }
  let freed = 0;
  for (const reference of calls) {
    const callback = slots[reference]![0];
    if (callback !== 0) {
      heap.incref(callback);
      heap.hooks.callWeakCallback(reference, callback);
      heap.decref(callback);
    }
    heap.decref(reference);
    if (heap.flags[reference] & Flag.DEAD) freed++;
    else if (heap.flags[reference] & Flag.TRACKED) {
      moveToEnd(heap, reference, old);
      heap.moveTo(reference, oldGeneration);
    }
  }
  return { freed, ran: calls.length > 0 };
}

/** Clears all weak references to the objects of `list` and calls no callback. */
export function clearWeakrefs(heap: Heap, list: number): void {
  const { gcNext, kind } = heap;
  for (let id = gcNext[list]; id !== list; id = gcNext[id]) {
    if (isWeak(kind[id])) heap.clearWeak(id);
    if (!(heap.flags[id] & Flag.WEAKLY_REFERENCED)) continue;
    for (const reference of [...heap.weakReferences.get(id)!].reverse()) heap.clearWeak(reference);
  }
}

function isWeak(kind: number): boolean {
  return kind === Kind.WEAKREF || kind === Kind.WEAKPROXY;
}
