/**
 * Sets over heap slots: the slots of a SET or FROZENSET are CPython's open-addressing table itself, 0 where nothing lies, so the
 * order of iteration and of deallocation is CPython's. The body keeps the hashes; a hash of -1 marks a slot whose
 * element was removed, 0 without an element one that was never used.
 *
 * Source: CPython Objects/setobject.c (set_add_entry, set_insert_clean, set_lookkey, set_table_resize, set_merge).
 */
import type { Heap } from '../../heap/heap.ts';
import type { Machine } from '../native.ts';
import { hashForUse } from './key-hash.ts';

export interface SetTable {
  hashes: number[];
  /** Elements. */
  used: number;
  /** Elements and removed ones. */
  fill: number;
  /** Where pop() begins to look. */
  finger: number;
  /** Rises with every change. */
  version: number;
}

const SMALLEST = 8;
const LINEAR_PROBES = 9;
const REMOVED = -1;
const EMPTY_BYTES = 216;
const ENTRY_BYTES = 16;

export function newSetTable(): SetTable {
  return { hashes: new Array<number>(SMALLEST).fill(0), used: 0, fill: 0, finger: 0, version: 0 };
}

/** Slots of a new set. */
export function emptySetSlots(): number[] {
  return new Array<number>(SMALLEST).fill(0);
}

/** Shallow size of a set with a table of `length` slots; the smallest one lies inside the object. */
export function setBytes(length: number): number {
  return EMPTY_BYTES + (length > SMALLEST ? ENTRY_BYTES * length : 0);
}

export function setTable(heap: Heap, set: number): SetTable {
  const table = heap.body[set] as SetTable;
  // A collector that clears garbage empties the slots without knowing about tables.
  if (heap.slots[set]!.length === 0) startAgain(heap, set, table);
  return table;
}

export function setLength(heap: Heap, set: number): number {
  return setTable(heap, set).used;
}

/** Adds an element (borrowed) whose hash is known; false when an equal one is there already. */
export function setAddHashed(m: Machine, set: number, element: number, hash: number): boolean {
  const heap = m.heap;
  const at = probe(m, set, element, hash);
  if (at >= 0) return false;
  heap.incref(element);
  putAt(heap, set, ~at, element, hash);
  return true;
}

/** Adds an element (borrowed); false when an equal one is there already. TypeError when it is unhashable. */
export function setAdd(m: Machine, set: number, element: number): boolean {
  return setAddHashed(m, set, element, hashOf(m, element));
}

/** Where an element equal to `element` lies, -1 when nowhere. */
export function setFind(m: Machine, set: number, element: number, hash = hashOf(m, element)): number {
  const at = probe(m, set, element, hash);
  return at < 0 ? -1 : at;
}

/** Removes and releases an element; false when it is not there. */
export function setDiscard(m: Machine, set: number, element: number, hash = hashOf(m, element)): boolean {
  const at = setFind(m, set, element, hash);
  if (at < 0) return false;
  m.heap.decref(setTakeAt(m.heap, set, at));
  return true;
}

/** Removes the element in slot `at`; owned by the caller. */
export function setTakeAt(heap: Heap, set: number, at: number): number {
  const table = setTable(heap, set);
  table.hashes[at] = REMOVED;
  table.used--;
  table.version++;
  return heap.setSlot(set, at, 0);
}

/** Removes some element; the set must not be empty. */
export function setPop(heap: Heap, set: number): number {
  const table = setTable(heap, set);
  const slots = heap.slots[set]!;
  let at = table.finger & (slots.length - 1);
  while (slots[at] === 0) at = at + 1 === slots.length ? 0 : at + 1;
  table.finger = at + 1;
  return setTakeAt(heap, set, at);
}

/** Empties the set; its elements are released in the order of the table. */
export function setClear(heap: Heap, set: number): void {
  const table = setTable(heap, set);
  if (table.fill === 0) return;
  const taken = heap.takeSlots(set);
  startAgain(heap, set, table);
  heap.resize(set, heap.size[set] - setBytes(taken.length) + EMPTY_BYTES);
  for (const element of taken) if (element !== 0) heap.decref(element);
}

