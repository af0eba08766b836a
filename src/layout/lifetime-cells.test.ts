import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { LifetimeCells } from './lifetime-cells.ts';
import { Skyline } from './skyline.ts';

describe('cells', () => {
  it('go to the next when free again, the lowest first', () => {
    const cells = new LifetimeCells();
    expect([cells.take(0, 10), cells.take(1, 5), cells.take(2, 20)]).toEqual([0, 1, 2]);
    expect([cells.take(6, 30), cells.take(11, 40), cells.take(12, 50)]).toEqual([1, 0, 3]);
  });

  it('are never shared by two lives at a time (seed 11)', () => {
    const random = seededRandom(11);
    const cells = new LifetimeCells();
    const deadAt: number[] = [];
    for (let birth = 0; birth < 2000; birth++) {
      const death = birth + 1 + Math.floor(random() * 50);
      const cell = cells.take(birth, death);
      expect(deadAt[cell] ?? -1).toBeLessThan(birth);
      deadAt[cell] = death;
    }
    expect(cells.count).toBeLessThan(60);
  });
});

describe('the skyline', () => {
  it('lets no rectangles overlap (seed 12)', () => {
    const random = seededRandom(12);
    const skyline = new Skyline(400);
    const placed: { x: number; y: number; width: number; height: number }[] = [];
    for (let k = 0; k < 300; k++) {
      const width = 10 + Math.floor(random() * 100);
      const height = 10 + Math.floor(random() * 100);
      const next = { ...skyline.place(width, height), width, height };
      const overlapped = placed.filter(
        (other) =>
          next.x < other.x + other.width &&
          other.x < next.x + next.width &&
          next.y < other.y + other.height &&
          other.y < next.y + next.height,
      );
      expect(overlapped).toEqual([]);
      placed.push(next);
    }
  });
});
