/**
 * Who keeps what alive: the dominator tree of a moment, with the variables as nodes above the objects. An object's
 * keeper is the last one that every strong path to it passes; its retained size is what would go with it.
 *
 * The globals themselves are left out, so that each global variable keeps what only it leads to. Weak references keep
 * nothing. Library objects weigh nothing; numbers, strings and the like are not counted.
 */
import type { HeapView } from '../playhead/heap-view.ts';
import { type Dominators, dominatorsOf, type FlowGraph } from './dominators.ts';
import { globalName } from './global-names.ts';
import { labelAt } from './object-label.ts';
import { referenceGraph } from './reference-graph.ts';

/** A variable, or the value stack of a frame: what holds objects without being one. */
export interface Owner {
  readonly kind: 'global' | 'local' | 'stack';
  /** Frame, or -1. */
  readonly frame: number;
  /** Slot of the dict of globals or of the frame; -1: the value stack. */
  readonly slot: number;
  /** `root`, `node in walk (frame 2)`, `the value stack of walk (frame 2)` */
  readonly text: string;
}

/** A moment, ready for `dominatorsOf`, here or in a worker: nodes are the live objects, then the owners, then the entry. */
export interface KeeperGraph extends FlowGraph {
  readonly owners: readonly Owner[];
  /** Object id by node. */
  readonly ids: Int32Array;
}

/** Copies: the arrays may be transferred. */
export function keeperGraph(state: HeapView): KeeperGraph {
  const { journal, size } = state;
  const graph = referenceGraph(state);
  const { count, ids, numberOf } = graph;
  const { owners, held } = ownersAt(state, numberOf);
  const inFrames = new Int32Array(count);
  owners.forEach(({ kind }, owner) => {
    if (kind !== 'global') for (const number of held[owner]) inFrames[number]++;
  });
  const nodes = count + owners.length + 1;
  const first = new Int32Array(nodes + 1);
  const to = new Int32Array(graph.first[count] + held.reduce((sum, row) => sum + row.length, owners.length + count));
  const globals = numberOf[journal.globals] ?? -1;
  let at = 0;
  for (let number = 0; number < count; number++) {
    first[number] = at;
    if (number === globals) continue;
    for (let edge = graph.first[number]; edge < graph.first[number + 1]; edge++) to[at++] = graph.to[edge];
  }
  held.forEach((row, owner) => {
    first[count + owner] = at;
    for (const number of row) to[at++] = number;
  });
  first[nodes - 1] = at;
  for (let owner = 0; owner < owners.length; owner++) to[at++] = count + owner;
  // Held from outside by more than frames: by native code. The dict of globals is, by the module that runs.
  for (let number = 0; number < count; number++) if (graph.outside[number] > inFrames[number]) to[at++] = number;
  first[nodes] = at;
  const bytes = new Int32Array(nodes);
  const objects = new Uint8Array(nodes);
  for (let number = 0; number < count; number++) {
    if (journal.isLibrary(ids[number]) || number === globals) continue;
    bytes[number] = size[ids[number]];
    objects[number] = 1;
  }
  return { owners, ids: ids.slice(), first, to: to.slice(0, at), bytes, objects };
}

/** The owners, and the numbers of what each holds, as often as it does. */
function ownersAt(state: HeapView, numberOf: Int32Array): { owners: Owner[]; held: number[][] } {
  const { journal } = state;
  const owners: Owner[] = [];
  const held: number[][] = [];
  const { globals } = journal;
  for (let slot = 1; slot < state.slotCount[globals]; slot += 2) {
    const id = state.slot(globals, slot);
    // The dict of globals holds it, which is a reference from within.
    if (id <= 0 || numberOf[id] < 0) continue;
    owners.push({ kind: 'global', frame: -1, slot, text: globalName(state, slot) });
    held.push([numberOf[id]]);
  }
  for (const { index, code, locals, stack } of state.frames()) {
    const info = journal.codes.get(code);
    const where = `${info?.name ?? 'a frame'} (frame ${index})`;
    locals.forEach((id, slot) => {
      if (id <= 0 || numberOf[id] < 0) return;
      owners.push({ kind: 'local', frame: index, slot, text: `${info?.slotNames[slot] ?? '?'} in ${where}` });
      held.push([numberOf[id]]);
    });
    const entries = [...stack].filter((id) => numberOf[id] >= 0);
    if (entries.length === 0) continue;
    owners.push({ kind: 'stack', frame: index, slot: -1, text: `the value stack of ${where}` });
    held.push(entries.map((id) => numberOf[id]));
  }
  return { owners, held };
}

