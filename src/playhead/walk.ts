/** Looking for an event, forwards and backwards. */
import { BLOCK_SHIFT, BlockOffsets, EventCursor, type EventStore } from '../journal/event-store.ts';

/** Tells whether the event whose first word is words[at] is the one looked for. */
export type EventTest = (words: Int32Array, at: number) => boolean;

/** Index of the first event >= `from` and < `to` that passes, or -1. */
export function findForward(store: EventStore, from: number, to: number, test: EventTest): number {
  if (from >= to) return -1;
  const cursor = new EventCursor(store).moveTo(from);
  while (cursor.event < to) {
    if (test(cursor.words, cursor.at)) return cursor.event;
    cursor.next();
  }
  return -1;
}

/** Index of the last event <= `from` and >= `to` that passes, or -1. */
export function findBackward(store: EventStore, from: number, to: number, test: EventTest): number {
  const offsets = new BlockOffsets();
  for (let event = from; event >= to; event--) {
    offsets.fill(store, event >>> BLOCK_SHIFT);
    const index = event & ((1 << BLOCK_SHIFT) - 1);
    if (test(store.wordsOf(offsets.chunk[index]), offsets.at[index])) return event;
  }
  return -1;
}
