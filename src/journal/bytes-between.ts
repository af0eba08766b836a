import { EventCursor, type EventStore } from './event-store.ts';
import { Ev } from './event-words.ts';
import type { ObjectTable } from './object-table.ts';

/**
 * By how much the bytes of live objects (those of the library left out) and atoms change between two positions
 * (from <= to). Reads every event between.
 */
export function bytesBetween(
  journal: { readonly events: EventStore; readonly objects: ObjectTable },
  from: number,
  to: number,
): number {
  const { library, lastBytes } = journal.objects;
  let bytes = 0;
  if (from >= to) return bytes;
  const cursor = new EventCursor(journal.events).moveTo(from);
  for (; cursor.event < to; cursor.next()) {
    const { words, at } = cursor;
    if (cursor.op === Ev.ATOM_BYTES) bytes += words[at + 1] - words[at + 2];
    else if (library[cursor.id] === 1) continue;
    else if (cursor.op === Ev.ALLOC) bytes += words[at + 2];
    else if (cursor.op === Ev.FREE) bytes -= lastBytes[cursor.id];
    else if (cursor.op === Ev.RESIZE) bytes += words[at + 1] - words[at + 2];
  }
  return bytes;
}
