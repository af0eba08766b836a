import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { journalOf } from '../../../tests/support/journal-of.ts';
import { Phase } from '../../journal/event-words.ts';
import type { Journal } from '../../journal/journal.ts';
import { Playhead } from '../../playhead/playhead.ts';
import { CollectionWalk } from './collection-walk.ts';
import { whole } from '../../base/sliced.ts';
import { workOf } from './collection-work.ts';
import { GcLists } from './gc-lists.ts';
import { Colour, Step } from './step-row.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = new URL('../../../tests/conformance/programs/', import.meta.url);
const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -'.py'.length));
/** Those whose collections differ most from version to version. */
const telling = programs.filter((name) => /^(cycle|finalizer|weakref)_/.test(name)).filter((_, i) => i % 5 === 0);
/** Collections looked into, of one run. */
const MOST = 5;
const BUDGET = { events: 60_000 };

function sourceOf(program: string): string {
  return readFileSync(new URL(`${program}.py`, folder), 'utf8');
}

/** The walk of some collections that ended, beside what the journal says they found. */
function* walks(journal: Journal): Generator<{ walk: CollectionWalk; recorded: number[]; playhead: Playhead }> {
  const playhead = new Playhead(journal);
  const ended = journal.collections.filter(({ endEvent }) => endEvent < journal.eventCount);
  for (const collection of ended.filter((_, i) => i % Math.ceil(ended.length / MOST) === 0)) {
    const { firstUnreachable, endUnreachable } = collection;
    const recorded = [...journal.unreachable.values.subarray(firstUnreachable, endUnreachable)];
    yield { walk: new CollectionWalk(playhead, collection), recorded, playhead };
  }
}

const ascending = (ids: Iterable<number>): number[] => [...ids].sort((a, b) => a - b);

test.each(programs)('%s: the walk finds what the collector found, in its order', (program) => {
  for (const { walk, recorded } of walks(journalOf(sourceOf(program), { profile: '3.13' }, BUDGET))) {
    expect([...walk.unreachable]).toEqual(recorded);
    // CPython also examines the function that holds the module's code, which the simulator counts but does not make.
    expect([0, 1]).toContain(walk.collection.examined - walk.examined.length);
  }
});

describe.each(['3.11', '3.12', '3.14', '3.15'] as const)('under %s', (profile) => {
  test.each(telling)('%s: the same', (program) => {
    const journal = journalOf(sourceOf(program), { profile }, BUDGET);
    const lists = new GcLists(journal);
    for (const { walk, recorded, playhead } of walks(journal)) {
      expect([...walk.unreachable]).toEqual(recorded);
      expect(whole(workOf(playhead, walk.collection, lists))).toEqual(walk.work);
    }
  });
});

describe.each([{ profile: '3.14.2' }, { profile: '3.13', collector: 'mark-sweep' }] as const)(
  'under $profile $collector',
  (options) => {
    test.each(telling)('%s: its work is what the steps add up to', (program) => {
      const journal = journalOf(sourceOf(program), options, BUDGET);
      const lists = new GcLists(journal);
      for (const { walk, playhead } of walks(journal))
        expect(whole(workOf(playhead, walk.collection, lists))).toEqual(walk.work);
    });

    test.each(telling)('%s: finds the same objects', (program) => {
      const journal = journalOf(sourceOf(program), options, BUDGET);
      for (const { walk, recorded } of walks(journal)) {
        // The sweep of a heap without counts also finds what the library dropped while it was loaded.
        const ofProgram = recorded.filter((id) => !journal.isLibrary(id));
        expect(ascending(walk.unreachable)).toEqual(ascending(ofProgram));
        expect(walk.examined.length).toBeGreaterThanOrEqual(ofProgram.length);
      }
    });
  },
);

/** A program that makes `count` objects, links them as `links` says, keeps those named in `kept`, and collects twice. */
function randomHeap(count: number, links: readonly (readonly [number, number])[], kept: readonly number[]): string {
  return [
    'import gc',
    'class Node:',
    '    def __init__(self):',
    '        self.to = []',
    `nodes = [Node() for _ in range(${count})]`,
    ...links.map(([from, to]) => `nodes[${from % count}].to.append(nodes[${to % count}])`),
    `keep = [${kept.map((index) => `nodes[${index % count}]`).join(', ')}]`,
    'del nodes',
    'gc.collect()',
    'keep = keep[:1]',
    'gc.collect()',
  ].join('\n');
}

