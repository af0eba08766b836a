import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { RandomRun } from '../../tests/support/random-run.ts';
import { whole } from '../base/sliced.ts';
import { Ev, OP_BITS } from '../journal/event-words.ts';
import { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';
import { type Breakpoint, nextStop, previousStop } from './breakpoints.ts';
import { Playhead } from './playhead.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function journalOf(seed: number, steps: number): Journal {
  const journal = new Journal();
  journal.append(new RandomRun(seed).run(steps).delta());
  return journal;
}

/** Where a breakpoint stops, ascending: the obvious way, with the heap at every position. */
function allStops(journal: Journal, breakpoint: Breakpoint): number[] {
  const { places, objects, eventCount } = journal;
  const lines = [...places.steps()].map((step) => places.eventAt(step));
  switch (breakpoint.kind) {
    case 'line':
      return lines.map((event) => event + 1).filter((position) => journal.placeAt(position)!.line === breakpoint.line);
    case 'collection':
      return journal.collections.map(({ startEvent }) => startEvent + 1);
    case 'death':
      return objects.death[breakpoint.object] === NEVER ? [] : [objects.death[breakpoint.object] + 1];
    case 'refcount': {
      const playhead = new Playhead(journal);
      const countAt = (position: number): number => {
        playhead.seek(position);
        return objects.birth[breakpoint.object] < position ? playhead.state.refcount[breakpoint.object] : 0;
      };
      const borders = [0, ...lines, eventCount];
      return borders.slice(1).flatMap((end, i) => {
        const start = borders[i];
        if (countAt(start) === countAt(end)) return [];
        let position = end;
        while (countAt(position - 1) === countAt(position)) position--;
        return [position];
      });
    }
  }
}

function breakpointsOf(journal: Journal): Breakpoint[] {
  const objects = Array.from(journal.objects.born.values.subarray(0, journal.objects.born.length));
  const some = objects.filter((_, i) => i % 7 === 1).slice(0, 4);
  return [
    { kind: 'line', line: 3 },
    { kind: 'collection' },
    ...some.map((object) => ({ kind: 'death', object }) as const),
    ...some.map((object) => ({ kind: 'refcount', object }) as const),
    // A class: its instances count.
    { kind: 'refcount', object: objects[1] },
  ];
}

test('each breakpoint is found from everywhere, in both directions', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 120 }), (seed, steps) => {
      const journal = journalOf(seed, steps);
      for (const breakpoint of breakpointsOf(journal)) {
        const expected = allStops(journal, breakpoint);
        for (let from = 0; from <= journal.eventCount; from++) {
          const name = `${JSON.stringify(breakpoint)} from ${from}`;
          expect(whole(nextStop(journal, [breakpoint], from))?.position ?? null, name).toBe(
            expected.find((position) => position > from) ?? null,
          );
          expect(whole(previousStop(journal, [breakpoint], from))?.position ?? null, name).toBe(
            expected.findLast((position) => position < from) ?? null,
          );
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('of several the nearest stops', () => {
  const journal = journalOf(5, 400);
  const all = breakpointsOf(journal);
  for (let from = 0; from <= journal.eventCount; from += 3) {
    const ahead = all.map((each) => whole(nextStop(journal, [each], from))?.position ?? Infinity);
    expect(whole(nextStop(journal, all, from))?.position ?? Infinity).toBe(Math.min(...ahead));
    const behind = all.map((each) => whole(previousStop(journal, [each], from))?.position ?? -1);
    expect(whole(previousStop(journal, all, from))?.position ?? -1).toBe(Math.max(...behind));
  }
});

test('an object that the run does not have stops nowhere', () => {
  const journal = journalOf(1, 20);
  for (const object of [journal.idLimit + 5, 0]) {
    expect(whole(nextStop(journal, [{ kind: 'death', object }], 0))).toBeNull();
    expect(whole(nextStop(journal, [{ kind: 'refcount', object }], 0))).toBeNull();
    expect(whole(previousStop(journal, [{ kind: 'refcount', object }], 9))).toBeNull();
  }
});

test('ten million events are searched within 100 ms, in both directions', () => {
  const EVENTS = 10_000_000;
  const run = new RandomRun(3);
  const watched = run.heap.alloc(0, run.nodeType, [], null, 16);
  const delta = run.delta();
  // Nine looks at another object, then a line, again and again; the watched one's count changes at neither end.
  const words = new Int32Array(EVENTS);
  words.fill(Ev.PUSH | ((watched - 1) << OP_BITS));
  for (let i = 0; i < EVENTS; i += 10) words[i] = Ev.LINE | (2 << OP_BITS);
  const lines = new Int32Array(EVENTS + EVENTS / 10);
  for (let i = 0, at = 0; i < EVENTS; i++, at++) {
    lines[at] = words[i];
    if (i % 10 === 0) lines[++at] = 2;
  }
  const journal = new Journal();
  journal.append({ ...delta, chunks: [...delta.chunks, lines] });
  expect(journal.eventCount).toBeGreaterThan(EVENTS);
  const all: Breakpoint[] = [
    { kind: 'line', line: 99 },
    { kind: 'collection' },
    { kind: 'death', object: watched },
    { kind: 'refcount', object: watched },
  ];
  const from = journal.objects.birth[watched] + 1;
  // Time on the processor: the machine has other things to do, too.
  const best = (search: () => unknown): number => {
    const times = Array.from({ length: 7 }, () => {
      const start = process.cpuUsage();
      search();
      return process.cpuUsage(start).user / 1000;
    });
    return Math.min(...times);
  };
  const forwards = best(() => expect(whole(nextStop(journal, all, from))).toBeNull());
  const backwards = best(() => expect(whole(previousStop(journal, all, journal.eventCount))?.position).toBe(from));
  expect(forwards).toBeLessThan(100);
  expect(backwards).toBeLessThan(100);
});
