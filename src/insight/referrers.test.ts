import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dataGraph } from '../../tests/support/data-graph.ts';
import { RandomRun } from '../../tests/support/random-run.ts';
import { Journal } from '../journal/journal.ts';
import { Playhead } from '../playhead/playhead.ts';
import { referentsOf } from './referents.ts';
import { referrersOf } from './referrers.ts';
import { countedReferences } from './strong-graph.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('between two operations, the referrers of every object are its refcount', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (seed, steps) => {
      const run = new RandomRun(seed).run(steps);
      const journal = new Journal();
      journal.append(run.delta());
      const playhead = new Playhead(journal);
      playhead.seek(journal.eventCount);
      const { state } = playhead;
      for (let id = journal.programStart; id < journal.idLimit; id++) {
        if (!state.isAlive(id)) continue;
        const referrers = referrersOf(state, id);
        const sum = referrers.reduce((total, referrer) => total + referrer.count, 0);
        expect(sum).toBe(state.refcount[id]);
        // Nobody but the module (which holds the globals) is at work between two operations.
        const native = referrers.filter((referrer) => referrer.kind === 'native');
        expect(native.map((referrer) => referrer.count)).toEqual(id === journal.globals ? [1] : []);
      }
    }),
  );
});

test('at every event, native code holds what nothing else does, never less than nothing', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 100 }), (seed, steps) => {
      const journal = new Journal();
      journal.append(new RandomRun(seed).run(steps).delta());
      const playhead = new Playhead(journal);
      for (let position = 0; position <= journal.eventCount; position++) {
        playhead.seek(position);
        const { state } = playhead;
        const counted = countedReferences(state);
        for (let id = journal.programStart; id < journal.idLimit; id++) {
          // While an event pair is half done (LOCAL before the DECREF of the old value) native code owns the difference.
          if (state.isAlive(id)) expect(state.refcount[id]).toBeGreaterThanOrEqual(counted[id]);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('referrers are named as Python names them', () => {
  const graph = dataGraph(2, 2, 'after');
  const playhead = new Playhead(graph.journal);
  playhead.seek(graph.journal.eventCount);
  const { state } = playhead;
  const texts = (id: number): string[] => referrersOf(state, id).map((referrer) => referrer.text);
  expect(texts(graph.root)).toEqual(['root (global)', 'DataNode 1.parent', 'DataNode 2.parent']);
  expect(texts(graph.nodes[3])).toEqual(['DataNode 1.children[0]']);
  expect(texts(graph.globals)).toEqual(['the module that runs']);
  expect(referrersOf(state, graph.heap.typeOf[graph.root]).map(({ text, count }) => [text, count])).toEqual([
    ['DataNode (global)', 1],
    ['its 7 instances', 7],
  ]);
  expect(referentsOf(state, graph.nodes[1]).map(({ name, text }) => name + ' = ' + text)).toEqual([
    '.value = 1',
    '.children = list #6',
    '.parent = DataNode 0',
    '.__class__ = class DataNode',
  ]);
});
