import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHeap, heapOf, type DrawnHeap } from '../heap/heap-drawing.ts';
import { Flag, ListHead } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import type { Collector, CollectorChoice, CollectorSettings } from './collector.ts';
import { makeCollector } from './make-collector.ts';

const settings: CollectorSettings = {
  versionInfo: [3, 13, 2],
  thresholds: [2000, 10, 10],
  collector: 'generational',
  collectsInAllocation: false,
  nestsCollections: false,
  dictTracking: 'when-needed',
  untracksTuplesBeforeScan: false,
  weakrefsClearedBeforeFinalizers: 'all',
  trashcanDepth: 0,
  releasesLocals: 'forward',
  freeLists: {
    list: 80,
    dict: 80,
    tuple: 2000,
    method: 0,
    builtin: 0,
    sequenceIterator: 0,
    slice: 1,
    keepsSlice: true,
  },
};

function collecting(
  drawing: string,
  changes: Partial<CollectorSettings> = {},
  choice: CollectorChoice = 'automatic',
): DrawnHeap & { collector: Collector } {
  const drawn = heapOf(drawing);
  const collector = makeCollector(drawn.heap, choice, { ...settings, ...changes });
  return Object.assign(drawn, { collector });
}

describe('what a collection finds', () => {
  it.each([
    ['a -> b -> a', 2, ''],
    ['root -> a -> b -> a', 0, 'root -> a; a -> b; b -> a'],
    ['a -> a; a -> b:list; b -> c:tuple; c -> d:object', 3, ''],
    ['a -> b -> a; root -> c; c -> a', 0, 'root -> c; a -> b; b -> a; c -> a'],
    ['a -> b -> a; b -> c; root -> c', 2, 'root -> c'],
    ['t:tuple -> l:list -> t', 2, ''],
    // A garbage tuple without containers counts: tuples are untracked among survivors only.
    ['l:list -> l; l -> t:tuple', 2, ''],
    ['s:set -> a -> s', 2, ''],
    // The referrer comes after its only referent in the list: it is pulled back.
    ['b -> c; c -> b; root -> a -> b', 0, 'root -> a; b -> c; c -> b; a -> b'],
  ])('%s: %i', (drawing, collected, left) => {
    const drawn = collecting(drawing);
    expect(drawn.collector.collect(2)).toBe(collected);
    expect(drawHeap(drawn)).toBe(left);
    expect(drawn.collector.generations.stats[2]).toMatchObject({ collections: 1, collected });
  });
  it('marks nothing afterwards', () => {
    const drawn = collecting('root -> a -> b -> a; c -> d -> c');
    drawn.collector.collect(2);
    expect([...drawn.heap.gcMark].every((mark) => mark === 0 || mark === 4)).toBe(true);
    for (const name of ['a', 'b']) expect(drawn.heap.gcMark[drawn.id(name)]).toBe(0);
  });
});

