import { describe, expect, it } from 'vitest';
import { treeSample } from '../layout/run-samples.ts';
import { Crossings } from './crossings.ts';
import { EdgeLayer } from './edge-layer.ts';
import { frameOf, momentOf, sceneOf } from './frame-samples.ts';
import type { Frame } from './frame.ts';
import { paintEdges } from './pixel-edges.ts';
import { makePixels } from './pixels.ts';

const run = treeSample(3, 4);
const frame = frameOf(sceneOf(run, momentOf(run)));
const { camera } = frame.scene;

function withMoment(version: number, outline: number): Frame {
  const { scene } = frame;
  return { ...frame, outline, scene: { ...scene, moment: { ...scene.moment, version } } };
}

describe('the layer of edges', () => {
  it('is whole at once for a small heap', () => {
    const layer = new EdgeLayer(() => 0);
    expect(layer.paint(frame, 800, 500, camera, false)).toBe('whole');
    expect(new Set(layer.pixels.words).size).toBeGreaterThan(1);
  });

  it('moves along while the camera moves, and is painted anew at rest', () => {
    const layer = new EdgeLayer(() => 0);
    layer.paint(frame, 800, 500, camera, false);
    const before = layer.revision;
    const moved = { ...camera, x: camera.x + 30 };
    expect(layer.paint(frame, 800, 500, moved, false)).toBe('rest');
    expect(layer.revision).toBe(before);
    expect(layer.movedTo(moved).dx).toBeCloseTo(-130);
    expect(layer.paint(frame, 800, 500, moved, true)).toBe('whole');
    expect(layer.movedTo(moved).dx).toBeCloseTo(-160);
    expect(layer.revision).toBeGreaterThan(before);
  });

  it('does not wait for a rest when what it has leaves a part of the canvas empty, or is of another moment', () => {
    const layer = new EdgeLayer(() => 0);
    layer.paint(frame, 800, 500, camera, false);
    expect(layer.paint(frame, 800, 500, { ...camera, x: camera.x + 300 }, false)).toBe('whole');
    const before = layer.revision;
    expect(layer.paint(withMoment(2, 1), 800, 500, { ...camera, x: camera.x + 300 }, false)).toBe('whole');
    expect(layer.revision).toBeGreaterThan(before);
  });

  it('is kept at another moment at which the same objects live: a wave of marks changes no edge', () => {
    const layer = new EdgeLayer(() => 0);
    layer.paint(frame, 800, 500, camera, false);
    const before = layer.revision;
    expect(layer.paint(withMoment(2, frame.outline), 800, 500, camera, false)).toBe('whole');
    expect(layer.revision).toBe(before);
  });
});

describe('references that cross the tree', () => {
  const extra = [
    { from: 3, to: 1, label: '.parent' },
    { from: 3, to: 9, label: '.other' },
  ];
  const crossed = frameOf(sceneOf(run, momentOf(run, { extra })));
  const place = crossed.scene.camera;

  it('are gathered: neither edges of the tree nor those beside one', () => {
    const crossings = new Crossings(crossed);
    crossings.gather(() => false);
    expect([...crossings.pairs.view()]).toEqual([3, 9]);
    expect(crossings.isWhole).toBe(true);
  });

  it('are painted over the tree, and go when another moment has none', () => {
    const layer = new EdgeLayer(() => 0);
    expect(layer.paint(frame, 800, 500, place, true)).toBe('whole');
    const plain = layer.pixels.words.slice();
    expect(layer.paint(crossed, 800, 500, place, true)).toBe('whole');
    expect(differences(layer.pixels.words, plain)).toBeGreaterThan(50);
    expect(layer.paint(frame, 800, 500, place, true)).toBe('whole');
    expect(differences(layer.pixels.words, plain)).toBe(0);
  });

  function differences(one: Uint32Array, other: Uint32Array): number {
    return one.reduce((count, word, k) => count + Number(word !== other[k]), 0);
  }

  it('wait for a rest in a large heap', () => {
    const large = treeSample(4, 7);
    const other = frameOf(sceneOf(large, momentOf(large, { extra })));
    let now = 0;
    const layer = new EdgeLayer(() => now++);
    const states: string[] = [];
    for (let k = 0; k < 400 && states.at(-1) !== 'rest'; k++)
      states.push(layer.paint(other, 300, 200, other.scene.camera, false));
    expect(states.at(-1)).toBe('rest');
    for (let k = 0; k < 400 && states.at(-1) !== 'whole'; k++)
      states.push(layer.paint(other, 300, 200, other.scene.camera, true));
    expect(states.at(-1)).toBe('whole');
  });
});

it('edges painted in slices are those painted at once', () => {
  const large = treeSample(4, 7);
  const one = frameOf(sceneOf(large, momentOf(large)));
  const [whole, sliced] = [makePixels(300, 200), makePixels(300, 200)];
  const count = one.scene.layout.drawn.length;
  const small = { k: one.scene.camera.k / 2.5, x: 0, y: 0 };
  expect(paintEdges(whole, one, small, count, () => false)).toBe(0);
  const stops: number[] = [];
  for (let from = count; from > 0;) stops.push((from = paintEdges(sliced, one, small, from, () => true)));
  expect(stops.length).toBeGreaterThan(2);
  expect(sliced.words).toEqual(whole.words);
});
