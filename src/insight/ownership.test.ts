import { describe, expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { dataGraph, type Parents } from '../../tests/support/data-graph.ts';
import { RandomRun } from '../../tests/support/random-run.ts';
import { Kind } from '../journal/event-words.ts';
import { Journal } from '../journal/journal.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Ownership } from './ownership.ts';

// Random runs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe.each<Parents>(['none', 'before', 'after'])('in a data graph (parents: %s)', (parents) => {
  test.each([false, true])('nodes belong to lists, lists to nodes (root deleted: %s)', (deleted) => {
    const graph = dataGraph(3, 4, parents);
    // Two thirds of the nodes' life pass before anything else happens.
    if (deleted) {
      graph.delRoot();
      graph.append();
    }
    const ownership = new Ownership(graph.journal);
    ownership.update();
    const { owner } = ownership;
    expect(owner[graph.root]).toBe(0);
    const childrenOf = new Map(graph.nodes.map((node, index) => [index, node]));
    for (const [index, node] of childrenOf) {
      const list = node + 1; // the children list is made right after its node and its value
      const lists = [list, list + 1].filter((id) => owner[id] === node);
      expect(lists.length, `node ${index} owns its list`).toBe(1);
      if (index > 0) {
        const parent = graph.nodes[Math.floor((index - 1) / 4)];
        expect(owner[owner[node]], `node ${index} lies below its parent`).toBe(parent);
      }
    }
  });
});

test('what is built depth first belongs to its parent, down to what was finished last', () => {
  const source = `
class Node:
    def __init__(self):
        self.children = []

def create(depth):
    node = Node()
    if depth > 0:
        for _ in range(5):
            node.children.append(create(depth - 1))
    return node

root = create(3)
`;
  const run = startProgram(newMachine(), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const ownership = new Ownership(journal);
  ownership.update();
  const { kind, born } = journal.objects;
  const nodes = [...born.values.subarray(0, born.length)].filter((id) => kind[id] === Kind.INSTANCE);
  expect(nodes.length).toBe(156);
  expect(nodes.filter((id) => ownership.owner[id] === 0)).toEqual(nodes.slice(0, 1));
});

test('owners stay when a statement follows', () => {
  const graph = dataGraph(2, 3);
  const ownership = new Ownership(graph.journal);
  ownership.update();
  const before = ownership.owner.slice();
  graph.delRoot();
  graph.append();
  ownership.update();
  expect(ownership.owner.slice(0, before.length)).toEqual(before);
});

test('owners never form a cycle', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 400 }), (seed, steps) => {
      const run = new RandomRun(seed).run(steps);
      const journal = new Journal();
      journal.append(run.delta());
      const ownership = new Ownership(journal);
      ownership.update();
      run.run(steps);
      journal.append(run.delta());
      ownership.update();
      const { owner } = ownership;
      for (let id = 0; id < journal.idLimit; id++) {
        let above = owner[id];
        for (let hops = 0; above !== 0; hops++) {
          expect(hops).toBeLessThan(journal.idLimit);
          above = owner[above];
        }
      }
    }),
  );
});
