/**
 * CPython's hash of numbers: the value modulo the prime 2^61 - 1, so that equal numbers of different types agree.
 *
 * Source: CPython Objects/longobject.c (long_hash), Python/pyhash.c (_Py_HashDouble).
 */
import type { Integer } from './int-arithmetic.ts';

const PRIME = (1n << 61n) - 1n;
const INFINITY_HASH = 314159n;

/** What the built-in `hash` shows for an int. */
export function exactHashOfInteger(value: Integer): bigint {
  const big = BigInt(value);
  const hash = big < 0n ? -(-big % PRIME) : big % PRIME;
  // -1 is C's sign of an error.
  return hash === -1n ? -2n : hash;
}

/** What the built-in `hash` shows for a float. */
export function exactHashOfFloat(value: number): bigint {
  // CPython hashes NaN by identity; any constant is as correct, since NaN equals nothing.
  if (Number.isNaN(value)) return 0n;
  if (value === Infinity) return INFINITY_HASH;
  if (value === -Infinity) return -INFINITY_HASH;
  if (Number.isInteger(value)) return exactHashOfInteger(BigInt(value));
  // value = mantissa * 2^-places; 2^-1 is 2^60 modulo the prime, so dividing by two rotates the 61 bits.
  let mantissa = Math.abs(value);
  let places = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    places++;
  }
  let hash = BigInt(mantissa) % PRIME;
  hash = (hash << BigInt((60 * places) % 61)) % PRIME;
  if (value < 0) hash = -hash;
  return hash === -1n ? -2n : hash;
}

/** The low bits of an exact hash, as tables need them: a safe integer. */
function tableHash(hash: bigint): number {
  return Number(BigInt.asIntN(53, hash));
}

export function hashOfInteger(value: Integer): number {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  return tableHash(exactHashOfInteger(value));
}

export function hashOfFloat(value: number): number {
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0;
  return tableHash(exactHashOfFloat(value));
}

/** Complex: hash(real) + 1000003 * hash(imag), so that it agrees with the real number when imag is 0. */
export function hashOfComplex(re: number, im: number): number {
  const sum = BigInt.asIntN(64, exactHashOfFloat(re) + 1000003n * exactHashOfFloat(im));
  return tableHash(sum === -1n ? -2n : sum);
}
