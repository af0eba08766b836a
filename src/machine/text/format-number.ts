/**
 * format(int or float, spec).
 *
 * Source: CPython Python/formatter_unicode.c (format_long_internal, format_float_internal, fill_number).
 */
import { integerToFloat } from '../types/int-division.ts';
import type { Integer } from '../types/int-arithmetic.ts';
import { exponentialText, fixedText, floatRepr, generalText } from './float-text.ts';
import { aligned, FormatError, parseFormatSpec, unknownCode, type FormatSpec } from './format-spec.ts';

/** A number's text in the parts that sign, padding and grouping treat differently. */
interface NumberParts {
  readonly negative: boolean;
  /** '0x' and the like. */
  readonly prefix: string;
  /** Digits before the point. 'inf' and 'nan' stand in `rest`. */
  readonly whole: string;
  /** Digits after the point. */
  readonly fraction: string;
  /** Exponent, percent sign, and the point when it stands alone. */
  readonly rest: string;
}

const radixOf: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/** @throws FormatError */
export function formatInteger(value: Integer, spec: string, groupsFraction: boolean, typeName = 'int'): string {
  if (spec === '') return value.toString();
  const parsed = parseFormatSpec(spec, typeName, { isText: false, groupsFraction });
  const { type } = parsed;
  if (type !== '' && 'eEfFgG%'.includes(type)) {
    const float = integerToFloat(value);
    if (float === null) throw new FormatError('int too large to convert to float', 'OverflowError');
    return formatParsedFloat(float, parsed, typeName);
  }
  if (type !== '' && !'bcdnoxX'.includes(type)) throw unknownCode(type, typeName);
  if (parsed.precision >= 0 || parsed.fractionGrouping !== '') {
    throw new FormatError('Precision not allowed in integer format specifier');
  }
  if (parsed.noNegativeZero) {
    throw new FormatError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatCharacter(value, parsed);
  const negative = value < 0;
  const radix = radixOf[type] ?? 10;
  let digits = (negative ? -value : value).toString(radix);
  if (type === 'X') digits = digits.toUpperCase();
  const prefix = parsed.alternate && radix !== 10 ? '0' + type : '';
  return laidOut({ negative, prefix, whole: digits, fraction: '', rest: '' }, parsed, radix === 10 ? 3 : 4);
}

/** @throws FormatError */
export function formatFloat(value: number, spec: string, groupsFraction: boolean, typeName = 'float'): string {
  if (spec === '') return floatRepr(value);
  return formatParsedFloat(value, parseFormatSpec(spec, typeName, { isText: false, groupsFraction }), typeName);
}

function formatCharacter(value: Integer, spec: FormatSpec): string {
  if (spec.sign !== '') throw new FormatError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw new FormatError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < -(2n ** 63n) || value >= 2n ** 63n) {
    throw new FormatError('Python int too large to convert to C long', 'OverflowError');
  }
  if (value < 0 || value > 0x10ffff) throw new FormatError('%c arg not in range(0x110000)', 'OverflowError');
  const character = String.fromCodePoint(Number(value));
  // Padded like a number: to the right by default; '=' pads before it, too.
  return aligned(character, spec, spec.align === '' || spec.align === '=' ? '>' : spec.align);
}

function formatParsedFloat(value: number, spec: FormatSpec, typeName: string): string {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownCode(spec.type, typeName);
  const shown = spec.type === '%' ? value * 100 : value;
  let text = floatText(shown, spec);
  if (spec.noNegativeZero && /^-[0.]*(e[+-]0+)?%?$/i.test(text)) text = text.slice(1);
  if (spec.type === 'E' || spec.type === 'F' || spec.type === 'G') text = text.toUpperCase();
  return laidOut(partsOf(text), spec, 3);
}

function floatText(value: number, spec: FormatSpec): string {
  const precision = spec.precision < 0 ? 6 : spec.precision;
  const addPoint = (text: string): string =>
    spec.alternate && !text.includes('.') && Number.isFinite(value) ? text.replace(/^-?\d+/, '$&.') : text;
  switch (spec.type.toLowerCase()) {
    case 'e':
      return addPoint(exponentialText(value, precision));
    case 'f':
      return addPoint(fixedText(value, precision));
    case '%':
      return addPoint(fixedText(value, precision)) + '%';
    case '': {
      if (spec.precision < 0) return addPoint(floatRepr(value));
      // As 'g', but with at least one digit after the point, and the exponent shown one power earlier.
      const digits = Math.max(spec.precision, 1);
      return addPoint(generalText(value, digits, spec.alternate, 1, digits - 1));
    }
    default:
      return generalText(value, precision, spec.alternate);
  }
}

function partsOf(text: string): NumberParts {
  const match = /^(-?)(\d*)(?:\.(\d+))?(.*)$/.exec(text)!;
  return {
    negative: match[1] === '-',
    prefix: '',
    whole: match[2],
    fraction: match[3] ?? '',
    rest: match[4],
  };
}

/** Sign, grouping, zeros and fill around a number. */
function laidOut(parts: NumberParts, spec: FormatSpec, groupSize: number): string {
  const sign = parts.negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const point = parts.fraction === '' ? '' : '.';
  const tail = point + groupedFraction(parts.fraction, spec.fractionGrouping) + parts.rest;
  const align = spec.align || '>';
  let whole = parts.whole;
  if (spec.grouping !== '' && whole !== '') {
    // Zeros that pad up to the width are grouped as well.
    const room = spec.fill === '0' && align === '=' ? spec.width - sign.length - parts.prefix.length - tail.length : 0;
    whole = groupedDigits(whole, spec.grouping, groupSize, room);
  }
  const head = sign + parts.prefix;
  if (align !== '=') return aligned(head + whole + tail, spec, align);
  return head + aligned(whole + tail, { ...spec, width: spec.width - head.length }, '>');
}

/**
 * Digits with a mark between groups, counted from the right, preceded by zeros until they are `room` long. A group has
 * at least one digit, so a mark is never first, even if that makes the text one longer than `room`.
 * Source: CPython Objects/unicodeobject.c, _PyUnicode_InsertThousandsGrouping.
 */
function groupedDigits(digits: string, mark: string, groupSize: number, room: number): string {
  let result = '';
  let left = digits;
  let width = room;
  for (;;) {
    const length = Math.min(groupSize, Math.max(left.length, width, 1));
    result = left.slice(-length).padStart(length, '0') + result;
    left = left.slice(0, -length);
    width -= length;
    if (left === '' && width <= 0) return result;
    result = mark + result;
    width -= mark.length;
  }
}

function groupedFraction(digits: string, mark: string): string {
  return mark === '' ? digits : digits.replace(/\d{3}(?=\d)/g, '$&' + mark);
}
