/**
 * The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
 *
 * Source: CPython Python/formatter_unicode.c (parse_internal_render_format_spec), whose messages these are.
 */
import { codePointLength } from './code-points.ts';

/** A format spec the text of which, or the use of which, is wrong: becomes a ValueError (or OverflowError). */
export class FormatError extends Error {
  readonly exception: 'ValueError' | 'OverflowError';
  constructor(message: string, exception: 'ValueError' | 'OverflowError' = 'ValueError') {
    super(message);
    this.exception = exception;
  }
}

export interface FormatSpec {
  readonly fill: string;
  /** '' when the spec has none: the type's own default. */
  readonly align: '' | '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** Least width in code points, -1 when not given. */
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  /** -1 when not given. */
  readonly precision: number;
  /** Grouping of the digits after the point (3.14 and later). */
  readonly fractionGrouping: '' | ',' | '_';
  /** '' when not given. */
  readonly type: string;
}

const LARGEST_NUMBER = 2 ** 63 - 1;

/**
 * Reads a format spec.
 * @param typeName type of the value, for messages
 * @param defaults alignment of the type, and whether 3.14's grouping after the point is understood
 * @throws FormatError
 */
export function parseFormatSpec(
  spec: string,
  typeName: string,
  defaults: { readonly isText: boolean; readonly groupsFraction: boolean },
): FormatSpec {
  const characters = Array.from(spec);
  let at = 0;
  let fill = ' ';
  let align: FormatSpec['align'] = '';
  const isAlign = (text: string | undefined): text is '<' | '>' | '=' | '^' =>
    text !== undefined && text.length === 1 && '<>=^'.includes(text);
  const invalid = (): never => {
    throw new FormatError(`Invalid format specifier '${spec}' for object of type '${typeName}'`);
  };

  let fillGiven = false;
  const second = characters[1];
  const first = characters[0];
  if (isAlign(second)) {
    fill = first;
    align = second;
    fillGiven = true;
    at = 2;
  } else if (isAlign(first)) {
    align = first;
    at = 1;
  }
  let sign: FormatSpec['sign'] = '';
  const maybeSign = characters[at];
  if (maybeSign === '+' || maybeSign === '-' || maybeSign === ' ') {
    sign = maybeSign;
    at++;
  }
  const take = (character: string): boolean => {
    if (characters[at] !== character) return false;
    at++;
    return true;
  };
  const noNegativeZero = take('z');
  const alternate = take('#');
  if (!fillGiven && characters[at] === '0') {
    fill = '0';
    if (align === '' && !defaults.isText) align = '=';
    at++;
  }
  const number = (): number => {
    const start = at;
    while (at < characters.length && characters[at] >= '0' && characters[at] <= '9') at++;
    if (at === start) return -1;
    const value = Number(characters.slice(start, at).join(''));
    if (value > LARGEST_NUMBER) throw new FormatError('Too many decimal digits in format string');
    return value;
  };
  const groupingMark = (): '' | ',' | '_' => {
    let mark: '' | ',' | '_' = '';
    if (take(',')) mark = ',';
    if (take('_')) {
      if (mark !== '') throw new FormatError("Cannot specify both ',' and '_'.");
      mark = '_';
    }
    if (characters[at] === ',') {
      if (mark === '_') throw new FormatError("Cannot specify both ',' and '_'.");
      if (mark === ',') throw new FormatError("Cannot specify ',' with ','.");
    }
    return mark;
  };

  const width = number();
  const grouping = groupingMark();
  let precision = -1;
  let fractionGrouping: FormatSpec['fractionGrouping'] = '';
  if (take('.')) {
    precision = number();
    if (defaults.groupsFraction) fractionGrouping = groupingMark();
    if (precision < 0 && fractionGrouping === '') throw new FormatError('Format specifier missing precision');
  }
  if (characters.length - at > 1) invalid();
  const type = characters[at] ?? '';
  const group = grouping || fractionGrouping;
  if (group !== '' && !(type === '' || 'deEfFgG%'.includes(type)) && !(grouping === '_' && 'boxX'.includes(type))) {
    throw new FormatError(`Cannot specify '${group}' with '${type}'.`);
  }
  return {
    fill,
    align,
    sign,
    noNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    fractionGrouping,
    type,
  };
}

/** "Unknown format code ..." */
export function unknownCode(type: string, typeName: string): FormatError {
  const code = type.codePointAt(0)!;
  const shown = code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
  return new FormatError(`Unknown format code ${shown} for object of type '${typeName}'`);
}

/** `text` widened to the spec's width with its fill. `align` other than '='. */
export function aligned(text: string, spec: FormatSpec, align: '<' | '>' | '^'): string {
  const missing = spec.width - codePointLength(text);
  if (missing <= 0) return text;
  const left = align === '<' ? 0 : align === '>' ? missing : missing >> 1;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}
