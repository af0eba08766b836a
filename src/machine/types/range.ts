/** range. Source: CPython Objects/rangeobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { noArguments, noKeywords, oneArgument } from './call-arguments.ts';
import { add, type Integer } from './int-arithmetic.ts';
import { RANGE_BYTES } from './object-sizes.ts';
import { equalityResult } from './ordering.ts';
import {
  equalRanges,
  rangeIndex,
  rangeItem,
  rangeOf,
  reversedRange,
  slicedRange,
  type RangeValue,
} from './range-arithmetic.ts';
import { newRangeIterator } from './range-iterator.ts';
import { isIndex } from './sequence-index.ts';
import { isAtLeast } from './versions.ts';

const valueOf = (m: Machine, self: number): RangeValue => m.heap.body[self] as RangeValue;

function newRange(m: Machine, value: RangeValue): number {
  return m.heap.alloc(Kind.RANGE, m.type('range'), null, value, RANGE_BYTES);
}

function create(m: Machine, _type: number, args: readonly number[], names: readonly string[] | null): number {
  noKeywords(m, 'range', names);
  if (args.length === 0) m.raise('TypeError', 'range expected at least 1 argument, got 0');
  if (args.length > 3) {
    m.raise('TypeError', `range expected at most 3 arguments, got ${args.length}`);
  }
  const numbers = args.map((id) => m.index(id));
  const [start, stop, step] = numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1];
  if (step === 0) m.raise('ValueError', 'range() arg 3 must not be zero');
  return newRange(m, rangeOf(start, stop, step));
}

function getItem(m: Machine, self: number, key: number): number {
  const range = valueOf(m, self);
  if (m.heap.kind[key] === Kind.SLICE) {
    const [start, stop, step] = m.heap.slots[key]!.map((id) => (id === m.none ? null : m.index(id)));
    if (step === 0) m.raise('ValueError', 'slice step cannot be zero');
    return newRange(m, slicedRange(range, start, stop, step ?? 1));
  }
  if (!isIndex(m, key)) {
    m.raise('TypeError', `range indices must be integers or slices, not ${m.typeName(key)}`);
  }
  const index = m.index(key);
  const at = index < 0 ? add(index, range.length) : index;
  if (at < 0 || at >= range.length) m.raise('IndexError', 'range object index out of range');
  return m.int(rangeItem(range, at));
}

/** Index of an object in the range: by arithmetic for ints, item by item for all others; null when absent. */
function find(m: Machine, self: number, item: number): Integer | null {
  const range = valueOf(m, self);
  if (m.isInt(item)) return rangeIndex(range, m.intValue(item));
  for (let index: Integer = 0; index < range.length; index = add(index, 1)) {
    const candidate = m.int(rangeItem(range, index));
    const equal = m.equals(candidate, item);
    m.heap.decref(candidate);
    if (equal) return index;
  }
  return null;
}

export const rangeType: TypeDeclaration = {
  name: 'range',
  kind: Kind.RANGE,
  slots: {
    create,
    repr(m, self) {
      const { start, stop, step } = valueOf(m, self);
      return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
    },
    hash(m, self) {
      const { start, step, length } = valueOf(m, self);
      // As CPython: the hash of (length, start, step), with None for what equal ranges may differ in.
      const parts = m.tuple([
        m.int(length),
        length === 0 ? m.none : m.int(start),
        length === 0 || length === 1 ? m.none : m.int(step),
      ]);
      const hash = m.hash(parts);
      m.heap.decref(parts);
      return hash;
    },
    iterate: (m, self) => newRangeIterator(m, valueOf(m, self)),
    length(m, self) {
      const { length } = valueOf(m, self);
      if (typeof length === 'number') return length;
      return m.raise('OverflowError', 'Python int too large to convert to C ssize_t');
    },
    truth: (m, self) => valueOf(m, self).length !== 0,
    getItem,
    contains: (m, self, item) => find(m, self, item) !== null,
    compare(m, op, left, right) {
      if (m.heap.kind[left] !== Kind.RANGE || m.heap.kind[right] !== Kind.RANGE) {
        return m.notImplemented;
      }
      return equalityResult(m, op, equalRanges(valueOf(m, left), valueOf(m, right)));
    },
  },
  methods: {
    __reversed__(m, args, names) {
      noArguments(m, 'range.__reversed__', args, names);
      const range = valueOf(m, args[0]);
      return newRangeIterator(m, range.length === 0 ? range : reversedRange(range));
    },
    count(m, args, names) {
      oneArgument(m, 'range.count', args, names);
      return m.int(find(m, args[0], args[1]) === null ? 0 : 1);
    },
    index(m, args, names) {
      oneArgument(m, 'range.index', args, names);
      const index = find(m, args[0], args[1]);
      if (index !== null) return m.int(index);
      if (isAtLeast(m, 14) && m.isInt(args[1])) {
        return m.raise('ValueError', 'range.index(x): x not in range');
      }
      return m.raise(
        'ValueError',
        m.isInt(args[1]) ? `${m.repr(args[1])} is not in range` : 'sequence.index(x): x not in sequence',
      );
    },
  },
  properties: {
    start: { get: (m, self) => m.int(valueOf(m, self).start) },
    stop: { get: (m, self) => m.int(valueOf(m, self).stop) },
    step: { get: (m, self) => m.int(valueOf(m, self).step) },
  },
};
