import { describe, expect, it } from 'vitest';
import { treeSample } from '../layout/run-samples.ts';
import { DotsBackend } from './dots-backend.ts';
import { drawDetail } from './detail-backend.ts';
import type { Frame } from './frame.ts';
import { frameOf, momentOf, sceneOf } from './frame-samples.ts';
import { type DetailLevel, detailLevel } from './level-of-detail.ts';
import { LabelPlacer } from './label-placer.ts';
import type { NameTag } from './moment-view.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { overviewGrid } from './overview-grid.ts';
import { packColour } from './packed-colour.ts';
import { PixelNodes } from './pixel-nodes.ts';
import { makePixels, type Pixels } from './pixels.ts';
import { RecordingPen } from './recording-pen.ts';
import { lightTheme } from './theme.ts';
import { Tone } from './tone.ts';
import { discOf } from './visible-nodes.ts';

/** A tree of 11,111 nodes in which one subtree has just been freed, another long ago, and three variables name nodes. */
const run = treeSample(4, 10);
const { source, below } = (() => {
  const all = run.source();
  const isBelow = (id: number, top: number): boolean => id === top || (id !== 0 && isBelow(all.owner[id], top));
  return { source: all, below: isBelow };
})();
const children = (id: number): number[] =>
  Array.from({ length: source.idLimit }, (_, k) => k).filter((k) => source.owner[k] === id + 1);
const [first, second, third] = children(1);
const [freed, kept] = children(second);
const [ghost] = children(third);
for (let id = 1; id < source.idLimit; id++) {
  if (below(id, ghost)) run.death[id] = 30_000;
  if (below(id, freed)) run.death[id] = 40_000;
}
const names: NameTag[] = [
  { label: 'root', scope: 'global', target: 1 },
  ...children(kept).map((target, k): NameTag => ({ label: `a_long_name_${k}`, scope: 'local', target })),
  { label: 'first', scope: 'global', target: first },
];
const selected = children(freed)[3];
const sample = frameOf(sceneOf(run, momentOf(run, { names, freshFrom: 35_000, causes: { [ghost]: 2 } }), { selected }));
const { layout } = sample.scene;

interface Drawing {
  readonly frame: Frame;
  readonly level: DetailLevel;
  readonly pen: RecordingPen;
  readonly pixels: Pixels | null;
}

/** Zooms in on `centre`, a little each step, from the whole heap to discs as large as the window allows. */
function zoomSteps(centre: number): Drawing[] {
  const { width, height } = sample.size;
  const fit = sample.scene.camera;
  const steps: Drawing[] = [];
  for (let k = fit.k; k < 2; k *= 1.28) {
    // From the middle of the whole to the object.
    const share = Math.min(1, Math.log(k / fit.k) / Math.log(8));
    const worldX = layout.bounds.x + layout.bounds.width / 2;
    const worldY = layout.bounds.y + layout.bounds.height / 2;
    const x = worldX + (layout.x[centre] - worldX) * share;
    const y = worldY + (layout.y[centre] - worldY) * share;
    const camera = { k, x: width / 2 - x * k, y: height / 2 - y * k };
    steps.push(draw({ ...sample, scene: { ...sample.scene, camera } }));
  }
  return steps;
}

function draw(frame: Frame): Drawing {
  const { scene, size, grid } = frame;
  const { level } = detailLevel(scene.layout, grid, scene.camera, size);
  const pen = new RecordingPen();
  let pixels: Pixels | null = null;
  if (level === 'detail') drawDetail(pen, frame);
  else if (level === 'dots') new DotsBackend().draw(pen as unknown as CanvasRenderingContext2D, frame);
  else {
    const { width, height, camera } = overviewGrid(frame);
    pixels = makePixels(width, height);
    new PixelNodes().write(pixels, frame, camera);
    drawRings(pen, frame);
    drawOverlay(pen, frame, new LabelPlacer(size.width, size.height));
  }
  return { frame, level, pen, pixels };
}

