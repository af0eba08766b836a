import { describe, expect, it } from 'vitest';
import { RunSample, treeSample } from '../layout/run-samples.ts';
import { drawDetail } from './detail-backend.ts';
import { frameOf, momentOf, sceneOf } from './frame-samples.ts';
import { RecordingPen } from './recording-pen.ts';
import type { Scene } from './scene.ts';
import { sceneToSvg } from './svg-export.ts';
import { lightTheme } from './theme.ts';

const theme = lightTheme;

function drawn(scene: Scene): RecordingPen {
  const pen = new RecordingPen();
  drawDetail(pen, frameOf(scene));
  return pen;
}
function textsOf(pen: RecordingPen): string[] {
  return pen.texts.map(({ text }) => text);
}

describe('the detailed picture', () => {
  it('shows values, refcounts and names', () => {
    const run = treeSample(1, 2);
    const names = [{ label: 'root', scope: 'global', target: 1 }] as const;
    const moment = momentOf(run, { names, refcounts: { 3: 7 } });
    const texts = textsOf(drawn(sceneOf(run, moment)));
    expect(texts).toEqual(expect.arrayContaining(['v1', 'v3', 'v5', '7', 'root']));
  });

  it('lists several names of one object on one tag', () => {
    const run = treeSample(0, 0);
    const names = ['a', 'b', 'c', 'd'].map((label) => ({
      label,
      scope: 'local' as const,
      target: 1,
    }));
    expect(textsOf(drawn(sceneOf(run, momentOf(run, { names }))))).toContain('a, b, c +1');
  });

  it('draws weak references dashed and references back to the parent in their own tone', () => {
    const run = treeSample(1, 2);
    const extra = [
      { from: 3, to: 1, label: '.parent' },
      { from: 5, to: 1, label: '.parent', isWeak: true },
    ];
    const { strokes } = drawn(sceneOf(run, momentOf(run, { extra })));
    const of = (colour: string) => strokes.filter((stroke) => stroke.colour === colour);
    expect(of(theme.strongEdge)[0].path.filter((p) => p.startsWith('M'))).toHaveLength(2);
    expect(of(theme.backEdge)[0]).toMatchObject({ dash: [] });
    expect(of(theme.weakEdge)[0].dash).not.toEqual([]);
  });

  it('marks the dead by what freed them, and draws no value in them', () => {
    const run = new RunSample();
    for (let k = 0; k < 3; k++) run.add('instance');
    for (const id of [1, 2, 3]) run.death[id] = 10;
    const moment = momentOf(run, { causes: { 1: 1, 2: 2, 3: 3 } });
    const pen = drawn(sceneOf(run, moment));
    const lines = (colour: string) =>
      pen.strokes
        .filter((stroke) => stroke.colour === colour)
        .flatMap((stroke) => stroke.path)
        .filter((step) => step.startsWith('L')).length;
    expect(lines(theme.ghostByRefcount)).toBe(1);
    expect(lines(theme.ghostByCollector)).toBe(0);
    expect(pen.strokes.some(({ dash, colour }) => dash.length > 0 && colour === theme.ghostByCollector)).toBe(true);
    expect(lines(theme.ghostSwept)).toBe(2);
    expect(pen.texts).toEqual([]);
  });

  it('names the references of the selected object', () => {
    const run = treeSample(1, 3);
    const scene = sceneOf(run, momentOf(run), { camera: { x: 200, y: 100, k: 1.2 } });
    expect(textsOf(drawn(scene)).some((text) => text.startsWith('.children'))).toBe(false);
    expect(textsOf(drawn({ ...scene, selected: 3 }))).toContain('.children[0]');
  });

  it('dims what is outside an emphasis', () => {
    const run = treeSample(1, 2);
    const emphasis = { ids: null, path: [1, 3] };
    const { fills } = drawn(sceneOf(run, momentOf(run), { emphasis }));
    const bodies = fills.filter(({ colour }) => colour === theme.generation[0]);
    expect(bodies.map(({ alpha }) => alpha < 1)).toEqual([false, false, true]);
  });

  it('draws nothing of what is not born', () => {
    const run = treeSample(1, 2);
    expect(drawn(sceneOf(run, momentOf(run, { position: 0 }))).record).toEqual([]);
  });

  it('is written as SVG with the same texts', () => {
    const run = treeSample(1, 2);
    const names = [{ label: 'a<b', scope: 'global', target: 1 }] as const;
    const svg = sceneToSvg(frameOf(sceneOf(run, momentOf(run, { names }))));
    expect(svg).toMatch(/^<svg xmlns=/);
    expect(svg).toContain('>a&lt;b</text>');
    expect(svg).toContain('>v3</text>');
    expect(svg).not.toContain('NaN');
  });
});
