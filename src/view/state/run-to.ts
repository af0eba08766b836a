/**
 * *Run to* the next or previous breakpoint, a little of the search in each task. Loaded when there is something to search
 * for.
 */
import { type Breakpoint, nextStop, previousStop, type Stop } from '../../playhead/breakpoints.ts';
import { inSlices } from './in-slices.ts';
import type { Session } from './session.svelte.ts';

/** Null: nothing stops in that direction; undefined: somebody moved in time, or `isOver`, before that was known. */
export function findStop(
  session: Session,
  breakpoints: readonly Breakpoint[],
  forwards: boolean,
  isOver: () => boolean,
): Promise<Stop | null | undefined> {
  const { journal, position } = session;
  const search = forwards ? nextStop : previousStop;
  return inSlices(
    search(journal, breakpoints, position),
    () => isOver() || session.journal !== journal || session.position !== position,
  );
}
