/** Finding objects by what a person would call them. */
import { A_WHILE, type Sliced } from '../../base/sliced.ts';
import { labelAt } from '../../insight/label.ts';
import type { HeapView } from '../../playhead/heap-state.ts';
import { namesAt } from '../picture/moment.ts';

/** Most objects that a search answers with: whoever gets this many needs another question. */
const MOST_RESULTS = 1000;

/**
 * Live objects with `text` as the name of a variable that holds them, as their value, or in their label; best first,
 * classes and functions last, each once. A little at a time; the playhead stays.
 */
export function* findObjects(heap: HeapView, text: string): Sliced<number[]> {
  const wanted = text.toLowerCase();
  const exact: number[] = [];
  const partial: number[] = [];
  const machinery: number[] = [];
  for (const name of namesAt(heap)) if (name.label.toLowerCase() === wanted) exact.push(name.target);
  const { born } = heap.journal.objects;
  for (let i = 0; i < born.length && exact.length + partial.length < MOST_RESULTS; i++) {
    if (i % (A_WHILE / 4) === 0) yield;
    const id = born.values[i];
    if (!heap.isAlive(id) || heap.journal.isLibrary(id)) continue;
    const label = labelAt(heap, id).toLowerCase();
    const value = label.slice(label.indexOf(' ') + 1).replace(/^'(.*)'$/, '$1');
    const isExact = value === wanted || label === wanted;
    if (!isExact && !label.includes(wanted)) continue;
    if (!heap.journal.isCounted(id)) machinery.push(id);
    else (isExact ? exact : partial).push(id);
  }
  return [...new Set([...exact, ...partial, ...machinery])];
}
