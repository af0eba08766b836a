/**
 * A row of small steps that can be taken forwards and backwards: the second clock, inside one moment of a run. Arrays by
 * object id say how things stand after the steps taken so far.
 */
import { grownInt32, grownUint8 } from '../../base/growable.ts';
import type { Rows } from '../reference-graph.ts';

/** What an object is to a collection. */
export const Colour = {
  /** Not examined. */
  OUTSIDE: 0,
  /** Examined; its refcount has not been copied yet. Mark-and-sweep: white. */
  LISTED: 1,
  /** Its gc_refs are there. */
  COPIED: 2,
  /** Tentatively unreachable. */
  DOUBTED: 3,
  /** Was tentatively unreachable; waits for its turn among those that stay. Mark-and-sweep: grey. */
  RESCUED: 4,
  /** Stays: held from outside, or by what stays. Mark-and-sweep: black. */
  REACHED: 5,
} as const;

/** What a step does to `to`; `from` is the holder of the reference that is followed, 0 where there is none. */
export const Step = {
  /** gc_refs = refcount. */
  COPY: 1,
  /** One reference from within: gc_refs - 1. */
  SUBTRACT: 2,
  /** gc_refs is 0: to the tentatively unreachable. */
  DOUBT: 3,
  /** gc_refs is above 0: stays, and what it refers to is looked at next. */
  KEEP: 4,
  /** gc_refs was 0 and its turn had not come: what stays refers to it, so gc_refs = 1. */
  REACH: 5,
  /** It was tentatively unreachable: comes back, gc_refs = 1. */
  RESCUE: 6,
  /** Mark-and-sweep: a root; grey. */
  ROOT: 7,
  /** Mark-and-sweep: white becomes grey. */
  SHADE: 8,
  /** Mark-and-sweep: all it refers to is grey or black: black. */
  BLACKEN: 9,
} as const;

export interface StepView {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

/** Steps in the order in which they are taken, while they are worked out. */
export class Steps {
  kinds: Uint8Array;
  froms: Int32Array;
  tos: Int32Array;
  length = 0;

  /** `capacity`: room for so many costs nothing until they are there, and growing then copies nothing. */
  constructor(capacity = 64) {
    this.kinds = new Uint8Array(capacity);
    this.froms = new Int32Array(capacity);
    this.tos = new Int32Array(capacity);
  }

  /** What KEEP and ROOT change cannot be told from the state after them: their `from` is the colour before. */
  add(kind: number, from: number, to: number): void {
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.froms[this.length] = from;
    this.tos[this.length++] = to;
  }

