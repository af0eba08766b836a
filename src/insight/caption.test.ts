import { describe, expect, test } from 'vitest';
import { dataGraph } from '../../tests/support/data-graph.ts';
import { RandomRun } from '../../tests/support/random-run.ts';
import { Ev } from '../journal/event-words.ts';
import { EventCursor } from '../journal/event-store.ts';
import { Journal } from '../journal/journal.ts';
import { buildDeleteCollect } from '../lesson/build-delete-collect.ts';
import { allProfiles } from '../machine/profiles/all-profiles.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { nextLine } from '../playhead/navigate.ts';
import { Playhead } from '../playhead/playhead.ts';
import { captionEvent, type SourceLine } from './caption.ts';
import { captionSince } from './caption-since.ts';

const sourceLine: SourceLine = (_filename, line) => (line === 22 ? '    del root\n' : '');

/** Position after the `nth` event of an operation (from 0), counted from `from`. */
function after(journal: Journal, op: number, from = 0, nth = 0): number {
  const cursor = new EventCursor(journal.events).moveTo(from);
  for (; cursor.event < journal.eventCount; cursor.next()) {
    if (cursor.op === op && nth-- === 0) return cursor.event + 1;
  }
  throw new Error(`no event ${op} after ${from}`);
}

describe('deleting the root of a data graph', () => {
  const graph = dataGraph(2, 2);
  const before = graph.journal.eventCount;
  graph.delRoot();
  graph.append();
  const { journal } = graph;
  const playhead = new Playhead(journal);
  const caption = (position: number): string => {
    playhead.seek(position);
    return captionEvent(playhead, sourceLine);
  };

  test.each([
    [Ev.LINE, 0, 'Line 22 is next: `del root`.'],
    [Ev.SET, 0, '`del root` removed the global `root`; it held DataNode 0.'],
    [
      Ev.DECREF,
      0,
      '`del root` dropped the last reference to DataNode 0: refcount 1 → 0, freed at once; what it alone refers to follows.',
    ],
    [Ev.UNTRACK, 0, 'The collector no longer tracks DataNode 0.'],
    [
      Ev.RELEASE,
      0,
      'The dying DataNode 0 let go of list #3: refcount 1 → 0, freed at once; what it alone refers to follows.',
    ],
    [Ev.FREE, 0, 'list #12 was freed: its refcount had reached 0.'],
  ])('event %i (%i): %s', (op, nth, text) => {
    expect(caption(after(journal, op, before, nth))).toBe(text);
  });

  test('is summed up', () => {
    playhead.seek(journal.eventCount);
    const from = after(journal, Ev.LINE, before);
    expect(captionSince(playhead, from, sourceLine)).toBe(
      '`del root` dropped the last reference to DataNode 0: refcount 1 → 0, freed at once, and with it 13 objects more.',
    );
    playhead.seek(from);
    expect(captionSince(playhead, journal.eventCount, sourceLine)).toBe('Line 22: `del root`.');
    playhead.seek(0);
    expect(captionSince(playhead, 9, sourceLine)).toBe('The program has not begun.');
  });
});

test.each(allProfiles.map(({ name }) => name))(
  'a statement that is run afterwards is told of without the function of its own code (%s)',
  (profile) => {
    const run = startProgram(newMachine({ profile }), buildDeleteCollect.source, 'main.py');
    run.go();
    const compiled = run.machine.parts.compile('del root', '<statement 1>');
    if (!compiled.ok) throw new Error('del root does not compile');
    run.begin('del root', '<statement 1>', compiled);
    run.go();
    const journal = new Journal();
    journal.append(run.takeDelta());
    const playhead = new Playhead(journal);
    const text: SourceLine = (filename) => (filename === '<statement 1>' ? 'del root' : '');
    const { startEvent } = journal.statements[1];
    playhead.seek(journal.eventCount);
    expect(captionSince(playhead, nextLine(journal, startEvent)!, text)).toBe(
      '`del root` dropped the last reference to DataNode 0: refcount 1 → 0, freed at once, and with it 25 objects more.',
    );
    const said: string[] = [];
    for (let position = startEvent + 1; position <= journal.eventCount; position++) {
      playhead.seek(position);
      said.push(captionEvent(playhead, text));
    }
    expect(said.filter((each) => each.startsWith('`del root` dropped'))).toHaveLength(1);
    expect(said.filter((each) => each.startsWith('The statement is over; its end dropped'))).toHaveLength(1);
  },
);

test('every event of a random run has a caption', () => {
  const journal = new Journal();
  journal.append(new RandomRun(17).run(800).delta());
  const playhead = new Playhead(journal);
  for (let position = 0; position <= journal.eventCount; position++) {
    playhead.seek(position);
    const text = captionEvent(playhead, sourceLine);
    expect(text).toMatch(/^.+[.]$/s);
    if (/undefined|NaN|null|\[object/.test(text)) expect(text).toBe('a caption');
    playhead.seek(position);
    captionSince(playhead, Math.max(0, position - 20), sourceLine);
  }
});
