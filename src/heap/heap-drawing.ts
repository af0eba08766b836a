/**
 * Small heaps written as one line, for tests: `heapOf('root -> a -> b; b -> a')`, and a printer back.
 *
 * - `a -> b`: a refers to b; chains may be longer. `root -> a` and `b <- root` are references from outside.
 * - `a ~> b`: a is a weak reference to b. `a ~> b !` has a callback.
 * - Objects come into being in the order of their first mention. A suffix at the first mention says what they are:
 *   `a` or `a:instance`, `a:list`, `a:tuple`, `a:set`, `a:cell`, `a:object` (no container); `a!` has a finalizer.
 *
 * The printer gives the edges of the objects alive, sorted by the order of mention: `root -> a; a -> b; b -> a`.
 */
import { Flag, Heap, type HeapHooks } from './heap.ts';
import { FIRST_CONTAINER, Kind } from './kinds.ts';

/** A heap made from a drawing; what happened to its objects is kept in `story`. */
export interface DrawnHeap {
  readonly heap: Heap;
  /** Id by name, in order of mention. Ids of the dead stay. */
  readonly ids: ReadonlyMap<string, number>;
  id(name: string): number;
  name(id: number): string;
  isAlive(name: string): boolean;
  /** `~a`: a's finalizer ran. `a?`: callback of weak reference a ran. */
  readonly story: string[];
  /** What a finalizer does beyond being noted; by default nothing. */
  onFinalize(name: string, action: () => void): void;
  onCallback(name: string, action: () => void): void;
  /** One reference from outside more, or less. */
  hold(name: string): void;
  drop(name: string): void;
  /** `from` refers to `to` from now on. */
  link(from: string, to: string): void;
  /** `from` gives up its references. */
  unlink(from: string): void;
  /** A new object, held from outside. */
  add(name: string, kind?: keyof typeof kindOf): number;
  /** Names of the objects in one of the collector's lists, in order, separated by spaces. */
  list(head: number): string;
}

const kindOf = {
  instance: Kind.INSTANCE,
  list: Kind.LIST,
  tuple: Kind.TUPLE,
  set: Kind.SET,
  cell: Kind.CELL,
  object: Kind.OBJECT,
  generator: Kind.GENERATOR,
  weakref: Kind.WEAKREF,
} as const;

const INSTANCE_BYTES = 48;

class Drawing implements DrawnHeap {
  readonly heap: Heap;
  readonly ids = new Map<string, number>();
  readonly story: string[] = [];
  private readonly names = new Map<number, string>();
  private readonly finalizers = new Map<string, () => void>();
  private readonly callbacks = new Map<string, () => void>();
  private readonly plainType: number;
  private readonly finalizedType: number;
  private readonly callback: number;

  constructor(hooks: Partial<HeapHooks>) {
    this.heap = new Heap({
      finalize: (id) => this.finalize(id),
      callWeakCallback: (reference) => this.call(reference),
      describeBuiltin: () => '<built-in>',
      ...hooks,
    });
    const { heap } = this;
    this.plainType = heap.alloc(Kind.TYPE, 0, null, null, 0);
    this.finalizedType = heap.alloc(Kind.TYPE, this.plainType, null, null, 0);
    heap.flags[this.finalizedType] |= Flag.HAS_FINALIZER;
    this.callback = heap.alloc(Kind.BUILTIN, this.plainType, null, null, 0);
    heap.beginProgram();
  }

