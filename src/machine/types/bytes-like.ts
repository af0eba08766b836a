/** Objects that lend their bytes: bytes and bytearray. */
import { Kind, valueKind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';

/** Body of a BYTEARRAY object: a new array for every change of length. */
export interface ByteBuffer {
  bytes: Uint8Array;
  /** Bytes that are allocated for them and a final zero; 0 while there are none. */
  room: number;
}

/** The bytes of a bytes-like object, not to be changed; null for other objects. */
export function bytesOf(m: Machine, id: number): Uint8Array | null {
  const kind = valueKind(m.heap.kind[id]);
  if (kind === Kind.BYTES) return m.heap.body[id] as Uint8Array;
  return kind === Kind.BYTEARRAY ? (m.heap.body[id] as ByteBuffer).bytes : null;
}

/** As `bytesOf`; raises "a bytes-like object is required, not 'str'". */
export function requireBytes(m: Machine, id: number): Uint8Array {
  return bytesOf(m, id) ?? m.raise('TypeError', `a bytes-like object is required, not '${m.shownTypeName(id)}'`);
}

/** Bytes as text of one unit a byte, for the functions that work on strings. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  // In pieces: the argument list of a call is limited.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** The reverse of `latin1Text`. */
export function bytesOfLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
