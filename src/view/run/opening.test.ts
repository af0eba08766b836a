import recorded from 'virtual:opening';
import { expect, test } from 'vitest';
import { eventWords } from '../../journal/event-store.ts';
import { OP_MASK } from '../../journal/event-words.ts';
import { isOpening, openingRequest } from './opening.ts';
import type { Reply } from './protocol.ts';
import { packReplies, unpackReplies } from './recording.ts';
import { RunDriver } from './run-driver.ts';

const request = openingRequest({ events: 40_000_000, objects: 4_000_000, output: 20_000_000 });

async function freshReplies(): Promise<Reply[]> {
  const replies: Reply[] = [];
  const driver = new RunDriver(
    (reply) => replies.push(structuredClone(reply)),
    () => Promise.resolve(),
  );
  await driver.receive(request);
  return replies;
}

/** Every event as its words. How many deltas they come in depends on the clock. */
function eventsOf(replies: readonly Reply[]): string[] {
  const events: string[] = [];
  for (const reply of replies) {
    if (reply.kind !== 'delta') continue;
    for (const words of reply.delta.chunks) {
      for (let at = 0; at < words.length; at += eventWords[words[at] & OP_MASK]) {
        events.push(words.subarray(at, at + eventWords[words[at] & OP_MASK]).join(' '));
      }
    }
  }
  return events;
}

/** All else that the deltas say, and the layout. */
function theRest(replies: readonly Reply[]): unknown {
  const deltas = replies.flatMap((reply) => (reply.kind === 'delta' ? [reply.delta] : []));
  const last = deltas.at(-1)!;
  return {
    ...last,
    chunks: [],
    atoms: deltas.flatMap(({ atoms }) => atoms),
    codes: deltas.flatMap(({ codes }) => codes),
    names: deltas.flatMap(({ names }) => names ?? []),
    statements: deltas.flatMap(({ statements }) => statements),
    output: deltas.map(({ output }) => output).join(''),
    layout: replies.find((reply) => reply.kind === 'arranged'),
  };
}

test('the recorded opening is what a run gives, event by event', async () => {
  const shown = unpackReplies(recorded);
  const fresh = await freshReplies();
  expect(shown.map(({ kind }) => kind).at(-1)).toBe('arranged');
  expect(eventsOf(shown).length).toBeGreaterThan(1000);
  expect(eventsOf(shown)).toEqual(eventsOf(fresh));
  expect(theRest(shown)).toEqual(theRest(fresh));
});

test('only the opening request is answered from the recording', () => {
  expect(isOpening(request)).toBe(true);
  expect(isOpening({ ...request, source: request.source + '\n' })).toBe(false);
  expect(isOpening({ ...request, python: '3.14' })).toBe(false);
  expect(isOpening({ ...request, collector: 'refcount' })).toBe(false);
  expect(isOpening({ ...request, arrange: { layout: 'radial', fold: true } })).toBe(false);
  expect(isOpening({ ...request, arrange: { layout: 'tidy', fold: false } })).toBe(false);
});

test('replies survive being packed', () => {
  const replies = unpackReplies(recorded);
  const [first] = replies;
  if (first.kind !== 'delta') throw new Error('the first reply is no delta');
  const delta = { ...first.delta, atoms: [NaN, -0, Infinity, 0.5, 10n ** 30n, { text: 'None' }, 'text…€😀'] };
  const all: Reply[] = [{ kind: 'delta', delta, last: false }, ...replies];
  expect(unpackReplies(packReplies(all))).toEqual(all);
});
