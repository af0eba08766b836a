/** enumerate. Slots: [iterator, result tuple]; body: the next number. Source: CPython Objects/enumobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { genericAlias } from './generic-alias.ts';
import { resultTuple } from './result-tuple.ts';
import { isAtLeast } from './versions.ts';
import { itself } from './sequence-iterator.ts';

const ENUMERATE_BYTES = 72;
const ITERATOR = 0;
const RESULT = 1;

/** CPython reads them by hand (enumerate_vectorcall): other words than those of other functions. */
function enumerateArguments(m: Machine, args: readonly number[], names: readonly string[] | null): [number, number] {
  const wrong = names?.find((name) => name !== 'iterable' && name !== 'start');
  if (wrong !== undefined) m.raise('TypeError', `'${wrong}' is an invalid keyword argument for enumerate()`);
  if (args.length === 0) m.raise('TypeError', "enumerate() missing required argument 'iterable'");
  if (args.length === 1 && names?.[0] === 'start') {
    m.raise('TypeError', "'start' is an invalid keyword argument for enumerate()");
  }
  const [iterable, start] = m.bindArguments('enumerate', args, names, ['iterable', 'start=']);
  return [iterable, start];
}

export const enumerateType: TypeDeclaration = {
  name: 'enumerate',
  kind: Kind.LAZY_ITERATOR,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      const [iterable, start] = enumerateArguments(m, args, names);
      const first = start === 0 ? 0 : m.index(start);
      const iterator = m.iterate(iterable);
      const result = m.tupleFromArray([m.none, m.none]);
      return newContainer(m, Kind.LAZY_ITERATOR, type, [iterator, result], first, ENUMERATE_BYTES);
    },
    iterate: itself,
    next(m, self) {
      const heap = m.heap;
      const item = m.next(heap.slots[self]![ITERATOR]);
      if (item === 0) return 0;
      const number = heap.body[self] as number | bigint;
      heap.body[self] = typeof number === 'bigint' ? number + 1n : number + 1;
      const tracking = isAtLeast(m, 15) ? 'by-content' : 'always';
      return resultTuple(m, self, RESULT, [m.int(number), item], tracking);
    },
  },
  classMethods: { __class_getitem__: genericAlias },
};
