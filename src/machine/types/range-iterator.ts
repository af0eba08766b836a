/** Iterators over ranges; the collector does not know them. Source: CPython Objects/rangeobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { add, subtract, type Integer } from './int-arithmetic.ts';
import { sizeOfRangeIterator } from './object-sizes.ts';
import type { RangeValue } from './range-arithmetic.ts';
import { itself } from './sequence-iterator.ts';

/** Body of a RANGE_ITERATOR object: changed in place. */
export interface RangeIteration {
  next: Integer;
  readonly step: Integer;
  remaining: Integer;
}

export function newRangeIterator(m: Machine, range: RangeValue): number {
  const body: RangeIteration = { next: range.start, step: range.step, remaining: range.length };
  const isLong = typeof range.start === 'bigint' || typeof range.stop === 'bigint' || typeof range.step === 'bigint';
  const type = m.type(isLong ? 'longrange_iterator' : 'range_iterator');
  return m.heap.alloc(Kind.RANGE_ITERATOR, type, null, body, sizeOfRangeIterator(m.profile));
}

/** The next number, owned; 0 at the end. */
export function nextOfRange(m: Machine, self: number): number {
  const body = m.heap.body[self] as RangeIteration;
  const { next, step, remaining } = body;
  if (remaining <= 0) return 0;
  if (typeof next === 'number' && typeof step === 'number' && typeof remaining === 'number') {
    const after = next + step;
    if ((after | 0) === after) {
      body.next = after;
      body.remaining = remaining - 1;
      return m.int(next);
    }
  }
  const value = body.next;
  body.next = add(value, body.step);
  body.remaining = subtract(body.remaining, 1);
  return m.int(value);
}

function iteratorType(name: string): TypeDeclaration {
  return {
    name,
    kind: Kind.RANGE_ITERATOR,
    slots: { iterate: itself, next: nextOfRange },
    methods: {
      __length_hint__: (m, args) => m.int((m.heap.body[args[0]] as RangeIteration).remaining),
    },
  };
}

export const rangeIteratorType = iteratorType('range_iterator');
export const longRangeIteratorType = iteratorType('longrange_iterator');
