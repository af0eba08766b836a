/** chain, starmap, accumulate, zip_longest, pairwise, batched. Source: CPython Modules/itertoolsmodule.c. */
import { BinaryOp } from '../../../program/instructions.ts';
import type { TypeDeclaration } from '../../native.ts';
import { functionPositional, noKeywords } from '../../types/call-arguments.ts';
import { resultTuple } from '../../types/result-tuple.ts';
import { isAtLeast } from '../../types/versions.ts';
import { iteratorsOf } from '../../types/zip.ts';
import { drop, lazyType, newLazy, own } from './lazy-type.ts';

const ACTIVE = 0;
const SOURCE = 1;

const chainType = lazyType({
  name: 'chain',
  create(m, type, args, names) {
    noKeywords(m, 'chain', names);
    for (const id of args) m.heap.incref(id);
    const iterables = m.tupleFromArray([...args]);
    const source = m.iterate(iterables);
    m.heap.decref(iterables);
    return newLazy(m, type, [0, source]);
  },
  next(m, self) {
    for (;;) {
      const slots = m.heap.slots[self]!;
      if (slots[SOURCE] === 0) return 0;
      if (slots[ACTIVE] === 0) {
        const iterable = m.next(slots[SOURCE]);
        if (iterable === 0) {
          drop(m, self, SOURCE);
          return 0;
        }
        try {
          m.heap.setSlot(self, ACTIVE, m.iterate(iterable));
        } finally {
          m.heap.decref(iterable);
        }
      }
      const item = m.next(m.heap.slots[self]![ACTIVE]);
      if (item !== 0) return item;
      drop(m, self, ACTIVE);
    }
  },
  classMethods: {
    from_iterable(m, args, names) {
      functionPositional(m, 'from_iterable', args.slice(1), names, 1, 1);
      return newLazy(m, args[0], [0, m.iterate(args[1])]);
    },
  },
});

const starmapType = lazyType({
  name: 'starmap',
  create(m, type, args, names) {
    functionPositional(m, 'starmap', args, names, 2, 2);
    const iterator = m.iterate(args[1]);
    return newLazy(m, type, [own(m, args[0]), iterator]);
  },
  next(m, self) {
    const [callable, iterator] = m.heap.slots[self]!;
    const packed = m.next(iterator);
    if (packed === 0) return 0;
    const items = m.collect(packed);
    try {
      return m.call(callable, items);
    } finally {
      for (const item of items) m.heap.decref(item);
      m.heap.decref(packed);
    }
  },
});

const TOTAL = 1;
const INITIAL = 3;

const accumulateType = lazyType({
  name: 'accumulate',
  create(m, type, args, names) {
    const spec = ['iterable', 'func=', '*', 'initial='];
    const [iterable, func, initial] = m.bindArguments('accumulate', args, names, spec);
    const iterator = m.iterate(iterable);
    const callable = func === m.none ? 0 : func;
    const first = initial === m.none ? 0 : initial;
    return newLazy(m, type, [own(m, callable), 0, iterator, own(m, first)]);
  },
  next(m, self) {
    const [callable, total, iterator, initial] = m.heap.slots[self]!;
    if (initial !== 0) {
      m.heap.setSlot(self, INITIAL, 0);
      m.heap.setSlot(self, TOTAL, initial);
      m.heap.incref(initial);
      return initial;
    }
    const item = m.next(iterator);
    if (item === 0) return 0;
    if (total === 0) {
      m.heap.setSlot(self, TOTAL, own(m, item));
      return item;
    }
    try {
      const sum = callable === 0 ? m.binary(BinaryOp.ADD, total, item) : m.call(callable, [total, item]);
      m.heap.incref(sum);
      m.heap.replaceSlot(self, TOTAL, sum);
      return sum;
    } finally {
      m.heap.decref(item);
    }
  },
});

