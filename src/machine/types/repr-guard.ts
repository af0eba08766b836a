/**
 * Containers that contain themselves print as `[...]` where they come round again.
 * Source: CPython Objects/object.c (Py_ReprEnter, Py_ReprLeave).
 */
import type { Heap } from '../../heap/heap.ts';

// Keyed by heap, so machines share nothing; a machine's entry goes with its heap.
const printing = new WeakMap<Heap, Set<number>>();

/** The text that `describe` makes of `id`, or `again` when `id` is being described already. */
export function guardedRepr(heap: Heap, id: number, again: string, describe: () => string): string {
  let open = printing.get(heap);
  if (open === undefined) printing.set(heap, (open = new Set()));
  if (open.has(id)) return again;
  open.add(id);
  try {
    return describe();
  } finally {
    open.delete(id);
  }
}

/** repr of a borrowed item that user code might drop while it is being printed. */
export function reprOf(m: { readonly heap: Heap; repr(id: number): string }, id: number): string {
  m.heap.incref(id);
  try {
    return m.repr(id);
  } finally {
    m.heap.decref(id);
  }
}
