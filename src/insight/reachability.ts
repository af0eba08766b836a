/** The kinds of reachability told apart: how each object of a moment is held, and what waits for it. */
import { GrowableInt32 } from '../base/growable.ts';
import { A_WHILE, type Sliced } from '../base/sliced.ts';
import { Kind } from '../journal/event-words.ts';
import { type HeapView, StateFlag } from '../playhead/heap-view.ts';
import { makeGarbageCycles } from './cycles.ts';
import { finalizerTest } from './finalizer.ts';
import { PERMANENT } from './generations.ts';
import { nameOfKey } from './global-names.ts';
import { makeGraph, makeReachable, reachable, reachedFrom, referenceGraph } from './reference-graph.ts';

/** How an object is held; one for each. */
export const Reach = {
  /** Not alive. */
  NONE: 0,
  /** A root reaches it by strong references. */
  STRONG: 1,
  /** Only what `gc.garbage` holds leads to it. */
  IN_GC_GARBAGE: 2,
  /** No strong path, but a weak reference that is alive still leads to it: garbage that can be brought back. */
  WEAK_ONLY: 3,
  /** Garbage: in a cycle, which keeps itself alive. */
  IN_CYCLE: 4,
  /** Garbage: held by a cycle, without being in one. */
  BEHIND_CYCLE: 5,
  /** No root and no cycle holds it: it is being freed at this moment. */
  DYING: 6,
} as const;

/** What else is true of an object: bits. */
export const Mark = {
  /** Found unreachable by the running collection; its finalizer has not been called yet. */
  AWAITS_FINALIZER: 1,
  /** Its finalizer has been called, and it is alive and reachable. */
  RESURRECTED: 2,
  /** In the permanent generation, after gc.freeze(): no collection looks at it. */
  FROZEN: 4,
} as const;

export interface Reachability {
  /** `Reach` and bits of `Mark`, by object id. */
  readonly reach: Uint8Array;
  readonly marks: Uint8Array;
  /** The live objects that are counted (`Journal.isCounted`), by `Reach`, and by bit of `Mark`. */
  readonly counts: Readonly<Record<number, number>>;
  readonly marked: Readonly<Record<number, number>>;
}

export function reachabilityAt(state: HeapView): Reachability {
  return state.once(makeReachability);
}

/** Makes `reachabilityAt`, a little at a time. */
export function* makeReachability(state: HeapView): Sliced<Reachability> {
  const { journal, flags, generation } = state;
  const graph = yield* state.onceSliced(makeGraph);
  const { count, ids } = graph;
  const strong = yield* state.onceSliced(makeReachable);
  yield;
  const byGarbage = onlyByGcGarbage(state);
  yield;
  const weak = reachedByWeak(state);
  const { component } = yield* state.onceSliced(makeGarbageCycles);
  yield;
  const inCycles = new GrowableInt32();
  for (let number = 0; number < count; number++) if (component[ids[number]] > 0) inCycles.push(number);
  const behind = reachedFrom(graph, count, inCycles.view());
  yield;
  const hasFinalizer = finalizerTest(state);
  const condemned = new Set(journal.unreachableAt(state.position));
  const reach = new Uint8Array(journal.idLimit);
  const marks = new Uint8Array(journal.idLimit);
  const tally = new Int32Array(Object.keys(Reach).length);
  const marked: Record<number, number> = {};
  for (let number = 0; number < count; number++) {
    if (number % (4 * A_WHILE) === 0) yield;
    const id = ids[number];
    let how: number = Reach.DYING;
    if (strong[number] === 1) how = byGarbage?.[number] === 1 ? Reach.IN_GC_GARBAGE : Reach.STRONG;
    else if (weak[number] === 1) how = Reach.WEAK_ONLY;
    else if (component[id] > 0) how = Reach.IN_CYCLE;
    else if (behind[number] === 1) how = Reach.BEHIND_CYCLE;
    let mark = 0;
    if (condemned.size > 0 && condemned.has(id) && hasFinalizer(id)) mark |= Mark.AWAITS_FINALIZER;
    if (flags[id] & StateFlag.FINALIZED && strong[number] === 1 && journal.objects.kind[id] !== Kind.GENERATOR)
      mark |= Mark.RESURRECTED;
    if (generation[id] === PERMANENT) mark |= Mark.FROZEN;
    reach[id] = how;
    marks[id] = mark;
    if (!journal.isCounted(id)) continue;
    tally[how]++;
    if (mark !== 0) for (const bit of Object.values(Mark)) if (mark & bit) marked[bit] = (marked[bit] ?? 0) + 1;
  }
  const counts: Record<number, number> = {};
  tally.forEach((objects, how) => {
    if (objects > 0) counts[how] = objects;
  });
  return { reach, marks, counts, marked };
}

