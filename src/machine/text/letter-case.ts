/**
 * Changes of case. JavaScript's toUpperCase and toLowerCase follow the same Unicode tables as Python's; title case and
 * case folding have no counterpart there.
 *
 * Source: CPython Objects/unicodeobject.c (do_title, do_capitalize, do_swapcase, do_casefold).
 */
import { isCased } from './character-classes.ts';

/** Title case of the digraphs that have one of their own; elsewhere it is upper case with the rest lowered. */
const titleDigraphs: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ', ǅ: 'ǅ', ǆ: 'ǅ', Ǉ: 'ǈ', ǈ: 'ǈ', ǉ: 'ǈ', Ǌ: 'ǋ', ǋ: 'ǋ', ǌ: 'ǋ', Ǳ: 'ǲ', ǲ: 'ǲ', ǳ: 'ǲ',
}; // prettier-ignore

function titled(character: string): string {
  if (character in titleDigraphs) return titleDigraphs[character];
  // Georgian letters keep their form in titles.
  if (/[\u10d0-\u10ff]/.test(character)) return character;
  const upper = character.toUpperCase();
  const first = String.fromCodePoint(upper.codePointAt(0)!);
  const rest = upper.slice(first.length);
  // 'ŉ' becomes 'ʼN': the modifier is no letter with case.
  return isCased(first) ? first + rest.toLowerCase() : upper;
}

export function capitalize(text: string): string {
  if (text === '') return '';
  const first = String.fromCodePoint(text.codePointAt(0)!);
  return titled(first) + loweredAfter(first, text.slice(first.length));
}

/** `rest` in lower case, as it follows `before` (a final sigma depends on it). */
function loweredAfter(before: string, rest: string): string {
  return (before + rest).toLowerCase().slice(before.toLowerCase().length);
}

export function title(text: string): string {
  let result = '';
  let word = '';
  // A word is lowered as a whole, so that a final sigma is recognised.
  const finish = (): void => {
    result += word === '' ? '' : capitalize(word);
    word = '';
  };
  for (const character of text) {
    if (isCased(character)) word += character;
    else {
      finish();
      result += character;
    }
  }
  finish();
  return result;
}

export function swapCase(text: string): string {
  let result = '';
  let at = 0;
  for (const character of text) {
    if (/\p{Uppercase}/u.test(character)) {
      result += loweredAfter(text.slice(0, at), text.slice(at)).slice(0, character.toLowerCase().length);
    } else if (/\p{Lowercase}/u.test(character)) result += character.toUpperCase();
    else result += character;
    at += character.length;
  }
  return result;
}

export function caseFold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  let result = '';
  for (const character of text) {
    // Full folding is the lower case of the upper case, but for a few letters that fold to upper case (Cherokee)
    // or not at all.
    if (/[\u13a0-\u13f5]/.test(character)) result += character;
    else if (/[\u13f8-\u13fd\uab70-\uabbf]/.test(character)) result += character.toUpperCase();
    else if (character === 'ı') result += character;
    else if (character === 'İ') result += 'i̇';
    else if (character === 'ẞ') result += 'ss';
    else result += [...character.toUpperCase()].map((upper) => upper.toLowerCase()).join('');
  }
  return result;
}
