/** Who is alive at a position, from births and deaths alone: no fold, a few milliseconds for a million objects. */
import type { Journal } from '../journal/journal.ts';

export const Life = { UNBORN: 0, ALIVE: 1, DEAD: 2 } as const;

/** `Life` of every id below journal.idLimit (UNBORN also for ids that are no nodes), written into `out` when given. */
export declare function livesAt(journal: Journal, position: number, out?: Uint8Array): Uint8Array;

export interface Difference {
  /** Ids in order of birth and of death; an id that was born and died in between is in both. */
  readonly born: Int32Array;
  readonly died: Int32Array;
}
/** What was born and died between two positions (from <= to). Views into the journal. */
export declare function livesBetween(journal: Journal, from: number, to: number): Difference;
/** Ids that any event between the positions touched (counts, slots, generation ...), each once, ascending. */
export declare function changedBetween(journal: Journal, from: number, to: number): Int32Array;
