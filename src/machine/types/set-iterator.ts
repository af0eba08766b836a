/** Iterators over sets. Slots: the set, 0 when exhausted. Source: CPython Objects/setobject.c (setiter_iternext). */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { exhaust, itself } from './sequence-iterator.ts';
import { setLength } from './set-table.ts';

interface SetIteratorBody {
  at: number;
  /** Elements when iteration began; -1 after that changed. */
  expected: number;
  left: number;
}

const ITERATOR_BYTES = 64;

export function newSetIterator(m: Machine, set: number): number {
  const length = setLength(m.heap, set);
  const body: SetIteratorBody = { at: 0, expected: length, left: length };
  m.heap.incref(set);
  // Not kind ITERATOR: that one has a free-list from 3.14 on, and set iterators have none.
  return newContainer(m, Kind.LAZY_ITERATOR, m.type('set_iterator'), [set], body, ITERATOR_BYTES);
}

export const setIteratorType: TypeDeclaration = {
  name: 'set_iterator',
  kind: Kind.LAZY_ITERATOR,
  slots: {
    iterate: itself,
    next(m, self) {
      const heap = m.heap;
      const set = heap.slots[self]![0];
      if (set === 0) return 0;
      const body = heap.body[self] as SetIteratorBody;
      if (setLength(heap, set) !== body.expected) {
        body.expected = -1;
        m.raise('RuntimeError', 'Set changed size during iteration');
      }
      const slots = heap.slots[set]!;
      let at = body.at;
      while (at < slots.length && slots[at] === 0) at++;
      body.at = at + 1;
      if (at >= slots.length) return exhaust(m, self);
      body.left--;
      heap.incref(slots[at]);
      return slots[at];
    },
  },
  methods: {
    __length_hint__: (m, args) =>
      m.int(m.heap.slots[args[0]]![0] === 0 ? 0 : (m.heap.body[args[0]] as SetIteratorBody).left),
  },
};
