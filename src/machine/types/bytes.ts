/** bytes. Source: CPython Objects/bytesobject.c. */
import { Kind, valueKind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { bytesLiteral } from '../text/string-literal.ts';
import { newContainer } from './allocation.ts';
import {
  bytesContents,
  bytesFromHex,
  compareBytes,
  concatenatedBytes,
  pickedBytes,
  repeatedBytes,
} from './bytes-contents.ts';
import { bytesOf, bytesOfLatin1, latin1Text, requireBytes } from './bytes-like.ts';
import { bytesMethods } from './bytes-methods.ts';
import { oneArgument } from './call-arguments.ts';
import { byteValue } from './int-bytes.ts';
import { newBytes } from './new-atom.ts';
import { comparisonResult } from './ordering.ts';
import { percentFormat, type PercentFlavour } from '../text/percent-format.ts';
import { exhaust, itself } from './sequence-iterator.ts';
import { isIndex, itemIndex, repeatCount } from './sequence-index.ts';
import { hasReflected, refuseRepetition } from './sequence-operators.ts';
import { sliceRange } from './slice.ts';
import { textArgument } from './str-argument.ts';
import { isAtLeast } from './versions.ts';

const ITERATOR_BYTES = 48;

const valueOf = (m: Machine, self: number): Uint8Array => m.heap.body[self] as Uint8Array;

function getItem(m: Machine, self: number, key: number): number {
  const bytes = valueOf(m, self);
  if (m.heap.kind[key] === Kind.SLICE) {
    const { start, step, count } = sliceRange(m, key, bytes.length);
    return m.bytes(pickedBytes(bytes, start, step, count));
  }
  if (!isIndex(m, key)) {
    m.raise('TypeError', `byte indices must be integers or slices, not ${m.typeName(key)}`);
  }
  return m.int(bytes[itemIndex(m, key, bytes.length, 'index out of range')]);
}

/** Whether bytes or a bytearray contain an int (one byte) or bytes. */
export function containsBytes(m: Machine, bytes: Uint8Array, item: number): boolean {
  if (m.isInt(item)) return bytes.includes(byteValue(m, m.intValue(item), 'byte'));
  return latin1Text(bytes).includes(latin1Text(requireBytes(m, item)));
}

const bytesFlavour: PercentFlavour = {
  hasB: true,
  textOf(m, value) {
    const bytes = bytesOf(m, value);
    if (bytes !== null) return latin1Text(bytes);
    const wanted = '%b requires a bytes-like object, or an object that implements __bytes__, not';
    const name = m.shownTypeName(value);
    return m.raise('TypeError', isAtLeast(m, 15) ? `format argument: ${wanted} ${name}` : `${wanted} '${name}'`);
  },
};

function binary(m: Machine, op: number, left: number, right: number): number {
  const a = bytesOf(m, left);
  const b = bytesOf(m, right);
  if (op === BinaryOp.ADD && a !== null) {
    if (b !== null) return m.bytes(concatenatedBytes(a, b));
    if (hasReflected(m, right, '__radd__')) return m.notImplemented;
    return m.raise('TypeError', `can't concat ${m.typeName(right)} to bytes`);
  }
  if (op === BinaryOp.MULTIPLY) {
    const [bytes, other] = a !== null ? [a, right] : [b!, left];
    const count = repeatCount(m, other);
    if (count === undefined) return refuseRepetition(m, other);
    return m.bytes(repeatedBytes(m, bytes, count));
  }
  if (op === BinaryOp.REMAINDER && a !== null) {
    return m.bytes(bytesOfLatin1(percentFormat(m, latin1Text(a), right, bytesFlavour)));
  }
  return m.notImplemented;
}

/** An iterator over a bytes or bytearray object (borrowed). Body: the next index. */
export function newBytesIterator(m: Machine, self: number): number {
  m.heap.incref(self);
  const name = valueKind(m.heap.kind[self]) === Kind.BYTES ? 'bytes_iterator' : 'bytearray_iterator';
  return newContainer(m, Kind.ITERATOR, m.type(name), [self], 0, ITERATOR_BYTES);
}

function iteratorType(name: string): TypeDeclaration {
  return {
    name,
    kind: Kind.ITERATOR,
    slots: {
      iterate: itself,
      next(m, self) {
        const sequence = m.heap.slots[self]![0];
        if (sequence === 0) return 0;
        const bytes = bytesOf(m, sequence)!;
        const at = m.heap.body[self] as number;
        if (at >= bytes.length) return exhaust(m, self);
        m.heap.body[self] = at + 1;
        return m.int(bytes[at]);
      },
    },
  };
}

export const bytesIteratorType = iteratorType('bytes_iterator');
export const bytearrayIteratorType = iteratorType('bytearray_iterator');

export const bytesType: TypeDeclaration = {
  name: 'bytes',
  kind: Kind.BYTES,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      const [source, encoding, errors] = m.bindArguments('bytes', args, names, ['source=', 'encoding=', 'errors=']);
      return newBytes(m, type, bytesContents(m, 'bytes', source, encoding, errors));
    },
    repr: (m, self) => bytesLiteral(valueOf(m, self)),
    hash(m, self) {
      let hash = 0x811c9dc5;
      for (const byte of valueOf(m, self)) hash = Math.imul(hash ^ byte, 0x01000193);
      return hash | 0;
    },
    iterate: newBytesIterator,
    length: (m, self) => valueOf(m, self).length,
    getItem,
    contains: (m, self, item) => containsBytes(m, valueOf(m, self), item),
    compare(m, op, left, right) {
      const a = bytesOf(m, left);
      const b = bytesOf(m, right);
      if (a === null || b === null) return m.notImplemented;
      return comparisonResult(m, op, compareBytes(a, b));
    },
    binary,
  },
  methods: bytesMethods((m, bytes) => m.bytes(bytes)),
  classMethods: {
    fromhex(m, args, names) {
      oneArgument(m, 'bytes.fromhex', args, names);
      return newBytes(m, args[0], bytesFromHex(m, textArgument(m, 'fromhex', 0, args[1])));
    },
  },
};
