/** Correctly rounded passage from integers to floats. */
import { bitLength, type Integer } from './int-arithmetic.ts';

/** The nearest float (ties to even), or null when it would overflow. */
export function integerToFloat(value: Integer): number | null {
  // Number(bigint) rounds to nearest, ties to even, by the specification.
  const float = Number(value);
  return Number.isFinite(float) ? float : null;
}

/** a / b as Python's true division rounds it: once. `b` is not zero; null when the quotient overflows. */
export function trueDivide(a: Integer, b: Integer): number | null {
  // Safe integers are exact floats, and one division of floats rounds once.
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const negative = a < 0 !== b < 0;
  const x = a < 0 ? -BigInt(a) : BigInt(a);
  const y = b < 0 ? -BigInt(b) : BigInt(b);
  if (x === 0n) return negative ? -0 : 0;
  // Scale so that the quotient has at least 66 bits, then let a sticky bit stand for the rest.
  const shift = 66 - (bitLength(x) - bitLength(y));
  const numerator = shift > 0 ? x << BigInt(shift) : x;
  const denominator = shift < 0 ? y << BigInt(-shift) : y;
  let quotient = numerator / denominator;
  if (numerator % denominator !== 0n) quotient |= 1n;
  const float = scaleByPowerOfTwo(quotient, -shift);
  if (float === null) return null;
  return negative ? -float : float;
}

/** value * 2^exponent, rounded once to nearest, ties to even; null on overflow. `value` is not negative. */
export function scaleByPowerOfTwo(value: bigint, exponent: number): number | null {
  if (value === 0n) return 0;
  const length = bitLength(value);
  const top = length + exponent; // value * 2^exponent lies in [2^(top-1), 2^top)
  if (top > 1024) return null;
  if (top < -1074) return 0;
  // Bits that the result can hold: 53, fewer for subnormal numbers.
  const kept = Math.max(0, Math.min(53, top + 1074));
  const dropped = length - kept;
  let mantissa = value;
  let scale = exponent;
  if (dropped > 0) {
    const half = 1n << BigInt(dropped - 1);
    const rest = value & ((1n << BigInt(dropped)) - 1n);
    mantissa = value >> BigInt(dropped);
    if (rest > half || (rest === half && mantissa & 1n)) mantissa++;
    scale += dropped;
  }
  let result = Number(mantissa);
  // 2^scale itself may not be a float; two exact steps are.
  while (scale < -1000) {
    result *= 2 ** -1000;
    scale += 1000;
  }
  while (scale > 900) {
    result *= 2 ** 900;
    scale -= 900;
  }
  result *= 2 ** scale;
  return Number.isFinite(result) ? result : null;
}
