import { expect, test } from 'vitest';
import * as elementary from './elementary-functions.ts';

const functions = {
  exp: elementary.preciseExp,
  log: elementary.preciseLog,
  log2: elementary.preciseLog2,
  sin: elementary.preciseSin,
  cos: elementary.preciseCos,
  tan: elementary.preciseTan,
  atan: elementary.preciseAtan,
  asin: elementary.preciseAsin,
  acos: elementary.preciseAcos,
};
// Expected values are those of CPython over glibc.
const values: readonly (readonly [keyof typeof functions, number, number])[] = [
  ['exp', 1, 2.718281828459045],
  ['exp', -1, 0.36787944117144233],
  ['exp', 0.1, 1.1051709180756477],
  ['exp', 10, 22026.465794806718],
  ['exp', 709, 8.218407461554972e307],
  ['exp', -745, 5e-324],
  ['exp', 1e-10, 1.0000000001],
  ['log', 2, 0.6931471805599453],
  ['log', 10, 2.302585092994046],
  ['log', 0.5, -0.6931471805599453],
  ['log', 1.0000000000000002, 2.2204460492503128e-16],
  ['log', 1e300, 690.7755278982137],
  ['log', 5e-324, -744.4400719213812],
  ['log', 3, 1.0986122886681098],
  ['log2', 8, 3],
  ['log2', 3, 1.584962500721156],
  ['log2', 10, 3.321928094887362],
  ['log2', 0.1, -3.321928094887362],
  ['sin', 1, 0.8414709848078965],
  ['sin', 2, 0.9092974268256817],
  ['sin', 3, 0.1411200080598672],
  ['sin', 10000000000, -0.4875060250875107],
  ['sin', 0.1, 0.09983341664682815],
  ['sin', -7.5, -0.9379999767747389],
  ['sin', 1e-8, 1e-8],
  ['cos', 1, 0.5403023058681398],
  ['cos', 2, -0.4161468365471424],
  ['cos', 3, -0.9899924966004454],
  ['cos', 10000000000, 0.873119622676856],
  ['cos', 1.5707963267948966, 6.123233995736766e-17],
  ['tan', 1, 1.5574077246549023],
  ['tan', 1.5707963267948966, 1.633123935319537e16],
  ['tan', 10, 0.6483608274590866],
  ['atan', 1, 0.7853981633974483],
  ['atan', -0.3, -0.2914567944778671],
  ['atan', 10, 1.4711276743037347],
  ['atan', 10000000000, 1.5707963266948965],
  ['asin', 0.5, 0.5235987755982989],
  ['asin', -0.25, -0.25268025514207865],
  ['asin', 1, 1.5707963267948966],
  ['acos', 0.5, 1.0471975511965979],
  ['acos', -0.25, 1.8234765819369754],
  ['acos', 0, 1.5707963267948966],
];
const powers: readonly (readonly [number, number, number])[] = [
  [10, -5, 1e-5],
  [1.1, 100, 13780.61233982238],
  [123.456, -10, 1.2158443577035794e-21],
  [2, 0.5, 1.4142135623730951],
  [2, 0.3333333333333333, 1.2599210498948732],
  [0.5, 1074, 5e-324],
  [1.05, 10, 1.628894626777442],
  [9, 1.5, 27],
  [1e-5, 0.1, 0.31622776601683794],
  [1.0000000000000002, 4503599627370496, 2.718281828459045],
];

test.each(values)('%s(%d)', (name, x, value) => {
  expect(functions[name](x)).toBe(value);
});
test.each(powers)('%d ** %d', (a, b, value) => {
  expect(elementary.precisePower(a, b)).toBe(value);
});
test('atan2 in all quadrants', () => {
  expect(elementary.preciseAtan2(1, 2)).toBe(0.4636476090008061);
  expect(elementary.preciseAtan2(1, -2)).toBe(2.677945044588987);
  expect(elementary.preciseAtan2(-1, -2)).toBe(-2.677945044588987);
  expect(elementary.preciseAtan2(-1, 2)).toBe(-0.4636476090008061);
  expect(elementary.preciseAtan2(0, -1)).toBe(Math.PI);
});