/** The elements in table order, borrowed, with their hashes. */
export function setElements(heap: Heap, set: number): { elements: number[]; hashes: number[] } {
  const { hashes } = setTable(heap, set);
  const found: { elements: number[]; hashes: number[] } = { elements: [], hashes: [] };
  heap.slots[set]!.forEach((element, at) => {
    if (element === 0) return;
    found.elements.push(element);
    found.hashes.push(hashes[at]);
  });
  return found;
}

/** Adds all elements of another set. Room is made once, before. */
export function setMerge(m: Machine, set: number, other: number): void {
  const heap = m.heap;
  const source = setTable(heap, other);
  if (set === other || source.used === 0) return;
  makeRoomFor(heap, set, source.used);
  const table = setTable(heap, set);
  const { elements, hashes } = setElements(heap, other);
  if (table.fill === 0) {
    if (heap.slots[set]!.length === heap.slots[other]!.length && source.fill === source.used) {
      // Same size and nothing removed: the table is copied as it lies.
      heap.slots[other]!.forEach((element, at) => {
        if (element === 0) return;
        heap.incref(element);
        heap.setSlot(set, at, element);
        table.hashes[at] = source.hashes[at];
      });
      table.used = table.fill = source.used;
    } else {
      elements.forEach((element, i) => {
        heap.incref(element);
        insertClean(heap, set, table, element, hashes[i]);
      });
    }
    table.version++;
    return;
  }
  for (const element of elements) heap.incref(element);
  try {
    elements.forEach((element, i) => setAddHashed(m, set, element, hashes[i]));
  } finally {
    for (const element of elements) heap.decref(element);
  }
}

/** Makes the table larger when `more` elements would fill it too much (before merging a set or a dict). */
export function makeRoomFor(heap: Heap, set: number, more: number): void {
  const table = setTable(heap, set);
  const mask = heap.slots[set]!.length - 1;
  if ((table.fill + more) * 5 >= mask * 3) resizeTable(heap, set, (table.used + more) * 2);
}

/** Exchanges what two sets hold, without counting anything anew. */
export function setSwap(heap: Heap, left: number, right: number): void {
  const [a, b] = [setTable(heap, left), setTable(heap, right)];
  const difference = setBytes(heap.slots[right]!.length) - setBytes(heap.slots[left]!.length);
  const [fromLeft, fromRight] = [heap.takeSlots(left), heap.takeSlots(right)];
  for (const element of fromRight) heap.appendSlot(left, element);
  for (const element of fromLeft) heap.appendSlot(right, element);
  heap.body[left] = { ...b, version: a.version + 1 };
  heap.body[right] = { ...a, version: b.version + 1 };
  heap.resize(left, heap.size[left] + difference);
  heap.resize(right, heap.size[right] - difference);
}

export function hashOf(m: Machine, element: number): number {
  const hash = hashForUse(m, element, 'set element');
  return hash === -1 ? -2 : hash;
}

/** The slot of an equal element, or the complement of the free slot where it would go: the last removed one met. */
function probe(m: Machine, set: number, element: number, hash: number): number {
  const heap = m.heap;
  for (;;) {
    const table = setTable(heap, set);
    const at = probeOnce(m, set, table, element, hash);
    if (at !== undefined) return at;
  }
}

