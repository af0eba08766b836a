/** The figures in the README and on the site are those of the results. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exactnessHtml } from '../exactness/exact-page.ts';
import { gapsIn, readExactness, withFigures } from '../exactness/exactness.ts';
import { totals, withRun, type Run } from '../oracle/results.ts';

const run = (from: number, to: number, ...seeds: number[]): Run => ({
  generator: 'g',
  simulator: 's',
  size: 40,
  from,
  to,
  differences: seeds.map((seed) => ({ seed, kind: 'lists', difference: 'line 1' })),
});

test('the README has the figures of the results (npm run oracle -- --readme writes them)', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(withFigures(readme, readExactness()));
});

test('the page shows every figure, every difference and every gap', () => {
  const html = exactnessHtml({
    versions: [
      {
        version: '3.13',
        recorded: 100,
        recordedSame: 99,
        hasOracle: true,
        random: 1234,
        randomSame: 1233,
        differences: ['a < b'],
      },
      {
        version: '3.14',
        recorded: 100,
        recordedSame: 100,
        hasOracle: false,
        random: 0,
        randomSame: 0,
        differences: [],
      },
    ],
    regressions: 7,
    gaps: gapsIn('# Gaps\n\n- **`id()` differs.** It is an\n  address.\n- Plain'),
  });
  expect(html).toContain('<td>99 of 100</td><td>1,234</td><td>1,233</td>');
  expect(html).toContain('no build to compare with');
  expect(html).toContain('a &lt; b');
  expect(html).toContain('<strong><code>id()</code> differs.</strong> It is an address.');
  expect(html).toContain('<strong>Plain</strong>');
});

test('a program that is run again counts once, with its newest outcome', () => {
  const runs = withRun(withRun([run(1, 500, 7, 300)], run(501, 900)), run(300, 300));
  expect(runs).toEqual([run(1, 900, 7)]);
  expect(totals(runs)).toEqual({ compared: 900, same: 899 });
});

test('another generator has written other programs', () => {
  const runs = withRun([run(1, 10)], { ...run(1, 10, 3), generator: 'h' });
  expect(totals(runs)).toEqual({ compared: 20, same: 19 });
});
