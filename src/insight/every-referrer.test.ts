/** Refcount explained: at sampled moments of every lesson and every conformance program, the holders add up. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { journalOf } from '../../tests/support/journal-of.ts';
import { lessons } from '../lesson/lessons.ts';
import type { RunOptions } from '../machine/run-program.ts';
import { Playhead } from '../playhead/playhead.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { referrersOf } from './referrers.ts';
import { wordAt } from './strong-graph.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new URL('../../tests/conformance/programs/', import.meta.url);
const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => ({ name: file, source: readFileSync(new URL(file, folder), 'utf8') }));
/** Moments of a run, and objects of a moment, that are looked at. */
const MOMENTS = 6;
const OBJECTS = 400;
const BUDGET = { events: 60_000 };

/** Every object of the moment, or so many, spread over all of them. */
function objectsAt(state: HeapView): number[] {
  const { journal } = state;
  const alive = [...journal.objects.born.view()].filter((id) => state.isAlive(id) && !journal.isLibrary(id));
  const every = Math.ceil(alive.length / OBJECTS);
  return alive.filter((_, i) => i % Math.max(1, every) === 0);
}

/** What is wrong with the explanation of one refcount; [] when nothing is. */
function faults(state: HeapView, id: number): string[] {
  const { journal } = state;
  const referrers = referrersOf(state, id);
  const found: string[] = [];
  const sum = referrers.reduce((total, { count }) => total + count, 0);
  if (sum !== state.refcount[id]) found.push(`refcount ${state.refcount[id]}, explained ${sum}`);
  for (const { kind, text, holder, slot, frame, count } of referrers) {
    if (text === '' || /\?|undefined/.test(text.replace(/'[^']*'|"[^"]*"/g, ''))) found.push(`nameless: “${text}”`);
    if (count < 0) found.push(`${text} counts ${count}`);
    // The edge that is drawn is there.
    if ((kind === 'slot' || kind === 'global') && wordAt(state, holder, slot) !== id)
      found.push(`${text} holds another`);
    if (kind === 'dict' && state.dictOf[holder] !== id) found.push(`${text} is another`);
    if (kind === 'local' && state.frame(frame).locals[slot] !== id) found.push(`${text} is another`);
    if (kind === 'stack' && !state.frame(frame).stack.includes(id)) found.push(`${text}: not there`);
  }
  return found.map((fault) => `${journal.label(id)} at ${state.position}: ${fault}`);
}

const ways: readonly RunOptions[] = [{ profile: '3.13' }, { profile: '3.14' }];

describe.each(ways)('$profile', (options) => {
  const all = [...lessons.map(({ id, source }) => ({ name: id, source })), ...programs];
  test.each(all)('$name: holders add up to the refcount, and are named', ({ source }) => {
    const journal = journalOf(source, options, BUDGET);
    const playhead = new Playhead(journal);
    // Moments between two lines and in the middle of them.
    for (let moment = 1; moment <= MOMENTS; moment++) {
      playhead.seek(Math.floor((journal.eventCount * moment) / MOMENTS));
      const { state } = playhead;
      expect(objectsAt(state).flatMap((id) => faults(state, id))).toEqual([]);
    }
  });
});
