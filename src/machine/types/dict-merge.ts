/** Filling dicts from mappings, pairs and keywords. Source: CPython Objects/dictobject.c (dict_merge, PyDict_MergeFromSeq2). */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { isAtLeast } from './versions.ts';
import { isExactly } from './allocation.ts';
import { usableEntries } from './dict-sizes.ts';
import {
  dictAdoptSize,
  dictLength,
  dictMakeRoom,
  dictNextPlace,
  dictStore,
  dictStoreName,
  dictTable,
  dictUsedPlaces,
} from './dict-table.ts';

/** `dict.update(source)`: a mapping, something with keys(), or pairs. */
export function dictUpdate(m: Machine, dict: number, source: number): void {
  if (m.heap.kind[source] === Kind.DICT && isPlainDict(m, source)) {
    mergeDict(m, dict, source);
    return;
  }
  const keys = m.findAttribute(source, 'keys');
  if (keys === 0) {
    mergePairs(m, dict, source);
    return;
  }
  m.heap.decref(keys);
  mergeMapping(m, dict, source);
}

/** Stores the keyword arguments of a call: values last in `args`, their names in `names`. */
export function storeKeywords(
  m: Machine,
  dict: number,
  args: readonly number[],
  names: readonly string[] | null,
): void {
  if (names === null) return;
  const first = args.length - names.length;
  names.forEach((name, i) => dictStoreName(m, dict, name, args[first + i]));
}

/** A new exact dict with the entries of a DICT object; owned. */
export function dictCopy(m: Machine, source: number): number {
  const heap = m.heap;
  const copy = m.dict();
  const from = dictTable(heap, source);
  const entries = dictUsedPlaces(heap, source);
  if (from.length === 0) return copy;
  if (from.length >= Math.floor((entries * 2) / 3)) {
    // Few entries were deleted: the table is copied as it is, with the room that the deleted ones took.
    dictAdoptSize(heap, copy, from);
    trackLike(m, copy, source);
    storeAll(m, copy, source);
    dictTable(heap, copy).usable = from.usable;
  } else mergeDict(m, copy, source);
  return copy;
}

/** A table that is copied as it is makes the copy tracked, whatever lies in it (PyDict_Copy, dict_merge). */
function trackLike(m: Machine, copy: number, source: number): void {
  const { flags } = m.heap;
  if (flags[source] & Flag.TRACKED && !(flags[copy] & Flag.TRACKED)) m.heap.track(copy);
}

/** Its items can be read off the table: no subclass that iterates in its own way. */
function isPlainDict(m: Machine, dict: number): boolean {
  if (isExactly(m, dict, 'dict')) return true;
  const type = m.type('dict');
  const own = m.special(dict, '__iter__');
  const inherited = m.getAttribute(type, '__iter__');
  m.heap.decref(inherited);
  return own === inherited;
}

function mergeDict(m: Machine, dict: number, source: number): void {
  const heap = m.heap;
  if (dict === source) return;
  const from = dictTable(heap, source);
  const isCompact = dictUsedPlaces(heap, source) === from.length;
  const isFull = from.tableSize <= 8 || usableEntries(from.tableSize >> 1) < from.length;
  if (from.length === 0) return;
  const isEmpty = dictLength(heap, dict) === 0;
  if (isEmpty && isCompact && isFull) {
    dictAdoptSize(heap, dict, from);
    trackLike(m, dict, source);
  } else dictMakeRoom(heap, dict, from);
  storeAll(m, dict, source);
}

function storeAll(m: Machine, dict: number, source: number): void {
  const heap = m.heap;
  const { length } = dictTable(heap, source);
  let place = dictNextPlace(heap, source, 0);
  while (place >= 0) {
    const [key, value] = [heap.slots[source]![place], heap.slots[source]![place + 1]];
    dictStore(m, dict, key, value);
    if (dictTable(heap, source).length !== length) {
      m.raise('RuntimeError', 'dict mutated during update');
    }
    place = dictNextPlace(heap, source, place + 2);
  }
}

function mergeMapping(m: Machine, dict: number, source: number): void {
  const keys = m.callMethod(source, 'keys', []);
  try {
    m.forEach(keys, (key) => {
      const value = m.getItem(source, key);
      dictStore(m, dict, key, value);
      m.heap.decref(value);
    });
  } finally {
    m.heap.decref(keys);
  }
}

function mergePairs(m: Machine, dict: number, source: number): void {
  let index = 0;
  m.forEach(source, (pair) => {
    if (m.special(pair, '__iter__') === 0 && m.special(pair, '__getitem__') === 0) {
      const said = `cannot convert dictionary update sequence element #${index} to a sequence`;
      m.raise('TypeError', isAtLeast(m, 14) ? 'object is not iterable' : said);
    }
    const items = m.collect(pair);
    try {
      if (items.length !== 2) {
        m.raise('ValueError', `dictionary update sequence element #${index} has length ${items.length}; 2 is required`);
      }
      dictStore(m, dict, items[0], items[1]);
    } finally {
      for (const item of items) m.heap.decref(item);
    }
    index++;
  });
}
