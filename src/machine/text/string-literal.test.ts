import { expect, test } from 'vitest';
import { bytesLiteral, escapedToAscii, stringLiteral } from './string-literal.ts';

const literals: readonly (readonly [text: string, repr: string, ascii: string])[] = [
  ['', "''", "''"],
  ['a', "'a'", "'a'"],
  ["it's", '"it\'s"', '"it\'s"'],
  ['say "hi"', '\'say "hi"\'', '\'say "hi"\''],
  ['both \' and "', "'both \\' and \"'", "'both \\' and \"'"],
  ['tab\tnew\nline\\', "'tab\\tnew\\nline\\\\'", "'tab\\tnew\\nline\\\\'"],
  ['\r\u0000\u001f', "'\\r\\x00\\x1f\\x7f'", "'\\r\\x00\\x1f\\x7f'"],
  ['é', "'é'", "'\\xe9'"],
  [' ­', "'\\xa0\\xad'", "'\\xa0\\xad'"],
  ['Ā ​', "'Ā\\u2028\\u200b'", "'\\u0100\\u2028\\u200b'"],
  ['😀󠀁', "'😀\\U000e0001'", "'\\U0001f600\\U000e0001'"],
  ['͸', "'\\u0378'", "'\\u0378'"],
];

test.each(literals)('repr of %j', (text, repr, ascii) => {
  expect(stringLiteral(text)).toBe(repr);
  expect(escapedToAscii(stringLiteral(text))).toBe(ascii);
});

test('a lone surrogate is escaped', () => {
  expect(stringLiteral('\ud800')).toBe("'\\ud800'");
});

test('bytes', () => {
  expect(bytesLiteral(Uint8Array.of(0, 9, 10, 13, 39, 65, 92, 127, 255))).toBe('b"\\x00\\t\\n\\r\'A\\\\\\x7f\\xff"');
});
