/**
 * str.find, count, replace and their family. Positions are code points; bytes go through the same functions as Latin-1
 * text.
 *
 * Source: CPython Objects/stringlib/find.h, count.h, transmogrify.h (replace).
 */
import { codePointLength, hasPairs, unitIndex } from './code-points.ts';

/** The part of a text that a search looks at, in UTF-16 units. */
export interface SearchRange {
  readonly start: number;
  readonly stop: number;
}

/** What [start:stop] selects; null when start lies beyond the end or after stop, where not even '' is found. */
export function searchRange(text: string, start: number | null, stop: number | null): SearchRange | null {
  if (start === null && stop === null) return { start: 0, stop: text.length };
  const length = codePointLength(text);
  const clamp = (index: number): number => (index < 0 ? Math.max(0, index + length) : index);
  const from = clamp(start ?? 0);
  const to = Math.min(clamp(stop ?? length), length);
  if (from > to) return null;
  return hasPairs(text) ? { start: unitIndex(text, from), stop: unitIndex(text, to) } : { start: from, stop: to };
}

/** Code point index of the first occurrence within the range, or -1. */
export function findFirst(text: string, part: string, range: SearchRange | null): number {
  if (range === null) return -1;
  const at = text.indexOf(part, range.start);
  return at < 0 || at + part.length > range.stop ? -1 : codePointIndex(text, at);
}

/** Code point index of the last occurrence within the range, or -1. */
export function findLast(text: string, part: string, range: SearchRange | null): number {
  if (range === null || range.stop - range.start < part.length) return -1;
  const at = text.lastIndexOf(part, range.stop - part.length);
  return at < range.start ? -1 : codePointIndex(text, at);
}

export function count(text: string, part: string, range: SearchRange | null): number {
  if (range === null) return 0;
  const searched = text.slice(range.start, range.stop);
  if (part === '') return codePointLength(searched) + 1;
  let found = 0;
  for (let at = searched.indexOf(part); at >= 0; at = searched.indexOf(part, at + part.length)) found++;
  return found;
}

/** At most `most` replacements (negative: all). An empty `part` is found before every character and at the end. */
export function replace(text: string, part: string, by: string, most: number): string {
  if (most === 0) return text;
  if (part !== '') {
    if (most < 0) return text.replaceAll(part, () => by);
    let result = '';
    let at = 0;
    for (let left = most; left > 0; left--) {
      const next = text.indexOf(part, at);
      if (next < 0) break;
      result += text.slice(at, next) + by;
      at = next + part.length;
    }
    return result + text.slice(at);
  }
  let result = '';
  let left = most < 0 ? Infinity : most;
  for (const character of text) {
    if (left-- > 0) result += by;
    result += character;
  }
  return left > 0 ? result + by : result;
}

/** Whether the range begins (or ends) with `part`. */
export function matchesAt(text: string, part: string, range: SearchRange | null, end: 'start' | 'end'): boolean {
  if (range === null || range.stop - range.start < part.length) return false;
  return text.startsWith(part, end === 'start' ? range.start : range.stop - part.length);
}

function codePointIndex(text: string, unit: number): number {
  return hasPairs(text) ? codePointLength(text.slice(0, unit)) : unit;
}