describe('generations', () => {
  it('survivors grow old; a full collection works on old, young, middle', () => {
    const drawn = collecting('root -> a');
    drawn.collector.collect(0);
    drawn.collector.collect(1);
    expect(drawn.list(ListHead.OLD)).toBe('a');
    drawn.add('b');
    drawn.collector.collect(0);
    expect(drawn.list(ListHead.MIDDLE)).toBe('b');
    drawn.add('c');
    drawn.collector.collect(2);
    expect(drawn.list(ListHead.OLD)).toBe('a c b');
  });
  it('a young collection does not see old garbage, nor what it holds', () => {
    const drawn = collecting('root -> a -> b -> a');
    drawn.collector.collect(0);
    drawn.add('c');
    drawn.link('b', 'c');
    drawn.link('c', 'c');
    drawn.drop('c');
    drawn.drop('a');
    expect(drawn.collector.collect(0)).toBe(0);
    expect(drawn.collector.collect(1)).toBe(3);
  });
  it('counts: (0, 3, 0) after three young collections, then (0, 0, 1), (0, 1, 2)', () => {
    const { collector } = collecting('');
    for (let i = 0; i < 3; i++) collector.collect(0);
    expect(collector.count()).toEqual([0, 3, 0]);
    collector.collect(1);
    expect(collector.count()).toEqual([0, 0, 1]);
    collector.collect(1);
    collector.collect(0);
    expect(collector.count()).toEqual([0, 1, 2]);
    collector.collect(2);
    expect(collector.count()).toEqual([0, 0, 0]);
  });
  it('are due above their thresholds, the oldest only when a quarter of the old heap is new', () => {
    const { heap, collector } = collecting('');
    collector.generations.setThreshold(0, 10);
    collector.generations.setThreshold(1, 2);
    collector.generations.setThreshold(2, 2);
    for (let i = 0; i < 1000; i++) {
      heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
      if (heap.counter.due) collector.collectIfDue();
    }
    // CPython 3.11 with everything frozen has [64, 21, 6]: its gc.get_stats() counts for some of the first ten.
    expect(collector.generations.stats.map((row) => row.collections)).toEqual([63, 21, 6]);
  });
  it('freeze and unfreeze', () => {
    const drawn = collecting('a -> b -> a; root -> c');
    drawn.collector.freeze();
    expect(drawn.collector.freezeCount()).toBe(3);
    expect(drawn.collector.collect(2)).toBe(0);
    expect(drawn.collector.objects(null)).toEqual([]);
    drawn.collector.unfreeze();
    expect(drawn.collector.freezeCount()).toBe(0);
    expect(drawn.collector.collect(2)).toBe(2);
  });
});

describe('untracking', () => {
  it('tuples of atoms leave in any collection, nested ones inside out', () => {
    const drawn = collecting('root -> t:tuple; root -> u:tuple -> t; root -> v:tuple -> l:list');
    drawn.collector.collect(0);
    expect(drawn.list(ListHead.MIDDLE)).toBe('v l');
  });
  it('a tuple before the one it holds needs two collections', () => {
    const drawn = collecting('root -> u:tuple -> t:tuple');
    drawn.collector.collect(0);
    expect(drawn.list(ListHead.MIDDLE)).toBe('u');
    drawn.collector.collect(1);
    expect(drawn.list(ListHead.OLD)).toBe('');
  });
});

describe('finalizers', () => {
  it('run in list order', () => {
    const drawn = collecting('a! -> b!; b -> a; c! -> c; b -> c');
    expect(drawn.collector.collect(2)).toBe(3);
    expect(drawn.story).toEqual(['~a', '~b', '~c']);
  });
  it('of A made first and B with B.a = A, after a collection while only B is named: B, A', () => {
    const drawn = collecting('a! -> a; root -> b!; b -> b; b -> a');
    drawn.collector.collect(2);
    drawn.drop('b');
    drawn.collector.collect(2);
    expect(drawn.story).toEqual(['~b', '~a']);
  });
  it('that break the cycle make the collection count less', () => {
    const drawn = collecting('a! -> b; b -> a');
    drawn.onFinalize('a', () => drawn.unlink('a'));
    expect(drawn.collector.collect(2)).toBe(0);
    expect(drawHeap(drawn)).toBe('');
  });
  it('can resurrect, with all that the object reaches; the second death calls none', () => {
    const drawn = collecting('a! -> a; a -> b; c -> c; c -> a');
    drawn.onFinalize('a', () => drawn.hold('a'));
    expect(drawn.collector.collect(2)).toBe(1);
    expect(drawHeap(drawn)).toBe('root -> a; a -> a; a -> b');
    expect(drawn.list(ListHead.OLD)).toBe('a b');
    drawn.drop('a');
    expect(drawn.collector.collect(2)).toBe(2);
    expect(drawn.story).toEqual(['~a']);
  });
  it('asking for a collection get 0', () => {
    const drawn = collecting('a! -> a');
    let inner = -1;
    drawn.onFinalize('a', () => (inner = drawn.collector.collect(2)));
    expect(drawn.collector.collect(2)).toBe(1);
    expect(inner).toBe(0);
  });
});

