/**
 * A position in a journal, and the heap as it was then. `seek` goes anywhere; the state does not depend on the way.
 */
import type { Journal } from '../journal/journal.ts';
import type { HeapView } from './heap-state.ts';

export class Playhead {
  readonly journal: Journal;
  constructor(journal: Journal) {
    this.journal = journal;
  }
  get position(): number {
    throw new Error('not yet');
  }
  /** The heap at `position`; one object for the life of the playhead, changed by `seek`. */
  get state(): HeapView {
    throw new Error('not yet');
  }
  /** Moves to `position` (0 .. journal.eventCount). */
  seek(position: number): void {
    throw new Error('not yet');
  }
  /** Lays checkpoints over at most `events` more events, in idle time, so that later jumps are fast. True when all are laid. */
  prepare(events: number): boolean {
    throw new Error('not yet');
  }
}
