/**
 * The gamma and error functions. Source: CPython Modules/mathmodule.c (m_tgamma, m_lgamma: Lanczos's approximation).
 */
import { preciseCos, preciseExp, preciseLog, precisePower, preciseSin } from '../../types/elementary-functions.ts';
import { scaleByPowerOfTwo } from '../../types/int-division.ts';
import { integerRatio } from '../../types/float-arithmetic.ts';

const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_MINUS_HALF = 5.52468004077673;
// prettier-ignore
const numerators = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
// prettier-ignore
const denominators = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const LOG_PI = 1.1447298858494002;
const LARGEST_INTEGER = 23;

/** NaN at the poles, Infinity on overflow. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 ? x : NaN;
  if (x === 0) return NaN;
  if (Number.isInteger(x)) {
    if (x < 0) return NaN;
    if (x <= LARGEST_INTEGER) {
      let product = 1;
      for (let factor = 2; factor < x; factor++) product *= factor;
      return product;
    }
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = size + LANCZOS_G_MINUS_HALF;
  // The rounding error of y, made good below.
  const lost = size > LANCZOS_G_MINUS_HALF ? y - size - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - size;
  const correction = (lost * LANCZOS_G) / y;
  let result: number;
  if (x < 0) {
    result = ((-Math.PI / sinPi(size) / size) * preciseExp(y)) / lanczosSum(size);
    result -= correction * result;
    if (size < 140) return result / precisePower(y, size - 0.5);
    const root = precisePower(y, size / 2 - 0.25);
    return result / root / root;
  }
  result = lanczosSum(size) / preciseExp(y);
  result += correction * result;
  if (size < 140) return result * precisePower(y, size - 0.5);
  const root = precisePower(y, size / 2 - 0.25);
  return result * root * root;
}

/** log(|gamma(x)|): Infinity at the poles. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -preciseLog(size);
  const result = preciseLog(lanczosSum(size)) - LANCZOS_G + (size - 0.5) * (preciseLog(size + LANCZOS_G - 0.5) - 1);
  if (x > 0) return result;
  return LOG_PI - preciseLog(Math.abs(sinPi(size))) - preciseLog(size) - result;
}

function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = numerators.length - 1; i >= 0; i--) {
      numerator = numerator * x + numerators[i];
      denominator = denominator * x + denominators[i];
    }
  } else {
    for (let i = 0; i < numerators.length; i++) {
      numerator = numerator / x + numerators[i];
      denominator = denominator / x + denominators[i];
    }
  }
  return numerator / denominator;
}

function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 ? -1 : 1;
  switch (Math.round(2 * y)) {
    case 0:
      return sign * preciseSin(Math.PI * y);
    case 1:
      return sign * preciseCos(Math.PI * (y - 0.5));
    case 2:
      return sign * preciseSin(Math.PI * (1 - y));
    case 3:
      return sign * -preciseCos(Math.PI * (y - 1.5));
    default:
      return sign * preciseSin(Math.PI * (y - 2));
  }
}

const PLACES = 192n;
const ONE = 1n << PLACES;
/** 2 / sqrt(pi) with 192 bits after the point. */
const TWO_BY_ROOT_PI = 7082950827949419406546779429796514218173736946937360083502n;
/** From here on erf is 1 to the last bit. */
const LARGE = 6;

export function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) >= LARGE) return Math.sign(x);
  if (Math.abs(x) < 1e-9) return (x * 2) / Math.sqrt(Math.PI);
  return toFloat(errorSeries(x));
}

export function complementaryErrorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x <= -LARGE) return 2;
  if (x < LARGE) return toFloat(ONE - errorSeries(x));
  if (x > 27) return 0;
  // Laplace's continued fraction.
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction);
  return preciseExp(-x * x) / ((x + fraction) * Math.sqrt(Math.PI));
}

/** The Taylor series; the digits that cancel (at most 52 bits) are to spare. */
function errorSeries(x: number): bigint {
  const [numerator, denominator] = integerRatio(x);
  const value = (BigInt(numerator) << PLACES) / BigInt(denominator);
  const square = (value * value) >> PLACES;
  let term = value;
  let sum = value;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = -((term * square) >> PLACES) / n;
    sum += term / (2n * n + 1n);
  }
  return (sum * TWO_BY_ROOT_PI) >> PLACES;
}

function toFloat(value: bigint): number {
  const size = scaleByPowerOfTwo(value < 0n ? -value : value, -Number(PLACES)) ?? Infinity;
  return value < 0n ? -size : size;
}
