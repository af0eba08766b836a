/**
 * How `__new__` of an atom's type makes its objects, plain or of a subclass. An instance of `class Name(str)` is a
 * container, with its value as an atom of no bytes in its first slot, where the picture finds it.
 */
import { derivedKind, Kind, type KindNumber } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { bytesOfInt } from '../object-sizes.ts';
import type { TypeBody } from '../type-body.ts';
import type { Complex } from './complex-arithmetic.ts';
import type { Integer } from './int-arithmetic.ts';
import { newComplex } from './new-complex.ts';
import {
  addedBytes,
  addedHeaderBytes,
  bytesOfDerivedStr,
  COMPLEX_BYTES,
  FLOAT_BYTES,
  sizeOfBytes,
} from './object-sizes.ts';

function newDerived(
  m: Machine,
  base: KindNumber,
  baseType: number,
  type: number,
  value: unknown,
  bytes: number,
): number {
  const atom = m.heap.allocAtom(base, baseType, value, 0);
  const fixed = (m.heap.body[type] as TypeBody).slotNames.length;
  const slots = fixed === 0 ? [atom] : [atom, ...new Array<number>(fixed).fill(0)];
  return m.heap.allocTracked(derivedKind(base), type, slots, value, bytes);
}

export function newInt(m: Machine, type: number, value: Integer): number {
  const plain = m.type('int');
  if (type === plain) return m.int(value);
  return newDerived(m, Kind.INT, plain, type, value, bytesOfInt(value) + addedHeaderBytes(m, type));
}

export function newFloat(m: Machine, type: number, value: number): number {
  const plain = m.type('float');
  if (type === plain) return m.float(value);
  return newDerived(m, Kind.FLOAT, plain, type, value, FLOAT_BYTES + addedBytes(m, type));
}

export function newComplexOf(m: Machine, type: number, value: Complex): number {
  const plain = m.type('complex');
  if (type === plain) return newComplex(m, value);
  return newDerived(m, Kind.COMPLEX, plain, type, value, COMPLEX_BYTES + addedBytes(m, type));
}

export function newStr(m: Machine, type: number, value: string): number {
  const plain = m.type('str');
  if (type === plain) return m.str(value);
  return newDerived(m, Kind.STR, plain, type, value, bytesOfDerivedStr(m, type, value));
}

export function newBytes(m: Machine, type: number, value: Uint8Array): number {
  const plain = m.type('bytes');
  if (type === plain) return m.bytes(value);
  return newDerived(m, Kind.BYTES, plain, type, value, sizeOfBytes(value.length) + addedBytes(m, type));
}
