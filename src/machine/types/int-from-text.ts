/** int('...'): digits of any base, with Python's prefixes and underscores. */
import { normalized, type Integer } from './int-arithmetic.ts';

const prefixBase: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

/**
 * The integer that `text` denotes in `base` (2 to 36, or 0: as the prefix says), or null when it denotes none.
 * Surrounding white space, a sign, single underscores between digits and a prefix of that base are allowed.
 *
 * Source: CPython Objects/longobject.c, PyLong_FromString.
 */
export function integerFromText(text: string, base: number): Integer | null {
  const match = /^([+-]?)(.*)$/s.exec(withAsciiDigits(text).trim().toLowerCase())!;
  let digits = match[2];
  const prefix = digits[0] === '0' ? prefixBase[digits[1]] : undefined;
  if (prefix !== undefined && (base === 0 || base === prefix)) {
    digits = digits.slice(2);
    // One underscore may follow a prefix.
    if (digits[0] === '_') digits = digits.slice(1);
    base = prefix;
  } else if (base === 0) {
    // "012" is an error (an octal literal of Python 2), "000" is not.
    if (/^0[0_]*[1-9]/.test(digits)) return null;
    base = 10;
  }
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(digits)) return null;
  digits = digits.replaceAll('_', '');
  const magnitude = parseDigits(digits, base);
  if (magnitude === null) return null;
  return match[1] === '-' ? normalized(-magnitude) : normalized(magnitude);
}

/** Decimal digits of other scripts become ASCII ones; Python takes them in int() and float(). */
export function withAsciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    if (!/\p{Nd}/u.test(character)) return character;
    // The ten digits of a script follow each other, and each run begins at a multiple of ten from its zero.
    let zero = character.codePointAt(0)!;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && character.codePointAt(0)! - zero < 9) zero--;
    return String(character.codePointAt(0)! - zero);
  });
}

function parseDigits(digits: string, base: number): bigint | null {
  for (const digit of digits) if (parseInt(digit, 36) >= base) return null;
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt('0x' + digits);
  if (base === 8) return BigInt('0o' + digits);
  if (base === 2) return BigInt('0b' + digits);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(parseInt(digit, 36));
  return value;
}
