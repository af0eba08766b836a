import { expect, test } from 'vitest';
import { normalized } from '../types/int-arithmetic.ts';
import { FormatError } from './format-spec.ts';
import { formatFloat, formatInteger } from './format-number.ts';
import { formatText } from './format-str.ts';

/** The text, or the error as Python shows it. */
function attempt(format: () => string): string {
  try {
    return format();
  } catch (error) {
    if (error instanceof FormatError) return `${error.exception}: ${error.message}`;
    throw error;
  }
}

// Expected texts are CPython 3.11's.
const integers: readonly (readonly [number | bigint, string, string])[] = [
  [255, '', '255'],
  [255, 'x', 'ff'],
  [255, '#X', '0XFF'],
  [-255, '#010x', '-0x00000ff'],
  [5, '08b', '00000101'],
  [1234567, ',', '1,234,567'],
  [1234567, '012,', '0,001,234,567'],
  [1234567, '=+20,', '+          1,234,567'],
  [-1234567, '_', '-1_234_567'],
  [2882400018, '_x', 'abcd_ef12'],
  [97, 'c', 'a'],
  [97, '5c', '    a'],
  [3, '.2f', '3.00'],
  [2, '%', '200.000000%'],
  [1, '+d', '+1'],
  [1, ' d', ' 1'],
  [7, '<5', '7    '],
  [7, '^5', '  7  '],
  [7, '*>5', '****7'],
  [7, '05,', '0,007'],
  [-7, '06,', '-0,007'],
  [12345678901234567890n, ',', '12,345,678,901,234,567,890'],
  [1, 's', "ValueError: Unknown format code 's' for object of type 'int'"],
  [1, '.2', 'ValueError: Precision not allowed in integer format specifier'],
  [1, 'zd', 'ValueError: Negative zero coercion (z) not allowed in integer format specifier'],
  [1, ',c', "ValueError: Cannot specify ',' with 'c'."],
  [1, '+c', "ValueError: Sign not allowed with integer format specifier 'c'"],
  [-1, 'c', 'OverflowError: %c arg not in range(0x110000)'],
  [1, ',_', "ValueError: Cannot specify both ',' and '_'."],
  [1, ',,', "ValueError: Cannot specify ',' with ','."],
  [1, '5q', "ValueError: Unknown format code 'q' for object of type 'int'"],
  [1, 'd5', "ValueError: Invalid format specifier 'd5' for object of type 'int'"],
  [1, 'é', "ValueError: Unknown format code '\\xe9' for object of type 'int'"],
  [1, '1111111111111111111111111', 'ValueError: Too many decimal digits in format string'],
];
const floats: readonly (readonly [number, string, string])[] = [
  [3, '', '3.0'],
  [3, 'g', '3'],
  [3.14159, '.2f', '3.14'],
  [1234.5678, ',.2f', '1,234.57'],
  [-0.4, '.0f', '-0'],
  [-0.4, 'z.0f', '0'],
  [10000000000, '_f', '10_000_000_000.000000'],
  [0.256, '.1%', '25.6%'],
  [1, '#.0f', '1.'],
  [1, '#g', '1.00000'],
  [1, 'e', '1.000000e+00'],
  [1, '.0e', '1e+00'],
  [1, '#.0e', '1.e+00'],
  [123, '.3', '1.23e+02'],
  [12, '.3', '12.0'],
  [1e16, '.17', '1e+16'],
  [5, '.0', '5e+00'],
  [2.5, '010.2f', '0000002.50'],
  [-2.5, '010.2f', '-000002.50'],
  [2.5, '=+9', '+     2.5'],
  [2.5, '*^9', '***2.5***'],
  [1e-10, 'G', '1E-10'],
  [1e20, 'n', '1e+20'],
  [Infinity, '010', '0000000inf'],
  [Infinity, '012,', '000000000inf'],
  [NaN, '+', '+nan'],
  [-Infinity, 'F', '-INF'],
  [1, 'd', "ValueError: Unknown format code 'd' for object of type 'float'"],
  [1, 'c', "ValueError: Unknown format code 'c' for object of type 'float'"],
  [1, ',s', "ValueError: Cannot specify ',' with 's'."],
  [1, '.', 'ValueError: Format specifier missing precision'],
  [1.5, '.99999999999999999999', 'ValueError: Too many decimal digits in format string'],
];
const texts: readonly (readonly [string, string, string])[] = [
  ['a', '', 'a'],
  ['abc', '5', 'abc  '],
  ['abc', '>5', '  abc'],
  ['abc', '^6', ' abc  '],
  ['abc', '*^7', '**abc**'],
  ['abc', '.2', 'ab'],
  ['abc', '-<5.1', 'a----'],
  ['a', '05', 'a0000'],
  ['😀', '3', '😀  '],
  ['a', 'd', "ValueError: Unknown format code 'd' for object of type 'str'"],
  ['a', '=5', "ValueError: '=' alignment not allowed in string format specifier"],
  ['a', '+', 'ValueError: Sign not allowed in string format specifier'],
  ['a', ' ', 'ValueError: Space not allowed in string format specifier'],
  ['a', '#', 'ValueError: Alternate form (#) not allowed in string format specifier'],
  ['a', 'z', 'ValueError: Negative zero coercion (z) not allowed in string format specifier'],
  ['a', ',', "ValueError: Cannot specify ',' with 's'."],
  ['a', '_', "ValueError: Cannot specify '_' with 's'."],
  ['a', '5.', 'ValueError: Format specifier missing precision'],
];

test.each(integers)('format(%s, %j)', (value, spec, text) => {
  expect(attempt(() => formatInteger(normalized(value), spec, false))).toBe(text);
});
test.each(floats)('format(%s as float, %j)', (value, spec, text) => {
  expect(attempt(() => formatFloat(value, spec, false))).toBe(text);
});
test.each(texts)('format(%j, %j)', (value, spec, text) => {
  expect(attempt(() => formatText(value, spec, false))).toBe(text);
});
test('3.14 groups the digits after the point', () => {
  expect(formatFloat(1234.5678, ',.6_f', true)).toBe('1,234.567_800');
});