/** Whether anything in `colour` is drawn on the object's place. */
function isMarked({ frame, pen, pixels }: Drawing, id: number, colour: string): boolean {
  const { x, y, r } = discOf(frame, id);
  if (pixels !== null) {
    const reach = Math.ceil(r);
    const word = packColour(colour);
    for (let py = Math.floor(y) - reach; py <= y + reach; py++)
      for (let px = Math.floor(x) - reach; px <= x + reach; px++)
        if (pixels.words[py * pixels.width + px] === word) return true;
    return false;
  }
  return [...pen.fills, ...pen.strokes].some(
    (stroke) =>
      stroke.colour === colour &&
      stroke.path.some((step) => {
        const [letter, ...at] = step.split(' ');
        const near = letter === 'O' ? 1 : r + 1.5;
        return Math.abs(Number(at[0]) - x) <= near && Math.abs(Number(at[1]) - y) <= near;
      }),
  );
}

function isInside({ frame }: Drawing, id: number): boolean {
  const { x, y, r } = discOf(frame, id);
  return x > r && y > r && x < frame.size.width - r && y < frame.size.height - r;
}

const steps = zoomSteps(selected);

it('passes all three levels of detail on the way in, in order', () => {
  const levels = steps.map(({ level }) => level);
  expect([...new Set(levels)]).toEqual(['pixels', 'dots', 'detail']);
  const rank = { pixels: 0, dots: 1, detail: 2 };
  expect(levels.every((level, k) => k === 0 || rank[level] >= rank[levels[k - 1]])).toBe(true);
});

describe.each(steps.map((step, k) => [k, step.level, step] as const))('at step %i of the zoom (%s)', (_, __, step) => {
  const { frame, pen } = step;

  it('shows what is selected, what was just freed and which are roots', () => {
    const ring = discOf(frame, selected);
    const isRinged = pen.strokes.some(
      ({ colour, path }) =>
        colour === lightTheme.accent &&
        path.some((arc) => {
          const [letter, x, y, r] = arc.split(' ');
          const isThere = letter === 'O' && Math.hypot(Number(x) - ring.x, Number(y) - ring.y) < 1;
          return isThere && Number(r) >= Math.max(6, ring.r);
        }),
    );
    expect(isRinged).toBe(true);
    expect(isMarked(step, selected, lightTheme.justFreed)).toBe(true);
    const texts = pen.texts.map(({ text }) => text);
    for (const { label, target, scope } of names) {
      if (!isInside(step, target)) continue;
      const isTagged = texts.includes(label);
      const mark = scope === 'global' ? lightTheme.tag : lightTheme.quietInk;
      expect(isTagged || isMarkedAbove(step, target, mark), `${label} is tagged or marked`).toBe(true);
    }
  });

  it('shows every object in the colour of its state', () => {
    const missing: string[] = [];
    for (let n = 0; n < layout.drawn.length; n += 7) {
      const id = layout.drawn[n];
      // Of those at the border a part may be outside.
      if (!isInside(step, id) || id === selected) continue;
      const tone = frame.tones[id];
      if (tone === Tone.ABSENT) continue;
      if (!isMarked(step, id, frame.styles[tone].colour)) missing.push(`${id} (tone ${tone})`);
      if (missing.length > 3) break;
    }
    expect(missing).toEqual([]);
  });

  it('lets no label lie over another', () => {
    const boxes = pen.texts.map(({ text, x, y, font }) => {
      pen.font = font;
      const { width } = pen.measureText(text);
      const size = Number(/([\d.]+)px/.exec(font)![1]);
      const isTag = names.some(({ label }) => text.includes(label));
      return { text, left: isTag ? x : x - width / 2, width, top: y - size * 0.75, height: size * 0.75 };
    });
    const over: string[] = [];
    boxes.forEach((one, k) => {
      for (const other of boxes.slice(k + 1)) {
        const wide = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
        const high = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
        if (wide > 0.5 && high > 0.5) over.push(`${one.text} and ${other.text}`);
      }
    });
    expect(over).toEqual([]);
  });
});

/** The arrow of a root whose name found no room. */
function isMarkedAbove({ frame, pen }: Drawing, id: number, colour: string): boolean {
  const { x, y, r } = discOf(frame, id);
  return pen.fills.some((fill) => fill.colour === colour && fill.path.includes(`M ${round(x)} ${round(y - r - 1.5)}`));
}
function round(n: number): number {
  return Math.round(n * 100) / 100;
}
