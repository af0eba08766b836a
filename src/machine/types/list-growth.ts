/**
 * The space behind a list: how many items it has room for, kept in the object's body. Sizes follow from it.
 * Source: CPython Objects/listobject.c (list_resize, list_preallocate_exact).
 */
import type { Machine } from '../native.ts';

const LIST_BYTES = 56;
const POINTER_BYTES = 8;

export function listBytes(capacity: number): number {
  return LIST_BYTES + POINTER_BYTES * capacity;
}

export function setCapacity(m: Machine, list: number, capacity: number): void {
  const heap = m.heap;
  const before = heap.body[list] as number;
  if (before === capacity) return;
  heap.body[list] = capacity;
  heap.resize(list, heap.size[list] + POINTER_BYTES * (capacity - before));
}

/** Adjusts the capacity to a length that is about to change from `before` to `length`. */
export function resizeList(m: Machine, list: number, before: number, length: number): void {
  const capacity = m.heap.body[list] as number;
  if (length <= capacity && (length >= capacity >> 1 || keepsSmall(m, capacity, length))) return;
  setCapacity(m, list, grownCapacity(before, length));
}

/** Room for exactly `length` items in a list that never had any, rounded up to an even number. */
export function preallocate(m: Machine, list: number, length: number): void {
  setCapacity(m, list, (length + 1) & ~1);
}

/**
 * `list`, just made, had room for one item more than `most` splits (negative: as many as are reserved at the most) at
 * first, then grew. Source: PREALLOC_SIZE of Objects/stringlib/split.h.
 */
export function roomForSplits(m: Machine, list: number, most: number): void {
  growFrom(m, list, most < 0 ? MOST_PREALLOCATED : Math.min(MOST_PREALLOCATED, most + 1));
}

/** `list`, just made, has had room for `capacity` items before they were appended. */
export function growFrom(m: Machine, list: number, capacity: number): void {
  const count = m.heap.slots[list]!.length;
  while (capacity < count) capacity = grownCapacity(capacity, capacity + 1);
  setCapacity(m, list, capacity);
}
const MOST_PREALLOCATED = 12;

function grownCapacity(before: number, length: number): number {
  if (length === 0) return 0;
  const capacity = (length + (length >> 3) + 6) & ~3;
  return length - before > capacity - length ? (length + 3) & ~3 : capacity;
}

/** 3.14.9 and 3.15.1 stopped giving back small arrays (gh-158592). */
function keepsSmall(m: Machine, capacity: number, length: number): boolean {
  const name = m.profile.name;
  return length > 0 && capacity <= 32 && (name === '3.14' || name === '3.15');
}
