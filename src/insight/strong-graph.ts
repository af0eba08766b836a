/** The references of a moment as a graph: strong references between live objects, and the roots. */
import type { HeapView } from '../playhead/heap-view.ts';

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
  const { journal, refcount } = state;
  const counted = countedReferences(state);
  const roots: Root[] = [];
  const { values, length } = journal.objects.born;
  for (let i = 0; i < length; i++) {
    const id = values[i];
    if (state.isAlive(id) && refcount[id] > counted[id]) {
      roots.push({ kind: 'native', id, frame: -1, slot: -1 });
    }
  }
  return roots;
}

/** References to every object from slots, dicts, frames, stacks and instances, by id. */
export function countedReferences(state: HeapView): Int32Array {
  const counted = referencesFrom(state, state.journal.objects.born.view());
  for (const { locals, stack } of state.frames()) {
    for (const word of locals) if (word > 0) counted[word]++;
    for (const id of stack) counted[id]++;
  }
  return counted;
}

/** The same from the slots, dicts and types of `holders` alone. */
export function referencesFrom(state: HeapView, holders: Int32Array): Int32Array {
  const { journal, pool, slotStart, slotCount, dictOf } = state;
  const counted = new Int32Array(journal.idLimit);
  const { type } = journal.objects;
  for (const holder of holders) {
    if (!state.isAlive(holder)) continue;
    const end = slotStart[holder] + slotCount[holder];
    for (let at = slotStart[holder]; at < end; at++) if (pool[at] > 0) counted[pool[at]]++;
    if (dictOf[holder] > 0) counted[dictOf[holder]]++;
    if (journal.heapTypes[type[holder]] === 1) counted[type[holder]]++;
  }
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

const UNSEEN = -2;
const FROM_ROOT = -1;

/** A search from roots, breadth first: for every object reached, from where. */
export class Search {
  /** The holder from which an object was reached first; FROM_ROOT for roots. */
  private readonly from: Int32Array;
  /** The holder's slot, DICT or CLASS. For roots the index of the root. */
  private readonly via: Int32Array;
  private readonly queue: number[] = [];
  private next = 0;

  constructor(
    private readonly state: HeapView,
    readonly roots: readonly Root[],
  ) {
    this.from = new Int32Array(state.journal.idLimit).fill(UNSEEN);
    this.via = new Int32Array(state.journal.idLimit);
    roots.forEach(({ id }, index) => this.reach(id, FROM_ROOT, index));
  }

  /** Searches until `target` is reached; false when it cannot be. `follow` says which references to take. */
  find(target: number, follow: (holder: number, slot: number) => boolean = () => true): boolean {
    const { state, queue } = this;
    const { pool, slotStart, slotCount, dictOf } = state;
    while (this.from[target] === UNSEEN && this.next < queue.length) {
      const holder = queue[this.next++];
      const start = slotStart[holder];
      for (let slot = 0; slot < slotCount[holder]; slot++) {
        const word = pool[start + slot];
        if (word > 0 && this.from[word] === UNSEEN && follow(holder, slot)) this.reach(word, holder, slot);
      }
      const dict = dictOf[holder];
      if (dict > 0) this.reach(dict, holder, DICT);
      const type = classOf(state, holder);
      if (type > 0) this.reach(type, holder, CLASS);
    }
    return this.from[target] !== UNSEEN;
  }

  /** The way to a reached object: its root, and each (holder, slot) passed, from the root on. */
  wayTo(target: number): { root: Root; steps: { holder: number; slot: number; to: number }[] } {
    const steps: { holder: number; slot: number; to: number }[] = [];
    let id = target;
    while (this.from[id] !== FROM_ROOT) {
      steps.push({ holder: this.from[id], slot: this.via[id], to: id });
      id = this.from[id];
    }
    return { root: this.roots[this.via[id]], steps: steps.reverse() };
  }

  private reach(id: number, from: number, via: number): void {
    if (this.from[id] !== UNSEEN) return;
    this.from[id] = from;
    this.via[id] = via;
    this.queue.push(id);
  }
}
