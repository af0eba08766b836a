import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ev, extraWords, OP_BITS, OP_MASK } from './events.ts';
import { drawHeap, heapOf } from './heap-drawing.ts';
import { Flag, Heap, ListHead } from './heap.ts';
import { Kind, LAST_ATOM } from './kinds.ts';

const noHooks = { finalize() {}, callWeakCallback() {}, describeBuiltin: () => '' };

/** Operations recorded, with the object's name. */
function eventsOf(drawn: ReturnType<typeof heapOf>, op: number): string[] {
  const { events } = drawn.heap;
  const found: string[] = [];
  for (let at = 0; at < events.at; at += 1 + extraWords[events.words[at] & OP_MASK]) {
    if ((events.words[at] & OP_MASK) === op) found.push(drawn.name(events.words[at] >> OP_BITS));
  }
  return found;
}

describe('drawings', () => {
  it('are printed as they were read', () => {
    for (const text of ['root -> a; a -> b; b -> a', 'root -> a; root -> c; a -> b; c -> b']) {
      expect(drawHeap(heapOf(text))).toBe(text);
    }
  });
  it('know weak references, kinds and finalizers', () => {
    const drawn = heapOf('root -> a! -> b:list; root -> w; w ~> a');
    expect(drawHeap(drawn)).toBe('root -> a; root -> w; a -> b; w ~> a');
    expect(drawn.heap.kind[drawn.id('b')]).toBe(Kind.LIST);
  });
  it('refuse objects that nothing refers to', () => {
    expect(() => heapOf('a -> b')).toThrow('nothing refers to a');
  });
});

describe('deaths by reference count', () => {
  it('follow the references forward in instances, backward in lists and tuples', () => {
    const drawn = heapOf(
      'root -> a!; a -> b!; a -> c!; root -> l:list; l -> d!; l -> e!; root -> t:tuple; t -> f!; t -> g!',
    );
    for (const name of ['a', 'l', 't']) drawn.drop(name);
    expect(drawn.story).toEqual(['~a', '~b', '~c', '~e', '~d', '~g', '~f']);
    expect(drawn.heap.liveObjects).toBe(0);
  });
  it('are deep before they are wide, and a parent ends after its children', () => {
    const drawn = heapOf('root -> a -> b -> c; a -> d');
    drawn.drop('a');
    expect(eventsOf(drawn, Ev.FREE)).toEqual(['c', 'b', 'd', 'a']);
  });
  it('leave a cycle alone', () => {
    const drawn = heapOf('root -> a -> b -> a');
    drawn.drop('a');
    expect(drawHeap(drawn)).toBe('a -> b; b -> a');
  });
  it('need no JavaScript recursion', () => {
    const heap = new Heap(noHooks);
    heap.beginProgram();
    let head = 0;
    for (let i = 0; i < 20_000; i++) {
      const dict = heap.allocTracked(Kind.DICT, 0, head === 0 ? [] : [0, head], null, 64);
      head = heap.allocTracked(i % 2 ? Kind.LIST : Kind.INSTANCE, 0, [], null, 56);
      heap.setDict(head, dict);
    }
    heap.decref(head);
    expect(heap.liveObjects).toBe(0);
  });
  it('happen at depth 50 at most in 3.11 and 3.12', () => {
    // [D(i), next] nested 120 deep (cpython-memory.md 1.8).
    const drawn = heapOf('');
    drawn.heap.trashcanDepth = 50;
    const count = 121;
    for (let i = 0; i < count; i++) drawn.add(`l${i}`, 'list');
    const heap = drawn.heap;
    for (let i = 0; i < count; i++) {
      const id = heapFinalized(drawn, `${i}`);
      heap.appendSlot(drawn.id(`l${i}`), id);
      if (i > 0) heap.appendSlot(drawn.id(`l${i}`), drawn.id(`l${i - 1}`));
    }
    drawn.drop(`l${count - 1}`);
    const order = drawn.story.map((name) => count - 1 - Number(name.slice(1)));
    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);
    expect(order).toEqual([...down(48, 0), 49, ...down(97, 50), 98, ...down(120, 99)]);
  });
});

/** An object with a finalizer, owned by the caller. */
function heapFinalized(drawn: ReturnType<typeof heapOf>, name: string): number {
  return (drawn as unknown as { add(name: string, kind: string, hasFinalizer: boolean): number }).add(
    name,
    'instance',
    true,
  );
}

