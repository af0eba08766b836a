/** Runs in miniature for tests and benchmarks of layout and draw: what a journal would say of their objects. */
import type { LayoutSource } from './layout.ts';

const NEVER = 2 ** 31 - 1;
const kindNames = ['null', 'instance', 'list', 'weakref', 'function', 'type', 'tuple', 'cell', 'object'];

/** Adds objects one by one; ids begin at 1 and every object is born one event after the one before. */
export class RunSample {
  readonly owner: number[] = [0];
  readonly kind: number[] = [0];
  readonly birth: number[] = [NEVER];
  readonly death: number[] = [NEVER];
  readonly bytes: number[] = [0];
  private event = 0;

  /** Gives the new object's id. */
  add(kind: string, owner = 0, bytes = 48): number {
    this.owner.push(owner);
    this.kind.push(kindNames.indexOf(kind));
    this.birth.push(this.event++);
    this.death.push(NEVER);
    this.bytes.push(bytes);
    return this.owner.length - 1;
  }
  /** An instance with its `children` list. Gives the ids of both. */
  addNode(owner = 0): { node: number; list: number } {
    const node = this.add('instance', owner);
    return { node, list: this.add('list', node, 56) };
  }
  free(id: number): void {
    this.death[id] = this.event++;
  }

  /** `statements`: events with which they begin. */
  source(statements: Int32Array | null = null): LayoutSource {
    return {
      idLimit: this.owner.length,
      owner: Int32Array.from(this.owner),
      kind: Uint8Array.from(this.kind),
      kindNames,
      birth: Int32Array.from(this.birth),
      death: Int32Array.from(this.death),
      bytes: Int32Array.from(this.bytes),
      hidden: null,
      statements,
    };
  }
}

/** `create_data_graph(depth, breadth)` of the founding example: 1 + breadth + breadth^2 ... nodes with their lists. */
export function treeSample(depth: number, breadth: number): RunSample {
  const run = new RunSample();
  let lists = [run.addNode().list];
  for (let d = 0; d < depth; d++) {
    const next: number[] = [];
    for (const list of lists) for (let b = 0; b < breadth; b++) next.push(run.addNode(list).list);
    lists = next;
  }
  return run;
}

/** A linked list. */
export function chainSample(length: number): RunSample {
  const run = new RunSample();
  for (let k = 0, above = 0; k < length; k++) above = run.add('instance', above);
  return run;
}

/** One list that holds `leaves` objects. */
export function starSample(leaves: number): RunSample {
  const run = new RunSample();
  const list = run.add('list');
  for (let k = 0; k < leaves; k++) run.add('instance', list);
  return run;
}

/** Pairs that hold each other, each pair alive to the end. */
export function cyclesSample(pairs: number): RunSample {
  const run = new RunSample();
  for (let k = 0; k < pairs; k++) run.add('instance', run.add('instance'));
  return run;
}

/** Objects that die before the next is born. */
export function churnSample(count: number): RunSample {
  const run = new RunSample();
  for (let k = 0; k < count; k++) run.free(run.add('object'));
  return run;
}

/** A tree in which every node hangs on an earlier one, chosen by `random`. */
export function randomTreeSample(count: number, random: () => number): RunSample {
  const run = new RunSample();
  run.add('instance');
  for (let k = 1; k < count; k++) run.add('instance', 1 + Math.floor(random() * k));
  return run;
}

/**
 * Families of `size(k)` objects (an owner and what hangs on it) that come and go: of `count`, at most `living` are alive
 * at a time. `owner`: what holds the families; 0: nothing.
 */
export function familiesSample(
  count: number,
  living: number,
  size: (k: number) => number,
  owner: 'list' | null,
): RunSample {
  const run = new RunSample();
  const list = owner === null ? 0 : run.add(owner);
  const families: number[][] = [];
  for (let k = 0; k < count; k++) {
    if (families.length === living) for (const id of families.shift()!) run.free(id);
    const family = [run.add('instance', list)];
    for (let n = 1; n < size(k); n++) family.push(run.add('instance', family[n >> 1]));
    families.push(family);
  }
  return run;
}
