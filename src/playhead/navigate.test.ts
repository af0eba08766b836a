import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RandomRun } from '../../tests/support/random-run.ts';
import { EventCursor } from '../journal/event-store.ts';
import { Ev } from '../journal/event-words.ts';
import { Journal } from '../journal/journal.ts';
import { forEachObject, isTraffic } from './event-kinds.ts';
import * as navigate from './navigate.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function journalOf(seed: number, steps: number): Journal {
  const journal = new Journal();
  journal.append(new RandomRun(seed).run(steps).delta());
  return journal;
}

/** Positions after the events that pass, ascending: the obvious way. */
function positions(journal: Journal, test: (words: Int32Array, at: number, op: number) => boolean): number[] {
  const found: number[] = [];
  const cursor = new EventCursor(journal.events);
  for (; cursor.event < journal.eventCount; cursor.next()) {
    if (test(cursor.words, cursor.at, cursor.op)) found.push(cursor.event + 1);
  }
  return found;
}

type Way = (journal: Journal, from: number) => number | null;
type Passes = (words: Int32Array, at: number, op: number) => boolean;

const ways: readonly [string, Way, Way, Passes][] = [
  ['lines', navigate.nextLine, navigate.previousLine, (_words, _at, op) => op === Ev.LINE],
  ['deaths', navigate.nextFree, navigate.previousFree, (_words, _at, op) => op === Ev.FREE],
  ['collections', navigate.nextCollection, navigate.previousCollection, (_words, _at, op) => op === Ev.COLLECT_START],
  [
    'phases',
    navigate.nextPhase,
    navigate.previousPhase,
    (_words, _at, op) => op === Ev.COLLECT_START || op === Ev.PHASE || op === Ev.COLLECT_END,
  ],
  [
    'events',
    navigate.nextEvent,
    (journal, from) => navigate.previousEvent(journal, from) || null,
    (words, at) => !isTraffic(words, at),
  ],
];

describe.each(ways)('%s', (_name, next, previous, passes) => {
  test('come one after the other, in both directions, from anywhere', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 150 }), (seed, steps) => {
        const journal = journalOf(seed, steps);
        const expected = positions(journal, passes);
        for (let from = 0; from <= journal.eventCount; from++) {
          expect(next(journal, from)).toBe(expected.find((position) => position > from) ?? null);
          expect(previous(journal, from)).toBe(expected.findLast((position) => position < from) ?? null);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test('changes of an object are the events that name it', () => {
  const journal = journalOf(2, 300);
  for (let id = journal.programStart; id < journal.idLimit; id++) {
    if (!journal.isNode(id)) continue;
    const expected = positions(journal, (words, at) => {
      let named = false;
      forEachObject(words, at, (other) => (named ||= other === id));
      return named && !isTraffic(words, at);
    });
    const found: number[] = [];
    for (let at: number | null = 0; at !== null;) {
      at = navigate.nextChangeOf(journal, id, at);
      if (at !== null) found.push(at);
    }
    expect(found).toEqual(expected);
    const back: number[] = [];
    for (let at: number | null = journal.eventCount + 1; at !== null;) {
      at = navigate.previousChangeOf(journal, id, at);
      if (at !== null) back.push(at);
    }
    expect(back.reverse()).toEqual(expected);
  }
});

test('stepping over a call does not go deeper', () => {
  const journal = journalOf(8, 600);
  for (let from = 0; from < journal.eventCount; from += 5) {
    const depth = journal.placeAt(from)?.depth ?? 1;
    const over = navigate.nextLineOver(journal, from);
    const out = navigate.nextLineOut(journal, from);
    if (over !== null) expect(journal.placeAt(over)!.depth).toBeLessThanOrEqual(depth);
    if (out !== null) expect(journal.placeAt(out)!.depth).toBeLessThan(depth);
  }
});
