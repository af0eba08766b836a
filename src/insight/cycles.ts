/** Reference cycles: strongly connected components of the live objects. */
import { GrowableInt32 } from '../base/growable.ts';
import { A_WHILE, type Sliced, whole } from '../base/sliced.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { makeGraph, makeReachable, referenceGraph, type Rows } from './reference-graph.ts';

/** Components that are cycles: two or more objects, or one that refers to itself. */
export interface Cycles {
  /** Component by id: 0 none, else 1 .. count. */
  readonly component: Int32Array;
  readonly count: number;
  /** Number of objects, by component - 1. */
  readonly sizes: Int32Array;
}

/** The cycles of what no root reaches. */
export function garbageCycles(state: HeapView): Cycles {
  return state.once(makeGarbageCycles);
}

/** Makes `garbageCycles`, a little at a time. */
export function* makeGarbageCycles(state: HeapView): Sliced<Cycles> {
  const reached = yield* state.onceSliced(makeReachable);
  const graph = yield* state.onceSliced(makeGraph);
  yield;
  const { numberOf } = graph;
  return yield* cyclesAmong(graph, graph.ids, (id) => reached[numberOf[id]] === 0, state.journal.idLimit);
}

/** `within`: only objects for which it is true take part. */
export function cyclesOf(state: HeapView, within: (id: number) => boolean = () => true): Cycles {
  const graph = referenceGraph(state);
  return whole(cyclesAmong(graph, graph.ids, within, state.journal.idLimit));
}

/**
 * The cycles of rows of references, row n being that of object ids[n].
 * Tarjan's algorithm with an explicit stack (R. Tarjan, Depth-first search and linear graph algorithms, 1972).
 */
export function* cyclesAmong(
  rows: Rows,
  ids: Int32Array,
  within: (id: number) => boolean,
  idLimit: number,
): Sliced<Cycles> {
  const { first, to } = rows;
  const count = ids.length;
  const component = new Int32Array(idLimit);
  const sizes = new GrowableInt32();
  // OUT: takes no part, or its component is complete; 0: not seen yet; else its place in the order of visits.
  const OUT = -1;
  const order = new Int32Array(count);
  for (let number = 0; number < count; number++) if (!within(ids[number])) order[number] = OUT;
  const low = new Int32Array(count);
  const next = first.slice(0, count);
  const open = new Int32Array(count);
  const path = new Int32Array(count);
  let opened = 0;
  let depth = 0;
  let counter = 0;

  const close = (number: number): void => {
    let from = opened;
    while (open[--from] !== number);
    const isCycle = opened - from > 1 || refersToItself(rows, number);
    if (isCycle) sizes.push(opened - from);
    for (let i = from; i < opened; i++) {
      order[open[i]] = OUT;
      if (isCycle) component[ids[open[i]]] = sizes.length;
    }
    opened = from;
  };

  let untilRest = A_WHILE;
  for (let start = 0; start < count; start++) {
    if (order[start] !== 0) continue;
    order[start] = low[start] = ++counter;
    open[opened++] = path[depth++] = start;
    while (depth > 0) {
      if (--untilRest === 0) {
        untilRest = A_WHILE;
        yield;
      }
      const number = path[depth - 1];
      if (next[number] < first[number + 1]) {
        const target = to[next[number]++];
        if (order[target] === OUT) continue;
        if (order[target] === 0) {
          order[target] = low[target] = ++counter;
          open[opened++] = path[depth++] = target;
        } else if (order[target] < low[number]) low[number] = order[target];
        continue;
      }
      depth--;
      if (low[number] === order[number]) close(number);
      else if (low[number] < low[path[depth - 1]]) low[path[depth - 1]] = low[number];
    }
  }
  return { component, count: sizes.length, sizes: sizes.view() };
}

function refersToItself({ first, to }: Rows, number: number): boolean {
  for (let edge = first[number]; edge < first[number + 1]; edge++) if (to[edge] === number) return true;
  return false;
}
