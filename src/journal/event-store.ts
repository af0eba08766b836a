/**
 * The words of all events, and a table of where every 256th event begins, so that any event is found by decoding at
 * most 255 others.
 *
 *     event       0        256        512
 *     blockChunk  0        0          1      index of a chunk
 *     blockAt     0        611        24     word within the chunk
 *
 * Chunks may be packed, from the first one on, while nobody needs them; what is read is unpacked again for a while.
 */
import { GrowableInt32 } from '../base/growable.ts';
import { Ev, extraWords, OP_MASK } from './event-words.ts';

export const BLOCK_SHIFT = 8;
export const BLOCK_EVENTS = 1 << BLOCK_SHIFT;

/** Words of an event, its first one included, by operation. */
export const eventWords = Uint8Array.from(extraWords, (extra) => extra + 1);

/** A chunk that is kept in another form (packed-words.ts). */
export interface StoredWords {
  readonly byteLength: number;
  /** The words, to be read and not to be kept. */
  read(): Int32Array;
}

export class EventStore {
  private readonly chunks: (Int32Array | StoredWords)[] = [];
  private packed = 0;
  /** Number of events. */
  count = 0;
  /** Number of words. */
  wordCount = 0;
  readonly blockChunk = new GrowableInt32(1 << 10);
  readonly blockAt = new GrowableInt32(1 << 10);

  get chunkCount(): number {
    return this.chunks.length;
  }

  /** Takes over words that follow those of before; whoever adds them counts their events. */
  add(words: Int32Array): void {
    this.chunks.push(words);
    this.wordCount += words.length;
  }

  /** The words of a chunk, to be read and not to be kept. */
  wordsOf(index: number): Int32Array {
    const chunk = this.chunks[index];
    return chunk instanceof Int32Array ? chunk : chunk.read();
  }

  /** Packs the first chunk that is not packed yet, if it is before `end`; false: there is none. */
  pack(packed: (words: Int32Array) => StoredWords, end: number): boolean {
    if (this.packed >= end) return false;
    this.chunks[this.packed] = packed(this.wordsOf(this.packed));
    this.packed++;
    return true;
  }

  /**
   * The words are the caller's from now on, as far as they are not packed. Cursors that have read them all go on with what is
   * added later.
   */
  giveAway(): Int32Array[] {
    const words = this.chunks.filter((chunk) => chunk instanceof Int32Array);
    this.chunks.fill(EMPTY);
    return words.filter(({ length }) => length > 0);
  }
}

const EMPTY = new Int32Array(0);

/** A place in the store: reads one event after the other. `words[at]` is the first word of event `event`. */
export class EventCursor {
  words: Int32Array = new Int32Array(0);
  at = 0;
  /** -1: the store was empty when the cursor was made. */
  chunk = -1;
  event = 0;

  constructor(readonly store: EventStore) {
    this.moveTo(0);
  }

  /** Goes to `event` (0 .. store.count; at the end there is nothing to read). */
  moveTo(event: number): this {
    const store = this.store;
    const distance = event - this.event;
    if (distance < 0 || distance >= BLOCK_EVENTS || this.words.length === 0) {
      const block = event >>> BLOCK_SHIFT;
      if (block >= store.blockAt.length) return this.moveToEnd(event);
      this.chunk = store.blockChunk.values[block];
      this.at = store.blockAt.values[block];
      this.words = store.wordsOf(this.chunk);
      this.event = block << BLOCK_SHIFT;
    }
    while (this.event < event) this.next();
    this.settle();
    return this;
  }

  get op(): number {
    return this.words[this.at] & OP_MASK;
  }
  /** The upper bits of the first word: an object id or a small number. */
  get id(): number {
    return this.words[this.at] >>> 6;
  }

  /** Steps over the current event. Must not be called at the end. */
  next(): void {
    this.settle();
    this.at += eventWords[this.words[this.at] & OP_MASK];
    this.event++;
    this.settle();
  }

  /** Goes over to the next chunk when this one is used up and there is another. */
  settle(): void {
    const { store } = this;
    while (
      (this.at >= this.words.length || (this.words[this.at] & OP_MASK) === Ev.END_OF_CHUNK) &&
      this.chunk + 1 < store.chunkCount
    ) {
      this.words = store.wordsOf(++this.chunk);
      this.at = 0;
    }
  }

  private moveToEnd(event: number): this {
    const { chunkCount, count } = this.store;
    if (event !== count) throw new Error(`event ${event} is beyond the last of ${count}`);
    this.chunk = chunkCount - 1;
    this.words = this.chunk < 0 ? EMPTY : this.store.wordsOf(this.chunk);
    this.at = this.words.length;
    this.event = event;
    return this;
  }
}

/**
 * Word offsets of the events of one block, for walking backwards: `fill` puts the chunk and word of event
 * (block * 256 + i) at index i.
 */
export class BlockOffsets {
  readonly chunk = new Int32Array(BLOCK_EVENTS);
  readonly at = new Int32Array(BLOCK_EVENTS);
  /** The block that is laid out; -1: none. */
  block = -1;
  private laid = 0;

  fill(store: EventStore, block: number): void {
    const first = block << BLOCK_SHIFT;
    const length = Math.min(BLOCK_EVENTS, store.count - first);
    if (this.block === block && this.laid === length) return;
    const cursor = new EventCursor(store).moveTo(first);
    for (let i = 0; i < length; i++) {
      this.chunk[i] = cursor.chunk;
      this.at[i] = cursor.at;
      if (i + 1 < length) cursor.next();
    }
    this.block = block;
    this.laid = length;
  }
}
