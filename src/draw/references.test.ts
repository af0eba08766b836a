import { describe, expect, it } from 'vitest';
import type { RunSample } from '../layout/run-samples.ts';
import { treeSample } from '../layout/run-samples.ts';
import { momentOf, type SampleReference, sceneOf } from './frame-samples.ts';
import { References } from './references.ts';

function referencesOf(run: RunSample, id: number, fold: boolean, extra: SampleReference[] = []): string[] {
  const moment = momentOf(run, { extra });
  const { layout } = sceneOf(run, moment, { lay: { layout: 'tidy', fold } });
  return new References(layout, moment)
    .of(id)
    .map(({ to, label, isWeak, isTree, count }) =>
      [label, isWeak ? '~>' : '->', to, isTree ? 'tree' : '', count > 1 ? `x${count}` : ''].join(' ').trim(),
    );
}

describe('references between drawn objects', () => {
  it('leave from the owner of a folded list', () => {
    expect(referencesOf(treeSample(1, 2), 1, true)).toEqual(['.children[0] -> 3 tree', '.children[1] -> 5 tree']);
  });
  it('leave from the list when it is drawn', () => {
    expect(referencesOf(treeSample(1, 2), 1, false)).toEqual(['.children -> 2 tree']);
    expect(referencesOf(treeSample(1, 2), 2, false)).toEqual(['[0] -> 3 tree', '[1] -> 5 tree']);
  });
  it('go to whoever draws the target', () => {
    const extra = [{ from: 3, to: 2, label: '.siblings' }];
    expect(referencesOf(treeSample(1, 2), 3, true, extra)).toEqual(['.siblings -> 1']);
  });
  it('pass through a folded weak reference', () => {
    const run = treeSample(1, 1);
    const weak = run.add('weakref', 3);
    const extra = [{ from: weak, to: 1, label: '', isWeak: true }];
    expect(referencesOf(run, 3, true, extra)).toEqual(['.next ~> 1']);
  });
  it('through a weak reference shared with another object are weak', () => {
    const run = treeSample(1, 2);
    const weak = run.add('weakref', 3);
    const extra = [
      { from: weak, to: 1, label: '', isWeak: true },
      { from: 5, to: weak, label: '.parent' },
    ];
    expect(referencesOf(run, 5, true, extra)).toEqual(['.parent ~> 1']);
  });
  it('are counted when there are several, strong and weak apart', () => {
    const run = treeSample(1, 1);
    const extra = [
      { from: 3, to: 1, label: '.parent' },
      { from: 3, to: 1, label: '.root' },
      { from: 3, to: 1, label: '.watch', isWeak: true },
    ];
    expect(referencesOf(run, 3, true, extra)).toEqual(['.parent -> 1  x2', '.watch ~> 1']);
  });
  it('may lead back to the object itself', () => {
    expect(referencesOf(treeSample(0, 0), 1, true, [{ from: 1, to: 1, label: '.me' }])).toEqual(['.me -> 1']);
  });
});
