/** Who is alive at a position, from births and deaths alone: no fold, a few milliseconds for a million objects. */
import type { Journal } from '../journal/journal.ts';

export interface Difference {
  /** Ids in order of birth and of death; an id that was born and died in between is in both. */
  readonly born: Int32Array;
  readonly died: Int32Array;
}

/** What was born and died between two positions (from <= to). Views into the journal. */
export function livesBetween(journal: Journal, from: number, to: number): Difference {
  const { born, bornEvents, freed, freeEvents } = journal.objects;
  return {
    born: born.values.subarray(bornEvents.firstAtLeast(from), bornEvents.firstAtLeast(to)),
    died: freed.values.subarray(freeEvents.firstAtLeast(from), freeEvents.firstAtLeast(to)),
  };
}
