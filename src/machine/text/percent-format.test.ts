import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

// Expression and answer of CPython, the same in all versions.
const rows: readonly (readonly [string, string])[] = [
  ["'%d' % 1.9", "'1'"],
  ["'%d' % -1.9", "'-1'"],
  ["'%x' % 255", "'ff'"],
  ["'%#x' % 255", "'0xff'"],
  ["'%#X' % 255", "'0XFF'"],
  ["'%#o' % 8", "'0o10'"],
  ["'%c' % 97", "'a'"],
  ["'%s' % [1,2]", "'[1, 2]'"],
  ["'abc' % [1]", "'abc'"],
  ["'abc' % ()", "'abc'"],
  ["'abc' % {}", "'abc'"],
  ["'%(a)s' % {'a':1}", "'1'"],
  ["'%(b)s' % {'a':1}", "KeyError: 'b'"],
  ["'%*d' % (5,3)", "'    3'"],
  ["'%-*d|' % (5,3)", "'3    |'"],
  ["'%*d|' % (-5,3)", "'3    |'"],
  ["'%.*f' % (2,3.14159)", "'3.14'"],
  ["'%.3d' % 5", "'005'"],
  ["'%08.3f' % -3.14159", "'-003.142'"],
  ["'%+d % d' % (3,4)", "'+3  4'"],
  ["'%-08d|' % 3", "'3       |'"],
  ["'%08s|' % 'a'", "'       a|'"],
  ["'%.2s|' % 'abc'", "'ab|'"],
  ["'%r %a %s' % ('é','é','é')", "\"'é' '\\\\xe9' é\""],
  ["'%e %E %g %G' % (12345.678,12345.678,1e-10,1e20)", "'1.234568e+04 1.234568E+04 1e-10 1E+20'"],
  ["'%f' % 10**400", 'OverflowError: int too large to convert to float'],
  ["'%i %u' % (3,4)", "'3 4'"],
  ["'%ld %hd %Ld' % (1,2,3)", "'1 2 3'"],
  ["'%%'% ()", "'%'"],
  ["'%05f' % float('inf')", "'00inf'"],
  ["'%+f' % float('nan')", "'+nan'"],
  ["'%#.0f' % 3.0", "'3.'"],
  ["'%#g' % 3.0", "'3.00000'"],
  ["'%x' % -255", "'-ff'"],
  ["'%08x' % -255", "'-00000ff'"],
  ["'%#010x' % -255", "'-0x00000ff'"],
  ["'%d' % I()", "'7'"],
  ["'%x' % I()", "'7'"],
  ["'%d' % N()", "'9'"],
  ["'%f' % F()", "'1.500000'"],
  ["'%f' % I()", "'7.000000'"],
  ["'%d' % float('nan')", 'ValueError: cannot convert float NaN to integer'],
  ["'%d' % float('inf')", 'OverflowError: cannot convert float infinity to integer'],
  ["'%(a)s %(a)s' % {'a':1}", "'1 1'"],
  ["'%s' % None", "'None'"],
  ["'%s' % ((1,2),)", "'(1, 2)'"],
  ["'%.0e' % 12345", "'1e+04'"],
  ["'%10.4e|' % 12345.0", "'1.2345e+04|'"],
  ["'%-10g|' % 1.5", "'1.5       |'"],
  ["'%s' % {}", "'{}'"],
  ["'%((a))s' % {'(a)':5}", "'5'"],
  ["'%d' % True", "'1'"],
  ["'%s' % True", "'True'"],
  ["'%.1f%%' % 45.67", "'45.7%'"],
  ["'% s' % 3", "'3'"],
  ["'%5c|' % 'a'", "'    a|'"],
  ["'%-5c|' % 'a'", "'a    |'"],
  ["'%.3x' % 10", "'00a'"],
  ["'%#.3x' % 10", "'0x00a'"],
  ["'%+.3x' % 10", "'+00a'"],
  [
    "'%d' % 10**5000",
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  ],
  [
    "'%s' % 10**5000",
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  ],
  ["'%s' % {'a':1}", '"{\'a\': 1}"'],
  ["'%s' % 'a' 'b'", "'ab'"],
];
// Expression, and the answers of 3.11, 3.13 and 3.14.
const differing: readonly (readonly [string, string, string, string])[] = [
  [
    "'%c' % 'ab'",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not a string of length 2',
  ],
  [
    "'%c' % 1.5",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not float',
  ],
  [
    "'%c' % []",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not list',
  ],
  [
    "'%(a)c' % {'a':'zz'}",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not a string of length 2',
  ],
  [
    "'%c' % ('zz',)",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not a string of length 2',
  ],
  [
    "'%c' % ''",
    'TypeError: %c requires int or char',
    'TypeError: %c requires int or char',
    'TypeError: %c requires an int or a unicode character, not a string of length 0',
  ],
];
const prelude =
  'class P:\n    x=3\nclass I:\n    def __index__(self): return 7\nclass F:\n    def __float__(self): return 1.5\nclass N:\n    def __int__(self): return 9\n';

test('the % operator', () => {
  const given = answers(
    rows.map(([expression]) => expression),
    prelude,
  );
  expect(rows.map(([expression], i) => [expression, given[i]])).toEqual(rows);
});

test.each([
  ['3.11', 1],
  ['3.13', 2],
  ['3.14', 3],
] as const)('the % operator in %s', (version, column) => {
  const expressions = differing.map(([expression]) => expression);
  const given = answers(expressions, prelude, version);
  expect(expressions.map((expression, i) => [expression, given[i]])).toEqual(
    differing.map((row) => [row[0], row[column]]),
  );
});
