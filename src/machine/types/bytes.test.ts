import { expect, test } from 'vitest';
import { answers, testAnswers } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ["b'abc'", "b'abc'"],
  [
    "bytes(3),bytes([1,2,255]),bytes('é','utf8'),bytes()",
    "(b'\\x00\\x00\\x00', b'\\x01\\x02\\xff', b'\\xc3\\xa9', b'')",
  ],
  ['bytes([256])', 'ValueError: bytes must be in range(0, 256)'],
  ["bytes('a')", 'TypeError: string argument without an encoding'],
  ['bytes(-1)', 'ValueError: negative count'],
  ['bytes(1.5)', "TypeError: cannot convert 'float' object to bytes"],
  ["b'abc'[0],b'abc'[1:],b'abc'[-1],b'abc'[::-1]", "(97, b'bc', 99, b'cba')"],
  ["list(b'ab')", '[97, 98]'],
  ["b'a'+b'b',b'ab'*2,2*b'ab'", "(b'ab', b'abab', b'abab')"],
  ["b'a'==b'a',b'a'<b'b',b'a'=='a'", '(True, True, False)'],
  ["97 in b'abc',b'bc' in b'abc'", '(True, True)'],
  ["300 in b'a'", 'ValueError: byte must be in range(0, 256)'],
  ["'a' in b'a'", "TypeError: a bytes-like object is required, not 'str'"],
  [
    "b'a,b'.split(b','),b' a '.strip(),b'ab'.upper(),b'ab'.find(b'b'),b'abc'.replace(b'b',b'x')",
    "([b'a', b'b'], b'a', b'AB', 1, b'axc')",
  ],
  ["b','.join([b'a',b'b'])", "b'a,b'"],
  ["b','.join(['a'])", 'TypeError: sequence item 0: expected a bytes-like object, str found'],
  ["b'ab'.hex(),b'abcd'.hex('-'),b'abcde'.hex(':',2)", "('6162', '61-62-63-64', '61:6263:6465')"],
  ["bytes.fromhex('0aff 01')", "b'\\n\\xff\\x01'"],
  ["bytes.fromhex('zz')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'],
  ["b'\\xff\\x00\\n\\'\"'", "b'\\xff\\x00\\n\\'\"'"],
  ["b'ab'.decode(),b'\\xe9'.decode('latin-1')", "('ab', 'é')"],
  ["b'abc'.startswith(b'a'),b'abc'.endswith((b'c',b'd'))", '(True, True)'],
  ["b'%d-%s'%(1,b'x')", "b'1-x'"],
  ["hash(b'a')==hash(b'a')", 'True'],
  ["bytearray(b'abc')", "bytearray(b'abc')"],
  [
    "bytearray(3),bytearray('a','ascii'),bytearray([1,2])",
    "(bytearray(b'\\x00\\x00\\x00'), bytearray(b'a'), bytearray(b'\\x01\\x02'))",
  ],
  ["bytearray(b'a')+b'b',b'a'+bytearray(b'b')", "(bytearray(b'ab'), b'ab')"],
  ["bytearray(b'abc')[1],bytearray(b'abc')[1:]", "(98, bytearray(b'bc'))"],
  ['hash(bytearray())', "TypeError: unhashable type: 'bytearray'"],
  ["bytearray(b'a')==b'a'", 'True'],
  ['len(bytearray(5))', '5'],
  ["bytearray(b'ab').decode()", "'ab'"],
  ["b'%d' % 1", "b'1'"],
  ["b'%s' % b'a'", "b'a'"],
  ["b'ab'+'c'", "TypeError: can't concat str to bytes"],
  ["b'ab' < 'a'", "TypeError: '<' not supported between instances of 'bytes' and 'str'"],
  ["b'a'[0]", '97'],
  ["b'a'[5]", 'IndexError: index out of range'],
  ["b'a'['x']", 'TypeError: byte indices must be integers or slices, not str'],
  ["b'\\xff'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  ["b'a\\xffb'.decode('utf-8','replace')", "'a�b'"],
  [
    "b'\\xc3'.decode()",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data",
  ],
  [
    "b'\\xff'.decode('ascii')",
    "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
  ],
];
// Expression, and the answers of 3.11, 3.13 and 3.14.
const differing: readonly (readonly [string, string, string, string])[] = [
  [
    "bytes.fromhex('0')",
    'ValueError: non-hexadecimal number found in fromhex() arg at position 1',
    'ValueError: non-hexadecimal number found in fromhex() arg at position 1',
    'ValueError: fromhex() arg must contain an even number of hexadecimal digits',
  ],
];

testAnswers('bytes and bytearray', rows);

test.each([
  ['3.11', 1],
  ['3.13', 2],
  ['3.14', 3],
] as const)('bytes and bytearray in %s', (version, column) => {
  const expressions = differing.map(([expression]) => expression);
  const given = answers(expressions, '', version);
  expect(expressions.map((expression, i) => [expression, given[i]])).toEqual(
    differing.map((row) => [row[0], row[column]]),
  );
});
