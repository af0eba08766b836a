/**
 * The events that change a heap, and the writer that records them.
 *
 * A journal is a row of 32-bit words. The first word of an event holds its operation in the low 6 bits and an object
 * id (or a small number) in the upper 26; up to three further words follow. An event says what was there before as
 * well as what is there now, so that it can be undone without looking anything up.
 *
 * Two families keep the books apart: **count** events change a refcount, **slot** events change where a reference lies.
 * INCREF 7 and then "7 now lies in slot 2 of 5" is how CPython does it, too: the reference is owned by native code in
 * between. So at every event: refcount = references in slots and on the stack + references held by native code.
 *
 * A *cell word* (the values of slots and locals) is 0 for nothing, positive for an object's id, negative for an atom
 * or a built-in object: odd negative words are small ints, even ones index the atom table (see `encodeSmallInt`).
 */
import * as Ev from './event-numbers.ts';

export { Ev };

export const OP_BITS = 6;
export const OP_MASK = (1 << OP_BITS) - 1;
/** Largest object id that fits into an event. */
export const MAX_ID = 2 ** (31 - OP_BITS) - 1;

/** How many further words follow the first one, by operation. */
export const extraWords: readonly number[] = (() => {
  const table: number[] = new Array(OP_MASK + 1).fill(0);
  table[Ev.ALLOC] = 3;
  for (const op of [Ev.SET, Ev.RESUME]) table[op] = 3;
  for (const op of [Ev.INSERT, Ev.REMOVE, Ev.RELEASE, Ev.SET_DICT, Ev.LOCAL, Ev.SUSPEND, Ev.COLLECT_END, Ev.WEAKEN])
    table[op] = 2;
  for (const op of [Ev.RESIZE, Ev.ATOM_BYTES]) table[op] = 2;
  for (const op of [Ev.FREE, Ev.APPEND, Ev.DROP_LAST, Ev.LEAVE, Ev.RELEASE_LOCAL, Ev.LINE, Ev.UNTRACK, Ev.MOVE])
    table[op] = 1;
  for (const op of [Ev.COLLECT_START, Ev.PHASE, Ev.THRESHOLD, Ev.EMBED]) table[op] = 1;
  return table;
})();

/** Why an object died. */
export const Cause = { REFCOUNT: 1, COLLECTED: 2, SWEPT: 3 } as const;
export const CollectCause = { EXPLICIT: 0, THRESHOLD: 1 } as const;
/** The phases of a collection, in CPython's order; GREY and SWEEP belong to the textbook mark-and-sweep. */
export const Phase = {
  NONE: 0,
  UPDATE_REFS: 1,
  SUBTRACT_REFS: 2,
  MOVE_UNREACHABLE: 3,
  HANDLE_WEAKREFS: 4,
  FINALIZE: 5,
  HANDLE_RESURRECTED: 6,
  DELETE_GARBAGE: 7,
  MARK: 8,
  SWEEP: 9,
} as const;

const SMALL_INT_LIMIT = 2 ** 29;

/**
 * The cell word of a small int, or 0 when it does not fit. Common ints have small words (0, -1, 1, -2 ... are -1, -3, -5,
 * -7 ...): the host carries words of more than 30 bits about in objects of their own.
 */
export function encodeSmallInt(value: number): number {
  if (value <= -SMALL_INT_LIMIT || value >= SMALL_INT_LIMIT) return 0;
  return -((((value << 1) ^ (value >> 31)) << 1) | 1);
}
/** The cell word of entry `index` of the atom table. */
export function encodeAtomIndex(index: number): number {
  return -((index + 1) << 1);
}
export function isSmallIntWord(word: number): boolean {
  return word < 0 && (-word & 1) === 1;
}
export function decodeSmallInt(word: number): number {
  const folded = -word >>> 1;
  return (folded >>> 1) ^ -(folded & 1);
}
export function decodeAtomIndex(word: number): number {
  return (-word >>> 1) - 1;
}

/** Words in a chunk. An event never spans two chunks. */
export const CHUNK_WORDS = 1 << 16;
/** Chunks that are kept to be written anew: 96 MB. */
const MOST_SPARE = 384;
/** Last word at which an event of any length may begin. */
const LAST_START = CHUNK_WORDS - 4;

/** Appends events to chunks of words. One a run; the heap and the machine write, the journal reads. */
export class EventWriter {
  words: Int32Array = new Int32Array(CHUNK_WORDS);
  /** Next free word of the current chunk. */
  at = 0;
  /** Chunks that are full, oldest first. */
  readonly full: Int32Array[] = [];
  /** Chunks of an earlier run, to be written anew: memory that is new is slow at its first touch. */
  spare: Int32Array[] = [];

  /** Words recorded so far. */
  get wordCount(): number {
    return this.full.length * CHUNK_WORDS + this.at;
  }

  /** Forgets everything recorded so far: the built-in objects come into being before the journal begins. */
  restart(): void {
    this.full.length = 0;
    this.at = 0;
    // Assigned anew: the host takes what was assigned once for a constant, and would drop all code that writes events,
    // and what it is about to make of the interpreter's loop, when the first chunk is full.
    this.words = new Int32Array(CHUNK_WORDS);
  }

  one(op: number, id: number): void {
    if (this.at > LAST_START) this.turnOver();
    const { words, at } = this;
    words[at] = op | (id << OP_BITS);
    this.at = at + 1;
  }
  two(op: number, id: number, a: number): void {
    if (this.at > LAST_START) this.turnOver();
    const { words, at } = this;
    words[at] = op | (id << OP_BITS);
    words[at + 1] = a;
    this.at = at + 2;
  }
  three(op: number, id: number, a: number, b: number): void {
    if (this.at > LAST_START) this.turnOver();
    const { words, at } = this;
    words[at] = op | (id << OP_BITS);
    words[at + 1] = a;
    words[at + 2] = b;
    this.at = at + 3;
  }
  four(op: number, id: number, a: number, b: number, c: number): void {
    if (this.at > LAST_START) this.turnOver();
    const { words, at } = this;
    words[at] = op | (id << OP_BITS);
    words[at + 1] = a;
    words[at + 2] = b;
    words[at + 3] = c;
    this.at = at + 4;
  }

  /**
   * Makes sure that `count` words fit into the current chunk, for who writes a known row of events into `words` at once,
   * from `at` on, and moves `at` past them.
   */
  reserve(count: number): void {
    if (this.at > CHUNK_WORDS - count) this.turnOver();
  }

  private turnOver(): void {
    this.words.fill(Ev.END_OF_CHUNK, this.at);
    this.full.push(this.words);
    this.words = this.spare.pop() ?? new Int32Array(CHUNK_WORDS);
    this.at = 0;
  }
}

/** Adds to `spare` what of `chunks`, which nobody reads any more, can be written anew. */
export function keepSpare(spare: Int32Array[], chunks: readonly Int32Array[]): void {
  for (const chunk of chunks) if (chunk.length === CHUNK_WORDS && spare.length < MOST_SPARE) spare.push(chunk);
}
