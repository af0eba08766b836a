import { expect, test } from 'vitest';
import { normalized } from './int-arithmetic.ts';
import { exactHashOfFloat, exactHashOfInteger, hashOfFloat, hashOfInteger } from './number-hash.ts';

const integers: readonly (readonly [number | bigint, number | bigint])[] = [
  [0, 0],
  [1, 1],
  [-1, -2],
  [-2, -2],
  [9007199254740992n, 9007199254740992n],
  [1152921504606846976n, 1152921504606846976n],
  [2305843009213693951n, 0],
  [2305843009213693952n, 1],
  [2305843009213693950n, 2305843009213693950n],
  [-2305843009213693951n, 0],
  [1000000000000000000000000000000n, 465258685558744706n],
  [-1000000000000000000000000000000n, -465258685558744706n],
];
const floats: readonly (readonly [number, number | bigint])[] = [
  [0.5, 1152921504606846976n],
  [-0.5, -1152921504606846976n],
  [0.1, 230584300921369408n],
  [1.5, 1152921504606846977n],
  [1e300, 1224995262755759164n],
  [-1e-300, -482449582752280463n],
  [5e-324, 16777216],
  [3.14, 322818021289917443n],
  [1e16, 10000000000000000n],
  [Infinity, 314159],
  [-Infinity, -314159],
  [-1, -2],
  [2.305843009213694e18, 1],
];

test.each(integers)('hash(%s)', (value, hash) => {
  expect(exactHashOfInteger(normalized(value))).toBe(BigInt(hash));
});
test.each(floats)('hash(%d)', (value, hash) => {
  expect(exactHashOfFloat(value)).toBe(BigInt(hash));
});
test('equal numbers of different types have equal hashes in tables, too', () => {
  for (const value of [0, -1, 7, 2 ** 53, 1e300]) {
    expect(hashOfFloat(value)).toBe(hashOfInteger(normalized(BigInt(value))));
  }
});
