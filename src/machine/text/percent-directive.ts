/**
 * One directive of the % operator, `%(key)-08.3lf`, taken apart. `*` asks for an argument.
 *
 * Source: CPython Objects/unicodeobject.c, unicode_format_arg_parse.
 */
export interface PercentDirective {
  /** Index of the '%'. */
  readonly start: number;
  /** Index of the character after the directive. */
  readonly end: number;
  readonly key: string | null;
  readonly leftAligned: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number | '*' | null;
  readonly precision: number | '*' | null;
  /** '' when the text ends before it. */
  readonly conversion: string;
}

export type PercentSyntaxError = 'incomplete key' | 'width too big' | 'precision too big';

const LARGEST_WIDTH = 2 ** 63 - 1;
const LARGEST_PRECISION = 2 ** 31 - 1;

/** The directive whose '%' is at `start`; or what is wrong with it. */
export function parsePercentDirective(text: string, start: number): PercentDirective | PercentSyntaxError {
  let at = start + 1;
  let key: string | null = null;
  if (text[at] === '(') {
    // Parentheses nest.
    let open = 1;
    const keyStart = ++at;
    for (; at < text.length && open > 0; at++) {
      if (text[at] === '(') open++;
      else if (text[at] === ')') open--;
    }
    if (open > 0) return 'incomplete key';
    key = text.slice(keyStart, at - 1);
  }
  const flags = /[-+ #0]*/y;
  flags.lastIndex = at;
  const flagText = flags.exec(text)![0];
  at += flagText.length;

  const numberAt = (): number | '*' | null => {
    if (text[at] === '*') {
      at++;
      return '*';
    }
    const digits = /[0-9]*/y;
    digits.lastIndex = at;
    const found = digits.exec(text)![0];
    at += found.length;
    return found === '' ? null : Number(found);
  };
  const width = numberAt();
  if (typeof width === 'number' && width > LARGEST_WIDTH) return 'width too big';
  let precision: number | '*' | null = null;
  if (text[at] === '.') {
    at++;
    precision = numberAt() ?? 0;
    if (typeof precision === 'number' && precision > LARGEST_PRECISION) return 'precision too big';
  }
  // C's length modifiers mean nothing.
  if (text[at] === 'h' || text[at] === 'l' || text[at] === 'L') at++;
  const conversion = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return {
    start,
    end: at + conversion.length,
    key,
    leftAligned: flagText.includes('-'),
    plus: flagText.includes('+'),
    space: flagText.includes(' '),
    alternate: flagText.includes('#'),
    zero: flagText.includes('0'),
    width,
    precision,
    conversion,
  };
}
