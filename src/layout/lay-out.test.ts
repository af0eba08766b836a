import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { layOut } from './lay-out.ts';
import { type Layout, layoutNames, type LayoutName } from './layout.ts';
import {
  chainSample,
  churnSample,
  cyclesSample,
  randomTreeSample,
  type RunSample,
  starSample,
  treeSample,
} from './run-samples.ts';

/** Pairs of drawn objects whose discs overlap although they are not in the same place one after the other. */
function overlaps(layout: Layout): string[] {
  const { drawn, x, y, radius, successor } = layout;
  const inCell = new Map<string, number[]>();
  let largest = 0;
  for (const id of drawn) largest = Math.max(largest, radius[id]);
  const cell = 2 * largest;
  const found: string[] = [];
  // Objects that follow each other in one place, by the first of them.
  const line = new Map<number, number>();
  for (const id of [...drawn].sort((a, b) => a - b)) {
    if (!line.has(id)) line.set(id, id);
    if (successor[id] !== 0) line.set(successor[id], line.get(id)!);
  }
  for (const id of drawn) {
    const column = Math.floor(x[id] / cell);
    const row = Math.floor(y[id] / cell);
    const key = `${column} ${row}`;
    if (line.get(id) !== id) continue;
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (const other of inCell.get(`${c} ${r}`) ?? []) {
          const apart = Math.hypot(x[id] - x[other], y[id] - y[other]);
          if (apart >= (radius[id] + radius[other]) * 0.985) continue;
          found.push(`${other} and ${id}: ${apart.toFixed(1)} apart`);
        }
    inCell.set(key, [...(inCell.get(key) ?? []), id]);
  }
  return found;
}

const samples: Record<string, RunSample> = {
  'a lone node': treeSample(0, 0),
  'a tree of 21': treeSample(2, 4),
  'a tree of 85': treeSample(3, 4),
  'a tree of 1,111': treeSample(3, 10),
  'a tree of 11,111': treeSample(4, 10),
  'a chain of 10': chainSample(10),
  'a chain of 7,000': chainSample(7000),
  'a star of 300': starSample(300),
  'a star of 9,000': starSample(9000),
  '300 cycles': cyclesSample(300),
  'a random tree of 900': randomTreeSample(900, seededRandom(3)),
  'a random tree of 6,000': randomTreeSample(6000, seededRandom(4)),
  nothing: churnSample(0),
  '1,000 short lives': churnSample(1000),
};

describe.each(layoutNames)('%s', (name) => {
  it.each(Object.entries(samples))('places %s: everything, apart, within the bounds', (_, run) => {
    const source = run.source();
    // Forces take their time: small runs show what there is to show.
    if (name === 'force' && source.idLimit > 700) return;
    const layout = layOut(source, { layout: name, fold: true });
    expect(layout.layout).toBe(name);
    expect(overlaps(layout)).toEqual([]);
    const { bounds, parent, radius, x, y } = layout;
    const seen = new Set<number>();
    const wrong = layout.drawn.filter((id) => {
      const isLate = parent[id] !== 0 && !seen.has(parent[id]);
      seen.add(id);
      return (
        isLate ||
        radius[id] <= 0 ||
        x[id] < bounds.x ||
        x[id] > bounds.x + bounds.width ||
        y[id] < bounds.y ||
        y[id] > bounds.y + bounds.height
      );
    });
    expect([...wrong]).toEqual([]);
  });

  it('gives the same for the same', () => {
    const source = randomTreeSample(150, seededRandom(5)).source();
    const options = { layout: name, fold: true } as const;
    expect(layOut(source, options)).toEqual(layOut(source, options));
  });

  it('leaves old trees where they are when the run goes on', () => {
    const run = treeSample(2, 3);
    for (let k = 0; k < 5; k++) run.add('object');
    const before = layOut(run.source(), { layout: name, fold: true });
    for (let k = 0; k < 3; k++) run.addNode(run.addNode().list);
    for (let k = 0; k < 3; k++) run.add('object');
    const after = layOut(run.source(), { layout: name, fold: true, previous: before });
    expect(overlaps(after)).toEqual([]);
    for (const id of before.drawn) {
      expect(after.x[id]).toBe(before.x[id]);
      expect(after.y[id]).toBe(before.y[id]);
    }
  });
});

describe('tidy', () => {
  it.each(Object.entries(samples))('sets children below their parents: %s', (_, run) => {
    const { drawn, parent, drop, y } = layOut(run.source(), { layout: 'tidy', fold: true });
    for (const id of drawn) if (parent[id] !== 0 && drop[id] > 0) expect(y[id]).toBeGreaterThan(y[parent[id]]);
  });

  it.each([
    ['a chain of 50,000', chainSample(50_000)],
    ['a star of 100,000', starSample(100_000)],
    ['10,000 cycles', cyclesSample(10_000)],
    ['a tree of 11,111', treeSample(4, 10)],
  ])('is neither flat nor endless for %s', (_, run) => {
    const { bounds } = layOut(run.source(), { layout: 'tidy', fold: true });
    expect(bounds.width / bounds.height).toBeGreaterThan(0.4);
    expect(bounds.width / bounds.height).toBeLessThan(4);
  });

  it('keeps the root in place when its tree grows', () => {
    const run = treeSample(2, 3);
    const before = layOut(run.source(), { layout: 'tidy', fold: true });
    run.addNode(2);
    const after = layOut(run.source(), { layout: 'tidy', fold: true, previous: before });
    expect([after.x[1], after.y[1]]).toEqual([before.x[1], before.y[1]]);
  });
});

describe('radial', () => {
  it('sets children further from the root than their parents', () => {
    const layout = layOut(treeSample(3, 5).source(), { layout: 'radial', fold: true });
    const { drawn, parent, x, y } = layout;
    const [root] = drawn;
    const far = (id: number): number => Math.hypot(x[id] - x[root], y[id] - y[root]);
    for (const id of drawn) if (parent[id] !== 0) expect(far(id)).toBeGreaterThan(far(parent[id]));
  });
});

describe('packed', () => {
  it('gives discs areas in proportion to bytes', () => {
    const run = treeSample(0, 0);
    const small = run.add('object', 0, 100);
    const large = run.add('object', 0, 1600);
    const { radius } = layOut(run.source(), { layout: 'packed', fold: true });
    expect(radius[large] / radius[small]).toBeCloseTo(4);
  });
});

describe('short lives', () => {
  it('share one cell, one after the other', () => {
    const layout = layOut(churnSample(1000).source(), { layout: 'tidy', fold: true });
    expect(new Set(Array.from(layout.drawn, (id) => layout.x[id])).size).toBe(1);
    expect(layout.successor[1]).toBe(2);
    expect(layout.successor[1000]).toBe(0);
  });
});

it('cuts cycles of owners at the oldest object', () => {
  const source = cyclesSample(1).source();
  source.owner[1] = 2;
  const layout = layOut(source, { layout: 'tidy', fold: true });
  expect(layout.parent[1]).toBe(0);
  expect(layout.parent[2]).toBe(1);
});

it('draws a force layout as a tidy one when there are too many objects', () => {
  const name: LayoutName = 'force';
  expect(layOut(chainSample(5000).source(), { layout: name, fold: true }).layout).toBe('tidy');
});
