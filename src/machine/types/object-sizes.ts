/**
 * Shallow sizes of atoms and ranges in bytes, as sys.getsizeof has them on 64-bit builds (cpython-memory.md section 6).
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine, Profile } from '../native.ts';
import { codePointLength } from '../text/code-points.ts';
import { bitLength, type Integer } from './int-arithmetic.ts';

export const FLOAT_BYTES = 24;
export const COMPLEX_BYTES = 32;
export const NONE_BYTES = 16;
export const BOOL_BYTES = 28;
export const RANGE_BYTES = 48;

const INT_HEADER_BYTES = 24;
const INT_DIGIT_BITS = 30;
const INT_DIGIT_BYTES = 4;
const BYTES_HEADER_BYTES = 33;

export function sizeOfInt(value: Integer): number {
  if (typeof value === 'number' && value > -(2 ** 30) && value < 2 ** 30) return 28;
  return INT_HEADER_BYTES + INT_DIGIT_BYTES * Math.ceil(bitLength(value) / INT_DIGIT_BITS);
}

/** The widest character of a text decides how many bytes each of its characters takes. */
export function sizeOfStr(text: string, profile: Profile): number {
  const { sizes } = profile;
  if (/^[\0-\x7f]*$/.test(text)) return sizes.strAscii + text.length;
  if (/^[\0-\xff]*$/.test(text)) return sizes.strLatin1 + text.length;
  const length = codePointLength(text);
  return length === text.length ? sizes.strTwoByte + 2 * length : sizes.strFourByte + 4 * length;
}

export function sizeOfBytes(length: number): number {
  return BYTES_HEADER_BYTES + length;
}

/** A bytearray owns a buffer with one byte to spare; from 3.15 on the buffer is a bytes object. */
export function sizeOfBytearray(length: number, profile: Profile): number {
  const isBytes = profile.versionInfo[1] >= 15;
  const header = isBytes ? 64 : 56;
  if (length === 0) return header;
  return header + (isBytes ? sizeOfBytes(length) : length + 1);
}

export function sizeOfRangeIterator(profile: Profile): number {
  return profile.versionInfo[1] >= 12 ? 40 : 48;
}

/** What an instance of a subclass (a class statement's) of an atom's type has on top. */
export function subclassAtomBytes(m: Machine, type: number, isText: boolean): number {
  if (!(m.heap.flags[type] & Flag.HEAP_TYPE)) return 0;
  const is311 = m.profile.versionInfo[1] === 11;
  if (isText) return is311 ? 64 : 56;
  return is311 ? 16 : 32;
}
