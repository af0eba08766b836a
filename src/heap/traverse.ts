/**
 * What an object refers to, in the order in which CPython's tp_traverse visits it (cpython-memory.md, 2.5). The order
 * decides that of the collector's lists, and so that of finalizers.
 *
 * `traverse` calls a function for each reference and shows everything. The collector's loops make millions of visits and
 * care for containers only: `appendReferents` writes those into an array that is reused from object to object, which
 * costs no call per reference and no allocation.
 *
 * Sources: Objects/listobject.c, tupleobject.c, dictobject.c (dict_traverse), typeobject.c (subtype_traverse),
 * exceptions.c (BaseException_traverse).
 */
import { Flag, type Heap } from './heap.ts';
import {
  EXCEPTION_FIELDS,
  EXCEPTION_MEMBERS,
  FUNCTION_DICT_PLACE,
  isDerived,
  Kind,
  LAST_ATOM,
  visitsLastFirst,
  walksBackwards,
} from './kinds.ts';

/** Calls `visit` for every reference that `id` owns and shows to the collector, atoms included. Borrowed. */
export function traverse(heap: Heap, id: number, visit: (referent: number) => void): void {
  const kind = heap.kind[id];
  const type = heap.typeOf[id];
  const ownsType = (heap.flags[type] & Flag.HEAP_TYPE) !== 0;
  if (kind === Kind.INSTANCE || isDerived(kind)) {
    visitSlots(heap, id, kind, visit);
    visitDict(heap, id, visit);
    if (ownsType) visit(type);
  } else if (kind === Kind.EXCEPTION) {
    const slots = heap.slots[id]!;
    for (let i = EXCEPTION_MEMBERS; i < slots.length; i++) if (slots[i] !== 0) visit(slots[i]);
    // The dict is a field of the base struct, so subtype_traverse comes to the type before it.
    if (ownsType) visit(type);
    const end = Math.min(slots.length, EXCEPTION_MEMBERS);
    for (let i = EXCEPTION_FIELDS; i < end; i++) if (slots[i] !== 0) visit(slots[i]);
    visitDict(heap, id, visit);
    for (let i = 0; i < EXCEPTION_FIELDS; i++) if (slots[i] !== 0) visit(slots[i]);
  } else if (ownsType) {
    visitDict(heap, id, visit);
    visit(type);
    visitSlots(heap, id, kind, visit);
  } else {
    visitSlots(heap, id, kind, visit);
    if (kind !== Kind.FUNCTION) visitDict(heap, id, visit);
  }
}

function visitSlots(heap: Heap, id: number, kind: number, visit: (referent: number) => void): void {
  if (kind === Kind.INSTANCE) {
    for (let slot = 0; slot < heap.values.count(id); slot++) {
      const value = heap.values.get(id, slot);
      if (value !== 0) visit(value);
    }
    return;
  }
  const slots = heap.slots[id];
  if (slots === null) return;
  if (kind === Kind.DICT) {
    if (heap.flags[id] & Flag.EMBEDDED) return;
    visitEntries(heap, slots, visit);
  } else if (walksBackwards(kind)) {
    for (let i = slots.length - 1; i >= 0; i--) if (slots[i] !== 0) visit(slots[i]);
  } else {
    const end = visitsLastFirst(kind) ? slots.length - 1 : slots.length;
    if (end >= 0 && end < slots.length && slots[end] !== 0) visit(slots[end]);
    // The value of an instance of `class Name(str)` is no object for CPython.
    for (let i = isDerived(kind) ? 1 : 0; i < end; i++) {
      if (kind === Kind.FUNCTION && i === FUNCTION_DICT_PLACE) visitDict(heap, id, visit);
      if (slots[i] !== 0) visit(slots[i]);
    }
  }
}

/** Value, then key, entry by entry; no keys at all when every one is a str. */
function visitEntries(heap: Heap, slots: readonly number[], visit: (referent: number) => void): void {
  const keysToo = hasOtherKeys(heap, slots);
  for (let i = 0; i < slots.length; i += 2) {
    if (slots[i] === 0) continue;
    visit(slots[i + 1]);
    if (keysToo) visit(slots[i]);
  }
}

function hasOtherKeys(heap: Heap, slots: readonly number[]): boolean {
  for (let i = 0; i < slots.length; i += 2) {
    if (slots[i] !== 0 && heap.kind[slots[i]] !== Kind.STR) return true;
  }
  return false;
}

/** The materialised `__dict__` of `id`, if it has one, or the values in it that count as its own. */
export function visitDict(heap: Heap, id: number, visit: (referent: number) => void): void {
  if (!(heap.flags[id] & Flag.HAS_DICT)) return;
  const dict = heap.dictOf.get(id)!;
  if (heap.flags[dict] & Flag.EMBEDDED) visitEntries(heap, heap.slots[dict]!, visit);
  else visit(dict);
}

/**
 * Writes the objects (no atoms) that `id` shows to the collector into `into` from index `at` on, in tp_traverse's order;
 * returns the index after the last one. `into` belongs to the caller, grows as needed and is reused.
 */
