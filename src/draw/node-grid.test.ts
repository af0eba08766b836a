import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { layOut } from '../layout/lay-out.ts';
import { familiesSample, randomTreeSample, RunSample } from '../layout/run-samples.ts';
import { NodeGrid } from './node-grid.ts';

describe.each(['tidy', 'packed', 'map'] as const)('the grid over a %s layout', (name) => {
  const run = randomTreeSample(700, seededRandom(21));
  for (let k = 0; k < 50; k++) run.add('list', 0, 20_000 * (k % 7));
  const layout = layOut(run.source(), { layout: name, fold: true });
  const grid = new NodeGrid(layout);
  const { drawn, x, y, radius, bounds } = layout;
  const random = seededRandom(22);
  const anyPoint = (): { x: number; y: number } => ({
    x: bounds.x + bounds.width * (random() * 1.2 - 0.1),
    y: bounds.y + bounds.height * (random() * 1.2 - 0.1),
  });

  it('finds what looking at every object finds (seed 22)', () => {
    for (let k = 0; k < 300; k++) {
      const point = anyPoint();
      const under = [...drawn].filter((id) => Math.hypot(x[id] - point.x, y[id] - point.y) <= radius[id]);
      expect(grid.find(point, 0, () => 1)).toBe(under[0] ?? 0);
    }
  });

  it('visits at least what reaches into a rectangle, nothing twice', () => {
    for (let k = 0; k < 50; k++) {
      const rect = { ...anyPoint(), width: 400 * random(), height: 400 * random() };
      const visited: number[] = [];
      grid.visitIn(rect, (id) => visited.push(id));
      const inside = [...drawn].filter(
        (id) =>
          x[id] + radius[id] >= rect.x &&
          x[id] - radius[id] <= rect.x + rect.width &&
          y[id] + radius[id] >= rect.y &&
          y[id] - radius[id] <= rect.y + rect.height,
      );
      expect(visited.sort((a, b) => a - b)).toEqual(inside.sort((a, b) => a - b));
    }
  });

  it('counts everything when everything is seen', () => {
    expect(grid.countIn(bounds)).toBe(drawn.length);
    expect(grid.countIn({ x: bounds.x - 500, y: 0, width: 10, height: 10 })).toBe(0);
  });
});

it('prefers the better rank and leaves out negative ones', () => {
  const run = new RunSample();
  for (let k = 0; k < 2; k++) run.free(run.add('object'));
  // Both in one place, one after the other.
  const layout = layOut(run.source(), { layout: 'tidy', fold: true });
  const grid = new NodeGrid(layout);
  const at = { x: layout.x[1], y: layout.y[1] };
  expect(grid.find(at, 0, (id) => (id === 2 ? 1 : 0))).toBe(2);
  expect(grid.find(at, 0, (id) => (id === 2 ? -1 : 0))).toBe(1);
  expect(grid.find(at, 0, () => -1)).toBe(0);
});

it('counts places, not the objects that follow each other in them', () => {
  const layout = layOut(familiesSample(5000, 3, () => 2, null).source(), { layout: 'tidy', fold: true });
  const count = new NodeGrid(layout).countIn(layout.bounds);
  expect(layout.drawn.length).toBe(10_000);
  expect(count).toBe(6);
});
