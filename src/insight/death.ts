/** How objects died. */
import { assertUnreachable } from '../base/assert.ts';
import { Cause } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';
import type { Place } from '../journal/place-index.ts';

export type DeathCause = 'refcount' | 'collected' | 'swept';

export interface Death {
  readonly event: number;
  readonly cause: DeathCause;
  /** Generation of the collection when collected. */
  readonly generation: number;
  /** Where the program was, or null. */
  readonly place: Place | null;
  /** `by reference count, at line 12`, `by the collector, generation 2`. */
  readonly text: string;
}

/** When and how an object died, or null when it is alive at the end of the run. */
export function deathOf(journal: Journal, id: number): Death | null {
  const { death, deathCause, deathGeneration } = journal.objects;
  if (!journal.isNode(id) || death[id] === NEVER) return null;
  const cause = causeName(deathCause[id]);
  const generation = deathGeneration[id];
  const place = journal.placeAt(death[id]);
  const at = place === null ? '' : `, at line ${place.line}`;
  return { event: death[id], cause, generation, place, text: causeText(cause, generation) + at };
}

export function causeName(cause: number): DeathCause {
  if (cause === Cause.COLLECTED) return 'collected';
  return cause === Cause.SWEPT ? 'swept' : 'refcount';
}

export function causeText(cause: DeathCause, generation: number): string {
  switch (cause) {
    case 'refcount':
      return 'by reference count';
    case 'collected':
      return `by the collector, generation ${generation}`;
    case 'swept':
      return 'by the sweep';
    default:
      return assertUnreachable(cause);
  }
}
