/**
 * Where the program is, over time: an entry for every event after which the innermost frame of the *user's* code is on
 * another line or is another frame. Frames of library code are looked through.
 *
 * A run has millions of entries and few *spots* (code, line and depth): an entry is an event and the number of a spot.
 */
import { GrowableInt32, PagedIndexes, PagedInt32 } from '../base/growable.ts';

export interface Place {
  /** Id of the code object. */
  readonly code: number;
  /** Line in the file of that code object; 0 before its first line. */
  readonly line: number;
  /** Number of frames on the stack, this one included, library frames too. 1: the module. */
  readonly depth: number;
}

/** Spots that are found again without a search: a power of two. */
const REMEMBERED = 1 << 14;

export class PlaceIndex {
  /** Event that led here, ascending, by entry. */
  private readonly event = new PagedInt32();
  /** By entry: twice the spot, and one more for a *step*. */
  private readonly spot = new PagedIndexes();
  private readonly code = new GrowableInt32();
  private readonly line = new GrowableInt32();
  private readonly depth = new GrowableInt32();
  // By hash: 1 + a spot; 0: none. A spot that was driven out is made a second time: that costs memory, and nothing else.
  private readonly remembered = new Int32Array(REMEMBERED);

  get length(): number {
    return this.event.length;
  }

  /** `isStep`: a line begins here; otherwise control has come back here. */
  push(event: number, code: number, line: number, depth: number, isStep: boolean): void {
    this.event.push(event);
    this.spot.push(2 * this.spotOf(code, line, depth) + (isStep ? 1 : 0));
  }

  private spotOf(code: number, line: number, depth: number): number {
    const hash = (code * 31 + line * 7 + depth * 1021) & (REMEMBERED - 1);
    const known = this.remembered[hash] - 1;
    if (
      known >= 0 &&
      this.line.values[known] === line &&
      this.depth.values[known] === depth &&
      this.code.values[known] === code
    )
      return known;
    const spot = this.code.length;
    this.code.push(code);
    this.line.push(line);
    this.depth.push(depth);
    this.remembered[hash] = spot + 1;
    return spot;
  }

  eventAt(entry: number): number {
    return this.event.at(entry);
  }

  codeAt(entry: number): number {
    return this.code.values[this.spot.at(entry) >> 1];
  }

  lineAt(entry: number): number {
    return this.line.values[this.spot.at(entry) >> 1];
  }

  /** As `Place.depth`. */
  depthAt(entry: number): number {
    return this.depth.values[this.spot.at(entry) >> 1];
  }

  /** Index of the entry that holds at `position` (after the first `position` events); -1 before the first. */
  indexAt(position: number): number {
    return this.event.firstAtLeast(position) - 1;
  }

  /** Entry `index`, or null for -1. */
  get(index: number): Place | null {
    if (index < 0) return null;
    return { code: this.codeAt(index), line: this.lineAt(index), depth: this.depthAt(index) };
  }

  // ------------------------------------------------------------- steps: the lines of a person who steps by line

  /** The first entry from `entry` on that is a step; `length` when there is none. */
  stepFrom(entry: number): number {
    while (entry < this.length && (this.spot.at(entry) & 1) === 0) entry++;
    return entry;
  }

  /** The last entry up to `entry` that is a step; -1 when there is none. */
  stepUpTo(entry: number): number {
    while (entry >= 0 && (this.spot.at(entry) & 1) === 0) entry--;
    return entry;
  }

  /** All steps, in order. */
  *steps(): Generator<number> {
    for (let step = this.stepFrom(0); step < this.length; step = this.stepFrom(step + 1)) yield step;
  }

  /** The first step whose event is >= `event`; `length` when there is none. */
  firstStepAtLeast(event: number): number {
    return this.stepFrom(this.event.firstAtLeast(event));
  }

  /** The last step whose event is < `event`; -1 when there is none. */
  lastStepBefore(event: number): number {
    return this.stepUpTo(this.event.firstAtLeast(event) - 1);
  }
}
