/**
 * Floats as decimal text. Every function rounds the exact binary value, once, ties to even, for any precision.
 *
 * Source: CPython Python/pystrtod.c (format_float_short), Objects/stringlib/formatter_unicode.c.
 */

/** repr: the shortest digits that read back as the same float, in CPython's notation. */
export function floatRepr(value: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  // JavaScript finds the same digits, but changes to an exponent elsewhere.
  const [mantissa, power] = value.toExponential().split('e');
  const exponent = Number(power);
  const sign = Object.is(value, -0) ? '-' : '';
  if (exponent < -4 || exponent >= 16) return sign + mantissa + 'e' + exponentText(exponent);
  const digits = mantissa.replace('.', '').replace('-', '');
  const negative = mantissa.startsWith('-') ? '-' : sign;
  return negative + placePoint(digits, exponent, 1);
}

/** Without the ".0" that repr adds to whole numbers: as complex numbers and format() with no type show their parts. */
export function shortestText(value: number): string {
  return floatRepr(value).replace(/\.0$/, '');
}

/** 'f': `precision` digits after the point. */
export function fixedText(value: number, precision: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const sign = isNegative(value) ? '-' : '';
  const digits = scaledInteger(Math.abs(value), precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return sign + digits;
  return `${sign}${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** 'e': one digit before the point, `precision` after it, an exponent of at least two digits. */
export function exponentialText(value: number, precision: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const { digits, exponent } = significantDigits(Math.abs(value), precision + 1);
  const point = precision > 0 ? '.' : '';
  return `${isNegative(value) ? '-' : ''}${digits[0]}${point}${digits.slice(1)}e${exponentText(exponent)}`;
}

/**
 * 'g': `precision` significant digits (0 counts as 1), in the notation that suits the size. Trailing zeros go unless
 * `keepZeros` ('#'). `leastFraction` 1 keeps one digit after the point and `fixedBelow` says from which exponent on
 * the exponent is shown; both serve format() without a type.
 */
export function generalText(
  value: number,
  precision: number,
  keepZeros = false,
  leastFraction = 0,
  fixedBelow = Math.max(precision, 1),
): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const wanted = Math.max(precision, 1);
  const { digits, exponent } = significantDigits(Math.abs(value), wanted);
  const sign = isNegative(value) ? '-' : '';
  const kept = keepZeros ? digits : digits.replace(/0+$/, '');
  if (exponent < -4 || exponent >= fixedBelow) {
    const fraction = kept.slice(1);
    return `${sign}${digits[0]}${fraction === '' && !keepZeros ? '' : '.' + fraction}e${exponentText(exponent)}`;
  }
  const text = placePoint(kept, exponent, leastFraction);
  return sign + (keepZeros && !text.includes('.') ? text + '.' : text);
}

/** The digits of `value` (not negative, finite) rounded to `count` significant ones; exponent of the first. */
function significantDigits(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  // A first guess; rounding up to a power of ten, or an inexact logarithm, moves it by one.
  let exponent = Number(value.toExponential().split('e')[1]);
  let digits = scaledInteger(value, count - 1 - exponent).toString();
  if (digits.length > count) {
    exponent++;
    digits = scaledInteger(value, count - 1 - exponent).toString();
  }
  return { digits, exponent };
}

/** value * 10^places as an integer, rounded half to even. `value` is finite and not negative; `places` may be negative. */
export function scaledInteger(value: number, places: number): bigint {
  const [mantissa, binary] = integerMantissa(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (binary > 0) numerator <<= BigInt(binary);
  else denominator <<= BigInt(-binary);
  if (places > 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** A finite float, not negative, as mantissa * 2^exponent with an integer mantissa. */
function integerMantissa(value: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & ((1n << 52n) - 1n);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  return exponent === 0 ? [fraction, -1074] : [fraction | (1n << 52n), exponent - 1075];
}

/** Digits with the point after the one of power 0; at least `leastFraction` digits follow it. */
function placePoint(digits: string, exponent: number, leastFraction: number): string {
  if (exponent < 0) return '0.' + '0'.repeat(-exponent - 1) + digits;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1).padEnd(leastFraction, '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function exponentText(exponent: number): string {
  return (exponent < 0 ? '-' : '+') + String(Math.abs(exponent)).padStart(2, '0');
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

function nonFiniteText(value: number): string {
  return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
}
