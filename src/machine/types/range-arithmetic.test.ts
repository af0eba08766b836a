import { expect, test } from 'vitest';
import type { Integer } from './int-arithmetic.ts';
import { equalRanges, rangeIndex, rangeItem, rangeOf, reversedRange, slicedRange } from './range-arithmetic.ts';

type Parts = readonly [Integer, Integer, Integer];
type Slice = readonly [number | null, number | null, number | null];
// range, its length, slice, the sliced range of CPython, its length.
const slices: readonly (readonly [Parts, number, Slice, Parts, number])[] = [
  [[0, 10, 1], 10, [null, null, null], [0, 10, 1], 10],
  [[0, 10, 1], 10, [1, -1, null], [1, 9, 1], 8],
  [[0, 10, 1], 10, [null, null, -1], [9, -1, -1], 10],
  [[0, 10, 1], 10, [null, null, 2], [0, 10, 2], 5],
  [[0, 10, 1], 10, [8, 2, -2], [8, 2, -2], 3],
  [[0, 10, 1], 10, [100, -100, -3], [9, -1, -3], 4],
  [[0, 0, 1], 0, [null, null, null], [0, 0, 1], 0],
  [[0, 0, 1], 0, [1, -1, null], [0, 0, 1], 0],
  [[0, 0, 1], 0, [null, null, -1], [-1, -1, -1], 0],
  [[0, 0, 1], 0, [null, null, 2], [0, 0, 2], 0],
  [[0, 0, 1], 0, [8, 2, -2], [-1, -1, -2], 0],
  [[0, 0, 1], 0, [100, -100, -3], [-1, -1, -3], 0],
  [[10, 0, -3], 4, [null, null, null], [10, -2, -3], 4],
  [[10, 0, -3], 4, [1, -1, null], [7, 1, -3], 2],
  [[10, 0, -3], 4, [null, null, -1], [1, 13, 3], 4],
  [[10, 0, -3], 4, [null, null, 2], [10, -2, -6], 2],
  [[10, 0, -3], 4, [8, 2, -2], [1, 4, 6], 1],
  [[10, 0, -3], 4, [100, -100, -3], [1, 13, 9], 2],
  [[5, 5, 1], 0, [null, null, null], [5, 5, 1], 0],
  [[5, 5, 1], 0, [1, -1, null], [5, 5, 1], 0],
  [[5, 5, 1], 0, [null, null, -1], [4, 4, -1], 0],
  [[5, 5, 1], 0, [null, null, 2], [5, 5, 2], 0],
  [[5, 5, 1], 0, [8, 2, -2], [4, 4, -2], 0],
  [[5, 5, 1], 0, [100, -100, -3], [4, 4, -3], 0],
  [[-5, 6, 4], 3, [null, null, null], [-5, 7, 4], 3],
  [[-5, 6, 4], 3, [1, -1, null], [-1, 3, 4], 1],
  [[-5, 6, 4], 3, [null, null, -1], [3, -9, -4], 3],
  [[-5, 6, 4], 3, [null, null, 2], [-5, 7, 8], 2],
  [[-5, 6, 4], 3, [8, 2, -2], [3, 3, -8], 0],
  [[-5, 6, 4], 3, [100, -100, -3], [3, -9, -12], 1],
  [
    [1152921504606846976n, 1152921504606846986n, 3],
    4,
    [null, null, null],
    [1152921504606846976n, 1152921504606846988n, 3],
    4,
  ],
  [
    [1152921504606846976n, 1152921504606846986n, 3],
    4,
    [1, -1, null],
    [1152921504606846979n, 1152921504606846985n, 3],
    2,
  ],
  [
    [1152921504606846976n, 1152921504606846986n, 3],
    4,
    [null, null, -1],
    [1152921504606846985n, 1152921504606846973n, -3],
    4,
  ],
  [
    [1152921504606846976n, 1152921504606846986n, 3],
    4,
    [null, null, 2],
    [1152921504606846976n, 1152921504606846988n, 6],
    2,
  ],
  [[1152921504606846976n, 1152921504606846986n, 3], 4, [8, 2, -2], [1152921504606846985n, 1152921504606846982n, -6], 1],
  [
    [1152921504606846976n, 1152921504606846986n, 3],
    4,
    [100, -100, -3],
    [1152921504606846985n, 1152921504606846973n, -9],
    2,
  ],
];

test.each(slices)('range(%s) of length %i, sliced %s', (parts, length, slice, sliced, newLength) => {
  const range = rangeOf(...parts);
  expect(range.length).toBe(length);
  const result = slicedRange(range, slice[0], slice[1], slice[2] ?? 1);
  expect([result.start, result.stop, result.step]).toEqual(sliced);
  expect(result.length).toBe(newLength);
});
test('items and indexes', () => {
  const range = rangeOf(10, 0, -3);
  expect([0, 1, 2, 3].map((index) => rangeItem(range, index))).toEqual([10, 7, 4, 1]);
  expect([10, 7, 1, 0, 8, 13].map((value) => rangeIndex(range, value))).toEqual([0, 1, 3, null, null, null]);
});
test('reversed', () => {
  const back = reversedRange(rangeOf(0, 10, 3));
  expect([back.start, back.step, back.length]).toEqual([9, -3, 4]);
});
test('equal when they have the same items', () => {
  expect(equalRanges(rangeOf(0, 3, 2), rangeOf(0, 4, 2))).toBe(true);
  expect(equalRanges(rangeOf(0, 0, 1), rangeOf(5, 5, 2))).toBe(true);
  expect(equalRanges(rangeOf(1, 2, 1), rangeOf(1, 3, 5))).toBe(true);
  expect(equalRanges(rangeOf(0, 3, 1), rangeOf(0, 4, 1))).toBe(false);
});
