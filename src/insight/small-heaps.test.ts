/** The questions, put to a heap without objects and to one with a single object: each has its answer there, too. */
import { describe, expect, test } from 'vitest';
import { whole } from '../base/sliced.ts';
import { Journal } from '../journal/journal.ts';
import { newMachine, type RunOptions } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { CollectionWalk } from './collection/collection-walk.ts';
import { workOf } from './collection/collection-work.ts';
import { GcLists } from './collection/gc-lists.ts';
import { compare, type Comparison } from './comparison.ts';
import { cutOfEdge, cutOfReferrer } from './cut.ts';
import { dominatorsOf } from './dominators.ts';
import { lanesAt, PopulationHistory } from './generations.ts';
import { keeperGraph, Keepers } from './keepers.ts';
import { Reach, reachabilityAt } from './reachability.ts';
import { referrersOf } from './referrers.ts';
import { stockOf } from './stock.ts';
import { whatIf } from './what-if.ts';
import { avoidForNextPath, whyAlive } from './why-alive.ts';

function endOf(source: string, options: RunOptions = {}) {
  const run = startProgram(newMachine(options), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  const { state } = playhead;
  const own = [...journal.objects.born.view()].filter((id) => state.isAlive(id) && journal.isCounted(id));
  return { journal, playhead, state, own };
}

const difference = (answer: Comparison | string): Comparison => {
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
};

describe.each([{}, { profile: '3.11' }, { profile: '3.14.2' }, { collector: 'mark-sweep' }] as const)(
  'with options %o',
  (options) => {
    const collects = 'import gc\ngc.collect()\n';

    test('a heap before anything happened', () => {
      const playhead = new Playhead(new Journal());
      const { state } = playhead;
      expect(whyAlive(state, 7)).toBeNull();
      expect(referrersOf(state, 7)).toEqual([]);
      expect(whatIf(state, { holder: 7, frame: -1, slot: 0 })).toMatch(/gone at this moment/);
      const graph = keeperGraph(state);
      const keepers = new Keepers(state, graph, dominatorsOf(graph));
      expect([keepers.keptBy(), keepers.largestObjects(5), keepers.byType()]).toEqual([[], [], []]);
      expect(reachabilityAt(state).counts).toEqual({});
      expect(difference(compare(stockOf(state), stockOf(state))).total).toMatchObject({ growth: { objects: 0 } });
      expect(new PopulationHistory(state.journal, [700, 10, 10]).at(0).objects).toEqual([0, 0, 0, 0]);
    });

    test('an empty heap: a program without objects', () => {
      const { own, state, playhead, journal } = endOf(collects, options);
      expect(own).toEqual([]);
      const graph = keeperGraph(state);
      const keepers = new Keepers(state, graph, dominatorsOf(graph));
      expect(keepers.largestObjects(20).filter(({ id }) => journal.isCounted(id))).toEqual([]);
      const { rows } = difference(compare(stockOf(state), stockOf(state)));
      expect(rows.filter(({ born, died }) => born.objects + died.objects > 0)).toEqual([]);
      const [collection] = journal.collections;
      const walk = new CollectionWalk(playhead, collection);
      expect([...walk.unreachable]).toEqual([]);
      expect(walk.cycles().sizes).toHaveLength(0);
      expect(whole(workOf(playhead, collection, new GcLists(journal)))).toEqual(walk.work);
      for (const [phase, { steps }] of walk.phases.entries()) expect(() => walk.rowAt(phase, steps)).not.toThrow();
    });

    test('a heap of one object', () => {
      const { own, state, playhead, journal } = endOf(`x = []\n${collects}`, options);
      expect(own).toHaveLength(1);
      const [list] = own;
      const path = whyAlive(state, list)!;
      expect(path.text).toBe('x');
      expect(avoidForNextPath(state, list, [])).toBeNull();
      const [referrer] = referrersOf(state, list);
      expect(referrer.text).toBe('x (global)');
      const cut = cutOfReferrer(referrer)!;
      expect(cutOfEdge(state, path, 0)).toEqual(cut);
      const isCounted = !('collector' in options);
      const outcome = whatIf(state, cut, isCounted);
      if (typeof outcome === 'string') throw new Error(outcome);
      expect([outcome.freed.objects, outcome.waits.objects]).toEqual(isCounted ? [1, 0] : [0, 1]);
      const graph = keeperGraph(state);
      const keepers = new Keepers(state, graph, dominatorsOf(graph));
      expect(keepers.of(list)).toMatchObject({ objects: 1, bytes: state.size[list] });
      expect(keepers.keepersOf(list).map(({ text }) => text)).toEqual(['x']);
      expect(reachabilityAt(state).reach[list]).toBe(Reach.STRONG);
      const late = stockOf(state);
      const [collection] = journal.collections;
      const walk = new CollectionWalk(playhead, collection);
      expect([...walk.examined]).toContain(list);
      expect([...walk.unreachable]).toEqual([]);
      playhead.seek(journal.objects.birth[list]);
      expect(difference(compare(stockOf(playhead.state), late)).total.born.objects).toBe(1);
      const history = new PopulationHistory(journal, [700, 10, 10]);
      const lanes = lanesAt(journal, journal.eventCount, history.at(journal.eventCount));
      expect(lanes.reduce((sum, { objects }) => sum + objects, 0)).toBeGreaterThan(0);
    });
  },
);

test('the references of a path can be cut, those to a class cannot', () => {
  const { state, journal } = endOf('class Node:\n    pass\na = Node()\na.b = [Node()]\n');
  const inner = [...journal.objects.born.view()].filter((id) => journal.typeNameOf(id) === 'Node')[1];
  const path = whyAlive(state, inner)!;
  expect(path.text).toBe('a.b[0]');
  for (const index of path.edges.keys()) {
    const outcome = whatIf(state, cutOfEdge(state, path, index)!);
    expect(typeof outcome === 'string' ? outcome : outcome.freed.objects).toBe(3 - index);
  }
  const type = journal.objects.type[inner];
  const toClass = { ...path, edges: [...path.edges, { from: inner, to: type, name: '.__class__', slot: -2 }] };
  expect(cutOfEdge(state, toClass, 3)).toBeNull();
});
