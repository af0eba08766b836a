import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { KINDS } from '../../tests/oracle/grammar/kinds.ts';
import { writeProgram } from '../../tests/oracle/grammar/write-program.ts';
import { randomStatements } from '../../tests/oracle/random-program.ts';
import { Journal } from '../journal/journal.ts';
import { newMachine, type RunOptions } from '../machine/run-program.ts';
import { type Run, startProgram } from '../machine/run.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { Playhead } from '../playhead/playhead.ts';
import { lessons } from '../lesson/lessons.ts';
import { type Cut, cutOfReferrer, cutText, statementFor } from './cut.ts';
import { referrersOf } from './referrers.ts';
import { Fate, whatIf } from './what-if.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Finished {
  readonly run: Run;
  readonly journal: Journal;
  readonly state: HeapView;
}

function finished(source: string, options: RunOptions = {}): Finished {
  const run = startProgram(newMachine(options), source, 'main.py', { events: 3_000_000 });
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  return { run, journal, state: playhead.state };
}

/** Every reference of the moment that a cut can be asked about: variables, attributes, items, entries. */
function cutsAt(state: HeapView): Cut[] {
  const { born } = state.journal.objects;
  return [...born.view()]
    .filter((id) => state.isAlive(id) && !state.journal.isLibrary(id))
    .flatMap((id) => referrersOf(state, id))
    .filter(({ holder }) => !state.journal.isLibrary(holder))
    .map(cutOfReferrer)
    .filter((cut) => cut !== null);
}

/** What running `statement` frees, of what was alive before. */
function freedBy({ run, journal }: Finished, statement: string): number[] {
  const { eventCount } = journal;
  const freedBefore = journal.objects.freed.length;
  const end = run.runStatement(statement);
  expect([statement, end.kind === 'finished' ? '' : run.exceptionLine]).toEqual([statement, '']);
  journal.append(run.takeDelta());
  const { freed, birth } = journal.objects;
  const ids = [...freed.view().subarray(freedBefore)];
  return ids.filter((id) => birth[id] < eventCount && !journal.isLibrary(id)).sort((a, b) => a - b);
}

/** The program's objects with one of these fates. */
const idsOf = ({ journal }: Finished, fate: Uint8Array, ...which: number[]): number[] =>
  [...fate.keys()].filter((id) => which.includes(fate[id]) && !journal.isLibrary(id));

/** Foresees one cut of the program's last moment, does it, and compares. Says what was cut, or why nothing could be. */
function foreseeAndDo(source: string, choice: number, options: RunOptions = {}): string {
  const program = finished(source, options);
  const { state, journal } = program;
  const cuts = cutsAt(state);
  if (cuts.length === 0) return 'nothing to cut';
  const cut = cuts[choice % cuts.length];
  const answer = statementFor(state, cut);
  if ('reason' in answer) return answer.reason;
  const foreseen = whatIf(state, cut);
  if (typeof foreseen === 'string') return foreseen;
  const text = `${cutText(state, cut)}: ${answer.statement}`;
  const freed = freedBy(program, answer.statement);
  if (!foreseen.isCertain) return `${text} (runs Python code)`;
  expect([text, freed]).toEqual([text, idsOf(program, foreseen.fate, Fate.FREED)]);
  // And a collection frees what was to wait for it; what was frozen is thawed first.
  const waiting = idsOf(program, foreseen.fate, Fate.WAITS, Fate.WAITED);
  const collected = freedBy(program, 'import gc\ngc.unfreeze()\ngc.collect()');
  expect([text, collected]).toEqual([text, waiting]);
  expect(journal.end.kind).toBe('finished');
  return text;
}

const small = lessons.filter(({ id }) => id !== 'data-pipeline');

test.each(small)('$id: what is foreseen is what happens', ({ source }) => {
  fc.assert(
    fc.property(fc.nat(10_000), (choice) => void foreseeAndDo(source, choice)),
    { numRuns: 6, seed: 5 },
  );
});

const kinds = Object.entries(KINDS).map(([name, kind]) => ({ name, kind }));

test.each(kinds)('random programs of kind $name: what is foreseen is what happens', ({ kind }) => {
  const { templates, beginning, ending } = kind;
  const versions = fc.constantFrom('3.11' as const, '3.13' as const, '3.14' as const);
  fc.assert(
    fc.property(randomStatements(templates, 25), fc.nat(10_000), versions, (statements, choice, profile) => {
      foreseeAndDo(writeProgram(templates, statements, beginning, ending), choice, { profile });
    }),
    { numRuns: 12, seed: 1, endOnFailure: true },
  );
});

test('frozen garbage waits for gc.unfreeze(), and so does what it holds; the rest for a collection', () => {
  const end = finished(
    'import gc\nclass Node:\n    pass\na = Node()\na.me = a\ngc.freeze()\na.tail = Node()\na.tail.me = a.tail\nb = Node()\nb.me = b\n',
  );
  const { state, journal } = end;
  const cutOf = (name: string): Cut => {
    const nodes = [...journal.objects.born.view()].filter((id) => journal.typeNameOf(id) === 'Node');
    const id = nodes[name === 'a' ? 0 : 2];
    return cutOfReferrer(referrersOf(state, id).find(({ text }) => text === `${name} (global)`)!)!;
  };
  const a = whatIf(state, cutOf('a'));
  const b = whatIf(state, cutOf('b'));
  if (typeof a === 'string' || typeof b === 'string') throw new Error('nothing to cut');
  expect([a.waits.objects, a.frozen.objects]).toEqual([2, 2]);
  expect([b.waits.objects, b.frozen.objects]).toEqual([1, 0]);
  const waiting = idsOf(end, a.fate, Fate.WAITS);
  expect(freedBy(end, 'del a\ngc.collect()')).toEqual([]);
  expect(freedBy(end, 'gc.unfreeze()\ngc.collect()')).toEqual(waiting);
});
