/** Source: CPython Python/gc.c (delete_garbage) and the tp_clear functions of the types. */
import { Ev } from '../heap/events.ts';
import { Flag, type Heap } from '../heap/heap.ts';
import { EXCEPTION_MEMBERS, hasClear, isDerived, Kind, LAST_ATOM } from '../heap/kinds.ts';
import { Debug } from './collector.ts';
import { isEmpty, moveToEnd } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';

/**
 * Breaks the cycles of `collectable`: clears the first object, which frees most of the others through their counts, and
 * so on until the list is empty. What is still alive after being cleared goes to the list `old`.
 */
export function deleteGarbage(state: GcState, collectable: number, old: number, oldGeneration: number): void {
  const { heap } = state;
  const save = (state.debug & Debug.SAVEALL) !== 0;
  while (!isEmpty(heap, collectable)) {
    const id = heap.gcNext[collectable];
    if (save) {
      heap.gcMark[id] = 0;
      state.observer?.saveGarbage(id);
    } else if (hasClear(heap.kind[id]) || heap.flags[id] & Flag.HAS_DICT) {
      heap.incref(id);
      clear(heap, id);
      heap.decref(id);
    }
    if (heap.gcNext[collectable] === id) {
      heap.gcMark[id] = 0;
      moveToEnd(heap, id, old);
      heap.moveTo(id, oldGeneration);
    }
  }
}

/** tp_clear: gives up the references that `id` holds; subtype_clear, where only its class has given it a `__dict__`. */
function clear(heap: Heap, id: number): void {
  const kind = heap.kind[id];
  if (kind === Kind.INSTANCE || isDerived(kind)) {
    clearFields(heap, id);
    clearDict(heap, id);
    return;
  }
  switch (kind) {
    case Kind.LIST:
      clearDict(heap, id);
      clearList(heap, id);
      return;
    case Kind.DICT:
    case Kind.SET:
    case Kind.DEQUE:
      clearDict(heap, id);
      clearTable(heap, id);
      return;
    default:
      if (kind === Kind.EXCEPTION) clearFields(heap, id, EXCEPTION_MEMBERS);
      clearDict(heap, id);
      if (hasClear(kind)) clearFields(heap, id);
  }
}

/** list_clear: the list is empty before the first item goes; items go last to first. */
function clearList(heap: Heap, id: number): void {
  const items = heap.takeSlots(id);
  for (let i = items.length - 1; i >= 0; i--) if (items[i] !== 0) heap.decref(items[i]);
}

/** dict, set, deque: the same, first to last; key before value; an OrderedDict's second references to its keys at the end. */
function clearTable(heap: Heap, id: number): void {
  const items = heap.takeSlots(id);
  const isSecondKey = (i: number): boolean => heap.kind[id] === Kind.DICT && i % 2 === 1 && items[i - 1] === 0;
  for (let i = 0; i < items.length; i++) if (items[i] !== 0 && !isSecondKey(i)) heap.decref(items[i]);
  for (let i = 0; i < items.length; i++) if (items[i] !== 0 && isSecondKey(i)) heap.decref(items[i]);
}

/**
 * Slots with a meaning of their own (attributes, fields of functions, cells, frames) are emptied one by one.
 * Not CPython: atoms and built-in objects stay until the object dies, they are in no cycle.
 */
function clearFields(heap: Heap, id: number, from = 0): void {
  for (let slot = from; slot < heap.slotCount(id); slot++) {
    const child = heap.slotAt(id, slot);
    if (child < heap.programStart || heap.kind[child] <= LAST_ATOM) continue;
    heap.exchangeSlot(id, slot, 0);
    heap.events.three(Ev.RELEASE, id, slot, child);
    if (--heap.refcount[child] === 0) heap.reachedZero(child);
  }
}

function clearDict(heap: Heap, id: number): void {
  if (heap.flags[id] & Flag.HAS_DICT) heap.decref(heap.setDict(id, 0));
}
