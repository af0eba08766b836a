/**
 * Operations on sets with any iterable, shared by set, frozenset and their operators.
 * Source: CPython Objects/setobject.c (set_update_internal, set_intersection, set_difference ...).
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import { dictLength } from './dict-table.ts';
import { mayBeTracked } from './may-be-tracked.ts';
import {
  emptySetSlots,
  hashOf,
  makeRoomFor,
  newSetTable,
  setAdd,
  setAddHashed,
  setBytes,
  setDiscard,
  setElements,
  setFind,
  setLength,
  setMerge,
  setSwap,
  setTable,
} from './set-table.ts';

export function isSet(m: Machine, id: number): boolean {
  const kind = m.heap.kind[id];
  return kind === Kind.SET || kind === Kind.FROZENSET;
}

/** An empty set or frozenset of `type`, which may be a subclass. */
export function newSetOfType(m: Machine, type: number): number {
  const kind = m.isSubtype(type, m.type('frozenset')) ? Kind.FROZENSET : Kind.SET;
  return newContainer(m, kind, type, emptySetSlots(), newSetTable(), setBytes(8));
}

/** A finished frozenset: from 3.15 on it is not tracked when its elements need no collector. */
export function settleTracking(m: Machine, set: number): void {
  const heap = m.heap;
  if (m.profile.tracksAtomFrozensets || !isExactly(m, set, 'frozenset')) return;
  if (!setElements(heap, set).elements.some((element) => mayBeTracked(heap, element))) {
    heap.untrack(set);
  }
}

/** The built-in type that results of operators have: subclasses do not pass theirs on. */
function baseTypeOf(m: Machine, set: number): number {
  return m.type(m.heap.kind[set] === Kind.FROZENSET ? 'frozenset' : 'set');
}

/** A new set or frozenset with the elements of `source` (any iterable); owned. */
export function newSetFrom(m: Machine, type: number, source: number): number {
  return filled(m, newSetOfType(m, type), (set) => setUpdate(m, set, source));
}

/** Fills a set (owned), dropping it when that fails. */
function filled(m: Machine, set: number, fill: (set: number) => void): number {
  try {
    fill(set);
  } catch (error) {
    m.heap.decref(set);
    throw error;
  }
  settleTracking(m, set);
  return set;
}

export function copySet(m: Machine, set: number): number {
  return newSetFrom(m, baseTypeOf(m, set), set);
}

export function setUpdate(m: Machine, set: number, source: number): void {
  if (isSet(m, source)) {
    setMerge(m, set, source);
    return;
  }
  if (m.heap.kind[source] === Kind.DICT && isExactly(m, source, 'dict')) {
    makeRoomFor(m.heap, set, dictLength(m.heap, source));
  }
  m.forEach(source, (element) => {
    setAdd(m, set, element);
  });
}

export function union(m: Machine, set: number, others: readonly number[]): number {
  return filled(m, copySet(m, set), (result) => {
    // set_union passes the set itself over: its copy needs no further room.
    for (const other of others) if (other !== set) setUpdate(m, result, other);
  });
}

export function intersection(m: Machine, set: number, other: number): number {
  return filled(m, newSetOfType(m, baseTypeOf(m, set)), (result) => {
    if (isSet(m, other)) {
      // The smaller one is gone through.
      const [small, large] = setLength(m.heap, other) > setLength(m.heap, set) ? [set, other] : [other, set];
      eachElement(m, small, (element, hash) => {
        if (setFind(m, large, element, hash) >= 0) setAddHashed(m, result, element, hash);
      });
      return;
    }
    m.forEach(other, (element) => {
      const hash = hashOf(m, element);
      if (setFind(m, set, element, hash) >= 0) setAddHashed(m, result, element, hash);
    });
  });
}

export function difference(m: Machine, set: number, other: number): number {
  const length = setLength(m.heap, set);
  if (!isSet(m, other) || length >> 2 > setLength(m.heap, other)) {
    return filled(m, copySet(m, set), (result) => differenceUpdate(m, result, other));
  }
  return filled(m, newSetOfType(m, baseTypeOf(m, set)), (result) => {
    eachElement(m, set, (element, hash) => {
      if (setFind(m, other, element, hash) < 0) setAddHashed(m, result, element, hash);
    });
  });
}

export function symmetricDifference(m: Machine, set: number, other: number): number {
  const result = newSetFrom(m, baseTypeOf(m, set), other);
  return filled(m, result, () => symmetricDifferenceUpdate(m, result, set));
}

export function differenceUpdate(m: Machine, set: number, other: number): void {
  if (set === other) {
    eachElement(m, set, (element, hash) => void setDiscard(m, set, element, hash));
    return;
  }
  if (isSet(m, other)) {
    eachElement(m, other, (element, hash) => void setDiscard(m, set, element, hash));
    return;
  }
  m.forEach(other, (element) => {
    setDiscard(m, set, element);
  });
}

export function intersectionUpdate(m: Machine, set: number, other: number): void {
  const result = intersection(m, set, other);
  setSwap(m.heap, set, result);
  m.heap.decref(result);
}

export function symmetricDifferenceUpdate(m: Machine, set: number, other: number): void {
  const source = isSet(m, other) ? other : newSetFrom(m, m.type('set'), other);
  if (source === other) m.heap.incref(source);
  try {
    eachElement(m, source, (element, hash) => {
      if (!setDiscard(m, set, element, hash)) setAddHashed(m, set, element, hash);
    });
  } finally {
    m.heap.decref(source);
  }
}

export function isSubset(m: Machine, set: number, other: number): boolean {
  if (setLength(m.heap, set) > setLength(m.heap, other)) return false;
  let all = true;
  eachElement(m, set, (element, hash) => {
    all = setFind(m, other, element, hash) >= 0;
    return all;
  });
  return all;
}

export function isDisjoint(m: Machine, set: number, other: number): boolean {
  let disjoint = true;
  if (isSet(m, other)) {
    const [small, large] = setLength(m.heap, other) > setLength(m.heap, set) ? [set, other] : [other, set];
    eachElement(m, small, (element, hash) => {
      disjoint = setFind(m, large, element, hash) < 0;
      return disjoint;
    });
    return disjoint;
  }
  m.forEach(other, (element) => {
    disjoint = setFind(m, set, element) < 0;
    return disjoint;
  });
  return disjoint;
}

/** Calls `each` with every element in table order, kept alive meanwhile, and its hash. Return false to stop. */
function eachElement(m: Machine, set: number, each: (element: number, hash: number) => boolean | void): void {
  const heap = m.heap;
  // The slots are read anew each time: an __eq__ may have changed the set.
  for (let at = 0; at < heap.slots[set]!.length; at++) {
    const element = heap.slots[set]![at];
    if (element === 0) continue;
    heap.incref(element);
    try {
      if (each(element, setTable(heap, set).hashes[at]) === false) return;
    } finally {
      heap.decref(element);
    }
  }
}
