/**
 * Operations on the collector's circular lists, which lie in heap.gcNext and heap.gcPrev. A list is named by its head
 * (ListHead). Source: CPython Python/gc.c (gc_list_merge, gc_list_size ...).
 */
import type { Heap } from '../heap/heap.ts';

export function isEmpty(heap: Heap, list: number): boolean {
  return heap.gcNext[list] === list;
}

/** Appends all of `from` to `to`; `from` is empty afterwards. */
export function merge(heap: Heap, from: number, to: number): void {
  const { gcNext, gcPrev } = heap;
  const first = gcNext[from];
  if (first === from) return;
  const last = gcPrev[from];
  const end = gcPrev[to];
  gcNext[end] = first;
  gcPrev[first] = end;
  gcNext[last] = to;
  gcPrev[to] = last;
  gcNext[from] = from;
  gcPrev[from] = from;
}

/** Takes `id` out of its list and appends it to `to`. */
export function moveToEnd(heap: Heap, id: number, to: number): void {
  const { gcNext, gcPrev } = heap;
  const next = gcNext[id];
  const previous = gcPrev[id];
  gcNext[previous] = next;
  gcPrev[next] = previous;
  const last = gcPrev[to];
  gcNext[last] = id;
  gcPrev[id] = last;
  gcNext[id] = to;
  gcPrev[to] = id;
}

export function size(heap: Heap, list: number): number {
  const { gcNext } = heap;
  let count = 0;
  for (let id = gcNext[list]; id !== list; id = gcNext[id]) count++;
  return count;
}

/** The objects of a list, in order. */
export function members(heap: Heap, list: number): number[] {
  const { gcNext } = heap;
  const ids: number[] = [];
  for (let id = gcNext[list]; id !== list; id = gcNext[id]) ids.push(id);
  return ids;
}

/** Says that everything in `list` now belongs to `generation`; returns how many objects that are. */
export function setGeneration(heap: Heap, list: number, generation: number): number {
  const { gcNext } = heap;
  let count = 0;
  for (let id = gcNext[list]; id !== list; id = gcNext[id]) {
    count++;
    heap.moveTo(id, generation);
  }
  return count;
}
