/**
 * The strong references of a moment as arrays: live objects numbered in order of birth, and for each the objects it
 * refers to. Made once for a moment (`HeapView.once`), about 50 ns an object; every question about reachability, paths,
 * cycles and retained sizes is a walk over it.
 */
import { A_WHILE, type Sliced } from '../base/sliced.ts';
import type { HeapView } from '../playhead/heap-view.ts';

/** Rows of numbers: row n is `to[first[n]] .. to[first[n + 1] - 1]`. */
export interface Rows {
  readonly first: Int32Array;
  readonly to: Int32Array;
}

/** By number of object, 0 .. count - 1. */
export interface ReferenceGraph extends Rows {
  readonly count: number;
  /** Id by number, ascending. */
  readonly ids: Int32Array;
  /** Number by id; -1: not alive. */
  readonly numberOf: Int32Array;
  /** How many references of the graph lead to an object. */
  readonly within: Int32Array;
  /** References held from outside: by frames and native code. Never below 0. */
  readonly outside: Int32Array;
}

/** References from slots, materialised dicts, and of instances to classes written in Python, in this order; to live objects only. */
export function referenceGraph(state: HeapView): ReferenceGraph {
  return state.once(makeGraph);
}

/** The same references backwards: for each object those that refer to it, in order of birth, as often as they do. */
export function referrerRows(state: HeapView): Rows {
  return state.once(makeReferrers);
}

/** Makes `referenceGraph`, a little at a time. */
export function* makeGraph(state: HeapView): Sliced<ReferenceGraph> {
  const { journal, flags, slotCount, refcount } = state;
  const { born } = journal.objects;
  const ids = new Int32Array(born.length);
  const numberOf = new Int32Array(journal.idLimit).fill(-1);
  let count = 0;
  let room = 0;
  for (let i = 0; i < born.length; i++) {
    const id = born.values[i];
    if ((flags[id] & 1) === 0) continue;
    ids[count] = id;
    numberOf[id] = count++;
    room += slotCount[id] + 2;
  }
  yield;
  const first = new Int32Array(count + 1);
  const to = new Int32Array(room);
  for (let number = 0; number < count; number += A_WHILE) {
    first[number + Math.min(A_WHILE, count - number)] = readRows(state, { ids, numberOf, first, to }, number, count);
    yield;
  }
  const at = first[count];
  const within = new Int32Array(count);
  for (let edge = 0; edge < at; edge++) within[to[edge]]++;
  const outside = new Int32Array(count);
  for (let number = 0; number < count; number++) {
    outside[number] = Math.max(0, refcount[ids[number]] - within[number]);
  }
  return { count, ids: ids.subarray(0, count), numberOf, first, to: to.subarray(0, at), within, outside };
}

/** Writes the rows from `begin` on, for a while; returns where the next one begins. `first[begin]` is there. */
function readRows(
  { journal, pool, slotStart, slotCount, dictOf }: HeapView,
  { ids, numberOf, first, to }: Pick<ReferenceGraph, 'ids' | 'numberOf' | 'first' | 'to'>,
  begin: number,
  count: number,
): number {
  const { heapTypes } = journal;
  const { type } = journal.objects;
  const stop = Math.min(count, begin + A_WHILE);
  let at = first[begin];
  for (let number = begin; number < stop; number++) {
    const id = ids[number];
    first[number] = at;
    const end = slotStart[id] + slotCount[id];
    for (let cell = slotStart[id]; cell < end; cell++) {
      const target = pool[cell] > 0 ? numberOf[pool[cell]] : -1;
      if (target >= 0) to[at++] = target;
    }
    const dict = dictOf[id] > 0 ? numberOf[dictOf[id]] : -1;
    if (dict >= 0) to[at++] = dict;
    const itsClass = heapTypes[type[id]] === 1 ? numberOf[type[id]] : -1;
    if (itsClass >= 0) to[at++] = itsClass;
  }
  return at;
}

/** Makes `referrerRows`, a little at a time. */
export function* makeReferrers(state: HeapView): Sliced<Rows> {
  const { count, first, to } = yield* state.onceSliced(makeGraph);
  yield;
  const begins = new Int32Array(count + 1);
  for (let edge = 0; edge < first[count]; edge++) begins[to[edge] + 1]++;
  for (let number = 0; number < count; number++) begins[number + 1] += begins[number];
  yield;
  const next = begins.slice(0, count);
  const from = new Int32Array(first[count]);
  for (let number = 0; number < count; number++) {
    for (let edge = first[number]; edge < first[number + 1]; edge++) from[next[to[edge]]++] = number;
    if (number % (8 * A_WHILE) === 0) yield;
  }
  return { first: begins, to: from };
}

/** 1 by number for what `starts` (numbers) reach. */
export function reachedFrom({ first, to }: Rows, count: number, starts: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(count);
  const queue = new Int32Array(count);
  let end = 0;
  for (const start of starts) {
    if (reached[start] === 1) continue;
    reached[start] = 1;
    queue[end++] = start;
  }
  spread({ first, to }, reached, queue, end);
  return reached;
}

function spread({ first, to }: Rows, reached: Uint8Array, queue: Int32Array, end: number): void {
  for (let next = 0; next < end; next++) {
    const number = queue[next];
    for (let edge = first[number]; edge < first[number + 1]; edge++) {
      const target = to[edge];
      if (reached[target] === 1) continue;
      reached[target] = 1;
      queue[end++] = target;
    }
  }
}

/** 1 by number for what is held from outside or reached from what is: all that is no garbage. */
export function reachable(state: HeapView): Uint8Array {
  return state.once(makeReachable);
}

/** Makes `reachable`, a little at a time. */
export function* makeReachable(state: HeapView): Sliced<Uint8Array> {
  const graph = yield* state.onceSliced(makeGraph);
  yield;
  const starts = new Int32Array(graph.count);
  let length = 0;
  for (let number = 0; number < graph.count; number++) if (graph.outside[number] > 0) starts[length++] = number;
  return reachedFrom(graph, graph.count, starts.subarray(0, length));
}