const randomHeaps = fc
  .record({
    count: fc.integer({ min: 1, max: 12 }),
    links: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }),
    kept: fc.array(fc.nat(11), { maxLength: 4 }),
    collector: fc.constantFrom('generational' as const, 'mark-sweep' as const),
  })
  .map(({ count, links, kept, collector }) => journalOf(randomHeap(count, links, kept), { collector }, BUDGET));

test('on random heaps the walk finds what the collector found, and stepping back undoes every step', () => {
  fc.assert(
    fc.property(randomHeaps, fc.array(fc.nat(10_000), { maxLength: 10 }), (journal, jumps) => {
      for (const { walk, recorded } of walks(journal)) {
        expect(ascending(walk.unreachable)).toEqual(ascending(recorded));
        const phase = walk.phases.findIndex(({ row }) => row !== null);
        const text = (step: number): string => {
          const { colour, gcRefs } = walk.rowAt(phase, step);
          return `${colour.join('')} ${gcRefs.join()}`;
        };
        const { steps } = walk.phases[phase];
        const forwards = Array.from({ length: steps + 1 }, (_, step) => text(step));
        for (const jump of jumps) expect(text(jump % (steps + 1))).toBe(forwards[jump % (steps + 1)]);
      }
    }),
    { numRuns: 40 },
  );
});

const PARENTS = `
import gc
class Node:
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)
root = Node(None)
leaf = Node(root)
hanger = []
leaf.extra = hanger
del leaf, hanger
gc.collect()
del root
print(gc.collect())
`;

test('subtracting leaves what is held from outside above zero, and what reaches it is rescued', () => {
  const journal = journalOf(PARENTS, {}, BUDGET);
  const playhead = new Playhead(journal);
  const walk = new CollectionWalk(playhead, journal.collections[0]);
  const names = walk.phases.map(({ phase }) => phase);
  expect(names.slice(0, 3)).toEqual([Phase.UPDATE_REFS, Phase.SUBTRACT_REFS, Phase.MOVE_UNREACHABLE]);
  const [, subtract, move] = walk.phases;
  const root = ascending(walk.examined).find((id) => journal.typeNameOf(id) === 'Node')!;
  const before = walk.rowAt(1, 0).gcRefs[root];
  expect(before).toBe(playhead.state.refcount[root]);
  // The globals hold it and its child's parent does; all of them are examined, so nothing is left.
  expect(walk.rowAt(1, subtract.steps).gcRefs[root]).toBe(0);
  // The module holds its globals from outside.
  expect(walk.rowAt(1, subtract.steps).gcRefs[journal.globals]).toBeGreaterThan(0);
  expect(walk.rowAt(2, move.steps).colour[root]).toBe(Colour.REACHED);
  const kinds = Array.from({ length: move.steps }, (_, i) => walk.stepTo(2, i + 1)!.kind);
  expect(kinds).toContain(Step.KEEP);
  expect(walk.unreachable.length).toBe(0);
});

test('the cycle that keeps garbage alive is told from what merely hangs off it', () => {
  const journal = journalOf(PARENTS, {}, BUDGET);
  const walk = new CollectionWalk(new Playhead(journal), journal.collections[1]);
  const { component, count } = walk.cycles();
  expect(count).toBe(1);
  const inCycle = [...walk.unreachable].filter((id) => component[id] > 0).map((id) => journal.typeNameOf(id));
  const hanging = [...walk.unreachable].filter((id) => component[id] === 0).map((id) => journal.typeNameOf(id));
  expect(inCycle.sort()).toEqual(['Node', 'Node', 'list']);
  // The leaf's empty list of children, and the list that hangs off it.
  expect(hanging).toEqual(['list', 'list']);
  const last = walk.phases.length - 1;
  const { steps } = walk.phases[last];
  expect(steps).toBe(walk.unreachable.length);
  const playhead = new Playhead(journal);
  playhead.seek(walk.positionAt(last, steps));
  for (const id of walk.unreachable) expect(playhead.state.isAlive(id)).toBe(false);
});
