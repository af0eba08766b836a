import { describe, expect, it } from 'vitest';
import { Flag, Heap } from './heap.ts';
import { Kind } from './kinds.ts';
import { appendOwned, appendReferents, traverse } from './traverse.ts';

function world(): {
  heap: Heap;
  leaf: () => number;
  visited: (id: number) => number[];
  appended: (id: number) => number[];
} {
  const heap = new Heap({ finalize() {}, callWeakCallback() {}, describeBuiltin: () => '' });
  heap.alloc(Kind.TYPE, 0, null, null, 0);
  heap.beginProgram();
  return {
    heap,
    leaf: () => heap.allocTracked(Kind.INSTANCE, 0, [], null, 48),
    visited(id) {
      const found: number[] = [];
      traverse(heap, id, (referent) => found.push(referent));
      return found;
    },
    appended(id) {
      const found: number[] = [];
      found.length = appendReferents(heap, id, found, 0);
      return found;
    },
  };
}

describe('traversal', () => {
  it('shows atoms, the quick form does not', () => {
    const { heap, leaf, visited, appended } = world();
    const text = heap.allocAtom(Kind.STR, 0, 'a', 50);
    const child = leaf();
    const list = heap.allocTracked(Kind.LIST, 0, [child, text], null, 72);
    expect(visited(list)).toEqual([text, child]);
    expect(appended(list)).toEqual([child]);
  });
  it('goes through dicts entry by entry, value before key, and no keys when all are str', () => {
    const { heap, leaf, visited, appended } = world();
    const [a, b, c] = [leaf(), leaf(), leaf()];
    const key = heap.allocAtom(Kind.STR, 0, 'k', 50);
    const byName = heap.allocTracked(Kind.DICT, 0, [key, a, 0, 0], null, 64);
    expect(visited(byName)).toEqual([a]);
    const mixed = heap.allocTracked(Kind.DICT, 0, [key, a, b, c], null, 64);
    expect(visited(mixed)).toEqual([a, key, c, b]);
    expect(appended(mixed)).toEqual([a, c, b]);
  });
  it('of an instance: values, dict, class', () => {
    const { heap, leaf, visited, appended } = world();
    const type = heap.allocTracked(Kind.TYPE, 0, [], null, 0);
    heap.flags[type] |= Flag.HEAP_TYPE;
    const [a, dict] = [leaf(), heap.allocTracked(Kind.DICT, 0, [], null, 64)];
    const instance = heap.allocTracked(Kind.INSTANCE, type, null, null, 48);
    heap.appendValue(instance, a);
    heap.setDict(instance, dict);
    expect(visited(instance)).toEqual([a, dict, type]);
    expect(appended(instance)).toEqual([a, dict, type]);
    const subclassed = heap.allocTracked(Kind.LIST, type, [a], null, 48);
    expect(visited(subclassed)).toEqual([type, a]);
    expect(appended(subclassed)).toEqual([type, a]);
  });
  it('passes a materialised dict by whose values are still the owner’s', () => {
    const { heap, leaf, visited, appended } = world();
    const a = leaf();
    const dict = heap.allocTracked(Kind.DICT, 0, [heap.allocAtom(Kind.STR, 0, 'k', 50), a], null, 64);
    heap.flags[dict] |= Flag.EMBEDDED;
    const owner = leaf();
    heap.setDict(owner, dict);
    expect(visited(owner)).toEqual([a]);
    expect(appended(owner)).toEqual([a]);
    expect(visited(dict)).toEqual([]);
    const owned: number[] = [];
    appendOwned(heap, owner, owned, 0);
    expect(owned).toEqual([dict]);
    heap.setDict(owner, 0);
    expect(visited(dict)).toEqual([a]);
  });
});
