/**
 * Changes of an object's refcount that a person would name. Every look at an object raises its count for the moment
 * that it lies on the value stack; what is asked for is a count that is another one when the line is over. Of such a line
 * the last event that changed the count is the place: just after it the object has its new count.
 */
import type { Sliced } from '../base/sliced.ts';
import { EventCursor, eventWords } from '../journal/event-store.ts';
import { Ev, OP_BITS, OP_MASK } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';

/** Events looked at in one go when searching backwards. */
const WINDOW = 1 << 16;
/** Events between two rests: a part of a millisecond. */
const REST = 1 << 17;

const { ALLOC, FREE, END_OF_CHUNK } = Ev;
const NO_OP = -1;

/** By operation: what happens to the count of the object that the first word names. */
const ownChange = new Int8Array(OP_MASK + 1);
for (const op of [Ev.ALLOC, Ev.INCREF, Ev.PUSH]) ownChange[op] = 1;
for (const op of [Ev.DECREF, Ev.POP]) ownChange[op] = -1;
/** By operation: the further word that names an object whose count falls; 0: none. */
const releasedWord = new Uint8Array(OP_MASK + 1);
releasedWord[Ev.RELEASE] = 2;
releasedWord[Ev.RELEASE_LOCAL] = 1;

/** The first such change after position `from`, in a line that has begun by `limit` at the latest. */
export function* nextCountChange(
  journal: Journal,
  id: number,
  from: number,
  limit = journal.eventCount,
): Sliced<number | null> {
  if (!journal.isNode(id)) return null;
  const { birth, death } = journal.objects;
  const start = lineStart(journal, Math.max(from, birth[id]));
  const end = Math.min(lineEnd(journal, limit), lastOf(journal, death[id]));
  let found = -1;
  yield* netChanges(journal, id, start, end, (event) => {
    if (event < from) return false;
    found = event;
    return true;
  });
  return found < 0 ? null : found + 1;
}

/** The last such change before position `from`; null when it is before `limit`. */
export function* previousCountChange(journal: Journal, id: number, from: number, limit = 0): Sliced<number | null> {
  if (!journal.isNode(id) || from < 2) return null;
  const { birth, death } = journal.objects;
  let end = Math.min(lineEnd(journal, from - 2), lastOf(journal, death[id]));
  const stop = Math.max(birth[id], limit - 1);
  while (end > stop) {
    const start = lineStart(journal, Math.max(0, Math.min(end - 1, Math.max(stop, end - WINDOW))));
    let found = -1;
    yield* netChanges(journal, id, start, end, (event) => {
      if (event + 1 < from) found = event;
      return event + 1 >= from;
    });
    if (found >= 0) return found + 1;
    end = start;
    yield;
  }
  return null;
}

function lastOf(journal: Journal, death: number): number {
  return death === NEVER ? journal.eventCount : death + 1;
}

/** The event with which the line began that `event` belongs to; 0 before the first. */
function lineStart({ places }: Journal, event: number): number {
  const step = places.lastStepBefore(event + 1);
  return step < 0 ? 0 : places.eventAt(step);
}

/** The event with which the next line begins, or the event count. */
function lineEnd({ places, eventCount }: Journal, event: number): number {
  const step = places.firstStepAtLeast(event + 1);
  return step < places.length ? places.eventAt(step) : eventCount;
}

/** Calls `visit` with the last change of each line in [start, end) that leaves another count; true ends it. */
function* netChanges(
  journal: Journal,
  id: number,
  start: number,
  end: number,
  visit: (event: number) => boolean,
): Sliced<void> {
  let lineOver = -1;
  let net = 0;
  let last = -1;
  let isDone = false;
  const take = (event: number, change: number): boolean => {
    if (event >= lineOver) {
      if (net !== 0 && visit(last)) return (isDone = true);
      lineOver = lineEnd(journal, event);
      net = 0;
    }
    net += change;
    last = event;
    return false;
  };
  for (let from = start; from < end && !isDone; from += REST) {
    countEvents(journal, id, from, Math.min(end, from + REST), take);
    yield;
  }
  if (!isDone && net !== 0) visit(last);
}

/** Calls `visit` with every event in [start, end) that changes the object's count; true ends it. */
function countEvents(
  journal: Journal,
  id: number,
  start: number,
  end: number,
  visit: (event: number, change: number) => boolean,
): void {
  const { type } = journal.objects;
  // Instances own a reference to a class that is written in Python: their births and deaths count, too.
  const birthOp = journal.heapTypes[id] === 1 ? ALLOC : NO_OP;
  const deathOp = journal.heapTypes[id] === 1 ? FREE : NO_OP;
  // Fetched once: the loop below is what a search costs.
  const [own, released, lengths, mask, shift] = [ownChange, releasedWord, eventWords, OP_MASK, OP_BITS];
  const cursor = new EventCursor(journal.events).moveTo(start);
  while (cursor.event < end) {
    cursor.settle();
    const { words } = cursor;
    let { at, event } = cursor;
    while (event < end && at < words.length) {
      const word = words[at];
      const op = word & mask;
      if (op === END_OF_CHUNK) {
        at = words.length;
        break;
      }
      const further = released[op];
      let change = 0;
      if (word >>> shift === id) change = own[op];
      if (further !== 0 && words[at + further] === id) change--;
      if (op === birthOp && words[at + 1] === id) change++;
      if (op === deathOp && type[word >>> shift] === id) change--;
      if (change !== 0 && visit(event, change)) return;
      at += lengths[op];
      event++;
    }
    cursor.at = at;
    cursor.event = event;
  }
}
