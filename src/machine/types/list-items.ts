/**
 * Changing the items of a list: every change of slots, capacity and counts of lists happens here.
 * Source: CPython Objects/listobject.c (list_ass_slice, list_extend, ins1).
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { isExactly } from './allocation.ts';
import { dictEntries } from './dict-table.ts';
import { lengthHint } from './length-hint.ts';
import { preallocate, resizeList } from './list-growth.ts';
import { owned } from './sequence-operators.ts';
import { setElements } from './set-table.ts';
import { isAtLeast } from './versions.ts';

/** Appends `value`, which is stolen. */
export function listAppend(m: Machine, list: number, value: number): void {
  const length = m.heap.slots[list]!.length;
  if (length >= (m.heap.body[list] as number)) resizeList(m, list, length, length + 1);
  m.heap.appendSlot(list, value);
}

/** Inserts `value` (stolen) before `at`, which lies between 0 and the length. */
export function listInsert(m: Machine, list: number, at: number, value: number): void {
  const length = m.heap.slots[list]!.length;
  resizeList(m, list, length, length + 1);
  if (at === length) m.heap.appendSlot(list, value);
  else m.heap.insertSlot(list, at, value);
}

/** Removes the item at `at`; it is owned by the caller. */
export function listTake(m: Machine, list: number, at: number): number {
  const heap = m.heap;
  const length = heap.slots[list]!.length;
  const item = at === length - 1 ? heap.popSlot(list) : heap.removeSlot(list, at);
  resizeList(m, list, length, length - 1);
  return item;
}

/** Empties the list: it is empty first, then its items are released from last to first. */
export function listClear(m: Machine, list: number): void {
  const taken = m.heap.takeSlots(list);
  resizeList(m, list, taken.length, 0);
  releaseBackwards(m, taken);
}

/** Replaces the items from `start` to `stop` by `items` (stolen); the old ones are released from last to first. */
export function listAssignSlice(m: Machine, list: number, start: number, stop: number, items: readonly number[]): void {
  const heap = m.heap;
  const length = heap.slots[list]!.length;
  const removed: number[] = [];
  const after = length - (stop - start) + items.length;
  if (start === 0 && stop === length && items.length === 0) {
    listClear(m, list);
    return;
  }
  const common = Math.min(stop - start, items.length);
  for (let i = 0; i < common; i++) removed.push(heap.setSlot(list, start + i, items[i]));
  const surplus: number[] = [];
  for (let at = stop - 1; at >= start + common; at--) {
    surplus.push(at === heap.slots[list]!.length - 1 ? heap.popSlot(list) : heap.removeSlot(list, at));
  }
  if (after < length) resizeList(m, list, length, after);
  else if (after > length) resizeList(m, list, length, after);
  for (let i = common; i < items.length; i++) {
    if (start + i === heap.slots[list]!.length) heap.appendSlot(list, items[i]);
    else heap.insertSlot(list, start + i, items[i]);
  }
  for (const item of surplus) heap.decref(item);
  releaseBackwards(m, removed);
}

/** Appends all items of an iterable. */
export function listExtend(m: Machine, list: number, iterable: number): void {
  const heap = m.heap;
  const items = itemsWithoutIterator(m, iterable);
  if (items !== undefined) {
    if (isPlainSequence(m, iterable)) makeRoom(m, list, items.length);
    else resizeList(m, list, heap.slots[list]!.length, heap.slots[list]!.length + items.length);
    for (const item of items) heap.appendSlot(list, item);
    return;
  }
  const iterator = m.iterate(iterable);
  try {
    makeRoom(m, list, lengthHint(m, iterable, 8));
    for (;;) {
      const item = m.next(iterator);
      if (item === 0) break;
      listAppend(m, list, item);
    }
    const length = heap.slots[list]!.length;
    if (length < (heap.body[list] as number)) resizeList(m, list, length, length);
  } finally {
    heap.decref(iterator);
  }
}

/**
 * New references to the items of what CPython reads without an iterator: exact lists and tuples, from 3.13 on also
 * exact dicts, their views, and exact sets. undefined for everything else.
 */
function itemsWithoutIterator(m: Machine, iterable: number): number[] | undefined {
  const heap = m.heap;
  if (isPlainSequence(m, iterable)) return owned(m, heap.slots[iterable]!);
  if (!isAtLeast(m, 13)) return undefined;
  switch (heap.kind[iterable]) {
    case Kind.DICT:
      return isExactly(m, iterable, 'dict') ? owned(m, entryParts(m, iterable, 0)) : undefined;
    case Kind.SET:
      return isExactly(m, iterable, 'set') ? owned(m, setElements(heap, iterable).elements) : undefined;
    case Kind.DICT_VIEW: {
      const [dict] = heap.slots[iterable]!;
      const name = m.typeName(iterable);
      if (name === 'dict_keys') return owned(m, entryParts(m, dict, 0));
      if (name === 'dict_values') return owned(m, entryParts(m, dict, 1));
      if (name !== 'dict_items') return undefined;
      const values = entryParts(m, dict, 1);
      return entryParts(m, dict, 0).map((key, i) => m.tupleFromArray(owned(m, [key, values[i]])));
    }
    default:
      return undefined;
  }
}

/** The keys (part 0) or values (part 1) of a dict, borrowed. */
function entryParts(m: Machine, dict: number, part: 0 | 1): number[] {
  return dictEntries(m.heap, dict).filter((_, i) => i % 2 === part);
}

/** A list or tuple whose items can be read off its slots: exact, because a subclass may have its own __iter__. */
export function isPlainSequence(m: Machine, id: number): boolean {
  const kind = m.heap.kind[id];
  if (kind === Kind.LIST) return isExactly(m, id, 'list');
  return kind === Kind.TUPLE && isExactly(m, id, 'tuple');
}

export function releaseBackwards(m: Machine, items: readonly number[]): void {
  for (let i = items.length - 1; i >= 0; i--) m.heap.decref(items[i]);
}

function makeRoom(m: Machine, list: number, more: number): void {
  const length = m.heap.slots[list]!.length;
  if (more === 0) return;
  if ((m.heap.body[list] as number) === 0) preallocate(m, list, length + more);
  else resizeList(m, list, length, length + more);
}