/** Somebody who keeps objects alive. */
export interface Keeper {
  /** Number for `keptBy`. */
  readonly node: number;
  /** Object id; 0: an owner. */
  readonly id: number;
  readonly owner: Owner | null;
  readonly text: string;
  /** With everything it keeps. */
  readonly bytes: number;
  readonly objects: number;
}

export interface KeeperGroup {
  readonly text: string;
  readonly objects: number;
  /** Shallow bytes of the objects of the group. */
  readonly ownBytes: number;
  /** What goes when they all go, nothing counted twice. */
  readonly bytes: number;
}

/** The dominator tree of the moment that it was made of; ask it while the playhead stands there. */
export class Keepers {
  private readonly below: { first: Int32Array; nodes: Int32Array };

  constructor(
    private readonly state: HeapView,
    readonly graph: Pick<KeeperGraph, 'ids' | 'owners' | 'bytes' | 'objects'>,
    readonly dominators: Dominators,
  ) {
    this.below = childrenOf(dominators.dominator);
  }

  /** The entry: above all. */
  get entry(): number {
    return this.graph.bytes.length - 1;
  }

  /** Who is directly below `node` (the entry without), largest first. The library and the globals keep nothing here. */
  keptBy(node = this.entry, most = Infinity): Keeper[] {
    const { first, nodes } = this.below;
    const { retainedBytes, retainedObjects } = this.dominators;
    const below = nodes.subarray(first[node], first[node + 1]).filter((each) => retainedObjects[each] > 0);
    return largest(below, retainedBytes, most).map((each) => this.keeper(each));
  }

  /** The objects that keep most, themselves included, wherever they are in the tree. */
  largestObjects(most: number): Keeper[] {
    const { ids, objects } = this.graph;
    const { first, nodes } = this.below;
    const { retainedBytes } = this.dominators;
    const found: Keeper[] = [];
    // Nobody keeps more than who is above: the largest is always among those below the ones found so far.
    const frontier = [this.entry];
    while (frontier.length > 0 && found.length < most) {
      const at = frontier.reduce(
        (best, node, i) => (retainedBytes[node] > retainedBytes[frontier[best]] ? i : best),
        0,
      );
      const node = frontier[at];
      frontier[at] = frontier[frontier.length - 1];
      frontier.pop();
      if (node < ids.length && objects[node] === 1) found.push(this.keeper(node));
      for (let i = first[node]; i < first[node + 1]; i++) frontier.push(nodes[i]);
    }
    return found;
  }

  /** The node of a live object; -1: it is none, or garbage. */
  nodeOf(id: number): number {
    const node = this.graph.ids.indexOf(id);
    return node >= 0 && this.dominators.dominator[node] >= 0 ? node : -1;
  }

  /** An object's own entry; null: no root reaches it. */
  of(id: number): Keeper | null {
    const node = this.nodeOf(id);
    return node < 0 ? null : this.keeper(node);
  }

  /** Who keeps it: from the nearest keeper outwards to the variable. Empty when several hold it. */
  keepersOf(id: number): Keeper[] {
    const chain: Keeper[] = [];
    const { dominator } = this.dominators;
    for (let node = this.nodeOf(id); node >= 0 && (node = dominator[node]) !== this.entry;)
      chain.push(this.keeper(node));
    return chain;
  }

  /** By variable, largest first; then what several of them share. */
  byOwner(): KeeperGroup[] {
    const { ids, owners, bytes, objects } = this.graph;
    const { first, nodes } = this.below;
    const { retainedBytes, retainedObjects, dominator } = this.dominators;
    const groups = owners.map((owner, i) => ({
      text: owner.text,
      objects: retainedObjects[ids.length + i],
      ownBytes: this.ownBytes(ids.length + i),
      bytes: retainedBytes[ids.length + i],
    }));
    const shared = { text: 'held by several, or by native code', objects: 0, ownBytes: 0, bytes: 0 };
    for (const node of nodes.subarray(first[this.entry], first[this.entry + 1])) {
      if (node >= ids.length) continue;
      shared.objects += retainedObjects[node];
      shared.ownBytes += bytes[node];
      shared.bytes += retainedBytes[node];
    }
    const lost = { text: 'garbage: no root reaches it', objects: 0, ownBytes: 0, bytes: 0 };
    for (let node = 0; node < ids.length; node++) {
      if (dominator[node] >= 0) continue;
      lost.objects += objects[node];
      lost.ownBytes += bytes[node];
      lost.bytes += bytes[node];
    }
    groups.sort((a, b) => b.bytes - a.bytes);
    return [...groups, shared, lost].filter((group) => group.objects > 0);
  }

