/** How `__new__` of an atom's type makes instances of subclasses, which `m.int`, `m.str` ... cannot. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import { bytesOfInt, bytesOfStr } from '../object-sizes.ts';
import type { Integer } from './int-arithmetic.ts';
import { FLOAT_BYTES, sizeOfBytes, subclassAtomBytes } from './object-sizes.ts';

export function newInt(m: Machine, type: number, value: Integer): number {
  if (type === m.type('int')) return m.int(value);
  const bytes = bytesOfInt(value) + subclassAtomBytes(m, type, 'variable');
  return m.heap.allocAtom(Kind.INT, type, value, bytes);
}

export function newFloat(m: Machine, type: number, value: number): number {
  if (type === m.type('float')) return m.float(value);
  const bytes = FLOAT_BYTES + subclassAtomBytes(m, type, 'fixed');
  return m.heap.allocAtom(Kind.FLOAT, type, value, bytes);
}

export function newStr(m: Machine, type: number, value: string): number {
  if (type === m.type('str')) return m.str(value);
  const bytes = bytesOfStr(m.profile, value) + subclassAtomBytes(m, type, 'text');
  return m.heap.allocAtom(Kind.STR, type, value, bytes);
}

export function newBytes(m: Machine, type: number, value: Uint8Array): number {
  if (type === m.type('bytes')) return m.bytes(value);
  const bytes = sizeOfBytes(value.length) + subclassAtomBytes(m, type, 'variable');
  return m.heap.allocAtom(Kind.BYTES, type, value, bytes);
}
