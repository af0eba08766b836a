/**
 * Columns of numbers whose contents can be kept and brought back cheaply: they are divided into pages, a copy is made
 * only of what was changed since the last copy, column by column of a page, and only what differs is copied back.
 *
 * Whoever writes row r sets `dirty[r >>> PAGE_SHIFT] = 1`. Invariant: a page that is not dirty has the contents of
 * `kept[page]`, and is blank beyond the end of `kept`.
 */
import { roomFor } from '../base/growable.ts';

export const PAGE_SHIFT = 9;
export const PAGE_ROWS = 1 << PAGE_SHIFT;

export type Column = Int32Array | Uint8Array;
/** A copy of the rows of one page: an array for each column. Never changed. */
export type Page = readonly Column[];

export class PagedTable {
  columns: Column[];
  dirty = new Uint8Array(0);
  private readonly kept: Page[] = [];

  /** `blank`: columns of PAGE_ROWS rows as they are before anything is written. */
  constructor(readonly blank: Page) {
    this.columns = blank.map((column) => column.slice(0, 0));
  }

  get rows(): number {
    return this.dirty.length << PAGE_SHIFT;
  }

  /** Makes room for `rows` rows. Replaces the columns. True when it did. */
  reserve(rows: number): boolean {
    if (rows <= this.rows) return false;
    const pages = Math.ceil(roomFor(rows, this.rows) / PAGE_ROWS);
    this.columns = this.columns.map((column, i) => {
      const larger = new (column.constructor as new (length: number) => Column)(pages << PAGE_SHIFT);
      larger.set(column);
      // What is 0 anyway is not written: memory that nobody has written costs nothing.
      if (this.blank[i][0] !== 0) larger.fill(this.blank[i][0], column.length);
      return larger;
    });
    const dirty = new Uint8Array(pages);
    dirty.set(this.dirty);
    this.dirty = dirty;
    return true;
  }

  /** The contents, as pages. `count` is told the bytes of each new copy of a column. */
  keep(count: (bytes: number) => void): Page[] {
    for (let page = 0; page < this.dirty.length; page++) {
      if (this.dirty[page] === 0) continue;
      const from = page << PAGE_SHIFT;
      const before = this.kept[page] ?? this.blank;
      const copy = this.columns.map((column, i) => {
        // A count has changed; sizes and places of slots have not: they are most of a page.
        if (isSame(column, from, before[i])) return before[i];
        count(before[i].byteLength);
        return column.slice(from, from + PAGE_ROWS);
      });
      this.setKept(page, copy);
      this.dirty[page] = 0;
    }
    return this.kept.slice();
  }

  /** Brings back what `keep` gave; rows that did not exist then are empty. */
  restore(pages: readonly Page[]): void {
    for (let page = 0; page < this.dirty.length; page++) {
      const wanted = pages[page] ?? this.blank;
      if (this.dirty[page] === 0 && (this.kept[page] ?? this.blank) === wanted) continue;
      const from = page << PAGE_SHIFT;
      const before = this.dirty[page] === 0 ? this.kept[page] : undefined;
      for (let i = 0; i < this.columns.length; i++) if (before?.[i] !== wanted[i]) this.columns[i].set(wanted[i], from);
      this.setKept(page, wanted);
      this.dirty[page] = 0;
    }
  }

  private setKept(page: number, contents: Page): void {
    while (this.kept.length <= page) this.kept.push(this.blank);
    this.kept[page] = contents;
  }
}

function isSame(column: Column, from: number, rows: Column): boolean {
  for (let row = 0; row < PAGE_ROWS; row++) if (column[from + row] !== rows[row]) return false;
  return true;
}
