/** Reads long stretches of events of which only a few operations matter. */
import { EventCursor, eventWords, type EventStore } from './event-store.ts';
import { Ev, OP_BITS, OP_MASK } from './event-words.ts';

/** A table of operations for `readEvents`: 1 for each of `ops`. */
export function operations(...ops: readonly number[]): Uint8Array {
  const table = new Uint8Array(OP_MASK + 1);
  for (const op of ops) table[op] = 1;
  return table;
}

/** Calls `read` with operation, id, second word and index of each event in [from, to) whose operation is `wanted`. */
export function readEvents(
  store: EventStore,
  from: number,
  to: number,
  wanted: Uint8Array,
  read: (op: number, id: number, a: number, event: number) => void,
): void {
  const cursor = new EventCursor(store).moveTo(from);
  while (cursor.event < to) {
    cursor.settle();
    const { words } = cursor;
    let { at, event } = cursor;
    for (; event < to && at < words.length; event++) {
      const op = words[at] & OP_MASK;
      if (op === Ev.END_OF_CHUNK) break;
      if (wanted[op] === 1) read(op, words[at] >>> OP_BITS, words[at + 1], event);
      at += eventWords[op];
    }
    cursor.at = at;
    cursor.event = event;
  }
}
