/**
 * The frames at one moment, flat: frame i is the words [4i, 4i + 4) of `words`: code id, line, and where its slots and
 * its part of the value stack begin; both end where those of the next frame begin.
 */
import { assert } from '../base/assert.ts';
import { grownInt32 } from '../base/growable.ts';

const FRAME_WORDS = 4;
const CODE = 0;
const LINE = 1;
const SLOTS = 2;
const STACK = 3;

export interface FrameStackCopy {
  readonly words: Int32Array;
  readonly slots: Int32Array;
  readonly stack: Int32Array;
}

export class FrameStack {
  depth = 0;
  words: Int32Array = new Int32Array(64 * FRAME_WORDS);
  slots: Int32Array = new Int32Array(256);
  slotsTop = 0;
  stack: Int32Array = new Int32Array(256);
  stackTop = 0;

  enter(code: number, line: number, slotCount: number): void {
    const at = this.depth++ * FRAME_WORDS;
    if (at === this.words.length) this.words = grownInt32(this.words, at * 2);
    this.words[at + CODE] = code;
    this.words[at + LINE] = line;
    this.words[at + SLOTS] = this.slotsTop;
    this.words[at + STACK] = this.stackTop;
    this.reserveSlots(this.slotsTop + slotCount);
    this.slots.fill(0, this.slotsTop, this.slotsTop + slotCount);
    this.slotsTop += slotCount;
  }

  leave(): void {
    assert(this.depth > 0, 'a frame is left, but there is none');
    const at = --this.depth * FRAME_WORDS;
    this.slotsTop = this.words[at + SLOTS];
    this.stackTop = this.words[at + STACK];
  }

  get line(): number {
    return this.words[this.depth * FRAME_WORDS - FRAME_WORDS + LINE];
  }
  set line(line: number) {
    this.words[this.depth * FRAME_WORDS - FRAME_WORDS + LINE] = line;
  }

  code(frame: number): number {
    return this.words[frame * FRAME_WORDS + CODE];
  }
  lineOf(frame: number): number {
    return this.words[frame * FRAME_WORDS + LINE];
  }
  slotsStart(frame: number): number {
    return this.words[frame * FRAME_WORDS + SLOTS];
  }
  slotsEnd(frame: number): number {
    return frame + 1 < this.depth ? this.slotsStart(frame + 1) : this.slotsTop;
  }
  stackStart(frame: number): number {
    return this.words[frame * FRAME_WORDS + STACK];
  }
  stackEnd(frame: number): number {
    return frame + 1 < this.depth ? this.stackStart(frame + 1) : this.stackTop;
  }

  /** Puts a cell word into a slot of the innermost frame. */
  setLocal(slot: number, word: number): void {
    const at = this.words[this.depth * FRAME_WORDS - FRAME_WORDS + SLOTS] + slot;
    if (at >= this.slotsTop) {
      this.reserveSlots(at + 1);
      this.slots.fill(0, this.slotsTop, at + 1);
      this.slotsTop = at + 1;
    }
    this.slots[at] = word;
  }

  push(id: number): void {
    if (this.stackTop === this.stack.length) this.stack = grownInt32(this.stack, this.stackTop * 2);
    this.stack[this.stackTop++] = id;
  }

  /** Removes the topmost entry that is `id`: instructions may take entries from the middle. */
  pop(id: number): void {
    const top = --this.stackTop;
    if (top < 0 || this.stack[top] !== id) this.popFromBelow(id);
  }

  private popFromBelow(id: number): void {
    const at = this.stack.subarray(0, this.stackTop + 1).lastIndexOf(id);
    assert(at >= 0, `object ${id} is popped, but it is not on the value stack`);
    this.stack.copyWithin(at, at + 1, this.stackTop + 1);
  }

  copy(): FrameStackCopy {
    return {
      words: this.words.slice(0, this.depth * FRAME_WORDS),
      slots: this.slots.slice(0, this.slotsTop),
      stack: this.stack.slice(0, this.stackTop),
    };
  }

  restore(copy: FrameStackCopy): void {
    this.depth = copy.words.length / FRAME_WORDS;
    if (this.words.length < copy.words.length) this.words = grownInt32(this.words, copy.words.length);
    this.words.set(copy.words);
    this.slotsTop = copy.slots.length;
    this.reserveSlots(this.slotsTop);
    this.slots.set(copy.slots);
    this.stackTop = copy.stack.length;
    if (this.stack.length < this.stackTop) this.stack = grownInt32(this.stack, this.stackTop);
    this.stack.set(copy.stack);
  }

  private reserveSlots(count: number): void {
    if (count > this.slots.length) this.slots = grownInt32(this.slots, count * 2);
  }
}

export function copyBytes(copy: FrameStackCopy): number {
  return copy.words.byteLength + copy.slots.byteLength + copy.stack.byteLength;
}