describe('weak references', () => {
  it('to garbage are dead before any finalizer runs, and call back', () => {
    const drawn = collecting('a! -> b; b -> a; root -> w; w ~> a !; root -> v; v ~> b');
    drawn.onFinalize('a', () => expect(drawn.heap.weakTarget.size).toBe(0));
    expect(drawn.collector.collect(2)).toBe(2);
    expect(drawn.story).toEqual(['w?', '~a']);
  });
  it('without callback live on until the end in 3.15', () => {
    const drawn = collecting('a! -> b; b -> a; root -> w; w ~> a !; root -> v; v ~> b', {
      versionInfo: [3, 15, 0],
      weakrefsClearedBeforeFinalizers: 'with-callback',
    });
    drawn.onFinalize('a', () => expect([...drawn.heap.weakTarget.keys()]).toEqual([drawn.id('v')]));
    expect(drawn.collector.collect(2)).toBe(2);
    expect(drawn.heap.weakTarget.size).toBe(0);
    expect(drawn.story).toEqual(['w?', '~a']);
  });
  it('that their callback drops are counted', () => {
    const drawn = collecting('a -> a; root -> w; w ~> a !');
    drawn.onCallback('w', () => drawn.drop('w'));
    expect(drawn.collector.collect(2)).toBe(2);
  });
  it('in the garbage are counted and not called', () => {
    const drawn = collecting('a -> a; a -> w; w ~> a !');
    expect(drawn.collector.collect(2)).toBe(2);
    expect(drawn.story).toEqual([]);
  });
});

describe('reference counts alone', () => {
  it('collect nothing', () => {
    const drawn = collecting('a -> a', {}, 'refcount');
    expect(drawn.collector.collect(2)).toBe(0);
    expect(drawn.isAlive('a')).toBe(true);
    expect(drawn.heap.counter.enabled).toBe(false);
  });
});

describe('the incremental collector', () => {
  const incremental = { collector: 'incremental', versionInfo: [3, 14, 2], thresholds: [2000, 10, 0] } as const;
  it('works on visited, pending, young in a full collection', () => {
    const drawn = collecting('root -> a', incremental);
    drawn.collector.collect(2);
    drawn.add('b');
    drawn.collector.collect(0);
    drawn.add('c');
    drawn.collector.collect(2);
    expect(drawn.collector.objects(2).map((id) => drawn.name(id))).toEqual(['b', 'a', 'c']);
    expect(drawn.collector.objects(1)).toEqual([]);
  });
  it('counts young collections since the last full one', () => {
    const { collector } = collecting('', incremental);
    for (let i = 0; i < 3; i++) collector.collect(0);
    expect(collector.count()).toEqual([0, 3, 0]);
    collector.collect(1);
    expect(collector.count()).toEqual([0, 3, 0]);
    collector.collect(0);
    expect(collector.count()).toEqual([0, 4, 0]);
    collector.collect(2);
    expect(collector.count()).toEqual([0, 0, 0]);
  });
  it('only marks in the first increment after a full collection', () => {
    const drawn = collecting('', incremental);
    drawn.collector.collect(2);
    drawn.add('a');
    drawn.link('a', 'a');
    drawn.drop('a');
    expect(drawn.collector.collect(1)).toBe(0);
    expect(drawn.collector.generations.stats[1].collections).toBe(0);
    expect(drawn.collector.collect(1)).toBe(1);
  });
  it('untracks tuples before it looks', () => {
    const drawn = collecting('l:list -> l; l -> t:tuple', incremental);
    expect(drawn.collector.collect(2)).toBe(1);
  });
});

