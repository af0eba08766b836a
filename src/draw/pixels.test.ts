import { describe, expect, it } from 'vitest';
import { treeSample } from '../layout/run-samples.ts';
import { frameOf, momentOf, sceneOf } from './frame-samples.ts';
import { mixColours, packColour } from './packed-colour.ts';
import { paintEdges } from './pixel-edges.ts';
import { PixelNodes } from './pixel-nodes.ts';
import { copyMoved, drawLine, makePixels, type Pixels } from './pixels.ts';
import { makeStamp } from './stamps.ts';
import { lightTheme } from './theme.ts';

/** `#` where a pixel is set, row by row. */
function rowsOf({ width, height, words }: Pixels): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from(words.subarray(y * width, (y + 1) * width), (word) => (word ? '#' : '.')).join(''),
  );
}

describe('lines', () => {
  it('join their ends', () => {
    const pixels = makePixels(5, 3);
    drawLine(pixels, 0.5, 0.5, 4.5, 2.5, 1);
    const rows = rowsOf(pixels);
    expect([rows[0][0], rows[2][4]]).toEqual(['#', '#']);
    expect(pixels.words.filter((word) => word === 1)).toHaveLength(5);
  });
  it('are clipped', () => {
    const pixels = makePixels(5, 3);
    drawLine(pixels, -1e6, 1.5, 1e6, 1.5, 1);
    expect(rowsOf(pixels)).toEqual(['.....', '#####', '.....']);
    drawLine(pixels, -5, -5, -1, 8, 1);
    drawLine(pixels, 7, 0, 7, 3, 1);
    expect(rowsOf(pixels)).toEqual(['.....', '#####', '.....']);
  });
});

describe('moving a picture', () => {
  const source = makePixels(3, 2);
  source.words.set([1, 0, 2, 0, 3, 0]);
  it('shifts by whole pixels', () => {
    const target = makePixels(3, 2);
    copyMoved(source, target, 1, 1, 0, 0);
    expect([...target.words]).toEqual([0, 1, 0, 0, 0, 3]);
    copyMoved(source, target, 1, -1, 1, 9);
    expect([...target.words]).toEqual([9, 9, 9, 0, 2, 9]);
  });
  it('scales', () => {
    const target = makePixels(6, 4);
    copyMoved(source, target, 2, 0, 0, 0);
    expect([...target.words.subarray(0, 6)]).toEqual([1, 1, 0, 0, 2, 2]);
    expect([...target.words.subarray(6, 12)]).toEqual([1, 1, 0, 0, 2, 2]);
  });
});

describe('colours', () => {
  it('are packed and mixed', () => {
    expect(packColour('#123456').toString(16)).toBe('ff563412');
    const black = packColour('#000000');
    const white = packColour('#ffffff');
    expect(mixColours(black, white, 0)).toBe(black);
    const half = mixColours(black, white, 128) & 255;
    expect(half).toBeGreaterThan(120);
    expect(half).toBeLessThan(132);
  });
});

describe('stamps', () => {
  it('cover the area of a disc', () => {
    for (const radius of [0.5, 1, 2.25, 6]) {
      const area = makeStamp(radius).coverage.reduce((sum, share) => sum + share / 255, 0);
      expect(area / (Math.PI * radius ** 2)).toBeGreaterThan(0.85);
      expect(area / (Math.PI * radius ** 2)).toBeLessThan(1.15);
    }
  });
});

describe('nodes and edges as pixels', () => {
  it('stand where the camera shows them', () => {
    const run = treeSample(2, 3);
    const scene = sceneOf(run, momentOf(run));
    const { layout } = scene;
    const camera = { k: 0.02, x: 2, y: 2 };
    const pixels = makePixels(40, 30);
    new PixelNodes().write(pixels, frameOf(scene), camera);
    const blue = packColour(lightTheme.generation[0]);
    for (const id of layout.drawn) {
      const x = Math.floor(layout.x[id] * camera.k + camera.x);
      const y = Math.floor(layout.y[id] * camera.k + camera.y);
      expect(pixels.words[y * 40 + x]).toBe(blue);
    }
    expect(pixels.words.filter((word) => word !== 0).length).toBeLessThanOrEqual(13);
  });
  it('leave the paper free where there is nothing', () => {
    const run = treeSample(2, 3);
    const pixels = makePixels(60, 40);
    const scene = sceneOf(run, momentOf(run, { position: 0 }));
    paintEdges(pixels, frameOf(scene), { k: 0.1, x: 0, y: 0 }, scene.layout.drawn.length, () => false);
    expect(new Set(pixels.words)).toEqual(new Set([0]));
  });
});