  /** By type, what the objects of the type keep together, largest first. */
  byType(): KeeperGroup[] {
    const { ids, bytes, objects } = this.graph;
    const { dominator, retainedBytes } = this.dominators;
    const { type } = this.state.journal.objects;
    const groups = new Map<number, { text: string; objects: number; ownBytes: number; bytes: number }>();
    const within = this.typesAbove();
    let group = { text: '', objects: 0, ownBytes: 0, bytes: 0 };
    let groupType = 0;
    for (let node = 0; node < ids.length; node++) {
      if (objects[node] === 0 || dominator[node] < 0) continue;
      const of = type[ids[node]];
      if (of !== groupType) {
        group = groups.get(of) ?? { text: this.state.journal.typeNameOf(ids[node]), objects: 0, ownBytes: 0, bytes: 0 };
        groups.set(of, group);
        groupType = of;
      }
      group.objects++;
      group.ownBytes += bytes[node];
      if (within[node] === 0) group.bytes += retainedBytes[node];
    }
    return [...groups.values()].sort((a, b) => b.bytes - a.bytes);
  }

  /** 1 for objects below another one of their type: what they keep is counted there. */
  private typesAbove(): Uint8Array {
    const { ids } = this.graph;
    const { type } = this.state.journal.objects;
    const { first, nodes } = this.below;
    const within = new Uint8Array(ids.length);
    /** How many objects of a type are open, by its id. */
    const open = new Int32Array(this.state.journal.idLimit);
    // Depth first: on the way down an object is open; ~node closes it on the way up. No more than two entries a node.
    const stack = new Int32Array(2 * first.length);
    let top = 0;
    stack[top++] = this.entry;
    while (top > 0) {
      const node = stack[--top];
      if (node < 0) {
        open[type[ids[~node]]]--;
        continue;
      }
      if (node < ids.length) {
        if (open[type[ids[node]]]++ > 0) within[node] = 1;
        stack[top++] = ~node;
      }
      for (let i = first[node]; i < first[node + 1]; i++) stack[top++] = nodes[i];
    }
    return within;
  }

  private ownBytes(owner: number): number {
    const { first, nodes } = this.below;
    let sum = 0;
    for (let i = first[owner]; i < first[owner + 1]; i++) sum += this.graph.bytes[nodes[i]];
    return sum;
  }

  private keeper(node: number): Keeper {
    const { ids, owners } = this.graph;
    const id = node < ids.length ? ids[node] : 0;
    const owner = id === 0 ? owners[node - ids.length] : null;
    const text = owner?.text ?? labelAt(this.state, id);
    const { retainedBytes, retainedObjects } = this.dominators;
    return { node, id, owner, text, bytes: retainedBytes[node], objects: retainedObjects[node] };
  }
}

/** The keepers of a moment, worked out at once: for small heaps, and for those who are in a worker already. */
export function keepersAt(state: HeapView): Keepers {
  const graph = keeperGraph(state);
  return new Keepers(state, graph, dominatorsOf(graph));
}

function childrenOf(dominator: Int32Array): { first: Int32Array; nodes: Int32Array } {
  const first = new Int32Array(dominator.length + 1);
  for (const over of dominator) if (over >= 0) first[over + 1]++;
  for (let node = 0; node < dominator.length; node++) first[node + 1] += first[node];
  const next = first.slice();
  const nodes = new Int32Array(first[dominator.length]);
  for (let node = 0; node < dominator.length; node++) if (dominator[node] >= 0) nodes[next[dominator[node]]++] = node;
  return { first, nodes };
}

const MANY = 1000;

/** The `most` of `nodes` with the largest value, largest first; equal ones in order. */
function largest(nodes: Int32Array, value: Float64Array, most: number): number[] {
  let chosen = nodes;
  if (nodes.length > MANY && most < MANY) {
    // A few of very many: what is smaller than the least that could be among them is left out before sorting.
    const least = Float64Array.from(nodes, (node) => value[node]).sort()[nodes.length - most];
    chosen = nodes.filter((node) => value[node] >= least);
  }
  return [...chosen].sort((a, b) => value[b] - value[a] || a - b).slice(0, most);
}
