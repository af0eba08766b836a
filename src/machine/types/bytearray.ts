/** bytearray. Source: CPython Objects/bytearrayobject.c. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isAtLeast } from './versions.ts';
import { bytesLiteral } from '../text/string-literal.ts';
import {
  bytesContents,
  bytesFromHex,
  compareBytes,
  concatenatedBytes,
  pickedBytes,
  repeatedBytes,
} from './bytes-contents.ts';
import { bytesOf, requireBytes, type ByteBuffer } from './bytes-like.ts';
import { bytesMethods } from './bytes-methods.ts';
import { containsBytes, newBytesIterator } from './bytes.ts';
import { noArguments, oneArgument, positional } from './call-arguments.ts';
import { byteValue } from './int-bytes.ts';
import { addedBytes, sizeOfBytearray } from './object-sizes.ts';
import { comparisonResult } from './ordering.ts';
import { isIndex, itemIndex, repeatCount } from './sequence-index.ts';
import { hasReflected, refuseRepetition } from './sequence-operators.ts';
import { sliceRange } from './slice.ts';
import { textArgument } from './str-argument.ts';
import type { TypeBody } from '../type-body.ts';
import { unhashable } from './unhashable.ts';

/** A bytearray with these bytes, which become its own; owned. */
export function newBytearray(m: Machine, bytes: Uint8Array, type = m.type('bytearray')): number {
  const room = bytes.length === 0 ? 0 : bytes.length + 1;
  const size = sizeOfBytearray(room, m.profile) + addedBytes(m, type);
  const body: ByteBuffer = { bytes, room };
  if (!(m.heap.flags[type] & Flag.HEAP_TYPE)) return m.heap.alloc(Kind.BYTEARRAY, type, null, body, size);
  const fixed = (m.heap.body[type] as TypeBody).slotNames.length;
  return m.heap.allocTracked(Kind.DERIVED_BYTEARRAY, type, new Array<number>(1 + fixed).fill(0), body, size);
}

const bufferOf = (m: Machine, self: number): ByteBuffer => m.heap.body[self] as ByteBuffer;

function setBytes(m: Machine, self: number, bytes: Uint8Array): void {
  const buffer = bufferOf(m, self);
  const before = sizeOfBytearray(buffer.room, m.profile);
  const isAsLong = buffer.bytes.length === bytes.length;
  buffer.bytes = bytes;
  if (isAsLong) return;
  buffer.room = roomFor(buffer.room, bytes.length);
  m.heap.resize(self, m.heap.size[self] + sizeOfBytearray(buffer.room, m.profile) - before);
}

/** Source: PyByteArray_Resize. */
function roomFor(room: number, length: number): number {
  if (length < Math.floor(room / 2)) return length + 1;
  if (length + 1 <= room) return room;
  return length <= room * 1.125 ? length + (length >> 3) + (length < 9 ? 3 : 6) : length + 1;
}

/** Replaces `count` bytes from `start` on. */
function splice(m: Machine, self: number, start: number, count: number, by: Uint8Array): void {
  const { bytes } = bufferOf(m, self);
  const head = concatenatedBytes(bytes.subarray(0, start), by);
  setBytes(m, self, concatenatedBytes(head, bytes.subarray(start + count)));
}

function setSlice(m: Machine, self: number, slice: number, value: number): void {
  const { bytes } = bufferOf(m, self);
  const { start, step, count } = sliceRange(m, slice, bytes.length);
  const by = value === 0 ? new Uint8Array(0) : bytesContents(m, 'bytearray', value, 0, 0);
  if (step === 1) {
    splice(m, self, start, count, by);
    return;
  }
  const picked = Array.from({ length: count }, (_, i) => start + i * step);
  if (value === 0) {
    const doomed = new Set(picked);
    setBytes(
      m,
      self,
      bytes.filter((_, at) => !doomed.has(at)),
    );
    return;
  }
  if (by.length !== count) {
    m.raise('ValueError', `attempt to assign bytes of size ${by.length} to extended slice of size ${count}`);
  }
  picked.forEach((at, i) => {
    bytes[at] = by[i];
  });
}

function setItem(m: Machine, self: number, key: number, value: number): void {
  if (m.heap.kind[key] === Kind.SLICE) {
    setSlice(m, self, key, value);
    return;
  }
  if (!isIndex(m, key)) {
    m.raise('TypeError', `bytearray indices must be integers or slices, not ${m.typeName(key)}`);
  }
  const { bytes } = bufferOf(m, self);
  const at = itemIndex(m, key, bytes.length, 'bytearray index out of range');
  if (value === 0) splice(m, self, at, 1, new Uint8Array(0));
  else bytes[at] = byteValue(m, m.index(value), 'byte');
}

function getItem(m: Machine, self: number, key: number): number {
  const { bytes } = bufferOf(m, self);
  if (m.heap.kind[key] === Kind.SLICE) {
    const { start, step, count } = sliceRange(m, key, bytes.length);
    return newBytearray(m, pickedBytes(bytes, start, step, count));
  }
  if (!isIndex(m, key)) {
    m.raise('TypeError', `bytearray indices must be integers or slices, not ${m.typeName(key)}`);
  }
  return m.int(bytes[itemIndex(m, key, bytes.length, 'bytearray index out of range')]);
}

