import { expect, test } from 'vitest';
import { floatFromHex, floatFromText, floatToHex } from './float-from-text.ts';
import { integerFromText } from './int-from-text.ts';

// null where CPython raises ValueError.
const integers: readonly (readonly [string, number, number | bigint | null])[] = [
  ['12', 10, 12],
  [' -12\n', 10, -12],
  ['+7', 10, 7],
  ['1_000', 10, 1000],
  ['1__0', 10, null],
  ['_1', 10, null],
  ['1_', 10, null],
  ['', 10, null],
  ['-', 10, null],
  ['0x1f', 16, 31],
  ['0x1f', 0, 31],
  ['0b101', 0, 5],
  ['0o17', 0, 15],
  ['0b_1', 0, 1],
  ['012', 0, null],
  ['000', 0, 0],
  ['0_0', 0, 0],
  ['z', 36, 35],
  ['12', 2, null],
  ['0x', 16, null],
  ['1.5', 10, null],
  ['٣٤', 10, 34],
  ['12345678901234567890', 10, 12345678901234567890n],
  ['0b1', 16, 177],
  ['- 1', 10, null],
  ['1 2', 10, null],
];
const floats: readonly (readonly [string, number | null])[] = [
  ['1.5', 1.5],
  [' 1e5 ', 100000],
  ['-.5', -0.5],
  ['5.', 5],
  ['1_0.0_1', 10.01],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['1e400', Infinity],
  ['1e-400', 0],
  ['.', null],
  ['', null],
  ['1__0', null],
  ['0x10', null],
  ['1e', null],
  ['+1', 1],
  ['Ⅷ', null],
  ['٣.٥', 3.5],
  ['infin', null],
  ['1_e5', null],
];
const fromHex: readonly (readonly [string, number])[] = [
  ['0x1.8p+1', 3],
  ['-0x1p-1074', -5e-324],
  ['0x.1', 0.0625],
  ['1a', 26],
  ['0x1.fffffffffffff8p0', 2],
  ['inf', Infinity],
  [' 0x0p0 ', 0],
];
const toHex: readonly (readonly [number, string])[] = [
  [1, '0x1.0000000000000p+0'],
  [-2.5, '-0x1.4000000000000p+1'],
  [0.1, '0x1.999999999999ap-4'],
  [5e-324, '0x0.0000000000001p-1022'],
  [1.7976931348623157e308, '0x1.fffffffffffffp+1023'],
  [0, '0x0.0p+0'],
];

test.each(integers)('int(%j, %i)', (text, base, value) => {
  expect(integerFromText(text, base)).toBe(value);
});
test.each(floats)('float(%j)', (text, value) => {
  expect(floatFromText(text)).toBe(value);
});
test.each(fromHex)('float.fromhex(%j)', (text, value) => {
  expect(floatFromHex(text)).toBe(value);
});
test.each(toHex)('hex of %d', (value, text) => {
  expect(floatToHex(value)).toBe(text);
});
test('float.fromhex refuses', () => {
  expect(floatFromHex('0x')).toBeNull();
  expect(floatFromHex('0x1p2000')).toBe('overflow');
});