const zipLongestType = lazyType({
  name: 'zip_longest',
  create(m, type, args, names) {
    const given = args.length - (names?.length ?? 0);
    if (names !== null && (names.length > 1 || names[0] !== 'fillvalue')) {
      m.raise('TypeError', 'zip_longest() got an unexpected keyword argument');
    }
    const fill = names === null || names.length === 0 ? 0 : args[given];
    const iterators = iteratorsOf(m, args.slice(0, given));
    const result = m.tuple(new Array<number>(given).fill(m.none));
    const slots = [iterators, result, own(m, fill === 0 ? m.none : fill)];
    return newLazy(m, type, slots, { ended: new Set<number>() });
  },
  next(m, self) {
    const [iterators, , fill] = m.heap.slots[self]!;
    const { ended } = m.heap.body[self] as { ended: Set<number> };
    const count = m.heap.slots[iterators]!.length;
    const items: number[] = [];
    try {
      for (let i = 0; i < count; i++) {
        const item = ended.has(i) ? 0 : m.next(m.heap.slots[iterators]![i]);
        if (item === 0) ended.add(i);
        items.push(item === 0 ? own(m, fill) : item);
      }
      if (ended.size === count) return 0;
      return resultTuple(m, self, 1, items.splice(0), 'always');
    } finally {
      for (const item of items) m.heap.decref(item);
    }
  },
});

const pairwiseType = lazyType({
  name: 'pairwise',
  create(m, type, args, names) {
    functionPositional(m, 'pairwise', args, names, 1, 1);
    const slots = [m.iterate(args[0]), 0];
    if (isAtLeast(m, 13)) slots.push(m.tupleFromArray([m.none, m.none]));
    return newLazy(m, type, slots);
  },
  next(m, self) {
    const [iterator, remembered] = m.heap.slots[self]!;
    if (iterator === 0) return 0;
    let old = own(m, remembered);
    if (old === 0) {
      old = m.next(iterator);
      if (old === 0) {
        drop(m, self, 0);
        return 0;
      }
      m.heap.setSlot(self, 1, own(m, old));
    }
    const item = m.next(iterator);
    if (item === 0) {
      m.heap.decref(old);
      drop(m, self, 0);
      drop(m, self, 1);
      return 0;
    }
    const forgotten = m.heap.setSlot(self, 1, own(m, item));
    if (forgotten !== 0) m.heap.decref(forgotten);
    if (isAtLeast(m, 13)) return resultTuple(m, self, 2, [old, item], 'always');
    return m.tupleFromArray([old, item]);
  },
});

const batchedType = lazyType({
  name: 'batched',
  create(m, type, args, names) {
    const spec = ['iterable', 'n', '*', 'strict='];
    const [iterable, n, strict] = m.bindArguments('batched', args, names, spec);
    const size = m.indexNumber(n);
    if (size < 1) m.raise('ValueError', 'n must be at least one');
    const body = { size, strict: strict !== 0 && m.truth(strict) };
    return newLazy(m, type, [m.iterate(iterable)], body);
  },
  next(m, self) {
    const { size, strict } = m.heap.body[self] as { size: number; strict: boolean };
    const iterator = m.heap.slots[self]![0];
    if (iterator === 0) return 0;
    const items: number[] = [];
    try {
      while (items.length < size) {
        const item = m.next(iterator);
        if (item === 0) break;
        items.push(item);
      }
    } catch (error) {
      for (const item of items) m.heap.decref(item);
      throw error;
    }
    if (items.length < size) drop(m, self, 0);
    if (items.length > 0 && items.length < size && strict) {
      for (const item of items) m.heap.decref(item);
      m.raise('ValueError', 'batched(): incomplete batch');
    }
    return items.length === 0 ? 0 : m.tuple(items);
  },
});

export const joiningTypes: readonly TypeDeclaration[] = [
  chainType,
  starmapType,
  accumulateType,
  zipLongestType,
  pairwiseType,
  batchedType,
];
