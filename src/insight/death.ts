import type { Journal } from '../journal/journal.ts';
import type { Place } from '../journal/place-index.ts';
export interface Death {
  readonly event: number;
  readonly cause: 'refcount' | 'collected' | 'swept';
  /** Generation of the collection when collected. */
  readonly generation: number;
  readonly place: Place | null;
  /** `by reference count, at line 12`, `by the collector, generation 2`. */
  readonly text: string;
}
/** When and how an object died, or null when it is alive at the end of the run. */
export declare function deathOf(journal: Journal, id: number): Death | null;
