/** filter. Slots: [function or None, iterator]. Source: CPython Python/bltinmodule.c (filter_next). */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { functionPositional, noKeywords } from './call-arguments.ts';
import { itself } from './sequence-iterator.ts';

const FUNCTION = 0;
const ITERATOR = 1;
const FILTER_BYTES = 48;

/** Whether `item` passes `predicate` (a callable, None or bool for the item's own truth). */
export function passes(m: Machine, predicate: number, item: number): boolean {
  if (predicate === m.none || predicate === m.type('bool')) return m.truth(item);
  const answer = m.call(predicate, [item]);
  try {
    return m.truth(answer);
  } finally {
    m.heap.decref(answer);
  }
}

/** The next item of `iterator` that passes (or does not, with `wanted` false); owned, 0 at the end. */
export function nextPassing(m: Machine, iterator: number, predicate: number, wanted: boolean): number {
  for (;;) {
    const item = m.next(iterator);
    if (item === 0) return 0;
    try {
      if (passes(m, predicate, item) === wanted) return item;
    } catch (error) {
      m.heap.decref(item);
      throw error;
    }
    m.heap.decref(item);
  }
}

export const filterType: TypeDeclaration = {
  name: 'filter',
  kind: Kind.LAZY_ITERATOR,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      noKeywords(m, 'filter', names);
      functionPositional(m, 'filter', args, names, 2, 2);
      const iterator = m.iterate(args[1]);
      m.heap.incref(args[0]);
      return newContainer(m, Kind.LAZY_ITERATOR, type, [args[0], iterator], null, FILTER_BYTES);
    },
    iterate: itself,
    next(m, self) {
      const slots = m.heap.slots[self]!;
      return nextPassing(m, slots[ITERATOR], slots[FUNCTION], true);
    },
  },
};
