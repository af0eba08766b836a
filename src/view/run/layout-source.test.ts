import { expect, test } from 'vitest';
import { Ownership } from '../../insight/ownership.ts';
import { Journal } from '../../journal/journal.ts';
import { lessons } from '../../lesson/lessons.ts';
import { newMachine } from '../../machine/run-program.ts';
import { startProgram } from '../../machine/run.ts';
import { layoutSource } from './layout-source.ts';

test.each(lessons)('a journal of lives alone is as good for a layout: $id', ({ source }) => {
  const run = startProgram(newMachine(), source, 'main.py', { events: 300_000, objects: 1e9, output: 1e9 });
  run.go();
  const delta = run.takeDelta();
  const [whole, lives] = (['all', 'lives'] as const).map((keeps) => {
    const journal = new Journal(0, keeps);
    journal.append(delta);
    const ownership = new Ownership(journal);
    ownership.update();
    return layoutSource(journal, ownership);
  });
  expect(lives).toEqual(whole);
  expect(whole.statements!.length).toBeGreaterThan(1);
});
