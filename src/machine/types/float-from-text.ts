/** float('...') and float.fromhex. Source: CPython Objects/floatobject.c. */
import { whitespace } from '../text/character-classes.ts';
import { scaleByPowerOfTwo } from './int-division.ts';
import { withAsciiDigits } from './int-from-text.ts';

const surroundingSpace = new RegExp(`^[${whitespace}]+|[${whitespace}]+$`, 'g');
const decimal = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i;
const special = /^([+-]?)(inf|infinity|nan)$/i;
const hexadecimal = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** The float that `text` denotes, or null when it denotes none. */
export function floatFromText(text: string): number | null {
  const trimmed = withAsciiDigits(text).replace(surroundingSpace, '');
  if (decimal.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  return specialValue(trimmed);
}

/** float.fromhex: null when the text is no hexadecimal float, 'overflow' when it is too large. */
export function floatFromHex(text: string): number | null | 'overflow' {
  const trimmed = text.replace(surroundingSpace, '');
  const named = specialValue(trimmed);
  if (named !== null) return named;
  const match = hexadecimal.exec(trimmed);
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const digits = match[2] + fraction;
  if (digits === '') return null;
  const exponent = Number(match[4] ?? 0) - 4 * fraction.length;
  const mantissa = BigInt('0x' + digits);
  const value = mantissa === 0n ? 0 : scaleByPowerOfTwo(mantissa, exponent);
  if (value === null) return 'overflow';
  return match[1] === '-' ? -value : value;
}

function specialValue(text: string): number | null {
  const match = special.exec(text);
  if (match === null) return null;
  const value = match[2].toLowerCase() === 'nan' ? NaN : Infinity;
  return match[1] === '-' ? -value : value;
}

/** float.hex */
export function floatToHex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n ? '-' : '';
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  if (value === 0) return sign + '0x0.0p+0';
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
