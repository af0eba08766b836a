import { expect, test } from 'vitest';
import { PagedIndexes } from './growable.ts';

test('indexes are kept over pages, narrow and wide', () => {
  const indexes = new PagedIndexes();
  const values = Array.from({ length: 200_000 }, (_, i) =>
    i === 70_000 ? 2 ** 31 - 1 : i === 70_001 ? 0 : i % 65_536,
  );
  for (const value of values) indexes.push(value);
  expect(indexes.length).toBe(values.length);
  expect(values.findIndex((value, i) => indexes.at(i) !== value)).toBe(-1);
});
