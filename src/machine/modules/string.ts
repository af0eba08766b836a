/** The module string: its constants. The rest is Python: late/string.ts. */
import type { NativeModule } from '../native.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const whitespace = ' \t\n\r\v\f';

const constants: Readonly<Record<string, string>> = {
  whitespace,
  ascii_lowercase: lower,
  ascii_uppercase: upper,
  ascii_letters: lower + upper,
  digits,
  hexdigits: digits + 'abcdefABCDEF',
  octdigits: '01234567',
  punctuation,
  printable: digits + lower + upper + punctuation + whitespace,
};

export const stringModule: NativeModule = {
  name: 'string',
  attributes: (m) => Object.fromEntries(Object.entries(constants).map(([name, text]) => [name, m.str(text)])),
  hasLateSource: true,
};
