/**
 * A collection inside a collection, which 3.12 alone allows: what makes one due at the eval breaker does not ask whether
 * one is running, and afterwards nothing remembers that the outer one still is.
 * Source: CPython 3.12 Modules/gcmodule.c (_Py_RunGC).
 */
import { Cause } from '../heap/events.ts';
import { type Heap, ListHead, Mark } from '../heap/heap.ts';
import { merge } from './gc-lists.ts';
import { enterPhase, type GcState } from './gc-state.ts';

/** The lists that a running collection works on, each with the place where it waits. */
const workingLists = [
  [ListHead.UNREACHABLE, ListHead.OUTER_UNREACHABLE],
  [ListHead.STILL_UNREACHABLE, ListHead.OUTER_STILL_UNREACHABLE],
  [ListHead.SEEN, ListHead.OUTER_SEEN],
] as const;

/** Calls `collect` while what the running collection has at hand lies aside; returns what it returns. */
export function collectInside(state: GcState, collect: () => number): number {
  const { heap, phase } = state;
  const { condemnedCause, deathCause } = heap;
  for (const [list, aside] of workingLists) {
    // Not CPython: it leaves the marks, and subtracts references of objects that it does not examine.
    mark(heap, list, 0);
    merge(heap, list, aside);
  }
  heap.deathCause = Cause.REFCOUNT;
  const collected = collect();
  heap.condemnedCause = condemnedCause;
  heap.deathCause = deathCause;
  for (const [list, aside] of workingLists) {
    mark(heap, aside, Mark.COLLECTING | Mark.CONDEMNED);
    merge(heap, aside, list);
  }
  enterPhase(state, phase);
  return collected;
}

function mark(heap: Heap, list: number, marks: number): void {
  const { gcNext, gcMark } = heap;
  for (let id = gcNext[list]; id !== list; id = gcNext[id]) gcMark[id] = marks;
}
