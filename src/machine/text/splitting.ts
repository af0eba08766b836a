/**
 * str.split and its family; bytes go through the same functions as Latin-1 text.
 *
 * Source: CPython Objects/stringlib/split.h.
 */
import { whitespace } from './character-classes.ts';

const unicodeSpace = new RegExp(`[${whitespace}]`);
const asciiSpace = /[\t-\r ]/;

/** What separates words: any white space of str, or of bytes. */
export type SpaceKind = 'unicode' | 'ascii';

function isSpaceAt(text: string, at: number, kind: SpaceKind): boolean {
  return (kind === 'unicode' ? unicodeSpace : asciiSpace).test(text[at]);
}

/** Words between runs of white space, at most `most` splits (negative: no limit), from the left. */
export function splitWords(text: string, most: number, kind: SpaceKind = 'unicode'): string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpaceAt(text, at, kind)) at++;
    if (at === text.length) return words;
    if (words.length === most) {
      words.push(text.slice(at));
      return words;
    }
    const start = at;
    while (at < text.length && !isSpaceAt(text, at, kind)) at++;
    words.push(text.slice(start, at));
  }
}

/** As `splitWords`, but splits from the right. */
export function splitWordsFromRight(text: string, most: number, kind: SpaceKind = 'unicode'): string[] {
  const words: string[] = [];
  let at = text.length;
  for (;;) {
    while (at > 0 && isSpaceAt(text, at - 1, kind)) at--;
    if (at === 0) return words.reverse();
    if (words.length === most) {
      words.push(text.slice(0, at));
      return words.reverse();
    }
    const end = at;
    while (at > 0 && !isSpaceAt(text, at - 1, kind)) at--;
    words.push(text.slice(at, end));
  }
}

/** Between occurrences of `separator` (not empty), at most `most` splits (negative: no limit), from the left. */
export function splitAt(text: string, separator: string, most: number): string[] {
  if (most < 0) return text.split(separator);
  const parts: string[] = [];
  let at = 0;
  while (parts.length < most) {
    const next = text.indexOf(separator, at);
    if (next < 0) break;
    parts.push(text.slice(at, next));
    at = next + separator.length;
  }
  parts.push(text.slice(at));
  return parts;
}

/** As `splitAt`, but from the right. */
export function splitAtFromRight(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (parts.length !== most) {
    const next = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (next < 0) break;
    parts.push(text.slice(next + separator.length, end));
    end = next;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

/** Lines of a str: many more characters than \n end one. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  // eslint-disable-next-line no-control-regex -- control characters end lines, too
  return linesOf(text, /\r\n|[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]/g, keepEnds);
}

/** Lines of bytes. */
export function splitByteLines(text: string, keepEnds: boolean): string[] {
  return linesOf(text, /\r\n|[\n\r]/g, keepEnds);
}

function linesOf(text: string, ends: RegExp, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let at = 0;
  for (const end of text.matchAll(ends)) {
    const after = end.index + end[0].length;
    lines.push(text.slice(at, keepEnds ? after : end.index));
    at = after;
  }
  if (at < text.length) lines.push(text.slice(at));
  return lines;
}

/** Text before, the separator, text after; or the text and two empty ones. */
export function partition(text: string, separator: string): [string, string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, '', ''] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}

export function partitionFromRight(text: string, separator: string): [string, string, string] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? ['', '', text] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** Which ends str.strip, lstrip and rstrip work on. */
export type StripSide = 'both' | 'left' | 'right';

/** Without the characters of `set` (null: white space) at the ends. */
export function strip(text: string, set: string | null, side: StripSide, kind: SpaceKind = 'unicode'): string {
  const members = set === null ? null : new Set(set);
  // Units: a surrogate pair at an end must be looked up as one character.
  const units = members !== null && /[\ud800-\udbff]/.test(text) ? Array.from(text) : text;
  const isMember = (at: number): boolean => (members === null ? isSpaceAt(text, at, kind) : members.has(units[at]));
  let start = 0;
  let end = units.length;
  if (side !== 'right') while (start < end && isMember(start)) start++;
  if (side !== 'left') while (end > start && isMember(end - 1)) end--;
  return typeof units === 'string' ? units.slice(start, end) : units.slice(start, end).join('');
}
