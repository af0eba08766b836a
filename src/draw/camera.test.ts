import { describe, expect, it } from 'vitest';
import { fit, reveal, screenToWorld, visibleRange, worldToScreen } from './camera.ts';

const size = { width: 800, height: 500 };
const camera = { x: 37, y: -12, k: 0.37 };

describe('the camera', () => {
  it('goes to the screen and back', () => {
    const back = screenToWorld(camera, worldToScreen(camera, { x: 123, y: -45 }));
    expect(back.x).toBeCloseTo(123);
    expect(back.y).toBeCloseTo(-45);
  });
  it('fits bounds into the middle', () => {
    const bounds = { x: -100, y: 50, width: 4000, height: 300 };
    const fitted = fit(bounds, size);
    const from = worldToScreen(fitted, bounds);
    const to = worldToScreen(fitted, { x: 3900, y: 350 });
    expect(from.x).toBeCloseTo(48);
    expect(to.x).toBeCloseTo(752);
    expect(from.y + to.y).toBeCloseTo(500);
  });
  it('does not magnify a small heap without end', () => {
    expect(fit({ x: 0, y: 0, width: 40, height: 40 }, size).k).toBeLessThan(2);
  });
  it('sees what it shows', () => {
    const range = visibleRange(camera, size);
    expect(worldToScreen(camera, range)).toEqual({ x: expect.closeTo(0), y: expect.closeTo(0) });
    expect(range.width * camera.k).toBeCloseTo(800);
  });
  it('moves only when it must to reveal a point', () => {
    const inside = screenToWorld(camera, { x: 400, y: 250 });
    expect(reveal(camera, inside, size)).toBe(camera);
    const outside = screenToWorld(camera, { x: 900, y: 250 });
    const at = worldToScreen(reveal(camera, outside, size), outside);
    expect(at.x).toBeCloseTo(800 - 64);
    expect(at.y).toBeCloseTo(250);
  });
});
