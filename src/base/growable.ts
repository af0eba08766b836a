import { firstAtLeast } from './bisect.ts';

/**
 * Typed arrays that grow. `values` is replaced when it grows, so fetch it anew after every push; entries from `length`
 * on mean nothing.
 */
export class GrowableInt32 {
  values: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length)
      this.values = grownInt32(this.values, roomFor(this.length + 1, this.length));
    this.values[this.length++] = value;
  }

  pushAll(values: Int32Array): void {
    const length = this.length + values.length;
    if (length > this.values.length) this.values = grownInt32(this.values, roomFor(length, this.values.length));
    this.values.set(values, this.length);
    this.length = length;
  }

  /** The entries, not copied: valid until the next push. */
  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

const PAGE_SHIFT = 16;
const PAGE_ENTRIES = 1 << PAGE_SHIFT;
const PAGE_MASK = PAGE_ENTRIES - 1;

/** Numbers that are added in millions while somebody watches: they grow by pages, and nothing is ever copied. */
export class PagedInt32 {
  length = 0;
  private readonly pages: Int32Array[] = [];
  private last = new Int32Array(0);

  push(value: number): void {
    const at = this.length++ & PAGE_MASK;
    if (at === 0) this.pages.push((this.last = new Int32Array(PAGE_ENTRIES)));
    this.last[at] = value;
  }

  /** Entry `index`, 0 <= index < length. */
  at(index: number): number {
    return this.pages[index >>> PAGE_SHIFT][index & PAGE_MASK];
  }

  /** Of ascending entries: index of the first that is >= `value`; `length` when there is none. */
  firstAtLeast(value: number): number {
    // It is in the last page that begins below `value`, or it is what follows that page.
    const page = this.pages.findLastIndex((entries) => entries[0] < value);
    if (page < 0) return 0;
    const before = page << PAGE_SHIFT;
    return before + firstAtLeast(this.pages[page], Math.min(PAGE_ENTRIES, this.length - before), value);
  }
}

/** As `PagedInt32`, for numbers from 0 on that are mostly below 65,536: a page is wide only when one of its numbers is. */
export class PagedIndexes {
  length = 0;
  private readonly pages: (Uint16Array | Int32Array)[] = [];
  private last: Uint16Array | Int32Array = new Uint16Array(0);

  push(value: number): void {
    const at = this.length++ & PAGE_MASK;
    if (at === 0) this.pages.push((this.last = new Uint16Array(PAGE_ENTRIES)));
    if (value > 0xffff && this.last.BYTES_PER_ELEMENT === 2) {
      this.last = Int32Array.from(this.last);
      this.pages[this.pages.length - 1] = this.last;
    }
    this.last[at] = value;
  }

  /** Entry `index`, 0 <= index < length. */
  at(index: number): number {
    return this.pages[index >>> PAGE_SHIFT][index & PAGE_MASK];
  }
}

/**
 * How many entries to make room for, when `wanted` are too many for `capacity`: in leaps, because to copy what is there
 * takes time, while memory that nobody has written yet takes none.
 */
export function roomFor(wanted: number, capacity: number): number {
  return Math.max(wanted, capacity * 4);
}

/** A copy of `array` with `capacity` entries; the new ones are 0. */
export function grownInt32(array: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}

/** A copy of `array` with `capacity` entries; the new ones are 0. */
export function grownUint8(array: Uint8Array, capacity: number): Uint8Array {
  const larger = new Uint8Array(capacity);
  larger.set(array);
  return larger;
}
