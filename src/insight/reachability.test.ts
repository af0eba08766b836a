import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { randomMoments, stateAfter, stateAt } from '../../tests/support/random-graph.ts';
import { allReferences, distancesFrom, liveIds, rootIds } from '../../tests/support/slow-reachability.ts';
import { Ev } from '../journal/event-words.ts';
import { operations, readEvents } from '../journal/read-events.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { Mark, Reach, reachabilityAt } from './reachability.ts';

vi.setConfig({ testTimeout: 60_000 });

/** How many objects of a type are held in each way. */
function held(state: HeapView, typeName: string): Record<string, number> {
  const names = Object.entries(Reach);
  const { reach } = reachabilityAt(state);
  const found: Record<string, number> = {};
  for (const id of liveIds(state)) {
    if (state.journal.typeNameOf(id) !== typeName || state.journal.isLibrary(id)) continue;
    const name = names.find(([, value]) => value === reach[id])![0];
    found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

function marked(state: HeapView, mark: number): string[] {
  const { marks } = reachabilityAt(state);
  return liveIds(state)
    .filter((id) => marks[id] & mark && !state.journal.isLibrary(id))
    .map((id) => state.journal.typeNameOf(id));
}

const NODE = `
import gc, weakref
class Node:
    pass
class Leaf:
    pass
`;

test('a cycle that no root reaches is told from what hangs off it', () => {
  const state = stateAfter(`${NODE}
a = Node(); b = Node(); a.other = b; b.other = a; b.leaf = Leaf(); b.leaf.below = Leaf()
kept = Leaf()
del a, b
`);
  expect(held(state, 'Node')).toEqual({ IN_CYCLE: 2 });
  expect(held(state, 'Leaf')).toEqual({ BEHIND_CYCLE: 2, STRONG: 1 });
});

test('garbage that a weak reference still leads to can be brought back: weak only', () => {
  const state = stateAfter(`${NODE}
a = Node(); a.me = a; a.leaf = Leaf(); w = weakref.ref(a)
b = Node(); b.me = b
del a, b
`);
  expect(held(state, 'Node')).toEqual({ WEAK_ONLY: 1, IN_CYCLE: 1 });
  expect(held(state, 'Leaf')).toEqual({ WEAK_ONLY: 1 });
});

test('what DEBUG_SAVEALL has put into gc.garbage is reached by that list alone', () => {
  const state = stateAfter(`${NODE}
gc.set_debug(gc.DEBUG_SAVEALL)
a = Node(); a.me = a
del a
gc.collect()
`);
  expect(held(state, 'Node')).toEqual({ IN_GC_GARBAGE: 1 });
});

test('resurrected and frozen objects carry their mark', () => {
  const state = stateAfter(`${NODE}
class Phoenix:
    def __del__(self):
        global saved
        saved = self
p = Phoenix()
del p
gc.freeze()
after = Leaf()
`);
  expect(marked(state, Mark.RESURRECTED)).toEqual(['Phoenix']);
  expect(marked(state, Mark.FROZEN)).toContain('Phoenix');
  expect(marked(state, Mark.FROZEN)).not.toContain('Leaf');
});

test('between being found and its finalizer an object waits for it', () => {
  const { journal } = stateAfter(`${NODE}
class Noisy:
    def __del__(self):
        pass
a = Noisy(); a.me = a
del a
gc.collect()
`);
  let finalized = -1;
  readEvents(
    journal.events,
    0,
    journal.eventCount,
    operations(Ev.FINALIZED),
    (_op, _id, _a, event) => (finalized = event),
  );
  expect(marked(stateAt(journal, finalized), Mark.AWAITS_FINALIZER)).toEqual(['Noisy']);
  expect(marked(stateAt(journal, finalized + 1), Mark.AWAITS_FINALIZER)).toEqual([]);
});

test('at random moments, strong is what a slow search reaches, and the counts are those of the objects', () => {
  fc.assert(
    fc.property(randomMoments, (state) => {
      const references = allReferences(state);
      const strong = distancesFrom(rootIds(state), references);
      const { reach, counts } = reachabilityAt(state);
      const weak = new Set(strong.keys());
      for (const id of weak) {
        for (const { holder, to } of references) if (holder === id) weak.add(to);
        if (state.weakTarget[id] > 0) weak.add(state.weakTarget[id]);
      }
      const ids = liveIds(state);
      for (const id of ids) {
        expect([id, reach[id] === Reach.STRONG]).toEqual([id, strong.has(id)]);
        expect([id, reach[id] === Reach.WEAK_ONLY]).toEqual([id, weak.has(id) && !strong.has(id)]);
      }
      for (const how of Object.values(Reach))
        expect(counts[how] ?? 0).toBe(
          how === Reach.NONE ? 0 : ids.filter((id) => reach[id] === how && state.journal.isCounted(id)).length,
        );
    }),
    { numRuns: 50 },
  );
});
