import { describe, expect, it } from 'vitest';
import { arcRoute, loopRoute, pointsOn, tipOf, trackRoute, treeRoute } from './edge-route.ts';

const parent = { x: 100, y: 50, r: 20 };
const child = { x: 160, y: 142, r: 20 };

describe('edges of the tree', () => {
  it('leave below the parent and arrive above the child', () => {
    const route = treeRoute(parent, child, 72);
    expect(route).toMatchObject({ kind: 'elbow', x0: 100, y0: 70, x1: 160 });
    expect(tipOf(route)).toEqual({ x: 160, y: 120.5, ux: 0, uy: 1 });
  });
  it('turn just above a child in a lower row, whatever stands between', () => {
    const low = treeRoute(parent, { ...child, y: 700 }, 72);
    expect(low).toMatchObject({ kind: 'elbow' });
    expect(low.kind === 'elbow' && low.bend).toBeGreaterThan(700 - 72);
  });
  it('turn half-way between two rows of leaves', () => {
    const leaf = treeRoute(parent, { ...child, y: 204 }, 31);
    expect(leaf.kind === 'elbow' && leaf.bend).toBe(204 - 31);
  });
  it('are straight without a drop and straight down', () => {
    expect(treeRoute(parent, child, 0).kind).toBe('line');
    expect(treeRoute(parent, { ...child, x: 100 }, 72).kind).toBe('line');
  });
});

describe('edges against the tree', () => {
  it('end at the borders of both discs', () => {
    const arc = arcRoute(child, parent, 1);
    if (arc.kind !== 'arc') throw new Error(`expected an arc, got ${arc.kind}`);
    expect(Math.hypot(arc.x0 - child.x, arc.y0 - child.y)).toBeCloseTo(20);
    expect(Math.hypot(arc.x1 - parent.x, arc.y1 - parent.y)).toBeCloseTo(21.5);
  });
  it('swing out to the side asked for', () => {
    const up = { x: 0, y: 0, r: 5 };
    const down = { x: 0, y: 100, r: 5 };
    const right = arcRoute(down, up, 1);
    const left = arcRoute(down, up, -1);
    expect(right.kind === 'arc' && right.cx).toBeGreaterThan(0);
    expect(left.kind === 'arc' && left.cx).toBeLessThan(0);
  });
  it('run alongside the edge from lower rows, and end pointing up', () => {
    const low = { ...child, y: 400 };
    const forth = treeRoute(parent, low, 72);
    if (forth.kind !== 'elbow') throw new Error(`expected an elbow, got ${forth.kind}`);
    const back = trackRoute(forth, parent, low);
    expect(tipOf(back)).toMatchObject({ ux: 0, uy: -1 });
    expect(tipOf(back).y).toBeGreaterThan(parent.y + parent.r);
  });
});

it('has points along every route', () => {
  for (const route of [treeRoute(parent, child, 72), arcRoute(child, parent, 1), loopRoute(child)])
    for (const { x, y } of pointsOn(route, 10)) expect(Number.isFinite(x + y)).toBe(true);
});
