/**
 * Shallow sizes of atoms and ranges in bytes, as sys.getsizeof has them on 64-bit builds (cpython-memory.md section 6).
 * Those of int and str are beside the machine, which makes most of them.
 */
import { Flag } from '../../heap/heap.ts';
import type { Machine, Profile } from '../native.ts';

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

/**
 * What an instance of a subclass (a class statement's) of an atom's type has on top: a collector's header, and pointers
 * to its dict and weak references where there is room for them. `basis`: the kind of layout of the base.
 */
export function subclassAtomBytes(m: Machine, type: number, basis: 'variable' | 'fixed' | 'text'): number {
  if (!(m.heap.flags[type] & Flag.HEAP_TYPE)) return 0;
  const is311 = m.profile.versionInfo[1] === 11;
  if (basis === 'text') return is311 ? 64 : 56;
  if (basis === 'fixed') return is311 ? 40 : 32;
  return is311 ? 16 : 32;
}
