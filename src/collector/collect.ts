/** Source: CPython Python/gc.c (gc_collect_main of 3.13; Modules/gcmodule.c in 3.11). */
import { Cause, Ev, Phase } from '../heap/events.ts';
import { ListHead, Mark } from '../heap/heap.ts';
import { Debug } from './collector.ts';
import { printCollectable, printEnd, printStart } from './debug-output.ts';
import { deduceUnreachable } from './deduce-unreachable.ts';
import { deleteGarbage } from './delete-garbage.ts';
import { finalizeGarbage } from './finalize-garbage.ts';
import { merge, setGeneration, size } from './gc-lists.ts';
import { enterPhase, type GcState, leavePhases } from './gc-state.ts';
import { OLDEST } from './generations.ts';
import { handleResurrectedObjects } from './handle-resurrected-objects.ts';
import { clearWeakrefs, handleWeakrefs } from './handle-weakrefs.ts';
import { untrackDicts, untrackTuples } from './untrack.ts';

/** The list of each generation. */
export const generationList: readonly number[] = [ListHead.YOUNG, ListHead.MIDDLE, ListHead.OLD];

/**
 * One collection of `generation` and all younger ones. `cause`: CollectCause. Returns the number of unreachable objects;
 * 0 when a collection is already running.
 */
export function gcCollectMain(state: GcState, generation: number, cause: number): number {
  if (state.collecting) return 0;
  const { heap, generations } = state;
  state.collecting = true;
  heap.counter.collecting = true;
  state.observer?.notify('start', { generation, collected: 0, uncollectable: 0, candidates: 0 });
  heap.events.two(Ev.COLLECT_START, generation, cause);
  if (state.debug & Debug.STATS) printStart(state, generation);

  generations.began(generation);
  for (let i = 0; i < generation; i++) merge(heap, generationList[i], generationList[generation]);
  const young = generationList[generation];
  const oldGeneration = Math.min(generation + 1, OLDEST);
  const old = generationList[oldGeneration];
  const unreachable = ListHead.UNREACHABLE;

  const candidates = deduceUnreachable(state, young, unreachable, true);
  untrackTuples(heap, young);
  const survivors = setGeneration(heap, young, oldGeneration);
  if (young !== old) {
    if (generation === OLDEST - 1) generations.longLivedPending += survivors;
    merge(heap, young, old);
  } else {
    if (state.untracksDicts) untrackDicts(heap, young);
    generations.longLivedPending = 0;
    generations.longLivedTotal = size(heap, young);
  }

  const collected = collectUnreachable(state, unreachable, old, oldGeneration, generation);

  if (generation === OLDEST) heap.counter.emptyFreeLists();
  leavePhases(state);
  heap.events.three(Ev.COLLECT_END, generation, collected, candidates);
  generations.ended(generation, collected, candidates);
  if (state.debug & Debug.STATS) printEnd(state.observer, collected);
  state.observer?.notify('stop', { generation, collected, uncollectable: 0, candidates });
  heap.counter.collecting = false;
  state.collecting = false;
  return collected;
}

/**
 * The second half of a collection: `unreachable` has been found; weak references, finalizers, a second look, and the end
 * of the rest. Survivors join `old`. Returns the number of objects collected, as CPython counts them.
 *
 * No object has CPython's ancient tp_del here, so nothing is ever uncollectable.
 */
export function collectUnreachable(
  state: GcState,
  unreachable: number,
  old: number,
  oldGeneration: number,
  generation: number,
): number {
  const { heap } = state;
  condemn(state, unreachable);
  heap.condemnedCause = Cause.COLLECTED | (generation << 8);
  if (state.debug & Debug.COLLECTABLE) printCollectable(state, unreachable);

  enterPhase(state, Phase.HANDLE_WEAKREFS);
  const weakrefs = handleWeakrefs(state, unreachable, old, oldGeneration);
  enterPhase(state, Phase.FINALIZE);
  const finalized = finalizeGarbage(state, unreachable);
  enterPhase(state, Phase.HANDLE_RESURRECTED);
  const garbage = ListHead.STILL_UNREACHABLE;
  if (weakrefs.ran || finalized) handleResurrectedObjects(state, unreachable, garbage, old, oldGeneration);
  // Not CPython: when no code has run nothing can have been resurrected, and the second look would cost as much as the
  // first. Order and result are the same.
  else merge(heap, unreachable, garbage);

  const collected = weakrefs.freed + size(heap, garbage);
  if (state.clearsLateWeakrefs) clearWeakrefs(heap, garbage);
  enterPhase(state, Phase.DELETE_GARBAGE);
  heap.deathCause = heap.condemnedCause;
  deleteGarbage(state, garbage, old, oldGeneration);
  heap.deathCause = Cause.REFCOUNT;
  return collected;
}

/** clear_unreachable_mask, and the journal is told what was found. */
function condemn(state: GcState, unreachable: number): void {
  const { gcNext, gcMark, events } = state.heap;
  for (let id = gcNext[unreachable]; id !== unreachable; id = gcNext[id]) {
    gcMark[id] = Mark.COLLECTING | Mark.CONDEMNED;
    events.one(Ev.UNREACHABLE, id);
  }
}
