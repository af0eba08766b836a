/** tuple. Source: CPython Objects/tupleobject.c. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import { functionPositional, oneArgument, positional } from './call-arguments.ts';
import { genericAlias } from './generic-alias.ts';
import { compareSequences, countItems, findItem } from './item-equality.ts';
import { guardedRepr } from './repr-guard.ts';
import { isIndex, itemIndex, repeatCount, searchBound } from './sequence-index.ts';
import { newSequenceIterator } from './sequence-iterator.ts';
import { owned, refuseConcatenation, refuseRepetition, repeated } from './sequence-operators.ts';
import { sliceRange } from './slice.ts';
import { isAtLeast } from './versions.ts';

const POINTER_BYTES = 8;

function tupleOfType(m: Machine, type: number, items: number[]): number {
  const bytes = m.profile.sizes.tupleBase + POINTER_BYTES * items.length;
  return newContainer(m, Kind.TUPLE, type, items, null, bytes);
}

/** 3.14 compiles `tuple(x for x in y)` to a loop that fills a list, and copies that. */
function isInlinedGeneratorExpression(m: Machine, iterable: number): boolean {
  if (!isAtLeast(m, 14) || m.heap.kind[iterable] !== Kind.GENERATOR) return false;
  return (m.heap.body[iterable] as { name: string }).name === '<genexpr>';
}

function getSlice(m: Machine, self: number, slice: number): number {
  const slots = m.heap.slots[self]!;
  const { start, step, count } = sliceRange(m, slice, slots.length);
  if (step === 1 && count === slots.length && isExactly(m, self, 'tuple')) {
    m.heap.incref(self);
    return self;
  }
  const items: number[] = [];
  for (let i = 0; i < count; i++) items.push(slots[start + i * step]);
  for (const item of items) m.heap.incref(item);
  return m.tuple(items);
}

/** xxHash as 32-bit builds compute it. Source: tuplehash. */
function hash(m: Machine, self: number): number {
  const items = m.heap.slots[self]!;
  let accumulator = 374761393;
  for (const item of items) {
    accumulator = (accumulator + Math.imul(m.hash(item) | 0, 2246822519)) | 0;
    accumulator = Math.imul((accumulator << 13) | (accumulator >>> 19), 2654435761);
  }
  accumulator = (accumulator + (items.length ^ (374761393 ^ 3527539))) | 0;
  return accumulator === -1 ? 1546275796 : accumulator;
}

/** The exact tuple itself, a copy of the items when it is an instance of a subclass. */
function asTuple(m: Machine, self: number): number {
  if (!isExactly(m, self, 'tuple')) return m.tuple(owned(m, m.heap.slots[self]!));
  m.heap.incref(self);
  return self;
}

export const tupleType: TypeDeclaration = {
  name: 'tuple',
  kind: Kind.TUPLE,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      const isSubclass = (m.heap.flags[type] & Flag.HEAP_TYPE) !== 0;
      if (!isSubclass && names !== null && names.length > 0) {
        m.raise('TypeError', 'tuple() takes no keyword arguments');
      }
      functionPositional(m, 'tuple', args, null, 0, 1);
      if (isSubclass) return tupleOfType(m, type, args.length === 0 ? [] : m.collect(args[0]));
      if (args.length === 0) return m.emptyTuple;
      if (isExactly(m, args[0], 'tuple')) {
        m.heap.incref(args[0]);
        return args[0];
      }
      return isExactly(m, args[0], 'list') || isInlinedGeneratorExpression(m, args[0])
        ? m.tupleFromArray(m.collect(args[0]))
        : m.tuple(m.collect(args[0]));
    },
    repr(m, self) {
      const length = m.heap.slots[self]!.length;
      if (length === 0) return '()';
      return guardedRepr(m.heap, self, '(...)', () => {
        const parts = [...m.heap.slots[self]!].map((item) => m.repr(item));
        return length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
      });
    },
    hash,
    iterate(m, self) {
      return newSequenceIterator(m, 'tuple_iterator', self);
    },
    length: (m, self) => m.heap.slots[self]!.length,
    contains: (m, self, item) => findItem(m, self, item) >= 0,
    getItem(m, self, key) {
      const slots = m.heap.slots[self]!;
      if (isIndex(m, key)) {
        const item = slots[itemIndex(m, key, slots.length, 'tuple index out of range')];
        m.heap.incref(item);
        return item;
      }
      if (m.heap.kind[key] === Kind.SLICE) return getSlice(m, self, key);
      return m.raise('TypeError', `tuple indices must be integers or slices, not ${m.typeName(key)}`);
    },
    compare(m, op, left, right) {
      const kinds = m.heap.kind;
      if (kinds[left] !== Kind.TUPLE || kinds[right] !== Kind.TUPLE) return m.notImplemented;
      return compareSequences(m, op, left, right);
    },
    binary(m, op, left, right) {
      const { slots, kind } = m.heap;
      if (op === BinaryOp.ADD && kind[left] === Kind.TUPLE) {
        if (kind[right] !== Kind.TUPLE) return refuseConcatenation(m, 'tuple', right);
        if (slots[left]!.length === 0) return asTuple(m, right);
        if (slots[right]!.length === 0) return asTuple(m, left);
        return m.tuple(owned(m, [...slots[left]!, ...slots[right]!]));
      }
      if (op === BinaryOp.MULTIPLY) {
        const [tuple, other] = kind[left] === Kind.TUPLE ? [left, right] : [right, left];
        const count = repeatCount(m, other);
        if (count === undefined) return refuseRepetition(m, other);
        if (count === 1) return asTuple(m, tuple);
        return m.tuple(repeated(m, slots[tuple]!, count));
      }
      return m.notImplemented;
    },
  },
  methods: {
    count(m, args, names) {
      oneArgument(m, 'tuple.count', args, names);
      return m.int(countItems(m, args[0], args[1]));
    },
    index(m, args, names) {
      positional(m, 'index', args, names, 1, 3);
      const length = m.heap.slots[args[0]]!.length;
      const start = searchBound(m, args[2], length, 0);
      const at = findItem(m, args[0], args[1], start, searchBound(m, args[3], length, Infinity));
      if (at >= 0) return m.int(at);
      return m.raise('ValueError', 'tuple.index(x): x not in tuple');
    },
    __getnewargs__: (m, args) => m.tuple([asTuple(m, args[0])]),
  },
  classMethods: { __class_getitem__: genericAlias },
};
