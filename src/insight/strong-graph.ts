/** The roots of a moment, and the search along strong references from them. */
import type { HeapView } from '../playhead/heap-view.ts';
import { referenceGraph, type ReferenceGraph } from './reference-graph.ts';

/** A place from which an object is reached without passing another object. */
export interface Root {
  readonly kind: 'global' | 'local' | 'stack' | 'native';
  readonly id: number;
  /** Frame, or -1. */
  readonly frame: number;
  /** Slot of the dict of globals or of the frame, or -1. */
  readonly slot: number;
}

/** Global variables in order, then the frames' locals and stack entries, innermost frame first. */
export function namedRoots(state: HeapView): Root[] {
  const roots: Root[] = [];
  const { globals } = state.journal;
  for (let slot = 1; slot < state.slotCount[globals]; slot += 2) {
    const id = state.slot(globals, slot);
    if (id > 0) roots.push({ kind: 'global', id, frame: -1, slot });
  }
  for (const { index, locals, stack } of state.frames().reverse()) {
    locals.forEach((id, slot) => {
      if (id > 0) roots.push({ kind: 'local', id, frame: index, slot });
    });
    for (const id of stack) roots.push({ kind: 'stack', id, frame: index, slot: -1 });
  }
  return roots;
}

/** Objects that native code holds: their refcount is larger than the references that the heap and the frames account for. */
export function nativeRoots(state: HeapView): Root[] {
  const { count, ids, outside } = referenceGraph(state);
  const inFrames = heldByFrames(state);
  const roots: Root[] = [];
  for (let number = 0; number < count; number++) {
    if (outside[number] > 0 && outside[number] > (inFrames.get(ids[number]) ?? 0)) {
      roots.push({ kind: 'native', id: ids[number], frame: -1, slot: -1 });
    }
  }
  return roots;
}

/** How often variables and stack entries of frames refer to an object, by id. */
export function heldByFrames(state: HeapView): Map<number, number> {
  const held = new Map<number, number>();
  const add = (id: number): void => void held.set(id, (held.get(id) ?? 0) + 1);
  for (const { locals, stack } of state.frames()) {
    for (const word of locals) if (word > 0) add(word);
    for (const id of stack) add(id);
  }
  return held;
}

/** References to every object from slots, dicts, frames, stacks and instances, by id. */
export function countedReferences(state: HeapView): Int32Array {
  const { count, ids, within } = referenceGraph(state);
  const counted = new Int32Array(state.journal.idLimit);
  for (let number = 0; number < count; number++) counted[ids[number]] = within[number];
  for (const [id, times] of heldByFrames(state)) counted[id] += times;
  return counted;
}

/** In the place of a slot: an object's `__dict__`, and its class. */
export const DICT = -1;
export const CLASS = -2;

/** The class that an instance owns a reference to; 0 for instances of built-in types. */
export function classOf(state: HeapView, id: number): number {
  const { heapTypes, objects } = state.journal;
  return heapTypes[objects.type[id]] === 1 ? objects.type[id] : 0;
}

/** The word that lies in a slot, DICT and CLASS included. */
export function wordAt(state: HeapView, holder: number, slot: number): number {
  if (slot === DICT) return state.dictOf[holder];
  return slot === CLASS ? classOf(state, holder) : state.slot(holder, slot);
}

/** Which slots a search may follow. `holders`: only these are asked about; null: all are. DICT and CLASS always lead on. */
export interface Limits {
  readonly holders: ReadonlySet<number> | null;
  follow(holder: number, slot: number): boolean;
}

const FREE: Limits = { holders: new Set(), follow: () => true };
const UNSEEN = -2;
const FROM_ROOT = -1;

/** A search from roots, breadth first: for every object reached, from where. */
export class Search {
  private readonly graph: ReferenceGraph;
  /** By number: the holder's number from which an object was reached first; FROM_ROOT for roots. */
  private readonly from: Int32Array;
  private readonly queue: Int32Array;
  private readonly isLimited: Uint8Array;
  private readonly rootOf = new Map<number, Root>();
  private next = 0;
  private end = 0;

