/**
 * The heap at one moment, as `fold.ts` and `revert.ts` change it event by event. Everybody else reads it as a
 * `HeapView`.
 *
 * Invariants: every slot range [slotStart, slotStart + room) lies in the pool below `poolTop` and overlaps no other;
 * a row that is written is marked dirty in its table.
 */
import { fail } from '../base/assert.ts';
import { type Sliced, whole } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';
import { FrameStack } from './frame-stack.ts';
import { type FrameView, type HeapView, StateFlag, UNTRACKED } from './heap-view.ts';
import { PAGE_ROWS, PAGE_SHIFT, PagedTable } from './paged-table.ts';

export { type FrameView, type HeapView, StateFlag, UNTRACKED } from './heap-view.ts';

const blankInts = new Int32Array(PAGE_ROWS);
const blankBytes = new Uint8Array(PAGE_ROWS);

export class HeapState implements HeapView {
  position = 0;
  atomBytes = 0;
  readonly frameStack = new FrameStack();

  /** By object id. */
  readonly heads = new PagedTable([
    blankInts,
    blankInts,
    blankInts,
    blankInts,
    new Uint8Array(PAGE_ROWS).fill(UNTRACKED),
    blankBytes,
    blankBytes,
  ]);
  refcount!: Int32Array;
  size!: Int32Array;
  slotStart!: Int32Array;
  slotCount!: Int32Array;
  generation!: Uint8Array;
  flags!: Uint8Array;
  /** Room for slots: 0: none, r: 2 ** r slots. */
  room!: Uint8Array;

  /** By object id: what few objects have. */
  readonly extras = new PagedTable([blankInts, blankInts]);
  weakTarget!: Int32Array;
  dictOf!: Int32Array;

  readonly slots = new PagedTable([blankInts]);
  pool!: Int32Array;
  poolTop = 0;

  /** Number of slots of a frame, and the line it begins on, by code id. */
  frameSlots: number[] = [];
  firstLines: number[] = [];
  /** 1 for types whose instances own a reference to them, by id. */
  heapTypes: Uint8Array = new Uint8Array(0);

  /** What was asked of the present moment. Changed, never replaced: views may stand in front of this object. */
  private readonly answers = { position: -1, events: -1, kept: new Map<unknown, unknown>() };

  private seenIds = -1;
  private seenEvents = -1;

  constructor(readonly journal: Journal) {
    this.slots.reserve(journal.room);
    this.grow();
  }

  /** Follows the journal after an append; does nothing when it has not changed. */
  grow(): void {
    const { journal } = this;
    if (this.seenIds === journal.idLimit && this.seenEvents === journal.eventCount) return;
    this.seenIds = journal.idLimit;
    this.seenEvents = journal.eventCount;
    this.heads.reserve(Math.max(journal.idLimit, journal.room));
    this.extras.reserve(Math.max(journal.idLimit, journal.room));
    [this.refcount, this.size, this.slotStart, this.slotCount, this.generation, this.flags, this.room] = this.heads
      .columns as [Int32Array, Int32Array, Int32Array, Int32Array, Uint8Array, Uint8Array, Uint8Array];
    [this.weakTarget, this.dictOf] = this.extras.columns as [Int32Array, Int32Array];
    this.pool = this.slots.columns[0] as Int32Array;
    this.heapTypes = journal.heapTypes;
    for (const { id, slotNames, firstLine } of journal.codes.values()) {
      this.frameSlots[id] = slotNames.length;
      this.firstLines[id] = firstLine;
    }
  }

  // ---------------------------------------------------------------------------------------------- reading

  isAlive(id: number): boolean {
    return (this.flags[id] & StateFlag.ALIVE) !== 0;
  }

  slot(id: number, index: number): number {
    return index < this.slotCount[id] ? this.pool[this.slotStart[id] + index] : 0;
  }

  get depth(): number {
    return this.frameStack.depth;
  }

