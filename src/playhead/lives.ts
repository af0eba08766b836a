/** Who is alive at a position, from births and deaths alone: no fold, a few milliseconds for a million objects. */
import { firstAtLeast } from '../base/bisect.ts';
import { EventCursor } from '../journal/event-store.ts';
import type { Journal } from '../journal/journal.ts';
import { forEachObject } from './event-kinds.ts';

export const Life = { UNBORN: 0, ALIVE: 1, DEAD: 2 } as const;

/** `Life` of every id below journal.idLimit (UNBORN also for ids that are no nodes), written into `out` when given. */
export function livesAt(journal: Journal, position: number, out?: Uint8Array): Uint8Array {
  const { birth, death } = journal.objects;
  const lives = out ?? new Uint8Array(journal.idLimit);
  for (let id = 0; id < journal.idLimit; id++) {
    lives[id] = birth[id] >= position ? Life.UNBORN : death[id] >= position ? Life.ALIVE : Life.DEAD;
  }
  return lives;
}

export interface Difference {
  /** Ids in order of birth and of death; an id that was born and died in between is in both. */
  readonly born: Int32Array;
  readonly died: Int32Array;
}

/** What was born and died between two positions (from <= to). Views into the journal. */
export function livesBetween(journal: Journal, from: number, to: number): Difference {
  const { born, bornEvents, freed, freeEvents } = journal.objects;
  const index = (events: { values: Int32Array; length: number }, position: number): number =>
    firstAtLeast(events.values, events.length, position);
  return {
    born: born.values.subarray(index(bornEvents, from), index(bornEvents, to)),
    died: freed.values.subarray(index(freeEvents, from), index(freeEvents, to)),
  };
}

/** Ids that any event between the positions names (counts, slots, generation ...), each once, ascending. Reads them all. */
export function changedBetween(journal: Journal, from: number, to: number): Int32Array {
  const seen = new Set<number>();
  if (from < to) {
    const cursor = new EventCursor(journal.events).moveTo(from);
    for (; cursor.event < to; cursor.next()) {
      forEachObject(cursor.words, cursor.at, (id) => seen.add(id));
    }
  }
  return Int32Array.from(seen).sort();
}

export interface StateDifference extends Difference {
  /** Ids that lived throughout and that some event named. */
  readonly changed: Int32Array;
}

/** Births, deaths and changes between two positions (from <= to). */
export function difference(journal: Journal, from: number, to: number): StateDifference {
  const { birth, death } = journal.objects;
  const changed = changedBetween(journal, from, to);
  return {
    ...livesBetween(journal, from, to),
    changed: changed.filter((id) => birth[id] < from && death[id] >= to),
  };
}
