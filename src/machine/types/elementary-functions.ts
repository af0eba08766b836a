/**
 * Elementary functions rounded correctly, which JavaScript's are not: V8's pow gives 10 ** -5 as 9.999999999999999e-06.
 * C's mathematical library, which CPython uses, rounds correctly in all but the rarest cases, so the results agree.
 *
 * Method: fixed-point arithmetic on bigints with 192 bits after the point, power series after reducing the argument,
 * one rounding at the end. A call takes some ten microseconds.
 */
import { scaleByPowerOfTwo } from './int-division.ts';

const PLACES = 192n;
const ONE = 1n << PLACES;
/** Below this the first terms of the series are exact enough for the native functions. */
const TINY = 2 ** -27;
/** Above this reducing an angle needs more digits of pi than we keep. */
const LARGEST_ANGLE = 2 ** 60;

const LN2 = 2n * inverseHyperbolicTangent(ONE / 3n);
// Machin's formula.
const PI = 4n * (4n * arcTangentSeries(ONE / 5n) - arcTangentSeries(ONE / 239n));

export function preciseExp(x: number): number {
  if (!Number.isFinite(x) || x > 710 || x < -746) return Math.exp(x);
  return exponential(fixed(x));
}

export function preciseLog(x: number): number {
  return isOrdinary(x) ? rounded(naturalLog(x)) : Math.log(x);
}

export function preciseLog2(x: number): number {
  if (!isOrdinary(x)) return Math.log2(x);
  return rounded((naturalLog(x) << PLACES) / LN2);
}

/** a ** b for finite `a` > 0 and finite `b`. */
export function precisePower(a: number, b: number): number {
  if (b === 1 || a === 1) return a;
  if (b === 2) return a * a;
  if (b === -1) return 1 / a;
  if (b === 0.5) return Math.sqrt(a);
  // Far out the native result is zero or infinity, and so is the exact one.
  const estimate = b * Math.log(a);
  if (estimate > 711 || estimate < -747) return estimate > 0 ? Infinity : 0;
  if (Number.isInteger(b) && Math.abs(b) <= 40) return integerPower(a, b);
  return exponential(product(fixed(b), naturalLog(a)));
}

export function preciseSin(x: number): number {
  return isModerate(x) ? rounded(sineAndCosine(x)[0]) : Math.sin(x);
}

export function preciseCos(x: number): number {
  return isModerate(x) ? rounded(sineAndCosine(x)[1]) : Math.cos(x);
}

export function preciseTan(x: number): number {
  if (!isModerate(x)) return Math.tan(x);
  const [sine, cosine] = sineAndCosine(x);
  return rounded((sine << PLACES) / cosine);
}

export function preciseAtan(x: number): number {
  return Number.isFinite(x) && Math.abs(x) >= TINY ? rounded(arcTangent(ONE, fixed(x))) : Math.atan(x);
}

export function preciseAsin(x: number): number {
  if (!(Math.abs(x) >= TINY && Math.abs(x) < 1)) return Math.asin(x);
  const sine = fixed(x);
  return rounded(arcTangent(squareRoot(ONE - product(sine, sine)), sine));
}

export function preciseAcos(x: number): number {
  if (!(Math.abs(x) < 1)) return Math.acos(x);
  const cosine = fixed(x);
  return rounded(arcTangent(cosine, squareRoot(ONE - product(cosine, cosine))));
}

export function preciseAtan2(y: number, x: number): number {
  const ratio = Math.abs(y / x);
  if (!Number.isFinite(x) || !Number.isFinite(y) || !(ratio > TINY && ratio < 1 / TINY)) {
    return Math.atan2(y, x);
  }
  // Only the ratio matters, so both can be brought near one.
  const scale = 2 ** -Math.floor(Math.log2(Math.max(Math.abs(x), Math.abs(y))));
  if (!Number.isFinite(scale)) return Math.atan2(y, x);
  return rounded(arcTangent(fixed(x * scale), fixed(y * scale)));
}

function isOrdinary(x: number): boolean {
  return x > 0 && x < Infinity;
}

function isModerate(x: number): boolean {
  return Math.abs(x) >= TINY && Math.abs(x) <= LARGEST_ANGLE;
}

// ---- fixed-point values

function mantissaAndExponent(x: number): [mantissa: bigint, exponent: number] {
  let exponent = 0;
  let value = x;
  // Scaling by powers of two is exact unless the value becomes subnormal, which growing cannot make it.
  while (!Number.isInteger(value)) {
    value *= 2 ** 30;
    exponent -= 30;
  }
  return [BigInt(value), exponent];
}

