import { expect, test } from 'vitest';
import { journalOf } from '../../tests/support/journal-of.ts';
import { whole } from '../base/sliced.ts';
import type { RunOptions } from '../machine/run-program.ts';
import { TwoRuns } from './two-runs.ts';

function compared(source: string, first: RunOptions, second: RunOptions): TwoRuns {
  return whole(TwoRuns.beside([journalOf(source, first), journalOf(source, second)]));
}

const TREE = `class Node:
    def __init__(self):
        self.children = []

root = Node()
root.children.append(Node())
squares = [i * i for i in range(3)]
del root
x = 1
import gc
gc.collect()
y = 2
`;

test('counts and a sweep differ from the line on that drops the last name', () => {
  const runs = compared(TREE, {}, { collector: 'mark-sweep' });
  const names = (side: 0 | 1, tick: number) =>
    [...whole(runs.onlyIn(side, tick))]
      .map((id) => runs.journals[side].typeNameOf(id))
      .filter((name) => name === 'Node' || name === 'list');
  const at = (line: number) => runs.ticks[0].findIndex((_, tick) => runs.lineOf(0, tick) === line);
  // Before that only what calls and loops have left behind waits for the sweep.
  expect(names(1, at(8))).toEqual([]);
  expect(names(1, at(9)).sort()).toEqual(['Node', 'Node', 'list', 'list']);
  expect(names(0, at(9))).toEqual([]);
  expect(runs.firstDifference!.only[0]).toBe(0);
  // After the sweep they agree again.
  expect(whole(runs.onlyIn(1, runs.ticks[1].length - 1))).toHaveLength(0);
  expect(runs.parting).toBe(runs.ticks[0].length - 1);
});

test('versions that count frames differently have the same clock', () => {
  const runs = compared(TREE, { profile: '3.11' }, { profile: '3.14' });
  expect(runs.parting).toBe(runs.ticks[0].length - 1);
  expect(runs.ticks[0]).toHaveLength(runs.ticks[1].length);
  expect(runs.firstDifference).toBeNull();
  for (let tick = 0; tick < runs.ticks[0].length; tick++) {
    expect(runs.tickAt(0, runs.positionAt(0, tick))).toBe(tick);
    expect(runs.lineOf(0, tick)).toBe(runs.lineOf(1, tick));
  }
});

test('a finalizer that runs earlier in one run does not disturb the clock', () => {
  const source = `class Noisy:
    def __del__(self):
        x = 1
a = Noisy()
a.self = a
del a
b = 2
import gc
gc.collect()
`;
  const runs = compared(source, {}, { collector: 'refcount' });
  expect(runs.parting).toBe(runs.ticks[0].length - 1);
  const first = runs.firstDifference!;
  expect(first.tick).toBe(runs.ticks[0].length - 1);
  expect(first.only).toEqual([0, 1]);
});

test('runs that go different ways say where they part', () => {
  const source = 'import sys\nif sys.version_info[1] > 12:\n    x = [1]\nelse:\n    x = [2]\n';
  const runs = compared(source, { profile: '3.11' }, { profile: '3.13' });
  expect(runs.lineOf(0, runs.parting)).toBe(5);
  expect(runs.lineOf(1, runs.parting)).toBe(3);
});