  id(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`no object is named ${name} in this drawing`);
    return id;
  }
  name(id: number): string {
    return this.names.get(id) ?? `#${id}`;
  }
  isAlive(name: string): boolean {
    return !(this.heap.flags[this.id(name)] & Flag.DEAD);
  }
  onFinalize(name: string, action: () => void): void {
    this.finalizers.set(name, action);
  }
  onCallback(name: string, action: () => void): void {
    this.callbacks.set(name, action);
  }
  hold(name: string): void {
    this.heap.incref(this.id(name));
  }
  drop(name: string): void {
    this.heap.decref(this.id(name));
  }
  link(from: string, to: string): void {
    this.hold(to);
    if (this.heap.kind[this.id(from)] === Kind.INSTANCE) this.heap.appendValue(this.id(from), this.id(to));
    else this.heap.appendSlot(this.id(from), this.id(to));
  }
  unlink(from: string): void {
    const id = this.id(from);
    for (let slot = this.heap.slotCount(id) - 1; slot >= 0; slot--) this.heap.replaceSlot(id, slot, 0);
  }
  add(name: string, kind: keyof typeof kindOf = 'instance', hasFinalizer = false): number {
    const type = hasFinalizer ? this.finalizedType : this.plainType;
    const slots = kind === 'object' ? null : kind === 'weakref' ? [0] : [];
    const id =
      kindOf[kind] >= FIRST_CONTAINER
        ? this.heap.allocTracked(kindOf[kind], type, slots, null, INSTANCE_BYTES)
        : this.heap.alloc(kindOf[kind], type, slots, null, INSTANCE_BYTES);
    this.ids.set(name, id);
    this.names.set(id, name);
    return id;
  }
  watch(reference: string, target: string, hasCallback: boolean): void {
    const id = this.id(reference);
    if (hasCallback) {
      this.heap.incref(this.callback);
      this.heap.setSlot(id, 0, this.callback);
    }
    this.heap.weaken(id, this.id(target));
  }
  list(head: number): string {
    const found: string[] = [];
    for (let id = this.heap.gcNext[head]; id !== head; id = this.heap.gcNext[id]) found.push(this.name(id));
    return found.join(' ');
  }

  private finalize(id: number): void {
    const name = this.name(id);
    this.story.push(`~${name}`);
    this.finalizers.get(name)?.();
  }
  private call(reference: number): void {
    const name = this.name(reference);
    this.story.push(`${name}?`);
    this.callbacks.get(name)?.();
  }
}

/** Makes the heap that `drawing` describes. `hooks` replace those of the drawing. */
export function heapOf(drawing: string, hooks: Partial<HeapHooks> = {}): DrawnHeap {
  const heap = new Drawing(hooks);
  const chains = drawing
    .split(/[;\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const references = new Set(
    chains.filter((chain) => chain.includes('~>')).map((chain) => bareName(chain.split('~>')[0])),
  );
  for (const chain of chains) {
    for (const part of chain.split(/->|~>/)) mention(heap, part, references);
  }
  for (const chain of chains) {
    if (chain.includes('~>')) {
      const [reference, target] = chain.split('~>');
      heap.watch(bareName(reference), bareName(target), target.trim().endsWith(' !'));
      continue;
    }
    const names = chain.split('->').map(bareName);
    for (let i = 1; i < names.length; i++) {
      if (names[i - 1] === 'root') heap.hold(names[i]);
      else heap.link(names[i - 1], names[i]);
    }
  }
  // Everything was made with a reference of the maker's own.
  for (const name of heap.ids.keys()) {
    if (heap.heap.refcount[heap.id(name)] > 1) heap.drop(name);
    else throw new Error(`nothing refers to ${name} in "${drawing}": write "root -> ${name}"`);
  }
  return heap;
}

function bareName(text: string): string {
  return text.trim().replace(/\s+!$/, '').replace(/:.*$/, '').replace(/!$/, '');
}

function mention(heap: Drawing, text: string, references: ReadonlySet<string>): void {
  const name = bareName(text);
  if (!/^\w+$/.test(name)) throw new Error(`expected a name in place of "${text.trim()}"`);
  if (name === 'root' || heap.ids.has(name)) return;
  const kind = /:(\w+)/.exec(text)?.[1] ?? (references.has(name) ? 'weakref' : 'instance');
  if (!(kind in kindOf)) throw new Error(`no kind is named "${kind}" in "${text.trim()}"`);
  heap.add(name, kind as keyof typeof kindOf, /\w!(?:\s|$)/.test(text.trim()));
}

/** The edges of what is alive, in order of mention; `=n` where more than one reference from outside exists. */
export function drawHeap(drawn: DrawnHeap): string {
  const { heap } = drawn;
  const outside = new Map<number, number>();
  for (const id of drawn.ids.values()) if (!(heap.flags[id] & Flag.DEAD)) outside.set(id, heap.refcount[id]);
  const edges: string[] = [];
  for (const id of outside.keys()) {
    for (const child of heap.slotsOf(id)) {
      if (child === 0) continue;
      if (!drawn.name(child).startsWith('#')) edges.push(`${drawn.name(id)} -> ${drawn.name(child)}`);
      if (outside.has(child)) outside.set(child, outside.get(child)! - 1);
    }
    const target = heap.weakTarget.get(id);
    if (target !== undefined) edges.push(`${drawn.name(id)} ~> ${drawn.name(target)}`);
  }
  const roots = [...outside].filter(([, count]) => count > 0).map(([id]) => `root -> ${drawn.name(id)}`);
  return [...roots, ...edges].join('; ');
}
