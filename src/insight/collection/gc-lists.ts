/**
 * The collector's linked lists at the moment a collection begins to look, in their order: worked out from the events
 * that track, untrack and move objects. The order decides what is tentatively unreachable and who is rescued.
 *
 * The incremental collector (3.14.2) keeps two old lists; here they are one, so that in a full collection of that version
 * the old objects may come in another order. Which objects are examined is exact everywhere.
 */
import { fail } from '../../base/assert.ts';
import { grownInt32, grownUint8 } from '../../base/growable.ts';
import { Ev, Phase } from '../../journal/event-words.ts';
import type { Journal } from '../../journal/journal.ts';
import type { CollectionRecord } from '../../journal/moments.ts';
import { operations, readEvents } from '../../journal/read-events.ts';

const OLDEST = 2;
/** Lists 0 to 3 are the generations; their heads are ids that no object has. */
const HEADS = [1, 2, 3, 4];
const NONE = 255;
/** Found unreachable, between the lists. */
const LIMBO = 254;
/** What changes the lists. */
const LISTING = operations(
  Ev.TRACK,
  Ev.UNTRACK,
  Ev.MOVE,
  Ev.FINALIZED,
  Ev.RESCUE,
  Ev.EXAMINE,
  Ev.UNREACHABLE,
  Ev.RESURRECTED,
  Ev.COLLECT_START,
  Ev.PHASE,
  Ev.COLLECT_END,
);

/** Position at which the collector begins to copy counts; null when it examined nothing, or does not count at all. */
export function copyingBegins(collection: CollectionRecord): number | null {
  const first = collection.phases.find((mark) => mark.phase === Phase.UPDATE_REFS);
  return first === undefined ? null : first.event + 1;
}

/** Ids kept for collections that have been read, at most: 32 MB. */
const MOST_KEPT = 8 << 20;

/**
 * Reads the events once, and keeps for every collection what it examines. The journal may grow: what is new is read
 * when it is asked for, or beforehand, in idle time (`readAhead`).
 */
export class GcLists {
  private next: Int32Array = new Int32Array(16);
  private previous: Int32Array = new Int32Array(16);
  private list: Uint8Array = new Uint8Array(16);
  private readonly kept = new Map<number, Int32Array>();
  private keptIds = 0;
  /** Index of the collection that began last, and of those under way (3.12 may start one inside another). */
  private begun = -1;
  private readonly running: number[] = [];
  /** The running collection is an increment: its survivors of old age are to go back to the oldest list. */
  private isIncrement = false;
  private position = 0;

  constructor(readonly journal: Journal) {
    this.clear();
  }

  /** Ids that `collection` examines, in the order of its list. Not to be changed. */
  examinedBy(collection: CollectionRecord): Int32Array {
    const begins = copyingBegins(collection);
    if (begins === null) return new Int32Array(0);
    if (!this.kept.has(collection.index)) {
      if (begins <= this.position) this.clear();
      this.readTo(begins);
    }
    return this.kept.get(collection.index) ?? fail(`collection ${collection.index} has not been read`);
  }

  /** Reads about `events` more. True when there is nothing left to read. */
  readAhead(events: number): boolean {
    this.readTo(Math.min(this.journal.eventCount, this.position + events));
    return this.position === this.journal.eventCount;
  }

  /** Whether `examinedBy` would answer at once. */
  hasRead(collection: CollectionRecord): boolean {
    return this.kept.has(collection.index) || copyingBegins(collection) === null;
  }

  private readTo(position: number): void {
    const { idLimit, events } = this.journal;
    if (idLimit > this.list.length) {
      const before = this.list.length;
      this.next = grownInt32(this.next, idLimit);
      this.previous = grownInt32(this.previous, idLimit);
      this.list = grownUint8(this.list, idLimit);
      this.list.fill(NONE, before);
    }
    readEvents(events, this.position, position, LISTING, (op, id, a) => this.read(op, id, a));
    this.position = position;
  }

  private clear(): void {
    this.list.fill(NONE);
    for (const head of HEADS) this.next[head] = this.previous[head] = head;
    this.begun = -1;
    this.running.length = 0;
    this.position = 0;
  }

