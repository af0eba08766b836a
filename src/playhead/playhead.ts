/**
 * A position in a journal, and the heap as it was then. `seek` goes anywhere; the state does not depend on the way.
 */
import { assert } from '../base/assert.ts';
import { BlockOffsets, EventCursor } from '../journal/event-store.ts';
import type { Journal } from '../journal/journal.ts';
import { Checkpoints } from './checkpoints.ts';
import { fold } from './fold.ts';
import { HeapState, type HeapView } from './heap-state.ts';
import { revert } from './revert.ts';

/** Bringing back a checkpoint costs about as much as folding this many events. */
const RESTORE_COST = 30_000;

export class Playhead {
  private readonly heap: HeapState;
  private readonly cursor: EventCursor;
  private readonly offsets = new BlockOffsets();

  constructor(
    readonly journal: Journal,
    readonly checkpoints = new Checkpoints(),
  ) {
    this.heap = new HeapState(journal);
    this.cursor = new EventCursor(journal.events);
    this.checkpoints.save(this.heap);
  }

  get position(): number {
    return this.heap.position;
  }

  /** The heap at `position`; one object for the life of the playhead, changed by `seek`. */
  get state(): HeapView {
    this.heap.grow();
    return this.heap;
  }

  /** Moves to `position` (0 .. journal.eventCount). */
  seek(position: number): void {
    const { heap, checkpoints } = this;
    assert(
      position >= 0 && position <= this.journal.eventCount,
      `seek to ${position}, expected 0 to ${this.journal.eventCount}`,
    );
    heap.grow();
    const checkpoint = checkpoints.before(position);
    const viaCheckpoint = position - checkpoint + RESTORE_COST;
    const distance = position - heap.position;
    if (distance < 0 && -distance < viaCheckpoint) {
      revert(heap, this.offsets, position);
      return;
    }
    if (distance < 0 || distance > viaCheckpoint) checkpoints.restore(heap, position);
    this.cursor.moveTo(heap.position);
    while (checkpoints.due <= position) {
      fold(heap, this.cursor, checkpoints.due);
      checkpoints.save(heap);
    }
    fold(heap, this.cursor, position);
  }

  /**
   * Lays checkpoints over about `events` more events, in idle time, so that later jumps are fast. True when all are
   * laid. Leaves the position as it was.
   */
  prepare(events: number): boolean {
    const { journal, checkpoints, position } = this;
    const goal = Math.min(journal.eventCount, checkpoints.before(journal.eventCount) + events);
    if (goal < checkpoints.due) return checkpoints.due > journal.eventCount;
    this.seek(goal);
    this.seek(position);
    return checkpoints.due > journal.eventCount;
  }
}