  constructor(
    private readonly state: HeapView,
    roots: readonly Root[],
    private readonly limits = FREE,
  ) {
    this.graph = referenceGraph(state);
    this.from = new Int32Array(this.graph.count).fill(UNSEEN);
    this.queue = new Int32Array(this.graph.count);
    this.isLimited = limitedRows(this.graph, limits);
    for (const root of roots) {
      const number = this.graph.numberOf[root.id] ?? UNSEEN;
      if (number < 0 || this.from[number] !== UNSEEN) continue;
      this.rootOf.set(number, root);
      this.reach(number, FROM_ROOT);
    }
  }

  /** Searches until `target` is reached; false when it cannot be. */
  find(target: number): boolean {
    const { graph, queue, from, limits, isLimited } = this;
    const { first, to } = graph;
    const goal = graph.numberOf[target] ?? -1;
    if (goal < 0) return false;
    while (from[goal] === UNSEEN && this.next < this.end) {
      const holder = queue[this.next++];
      if (isLimited[holder] === 1) {
        eachReference(this.state, graph.ids[holder], limits, (id) => {
          if (from[graph.numberOf[id]] === UNSEEN) this.reach(graph.numberOf[id], holder);
        });
        continue;
      }
      for (let edge = first[holder]; edge < first[holder + 1]; edge++) {
        if (from[to[edge]] !== UNSEEN) continue;
        from[to[edge]] = holder;
        queue[this.end++] = to[edge];
      }
    }
    return from[goal] !== UNSEEN;
  }

  /** The way to a reached object: its root, and each (holder, slot) passed, from the root on. */
  wayTo(target: number): { root: Root; steps: { holder: number; slot: number; to: number }[] } {
    const { graph, from, limits } = this;
    const steps: { holder: number; slot: number; to: number }[] = [];
    let number = graph.numberOf[target];
    while (from[number] !== FROM_ROOT) {
      const holder = graph.ids[from[number]];
      const to = graph.ids[number];
      steps.push({ holder, slot: slotOf(this.state, holder, to, limits), to });
      number = from[number];
    }
    return { root: this.rootOf.get(number)!, steps: steps.reverse() };
  }

  private reach(number: number, from: number): void {
    this.from[number] = from;
    this.queue[this.end++] = number;
  }
}

/** 1 by number for objects whose slots have to be asked about. */
export function limitedRows({ count, numberOf }: ReferenceGraph, { holders }: Limits): Uint8Array {
  const isLimited = new Uint8Array(count);
  if (holders === null) return isLimited.fill(1);
  for (const id of holders) if (numberOf[id] >= 0) isLimited[numberOf[id]] = 1;
  return isLimited;
}

/** Calls `visit` for each live object that `holder` refers to by a slot that may be followed, with the slot. */
export function eachReference(
  state: HeapView,
  holder: number,
  limits: Limits,
  visit: (id: number, slot: number) => void,
): void {
  const { pool, slotStart, slotCount, dictOf } = state;
  const start = slotStart[holder];
  for (let slot = 0; slot < slotCount[holder]; slot++) {
    const word = pool[start + slot];
    if (word > 0 && state.isAlive(word) && limits.follow(holder, slot)) visit(word, slot);
  }
  if (dictOf[holder] > 0 && state.isAlive(dictOf[holder])) visit(dictOf[holder], DICT);
  const itsClass = classOf(state, holder);
  if (itsClass > 0 && state.isAlive(itsClass)) visit(itsClass, CLASS);
}

function slotOf(state: HeapView, holder: number, to: number, { holders, follow }: Limits): number {
  const start = state.slotStart[holder];
  const asks = holders === null || holders.has(holder);
  for (let slot = 0; slot < state.slotCount[holder]; slot++) {
    if (state.pool[start + slot] === to && (!asks || follow(holder, slot))) return slot;
  }
  return state.dictOf[holder] === to ? DICT : CLASS;
}
