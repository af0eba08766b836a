/**
 * The attribute values of plain instances, in one array of numbers: an array of the host's own for each of a hundred
 * thousand instances keeps its garbage collector busy for a sixth of the time in which they are made (Node).
 *
 * An instance with values has a block of 4, 8, 16 ... cells: how many values it holds, then the values (0 = not set). The
 * number only grows until the instance dies, so it tells the size of the block, too. Blocks that are given back are used
 * again, last one first. Cell 0 is the count of those that hold nothing.
 *
 * Source: CPython lays the values behind the object's header as well, Objects/dictobject.c (_PyObject_InitInlineValues).
 */
const SMALLEST_BLOCK = 4;

export class InlineValues {
  /** By object id, the index in `cells` of its count; 0: it holds nothing. Replaced as the heap grows. */
  at!: Int32Array;
  /** Replaced as they grow: read anew after whatever may set an attribute. */
  cells: Int32Array;
  /** First cell never used. */
  end = SMALLEST_BLOCK;
  // By the logarithm of its size, the first block to be used again; each holds the index of the next one.
  private readonly free = new Int32Array(32);

  /** `cells`: zeros. */
  constructor(cells: Int32Array) {
    this.cells = cells;
  }

  count(id: number): number {
    return this.cells[this.at[id]];
  }

  /** Borrowed; 0 where there is none. */
  get(id: number, slot: number): number {
    const at = this.at[id];
    return slot < this.cells[at] ? this.cells[at + 1 + slot] : 0;
  }

  /** `slot` is one of those that exist. */
  set(id: number, slot: number, value: number): void {
    this.cells[this.at[id] + 1 + slot] = value;
  }

  append(id: number, value: number): void {
    let at = this.at[id];
    const count = this.cells[at];
    if (at === 0) {
      at = this.take(SMALLEST_BLOCK);
      this.at[id] = at;
    } else if (count >= SMALLEST_BLOCK - 1 && (count & (count + 1)) === 0) at = this.move(id, at, count);
    this.cells[at] = count + 1;
    this.cells[at + 1 + count] = value;
  }

  /** The instance is dead. */
  giveUp(id: number): void {
    const at = this.at[id];
    if (at === 0) return;
    this.at[id] = 0;
    this.giveBack(at, this.cells[at]);
  }

  /** Into a block of twice the size; returns where it is. */
  private move(id: number, from: number, count: number): number {
    const to = this.take(2 * (count + 1));
    this.cells.copyWithin(to, from, from + count + 1);
    this.giveBack(from, count);
    this.at[id] = to;
    return to;
  }

  /** A block of `size` cells, whatever is in them. */
  private take(size: number): number {
    const sort = 31 - Math.clz32(size);
    const again = this.free[sort];
    if (again !== 0) {
      this.free[sort] = this.cells[again];
      return again;
    }
    const at = this.end;
    this.end += size;
    if (this.end > this.cells.length) {
      const larger = new Int32Array(Math.max(this.cells.length * 4, 2 * this.end));
      larger.set(this.cells);
      this.cells = larger;
    }
    return at;
  }

  /** The block at `at`, which held `count` values. */
  private giveBack(at: number, count: number): void {
    const sort = Math.max(2, 32 - Math.clz32(count));
    this.cells[at] = this.free[sort];
    this.free[sort] = at;
  }
}
