import { expect, test } from 'vitest';
import {
  compareFloatToInteger,
  floatDivmod,
  floatPower,
  integerRatio,
  roundHalfEven,
  splitExponent,
} from './float-arithmetic.ts';
import { normalized } from './int-arithmetic.ts';
import { roundFloat, roundInteger } from './round-number.ts';

// a, b; a // b, a % b of CPython.
const divisions: readonly (readonly [number, number, number, number])[] = [
  [7.5, 2, 3, 1.5],
  [-7.5, 2, -4, 0.5],
  [7.5, -2, -4, -0.5],
  [1, 0.1, 9, 0.09999999999999995],
  [-1, 0.1, -10, 5.551115123125783e-17],
  [0, 3, 0, 0],
  [-4, 2, -2, 0],
  [4, -2, -2, -0],
  [5, Infinity, 0, 5],
  [-5, Infinity, -1, Infinity],
  [1e300, 1e-5, 1e305, 6.148232504163852e-6],
  [Infinity, 3, NaN, NaN],
  [0.3, 0.1, 2, 0.09999999999999998],
];
const roundedFloats: readonly (readonly [number, number, number])[] = [
  [2.5, 0, 2],
  [3.5, 0, 4],
  [-2.5, 0, -2],
  [0.125, 2, 0.12],
  [2.675, 2, 2.67],
  [1.005, 2, 1],
  [1234.5678, -2, 1200],
  [1250, -2, 1200],
  [1350, -2, 1400],
  [1e22, -21, 1e22],
  [0.1, 20, 0.1],
  [5e-324, 323, 0],
  [1.5, 400, 1.5],
  [123, -400, 0],
  [5.015, 2, 5.01],
  [1e308, -307, 1e308],
];
const roundedInts: readonly (readonly [number | bigint, number, number | bigint])[] = [
  [15, -1, 20],
  [25, -1, 20],
  [-15, -1, -20],
  [-25, -1, -20],
  [1234, -2, 1200],
  [1000000000000000000005000000000n, -10, 1000000000000000000000000000000n],
  [7, 3, 7],
  [5, -1, 0],
  [4, -1, 0],
  [6, -1, 10],
  [99, -3, 0],
];

test.each(divisions)('%d // %d', (a, b, quotient, rest) => {
  expect(floatDivmod(a, b)).toEqual([quotient, rest]);
});
test.each(roundedFloats)('round(%d, %i)', (value, places, rounded) => {
  expect(roundFloat(value, places)).toBe(rounded);
});
test.each(roundedInts)('round(%s, %i) of an int', (value, places, rounded) => {
  expect(roundInteger(normalized(value), places)).toBe(rounded);
});
test('round to the nearest integer takes the even one of two', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2]);
});
test('floats and ints compare exactly', () => {
  expect(compareFloatToInteger(2 ** 53, 2n ** 53n + 1n)).toBe(-1);
  expect(compareFloatToInteger(1e300, 10n ** 300n)).toBe(1);
  expect(compareFloatToInteger(NaN, 1)).toBeNull();
  expect(compareFloatToInteger(-Infinity, -(10n ** 400n))).toBe(-1);
});
test('ratios and exponents', () => {
  expect(integerRatio(0.1)).toEqual([3602879701896397, 36028797018963968n]);
  expect(integerRatio(-2.5)).toEqual([-5, 2]);
  expect(splitExponent(10)).toEqual([0.625, 4]);
  expect(splitExponent(5e-324)).toEqual([0.5, -1073]);
  expect(splitExponent(-0)).toEqual([-0, 0]);
});
test('powers', () => {
  expect(floatPower(10, -5)).toBe(1e-5);
  expect(floatPower(1, NaN)).toBe(1);
  expect(floatPower(-1, Infinity)).toBe(1);
  expect(floatPower(-2, 3)).toBe(-8);
  expect(floatPower(-0, 3)).toBe(-0);
});
