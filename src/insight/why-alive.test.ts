import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dataGraph } from '../../tests/support/data-graph.ts';
import { randomMoments } from '../../tests/support/random-graph.ts';
import { RandomRun } from '../../tests/support/random-run.ts';
import { allReferences, distancesFrom, liveIds, rootIds } from '../../tests/support/slow-reachability.ts';
import { Kind } from '../journal/event-words.ts';
import { Journal } from '../journal/journal.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { cyclesOf } from './cycles.ts';
import { deathOf } from './death.ts';
import { namedRoots, nativeRoots, wordAt } from './strong-graph.ts';
import { avoidForNextPath, type PathEdge, pythonPath, whyAlive } from './why-alive.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function atEnd(journal: Journal): Playhead {
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  return playhead;
}

test('a node of a tree lives by its parent, the root by its variable', () => {
  const { journal, nodes, root } = dataGraph(2, 3);
  const { state } = atEnd(journal);
  expect(whyAlive(state, root)?.text).toBe('root');
  expect(whyAlive(state, nodes[9])?.text).toBe('root.children[1].children[2]');
  expect(pythonPath(state, nodes[9])).toBe('root.children[1].children[2]');
});

test('a child with a parent link lives by its own children, too; then there is no other path', () => {
  const { journal, nodes, root } = dataGraph(1, 2, 'after');
  const { state } = atEnd(journal);
  const texts: string[] = [];
  for (let avoid: ReturnType<typeof avoidForNextPath> = []; avoid !== null;) {
    texts.push(whyAlive(state, root, avoid)!.text);
    avoid = avoidForNextPath(state, root, avoid);
  }
  expect(texts).toEqual(['root']);
  expect(avoidForNextPath(state, nodes[1], [])).toBe(null);
});

test('two variables are two paths', () => {
  const run = startProgram(newMachine(), 'a = [[]]\nb = a\nc = a[0]\n', 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const { state } = atEnd(journal);
  const lists = [...journal.objects.born.view()].filter((id) => journal.objects.kind[id] === Kind.LIST);
  const inner = lists.find((id) => state.slotCount[id] === 0 && !journal.isLibrary(id))!;
  const texts: string[] = [];
  for (let avoid: ReturnType<typeof avoidForNextPath> = []; avoid !== null;) {
    texts.push(whyAlive(state, inner, avoid)!.text);
    avoid = avoidForNextPath(state, inner, avoid);
  }
  expect(texts).toEqual(['c', 'a[0]', 'b[0]']);
});

test('what a frame holds lives by the exception that keeps the frame, in Python’s own words', () => {
  const source = `class Buffer:
    pass

def load(path):
    buffer = Buffer()
    raise ValueError(path)

try:
    load('bad')
except ValueError as error:
    saved = error
`;
  const run = startProgram(newMachine(), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const { state } = atEnd(journal);
  const buffer = [...journal.objects.born.view()].find((id) => journal.typeNameOf(id) === 'Buffer')!;
  expect(whyAlive(state, buffer)?.text).toBe("saved.__traceback__.tb_next.tb_frame.f_locals['buffer']");
});

test('cyclic garbage lives by nobody', () => {
  const graph = dataGraph(2, 2, 'after');
  graph.delRoot();
  graph.append();
  const { state } = atEnd(graph.journal);
  expect(state.isAlive(graph.root)).toBe(true);
  expect(whyAlive(state, graph.root)).toBe(null);
  const { component, count, sizes } = cyclesOf(state);
  expect(count).toBe(1);
  // Leaves and their parents refer to each other: all nodes, and the lists that have children in them.
  expect(sizes[0]).toBe(7 + 3);
  expect(component[graph.root]).toBe(1);
});

test('death by reference count names the line', () => {
  const graph = dataGraph(1, 2);
  graph.delRoot();
  graph.append();
  expect(deathOf(graph.journal, graph.root)?.text).toBe('by reference count, at line 22');
  expect(deathOf(graph.journal, graph.globals)).toBe(null);
});

/** The text of a path may name any of several ways; its length, and that each edge is there, may not vary. */
test('on random heaps a path is as short as a slow search says, and there is none where that finds none', () => {
  fc.assert(
    fc.property(randomMoments, (state) => {
      const references = allReferences(state);
      const named = distancesFrom(
        namedRoots(state).map(({ id }) => id),
        references,
      );
      const reached = distancesFrom(rootIds(state), references);
      const native = distancesFrom(
        nativeRoots(state).map(({ id }) => id),
        references,
      );
      for (const id of liveIds(state)) {
        const path = whyAlive(state, id);
        const steps = path === null ? undefined : path.edges.length - 1;
        expect([id, steps]).toEqual([id, named.get(id) ?? native.get(id)]);
        expect(path !== null).toBe(reached.has(id));
        for (const { from, to, slot } of path?.edges.slice(1) ?? []) expect(wordAt(state, from, slot)).toBe(to);
      }
    }),
    { numRuns: 40 },
  );
});

test('on random heaps the next path is there when a slow search for each edge finds one, and avoids what it should', () => {
  fc.assert(
    fc.property(randomMoments, (state) => {
      for (const id of liveIds(state).slice(-12)) {
        let avoid: readonly PathEdge[] | null = [];
        for (let turn = 0; turn < 4 && avoid !== null; turn++) {
          const edges: readonly PathEdge[] = whyAlive(state, id, avoid)?.edges ?? [];
          const before: readonly PathEdge[] = avoid;
          // The edge nearest to the object that can be avoided and without which there is a path.
          const nearest = edges.findLast(
            (edge) => (edge.from === 0 || edge.slot >= 0) && whyAlive(state, id, [...before, edge]) !== null,
          );
          avoid = avoidForNextPath(state, id, before);
          expect([id, avoid?.at(-1)]).toEqual([id, nearest]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('on random heaps two objects are in one cycle when each reaches the other', () => {
  fc.assert(
    fc.property(randomMoments, (state) => {
      const references = allReferences(state);
      const ids = liveIds(state);
      const reach = new Map(
        ids.map((id) => [
          id,
          distancesFrom(
            references.filter((each) => each.holder === id).map(({ to }) => to),
            references,
          ),
        ]),
      );
      const { component, sizes, count } = cyclesOf(state);
      for (const id of ids) {
        expect([id, component[id] > 0]).toEqual([id, reach.get(id)!.has(id)]);
        if (component[id] === 0) continue;
        const together = ids.filter((other) => reach.get(id)!.has(other) && reach.get(other)!.has(id));
        expect(together.filter((other) => component[other] === component[id])).toEqual(together);
        expect(sizes[component[id] - 1]).toBe(together.length);
      }
      expect(new Set(ids.map((id) => component[id]).filter((number) => number > 0)).size).toBe(count);
    }),
    { numRuns: 40 },
  );
});

test('what is alive has a path, or lies in or behind a cycle', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (seed, steps) => {
      const journal = new Journal();
      journal.append(new RandomRun(seed).run(steps).delta());
      const { state } = atEnd(journal);
      const { component } = cyclesOf(state);
      const hasCycle = component.some((number) => number > 0);
      for (let id = journal.programStart; id < journal.idLimit; id++) {
        if (!state.isAlive(id)) continue;
        const path = whyAlive(state, id);
        if (path === null) expect(hasCycle).toBe(true);
        else expect(path.edges.at(-1)?.to).toBe(id);
      }
    }),
    { numRuns: 50 },
  );
});
