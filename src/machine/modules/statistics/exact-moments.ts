/**
 * Mean and variance of numbers, exact until one rounding at the end.
 *
 * Source of the rules: CPython Lib/statistics.py (_sum, _ss, _convert, _float_sqrt_of_frac).
 */
import { integerRatio } from '../../types/float-arithmetic.ts';
import {
  bitLength,
  greatestCommonDivisor,
  integerSquareRoot,
  normalized,
  type Integer,
} from '../../types/int-arithmetic.ts';
import { scaleByPowerOfTwo, trueDivide } from '../../types/int-division.ts';

export interface Fraction {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

/** `value`: a number is a finite float, an integer comes as bigint. */
export function fractionOf(value: number | bigint): Fraction {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  const [numerator, denominator] = integerRatio(value);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = BigInt(greatestCommonDivisor(normalized(numerator), normalized(denominator)));
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Sum of the values and of their squares. */
function sums(values: readonly Fraction[]): { sum: Fraction; squares: Fraction } {
  // Denominators are powers of two: the largest is a multiple of all.
  let common = 1n;
  for (const { denominator } of values) if (denominator > common) common = denominator;
  let sum = 0n;
  let squares = 0n;
  for (const { numerator, denominator } of values) {
    const scaled = numerator * (common / denominator);
    sum += scaled;
    squares += scaled * scaled;
  }
  return {
    sum: { numerator: sum, denominator: common },
    squares: { numerator: squares, denominator: common * common },
  };
}

export function exactMean(values: readonly Fraction[]): Fraction {
  const { sum } = sums(values);
  return reduced(sum.numerator, sum.denominator * BigInt(values.length));
}

/** Sum of squared deviations (from `center`, or from the mean) divided by `divisor`. */
export function exactVariance(values: readonly Fraction[], center: Fraction | null, divisor: number): Fraction {
  const count = BigInt(values.length);
  const { sum, squares } = sums(values);
  const d = sum.denominator;
  if (center === null) {
    const numerator = count * squares.numerator - sum.numerator * sum.numerator;
    return reduced(numerator, count * d * d * BigInt(divisor));
  }
  // n * c^2 - 2 c * sum + squares, over (d * c.denominator)^2.
  const { numerator: c, denominator: e } = center;
  const numerator = count * c * c * d * d - 2n * c * e * d * sum.numerator + e * e * squares.numerator;
  return reduced(numerator, d * d * e * e * BigInt(divisor));
}

/** The fraction as an integer, or null when it is none. */
export function asWhole(fraction: Fraction): Integer | null {
  return fraction.denominator === 1n ? normalized(fraction.numerator) : null;
}

/** Nearest float, null on overflow. */
export function asFloat(fraction: Fraction): number | null {
  return trueDivide(normalized(fraction.numerator), normalized(fraction.denominator));
}

/** Square root of a fraction that is not negative, rounded once. */
export function squareRootOf(fraction: Fraction): number {
  if (fraction.numerator === 0n) return 0;
  const sizes = bitLength(normalized(fraction.numerator)) - bitLength(normalized(fraction.denominator));
  // Makes the root at least 64 bits long.
  const shift = Math.max(0, 66 - (sizes >> 1));
  const scaled = (fraction.numerator << BigInt(2 * shift)) / fraction.denominator;
  const root = BigInt(integerSquareRoot(normalized(scaled)));
  const isExact = root * root * fraction.denominator === fraction.numerator << BigInt(2 * shift);
  return scaleByPowerOfTwo((root << 1n) | (isExact ? 0n : 1n), -shift - 1) ?? Infinity;
}
