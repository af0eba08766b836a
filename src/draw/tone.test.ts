import { describe, expect, it } from 'vitest';
import { churnSample, RunSample } from '../layout/run-samples.ts';
import { momentOf, sceneOf } from './frame-samples.ts';
import { pulseOf } from './pulses.ts';
import { Tone, toneChanges, writeTones } from './tone.ts';
import type { MomentView } from './moment-view.ts';

function tonesOf(run: RunSample, moment: MomentView): number[] {
  const tones = new Uint8Array(run.source().idLimit);
  writeTones(sceneOf(run, moment).layout, moment, tones);
  return [...tones.slice(1)];
}

describe('tones', () => {
  it('follow a life: absent, alive, just freed, ghost', () => {
    const run = new RunSample();
    run.add('instance'); // event 0
    run.death[1] = 5;
    const at = (position: number, freshFrom = position): number =>
      tonesOf(run, momentOf(run, { position, freshFrom }))[0];
    expect(at(0)).toBe(Tone.ABSENT);
    expect(at(1)).toBe(Tone.YOUNG);
    expect(at(5)).toBe(Tone.YOUNG);
    expect(at(6, 5)).toBe(Tone.FRESH);
    expect(at(7, 6)).toBe(Tone.GHOST);
  });
  it('tell what freed an object', () => {
    const run = new RunSample();
    for (let k = 0; k < 3; k++) run.add('instance');
    for (const id of [1, 2, 3]) run.death[id] = 4;
    const causes = { 1: 1, 2: 2, 3: 3 };
    expect(tonesOf(run, momentOf(run, { causes }))).toEqual([Tone.GHOST, Tone.GHOST_COLLECTED, Tone.GHOST_SWEPT]);
    expect(tonesOf(run, momentOf(run, { causes, freshFrom: 0 }))).toEqual([
      Tone.FRESH,
      Tone.FRESH_COLLECTED,
      Tone.FRESH_SWEPT,
    ]);
  });
  it('show a refcount of zero, generations and marks', () => {
    const run = new RunSample();
    for (let k = 0; k < 5; k++) run.add('instance');
    const moment = momentOf(run, { refcounts: { 1: 0 } });
    moment.generation.set([0, 0, 1, 2, 3, 255]);
    expect(tonesOf(run, moment)).toEqual([Tone.DYING, Tone.MIDDLE, Tone.OLD, Tone.PERMANENT, Tone.UNTRACKED]);
    const marks = Uint8Array.of(0, 1, 1, 2, 3, 0);
    expect(tonesOf(run, { ...moment, marks })).toEqual([
      Tone.DYING,
      Tone.REACHED,
      Tone.DOUBTED,
      Tone.CONDEMNED,
      Tone.UNTRACKED,
    ]);
  });
  it('leave the ghost out when another lives in its place', () => {
    const run = churnSample(3); // births at 0, 2, 4; deaths at 1, 3, 5
    expect(tonesOf(run, momentOf(run, { position: 2 }))).toEqual([Tone.GHOST, 0, 0]);
    expect(tonesOf(run, momentOf(run, { position: 3 }))).toEqual([0, Tone.YOUNG, 0]);
    expect(tonesOf(run, momentOf(run, { position: 6 }))).toEqual([0, 0, Tone.GHOST]);
  });
});

describe('pulses', () => {
  it.each([
    [Tone.ABSENT, Tone.YOUNG, 0, 1, 'born'],
    [Tone.YOUNG, Tone.FRESH, 1, 0, 'freed'],
    [Tone.YOUNG, Tone.DYING, 1, 0, 'dying'],
    [Tone.YOUNG, Tone.OLD, 1, 2, 'counted'],
    [Tone.YOUNG, Tone.OLD, 1, 1, null],
    [Tone.FRESH, Tone.GHOST, 0, 0, null],
    [Tone.ABSENT, Tone.GHOST, 0, 0, null],
  ])('from tone %i to %i, count %i to %i: %s', (before, now, countBefore, count, kind) => {
    expect(pulseOf(before, now, countBefore, count)).toBe(kind);
  });
});

describe('what changes from one moment to the next', () => {
  const before = Uint8Array.of(Tone.ABSENT, Tone.YOUNG, Tone.OLD, Tone.FRESH);
  it.each([
    ['a mark', Uint8Array.of(Tone.ABSENT, Tone.REACHED, Tone.OLD, Tone.FRESH), { count: 1, isOutline: false }],
    [
      'a ghost that is no longer fresh',
      Uint8Array.of(0, Tone.YOUNG, Tone.OLD, Tone.GHOST),
      { count: 1, isOutline: false },
    ],
    ['a birth', Uint8Array.of(Tone.YOUNG, Tone.YOUNG, Tone.OLD, Tone.FRESH), { count: 1, isOutline: true }],
    ['a death', Uint8Array.of(0, Tone.FRESH, Tone.OLD, Tone.FRESH), { count: 1, isOutline: true }],
    ['a place that is given away', Uint8Array.of(0, Tone.YOUNG, Tone.OLD, Tone.ABSENT), { count: 1, isOutline: true }],
    ['nothing', before.slice(), { count: 0, isOutline: false }],
  ])('%s', (_, after, changes) => expect(toneChanges(before, after, 10)).toEqual(changes));
});
