/**
 * What would happen if a reference were cut, without running anything: the cascade of reference counts is followed on a
 * copy of the counts. Exact as long as no Python code runs on the way (finalizers, callbacks of weak references).
 */
import { A_WHILE, type Sliced, whole } from '../base/sliced.ts';
import { Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { type Cut, cutText, targetOf } from './cut.ts';
import { finalizerTest } from './finalizer.ts';
import { PERMANENT } from './generations.ts';
import { labelAt } from './object-label.ts';
import { makeGraph, makeReachable, reachedFrom, type ReferenceGraph } from './reference-graph.ts';

/** What becomes of an object. */
export const Fate = {
  /** Not alive. */
  NONE: 0,
  STAYS: 1,
  /** Its count falls to 0: freed before the statement is over. */
  FREED: 2,
  /** No root reaches it any more, but its count stays above 0: it waits for a collection (mark-and-sweep: for the sweep). */
  WAITS: 3,
  /** Was garbage before, and still waits. */
  WAITED: 4,
} as const;

export interface Tally {
  readonly objects: number;
  /** Shallow bytes of the objects; numbers, strings and the like are not counted. */
  readonly bytes: number;
}

export interface WhatIf {
  readonly cut: Cut;
  /** The object that lies at the end of the reference. */
  readonly target: number;
  /** `Fate` by object id. */
  readonly fate: Uint8Array;
  readonly freed: Tally;
  readonly waits: Tally;
  /** Of `waits`: what no collection frees before gc.unfreeze(), because it is frozen, or hangs off what is. */
  readonly frozen: Tally;
  readonly stays: Tally;
  /** Weak references that stay, whose referents would be freed: they would be dead. */
  readonly deadReferences: readonly number[];
  /** Those of them that have a callback, which would run. */
  readonly callbacks: readonly number[];
  /** Objects that would be freed and have a finalizer, which would run first. What it does cannot be foreseen. */
  readonly finalizers: readonly number[];
  /** False when Python code would run: then the rest is what happens if that code keeps nothing and drops nothing. */
  readonly isCertain: boolean;
}

/** A sentence when there is nothing to cut. `isCounted`: false in a heap that only sweeps. */
export function whatIf(state: HeapView, cut: Cut, isCounted = true): WhatIf | string {
  return whole(foresee(state, cut, isCounted));
}

/** Makes `whatIf`, a little at a time; the playhead stays. */
export function* foresee(state: HeapView, cut: Cut, isCounted: boolean): Sliced<WhatIf | string> {
  const target = targetOf(state, cut);
  if (target === 0) return `That reference is gone at this moment; choose one of those that the inspector lists now.`;
  if (cut.slot < 0)
    return `${labelAt(state, cut.holder)} holds ${cutText(state, cut)} as long as it lives; choose another reference.`;
  const graph = yield* state.onceSliced(makeGraph);
  yield;
  const cuts = cutReferences(state, cut, graph);
  const dead = isCounted ? yield* cascade(state, graph, cuts) : new Uint8Array(graph.count);
  return yield* outcome(state, graph, { cut, target, cuts, dead });
}

/** A class is known to its base by a weak reference that nobody else holds: it goes when the class goes. */
function followClasses(state: HeapView, { count, ids, within }: ReferenceGraph, fate: Uint8Array): void {
  const { kind } = state.journal.objects;
  for (let number = 0; number < count; number++) {
    const id = ids[number];
    if (kind[id] !== Kind.WEAKREF || within[number] > 0 || kind[state.weakTarget[id]] !== Kind.TYPE) continue;
    if (!isInFrames(state, id)) fate[id] = fate[state.weakTarget[id]];
  }
}

function isInFrames(state: HeapView, id: number): boolean {
  return state.frames().some(({ locals, stack }) => locals.includes(id) || stack.includes(id));
}

/** What the cut takes away: numbers of objects, each one reference. With the value of a dict goes its key. */
interface References {
  /** Number of the holder, or -1. */
  readonly holder: number;
  readonly targets: readonly number[];
}

function cutReferences(state: HeapView, cut: Cut, { numberOf }: ReferenceGraph): References {
  const words = [targetOf(state, cut)];
  if (isEntry(state, cut)) words.push(state.slot(cut.holder, cut.slot - 1));
  return {
    holder: cut.holder === 0 ? -1 : numberOf[cut.holder],
    targets: words.filter((word) => word > 0).map((word) => numberOf[word]),
  };
}

function isEntry(state: HeapView, { holder, slot }: Cut): boolean {
  return holder > 0 && slot % 2 === 1 && state.journal.objects.kind[holder] === Kind.DICT;
}

/** 1 by number for what dies when the references are gone. */
function* cascade(state: HeapView, graph: ReferenceGraph, { holder, targets }: References): Sliced<Uint8Array> {
  const { count, ids, first, to } = graph;
  const dead = new Uint8Array(count);
  const counts = new Int32Array(count);
  for (let number = 0; number < count; number++) counts[number] = state.refcount[ids[number]];
  const dying = new Int32Array(count);
  let top = 0;
  for (const number of targets) if (--counts[number] === 0) dying[top++] = number;
  for (let died = 0; top > 0; died++) {
    if (died % (2 * A_WHILE) === 0) yield;
    const number = dying[--top];
    dead[number] = 1;
    // What was cut is not there any more to be released.
    const gone = number === holder ? [...targets] : NOTHING;
    for (let edge = first[number]; edge < first[number + 1]; edge++) {
      const target = to[edge];
      if (gone.length > 0 && takeOut(gone, target)) continue;
      if (--counts[target] === 0) dying[top++] = target;
    }
  }
  return dead;
}

const NOTHING: number[] = [];

/** Takes one `value` out of `values`; false when there is none. */
function takeOut(values: number[], value: number): boolean {
  const at = values.indexOf(value);
  if (at >= 0) values.splice(at, 1);
  return at >= 0;
}

/** 1 by number for what is reached from outside when the references are gone. */
function* reachableWithout(
  { count, first, to, outside }: ReferenceGraph,
  { holder, targets }: References,
): Sliced<Uint8Array> {
  const reached = new Uint8Array(count);
  const queue = new Int32Array(count);
  let end = 0;
  for (let number = 0; number < count; number++) {
    const held = holder < 0 && number === targets[0] ? outside[number] - 1 : outside[number];
    if (held <= 0) continue;
    reached[number] = 1;
    queue[end++] = number;
  }
  for (let next = 0; next < end; next++) {
    if (next % (2 * A_WHILE) === 0) yield;
    const number = queue[next];
    const gone = number === holder ? [...targets] : NOTHING;
    for (let edge = first[number]; edge < first[number + 1]; edge++) {
      const target = to[edge];
      if (reached[target] === 1 || (gone.length > 0 && takeOut(gone, target))) continue;
      reached[target] = 1;
      queue[end++] = target;
    }
  }
  return reached;
}

/** What comes to wait and is held by something frozen that waits, too: to a collection, that is a reference from outside. */
function frozenAmong(state: HeapView, graph: ReferenceGraph, fate: Uint8Array): Tally {
  const { count, ids } = graph;
  const starts: number[] = [];
  for (let number = 0; number < count; number++)
    if (fate[ids[number]] === Fate.WAITS && state.generation[ids[number]] === PERMANENT) starts.push(number);
  let objects = 0;
  let bytes = 0;
  if (starts.length === 0) return { objects, bytes };
  const held = reachedFrom(graph, count, starts);
  for (let number = 0; number < count; number++) {
    const id = ids[number];
    if (held[number] === 0 || fate[id] !== Fate.WAITS || state.journal.isLibrary(id)) continue;
    objects++;
    bytes += state.size[id];
  }
  return { objects, bytes };
}

interface Cascade {
  readonly cut: Cut;
  readonly target: number;
  readonly cuts: References;
  readonly dead: Uint8Array;
}

function* outcome(state: HeapView, graph: ReferenceGraph, { cut, target, cuts, dead }: Cascade): Sliced<WhatIf> {
  const { journal, size } = state;
  const { library } = journal.objects;
  const before = yield* state.onceSliced(makeReachable);
  const after = yield* reachableWithout(graph, cuts);
  yield;
  const fate = new Uint8Array(journal.idLimit);
  const objects = [0, 0, 0, 0, 0];
  const bytes = [0, 0, 0, 0, 0];
  const finalizers: number[] = [];
  const hasFinalizer = finalizerTest(state);
  for (let number = 0; number < graph.count; number++) {
    const id = graph.ids[number];
    const unreached = before[number] === 1 ? Fate.WAITS : Fate.WAITED;
    fate[id] = dead[number] === 1 ? Fate.FREED : after[number] === 1 ? Fate.STAYS : unreached;
  }
  yield;
  followClasses(state, graph, fate);
  for (const id of graph.ids) {
    const what = fate[id];
    if (what === Fate.FREED && hasFinalizer(id)) finalizers.push(id);
    if (library[id] === 1) continue;
    objects[what]++;
    bytes[what] += size[id];
  }
  yield;
  const deadReferences: number[] = [];
  for (const id of graph.ids) {
    const referent = state.weakTarget[id];
    if (referent > 0 && fate[referent] === Fate.FREED && fate[id] !== Fate.FREED) deadReferences.push(id);
  }
  const callbacks = deadReferences.filter((id) => state.slot(id, 0) !== 0);
  const tally = (what: number): Tally => ({ objects: objects[what], bytes: bytes[what] });
  return {
    cut,
    target,
    fate,
    freed: tally(Fate.FREED),
    waits: tally(Fate.WAITS),
    frozen: frozenAmong(state, graph, fate),
    stays: tally(Fate.STAYS),
    deadReferences,
    callbacks,
    finalizers,
    isCertain: finalizers.length === 0 && callbacks.length === 0,
  };
}
