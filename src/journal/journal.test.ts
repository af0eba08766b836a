import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RandomRun } from '../../tests/support/random-run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { EventCursor } from './event-store.ts';
import { encodeAtomIndex, encodeSmallInt } from '../heap/events.ts';
import { Journal } from './journal.ts';
import { NEVER } from './object-table.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const seed = fc.integer();
const steps = fc.integer({ min: 1, max: 200 });

/** A journal that got its run in two parts. */
function inTwoParts(seed: number, first: number, second: number): Journal {
  const journal = new Journal();
  const run = new RandomRun(seed).run(first);
  journal.append(run.delta());
  journal.append(run.run(second).delta());
  return journal;
}

describe('what a scan finds out about a moment', () => {
  test('is what the state at that moment says', () => {
    fc.assert(
      fc.property(seed, steps, steps, (seed, first, second) => {
        const journal = inTwoParts(seed, first, second);
        const playhead = new Playhead(journal);
        const { birth, death } = journal.objects;
        for (let position = 0; position <= journal.eventCount; position += 11) {
          playhead.seek(position);
          const { state } = playhead;
          let live = 0;
          let bytes = state.atomBytes;
          for (let id = journal.programStart; id < journal.idLimit; id++) {
            const isAlive = birth[id] < position && death[id] >= position;
            if (state.isAlive(id) !== isAlive) expect(`${id} alive: ${isAlive}`).toBe('as in the state');
            if (!isAlive) continue;
            if (journal.isCounted(id)) live++;
            bytes += state.size[id];
          }
          expect(journal.liveObjectsAt(position)).toBe(live);
          expect(journal.liveBytesAt(position)).toBe(bytes);
          const place = journal.placeAt(position);
          if (place === null) continue;
          const frame = state.frame(place.depth - 1);
          expect([frame.code, frame.line]).toEqual([place.code, place.line]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('includes the output so far', () => {
    const journal = inTwoParts(3, 200, 200);
    expect(journal.output.length).toBeGreaterThan(6);
    expect(journal.outputLengthAt(0)).toBe(0);
    expect(journal.outputLengthAt(journal.eventCount)).toBe(journal.output.length);
    const second = journal.outputEvents.values[1];
    expect(journal.outputLengthAt(second)).toBe(3);
    expect(journal.outputLengthAt(second + 1)).toBe(6);
  });

  test('includes the collection that runs', () => {
    const journal = inTwoParts(4, 200, 200);
    const [collection] = journal.collections;
    const { startEvent, endEvent, phases } = collection;
    expect(journal.collectionAt(startEvent)).toBe(null);
    expect(journal.collectionAt(startEvent + 1)).toBe(collection);
    expect(journal.collectionAt(endEvent)).toBe(collection);
    expect(journal.collectionAt(endEvent + 1)).toBe(null);
    expect(phases.map((mark) => mark.phase)).toEqual([1, 7]);
    expect(journal.phaseAt(phases[1].event)).toBe(1);
    expect(journal.phaseAt(phases[1].event + 1)).toBe(7);
    expect([...journal.unreachableAt(endEvent)]).toEqual([journal.globals]);
    expect([...journal.unreachableAt(phases[1].event)]).toEqual([]);
  });
});

test('a cursor finds every event from anywhere', () => {
  const journal = inTwoParts(9, 400, 400);
  const straight = new EventCursor(journal.events);
  const jumping = new EventCursor(journal.events);
  const firsts: number[] = [];
  for (; straight.event < journal.eventCount; straight.next()) firsts.push(straight.words[straight.at]);
  expect(firsts.length).toBeGreaterThan(1000);
  for (let i = 0; i < 500; i++) {
    const event = (i * 7919) % journal.eventCount;
    jumping.moveTo(event);
    expect(jumping.words[jumping.at]).toBe(firsts[event]);
  }
});

test('samples are equidistant and true', () => {
  const journal = new Journal();
  journal.append(new RandomRun(11).run(5000).delta());
  const { every, count, liveObjects, liveBytes } = journal.timeline;
  expect(count).toBeLessThan(4096);
  expect(every * count).toBeGreaterThan(journal.eventCount - every);
  for (let i = 0; i < count; i += 50) {
    expect(liveObjects[i]).toBe(journal.liveObjectsAt(i * every));
    expect(liveBytes[i]).toBe(journal.liveBytesAt(i * every));
  }
});

test('objects are numbered by type in order of birth', () => {
  const journal = inTwoParts(1, 100, 100);
  const nodes = [...journal.objects.born.view()].filter((id) => journal.typeNameOf(id) === 'Node');
  expect(nodes.map((id) => journal.label(id)).slice(0, 3)).toEqual(['Node #1', 'Node #2', 'Node #3']);
  expect(journal.label(0)).toBe('');
  expect(journal.objects.birth[0]).toBe(NEVER);
});

test('cell words read as Python writes them', () => {
  const journal = new Journal();
  const texts: [number | string | bigint | { text: string }, string][] = [
    [1.5, '1.5'],
    [2, '2.0'],
    [1e16, '1e+16'],
    [123456789012345680, '1.2345678901234568e+17'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-0, '-0.0'],
    [Infinity, 'inf'],
    [NaN, 'nan'],
    ['a', "'a'"],
    ["it's", '"it\'s"'],
    ['both \' and "', "'both \\' and \"'"],
    ['line\nbreak\t\x00', "'line\\nbreak\\t\\x00'"],
    [10n ** 20n, '100000000000000000000'],
    [{ text: 'None' }, 'None'],
  ];
  journal.atoms.push(...texts.map(([entry]) => entry));
  texts.forEach(([, text], index) => expect(journal.cellText(encodeAtomIndex(index))).toBe(text));
  expect(journal.cellText(encodeSmallInt(-42))).toBe('-42');
  expect(journal.cellText(0)).toBe('');
  journal.atoms.push('x'.repeat(100));
  expect(journal.cellText(encodeAtomIndex(texts.length), 5)).toBe("'xxxx…'");
});
