/**
 * A row of small steps that can be taken forwards and backwards: the second clock, inside one moment of a run. Arrays by
 * object id say how things stand after the steps taken so far.
 */
import { grownInt32, grownUint8 } from '../../base/growable.ts';

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
  kinds: Uint8Array = new Uint8Array(64);
  froms: Int32Array = new Int32Array(64);
  tos: Int32Array = new Int32Array(64);
  length = 0;

  /** Makes room for `count` more, so that the loops that add many need not look. */
  reserve(count: number): void {
    const capacity = this.length + count;
    if (capacity <= this.kinds.length) return;
    this.kinds = grownUint8(this.kinds.subarray(0, this.length), capacity);
    this.froms = grownInt32(this.froms.subarray(0, this.length), capacity);
    this.tos = grownInt32(this.tos.subarray(0, this.length), capacity);
  }

  /** What KEEP and ROOT change cannot be told from the state after them: their `from` is the colour before. */
  add(kind: number, from: number, to: number): void {
    if (this.length === this.kinds.length) this.reserve(this.length);
    this.kinds[this.length] = kind;
    this.froms[this.length] = from;
    this.tos[this.length++] = to;
  }
}

export class StepRow {
  /** By object id, after `at` steps. */
  readonly colour: Uint8Array;
  readonly gcRefs: Int32Array;
  /** Steps taken. */
  at = 0;

  /**
   * Before the first step: `listed` are LISTED. `refcount`: by id, as it is when the steps begin; kept. `steps` is kept,
   * too.
   */
  constructor(
    listed: Int32Array,
    private readonly refcount: Int32Array,
    private readonly steps: Steps,
  ) {
    this.colour = new Uint8Array(refcount.length);
    this.gcRefs = new Int32Array(refcount.length);
    for (const id of listed) this.colour[id] = Colour.LISTED;
  }

  get length(): number {
    return this.steps.length;
  }

  /** Step `index` leads from `index` steps taken to `index + 1`. */
  step(index: number): StepView {
    const { kinds, froms, tos } = this.steps;
    const kind = kinds[index];
    return { kind, from: kind === Step.KEEP || kind === Step.ROOT ? 0 : froms[index], to: tos[index] };
  }

  /** Takes steps, or takes them back, until `count` are taken. */
  seek(count: number): void {
    const { kinds, froms, tos } = this.steps;
    while (this.at < count) this.apply(kinds[this.at], tos[this.at++]);
    while (this.at > count) this.revert(kinds[--this.at], tos[this.at], froms[this.at]);
  }

  /** The first step from `from` on (or, backwards, the last before it) that concerns `id`; -1: none. */
  stepAbout(id: number, from: number, backwards: boolean): number {
    const { kinds, froms, tos, length } = this.steps;
    for (let i = backwards ? from - 1 : from; i >= 0 && i < length; i += backwards ? -1 : 1) {
      if (tos[i] === id) return i;
      if (froms[i] === id && kinds[i] !== Step.KEEP && kinds[i] !== Step.ROOT) return i;
    }
    return -1;
  }

  private apply(kind: number, to: number): void {
    const { colour, gcRefs } = this;
    switch (kind) {
      case Step.COPY:
        colour[to] = Colour.COPIED;
        gcRefs[to] = this.refcount[to];
        break;
      case Step.SUBTRACT:
        gcRefs[to]--;
        break;
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
      case Step.COPY:
        colour[to] = Colour.LISTED;
        gcRefs[to] = 0;
        break;
      case Step.SUBTRACT:
        gcRefs[to]++;
        break;
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