  private grow(): void {
    this.kinds = grownUint8(this.kinds, 2 * this.length);
    this.froms = grownInt32(this.froms, 2 * this.length);
    this.tos = grownInt32(this.tos, 2 * this.length);
  }
}

/** The row that entry `edge` lies in. */
function rowOf(first: Int32Array, edge: number): number {
  let low = 0;
  let high = first.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (first[middle] <= edge) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The steps that come first, told by what they are made of instead of being written down (they are most of all steps, and
 * memory that nobody has touched before costs more than the work): COPY of each object, SUBTRACT for each reference.
 */
export interface Counting extends Rows {
  readonly ids: Int32Array;
  /** Refcounts, by place in `ids`, as they are when the steps begin. */
  readonly refcounts: Int32Array;
}

const NOTHING: Counting = {
  ids: new Int32Array(0),
  refcounts: new Int32Array(0),
  first: new Int32Array(1),
  to: new Int32Array(0),
};

export class StepRow {
  /** By object id, after `at` steps. */
  readonly colour: Uint8Array;
  readonly gcRefs: Int32Array;
  /** Steps taken. */
  at = 0;

  /** Where subtracting begins, and where the written steps do. */
  private readonly copied: number;
  private readonly counted: number;

  /** Before the first step `listed` are LISTED. First come the steps of `counting`, then `steps`; both are kept. */
  constructor(
    listed: Int32Array,
    idLimit: number,
    private readonly steps: Steps,
    private readonly counting: Counting = NOTHING,
  ) {
    this.colour = new Uint8Array(idLimit);
    this.gcRefs = new Int32Array(idLimit);
    for (const id of listed) this.colour[id] = Colour.LISTED;
    this.copied = counting.ids.length;
    this.counted = this.copied + counting.to.length;
  }

  get length(): number {
    return this.counted + this.steps.length;
  }

  /** Step `index` leads from `index` steps taken to `index + 1`. */
  step(index: number): StepView {
    const { ids, to, first } = this.counting;
    if (index < this.copied) return { kind: Step.COPY, from: 0, to: ids[index] };
    if (index < this.counted) {
      const edge = index - this.copied;
      return { kind: Step.SUBTRACT, from: ids[rowOf(first, edge)], to: ids[to[edge]] };
    }
    index -= this.counted;
    const { kinds, froms, tos } = this.steps;
    const kind = kinds[index];
    return { kind, from: kind === Step.KEEP || kind === Step.ROOT ? 0 : froms[index], to: tos[index] };
  }

  /** Takes steps, or takes them back, until `count` are taken. */
  seek(count: number): void {
    const { colour, gcRefs, copied, counted } = this;
    const { ids, refcounts, to } = this.counting;
    const { kinds, froms, tos } = this.steps;
    for (; this.at < Math.min(count, copied); this.at++) {
      colour[ids[this.at]] = Colour.COPIED;
      gcRefs[ids[this.at]] = refcounts[this.at];
    }
    for (; this.at < Math.min(count, counted); this.at++) gcRefs[ids[to[this.at - copied]]]--;
    for (; this.at < count; this.at++) this.apply(kinds[this.at - counted], tos[this.at - counted]);
    while (this.at > Math.max(count, counted)) {
      const step = --this.at - counted;
      this.revert(kinds[step], tos[step], froms[step]);
    }
    while (this.at > Math.max(count, copied)) gcRefs[ids[to[--this.at - copied]]]++;
    while (this.at > count) {
      colour[ids[--this.at]] = Colour.LISTED;
      gcRefs[ids[this.at]] = 0;
    }
  }

  /** The first step from `from` on (or, backwards, the last before it) that concerns `id`; -1: none. */
  stepAbout(id: number, from: number, backwards: boolean): number {
    const { first, to } = this.counting;
    const place = this.counting.ids.indexOf(id);
    const { length, copied, counted } = this;
    for (let i = backwards ? from - 1 : from; i >= 0 && i < length; i += backwards ? -1 : 1) {
      if (i >= counted ? this.isAbout(id, i - counted) : i < copied && i === place) return i;
      const edge = i - copied;
      if (place < 0 || edge < 0 || i >= counted) continue;
      if (to[edge] === place || (edge >= first[place] && edge < first[place + 1])) return i;
    }
    return -1;
  }

  private isAbout(id: number, step: number): boolean {
    const { kinds, froms, tos } = this.steps;
    return tos[step] === id || (froms[step] === id && kinds[step] !== Step.KEEP && kinds[step] !== Step.ROOT);
  }

  private apply(kind: number, to: number): void {
    const { colour, gcRefs } = this;
    switch (kind) {
      case Step.DOUBT:
        colour[to] = Colour.DOUBTED;
        break;
      case Step.KEEP:
      case Step.BLACKEN:
        colour[to] = Colour.REACHED;
        break;
      case Step.REACH:
        gcRefs[to] = 1;
        break;
      case Step.RESCUE:
        colour[to] = Colour.RESCUED;
        gcRefs[to] = 1;
        break;
      case Step.ROOT:
      case Step.SHADE:
        colour[to] = Colour.RESCUED;
        break;
    }
  }

  private revert(kind: number, to: number, kept: number): void {
    const { colour, gcRefs } = this;
    switch (kind) {
      case Step.DOUBT:
        colour[to] = Colour.COPIED;
        break;
      case Step.KEEP:
      case Step.ROOT:
        colour[to] = kept;
        break;
      case Step.REACH:
        gcRefs[to] = 0;
        break;
      case Step.RESCUE:
        colour[to] = Colour.DOUBTED;
        gcRefs[to] = 0;
        break;
      case Step.SHADE:
        colour[to] = Colour.LISTED;
        break;
      case Step.BLACKEN:
        colour[to] = Colour.RESCUED;
        break;
    }
  }
}
