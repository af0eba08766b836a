/** Sentences about refcounts that fall. */
import { Cause } from '../journal/event-words.ts';
import { NEVER } from '../journal/object-table.ts';
import type { Playhead } from '../playhead/playhead.ts';

/** Whether a count that has just reached `after` is the end of the object, here and now. */
export function describesDeath(playhead: Playhead, id: number, after: number): boolean {
  const { objects } = playhead.journal;
  return after === 0 && objects.death[id] !== NEVER && objects.deathCause[id] === Cause.REFCOUNT;
}

/** `refcount 1 → 0, freed at once; what it alone refers to follows.`; `refcount 2 → 1.` */
export function fallText(playhead: Playhead, id: number, before: number, after: number): string {
  const counts = `refcount ${before} → ${after}`;
  if (after > 0) return `${counts}, so it stays alive.`;
  if (!describesDeath(playhead, id, after)) return `${counts}.`;
  return ownsAnything(playhead, id)
    ? `${counts}, freed at once; what it alone refers to follows.`
    : `${counts}, freed at once.`;
}

function ownsAnything({ state }: Playhead, id: number): boolean {
  if (state.dictOf[id] > 0) return true;
  for (let slot = 0; slot < state.slotCount[id]; slot++) {
    const word = state.slot(id, slot);
    if (word > 0 && state.refcount[word] === 1) return true;
  }
  return false;
}
