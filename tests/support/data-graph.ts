/** The founding example without a machine: `create_data_graph(depth, breadth)` as heap operations, then `del root`. */
import { Ev } from '../../src/heap/events.ts';
import { Flag, Heap } from '../../src/heap/heap.ts';
import { Kind } from '../../src/heap/kinds.ts';
import { Journal } from '../../src/journal/journal.ts';
import type { CodeInfo, RunDelta } from '../../src/machine/run-record.ts';

export interface DataGraph {
  readonly journal: Journal;
  readonly heap: Heap;
  readonly root: number;
  readonly nodes: readonly number[];
  readonly globals: number;
  /** Drops the global `root`. */
  delRoot(): void;
  /** Puts what was recorded since into the journal. */
  append(): void;
}

/** When a child learns of its parent: never, before or after it is put into the parent's children. */
export type Parents = 'none' | 'before' | 'after';

const codes: readonly CodeInfo[] = [
  { id: 0, name: '<module>', slotNames: [], isModule: true },
  {
    id: 1,
    name: 'create_data_graph',
    slotNames: ['root', 'nodes', 'new_nodes', 'node', 'child'],
    isModule: false,
  },
].map((code) => ({
  ...code,
  qualifiedName: code.name,
  filename: 'main.py',
  isLibrary: false,
  firstLine: 1,
}));

export function dataGraph(depth: number, breadth: number, parents: Parents = 'none'): DataGraph {
  const heap = new Heap({
    finalize: () => undefined,
    callWeakCallback: () => undefined,
    describeBuiltin: (id) => `<built-in ${id}>`,
  });
  const { events } = heap;
  const objectType = heap.alloc(Kind.TYPE, 0, [0], null, 400);
  heap.beginProgram();
  events.one(Ev.STATEMENT, 0);
  const globals = heap.allocTracked(Kind.DICT, objectType, [], null, 64);
  const atom = (value: number | string): number =>
    heap.allocAtom(typeof value === 'string' ? Kind.STR : Kind.INT, objectType, value, 28);
  const locals = [0, 0, 0, 0, 0];
  const store = (slot: number, value: number): void => {
    const old = locals[slot];
    locals[slot] = value;
    events.three(Ev.LOCAL, slot, heap.cellWord(value), heap.cellWord(old));
    if (old !== 0) heap.decref(old);
  };
  const own = (id: number): number => {
    heap.incref(id);
    return id;
  };
  const line = (now: number): void => events.two(Ev.LINE, now, 0);

  events.one(Ev.ENTER, 0);
  line(20);
  const nodeType = heap.allocTracked(Kind.TYPE, objectType, [0, 0], null, 900);
  heap.flags[nodeType] |= Flag.HEAP_TYPE;
  heap.appendSlot(globals, atom('DataNode'));
  heap.appendSlot(globals, nodeType);
  events.one(Ev.ENTER, 1);
  line(13);

  const nodes: number[] = [];
  const makeNode = (value: number): number => {
    const node = heap.allocTracked(Kind.INSTANCE, nodeType, [0, 0, 0], null, 48);
    heap.setSlot(node, 0, atom(value));
    heap.setSlot(node, 1, heap.allocTracked(Kind.LIST, objectType, [], null, 56));
    nodes.push(node);
    return node;
  };
  store(0, makeNode(0));
  store(1, heap.allocTracked(Kind.LIST, objectType, [own(locals[0])], null, 64));
  for (let level = 0; level < depth; level++) {
    line(16);
    store(2, heap.allocTracked(Kind.LIST, objectType, [], null, 56));
    for (const node of [...heap.slots[locals[1]]!]) {
      store(3, own(node));
      for (let i = 0; i < breadth; i++) {
        store(4, makeNode(1 + i));
        const child = locals[4];
        if (parents === 'before') heap.setSlot(child, 2, own(node));
        heap.appendSlot(heap.slotAt(node, 1), own(child));
        if (parents === 'after') heap.setSlot(child, 2, own(node));
        heap.appendSlot(locals[2], own(child));
      }
    }
    store(1, own(locals[2]));
  }
  const root = own(locals[0]);
  for (let slot = 0; slot < locals.length; slot++) {
    if (locals[slot] === 0) continue;
    const old = locals[slot];
    locals[slot] = 0;
    events.two(Ev.RELEASE_LOCAL, slot, heap.cellWord(old));
    if (--heap.refcount[old] === 0) heap.reachedZero(old);
  }
  events.two(Ev.LEAVE, 1, 13);
  heap.appendSlot(globals, atom('root'));
  heap.appendSlot(globals, root);

  const journal = new Journal();
  let atoms = 0;
  const append = (): void => {
    const delta: RunDelta = {
      chunks: [...events.full, events.words.slice(0, events.at)],
      atoms: heap.atoms.entries.slice(atoms),
      types: [
        {
          id: nodeType,
          name: 'DataNode',
          isHeapType: true,
          slotNames: ['value', 'children', 'parent'],
        },
        { id: objectType, name: 'list', isHeapType: false, slotNames: [] },
      ],
      codes,
      statements: [{ index: 0, source: '', filename: 'main.py' }],
      output: '',
      end: { kind: 'finished' },
      programStart: heap.programStart,
      idLimit: heap.end,
      globals,
      libraryRanges: [],
    };
    events.restart();
    atoms = heap.atoms.entries.length;
    journal.append(delta);
  };
  append();
  const delRoot = (): void => {
    line(22);
    heap.replaceSlot(globals, heap.slots[globals]!.length - 1, 0);
  };
  return { journal, heap, root, nodes, globals, delRoot, append };
}
