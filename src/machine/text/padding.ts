/**
 * str.center, ljust, rjust, zfill and expandtabs. Widths are in code points.
 *
 * Source: CPython Objects/unicodeobject.c (unicode_center_impl, unicode_zfill_impl, unicode_expandtabs_impl).
 */
import { codePointLength } from './code-points.ts';

export function padLeft(text: string, width: number, fill: string): string {
  return fill.repeat(Math.max(0, width - codePointLength(text))) + text;
}

export function padRight(text: string, width: number, fill: string): string {
  return text + fill.repeat(Math.max(0, width - codePointLength(text)));
}

export function center(text: string, width: number, fill: string): string {
  const missing = width - codePointLength(text);
  if (missing <= 0) return text;
  // The odd one goes left when the width is odd.
  const left = (missing >> 1) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** Zeros after the sign, if there is one. */
export function zeroFill(text: string, width: number): string {
  const sign = text[0] === '-' || text[0] === '+' ? text[0] : '';
  return sign + padLeft(text.slice(sign.length), width - sign.length, '0');
}

export function expandTabs(text: string, tabSize: number): string {
  let result = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const missing = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      result += ' '.repeat(missing);
      column += missing;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
