/**
 * The words of a chunk of events in less than a third of the bytes, for chunks that nobody has looked at for a while. Most
 * events are like another one that came on the same line after the same operation, so an event is written as the
 * difference to the last of those:
 *
 *     operation | flags << 6           one byte; 1: the id differs, 2: a further word does
 *     difference of the id             where it differs
 *     difference of each further word  where one of them does
 *
 * Differences are 32-bit numbers, zigzag (0, -1, 1, -2 ...), in groups of seven bits, the lowest first. Every chunk is
 * packed by itself.
 */
import type { StoredWords } from './event-store.ts';
import { Ev, extraWords, OP_BITS, OP_MASK } from './event-words.ts';

const OTHER_ID = 1 << OP_BITS;
const OTHER_WORDS = 2 << OP_BITS;
/** Most bytes of a word: a difference's, and the byte of the operation. */
const LONGEST = 6;
/** First and further words of an event. */
const COLUMNS = 4;
/** Situations that are told apart: lines and operations before, hashed. Each knows an event of every operation. */
const SITUATION_BITS = 6;
/** Chunks that are kept unpacked, too, because they have been read: a jump reads one or two. */
const MOST_RECENT = 8;

/** The words of one chunk. */
interface PackedWords {
  readonly bytes: Uint8Array;
  /** Of the words, those behind the last event (which are 0) included. */
  readonly length: number;
}

/** Packs the chunks of one journal. */
export class ChunkPacker {
  private room = new Uint8Array(0);
  /** Those that were read last, the last one first. */
  private recent: { readonly packed: PackedWords; readonly words: Int32Array }[] = [];

  /** Takes a millisecond or two for a full chunk. The words are not needed any more afterwards. */
  readonly pack = (words: Int32Array): StoredWords => {
    if (this.room.length < LONGEST * words.length) this.room = new Uint8Array(LONGEST * words.length);
    const packed = packWords(words, this.room);
    return { byteLength: packed.bytes.length, read: () => this.read(packed) };
  };

  private read(packed: PackedWords): Int32Array {
    if (this.recent[0]?.packed === packed) return this.recent[0].words;
    const known = this.recent.find((entry) => entry.packed === packed) ?? { packed, words: unpackWords(packed) };
    this.recent = [known, ...this.recent.filter((entry) => entry !== known)].slice(0, MOST_RECENT);
    return known.words;
  }
}

/** Room for the last event of each operation in each situation: written over alike by who packs and who unpacks. */
function precedents(): Int32Array {
  return new Int32Array(COLUMNS << (SITUATION_BITS + OP_BITS));
}

/** Index of the words of the event that is like the next one. `line`, `before`: the situation. */
function precedentOf(operation: number, line: number, before: number): number {
  const situation = Math.imul(line * 53 + before, 0x9e3779b1) >>> (32 - SITUATION_BITS);
  return COLUMNS * ((situation << OP_BITS) | operation);
}

/** `room`: what is written over; LONGEST bytes a word are enough. */
function packWords(words: Int32Array, room: Uint8Array): PackedWords {
  const last = precedents();
  let line = 0;
  let before = 0;
  let to = 0;
  const write = (difference: number): void => {
    let rest = ((difference << 1) ^ (difference >> 31)) >>> 0;
    while (rest > 127) {
      room[to++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    room[to++] = rest;
  };
  for (let at = 0; at < words.length && (words[at] & OP_MASK) !== Ev.END_OF_CHUNK;) {
    const operation = words[at] & OP_MASK;
    const id = words[at] >>> OP_BITS;
    const index = precedentOf(operation, line, before);
    const extra = extraWords[operation];
    const head = to++;
    room[head] = operation;
    if (id !== last[index]) {
      room[head] |= OTHER_ID;
      write(id - last[index]);
      last[index] = id;
    }
    let isOther = false;
    for (let k = 1; k <= extra; k++) if (words[at + k] !== last[index + k]) isOther = true;
    if (isOther) room[head] |= OTHER_WORDS;
    for (let k = 1; isOther && k <= extra; k++) {
      write((words[at + k] - last[index + k]) | 0);
      last[index + k] = words[at + k];
    }
    before = operation;
    if (operation === Ev.LINE) line = id;
    at += 1 + extra;
  }
  return { bytes: room.slice(0, to), length: words.length };
}

/** The words that were packed, in memory of their own. */
function unpackWords({ bytes, length }: PackedWords): Int32Array {
  const words = new Int32Array(length);
  const last = precedents();
  let line = 0;
  let before = 0;
  let from = 0;
  for (let at = 0; from < bytes.length;) {
    const head = bytes[from++];
    const operation = head & OP_MASK;
    const index = precedentOf(operation, line, before);
    // What differs: the first column, the further ones, or all.
    let column = (head & OTHER_ID) !== 0 ? 0 : 1;
    const end = (head & OTHER_WORDS) !== 0 ? extraWords[operation] : 0;
    for (; column <= end; column++) {
      let rest = bytes[from++];
      // Differences of one byte are by far the most.
      if (rest > 127) {
        rest &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[from++];
          rest |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      last[index + column] += (rest >>> 1) ^ -(rest & 1);
    }
    words[at++] = (last[index] << OP_BITS) | operation;
    for (let k = 1; k <= extraWords[operation]; k++) words[at++] = last[index + k];
    before = operation;
    if (operation === Ev.LINE) line = last[index];
  }
  return words;
}
