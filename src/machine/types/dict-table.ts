/**
 * Dicts over heap slots. A DICT object's slots are key, value, key, value ... in order of insertion, 0, 0 where an entry
 * was deleted; its body is a `DictTable`, which says where an entry lies and how large CPython's table would be.
 *
 * A *place* is the slot of an entry's key; the value lies one slot further. Keys with a plain value (exact str, int, bool,
 * float other than NaN) are found through a JavaScript Map on that value: 1, True and 1.0 are one key, as in Python. All other keys
 * are found by hash, then identity, then ==.
 *
 * An OrderedDict holds its keys a second time, in its list of nodes: before the entry of a key that is a container lies
 * 0, key. A place with a value and no key is no entry. So the node dies before the entry, as in CPython.
 *
 * Longer than other files: whatever adds or removes an entry keeps slots, keys and the size of the table in step.
 *
 * Source: CPython Objects/dictobject.c (insertdict, delitem_common, dictresize, dict_merge).
 */
import { Flag, type Heap } from '../../heap/heap.ts';
import { FIRST_CONTAINER, isDerived, Kind, valueKind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import {
  dictBytes,
  EMPTY_DICT_BYTES,
  estimatedTableSize,
  grownTableSize,
  presizedTableSize,
  usableEntries,
} from './dict-sizes.ts';
import { hashForUse } from './key-hash.ts';
import { mayBeTracked } from './may-be-tracked.ts';

/** Values whose equality JavaScript and Python agree on (Map: SameValueZero). */
export type PlainKey = string | number | bigint;

export interface DictTable {
  /** Place by plain key. */
  readonly places: Map<PlainKey, number>;
  /** Places by hash of all other keys, and the hash by place; null while there are none. */
  hashed: { readonly buckets: Map<number, number[]>; readonly hashOf: Map<number, number> } | null;
  /** Live entries. */
  length: number;
  /** Slots of CPython's hash table: 0, 8, 16 ... */
  tableSize: number;
  /** Entries that can still be appended before the table grows; deleting gives none back. */
  usable: number;
  /** Not all keys are str. */
  general: boolean;
  /** Slots at the front that hold no entry: a defaultdict has its factory there, laid out as if it were one. */
  reserved: number;
  /** Rises with every change of the keys or their order. */
  version: number;
  /** An OrderedDict: sys.getsizeof adds a node for every entry, and a pointer to it for every slot. */
  isOrdered: boolean;
  /** Bytes of a table whose keys are its class's, in place of those that its size gives; 0 for any other. */
  splitBytes: number;
  /** Of a materialised `__dict__` whose values are still its object's own: may this key lie among them? */
  mayEmbed: ((key: PlainKey | undefined) => boolean) | null;
}

export function newDictTable(): DictTable {
  return {
    places: new Map(),
    hashed: null,
    length: 0,
    tableSize: 0,
    usable: 0,
    general: false,
    reserved: 0,
    version: 0,
    isOrdered: false,
    splitBytes: 0,
    mayEmbed: null,
  };
}

/** The table of a DICT object. */
export function dictTable(heap: Heap, dict: number): DictTable {
  const table = heap.body[dict] as DictTable;
  // A collector that clears garbage empties the slots without knowing about tables.
  if (table.length !== 0 && heap.slots[dict]!.length === 0) {
    forget(table);
    table.reserved = 0;
  }
  return table;
}

/** The value of `key`, borrowed, or 0. */
export function dictLookup(m: Machine, dict: number, key: number): number {
  const place = findPlace(m, dict, key);
  return place < 0 ? 0 : m.heap.slots[dict]![place + 1];
}

/** The value under a str key, borrowed, or 0. */
export function dictLookupName(heap: Heap, dict: number, name: string): number {
  const place = dictTable(heap, dict).places.get(name);
  return place === undefined ? 0 : heap.slots[dict]![place + 1];
}

/** `dict[key] = value`; both borrowed. A key that is there stays as it is, and in its place. */
export function dictStore(m: Machine, dict: number, key: number, value: number): void {
  const heap = m.heap;
  const plain = plainKey(m, key);
  const table = dictTable(heap, dict);
  if (plain !== undefined && table.hashed === null) {
    const place = table.places.get(plain);
    if (place !== undefined) overwrite(m, dict, place, value);
    else append(m, dict, table, plain, 0, key, value);
    return;
  }
  // The key and the value must outlive an __eq__ that runs during the search.
  heap.incref(key);
  heap.incref(value);
  try {
    const hash = hashForUse(m, key, 'dict key');
    const place = findPlace(m, dict, key, hash);
    if (place >= 0) overwrite(m, dict, place, value);
    else append(m, dict, table, plain, hash, key, value);
  } finally {
    heap.decref(key);
    heap.decref(value);
  }
}

/** `dict[name] = value`, the name being made into a str only when it is not there yet. */
export function dictStoreName(m: Machine, dict: number, name: string, value: number): void {
  const table = dictTable(m.heap, dict);
  const place = table.places.get(name);
  // An attribute goes into the values of the instance, past its dict, which learns nothing of the value (3.13).
  const isPastDict = (m.heap.flags[dict] & Flag.EMBEDDED) !== 0 && table.mayEmbed!(name);
  if (place !== undefined) {
    overwrite(m, dict, place, value, !isPastDict);
    return;
  }
  const key = m.intern(name);
  append(m, dict, table, name, 0, key, value, !isPastDict);
  m.heap.decref(key);
}

/** `del dict[key]`; false when it is not there. Key, then value are released. */
export function dictRemove(m: Machine, dict: number, key: number): boolean {
  const place = findPlace(m, dict, key);
  if (place < 0) return false;
  m.heap.decref(dictTakeAt(m.heap, dict, place));
  return true;
}

/** Removes a str key; false when it is not there. */
export function dictRemoveName(heap: Heap, dict: number, name: string): boolean {
  const place = dictTable(heap, dict).places.get(name);
  if (place === undefined) return false;
  heap.decref(dictTakeAt(heap, dict, place));
  return true;
}

/** Removes the entry at `place`, releases its key and returns its value, owned. */
export function dictTakeAt(heap: Heap, dict: number, place: number): number {
  const [key, value] = dictDetachAt(heap, dict, place);
  heap.decref(key);
  return value;
}

/** Removes the entry at `place` and returns its key and its value, both owned. */
export function dictDetachAt(heap: Heap, dict: number, place: number): [key: number, value: number] {
  const table = dictTable(heap, dict);
  unregister(heap, table, heap.slots[dict]![place], place);
  table.length--;
  table.version++;
  if (hasSecondKey(heap, dict, place)) heap.decref(heap.setSlot(dict, place - 1, 0));
  return [heap.setSlot(dict, place, 0), heap.setSlot(dict, place + 1, 0)];
}

/** Does an OrderedDict's second reference to the key lie before its entry? */
function hasSecondKey(heap: Heap, dict: number, place: number): boolean {
  const { isOrdered, reserved } = heap.body[dict] as DictTable;
  return isOrdered && place > reserved && isSecondKey(heap.slots[dict]!, place - 2);
}

function isSecondKey(slots: readonly number[], place: number): boolean {
  return slots[place] === 0 && slots[place + 1] !== 0;
}

/** Removes the last entry; its key and value, both owned. The dict must not be empty. */
export function dictPopLast(heap: Heap, dict: number): [key: number, value: number] {
  const slots = heap.slots[dict]!;
  heap.detachDict(dict); // dict_popitem converts a split table first
  const entry = dictDetachAt(heap, dict, dictPreviousPlace(heap, dict, slots.length - 2));
  const { reserved } = dictTable(heap, dict);
  while (slots.length > reserved && slots[slots.length - 2] === 0 && slots[slots.length - 1] === 0) {
    heap.popSlot(dict);
    heap.popSlot(dict);
  }
  return entry;
}

/** Empties the dict: first it is empty, then its entries are released in order, key before value. */
export function dictClear(heap: Heap, dict: number): void {
  forget(dictTable(heap, dict));
  const { reserved } = dictTable(heap, dict);
  const taken = heap.takeSlots(dict);
  for (const id of taken.splice(0, reserved)) heap.appendSlot(dict, id);
  heap.resize(dict, heap.size[dict] - sizeDifference(heap, dict));
  const isSecond = (slot: number): boolean => slot % 2 === 1 && taken[slot - 1] === 0;
  for (let slot = 0; slot < taken.length; slot++) if (taken[slot] !== 0 && !isSecond(slot)) heap.decref(taken[slot]);
  for (let slot = 1; slot < taken.length; slot += 2) if (taken[slot] !== 0 && isSecond(slot)) heap.decref(taken[slot]);
}

/** Entries that have a place in CPython's table: live ones, and deleted ones since it was made anew. */
export function dictUsedPlaces(heap: Heap, dict: number): number {
  const slots = heap.slots[dict]!;
  const { reserved, isOrdered } = dictTable(heap, dict);
  let used = (slots.length - reserved) / 2;
  if (isOrdered) for (let place = reserved; place < slots.length; place += 2) used -= Number(isSecondKey(slots, place));
  return used;
}

export function dictLength(heap: Heap, dict: number): number {
  return dictTable(heap, dict).length;
}

/** The first live place at or after `place`, or -1 when there is none. */
export function dictNextPlace(heap: Heap, dict: number, place: number): number {
  const slots = heap.slots[dict]!;
  const { reserved } = heap.body[dict] as DictTable;
  for (let at = Math.max(place, reserved); at < slots.length; at += 2) {
    if (slots[at] !== 0) return at;
  }
  return -1;
}

/** The last live place at or before `place`, or -1 when there is none. */
export function dictPreviousPlace(heap: Heap, dict: number, place: number): number {
  const slots = heap.slots[dict]!;
  const { reserved } = heap.body[dict] as DictTable;
  for (let at = place; at >= reserved; at -= 2) {
    if (at < slots.length && slots[at] !== 0) return at;
  }
  return -1;
}

/** Live entries in order, borrowed: key, value, key, value ... A fresh array. */
export function dictEntries(heap: Heap, dict: number): number[] {
  const slots = heap.slots[dict]!;
  const entries: number[] = [];
  for (let place = dictTable(heap, dict).reserved; place < slots.length; place += 2) {
    if (slots[place] !== 0) entries.push(slots[place], slots[place + 1]);
  }
  return entries;
}

/** Makes room for `entries` in an empty dict (a display), as CPython's presized dicts. */
export function dictReserve(heap: Heap, dict: number, entries: number, general: boolean): void {
  const table = dictTable(heap, dict);
  if (table.length !== 0 || entries <= usableEntries(8)) return;
  const tableSize = presizedTableSize(entries);
  if (tableSize > table.tableSize) setTableSize(heap, dict, table, tableSize, general);
}

/** Makes room for the entries of another dict, which are about to be stored (dict_merge). */
export function dictMakeRoom(heap: Heap, dict: number, from: DictTable): void {
  const table = dictTable(heap, dict);
  if (usableEntries(table.tableSize) >= from.length) return;
  if (dictUsedPlaces(heap, dict) !== table.length) compact(heap, dict, [], -1);
  const tableSize = estimatedTableSize(table.length + from.length);
  setTableSize(heap, dict, table, tableSize, table.general || from.general);
}

/** Gives an empty dict a table as large as another one's, because its entries are about to be copied. */
export function dictAdoptSize(heap: Heap, dict: number, from: DictTable): void {
  const table = dictTable(heap, dict);
  if (table.length !== 0 || from.tableSize === 0) return;
  setTableSize(heap, dict, table, from.tableSize, from.general);
}

/** Moves a live entry behind all others (OrderedDict.move_to_end). Nothing is counted or released. */
export function dictMoveToEnd(heap: Heap, dict: number, place: number): void {
  const table = dictTable(heap, dict);
  const slots = heap.slots[dict]!;
  if (dictNextPlace(heap, dict, place + 2) < 0) return;
  const hash = table.hashed?.hashOf.get(place);
  unregister(heap, table, slots[place], place);
  const plain = hash === undefined ? plainOf(heap, slots[place]) : undefined;
  const key = heap.setSlot(dict, place, 0);
  const value = heap.setSlot(dict, place + 1, 0);
  if (hasSecondKey(heap, dict, place)) appendSecondKey(heap, dict, heap.setSlot(dict, place - 1, 0));
  heap.appendSlot(dict, key);
  heap.appendSlot(dict, value);
  register(table, plain, hash ?? 0, slots.length - 2);
  table.version++;
  // Moving leaves gaps without using up the table: close them before they outnumber the entries.
  if (slots.length > 8 * table.length + 16) compact(heap, dict, [], -1);
}

/** Moves a live entry before all others. */
export function dictMoveToStart(heap: Heap, dict: number, place: number): void {
  if (dictNextPlace(heap, dict, 0) === place) return;
  const slots = heap.slots[dict]!;
  compact(heap, dict, slots.slice(hasSecondKey(heap, dict, place) ? place - 2 : place, place + 2), place);
}

/** What CPython's node of the key holds. `key` is stolen. */
function appendSecondKey(heap: Heap, dict: number, key: number): void {
  heap.appendSlot(dict, 0);
  heap.appendSlot(dict, key);
}

/** Place of a key, -1 when it is not there. May run Python code (__hash__, __eq__). */
export function findPlace(m: Machine, dict: number, key: number, knownHash?: number): number {
  const heap = m.heap;
  const table = dictTable(heap, dict);
  const plain = plainKey(m, key);
  if (plain !== undefined) {
    const place = table.places.get(plain);
    if (place !== undefined) return place;
    if (table.hashed === null) return -1;
  }
  const hash = knownHash ?? hashForUse(m, key, 'dict key');
  for (;;) {
    // An __eq__ that changes the dict makes the search start again, as in CPython.
    const place = searchBucket(m, dict, key, hash, plain === undefined && isForeign(heap, key));
    if (place !== CHANGED) return place;
  }
}

const CHANGED = -2;

function searchBucket(m: Machine, dict: number, key: number, hash: number, foreign: boolean): number {
  const heap = m.heap;
  const table = dictTable(heap, dict);
  const slots = heap.slots[dict]!;
  const bucket = table.hashed?.buckets.get(hash);
  if (bucket !== undefined) {
    for (const place of bucket) if (slots[place] === key) return place;
    for (const place of [...bucket]) {
      const answer = sameKey(m, table, slots[place], key);
      if (answer === CHANGED) return CHANGED;
      if (answer === 1) return place;
    }
  }
  // An object with a __hash__ of its own may equal a plain key: CPython meets it in the probe sequence.
  if (foreign && table.places.size > 0) {
    for (const place of [...table.places.values()]) {
      if (m.hash(slots[place]) !== hash) continue;
      const answer = sameKey(m, table, slots[place], key);
      if (answer === CHANGED) return CHANGED;
      if (answer === 1) return place;
    }
  }
  return -1;
}

function sameKey(m: Machine, table: DictTable, present: number, key: number): number {
  const version = table.version;
  m.heap.incref(present);
  let equal: boolean;
  try {
    equal = m.equals(present, key);
  } finally {
    m.heap.decref(present);
  }
  if (table.version !== version) return CHANGED;
  return equal ? 1 : 0;
}

/** Instances of Python classes may equal anything; native containers equal no plain value. */
function isForeign(heap: Heap, key: number): boolean {
  return (heap.flags[heap.typeOf[key]] & Flag.HEAP_TYPE) !== 0;
}

/** The plain value of a key, undefined when it must be found by hash. */
export function plainKey(m: Machine, key: number): PlainKey | undefined {
  const heap = m.heap;
  const kind = heap.kind[key];
  if (kind > Kind.STR && (!isDerived(kind) || overridesEquality(m, key, valueKind(kind)))) return undefined;
  if (kind === Kind.BOOL) return key === m.true_ ? 1 : 0;
  return plainOf(heap, key);
}

/** As `plainKey` for a key that is in a table by its plain value. */
function plainOf(heap: Heap, key: number): PlainKey | undefined {
  const body = heap.body[key];
  switch (valueKind(heap.kind[key])) {
    case Kind.STR:
      return body as string;
    case Kind.INT:
      return body as number | bigint;
    case Kind.BOOL:
      return Number(body);
    case Kind.FLOAT: {
      const value = body as number;
      if (Number.isNaN(value)) return undefined;
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
    }
    default:
      return undefined;
  }
}

function overridesEquality(m: Machine, key: number, kind: number): boolean {
  const base = kind === Kind.STR ? m.emptyString : kind === Kind.INT ? m.true_ : 0;
  if (base === 0) return false;
  return (
    m.special(key, '__eq__') !== m.special(base, '__eq__') || m.special(key, '__hash__') !== m.special(base, '__hash__')
  );
}

function overwrite(m: Machine, dict: number, place: number, value: number, tracks = true): void {
  const heap = m.heap;
  heap.incref(value);
  if (tracks) trackFor(m, dict, value, value);
  const old = heap.setSlot(dict, place + 1, value);
  heap.decref(old);
}

/** What stands for inline values becomes a dict that programs see. */
export function materialiseValues(heap: Heap, dict: number): void {
  if (!(heap.flags[dict] & Flag.INLINE_VALUES)) return;
  heap.flags[dict] &= ~Flag.INLINE_VALUES;
  heap.counter.allocated(Kind.DICT, null, true);
  heap.track(dict);
}

function append(
  m: Machine,
  dict: number,
  table: DictTable,
  plain: PlainKey | undefined,
  hash: number,
  key: number,
  value: number,
  tracks = true,
): void {
  const heap = m.heap;
  if (heap.flags[dict] & Flag.EMBEDDED && !table.mayEmbed!(plain)) {
    materialiseValues(heap, dict);
    heap.detachDict(dict);
  }
  if (tracks) trackFor(m, dict, key, value);
  const general = typeof plain !== 'string' || (heap.flags[heap.typeOf[key]] & Flag.HEAP_TYPE) !== 0;
  if (table.usable === 0 || (general && !table.general)) grow(heap, dict, table, general || table.general);
  heap.incref(key);
  heap.incref(value);
  if (table.isOrdered && heap.kind[key] >= FIRST_CONTAINER) {
    heap.incref(key);
    appendSecondKey(heap, dict, key);
  }
  heap.appendSlot(dict, key);
  heap.appendSlot(dict, value);
  register(table, plain, hash, heap.slots[dict]!.length - 2);
  table.usable--;
  table.length++;
  table.version++;
}

/** Before 3.14 a dict is tracked when the first object goes in that the collector might be interested in. */
function trackFor(m: Machine, dict: number, key: number, value: number): void {
  const heap = m.heap;
  if (heap.flags[dict] & Flag.TRACKED || m.profile.dictTracking === 'always') return;
  if (mayBeTracked(heap, value) || mayBeTracked(heap, key)) heap.track(dict);
}

function grow(heap: Heap, dict: number, table: DictTable, general: boolean): void {
  if (dictUsedPlaces(heap, dict) !== table.length) compact(heap, dict, [], -1);
  setTableSize(heap, dict, table, grownTableSize(table.length), general);
}

function setTableSize(heap: Heap, dict: number, table: DictTable, tableSize: number, general: boolean): void {
  const before = currentBytes(table);
  table.tableSize = tableSize;
  table.general = general;
  table.splitBytes = 0;
  table.usable = usableEntries(tableSize) - table.length;
  // A difference, because subclasses have bytes of their own on top.
  heap.resize(dict, heap.size[dict] + dictBytes(tableSize, general) - before);
}

function currentBytes(table: DictTable): number {
  return table.splitBytes || dictBytes(table.tableSize, table.general);
}

/** The dict shares the keys of its instance's class: no table of its own until it holds more than `room` entries. */
export function dictShareKeys(heap: Heap, dict: number, room: number): void {
  const table = dictTable(heap, dict);
  const before = currentBytes(table);
  table.tableSize = Math.max(table.tableSize, 64);
  table.usable = room - table.length;
  table.splitBytes = EMPTY_DICT_BYTES + 8 * room;
  heap.resize(dict, heap.size[dict] + table.splitBytes - before);
}

/** Closes the gaps that deleted entries left; `first`, the entry at `from`, goes to the front. */
function compact(heap: Heap, dict: number, first: number[], from: number): void {
  const table = dictTable(heap, dict);
  const slots = heap.slots[dict]!;
  const packed = [...slots.slice(0, table.reserved), ...first];
  const movedFrom = from < 0 ? [] : [from];
  for (let place = table.reserved; place < slots.length; place += 2) {
    if (slots[place] === 0 || place === from) continue;
    if (hasSecondKey(heap, dict, place)) packed.push(0, slots[place - 1]);
    packed.push(slots[place], slots[place + 1]);
    movedFrom.push(place);
  }
  const hashes = movedFrom.map((place) => table.hashed?.hashOf.get(place));
  table.places.clear();
  table.hashed?.buckets.clear();
  table.hashed?.hashOf.clear();
  for (let slot = 0; slot < packed.length; slot++) {
    if (slots[slot] !== packed[slot]) heap.setSlot(dict, slot, packed[slot]);
  }
  while (slots.length > packed.length) heap.popSlot(dict);
  for (let entry = 0, place = table.reserved; entry < movedFrom.length; entry++, place += 2) {
    const hash = hashes[entry];
    if (isSecondKey(slots, place)) place += 2;
    const plain = hash === undefined ? plainOf(heap, slots[place]) : undefined;
    register(table, plain, hash ?? 0, place);
  }
  table.version++;
}

function register(table: DictTable, plain: PlainKey | undefined, hash: number, place: number): void {
  if (plain !== undefined) {
    table.places.set(plain, place);
    return;
  }
  table.hashed ??= { buckets: new Map(), hashOf: new Map() };
  const bucket = table.hashed.buckets.get(hash);
  if (bucket === undefined) table.hashed.buckets.set(hash, [place]);
  else bucket.push(place);
  table.hashed.hashOf.set(place, hash);
}

function unregister(heap: Heap, table: DictTable, key: number, place: number): void {
  const hash = table.hashed?.hashOf.get(place);
  if (hash === undefined) {
    table.places.delete(plainOf(heap, key)!);
    return;
  }
  const { buckets, hashOf } = table.hashed!;
  const bucket = buckets.get(hash)!;
  bucket.splice(bucket.indexOf(place), 1);
  if (bucket.length === 0) buckets.delete(hash);
  hashOf.delete(place);
  if (hashOf.size === 0) table.hashed = null;
}

function forget(table: DictTable): void {
  table.places.clear();
  table.hashed = null;
  table.length = 0;
  table.usable = 0;
  table.version++;
}

/** Bytes that an emptied dict gives up: its whole table. Resets the table's size. */
function sizeDifference(heap: Heap, dict: number): number {
  const table = heap.body[dict] as DictTable;
  const bytes = currentBytes(table) - EMPTY_DICT_BYTES;
  table.splitBytes = 0;
  table.tableSize = 0;
  table.general = false;
  return bytes;
}