function fixed(x: number): bigint {
  const [mantissa, exponent] = mantissaAndExponent(x);
  const shift = exponent + Number(PLACES);
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
}

function rounded(value: bigint, exponent = 0): number {
  const magnitude = scaleByPowerOfTwo(value < 0n ? -value : value, exponent - Number(PLACES));
  const float = magnitude ?? Infinity;
  return value < 0n ? -float : float;
}

function product(a: bigint, b: bigint): bigint {
  return (a * b) >> PLACES;
}

function squareRoot(value: bigint): bigint {
  const scaled = value << PLACES;
  if (scaled === 0n) return 0n;
  let root = 1n << BigInt((scaled.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + scaled / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

// ---- logarithm and exponential

function inverseHyperbolicTangent(z: bigint): bigint {
  const square = product(z, z);
  let power = z;
  let sum = z;
  for (let n = 3n; power !== 0n; n += 2n) {
    power = product(power, square);
    // A negative number rounds down to -1 for ever.
    if (power === -1n) break;
    sum += power / n;
  }
  return sum;
}

function naturalLog(x: number): bigint {
  const [mantissa, exponent] = mantissaAndExponent(x);
  const length = mantissa.toString(2).length;
  // x = fraction * 2^power with the fraction in [0.75, 1.5), where the series is short.
  let fraction = (mantissa << PLACES) >> BigInt(length);
  let power = exponent + length;
  if (fraction < (3n * ONE) / 4n) {
    fraction <<= 1n;
    power--;
  }
  const z = ((fraction - ONE) << PLACES) / (fraction + ONE);
  return 2n * inverseHyperbolicTangent(z) + BigInt(power) * LN2;
}

function exponential(x: bigint): number {
  const HALVINGS = 8n;
  const power = (x + LN2 / 2n) / LN2 - (x + LN2 / 2n < 0n ? 1n : 0n);
  const rest = (x - power * LN2) >> HALVINGS;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = product(term, rest) / n;
    sum += term;
  }
  for (let i = 0n; i < HALVINGS; i++) sum = product(sum, sum);
  return rounded(sum, Number(power));
}

/** Exact, then rounded; |b| is small. */
function integerPower(a: number, b: number): number {
  const [mantissa, exponent] = mantissaAndExponent(a);
  const size = BigInt(Math.abs(b));
  const power = mantissa ** size;
  if (b >= 0) return scaleByPowerOfTwo(power, exponent * b) ?? Infinity;
  // 1 / power with enough bits, the last of which stands for all that follow.
  const bits = power.toString(2).length + 128;
  const quotient = (1n << BigInt(bits)) / power;
  return scaleByPowerOfTwo(quotient | 1n, exponent * b - bits) ?? Infinity;
}

// ---- circular functions

function sineAndCosine(x: number): [sine: bigint, cosine: bigint] {
  const angle = fixed(x);
  const half = PI / 2n;
  let quarter = (angle + half / 2n) / half;
  if (angle + half / 2n < 0n) quarter--;
  const rest = angle - quarter * half;
  const square = product(rest, rest);
  let sine = 0n;
  let cosine = 0n;
  let term = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    cosine += term;
    const odd = product(term, rest) / n;
    sine += odd;
    term = -product(term, square) / (n * (n + 1n));
  }
  switch (((quarter % 4n) + 4n) % 4n) {
    case 0n:
      return [sine, cosine];
    case 1n:
      return [cosine, -sine];
    case 2n:
      return [-sine, -cosine];
    default:
      return [-cosine, sine];
  }
}

function arcTangentSeries(z: bigint): bigint {
  const square = product(z, z);
  let power = z;
  let sum = z;
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = -product(power, square);
    sum += power / n;
  }
  return sum;
}

/** The angle of the point (x, y), in (-pi, pi]. */
function arcTangent(x: bigint, y: bigint): bigint {
  const [ax, ay] = [x < 0n ? -x : x, y < 0n ? -y : y];
  const isSteep = ay > ax;
  let tangent = isSteep ? (ax << PLACES) / ay : ax === 0n ? 0n : (ay << PLACES) / ax;
  // Twice tan(t / 2) = tan(t) / (1 + sqrt(1 + tan(t)^2)).
  for (let i = 0; i < 2; i++) {
    tangent = (tangent << PLACES) / (ONE + squareRoot(ONE + product(tangent, tangent)));
  }
  let angle = 4n * arcTangentSeries(tangent);
  if (isSteep) angle = PI / 2n - angle;
  if (x < 0n) angle = PI - angle;
  return y < 0n ? -angle : angle;
}