/** undefined: an __eq__ changed the set, so the search must start again. */
function probeOnce(m: Machine, set: number, table: SetTable, element: number, hash: number): number | undefined {
  const heap = m.heap;
  const slots = heap.slots[set]!;
  const { hashes, version } = table;
  const mask = slots.length - 1;
  const places = new Probe(hash, mask);
  let removed = -1;
  for (;;) {
    const start = places.at;
    const last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
    for (let at = start; at <= last; at++) {
      const present = slots[at];
      if (present === 0) {
        if (hashes[at] === 0) return ~(removed < 0 ? at : removed);
        removed = at;
        continue;
      }
      if (hashes[at] !== hash) continue;
      if (present === element) return at;
      heap.incref(present);
      heap.incref(element);
      let equal: boolean;
      try {
        equal = m.equals(present, element);
      } finally {
        heap.decref(present);
        heap.decref(element);
      }
      if (table.version !== version) return undefined;
      if (equal) return at;
    }
    places.next();
  }
}

function putAt(heap: Heap, set: number, at: number, element: number, hash: number): void {
  const table = setTable(heap, set);
  const wasRemoved = table.hashes[at] === REMOVED;
  heap.setSlot(set, at, element);
  table.hashes[at] = hash;
  table.used++;
  table.version++;
  if (wasRemoved) return;
  table.fill++;
  const mask = heap.slots[set]!.length - 1;
  if (table.fill * 5 < mask * 3) return;
  resizeTable(heap, set, table.used > 50_000 ? table.used * 2 : table.used * 4);
}

function resizeTable(heap: Heap, set: number, least: number): void {
  let length = SMALLEST;
  while (length <= least) length *= 2;
  const table = setTable(heap, set);
  const { elements, hashes } = setElements(heap, set);
  const before = setBytes(heap.slots[set]!.length);
  heap.takeSlots(set);
  // Laid out first, appended then: one event a slot.
  const slots = new Array<number>(length).fill(0);
  table.hashes = new Array<number>(length).fill(0);
  elements.forEach((element, i) => {
    const at = cleanPlace(slots, hashes[i]);
    slots[at] = element;
    table.hashes[at] = hashes[i];
  });
  for (const element of slots) heap.appendSlot(set, element);
  table.fill = table.used;
  table.version++;
  heap.resize(set, heap.size[set] - before + setBytes(length));
}

/** Stores an element (stolen) that is known to be new in a table without removed ones. */
function insertClean(heap: Heap, set: number, table: SetTable, element: number, hash: number): void {
  const at = cleanPlace(heap.slots[set]!, hash);
  heap.setSlot(set, at, element);
  table.hashes[at] = hash;
  table.fill++;
  table.used++;
}

function cleanPlace(slots: readonly number[], hash: number): number {
  const mask = slots.length - 1;
  const places = new Probe(hash, mask);
  for (;;) {
    const start = places.at;
    const last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
    for (let at = start; at <= last; at++) if (slots[at] === 0) return at;
    places.next();
  }
}

function startAgain(heap: Heap, set: number, table: SetTable): void {
  for (let at = 0; at < SMALLEST; at++) heap.appendSlot(set, 0);
  table.hashes = new Array<number>(SMALLEST).fill(0);
  table.used = 0;
  table.fill = 0;
  table.finger = 0;
  table.version++;
}

/** CPython's sequence of starting points: after the linear probes the higher bits of the hash are mixed in. */
class Probe {
  at: number;
  private perturb: bigint | number;
  private readonly mask: number;

  constructor(hash: number, mask: number) {
    this.mask = mask;
    this.at = lowBits(hash, mask);
    // The hash as an unsigned 64-bit number.
    this.perturb = hash >= 0 ? hash : BigInt.asUintN(64, BigInt(hash));
  }

  next(): void {
    if (typeof this.perturb === 'bigint') {
      this.perturb >>= 5n;
      if (this.perturb <= Number.MAX_SAFE_INTEGER) this.perturb = Number(this.perturb);
    } else this.perturb = Math.floor(this.perturb / 32);
    this.at = (this.at * 5 + 1 + lowBits(this.perturb, this.mask)) & this.mask;
  }
}

function lowBits(value: number | bigint, mask: number): number {
  if (typeof value === 'bigint') return Number(value & BigInt(mask));
  // Beyond 2^53 `&` takes the low 32 bits all the same: ToInt32 is modulo 2^32.
  return value & mask;
}
