/**
 * What the phases of a collection share. Source: CPython Include/internal/pycore_interp_structs.h
 * (struct _gc_runtime_state).
 */
import type { Heap } from '../heap/heap.ts';
import { Ev, Phase } from '../heap/events.ts';
import type { CollectionObserver } from './collector.ts';
import type { Generations } from './generations.ts';

export interface GcState {
  readonly heap: Heap;
  readonly generations: Generations;
  debug: number;
  observer: CollectionObserver | null;
  /** A collection is running; a second one is refused. */
  collecting: boolean;
  /** The phase that the journal was told last. */
  phase: number;
  /** Room for the referents of one object (traverse.ts, appendReferents). */
  readonly referents: number[];
  readonly untracksDicts: boolean;
  readonly weakrefsClearedBeforeFinalizers: 'all' | 'with-callback';
  /** 3.13.13, 3.14.4, 3.15 and later: weak references that finalizers made to final garbage are cleared. */
  readonly clearsLateWeakrefs: boolean;
}

/** Tells the journal that a phase begins. */
export function enterPhase(state: GcState, phase: number): void {
  if (phase === state.phase) return;
  state.heap.events.two(Ev.PHASE, phase, state.phase);
  state.phase = phase;
}

export function leavePhases(state: GcState): void {
  enterPhase(state, Phase.NONE);
}