function binary(m: Machine, op: number, left: number, right: number): number {
  const a = bytesOf(m, left);
  const b = bytesOf(m, right);
  if (op === BinaryOp.ADD && a !== null) {
    // bytes + bytearray is bytes: the left operand's type decides, and its slot was asked first.
    if (b !== null) return newBytearray(m, concatenatedBytes(a, b));
    if (hasReflected(m, right, '__radd__')) return m.notImplemented;
    return m.raise('TypeError', `can't concat ${m.typeName(right)} to bytearray`);
  }
  if (op === BinaryOp.MULTIPLY) {
    const [bytes, other] = a !== null ? [a, right] : [b!, left];
    const count = repeatCount(m, other);
    if (count === undefined) return refuseRepetition(m, other);
    return newBytearray(m, repeatedBytes(m, bytes, count));
  }
  return m.notImplemented;
}

export const bytearrayType: TypeDeclaration = {
  name: 'bytearray',
  kind: Kind.BYTEARRAY,
  canBeBase: true,
  slots: {
    create: (m, type) => newBytearray(m, new Uint8Array(0), type),
    initialize(m, self, args, names) {
      const [source, encoding, errors] = m.bindArguments('bytearray', args, names, ['source=', 'encoding=', 'errors=']);
      setBytes(m, self, bytesContents(m, 'bytearray', source, encoding, errors));
    },
    repr: (m, self) => `${m.typeName(self)}(${bytesLiteral(bufferOf(m, self).bytes)})`,
    hash: unhashable,
    iterate: newBytesIterator,
    length: (m, self) => bufferOf(m, self).bytes.length,
    getItem,
    setItem,
    contains: (m, self, item) => containsBytes(m, bufferOf(m, self).bytes, item),
    compare(m, op, left, right) {
      const a = bytesOf(m, left);
      const b = bytesOf(m, right);
      if (a === null || b === null) return m.notImplemented;
      return comparisonResult(m, op, compareBytes(a, b));
    },
    binary,
    inplace(m, op, left, right) {
      if (op === BinaryOp.ADD) {
        const by = bytesOf(m, right);
        if (by === null) return m.notImplemented;
        splice(m, left, bufferOf(m, left).bytes.length, 0, by.slice());
      } else if (op === BinaryOp.MULTIPLY) {
        const count = repeatCount(m, right);
        if (count === undefined) return m.notImplemented;
        setBytes(m, left, repeatedBytes(m, bufferOf(m, left).bytes, count));
      } else {
        return m.notImplemented;
      }
      m.heap.incref(left);
      return left;
    },
  },
  methods: {
    ...bytesMethods((m, bytes) => newBytearray(m, bytes)),
    append(m, args, names) {
      oneArgument(m, 'bytearray.append', args, names);
      const value = byteValue(m, m.index(args[1]), 'byte');
      splice(m, args[0], bufferOf(m, args[0]).bytes.length, 0, Uint8Array.of(value));
      return m.none;
    },
    extend(m, args, names) {
      oneArgument(m, 'bytearray.extend', args, names);
      if (m.isStr(args[1])) {
        const isLate = isAtLeast(m, 13);
        m.raise(
          'TypeError',
          isLate ? "expected iterable of integers; got: 'str'" : "'str' object cannot be interpreted as an integer",
        );
      }
      if (m.special(args[1], '__iter__') === 0)
        m.raise('TypeError', `can't extend bytearray with ${m.typeName(args[1])}`);
      const by = bytesContents(m, 'bytearray', args[1], 0, 0);
      splice(m, args[0], bufferOf(m, args[0]).bytes.length, 0, by);
      return m.none;
    },
    insert(m, args, names) {
      positional(m, 'insert', args, names, 2, 2);
      const { length } = bufferOf(m, args[0]).bytes;
      const index = m.indexNumber(args[1]);
      const at = index < 0 ? Math.max(0, index + length) : Math.min(index, length);
      splice(m, args[0], at, 0, Uint8Array.of(byteValue(m, m.index(args[2]), 'byte')));
      return m.none;
    },
    pop(m, args, names) {
      positional(m, 'pop', args, names, 0, 1);
      const { bytes } = bufferOf(m, args[0]);
      if (bytes.length === 0) m.raise('IndexError', 'pop from empty bytearray');
      const index = args[1] === undefined ? -1 : m.indexNumber(args[1]);
      const at = index < 0 ? index + bytes.length : index;
      if (at < 0 || at >= bytes.length) m.raise('IndexError', 'pop index out of range');
      const value = bytes[at];
      splice(m, args[0], at, 1, new Uint8Array(0));
      return m.int(value);
    },
    remove(m, args, names) {
      oneArgument(m, 'bytearray.remove', args, names);
      const at = bufferOf(m, args[0]).bytes.indexOf(byteValue(m, m.index(args[1]), 'byte'));
      if (at < 0) m.raise('ValueError', 'value not found in bytearray');
      splice(m, args[0], at, 1, new Uint8Array(0));
      return m.none;
    },
    clear(m, args, names) {
      noArguments(m, 'bytearray.clear', args, names);
      setBytes(m, args[0], new Uint8Array(0));
      return m.none;
    },
    reverse(m, args, names) {
      noArguments(m, 'bytearray.reverse', args, names);
      bufferOf(m, args[0]).bytes.reverse();
      return m.none;
    },
    copy(m, args, names) {
      noArguments(m, 'bytearray.copy', args, names);
      return newBytearray(m, requireBytes(m, args[0]).slice());
    },
  },
  classMethods: {
    fromhex(m, args, names) {
      oneArgument(m, 'bytearray.fromhex', args, names);
      return newBytearray(m, bytesFromHex(m, textArgument(m, 'fromhex', 0, args[1])), args[0]);
    },
  },
};
