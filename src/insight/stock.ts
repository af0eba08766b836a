/** What is there at a moment, as a record that outlives it: two of them can be compared. */
import type { Journal } from '../journal/journal.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { referenceGraph } from './reference-graph.ts';

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
  const { journal, position, size } = state;
  const { library } = journal.objects;
  const ids = referenceGraph(state).ids.filter((id) => library[id] === 0);
  return { journal, position, ids, bytes: ids.map((id) => size[id]) };
}
