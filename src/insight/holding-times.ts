/**
 * Reads a journal and measures how long containers and variables hold objects. References in variables (locals, globals,
 * the slots of a generator, which are its frame's) count as *named*; those on the value stack do not count at all.
 */
import { grownInt32, roomFor } from '../base/growable.ts';
import { EventCursor, eventWords } from '../journal/event-store.ts';
import { Ev, Kind, OP_BITS, OP_MASK } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import { Holders } from './holders.ts';
import { SlotClock } from './slot-clock.ts';

/** Attributes told apart as sorts; those beyond share one. */
const SORTS = 64;

export class HoldingTimes {
  private readonly slots = new SlotClock();
  private readonly holders = new Holders((holder, slot) => this.sort(holder, slot));
  /** How many variables name an object, since when at least one does, the times before that, and when the last ended. By id. */
  private names: Int32Array = new Int32Array(0);
  private namedSince: Int32Array = new Int32Array(0);
  private namedBefore: Int32Array = new Int32Array(0);
  private lastNamed: Int32Array = new Int32Array(0);
  private dictOf: Int32Array = new Int32Array(0);
  private dictSince: Int32Array = new Int32Array(0);
  private readonly cursor: EventCursor;

  constructor(private readonly journal: Journal) {
    this.cursor = new EventCursor(journal.events);
  }

  /** Reads what the journal has gained. */
  read(): void {
    const { idLimit, eventCount } = this.journal;
    if (idLimit > this.names.length) {
      // It is read a slice at a time, and is not to be copied with each.
      const room = Math.max(roomFor(idLimit, this.names.length), this.journal.room);
      this.slots.reserve(room);
      this.holders.reserve(room);
      this.names = grownInt32(this.names, room);
      this.namedSince = grownInt32(this.namedSince, room);
      this.namedBefore = grownInt32(this.namedBefore, room);
      this.lastNamed = grownInt32(this.lastNamed, room);
      this.dictOf = grownInt32(this.dictOf, room);
      this.dictSince = grownInt32(this.dictSince, room);
    }
    while (this.cursor.event < eventCount) {
      this.cursor.settle();
      this.readChunk(eventCount);
    }
  }

  /** The holders as they stand when everything that holds now is counted up to now. */
  holdersNow(): Holders {
    const { journal, slots } = this;
    const now = journal.eventCount;
    const holders = this.holders.copy(journal.idLimit);
    const { born, death } = journal.objects;
    for (let i = 0; i < born.length; i++) {
      const holder = born.values[i];
      if (death[holder] < now || this.isNamespace(holder)) continue;
      const start = slots.start[holder];
      for (let slot = 0; slot < slots.count[holder]; slot++) {
        const word = slots.words[start + slot];
        if (word > 0) {
          holders.credit(word, holder, slot, now - slots.since[start + slot], now);
        }
      }
      const dict = this.dictOf[holder];
      if (dict > 0) holders.credit(dict, holder, -1, now - this.dictSince[holder], now);
    }
    return holders;
  }

  /** For how many events some variable has named the object. */
  namedFor(id: number): number {
    const running = this.names[id] > 0 ? this.journal.eventCount - this.namedSince[id] : 0;
    return this.namedBefore[id] + running;
  }

  /** The event up to which some variable named the object. */
  namedUntil(id: number): number {
    return this.names[id] > 0 ? this.journal.eventCount : this.lastNamed[id];
  }

  private readChunk(to: number): void {
    const { cursor, slots } = this;
    const { words } = cursor;
    let { at, event } = cursor;
    while (event < to && at < words.length) {
      const word = words[at];
      const op = word & OP_MASK;
      const id = word >>> OP_BITS;
      switch (op) {
        case Ev.END_OF_CHUNK:
          cursor.at = words.length;
          cursor.event = event;
          return;
        case Ev.SET:
        case Ev.RELEASE: {
          const cell = slots.start[id] + words[at + 1];
          const now = op === Ev.SET ? words[at + 2] : 0;
          const old = slots.words[cell];
          if (old > 0) this.close(id, words[at + 1], old, slots.since[cell], event);
          slots.words[cell] = now;
          slots.since[cell] = event;
          if (now > 0) this.open(id, now, event);
          break;
        }
        case Ev.APPEND:
          slots.append(id, words[at + 1], event);
          if (words[at + 1] > 0) this.open(id, words[at + 1], event);
          break;
        case Ev.INSERT:
          slots.insert(id, words[at + 1], words[at + 2], event);
          if (words[at + 2] > 0) this.open(id, words[at + 2], event);
          break;
        case Ev.DROP_LAST: {
          const cell = slots.start[id] + --slots.count[id];
          if (words[at + 1] > 0) {
            this.close(id, slots.count[id], words[at + 1], slots.since[cell], event);
          }
          break;
        }
        case Ev.REMOVE: {
          const cell = slots.start[id] + words[at + 1];
          if (words[at + 2] > 0) this.close(id, words[at + 1], words[at + 2], slots.since[cell], event);
          slots.remove(id, words[at + 1]);
          break;
        }
        case Ev.SET_DICT: {
          const old = this.dictOf[id];
          if (old > 0) this.close(id, -1, old, this.dictSince[id], event);
          this.dictOf[id] = words[at + 1];
          this.dictSince[id] = event;
          break;
        }
        case Ev.LOCAL:
          if (words[at + 1] > 0) this.name(words[at + 1], event);
          if (words[at + 2] > 0) this.unname(words[at + 2], event);
          break;
        case Ev.RELEASE_LOCAL:
          if (words[at + 1] > 0) this.unname(words[at + 1], event);
          break;
      }
      at += eventWords[op];
      event++;
    }
    cursor.at = at;
    cursor.event = event;
  }

  /** What lies in the slots of these is named by variables. */
  private isNamespace(holder: number): boolean {
    return holder === this.journal.globals || this.journal.objects.kind[holder] === Kind.GENERATOR;
  }

  private sort(holder: number, slot: number): number {
    const { kind, type } = this.journal.objects;
    const attribute = kind[holder] === Kind.INSTANCE ? Math.min(slot + 2, SORTS - 1) : slot < 0 ? 1 : 0;
    return type[holder] * SORTS + attribute;
  }

  private open(holder: number, id: number, event: number): void {
    if (this.isNamespace(holder)) this.name(id, event);
  }

  private close(holder: number, slot: number, id: number, since: number, event: number): void {
    if (this.isNamespace(holder)) this.unname(id, event);
    else this.holders.credit(id, holder, slot, event - since, event);
  }

  private name(id: number, event: number): void {
    if (this.names[id]++ === 0) this.namedSince[id] = event;
  }

  private unname(id: number, event: number): void {
    // A generator's stack entries lie in its slots and were never names.
    if (this.names[id] === 0) return;
    if (--this.names[id] > 0) return;
    this.namedBefore[id] += event - this.namedSince[id];
    this.lastNamed[id] = event;
  }
}