describe('mark and sweep', () => {
  it('frees nothing before the sweep, then everything that roots do not reach', () => {
    const drawn = collecting('root -> a -> b -> c:object; b -> d:tuple; root -> e; e -> e', {}, 'mark-sweep');
    drawn.drop('a');
    expect(drawn.isAlive('a')).toBe(true);
    expect(drawn.collector.collect(2)).toBe(3);
    expect(drawHeap(drawn)).toBe('root -> e; e -> e');
    drawn.drop('e');
    expect(drawn.collector.collect(2)).toBe(1);
    expect(drawn.heap.liveObjects).toBe(0);
  });
  it('calls the finalizers of doomed objects once, and looks again', () => {
    const drawn = collecting('root -> a! -> b; root -> c! ', {}, 'mark-sweep');
    drawn.onFinalize('a', () => drawn.hold('a'));
    drawn.drop('a');
    drawn.drop('c');
    expect(drawn.collector.collect(2)).toBe(1);
    expect(drawHeap(drawn)).toBe('root -> a; a -> b');
    drawn.drop('a');
    expect(drawn.collector.collect(2)).toBe(2);
    expect(drawn.story).toEqual(['~a', '~c']);
  });
  it('clears weak references to what it sweeps, and calls back', () => {
    const drawn = collecting('root -> a; root -> w; w ~> a !; b -> v; v ~> a !; b -> b', {}, 'mark-sweep');
    drawn.drop('a');
    expect(drawn.collector.collect(2)).toBe(3);
    expect(drawn.story).toEqual(['w?']);
    expect(drawHeap(drawn)).toContain('root -> w');
  });
});

/** Random graphs: edges, what is held, how old each object is, what has a finalizer. */
const graph = fc.record({
  kinds: fc.array(fc.constantFrom('instance', 'list', 'tuple', 'set', 'cell') as fc.Arbitrary<'list'>, {
    minLength: 1,
    maxLength: 20,
  }),
  edges: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 }),
  held: fc.array(fc.nat(19), { maxLength: 4 }),
});

describe('laws', () => {
  const incremental = { collector: 'incremental', versionInfo: [3, 14, 2] } as const;
  it.each([
    ['generational', 'automatic', {}],
    ['incremental', 'automatic', incremental],
    ['mark and sweep', 'mark-sweep', {}],
  ] as const)('%s: a full collection leaves what a naive mark reaches', (_, choice, changes) => {
    fc.assert(
      fc.property(graph, fc.array(fc.nat(1), { maxLength: 6 }), ({ kinds, edges, held }, earlier) => {
        const drawn = collecting('', changes, choice);
        for (const [i, kind] of kinds.entries()) {
          drawn.add(`n${i}`, kind);
          // Tuples are filled here after they were made, which no program can do: they must not be untracked before.
          const hasTuples = (kinds as readonly string[]).includes('tuple');
          if (i < earlier.length && !hasTuples) drawn.collector.collect(earlier[i]);
        }
        const clamp = (i: number): string => `n${i % kinds.length}`;
        for (const [from, to] of edges) {
          // Tuples have no tp_clear, and no program can make a cycle of nothing else.
          const isTuple = (i: number): boolean => (kinds[i % kinds.length] as string) === 'tuple';
          if (!isTuple(from) || !isTuple(to)) drawn.link(clamp(from), clamp(to));
        }
        const roots = new Set(held.map(clamp));
        for (const name of drawn.ids.keys()) if (!roots.has(name)) drawn.drop(name);
        const live = [...drawn.ids.keys()].filter((name) => drawn.isAlive(name));
        const reached = new Set<string>();
        const visit = (name: string): void => {
          if (reached.has(name)) return;
          reached.add(name);
          for (const child of drawn.heap.slotsOf(drawn.id(name))) visit(drawn.name(child));
        };
        for (const name of roots) visit(name);
        const collected = drawn.collector.collect(2);
        expect([...drawn.ids.keys()].filter((name) => drawn.isAlive(name))).toEqual(
          [...drawn.ids.keys()].filter((name) => reached.has(name)),
        );
        // The incremental collector untracks tuples before it counts.
        if (changes !== incremental) expect(collected).toBe(live.length - reached.size);
        expect(drawn.heap.liveObjects).toBe(reached.size);
        for (const id of drawn.collector.objects(null)) expect(drawn.heap.flags[id] & Flag.DEAD).toBe(0);
      }),
    );
  });
});
