import { expect, test } from 'vitest';
import { RandomRun } from '../../tests/support/random-run.ts';
import { decodeJournal, encodeJournal } from './file-format.ts';
import { Journal } from './journal.ts';

test('a journal survives being saved', () => {
  const run = new RandomRun(21).run(300);
  const journal = new Journal();
  journal.append(run.delta());
  journal.append(run.run(300).delta());
  journal.atoms.push(NaN, -0, 10n ** 30n, { text: 'None' }, 'text…€😀');
  const again = decodeJournal(encodeJournal(journal));
  expect(again.eventCount).toBe(journal.eventCount);
  expect(again.atoms).toEqual(journal.atoms);
  expect(again.output).toBe(journal.output);
  expect(again.objects.born.view()).toEqual(journal.objects.born.view());
  expect(again.objects.death).toEqual(journal.objects.death);
  expect(again.label(journal.idLimit - 1)).toBe(journal.label(journal.idLimit - 1));
  expect(encodeJournal(again)).toEqual(encodeJournal(journal));
});

test('other files are refused with a sentence', () => {
  expect(() => decodeJournal(new Uint8Array(20))).toThrow('This file is no journal of a run.');
  const future = encodeJournal(new Journal());
  future[3] = 9;
  expect(() => decodeJournal(future)).toThrow('This journal has version 9, expected 2: record the run again.');
});