  frame(index: number): FrameView {
    const stack = this.frameStack;
    return {
      index,
      code: stack.code(index),
      line: stack.lineOf(index),
      locals: stack.slots.slice(stack.slotsStart(index), stack.slotsEnd(index)),
      stack: stack.stack.slice(stack.stackStart(index), stack.stackEnd(index)),
    };
  }

  frames(): FrameView[] {
    return Array.from({ length: this.depth }, (_, index) => this.frame(index));
  }

  once<Answer>(make: (view: HeapView) => Sliced<Answer>): Answer {
    return whole(this.onceSliced(make));
  }

  *onceSliced<Answer>(make: (view: HeapView) => Sliced<Answer>): Sliced<Answer> {
    const { position } = this;
    if (!this.keptHere().has(make)) {
      const answer = yield* make(this);
      if (this.position !== position) fail(`a question at ${position} went on at ${this.position}`);
      this.keptHere().set(make, answer);
    }
    return this.keptHere().get(make) as Answer;
  }

  /** What has been asked of the present moment; what was asked of another one is forgotten. */
  private keptHere(): Map<unknown, unknown> {
    const { answers, position } = this;
    const { eventCount } = this.journal;
    if (answers.position !== position || answers.events !== eventCount) {
      answers.position = position;
      answers.events = eventCount;
      answers.kept.clear();
    }
    return answers.kept;
  }

  // ---------------------------------------------------------------------------------------------- slots

  /** Puts `word` behind the last slot. */
  append(id: number, word: number): void {
    const count = this.slotCount[id];
    if (count >= roomOf(this.room[id])) this.makeRoom(id);
    const at = this.slotStart[id] + count;
    this.pool[at] = word;
    this.slots.dirty[at >>> PAGE_SHIFT] = 1;
    this.slotCount[id] = count + 1;
    this.heads.dirty[id >>> PAGE_SHIFT] = 1;
  }

  dropLast(id: number): void {
    if (--this.slotCount[id] < 0) fail(`object ${id} loses its last slot, but has none`);
    this.heads.dirty[id >>> PAGE_SHIFT] = 1;
  }

  set(id: number, slot: number, word: number): void {
    if (slot >= this.slotCount[id]) fail(`slot ${slot} of object ${id}: it has ${this.slotCount[id]}`);
    const at = this.slotStart[id] + slot;
    this.pool[at] = word;
    this.slots.dirty[at >>> PAGE_SHIFT] = 1;
  }

  insert(id: number, slot: number, word: number): void {
    this.append(id, 0);
    const at = this.slotStart[id] + slot;
    const end = this.slotStart[id] + this.slotCount[id];
    this.pool.copyWithin(at + 1, at, end - 1);
    this.pool[at] = word;
    this.touchPool(at, end);
  }

  remove(id: number, slot: number): void {
    const at = this.slotStart[id] + slot;
    const end = this.slotStart[id] + this.slotCount[id];
    this.pool.copyWithin(at, at + 1, end);
    this.touchPool(at, end);
    this.dropLast(id);
  }

  private touchPool(from: number, to: number): void {
    this.slots.dirty.fill(1, from >>> PAGE_SHIFT, ((to - 1) >>> PAGE_SHIFT) + 1);
  }

  /** Doubles the room of `id`: in place when it is the last one of the pool (a new object is), else by moving it. */
  private makeRoom(id: number): void {
    const room = this.room[id];
    const before = roomOf(room);
    const after = roomOf(room + 1);
    const start = this.slotStart[id];
    const isLast = room > 0 && start + before === this.poolTop;
    const to = isLast ? start : this.poolTop;
    const end = to + after;
    if (this.slots.reserve(end)) this.pool = this.slots.columns[0] as Int32Array;
    if (!isLast && before > 0) {
      this.pool.copyWithin(to, start, start + before);
      this.touchPool(to, to + before);
    }
    this.poolTop = end;
    this.slotStart[id] = to;
    this.room[id] = room + 1;
    this.heads.dirty[id >>> PAGE_SHIFT] = 1;
  }
}

function roomOf(room: number): number {
  return room === 0 ? 0 : 1 << room;
}
