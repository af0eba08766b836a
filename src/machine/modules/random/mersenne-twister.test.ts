import { describe, expect, it } from 'vitest';
import { MersenneTwister } from './mersenne-twister.ts';
import { sha512 } from './sha512.ts';

function seeded(seed: bigint): MersenneTwister {
  const twister = new MersenneTwister();
  twister.seed(seed);
  return twister;
}

// What CPython prints (cpython-memory.md 9).
describe('the Mersenne Twister', () => {
  it.each([
    [42n, [0.6394267984578837, 0.025010755222666936], [282, 251, 229, 143, 755], [440213415n, 2906402157n]],
    [-42n, [0.6394267984578837, 0.025010755222666936], [282, 251, 229, 143, 755], [440213415n, 2906402157n]],
    [0n, [0.8444218515250481, 0.7579544029403025], [431, 42, 266, 989, 524], [2087043557n, 1739178872n]],
    [1n, [0.13436424411240122, 0.8474337369372327], [783, 65, 262, 121, 508], [3268308804n, 1930549411n]],
    [2n ** 64n + 5n, [0.5105783769365112, 0.8797586528012199], [528, 103, 774, 356, 737], [286073219n, 1349615284n]],
  ])('seeded with %i', (seed, floats, ints, words) => {
    const twister = seeded(seed);
    expect([twister.random(), twister.random()]).toEqual(floats);
    expect(ints.map(() => 1 + twister.belowNumber(1000))).toEqual(ints);
    expect([twister.bits(32), twister.bits(32)]).toEqual(words);
  });
  it('draws integers of any width', () => {
    const twister = seeded(42n);
    expect([1, 5, 33, 64, 100].map((bits) => twister.bits(bits))).toEqual([
      1n,
      3n,
      4402387665n,
      4517457392071889495n,
      137577423665220539048064734942n,
    ]);
    expect(twister.bits(0)).toBe(0n);
  });
});

describe('SHA-512', () => {
  it('of "abc"', () => {
    const hex = Buffer.from(sha512(new TextEncoder().encode('abc'))).toString('hex');
    expect(hex.slice(0, 32)).toBe('ddaf35a193617abacc417349ae204131');
    expect(hex.slice(-16)).toBe('2a9ac94fa54ca49f');
  });
});
