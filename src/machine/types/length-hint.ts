/** Source: CPython Objects/abstract.c (PyObject_LengthHint). */
import { throughBoundMethod } from '../argument-tuples.ts';
import type { Machine } from '../native.ts';

/** How many items an iterable says it has: its length, its __length_hint__, or `otherwise`. */
export function lengthHint(m: Machine, iterable: number, otherwise: number): number {
  if (m.special(iterable, '__len__') !== 0) {
    const length = m.catching('TypeError', () => m.length(iterable));
    if (length !== undefined) return length;
  }
  const method = m.special(iterable, '__length_hint__');
  if (method === 0) return otherwise;
  const hint = throughBoundMethod(m, iterable, () => m.call(method, [iterable]));
  try {
    return m.isInt(hint) ? Number(m.intValue(hint)) : otherwise;
  } finally {
    m.heap.decref(hint);
  }
}
