/** The module functools: reduce, partial and lru_cache natively, the rest in Python. */
import { throughArgumentTuple } from '../argument-tuples.ts';
import type { NativeModule } from '../native.ts';
import { functionPositional } from '../types/call-arguments.ts';
import { lruCacheType, lruEntryType } from '../types/lru-cache.ts';
import { partialType } from '../types/partial.ts';

export const functoolsModule: NativeModule = {
  name: 'functools',
  types: [partialType, lruCacheType, lruEntryType],
  functions: {
    reduce(m, args, names) {
      if (names === null && args.length < 2 && m.profile.versionInfo[1] >= 14) {
        m.raise('TypeError', `reduce() takes at least 2 positional arguments (${args.length} given)`);
      }
      functionPositional(m, 'reduce', args, names, 2, 3);
      const [callable, iterable, initial] = args;
      if (m.special(iterable, '__iter__') === 0 && m.special(iterable, '__getitem__') === 0) {
        m.raise('TypeError', 'reduce() arg 2 must support iteration');
      }
      let total = initial ?? 0;
      if (total !== 0) m.heap.incref(total);
      try {
        // One tuple of two arguments serves all calls.
        throughArgumentTuple(m, [0, 0], () =>
          m.forEach(iterable, (item) => {
            if (total === 0) {
              m.heap.incref(item);
              total = item;
              return;
            }
            const next = m.call(callable, [total, item]);
            m.heap.decref(total);
            total = next;
          }),
        );
      } catch (error) {
        if (total !== 0) m.heap.decref(total);
        throw error;
      }
      if (total === 0) m.raise('TypeError', 'reduce() of empty iterable with no initial value');
      return total;
    },
  },
  hasLateSource: true,
};
