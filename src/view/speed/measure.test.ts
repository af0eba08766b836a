import { expect, test } from 'vitest';
import { fittedExponent, median } from './growth.ts';
import { measure } from './measure.ts';
import { questions } from './questions.ts';

test('a graph is built, freed and taken in; its events are counted', () => {
  const times = measure({ kind: 'graph', depth: 2, linked: true, page: true }, { chunks: [], heap: null });
  if (times.kind !== 'graph') throw new Error(`got ${times.kind}, expected graph`);
  expect(times.nodes).toBe(111);
  expect(times.events).toBeGreaterThan(111 * 10);
  expect(times.journalBytes).toBeGreaterThanOrEqual(times.events * 4);
  for (const milliseconds of Object.values(times.phases)) expect(milliseconds).toBeGreaterThanOrEqual(0);
  expect(times.page!.worstJump).toBeGreaterThanOrEqual(times.page!.jump);
});

test('every question is asked of a graph, and answered', () => {
  const answer = measure({ kind: 'questions', depth: 2 }, { chunks: [], heap: null });
  if (answer.kind !== 'questions') throw new Error(`got ${answer.kind}, expected questions`);
  expect(Object.keys(answer.times)).toEqual([...questions]);
  for (const { median: middle, least } of Object.values(answer.times)) expect(middle).toBeGreaterThanOrEqual(least);
});

test('the exponent of costs that grow with a power of the size is that power', () => {
  const sizes = [1, 10, 100, 1000];
  expect(fittedExponent(sizes, [3, 30, 300, 3000])).toBeCloseTo(1, 9);
  expect(fittedExponent(sizes, [2, 200, 20_000, 2_000_000])).toBeCloseTo(2, 9);
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