  private get collection(): number {
    return this.running.at(-1) ?? -1;
  }

  private keep(): void {
    if (this.kept.has(this.collection)) return;
    const { generation } = this.journal.collections[this.collection];
    const examined = this.members(generation);
    this.kept.set(this.collection, examined);
    this.keptIds += examined.length;
    for (const [index, ids] of this.kept) {
      if (this.keptIds <= MOST_KEPT || index === this.collection) break;
      this.kept.delete(index);
      this.keptIds -= ids.length;
    }
  }

  private members(generation: number): Int32Array {
    const { next } = this;
    const head = HEADS[generation];
    let count = 0;
    for (let id = next[head]; id !== head; id = next[id]) count++;
    const ids = new Int32Array(count);
    let at = 0;
    for (let id = next[head]; id !== head; id = next[id]) ids[at++] = id;
    return ids;
  }

  private read(op: number, id: number, a: number): void {
    const { list } = this;
    switch (op) {
      case Ev.TRACK:
        return this.moveToEnd(id, 0);
      case Ev.UNTRACK:
        return this.leave(id, NONE);
      case Ev.MOVE:
        // In a full collection all examined objects are in the oldest list already, in their order.
        if (list[id] !== (a & 255)) this.moveToEnd(id, a & 255);
        return;
      case Ev.FINALIZED:
        // Dying of its count: subtype_dealloc untracks it and tracks it again.
        if (list[id] < LIMBO) this.moveToEnd(id, 0);
        return;
      case Ev.RESCUE:
        if (list[id] < LIMBO) this.moveToEnd(id, list[id]);
        return;
      case Ev.EXAMINE:
        this.isIncrement = true;
        return this.moveToEnd(id, 1);
      case Ev.UNREACHABLE:
        return this.leave(id, LIMBO);
      case Ev.RESURRECTED:
        if (list[id] === LIMBO) this.moveToEnd(id, this.survivorsGeneration());
        return;
      case Ev.COLLECT_START:
        this.running.push(++this.begun);
        this.isIncrement = false;
        if (copyingBegins(this.journal.collections[this.collection]) !== null)
          for (let younger = 0; younger < id; younger++) this.merge(younger, id);
        return;
      case Ev.PHASE:
        if (id === Phase.UPDATE_REFS) this.keep();
        return;
      case Ev.COLLECT_END:
        this.end();
        this.running.pop();
        return;
    }
  }

  private survivorsGeneration(): number {
    return Math.min(OLDEST, this.journal.collections[this.collection].generation + 1);
  }

  /** What was found unreachable and lives on (gc.garbage) goes to the survivors; so do old objects of an increment. */
  private end(): void {
    const { firstUnreachable, endUnreachable } = this.journal.collections[this.collection];
    for (const id of this.journal.unreachable.values.subarray(firstUnreachable, endUnreachable)) {
      if (this.list[id] === LIMBO) this.moveToEnd(id, this.survivorsGeneration());
    }
    if (this.isIncrement) this.merge(1, OLDEST);
  }

  /** All of one list to the end of another, in their order. */
  private merge(from: number, to: number): void {
    const { next, previous, list } = this;
    const head = HEADS[from];
    if (next[head] === head) return;
    for (let id = next[head]; id !== head; id = next[id]) list[id] = to;
    const last = previous[HEADS[to]];
    next[last] = next[head];
    previous[next[head]] = last;
    next[previous[head]] = HEADS[to];
    previous[HEADS[to]] = previous[head];
    next[head] = previous[head] = head;
  }

  private leave(id: number, to: number): void {
    if (this.list[id] < LIMBO) {
      this.next[this.previous[id]] = this.next[id];
      this.previous[this.next[id]] = this.previous[id];
    }
    this.list[id] = to;
  }

  private moveToEnd(id: number, to: number): void {
    this.leave(id, to);
    const head = HEADS[to];
    const last = this.previous[head];
    this.next[last] = id;
    this.previous[id] = last;
    this.next[id] = head;
    this.previous[head] = id;
  }
}
