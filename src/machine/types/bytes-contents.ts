/** What bytes(...) and bytearray(...) are made of. Source: CPython Objects/bytesobject.c (bytes_new_impl). */
import type { Machine } from '../native.ts';
import { bytesOf } from './bytes-like.ts';
import { encoded, requireEncodingNames } from './encoding-arguments.ts';
import { byteValue } from './int-bytes.ts';
import { isAtLeast } from './versions.ts';

const MOST_BYTES = 2 ** 28;

/** The contents for the arguments (source, encoding, errors), each 0 when not given. A fresh array. */
export function bytesContents(
  m: Machine,
  typeName: string,
  source: number,
  encoding: number,
  errors: number,
): Uint8Array {
  requireEncodingNames(m, typeName, encoding, errors);
  if (source === 0) {
    if (encoding !== 0 || errors !== 0) {
      m.raise('TypeError', `${encoding !== 0 ? 'encoding' : 'errors'} without a string argument`);
    }
    return new Uint8Array(0);
  }
  if (m.isStr(source)) {
    if (encoding === 0) m.raise('TypeError', 'string argument without an encoding');
    return encoded(m, m.strValue(source), encoding, errors);
  }
  if (encoding !== 0 || errors !== 0) {
    m.raise('TypeError', `${encoding !== 0 ? 'encoding' : 'errors'} without a string argument`);
  }
  const method = m.special(source, '__bytes__');
  if (method !== 0) {
    const result = m.call(method, [source]);
    const bytes = bytesOf(m, result);
    m.heap.decref(result);
    if (bytes !== null) return bytes.slice();
  }
  const lent = bytesOf(m, source);
  if (lent !== null) return lent.slice();
  if (m.isInt(source) || m.special(source, '__index__') !== 0) return zeros(m, source);
  if (m.special(source, '__iter__') === 0 && m.special(source, '__getitem__') === 0) {
    m.raise('TypeError', `cannot convert '${m.shownTypeName(source)}' object to ${typeName}`);
  }
  const bytes: number[] = [];
  m.forEach(source, (item) => {
    bytes.push(byteValue(m, m.index(item), typeName === 'bytes' ? 'bytes' : 'byte'));
  });
  return Uint8Array.from(bytes);
}

function zeros(m: Machine, count: number): Uint8Array {
  const size = m.indexNumber(count);
  if (size < 0) m.raise('ValueError', 'negative count');
  if (size > MOST_BYTES) m.raise('MemoryError', '');
  return new Uint8Array(size);
}

/** bytes.fromhex; raises ValueError. */
export function bytesFromHex(m: Machine, text: string): Uint8Array {
  if (isAtLeast(m, 14) && text.replace(/\s/g, '').length % 2 === 1 && /^[\s0-9a-f]*$/i.test(text)) {
    m.raise('ValueError', 'fromhex() arg must contain an even number of hexadecimal digits');
  }
  const bytes: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at])) {
      at++;
      continue;
    }
    for (const place of [at, at + 1]) {
      if (!/^[0-9a-f]$/i.test(text[place] ?? '')) {
        m.raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${place}`);
      }
    }
    bytes.push(parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}

/** Negative, 0 or positive as `a` sorts before, with or after `b`. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** `count` bytes from `start` on, `step` apart. */
export function pickedBytes(bytes: Uint8Array, start: number, step: number, count: number): Uint8Array {
  if (step === 1) return bytes.slice(start, start + count);
  return Uint8Array.from({ length: count }, (_, i) => bytes[start + i * step]);
}

export function concatenatedBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const result = new Uint8Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

export function repeatedBytes(m: Machine, bytes: Uint8Array, count: number): Uint8Array {
  if (bytes.length * count > MOST_BYTES) m.raise('MemoryError', '');
  const result = new Uint8Array(bytes.length * count);
  for (let round = 0; round < count; round++) result.set(bytes, round * bytes.length);
  return result;
}
