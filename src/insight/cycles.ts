/** Reference cycles: strongly connected components of the live objects. */
import { GrowableInt32 } from '../base/growable.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { classOf } from './strong-graph.ts';

/** Components that are cycles: two or more objects, or one that refers to itself. */
export interface Cycles {
  /** Component by id: 0 none, else 1 .. count. */
  readonly component: Int32Array;
  readonly count: number;
  /** Number of objects, by component - 1. */
  readonly sizes: Int32Array;
}

/**
 * Tarjan's algorithm with an explicit stack (R. Tarjan, Depth-first search and linear graph algorithms, 1972).
 * `within`: only objects for which it is true take part.
 */
export function cyclesOf(state: HeapView, within: (id: number) => boolean = () => true): Cycles {
  const { journal, pool, slotStart, slotCount, dictOf } = state;
  const component = new Int32Array(journal.idLimit);
  const order = new Int32Array(journal.idLimit);
  const low = new Int32Array(journal.idLimit);
  const isOpen = new Uint8Array(journal.idLimit);
  const open: number[] = [];
  const path: number[] = [];
  const nextSlot: number[] = [];
  const sizes = new GrowableInt32();
  let counter = 0;

  const takesPart = (word: number): boolean => word > 0 && state.isAlive(word) && within(word);
  const visit = (id: number): void => {
    order[id] = low[id] = ++counter;
    isOpen[id] = 1;
    open.push(id);
    path.push(id);
    nextSlot.push(0);
  };
  const close = (id: number): void => {
    const from = open.lastIndexOf(id);
    const size = open.length - from;
    const isCycle = size > 1 || refersToItself(state, id);
    if (isCycle) sizes.push(size);
    for (let i = from; i < open.length; i++) {
      isOpen[open[i]] = 0;
      if (isCycle) component[open[i]] = sizes.length;
    }
    open.length = from;
  };

  const { values, length } = journal.objects.born;
  for (let i = 0; i < length; i++) {
    if (order[values[i]] !== 0 || !takesPart(values[i])) continue;
    visit(values[i]);
    while (path.length > 0) {
      const id = path[path.length - 1];
      const slot = nextSlot[nextSlot.length - 1]++;
      const count = slotCount[id];
      if (slot < count + 2) {
        const extra = slot === count ? dictOf[id] : classOf(state, id);
        const word = slot < count ? pool[slotStart[id] + slot] : extra;
        if (!takesPart(word)) continue;
        if (order[word] === 0) visit(word);
        else if (isOpen[word] === 1) low[id] = Math.min(low[id], order[word]);
        continue;
      }
      path.pop();
      nextSlot.pop();
      if (path.length > 0) {
        const above = path[path.length - 1];
        low[above] = Math.min(low[above], low[id]);
      }
      if (low[id] === order[id]) close(id);
    }
  }
  return { component, count: sizes.length, sizes: sizes.view() };
}

function refersToItself(state: HeapView, id: number): boolean {
  const start = state.slotStart[id];
  return state.pool.subarray(start, start + state.slotCount[id]).includes(id);
}
