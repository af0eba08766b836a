/**
 * Where the program is, over time: an entry for every event after which the innermost frame of the *user's* code is on
 * another line or is another frame. Frames of library code are looked through.
 */
import { firstAtLeast } from '../base/bisect.ts';
import { GrowableInt32, GrowableUint16 } from '../base/growable.ts';

export interface Place {
  /** Id of the code object. */
  readonly code: number;
  /** Line in the file of that code object; 0 before its first line. */
  readonly line: number;
  /** Number of frames on the stack, this one included, library frames too. 1: the module. */
  readonly depth: number;
}

export class PlaceIndex {
  /** Event that led here, ascending. */
  readonly event = new GrowableInt32(1 << 10);
  readonly code = new GrowableUint16(1 << 10);
  readonly line = new GrowableInt32(1 << 10);
  /** As `Place.depth`, at most 65,535. */
  readonly depth = new GrowableUint16(1 << 10);
  /** Indexes of the entries that are LINE events: the steps of a person who steps by line. Ascending. */
  readonly steps = new GrowableInt32(1 << 10);

  get length(): number {
    return this.event.length;
  }

  /** Index of the entry that holds at `position` (after the first `position` events); -1 before the first. */
  indexAt(position: number): number {
    return firstAtLeast(this.event.values, this.event.length, position) - 1;
  }

  /** Entry `index`, or null for -1. */
  get(index: number): Place | null {
    if (index < 0) return null;
    return { code: this.code.values[index], line: this.line.values[index], depth: this.depth.values[index] };
  }

  /** Index into `steps` of the first step whose event is >= `event`. */
  firstStepAtLeast(event: number): number {
    const entry = firstAtLeast(this.event.values, this.event.length, event);
    return firstAtLeast(this.steps.values, this.steps.length, entry);
  }

  /** Event of step `index`. */
  stepEvent(index: number): number {
    return this.event.values[this.steps.values[index]];
  }
}
