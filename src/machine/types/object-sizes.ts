/**
 * Shallow sizes of atoms and ranges in bytes, as sys.getsizeof has them on 64-bit builds (cpython-memory.md section 6).
 * Those of int and str are beside the machine, which makes most of them.
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine, Profile } from '../native.ts';
import { bytesOfStr } from '../object-sizes.ts';
import type { TypeBody } from '../type-body.ts';

export const FLOAT_BYTES = 24;
export const COMPLEX_BYTES = 32;
export const RANGE_BYTES = 48;

const BYTES_HEADER_BYTES = 33;

export function sizeOfBytes(length: number): number {
  return BYTES_HEADER_BYTES + length;
}

/** `room`: bytes of the buffer, a final zero included; from 3.15 on the buffer is a bytes object (its growth is inferred). */
export function sizeOfBytearray(room: number, profile: Profile): number {
  const isBytes = profile.versionInfo[1] >= 15;
  const header = isBytes ? 64 : 56;
  if (room === 0) return header;
  return header + (isBytes ? sizeOfBytes(room - 1) : room);
}

export function sizeOfRangeIterator(profile: Profile): number {
  return profile.versionInfo[1] >= 12 ? 40 : 48;
}

const GC_HEADER_BYTES = 16;

/** What an instance of a class derived from int or str has on top: their `__sizeof__` leaves out what lies in a class's own fields. */
export function addedHeaderBytes(m: Machine, type: number): number {
  return GC_HEADER_BYTES + (m.heap.body[type] as TypeBody).preHeaderBytes;
}

/** What an instance of a class derived from float, complex or bytearray has on top, `__slots__` included. */
export function addedBytes(m: Machine, type: number): number {
  return m.heap.flags[type] & Flag.HEAP_TYPE ? GC_HEADER_BYTES + (m.heap.body[type] as TypeBody).addedBytes : 0;
}

/** An instance of a class derived from str: the characters lie apart from it, and are never called ASCII. */
export function bytesOfDerivedStr(m: Machine, type: number, value: string): number {
  const { strAscii, strLatin1 } = m.profile.sizes;
  const bytes = bytesOfStr(m.profile, value);
  const apart = bytes === strAscii + value.length ? strLatin1 + value.length : bytes;
  return apart + DATA_POINTER_BYTES + addedHeaderBytes(m, type);
}

const DATA_POINTER_BYTES = 8;