/** 1 for what strong and weak references together reach from the roots. */
function reachedByWeak(state: HeapView): Uint8Array {
  const graph = referenceGraph(state);
  const reached = reachable(state).slice();
  let starts = weakTargets(state, reached);
  while (starts.length > 0) {
    const further = reachedFrom(graph, graph.count, starts);
    for (let number = 0; number < graph.count; number++) if (further[number] === 1) reached[number] = 1;
    starts = weakTargets(state, reached);
  }
  return reached;
}

/** Numbers of what weak references among the reached lead to and is not reached itself. */
function weakTargets(state: HeapView, reached: Uint8Array): number[] {
  const { count, ids, numberOf } = referenceGraph(state);
  const targets: number[] = [];
  for (let number = 0; number < count; number++) {
    const target = reached[number] === 1 ? state.weakTarget[ids[number]] : 0;
    if (target > 0 && numberOf[target] >= 0 && reached[numberOf[target]] === 0) targets.push(numberOf[target]);
  }
  return targets;
}

/** 1 for what would not be reached without the list gc.garbage; null when that is empty or not there. */
function onlyByGcGarbage(state: HeapView): Uint8Array | null {
  const { count, numberOf, outside, first, to } = referenceGraph(state);
  const list = gcGarbage(state);
  if (list === 0 || state.slotCount[list] === 0) return null;
  const hidden = numberOf[list];
  const starts: number[] = [];
  for (let number = 0; number < count; number++) if (outside[number] > 0 && number !== hidden) starts.push(number);
  const otherwise = reachedFrom(
    { first: withoutRow(first, hidden, count), to: withoutTargets(to, first, hidden) },
    count,
    starts,
  );
  return otherwise.map((reached, number) => (number === hidden ? 0 : 1 - reached));
}

/** The list `gc.garbage`, or 0: the module `gc` has not been imported. */
function gcGarbage(state: HeapView): number {
  const { journal } = state;
  const { kind, born } = journal.objects;
  for (let i = 0; i < born.length; i++) {
    const id = born.values[i];
    if (kind[id] !== Kind.MODULE || !journal.isLibrary(id)) continue;
    const dict = state.slot(id, 0);
    for (let slot = 0; dict > 0 && slot < state.slotCount[dict]; slot += 2) {
      const key = state.slot(dict, slot);
      const value = state.slot(dict, slot + 1);
      if (key < 0 && value > 0 && kind[value] === Kind.LIST && nameOfKey(journal, key) === 'garbage') return value;
    }
  }
  return 0;
}

function withoutRow(first: Int32Array, row: number, count: number): Int32Array {
  const removed = first[row + 1] - first[row];
  return Int32Array.from({ length: count + 1 }, (_, i) => (i <= row ? first[i] : first[i] - removed));
}

function withoutTargets(to: Int32Array, first: Int32Array, row: number): Int32Array {
  const rest = new Int32Array(to.length - (first[row + 1] - first[row]));
  rest.set(to.subarray(0, first[row]));
  rest.set(to.subarray(first[row + 1]), first[row]);
  return rest;
}
