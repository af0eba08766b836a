/** Source: CPython Python/gc.c (handle_resurrected_objects). */
import { Ev } from '../heap/events.ts';
import { Mark } from '../heap/heap.ts';
import { deduceUnreachable } from './deduce-unreachable.ts';
import { merge, setGeneration } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';

/**
 * Finalizers have run: looks again. What is unreachable still moves from `unreachable` to `stillUnreachable`; the rest
 * lives on in the list `old` of generation `oldGeneration`.
 */
export function handleResurrectedObjects(
  state: GcState,
  unreachable: number,
  stillUnreachable: number,
  old: number,
  oldGeneration: number,
): void {
  const { heap } = state;
  const { gcNext, gcMark } = heap;
  deduceUnreachable(state, unreachable, stillUnreachable, false);
  for (let id = gcNext[stillUnreachable]; id !== stillUnreachable; id = gcNext[id]) gcMark[id] &= ~Mark.UNREACHABLE;
  for (let id = gcNext[unreachable]; id !== unreachable; id = gcNext[id]) {
    gcMark[id] = 0;
    heap.events.one(Ev.RESURRECTED, id);
  }
  setGeneration(heap, unreachable, oldGeneration);
  merge(heap, unreachable, old);
}
