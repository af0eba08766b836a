/**
 * str.isalpha and its family, by Unicode property.
 *
 * Source: CPython Objects/unicodectype.c, Objects/unicodeobject.c (unicode_isalpha_impl and the others).
 */
import { isPrintableCharacter } from './string-literal.ts';

/** Every character has the property, and there is one. */
const all = (pattern: RegExp) => (text: string) => pattern.test(text);

export const isAlpha = all(/^\p{L}+$/u);
export const isDecimal = all(/^\p{Nd}+$/u);
// Numeric_Type=Digit, which JavaScript does not know: superscripts, subscripts, circled and the like.
const digit =
  '\\p{Nd}\\u00b2\\u00b3\\u00b9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089' +
  '\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e' +
  '\\u2780-\\u2788\\u278a-\\u2792\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}';
// Ideographs for numbers, which are letters by category.
const numeralIdeographs =
  '㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零\\uf96b\\uf973\\uf978\\uf9b2\\uf9d1\\uf9d3\\uf9fd𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭廾';
const numeric = `${digit}\\p{N}${numeralIdeographs}`;

export const isDigit = all(new RegExp(`^[${digit}]+$`, 'u'));
export const isNumeric = all(new RegExp(`^[${numeric}]+$`, 'u'));
export const isAlnum = all(new RegExp(`^[\\p{L}${numeric}]+$`, 'u'));
/** Characters that Python takes for white space: more than JavaScript's \s in the controls, less at U+FEFF. */
export const whitespace = '\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
export const isSpace = all(new RegExp(`^[${whitespace}]+$`));
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
export const isIdentifier = all(/^[\p{XID_Start}_]\p{XID_Continue}*$/u);

export function isPrintable(text: string): boolean {
  for (const character of text) if (!isPrintableCharacter(character)) return false;
  return true;
}

const isTitleCase = (character: string): boolean => /\p{Lt}/u.test(character);
const isUpperCase = (character: string): boolean => /\p{Uppercase}/u.test(character);
const isLowerCase = (character: string): boolean => /\p{Lowercase}/u.test(character);

export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
}

export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

export function isTitle(text: string): boolean {
  let found = false;
  let inWord = false;
  for (const character of text) {
    if (isUpperCase(character) || isTitleCase(character)) {
      if (inWord) return false;
      found = inWord = true;
    } else if (isLowerCase(character)) {
      if (!inWord) return false;
      found = true;
    } else {
      inWord = false;
    }
  }
  return found;
}

/** Letters as str.title sees them: what has upper, lower or title case. */
export function isCased(character: string): boolean {
  return /\p{Cased}/u.test(character);
}
