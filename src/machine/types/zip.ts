/** zip. Slots: [tuple of iterators, result tuple]; body: strict? Source: CPython Python/bltinmodule.c (zip_next). */
import { Kind } from '../../heap/kinds.ts';
import { throughArgumentTuple } from '../argument-tuples.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { trackAgain } from './result-tuple.ts';
import { refuseKeyword } from './call-arguments.ts';
import { itself } from './sequence-iterator.ts';

const ZIP_BYTES = 64;
const ITERATORS = 0;
const RESULT = 1;

/** Iterators over all of `iterables`, as an owned tuple. */
export function iteratorsOf(m: Machine, iterables: readonly number[]): number {
  const iterators: number[] = [];
  try {
    for (const iterable of iterables) iterators.push(m.iterate(iterable));
  } catch (error) {
    for (const iterator of iterators) m.heap.decref(iterator);
    throw error;
  }
  return m.tuple(iterators);
}

function next(m: Machine, self: number): number {
  const heap = m.heap;
  const iterators = heap.slots[heap.slots[self]![ITERATORS]]!;
  const count = iterators.length;
  if (count === 0) return 0;
  let result = heap.slots[self]![RESULT];
  if (heap.refcount[result] !== 1) {
    const items: number[] = [];
    try {
      for (let i = 0; i < count; i++) {
        const item = m.next(iterators[i]);
        if (item === 0) {
          // CPython makes the tuple before it asks for the items.
          return throughArgumentTuple(m, iterators, () => ended(m, self, i));
        }
        items.push(item);
      }
      result = m.tuple(items.splice(0));
      return result;
    } finally {
      for (let i = items.length - 1; i >= 0; i--) heap.decref(items[i]);
    }
  }
  heap.incref(result);
  try {
    for (let i = 0; i < count; i++) {
      const item = m.next(iterators[i]);
      if (item === 0) {
        heap.decref(result);
        result = 0;
        return ended(m, self, i);
      }
      heap.replaceSlot(result, i, item);
    }
  } catch (error) {
    if (result !== 0) heap.decref(result);
    throw error;
  }
  trackAgain(m, result);
  return result;
}

/** Iterator number `at` is exhausted: with strict=True all of them have to be. */
function ended(m: Machine, self: number, at: number): 0 {
  if (m.heap.body[self] !== true) return 0;
  const iterators = m.heap.slots[m.heap.slots[self]![ITERATORS]]!;
  const earlier = (count: number): string => (count === 1 ? 'argument 1' : `arguments 1-${count}`);
  if (at > 0) m.raise('ValueError', `zip() argument ${at + 1} is shorter than ${earlier(at)}`);
  for (let i = 1; i < iterators.length; i++) {
    const item = m.next(iterators[i]);
    if (item === 0) continue;
    m.heap.decref(item);
    m.raise('ValueError', `zip() argument ${i + 1} is longer than ${earlier(i)}`);
  }
  return 0;
}

export const zipType: TypeDeclaration = {
  name: 'zip',
  kind: Kind.LAZY_ITERATOR,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      const given = args.length - (names?.length ?? 0);
      if (names !== null && names.length > 1) {
        m.raise('TypeError', `zip() takes at most 1 keyword argument (${names.length} given)`);
      }
      for (const name of names ?? []) if (name !== 'strict') refuseKeyword(m, 'zip', name);
      const strict = args.length > given && m.truth(args[given]);
      const iterators = iteratorsOf(m, args.slice(0, given));
      const result = m.tuple(new Array<number>(given).fill(m.none));
      return newContainer(m, Kind.LAZY_ITERATOR, type, [iterators, result], strict, ZIP_BYTES);
    },
    iterate: itself,
    next,
  },
};
