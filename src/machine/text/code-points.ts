/**
 * Strings by code point. JavaScript's strings are UTF-16, Python's are code points; the two agree unless there are
 * surrogate pairs, and every function here takes that fast way first. A lone surrogate is a code point of its own.
 */

/** Whether indexes in UTF-16 units differ from indexes in code points. */
export function hasPairs(text: string): boolean {
  // A regular expression, because V8 answers for its one-byte strings without looking at them.
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text);
}

/** len() */
export function codePointLength(text: string): number {
  if (!hasPairs(text)) return text.length;
  let length = 0;
  for (let i = 0; i < text.length; length++) i += text.codePointAt(i)! > 0xffff ? 2 : 1;
  return length;
}

/** The UTF-16 index of code point `index` (0 <= index <= length). */
export function unitIndex(text: string, index: number): number {
  let units = 0;
  for (let left = index; left > 0 && units < text.length; left--) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  return units;
}

/** The character at code point `index`, which is within the text. */
export function characterAt(text: string, index: number): string {
  if (!hasPairs(text)) return text[index];
  return String.fromCodePoint(text.codePointAt(unitIndex(text, index))!);
}

/** Code points start to stop. */
export function substring(text: string, start: number, stop: number): string {
  return hasPairs(text) ? text.slice(unitIndex(text, start), unitIndex(text, stop)) : text.slice(start, stop);
}

/** `count` characters from `start` on, `step` apart (`step` may be negative). */
export function steppedSubstring(text: string, start: number, step: number, count: number): string {
  if (step === 1) return substring(text, start, start + count);
  const characters: ArrayLike<string> = hasPairs(text) ? Array.from(text) : text;
  let result = '';
  for (let i = 0; i < count; i++) result += characters[start + i * step];
  return result;
}

/** Negative, zero or positive as `a` sorts before, with or after `b`. */
export function compareByCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return sortable(x) - sortable(y);
  }
  return a.length - b.length;
}

/** A unit such that units compare as the code points they belong to: surrogates (from U+10000 on) go last. */
function sortable(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
