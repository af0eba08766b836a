import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dataGraph } from '../../tests/support/data-graph.ts';
import { randomMoments, stateAfter, stateAt } from '../../tests/support/random-graph.ts';
import { type FlowGraph, dominatorsOf } from './dominators.ts';
import { keeperGraph, Keepers, keepersAt } from './keepers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the entry (the last node) reaches without passing `removed`. */
function reachedWithout({ first, to }: FlowGraph, removed: number): Set<number> {
  const entry = first.length - 2;
  const reached = new Set<number>(removed === entry ? [] : [entry]);
  for (const node of reached) {
    for (const target of to.subarray(first[node], first[node + 1])) if (target !== removed) reached.add(target);
  }
  return reached;
}

/** The obvious slow algorithm: a node dominates what cannot be reached when it is taken away. */
function expectDominators(graph: FlowGraph): void {
  const nodes = graph.first.length - 1;
  const { dominator, retainedBytes, retainedObjects } = dominatorsOf(graph);
  const reached = reachedWithout(graph, -1);
  const dominated = Array.from({ length: nodes }, (_, node) => {
    const left = reachedWithout(graph, node);
    return new Set([...reached].filter((other) => !left.has(other)));
  });
  for (let node = 0; node < nodes; node++) {
    if (!reached.has(node)) {
      expect(dominator[node]).toBe(-1);
      continue;
    }
    const all = [...reached].filter((other) => other !== node && dominated[other].has(node));
    // The immediate dominator is the one that all others dominate.
    const nearest = all.find((one) => all.every((other) => other === one || dominated[other].has(one)));
    expect([node, dominator[node]]).toEqual([node, nearest ?? -1]);
    const sum = (weight: ArrayLike<number>): number =>
      [...dominated[node]].reduce((total, each) => total + weight[each], 0);
    expect([node, retainedBytes[node], retainedObjects[node]]).toEqual([node, sum(graph.bytes), sum(graph.objects)]);
  }
}

const flowGraphs: fc.Arbitrary<FlowGraph> = fc
  .integer({ min: 1, max: 14 })
  .chain((nodes) =>
    fc
      .array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 3 * nodes })
      .map((edges) => ({ nodes, edges })),
  )
  .map(({ nodes, edges }) => {
    const rows = Array.from({ length: nodes }, (_, node) =>
      edges.filter(([from]) => from === node).map(([, to]) => to),
    );
    const first = Int32Array.from({ length: nodes + 1 }, (_, node) => rows.slice(0, node).flat().length);
    const bytes = Int32Array.from({ length: nodes }, (_, node) => 1 << node);
    return { first, to: Int32Array.from(rows.flat()), bytes, objects: new Uint8Array(nodes).fill(1) };
  });

test('on random graphs, dominators are what the removal of each node says', () => {
  fc.assert(fc.property(flowGraphs, expectDominators), { numRuns: 500 });
});

test('at random moments, what an object retains is what would be unreachable without it', () => {
  fc.assert(
    fc.property(randomMoments, (state) => expectDominators(keeperGraph(state))),
    { numRuns: 40 },
  );
});

test('a tree is kept by its variable; with a second variable inside, that part is kept by nobody alone', () => {
  const keepers = keepersAt(
    stateAfter(`
class Node:
    def __init__(self, *children):
        self.children = list(children)
leaf = Node()
root = Node(Node(Node(), leaf), Node())
`),
  );
  const first = keepers.keptBy().find(({ owner }) => owner?.text === 'root')!;
  // The root, two nodes below it, one leaf, and the lists of the four.
  expect([first.text, first.objects]).toEqual(['root', 8]);
  const groups = keepers.byOwner();
  expect(groups.find(({ text }) => text === 'root')?.objects).toBe(8);
  expect(groups.find(({ text }) => text === 'leaf')).toBe(undefined);
  // The first node and its list keep the rest; the class is no node.
  const nodes = keepers.largestObjects(9).filter(({ text }) => /^(Node|list)/.test(text));
  expect(nodes.map(({ objects }) => objects).slice(0, 3)).toEqual([8, 7, 4]);
  const byType = keepers.byType();
  expect(byType.find(({ text }) => text === 'Node')?.objects).toBe(5);
});

test('what no root reaches is kept by nobody, and said to be garbage', () => {
  const graph = dataGraph(2, 2, 'after');
  graph.delRoot();
  graph.append();
  const keepers = keepersAt(stateAt(graph.journal, graph.journal.eventCount));
  expect(keepers.of(graph.root)).toBe(null);
  expect(keepers.keepersOf(graph.root)).toEqual([]);
  expect(keepers.byOwner().at(-1)).toMatchObject({ text: 'garbage: no root reaches it', objects: 14 });
});

test('the way out from an object leads by its keepers to the variable', () => {
  const graph = dataGraph(2, 2);
  const state = stateAt(graph.journal, graph.journal.eventCount);
  const keepers = keepersAt(state);
  expect(keepers.keepersOf(graph.nodes[3]).map(({ text }) => text)).toEqual([
    'list #6',
    'DataNode 1',
    'list #3',
    'DataNode 0',
    'root',
  ]);
  // Made elsewhere and handed over, as from a worker.
  const made = keeperGraph(state);
  expect(new Keepers(state, made, dominatorsOf(structuredClone(made))).keptBy(undefined, 1)).toEqual(
    keepers.keptBy(undefined, 1),
  );
});

test('a chain of 50,000, a star, and a ladder of cycles are no harder than a tree', () => {
  const nodes = 50_001;
  const entry = nodes - 1;
  const chain = (back: boolean): FlowGraph => {
    const rows = Array.from({ length: entry }, (_, i) => [
      ...(i + 1 < entry ? [i + 1] : []),
      ...(back && i > 0 ? [i - 1] : []),
    ]);
    rows.push([0]);
    const first = new Int32Array(nodes + 1);
    rows.forEach((row, i) => (first[i + 1] = first[i] + row.length));
    return {
      first,
      to: Int32Array.from(rows.flat()),
      bytes: new Int32Array(nodes).fill(1),
      objects: new Uint8Array(nodes).fill(1),
    };
  };
  for (const back of [false, true]) {
    const { dominator, retainedObjects } = dominatorsOf(chain(back));
    expect([dominator[entry - 1], retainedObjects[0], dominator[0]]).toEqual([entry - 2, entry, entry]);
  }
});

test('an empty heap has no keepers', () => {
  const state = stateAfter('');
  expect(keepersAt(state).keptBy(undefined, 5)).toEqual([]);
});