describe('finalizers', () => {
  it('run once, before the weak references die', () => {
    const drawn = heapOf('root -> a!; root -> w; w ~> a');
    drawn.onFinalize('a', () => {
      expect(drawn.heap.weakTarget.get(drawn.id('w'))).toBe(drawn.id('a'));
      expect(drawn.heap.refcount[drawn.id('a')]).toBe(1);
    });
    drawn.drop('a');
    expect(drawn.story).toEqual(['~a']);
    expect(drawHeap(drawn)).toBe('root -> w');
  });
  it('can resurrect; the second death calls none', () => {
    const drawn = heapOf('root -> a! -> b');
    drawn.onFinalize('a', () => drawn.hold('a'));
    drawn.drop('a');
    expect(drawHeap(drawn)).toBe('root -> a; a -> b');
    expect(drawn.list(ListHead.YOUNG)).toBe('b a');
    expect(eventsOf(drawn, Ev.RESURRECTED)).toEqual(['a']);
    drawn.drop('a');
    expect(drawn.story).toEqual(['~a']);
    expect(drawn.heap.liveObjects).toBe(0);
  });
  it('of a chain run from the head, without recursion', () => {
    const drawn = heapOf(`root -> ${Array.from({ length: 3000 }, (_, i) => `n${i}!`).join(' -> ')}`);
    drawn.drop('n0');
    expect(drawn.story.length).toBe(3000);
    expect(drawn.story.slice(0, 3)).toEqual(['~n0', '~n1', '~n2']);
  });
});

describe('weak references', () => {
  it('call back newest first, all of them dead by then', () => {
    const drawn = heapOf('root -> a; root -> u; root -> v; root -> w; u ~> a !; v ~> a; w ~> a !');
    drawn.onCallback('w', () => expect(drawHeap(drawn)).not.toContain('~>'));
    drawn.drop('a');
    expect(drawn.story).toEqual(['w?', 'u?']);
  });
  it('that died before call nothing', () => {
    const drawn = heapOf('root -> a; root -> w; w ~> a !');
    drawn.drop('w');
    drawn.drop('a');
    expect(drawn.story).toEqual([]);
    expect(drawn.heap.weakReferences.size).toBe(0);
  });
  it('are called although a callback drops them', () => {
    const drawn = heapOf('root -> a; root -> v; root -> w; v ~> a !; w ~> a !');
    drawn.onCallback('w', () => drawn.drop('v'));
    drawn.drop('a');
    expect(drawn.story).toEqual(['w?', 'v?']);
    expect(drawn.isAlive('v')).toBe(false);
  });
});

describe('atoms', () => {
  it('give their ids to later ones; objects do not', () => {
    const heap = new Heap(noHooks);
    const type = heap.alloc(Kind.TYPE, 0, null, null, 0);
    heap.beginProgram();
    const text = heap.allocAtom(Kind.STR, type, 'a', 50);
    expect(heap.atomBytes).toBe(50);
    heap.decref(text);
    expect(heap.atomBytes).toBe(0);
    const number = heap.allocAtom(Kind.INT, type, 5, 28);
    expect(number).toBe(text);
    const object = heap.allocTracked(Kind.LIST, type, [number], null, 64);
    heap.decref(object);
    expect(heap.atomBytes).toBe(0);
    expect(heap.allocTracked(Kind.LIST, type, [], null, 56)).toBeGreaterThan(object);
    expect(heap.allocAtom(Kind.INT, type, 6, 28)).toBe(number);
  });
  it('are the values of instances of classes derived from them, which are objects', () => {
    const heap = new Heap(noHooks);
    heap.beginProgram();
    const type = heap.allocTracked(Kind.TYPE, 0, [], null, 0);
    heap.flags[type] |= Flag.HEAP_TYPE;
    const text = heap.allocTracked(Kind.DERIVED_STR, type, [heap.allocAtom(Kind.STR, 0, 'a', 0)], 'a', 97);
    heap.setDict(text, heap.allocTracked(Kind.DICT, 0, [], null, 64));
    expect(heap.refcount[type]).toBe(2);
    heap.decref(text);
    expect(heap.refcount[type]).toBe(1);
    expect(heap.liveObjects).toBe(1);
    expect(heap.atomBytes).toBe(0);
  });
});

