/**
 * How the textbook collector finds what is reachable, step by step: roots become grey, a grey object is blackened when
 * all it refers to is grey or black; what stays white is garbage.
 *
 * Objects of the library are left out, and hold what they hold from outside. The roots are taken in order of age. The
 * collector itself begins with those that the machine names; what it finds is the same.
 */
import { A_WHILE, type Sliced } from '../../base/sliced.ts';
import { Phase } from '../../journal/event-words.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { makeGraph } from '../reference-graph.ts';
import type { Thinking } from './deduction.ts';
import { Colour, Step, StepRow, Steps } from './step-row.ts';

/** A little at a time; the playhead stays. */
export function* markReachable(state: HeapView): Sliced<Thinking> {
  const { journal, refcount } = state;
  const { count, ids: alive, first, to } = yield* state.onceSliced(makeGraph);
  yield;
  const steps = new Steps();
  const colour = new Uint8Array(count);
  // What the library holds among itself is nobody's question; what it holds of the program is held from outside.
  const own = Int32Array.from({ length: count }, (_, number) => number).filter((n) => !journal.isLibrary(alive[n]));
  const counted = new Int32Array(count);
  for (const number of own) for (let edge = first[number]; edge < first[number + 1]; edge++) counted[to[edge]]++;
  for (const number of own) colour[number] = Colour.LISTED;
  yield;
  const grey: number[] = [];
  for (const number of own) {
    if (refcount[alive[number]] <= counted[number]) continue;
    steps.add(Step.ROOT, Colour.LISTED, alive[number]);
    colour[number] = Colour.RESCUED;
    grey.push(number);
  }
  let edges = 0;
  for (let marked = 0; grey.length > 0; marked++) {
    if (marked % A_WHILE === 0) yield;
    const number = grey.pop()!;
    for (let edge = first[number]; edge < first[number + 1]; edge++) {
      edges++;
      const target = to[edge];
      if (colour[target] !== Colour.LISTED) continue;
      steps.add(Step.SHADE, alive[number], alive[target]);
      colour[target] = Colour.RESCUED;
      grey.push(target);
    }
    steps.add(Step.BLACKEN, 0, alive[number]);
  }
  yield;
  const ids = own.map((number) => alive[number]);
  const unreachable = own.filter((number) => colour[number] === Colour.LISTED).map((number) => alive[number]);
  const row = new StepRow(ids, journal.idLimit, steps);
  const parts = new Map<number, { first: number; steps: number }>([[Phase.MARK, { first: 0, steps: row.length }]]);
  return { row, parts, examined: ids, edges, unreachable, graph: { ids: alive, first, to } };
}
