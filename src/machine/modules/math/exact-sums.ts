/** Sums of floats without intermediate rounding. */
import { integerRatio } from '../../types/float-arithmetic.ts';
import { bitLength, integerSquareRoot, normalized } from '../../types/int-arithmetic.ts';
import { scaleByPowerOfTwo } from '../../types/int-division.ts';

/** All finite floats are integers in units of 2^-1074. */
const UNIT_PLACES = 1074;

/** A finite float in units of 2^-1074. */
export function inUnits(value: number): bigint {
  const [numerator, denominator] = integerRatio(value);
  return BigInt(numerator) << BigInt(UNIT_PLACES + 1 - bitLength(denominator));
}

/** The float nearest to `units` * 2^-places, or null on overflow. */
export function fromUnits(units: bigint, places = UNIT_PLACES): number | null {
  const size = scaleByPowerOfTwo(units < 0n ? -units : units, -places);
  return size !== null && units < 0n ? -size : size;
}

/** sqrt(a^2 + b^2 + ...) of finite floats, rounded once; Infinity on overflow. */
export function exactNorm(values: readonly number[]): number {
  let sum = 0n;
  for (const value of values) {
    const units = inUnits(value);
    sum += units * units;
  }
  if (sum === 0n) return 0;
  // Enough bits for the root to have 64; the last one stands for all that follow.
  const extra = Math.max(0, 64 - (bitLength(normalized(sum)) >> 1));
  const scaled = sum << BigInt(2 * extra);
  const root = BigInt(integerSquareRoot(normalized(scaled)));
  const isExact = root * root === scaled;
  // A sticky bit below the last one.
  const sticky = (root << 1n) | (isExact ? 0n : 1n);
  return fromUnits(sticky, UNIT_PLACES + extra + 1) ?? Infinity;
}

/** a * b + c of finite floats, rounded once; Infinity on overflow. */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const sum = inUnits(a) * inUnits(b) + (inUnits(c) << BigInt(UNIT_PLACES));
  if (sum === 0n) return a * b + c;
  return fromUnits(sum, 2 * UNIT_PLACES) ?? (sum < 0n ? -Infinity : Infinity);
}
