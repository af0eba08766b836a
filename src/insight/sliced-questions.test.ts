/** Questions that rest: whoever moves the playhead away and back at every rest gets the same answer as who waits for it. */
import { expect, test, vi } from 'vitest';
import { type Sliced, whole } from '../base/sliced.ts';
import { Journal } from '../journal/journal.ts';
import { dataGraphSource } from '../lesson/data-graph.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { lookInto } from './collection/collection-walk.ts';
import { workOf } from './collection/collection-work.ts';
import { GcLists } from './collection/gc-lists.ts';
import { compareSliced } from './comparison.ts';
import { cutOfReferrer } from './cut.ts';
import { makeGarbageCycles } from './cycles.ts';
import { makeReachability } from './reachability.ts';
import { makeReferrers } from './reference-graph.ts';
import { referrersOf } from './referrers.ts';
import { takeStock } from './stock.ts';
import { foresee } from './what-if.ts';
import { findNextPath } from './why-alive.ts';

vi.setConfig({ testTimeout: 60_000 });

/** 11,111 nodes, parents linked, freed by a collection: enough for every question to rest. */
function run(): Journal {
  const source = `${dataGraphSource}\nroot = create_data_graph(4, 10, 'strong')\nhere = 1\ndel root\ngc.collect()\n`;
  const running = startProgram(newMachine(), source, 'main.py', { events: 5_000_000 });
  const end = running.go();
  if (end.kind !== 'finished') throw new Error(running.exceptionLine ?? end.kind);
  const journal = new Journal();
  journal.append(running.takeDelta());
  return journal;
}

/** The answer, and how often there was a rest. */
function withVisitors<Answer>(playhead: Playhead, work: Sliced<Answer>): { answer: Answer; rests: number } {
  for (let rests = 0; ; rests++) {
    const step = work.next();
    if (step.done === true) return { answer: step.value, rests };
    const { position } = playhead;
    playhead.seek((position * 7 + rests * 1009) % playhead.journal.eventCount);
    playhead.seek(position);
  }
}

test('a question that is interrupted has the answer that it has at once', () => {
  const journal = run();
  const collection = journal.collections.at(-1)!;
  const beforeDel = collection.startEvent - 40;
  const lists = new GcLists(journal);
  const questions: Record<string, (playhead: Playhead) => Sliced<unknown>> = {
    'what if': ({ state }) => foresee(state, cutOfReferrer(referrersOf(state, nodes(state.journal)[0])[0])!, true),
    'next path': ({ state }) => findNextPath(state, nodes(state.journal).at(-1)!, []),
    'who refers to whom': ({ state }) => state.onceSliced(makeReferrers),
    reachability: ({ state }) => state.onceSliced(makeReachability),
    cycles: ({ state }) => state.onceSliced(makeGarbageCycles),
    stock: ({ state }) => takeStock(state),
    'enter a collection': (playhead) => lookInto(playhead, collection, lists),
    'what it took': (playhead) => workOf(playhead, collection, lists),
  };
  for (const [name, question] of Object.entries(questions)) {
    const calm = new Playhead(journal);
    calm.seek(beforeDel);
    const visited = new Playhead(journal);
    visited.seek(beforeDel);
    const { answer, rests } = withVisitors(visited, question(visited));
    expect(rests, name).toBeGreaterThan(1);
    expect(answer, name).toEqual(whole(question(calm)));
  }
  const playhead = new Playhead(journal);
  playhead.seek(1000);
  const early = whole(takeStock(playhead.state));
  playhead.seek(beforeDel);
  const late = whole(takeStock(playhead.state));
  const { answer } = withVisitors(playhead, compareSliced(early, late));
  expect(answer).toEqual(whole(compareSliced(early, late)));
});

test('what is kept of a moment is never put together from two of them', () => {
  const playhead = new Playhead(run());
  playhead.seek(100_000);
  const work = playhead.state.onceSliced(makeReferrers);
  work.next();
  playhead.seek(100_001);
  expect(() => whole(work)).toThrow('a question at 100000 went on at 100001');
});

function nodes(journal: Journal): number[] {
  return [...journal.objects.born.view()].filter((id) => journal.typeNameOf(id) === 'DataNode');
}
