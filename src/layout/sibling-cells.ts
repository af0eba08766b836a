/**
 * Children of one owner that come and go: what a queue or a cache holds in the course of a run is much more than what it
 * holds at one time. A child (with the little that hangs on it) takes the place of one of the same shape that is dead by
 * then; only those that come first have places of their own.
 */
import type { DrawnForest } from './drawn-forest.ts';
import { LifetimeCells } from './lifetime-cells.ts';

/** Owners of fewer children keep all of them: every ghost can be seen there. */
const MANY_CHILDREN = 100;
/** Children of more nodes than this keep a place of their own. */
const SMALL_CHILD = 64;

/** By index of the forest. */
export interface SiblingCells {
  /** Whose place a node takes; -1: its own. */
  readonly host: Int32Array;
  /** Id of the object whose birth ends the node's turn in its place; 0: nobody's. */
  readonly heir: Int32Array;
  /** Nodes that take another's place, parents before children. */
  readonly guests: Int32Array;
}

/** Null when nothing is shared. `size`: what must be alike besides the shape, by index; null: nothing. */
export function siblingCells(
  forest: DrawnForest,
  source: { readonly birth: Int32Array; readonly death: Int32Array },
  size: Float64Array | null,
): SiblingCells | null {
  const { count, childCount, firstChild } = forest;
  let sharing: Sharing | null = null;
  for (let i = 0; i < count; i++) {
    if (childCount[i] < MANY_CHILDREN) continue;
    sharing ??= new Sharing(forest, source, size);
    sharing.share(firstChild[i], firstChild[i] + childCount[i]);
  }
  return sharing?.guestCount ? sharing.result() : null;
}

/** The cells of children of one shape, and who was last in each. */
interface Group {
  readonly cells: LifetimeCells;
  readonly first: number[];
  readonly last: number[];
}

class Sharing {
  private readonly host: Int32Array;
  private readonly heir: Int32Array;
  private readonly shapes = new Map<string, number>();
  guestCount = 0;

  constructor(
    private readonly forest: DrawnForest,
    private readonly source: { readonly birth: Int32Array; readonly death: Int32Array },
    private readonly size: Float64Array | null,
  ) {
    this.host = new Int32Array(forest.count).fill(-1);
    this.heir = new Int32Array(forest.count);
  }

  /** The children `from` to `to` of one node: neighbours, in order of birth. */
  share(from: number, to: number): void {
    const groups = new Map<number, Group>();
    for (let c = from; c < to; c++) {
      if (this.forest.size[c] > SMALL_CHILD) continue;
      const shape = this.shapeOf(c);
      let group = groups.get(shape);
      if (group === undefined) groups.set(shape, (group = { cells: new LifetimeCells(), first: [], last: [] }));
      const life = { firstBorn: this.forest.id[c], birth: Infinity, death: 0 };
      this.measure(c, life);
      const cell = group.cells.take(life.birth, life.death);
      if (cell < group.first.length) {
        this.seat(c, group.first[cell]);
        this.endTurn(group.last[cell], life.firstBorn);
      } else group.first[cell] = c;
      group.last[cell] = c;
    }
  }

  result(): SiblingCells {
    const { host, heir } = this;
    const guests = new Int32Array(this.guestCount);
    for (let i = 0, g = 0; i < host.length; i++) if (host[i] !== -1) guests[g++] = i;
    return { host, heir, guests };
  }

  /** Equal for nodes whose subtrees can be laid over each other. */
  private shapeOf(i: number): number {
    const { childCount, firstChild } = this.forest;
    if (childCount[i] === 0 && this.size === null) return 0;
    let key = this.size === null ? '' : `${this.size[i]}:`;
    for (let c = firstChild[i]; c < firstChild[i] + childCount[i]; c++) key += `${this.shapeOf(c)} `;
    let shape = this.shapes.get(key);
    if (shape === undefined) this.shapes.set(key, (shape = this.shapes.size + 1));
    return shape;
  }

  private measure(i: number, life: { firstBorn: number; birth: number; death: number }): void {
    const id = this.forest.id[i];
    if (this.source.birth[id] < life.birth) {
      life.birth = this.source.birth[id];
      life.firstBorn = id;
    }
    life.death = Math.max(life.death, this.source.death[id]);
    this.eachChild(i, (c) => this.measure(c, life));
  }

  private seat(i: number, host: number): void {
    this.host[i] = host;
    this.guestCount++;
    const shift = this.forest.firstChild[host] - this.forest.firstChild[i];
    this.eachChild(i, (c) => this.seat(c, c + shift));
  }

  private endTurn(i: number, heir: number): void {
    this.heir[i] = heir;
    this.eachChild(i, (c) => this.endTurn(c, heir));
  }

  private eachChild(i: number, visit: (c: number) => void): void {
    const first = this.forest.firstChild[i];
    for (let c = first; c < first + this.forest.childCount[i]; c++) visit(c);
  }
}
