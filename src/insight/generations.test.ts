import { describe, expect, test } from 'vitest';
import { generations } from '../lesson/generations.ts';
import { lessons } from '../lesson/lessons.ts';
import { Journal } from '../journal/journal.ts';
import { allProfiles, profileNamed } from '../machine/profiles/all-profiles.ts';
import { newMachine, type RunOptions } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { lanesAt, PopulationHistory } from './generations.ts';

function runOf(source: string, options: RunOptions = {}) {
  const run = startProgram(newMachine(options), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  return { journal, collector: run.machine.collector };
}

const { journal } = runOf(generations.source);

test('lanes count who lives where, and what the collections of each generation did', () => {
  const history = new PopulationHistory(journal, [2000, 10, 10]);
  const lanes = lanesAt(journal, journal.eventCount, history.at(journal.eventCount));
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
  const history = new PopulationHistory(journal, [2000, 10, 10]);
  expect(history.at(0).thresholds).toEqual([2000, 10, 10]);
  const early = history.at(first);
  expect(early.thresholds).toEqual([30, 3, 3]);
  // A collection began because the count went over the threshold.
  expect(early.young).toBeGreaterThan(25);
  expect(early.young).toBeLessThan(40);
  const end = history.at(journal.eventCount);
  expect(end.thresholds).toEqual([700, 10, 10]);
  expect(end.deaths.reduce((sum, count) => sum + count, 0)).toBe(journal.objects.freed.length);
  expect(history.at(first)).toEqual(early);
});

test('read ahead in parts, it answers the same', () => {
  const { journal } = runOf('kept = []\nfor n in range(2000):\n    kept.append([n])\n    [kept]\ndel kept\n');
  expect(journal.eventCount).toBeGreaterThan(16_384);
  const history = new PopulationHistory(journal, [2000, 10, 10]);
  while (!history.readAhead(1));
  for (const position of [journal.eventCount, 0, 8191, 8192, 8193, Math.floor(journal.eventCount / 2)]) {
    expect(history.hasRead(position)).toBe(true);
    expect(history.at(position)).toEqual(new PopulationHistory(journal, [2000, 10, 10]).at(position));
  }
});

describe.each(allProfiles.map(({ name }) => name))('under %s', (profile) => {
  test.each(lessons.filter(({ id }) => id !== 'data-pipeline').map(({ id }) => id))(
    '%s: the lanes hold what the heap says, the quarter rule has the collector’s own figures',
    (id) => {
      const { source } = lessons.find((lesson) => lesson.id === id)!;
      const { journal, collector } = runOf(source, { profile });
      const history = new PopulationHistory(journal, profileNamed(profile).thresholds);
      const playhead = new Playhead(journal);
      const ends = journal.collections.slice(-4).map(({ endEvent }) => endEvent + 1);
      for (const position of [...ends, Math.floor(journal.eventCount / 3), journal.eventCount]) {
        playhead.seek(position);
        const { state } = playhead;
        const objects = [0, 0, 0, 0];
        for (const id of journal.objects.born.view())
          if (state.isAlive(id) && state.generation[id] < objects.length) objects[state.generation[id]]++;
        expect(history.at(position).objects).toEqual(objects);
      }
      if (profile === '3.14.2') return;
      const { longLivedPending, longLivedTotal } = collector!.generations;
      const { pending, longLived } = history.at(journal.eventCount);
      expect(pending).toBe(longLivedPending);
      // The collector also counts the function that runs the module, which was there before the journal begins.
      expect([0, 1]).toContain(longLivedTotal - longLived);
    },
  );
});