export function appendReferents(heap: Heap, id: number, into: number[], at: number): number {
  const kind = heap.kind[id];
  const flags = heap.flags[id];
  const type = heap.typeOf[id];
  const ownsType = (heap.flags[type] & Flag.HEAP_TYPE) !== 0;
  if (kind === Kind.INSTANCE) {
    at = appendValues(heap, id, into, at);
    if (flags & Flag.HAS_DICT) at = appendDict(heap, id, into, at);
    if (ownsType) into[at++] = type;
    return at;
  }
  if (!isDerived(kind) && (ownsType || kind === Kind.EXCEPTION)) {
    if (kind === Kind.EXCEPTION) return appendException(heap, id, into, at);
    if (flags & Flag.HAS_DICT) at = appendDict(heap, id, into, at);
    into[at++] = type;
    return appendSlots(heap, id, kind, into, at);
  }
  at = appendSlots(heap, id, kind, into, at);
  if (flags & Flag.HAS_DICT && kind !== Kind.FUNCTION) at = appendDict(heap, id, into, at);
  if (ownsType) into[at++] = type;
  return at;
}

function appendException(heap: Heap, id: number, into: number[], at: number): number {
  const type = heap.typeOf[id];
  const slots = heap.slots[id]!;
  for (let i = EXCEPTION_MEMBERS; i < slots.length; i++) if (heap.kind[slots[i]] > LAST_ATOM) into[at++] = slots[i];
  if (heap.flags[type] & Flag.HEAP_TYPE) into[at++] = type;
  const end = Math.min(slots.length, EXCEPTION_MEMBERS);
  for (let i = EXCEPTION_FIELDS; i < end; i++) if (heap.kind[slots[i]] > LAST_ATOM) into[at++] = slots[i];
  if (heap.flags[id] & Flag.HAS_DICT) at = appendDict(heap, id, into, at);
  for (let i = 0; i < EXCEPTION_FIELDS; i++) if (heap.kind[slots[i]] > LAST_ATOM) into[at++] = slots[i];
  return at;
}

function appendSlots(heap: Heap, id: number, kind: number, into: number[], at: number): number {
  const slots = heap.slots[id];
  if (slots === null || slots.length === 0) return at;
  const kindOf = heap.kind;
  if (kind === Kind.DICT) {
    return heap.flags[id] & Flag.EMBEDDED ? at : appendEntries(heap, slots, into, at);
  }
  if (walksBackwards(kind)) {
    for (let i = slots.length - 1; i >= 0; i--) {
      const child = slots[i];
      if (kindOf[child] > LAST_ATOM) into[at++] = child;
    }
  } else {
    let end = slots.length;
    if (visitsLastFirst(kind) && end > 0 && kindOf[slots[--end]] > LAST_ATOM) into[at++] = slots[end];
    for (let i = 0; i < end; i++) {
      const child = slots[i];
      if (i === FUNCTION_DICT_PLACE && kind === Kind.FUNCTION && heap.flags[id] & Flag.HAS_DICT) {
        at = appendDict(heap, id, into, at);
      }
      if (kindOf[child] > LAST_ATOM) into[at++] = child;
    }
  }
  return at;
}

function appendValues(heap: Heap, id: number, into: number[], at: number): number {
  const kindOf = heap.kind;
  const { cells } = heap.values;
  const first = heap.values.at[id];
  const last = first + cells[first];
  for (let cell = first + 1; cell <= last; cell++) {
    const child = cells[cell];
    if (kindOf[child] > LAST_ATOM) into[at++] = child;
  }
  return at;
}

function appendEntries(heap: Heap, slots: readonly number[], into: number[], at: number): number {
  const kindOf = heap.kind;
  for (let i = 0; i < slots.length; i += 2) {
    const value = slots[i + 1];
    if (kindOf[value] > LAST_ATOM) into[at++] = value;
    const key = slots[i];
    if (kindOf[key] > LAST_ATOM) into[at++] = key;
  }
  return at;
}

function appendDict(heap: Heap, id: number, into: number[], at: number): number {
  const dict = heap.dictOf.get(id)!;
  if (heap.flags[dict] & Flag.EMBEDDED) return appendEntries(heap, heap.slots[dict]!, into, at);
  into[at++] = dict;
  return at;
}

/**
 * As `appendReferents`, but everything that `id` owns, shown to the collector or not: what a count of references has to
 * add up to.
 */
export function appendOwned(heap: Heap, id: number, into: number[], at: number): number {
  const kindOf = heap.kind;
  const slots = heap.slots[id];
  if (slots === null) at = appendValues(heap, id, into, at);
  else for (let i = 0; i < slots.length; i++) if (kindOf[slots[i]] > LAST_ATOM) into[at++] = slots[i];
  if (heap.flags[id] & Flag.HAS_DICT) into[at++] = heap.dictOf.get(id)!;
  const type = heap.typeOf[id];
  if (heap.flags[type] & Flag.HEAP_TYPE) into[at++] = type;
  return at;
}
