import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RandomRun } from '../../tests/support/random-run.ts';
import { liveText, runText, stateText } from '../../tests/support/state-text.ts';
import { Journal } from '../journal/journal.ts';
import { Checkpoints } from './checkpoints.ts';
import { Playhead } from './playhead.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const seed = fc.integer();
const steps = fc.integer({ min: 1, max: 300 });

function journalOf(run: RandomRun): Journal {
  const journal = new Journal();
  journal.append(run.delta());
  return journal;
}

/** Many checkpoints, so that short runs go through them; few bytes, so that they are thinned out. */
const manyCheckpoints = (): Checkpoints => new Checkpoints(200_000, 16);

describe('a playhead', () => {
  test('at the end shows the live heap', () => {
    fc.assert(
      fc.property(seed, steps, (seed, steps) => {
        const run = new RandomRun(seed).run(steps);
        const playhead = new Playhead(journalOf(run));
        playhead.seek(playhead.journal.eventCount);
        expect(liveText(playhead.state)).toBe(runText(run));
      }),
      { numRuns: 60 },
    );
  });

  test('goes on when the journal does', () => {
    fc.assert(
      fc.property(seed, steps, steps, (seed, first, second) => {
        const run = new RandomRun(seed).run(first);
        const journal = journalOf(run);
        const playhead = new Playhead(journal, manyCheckpoints());
        playhead.seek(journal.eventCount);
        run.run(second);
        journal.append(run.delta());
        playhead.seek(journal.eventCount);
        expect(liveText(playhead.state)).toBe(runText(run));
      }),
    );
  });

  test('an event applied and taken back changes nothing', () => {
    fc.assert(
      fc.property(seed, steps, (seed, steps) => {
        const journal = journalOf(new RandomRun(seed).run(steps));
        const playhead = new Playhead(journal);
        const { eventCount } = journal;
        const at: string[] = [];
        for (let position = 0; position <= eventCount; position++) {
          playhead.seek(position);
          at.push(stateText(playhead.state));
        }
        for (let position = eventCount; position >= 0; position--) {
          playhead.seek(position);
          if (stateText(playhead.state) !== at[position]) expect(stateText(playhead.state)).toBe(at[position]);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('shows the same whatever the way', () => {
    fc.assert(
      fc.property(seed, steps, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (seed, steps, ways) => {
        const journal = journalOf(new RandomRun(seed).run(steps));
        const wanderer = new Playhead(journal, manyCheckpoints());
        for (const way of ways) {
          const position = Math.round(way * journal.eventCount);
          wanderer.seek(position);
          const straight = new Playhead(journal);
          straight.seek(position);
          expect(stateText(wanderer.state)).toBe(stateText(straight.state));
        }
      }),
    );
  });

  test('lays checkpoints ahead without moving', () => {
    const journal = journalOf(new RandomRun(5).run(3000));
    const playhead = new Playhead(journal, new Checkpoints(1e9, 100));
    playhead.seek(7);
    while (!playhead.prepare(500));
    expect(playhead.position).toBe(7);
    expect(playhead.checkpoints.count).toBe(Math.floor(journal.eventCount / 100) + 1);
  });
});
