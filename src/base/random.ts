/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A random source that gives the same numbers for the same seed: a linear congruential generator with the constants
 * of Numerical Recipes, as d3-random's `randomLcg`.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => ((state = (Math.imul(1664525, state) + 1013904223) | 0) >>> 0) / 2 ** 32;
}
