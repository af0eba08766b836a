/** int.to_bytes and int.from_bytes. Source: CPython Objects/longobject.c. */
import type { Machine } from '../native.ts';
import { isAtLeast } from './versions.ts';
import { bytesOf } from './bytes-like.ts';
import { normalized, type Integer } from './int-arithmetic.ts';

type ByteOrder = 'little' | 'big';

function byteOrder(m: Machine, method: string, id: number): ByteOrder {
  if (id === 0) return 'big';
  if (!m.isStr(id)) m.raise('TypeError', `${method}() argument 'byteorder' must be str, not ${m.typeName(id)}`);
  const text = m.strValue(id);
  if (text === 'little' || text === 'big') return text;
  return m.raise('ValueError', "byteorder must be either 'little' or 'big'");
}

/** int.to_bytes(length=1, byteorder='big', *, signed=False) */
export function toBytes(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [lengthId, orderId, signedId] = m.bindArguments('to_bytes', args.slice(1), names, [
    'length=',
    'byteorder=',
    '*',
    'signed=',
  ]);
  const length = lengthId === 0 ? 1 : m.indexNumber(lengthId);
  if (length < 0)
    m.raise('ValueError', isAtLeast(m, 15) ? 'length cannot be negative' : 'length argument must be non-negative');
  const order = byteOrder(m, 'to_bytes', orderId);
  const signed = signedId !== 0 && m.truth(signedId);
  const value = BigInt(m.intValue(args[0]));
  if (value < 0n && !signed) {
    m.raise('OverflowError', "can't convert negative int to unsigned");
  }
  const bits = BigInt(8 * length);
  const limit = signed && bits > 0n ? 1n << (bits - 1n) : 1n << bits;
  if (value >= limit || (signed && value < -limit)) {
    m.raise('OverflowError', 'int too big to convert');
  }
  const bytes = new Uint8Array(length);
  let rest = BigInt.asUintN(8 * length, value);
  for (let i = 0; i < length; i++) {
    bytes[order === 'little' ? i : length - 1 - i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return m.bytes(bytes);
}

/** int.from_bytes(bytes, byteorder='big', *, signed=False); `args[0]` is the class. */
export function fromBytes(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [bytesId, orderId, signedId] = m.bindArguments('from_bytes', args.slice(1), names, [
    'bytes',
    'byteorder=',
    '*',
    'signed=',
  ]);
  const order = byteOrder(m, 'from_bytes', orderId);
  const bytes = bytesOf(m, bytesId) ?? bytesFromIterable(m, bytesId);
  let value = 0n;
  for (let i = 0; i < bytes.length; i++) {
    value = (value << 8n) | BigInt(bytes[order === 'big' ? i : bytes.length - 1 - i]);
  }
  if (signedId !== 0 && m.truth(signedId)) value = BigInt.asIntN(8 * bytes.length, value);
  const result = m.int(normalized(value));
  if (args[0] === m.type('int')) return result;
  try {
    return m.call(args[0], [result]);
  } finally {
    m.heap.decref(result);
  }
}

function bytesFromIterable(m: Machine, id: number): Uint8Array {
  if (m.isStr(id) || (m.special(id, '__iter__') === 0 && m.special(id, '__getitem__') === 0)) {
    m.raise('TypeError', `cannot convert '${m.shownTypeName(id)}' object to bytes`);
  }
  const bytes: number[] = [];
  m.forEach(id, (item) => {
    bytes.push(byteValue(m, m.index(item), 'bytes'));
  });
  return Uint8Array.from(bytes);
}

/** `value` as a byte of a `bytes` or `byte` ("byte must be in range(0, 256)"). */
export function byteValue(m: Machine, value: Integer, what: string): number {
  if (value < 0 || value > 255) m.raise('ValueError', `${what} must be in range(0, 256)`);
  return Number(value);
}
