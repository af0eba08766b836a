/**
 * Python's float operators where they differ from JavaScript's.
 *
 * Source: CPython Objects/floatobject.c (float_divmod, float_pow, float_richcompare, float_as_integer_ratio).
 */
import { precisePower } from './elementary-functions.ts';
import { normalized, type Integer } from './int-arithmetic.ts';

/** Quotient rounded down, and the remainder with the sign of `b`, which is not zero. */
export function floatDivmod(a: number, b: number): [quotient: number, rest: number] {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  } else {
    // The remainder takes the sign of b even when it is zero.
    rest = b < 0 ? -0 : 0;
  }
  if (quotient !== 0) {
    const floor = Math.floor(quotient);
    quotient = quotient - floor > 0.5 ? floor + 1 : floor;
  } else {
    quotient = isNegativeFloat(a) !== isNegativeFloat(b) ? -0 : 0;
  }
  return [quotient, rest];
}

export function isNegativeFloat(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/**
 * a ** b as C's pow: unlike JavaScript's, 1 ** nan and (-1) ** inf are 1. NaN stands for "complex result" too:
 * callers look for a negative `a` with a fractional `b` first.
 */
export function floatPower(a: number, b: number): number {
  if (a === 1 || b === 0) return 1;
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1;
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === 0) return a ** b;
  if (a > 0) return precisePower(a, b);
  if (!Number.isInteger(b)) return NaN;
  return b % 2 === 0 ? precisePower(-a, b) : -precisePower(-a, b);
}

/** -1, 0 or 1 as float `a` is below, equal to or above integer `b`; null when `a` is NaN. Exact. */
export function compareFloatToInteger(a: number, b: Integer): -1 | 0 | 1 | null {
  if (Number.isNaN(a)) return null;
  // JavaScript compares number and bigint by their exact values.
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The integer part of a finite float. */
export function truncated(value: number): Integer {
  return normalized(Math.trunc(value));
}

/** numerator / denominator in lowest terms of a finite float, denominator positive. */
export function integerRatio(value: number): [numerator: Integer, denominator: Integer] {
  let numerator = value;
  let places = 0;
  // Doubling is exact until the fraction is gone (at most 1074 times).
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    places++;
  }
  return [normalized(numerator), normalized(1n << BigInt(places))];
}

/** The nearest integer, ties to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** value = mantissa * 2^exponent with 0.5 <= |mantissa| < 1; (value, 0) for 0, inf and nan. */
export function splitExponent(value: number): [mantissa: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(value))) + 1);
  // Two steps, because 2 ** 1074 is no float. log2 may be off by one at powers of two, hence the loops.
  let mantissa = value * 2 ** -Math.trunc(exponent / 2) * 2 ** -(exponent - Math.trunc(exponent / 2));
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent++;
  }
  return [mantissa, exponent];
}
