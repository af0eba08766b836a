/**
 * How CPython finds what is unreachable, step by step: deduce_unreachable of Python/gc.c (update_refs, subtract_refs,
 * move_unreachable), worked out from the heap as it was when the collector began. The journal knows only the outcome.
 */
import { A_WHILE, type Sliced, whole } from '../../base/sliced.ts';
import { Phase } from '../../journal/event-words.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { grownInt32 } from '../../base/growable.ts';
import type { Rows } from '../reference-graph.ts';
import { shownReferences } from './shown-references.ts';
import { Colour, type Counting, Step, StepRow, Steps } from './step-row.ts';

/** A collector's thinking: what it does before it touches the heap. */
export interface Thinking {
  readonly row: StepRow;
  /** The steps of each phase (`Phase` of heap/events.ts): [first, first + steps). */
  readonly parts: ReadonlyMap<number, { readonly first: number; readonly steps: number }>;
  readonly examined: Int32Array;
  /** References that were looked at, those that lead out of the examined set included. */
  readonly edges: number;
  /** What is unreachable in the end, in the order of the collector's list. */
  readonly unreachable: Int32Array;
  /** References among what is examined. */
  readonly graph: ExaminedGraph;
}

/** References among the examined objects, by their place in the list. */
export interface ExaminedGraph extends Rows {
  readonly ids: Int32Array;
}

/** `ids`: what is examined, in the order of the collector's list. The row stands before its first step. */
export function deduceUnreachable(state: HeapView, ids: Int32Array): Thinking {
  return whole(deduction(state, ids));
}

/** The same, a little at a time; the playhead stays. */
export function* deduction(state: HeapView, ids: Int32Array): Sliced<Thinking> {
  const { graph, edges } = yield* referencesAmong(state, ids);
  // Steps are taken later: the counts of this moment are kept.
  const refcounts = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) refcounts[place] = state.refcount[ids[place]];
  yield;
  return yield* deduce({ ...graph, refcounts }, edges, state.journal.idLimit);
}

function* deduce(counting: Counting & ExaminedGraph, edges: Int32Array, idLimit: number): Sliced<Thinking> {
  const { ids, to, refcounts } = counting;
  const count = ids.length;
  // update_refs, subtract_refs.
  const gcRefs = refcounts.slice();
  for (let edge = 0; edge < to.length; edge++) gcRefs[to[edge]]--;
  yield;
  const steps = new Steps(4 * count + 64);
  const { unreachable, followed } = yield* moveUnreachable(counting, gcRefs, steps);
  yield;
  const row = new StepRow(ids, idLimit, steps, counting);
  const subtracted = count + to.length;
  const parts = new Map<number, { first: number; steps: number }>([
    [Phase.UPDATE_REFS, { first: 0, steps: count }],
    [Phase.SUBTRACT_REFS, { first: count, steps: to.length }],
    [Phase.MOVE_UNREACHABLE, { first: subtracted, steps: steps.length }],
  ]);
  let looked = 0;
  for (let place = 0; place < count; place++) looked += edges[place] * (followed[place] + 1);
  return { row, parts, examined: ids, edges: looked, unreachable, graph: counting };
}

/** What the examined objects show of each other, in tp_traverse's order, and how much each shows in all. */
function* referencesAmong(state: HeapView, ids: Int32Array): Sliced<{ graph: ExaminedGraph; edges: Int32Array }> {
  const count = ids.length;
  // 1 + the place, so that what is not examined need not be written.
  const placeOf = new Int32Array(state.journal.idLimit);
  for (let place = 0; place < count; place++) placeOf[ids[place]] = place + 1;
  const first = new Int32Array(count + 1);
  const edges = new Int32Array(count);
  const referents: number[] = [];
  let to = new Int32Array(4 * count);
  let at = 0;
  for (let place = 0; place < count; place++) {
    if (place % A_WHILE === 0) yield;
    first[place] = at;
    const shown = (edges[place] = shownReferences(state, ids[place], referents));
    if (at + shown > to.length) to = grownInt32(to, 2 * (at + shown)) as Int32Array<ArrayBuffer>;
    for (let i = 0; i < shown; i++) {
      const target = placeOf[referents[i]];
      if (target > 0) to[at++] = target - 1;
    }
  }
  first[count] = at;
  return { graph: { ids, first, to: to.subarray(0, at) }, edges };
}

/** move_unreachable. `gcRefs` is changed; `followed`: how often the references of each were followed. */
function* moveUnreachable(
  { ids, first, to }: ExaminedGraph,
  gcRefs: Int32Array,
  steps: Steps,
): Sliced<{ unreachable: Int32Array; followed: Uint8Array }> {
  const count = ids.length;
  const colour = new Uint8Array(count).fill(Colour.COPIED);
  const followed = new Uint8Array(count);
  // The list that CPython walks, with what is rescued coming back at its end.
  const list = new Int32Array(2 * count);
  for (let place = 0; place < count; place++) list[place] = place;
  let end = count;
  for (let at = 0; at < end; at++) {
    if (at % A_WHILE === 0) yield;
    const place = list[at];
    if (gcRefs[place] === 0) {
      steps.add(Step.DOUBT, 0, ids[place]);
      colour[place] = Colour.DOUBTED;
      continue;
    }
    steps.add(Step.KEEP, colour[place], ids[place]);
    colour[place] = Colour.REACHED;
    followed[place] = 1;
    for (let edge = first[place]; edge < first[place + 1]; edge++) {
      const target = to[edge];
      if (colour[target] === Colour.DOUBTED) {
        steps.add(Step.RESCUE, ids[place], ids[target]);
        colour[target] = Colour.RESCUED;
        gcRefs[target] = 1;
        list[end++] = target;
      } else if (colour[target] === Colour.COPIED && gcRefs[target] === 0) {
        steps.add(Step.REACH, ids[place], ids[target]);
        gcRefs[target] = 1;
      }
    }
  }
  // In the order in which they were doubted, which is that of the list.
  const unreachable = new Int32Array(count);
  let found = 0;
  for (let place = 0; place < count; place++) if (colour[place] === Colour.DOUBTED) unreachable[found++] = ids[place];
  return { unreachable: unreachable.slice(0, found), followed };
}
