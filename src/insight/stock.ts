/** What is there at a moment, as a record that outlives it: two of them can be compared. */
import { A_WHILE, type Sliced, whole } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';
import { type HeapView, StateFlag } from '../playhead/heap-view.ts';

export interface Stock {
  readonly journal: Journal;
  readonly position: number;
  /** The program's live objects, ascending; those of the library are left out. */
  readonly ids: Int32Array;
  /** Shallow bytes of each. */
  readonly bytes: Int32Array;
}

/** Takes stock of the present moment: 8 bytes an object. */
export function stockOf(state: HeapView): Stock {
  return whole(takeStock(state));
}

/** The same, a little at a time; the playhead stays. */
export function* takeStock(state: HeapView): Sliced<Stock> {
  const { journal, position, size, flags } = state;
  const { born, library } = journal.objects;
  const isOwn = (id: number): boolean => (flags[id] & StateFlag.ALIVE) !== 0 && library[id] === 0;
  let count = 0;
  for (let i = 0; i < born.length; i++) if (isOwn(born.values[i])) count++;
  yield;
  const ids = new Int32Array(count);
  const bytes = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) {
    if (i % (8 * A_WHILE) === 0) yield;
    const id = born.values[i];
    if (!isOwn(id)) continue;
    ids[at] = id;
    bytes[at++] = size[id];
  }
  return { journal, position, ids, bytes };
}
