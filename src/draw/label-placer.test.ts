import { expect, it } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { LabelPlacer, type ScreenRect } from './label-placer.ts';

it('lets no two labels overlap, and none leave the canvas (seed 31)', () => {
  const random = seededRandom(31);
  const placer = new LabelPlacer(600, 400);
  const placed: ScreenRect[] = [];
  for (let k = 0; k < 400; k++) {
    const rect = { x: random() * 640 - 20, y: random() * 440 - 20, width: 40, height: 14 };
    const at = placer.place([rect, { ...rect, y: rect.y + 20 }]);
    if (at === null) continue;
    const overlapped = placed.filter(
      (other) =>
        at.x < other.x + other.width &&
        other.x < at.x + at.width &&
        at.y < other.y + other.height &&
        other.y < at.y + at.height,
    );
    expect(overlapped).toEqual([]);
    expect(at.x >= 0 && at.y >= 0 && at.x + 40 <= 600 && at.y + 14 <= 400).toBe(true);
    placed.push(at);
  }
  expect(placed.length).toBeGreaterThan(100);
});

it('takes the least bad place when it must', () => {
  const placer = new LabelPlacer(100, 20);
  placer.occupy({ x: 0, y: 0, width: 60, height: 20 });
  const candidates = [0, 50, 80].map((x) => ({ x, y: 0, width: 40, height: 20 }));
  expect(placer.place(candidates)).toBeNull();
  expect(placer.place(candidates, () => true)).toMatchObject({ x: 60 });
});