describe('counting allocations', () => {
  const limits = {
    list: 2,
    dict: 2,
    tuple: 2,
    method: 0,
    builtin: 0,
    sequenceIterator: 0,
    slice: 1,
    keepsSlice: false,
  };
  function counting(): Heap {
    const heap = new Heap(noHooks);
    heap.counter.setLimits(limits);
    heap.alloc(Kind.TYPE, 0, null, null, 0);
    heap.beginProgram();
    return heap;
  }
  it('goes up by one for a container and stays where free-lists serve', () => {
    const heap = counting();
    const lists = [1, 2, 3, 4].map(() => heap.allocTracked(Kind.LIST, 0, [], null, 56));
    heap.alloc(Kind.OBJECT, 0, null, null, 16);
    expect(heap.counter.count).toBe(4);
    for (const id of lists) heap.decref(id);
    expect(heap.counter.count).toBe(2);
    heap.allocTracked(Kind.LIST, 0, [], null, 56);
    heap.allocTracked(Kind.LIST, 0, [], null, 56);
    expect(heap.counter.count).toBe(2);
    heap.allocTracked(Kind.LIST, 0, [], null, 56);
    expect(heap.counter.count).toBe(3);
  });
  it('has one free-list for each length of tuples', () => {
    const heap = counting();
    heap.decref(heap.allocTracked(Kind.TUPLE, 0, [0], null, 48));
    heap.allocTracked(Kind.TUPLE, 0, [0, 0], null, 56);
    expect(heap.counter.count).toBe(2);
    heap.allocTracked(Kind.TUPLE, 0, [0], null, 48);
    expect(heap.counter.count).toBe(2);
  });
  it('never goes below zero', () => {
    const heap = counting();
    const instance = heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
    heap.counter.count = 0;
    heap.decref(instance);
    expect(heap.counter.count).toBe(0);
  });
  it('makes a collection due above the threshold, not while one is running', () => {
    const heap = counting();
    heap.counter.threshold = 1;
    heap.counter.collecting = true;
    heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
    heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
    expect(heap.counter.due).toBe(false);
    heap.counter.collecting = false;
    heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
    expect(heap.counter.due).toBe(true);
  });
  it('leaves library objects out', () => {
    const heap = counting();
    heap.frozen = true;
    const id = heap.allocTracked(Kind.INSTANCE, 0, [], null, 48);
    expect([heap.counter.count, heap.flags[id] & Flag.TRACKED]).toEqual([0, 0]);
  });
});

/** Random changes: link, unlink, hold, drop. Numbers name objects. */
const change = fc.record({
  verb: fc.constantFrom('link', 'unlink', 'drop', 'add', 'watch'),
  a: fc.nat(30),
  b: fc.nat(30),
});

describe('laws', () => {
  it('a refcount is the number of references, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const drawn = heapOf('');
        const held = new Set<string>();
        const names = (): string[] => [...held];
        for (const { verb, a, b } of changes) {
          const from = names()[a % Math.max(held.size, 1)];
          const to = names()[b % Math.max(held.size, 1)];
          if (verb === 'add' || from === undefined) {
            const name = `n${drawn.ids.size}`;
            drawn.add(name, a % 2 ? 'list' : 'instance');
            held.add(name);
          } else if (verb === 'link') drawn.link(from, to);
          else if (verb === 'unlink') drawn.unlink(from);
          else if (verb === 'drop') {
            held.delete(from);
            drawn.drop(from);
          } else {
            const name = `n${drawn.ids.size}`;
            drawn.add(name, 'weakref');
            drawn.heap.weaken(drawn.id(name), drawn.id(to));
            held.add(name);
          }
          checkCounts(drawn, held);
        }
      }),
    );
  });
});

function checkCounts(drawn: ReturnType<typeof heapOf>, held: ReadonlySet<string>): void {
  const { heap } = drawn;
  const counted = new Map<number, number>();
  const add = (id: number): void => void counted.set(id, (counted.get(id) ?? 0) + 1);
  for (const name of held) add(drawn.id(name));
  const live = [...drawn.ids.values()].filter((id) => !(heap.flags[id] & Flag.DEAD));
  for (const id of live) for (const child of heap.slotsOf(id)) if (heap.kind[child] > LAST_ATOM) add(child);
  for (const id of live) expect([drawn.name(id), heap.refcount[id]]).toEqual([drawn.name(id), counted.get(id) ?? 0]);
  for (const id of counted.keys()) expect(heap.flags[id] & Flag.DEAD).toBe(0);
  for (const [reference, target] of heap.weakTarget) {
    expect(heap.flags[target] & Flag.DEAD).toBe(0);
    expect(heap.weakReferences.get(target)).toContain(reference);
  }
  expect(heap.liveObjects).toBe(live.length);
  expect(drawn.list(ListHead.YOUNG).split(' ').filter(Boolean).length).toBe(live.length);
}
