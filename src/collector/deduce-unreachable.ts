/** Source: CPython Python/gc.c (deduce_unreachable). */
import { Phase } from '../heap/events.ts';
import { enterPhase, type GcState } from './gc-state.ts';
import { moveUnreachable } from './move-unreachable.ts';
import { subtractRefs } from './subtract-refs.ts';
import { updateRefs } from './update-refs.ts';

/**
 * Splits `base` into what is reachable from outside of it, which stays, and the rest, which moves to `unreachable` (see
 * moveUnreachable). Returns the number of objects examined. `slowly`: the journal is told of each phase.
 */
export function deduceUnreachable(state: GcState, base: number, unreachable: number, slowly: boolean): number {
  const { heap, referents } = state;
  if (slowly) enterPhase(state, Phase.UPDATE_REFS);
  const candidates = updateRefs(heap, base);
  if (slowly) enterPhase(state, Phase.SUBTRACT_REFS);
  subtractRefs(heap, base, referents);
  if (slowly) enterPhase(state, Phase.MOVE_UNREACHABLE);
  moveUnreachable(heap, base, unreachable, referents);
  return candidates;
}
