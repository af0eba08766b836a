/** map. Slots: [tuple of iterators, function]. Source: CPython Python/bltinmodule.c (map_next). */
import { Kind } from '../../heap/kinds.ts';
import type { TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { noKeywords } from './call-arguments.ts';
import { itself } from './sequence-iterator.ts';
import { isAtLeast } from './versions.ts';
import { iteratorsOf } from './zip.ts';

const ITERATORS = 0;
const FUNCTION = 1;

export const mapType: TypeDeclaration = {
  name: 'map',
  kind: Kind.LAZY_ITERATOR,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      noKeywords(m, 'map', names);
      if (args.length < 2) m.raise('TypeError', 'map() must have at least two arguments.');
      const iterators = iteratorsOf(m, args.slice(1));
      m.heap.incref(args[0]);
      const bytes = isAtLeast(m, 14) ? 56 : 48;
      return newContainer(m, Kind.LAZY_ITERATOR, type, [iterators, args[0]], null, bytes);
    },
    iterate: itself,
    next(m, self) {
      const heap = m.heap;
      const iterators = heap.slots[heap.slots[self]![ITERATORS]]!;
      const items: number[] = [];
      try {
        for (const iterator of iterators) {
          const item = m.next(iterator);
          if (item === 0) return 0;
          items.push(item);
        }
        return m.call(heap.slots[self]![FUNCTION], items);
      } finally {
        for (const item of items) heap.decref(item);
      }
    },
  },
};
