import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { layOut } from './lay-out.ts';
import type { Layout, LayoutSource } from './layout.ts';
import {
  chainSample,
  cyclesSample,
  familiesSample,
  randomTreeSample,
  type RunSample,
  starSample,
  treeSample,
} from './run-samples.ts';

const tree = (name: 'tidy' | 'radial' | 'packed' | 'map', source: LayoutSource): Layout =>
  layOut(source, { layout: name, fold: true });

/** Rooms of one node (a square of the layout's spacing) that the picture takes for each node. */
function roomsANode({ bounds, drawn, spacing }: Layout): number {
  return (bounds.width * bounds.height) / spacing ** 2 / drawn.length;
}

/** Pairs of objects that lie over each other while neither gives way to the other. `isShown`: at the moment looked at. */
function overlapping({ drawn, x, y, radius }: Layout, isShown: (id: number) => boolean): string[] {
  let largest = 1;
  for (const id of drawn) largest = Math.max(largest, radius[id]);
  const side = 2 * largest;
  const cells = new Map<number, number[]>();
  const found: string[] = [];
  for (const id of drawn) {
    if (!isShown(id)) continue;
    const column = Math.floor(x[id] / side);
    const row = Math.floor(y[id] / side);
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (const other of cells.get(c * 2 ** 20 + r) ?? []) {
          const apart = Math.hypot(x[id] - x[other], y[id] - y[other]);
          if (apart < 0.985 * (radius[id] + radius[other])) found.push(`${other} and ${id}: ${apart.toFixed(1)} apart`);
        }
    const key = column * 2 ** 20 + row;
    const here = cells.get(key);
    if (here) here.push(id);
    else cells.set(key, [id]);
  }
  return found;
}

/** A graph in which everyone refers to a few others; each is owned by the first that referred to it. */
const sparseGraph = (): RunSample => randomTreeSample(50_000, seededRandom(3));

// The most rooms a node may take: tidy, radial, packed.
const shapes: readonly [string, () => RunSample, number, number, number][] = [
  ['a chain of 50,000', () => chainSample(50_000), 2, 2, 1],
  ['a star of 100,000', () => starSample(100_000), 1.3, 3, 1],
  ['10,000 small cycles', () => cyclesSample(10_000), 2, 2, 1.2],
  ['a graph of 50,000 that is no tree', sparseGraph, 45, 12, 35],
  ['a binary tree of 65,535', () => treeSample(15, 2), 9, 2.5, 5],
  ['the founding graph of 111,111', () => treeSample(5, 10), 3, 3, 4],
];

describe.each(shapes)('%s', (_, sample, tidy, radial, packed) => {
  const source = sample().source();
  it.each([
    ['tidy', tidy],
    ['radial', radial],
    ['packed', packed],
    ['map', 1.2],
  ] as const)('is dense, of a window’s shape and without overlaps: %s', (name, most) => {
    const before = process.cpuUsage();
    const layout = tree(name, source);
    const { user, system } = process.cpuUsage(before);
    expect(overlapping(layout, () => true).slice(0, 3)).toEqual([]);
    const { width, height } = layout.bounds;
    expect(width / height).toBeGreaterThan(0.6);
    expect(width / height).toBeLessThan(2.8);
    expect(roomsANode(layout)).toBeLessThan(most);
    // Some 100 ms when nothing else runs: what grows with the square of the size takes minutes.
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});

it('leaves edges room to run straight down and turn above the child, on both sides of the aisle', () => {
  const { drawn, parent, drop, x, y, radius } = tree('tidy', randomTreeSample(3000, seededRandom(9)).source());
  const byRow = [...drawn].sort((a, b) => y[a] - y[b]);
  const crossed: string[] = [];
  for (const id of drawn) {
    if (parent[id] === 0 || drop[id] === 0) continue;
    // The vertical piece of the edge, below the parent.
    const [top, bottom] = [y[parent[id]] + radius[id], y[id] - drop[id]];
    for (const other of byRow)
      if (other !== id && Math.abs(x[other] - x[parent[id]]) < radius[other] - 1 && y[other] > top && y[other] < bottom)
        crossed.push(`${parent[id]} to ${id} runs through ${other}`);
  }
  expect(crossed.slice(0, 5)).toEqual([]);
});

describe('objects that come and go', () => {
  const random = seededRandom(8);
  const someSize = (): number => 1 + Math.floor(random() * 200);
  const churns: readonly [string, (count: number) => RunSample][] = [
    ['lone objects', (count) => familiesSample(count * 20, 200, () => 1, null)],
    ['small trees of a few shapes', (count) => familiesSample(count * 4, 100, (k) => 1 + (k % 5), null)],
    ['trees of a hundred nodes', (count) => familiesSample(count / 5, 10, () => 100, null)],
    ['trees of any size', (count) => familiesSample(count / 5, 5, someSize, null)],
    ['items of a queue', (count) => familiesSample(count * 20, 200, () => 1, 'list')],
    ['items of a queue with what hangs on them', (count) => familiesSample(count * 4, 150, (k) => 1 + (k % 4), 'list')],
  ];
  describe.each(churns)('%s', (what, sample) => {
    it.each(['tidy', 'radial', 'packed', 'map'] as const)('need no more room when the run goes on: %s', (name) => {
      const [short, long] = [2000, 8000].map((count) => tree(name, sample(count).source()));
      expect(long.drawn.length).toBeGreaterThan(3 * short.drawn.length);
      const area = ({ bounds }: Layout): number => bounds.width * bounds.height;
      // Of trees of any size the largest may come late.
      expect(area(long) / area(short)).toBeLessThan(what === 'trees of any size' ? 2 : 1.25);
    });

    it.each(['tidy', 'radial', 'packed', 'map'] as const)('never lie over each other: %s', (name) => {
      const source = sample(500).source();
      const layout = tree(name, source);
      const { birth, death } = source;
      for (let moment = 100; moment < birth[source.idLimit - 1]; moment += 1501) {
        const isShown = (id: number): boolean => {
          const heir = layout.successor[id];
          const hasGivenWay = death[id] < moment && heir !== 0 && birth[heir] < moment;
          return birth[id] < moment && !hasGivenWay;
        };
        expect(overlapping(layout, isShown).slice(0, 3)).toEqual([]);
      }
    });
  });

  it('keep places of their own while they are few', () => {
    const layout = tree('tidy', familiesSample(60, 3, () => 1, 'list').source());
    expect(new Set(Array.from(layout.drawn, (id) => `${layout.x[id]} ${layout.y[id]}`)).size).toBe(61);
  });
});
