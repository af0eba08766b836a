import { expect, test } from 'vitest';
import { generations } from '../lesson/generations.ts';
import { Journal } from '../journal/journal.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { lanesAt, PopulationReader } from './generations.ts';

const run = startProgram(newMachine({}), generations.source, 'main.py');
run.go();
const journal = new Journal();
journal.append(run.takeDelta());

test('lanes count who lives where, and what the collections of each generation did', () => {
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  const lanes = lanesAt(playhead.state);
  expect(lanes.map(({ collections }) => collections)).toEqual(
    [0, 1, 2, 3].map((number) => journal.collections.filter(({ generation }) => generation === number).length),
  );
  // The last one is a full collection: everything that is tracked and was there is in the oldest generation.
  expect(lanes[2].objects).toBeGreaterThan(0);
  expect(lanes[1].objects).toBe(0);
  expect(lanes[2].count).toBe(0);
});

test('thresholds, what fills them and who died where follow the program, from either side', () => {
  const first = journal.collections[2].startEvent;
  const reader = new PopulationReader(journal, [2000, 10, 10]);
  expect(reader.at(0).thresholds).toEqual([2000, 10, 10]);
  const early = reader.at(first);
  expect(early.thresholds).toEqual([30, 3, 3]);
  // A collection began because the count went over the threshold.
  expect(early.young).toBeGreaterThan(25);
  expect(early.young).toBeLessThan(40);
  const end = reader.at(journal.eventCount);
  expect(end.thresholds).toEqual([700, 10, 10]);
  expect(end.deaths.reduce((sum, count) => sum + count, 0)).toBe(journal.objects.freed.length);
  expect(reader.at(first)).toEqual(early);
});
