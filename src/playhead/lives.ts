/** Who is alive at a position, from births and deaths alone: no fold, a few milliseconds for a million objects. */
import type { Journal } from '../journal/journal.ts';

export interface Difference {
  /** Ids in order of birth and of death; an id that was born and died in between is in both. */
  readonly born: Int32Array;
  readonly died: Int32Array;
}

/** What was born and died between two positions (from <= to). Views into the journal. */
export function livesBetween(journal: Journal, from: number, to: number): Difference {
  const { objects } = journal;
  return {
    born: objects.born.values.subarray(objects.bornBefore(from), objects.bornBefore(to)),
    died: objects.freed.values.subarray(objects.freedBefore(from), objects.freedBefore(to)),
  };
}
