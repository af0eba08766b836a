/**
 * Where the program is, over time: an entry for every event after which the innermost frame of the *user's* code is on
 * another line or is another frame. Frames of library code are looked through.
 */
import { PagedInt32 } from '../base/growable.ts';

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
  readonly event = new PagedInt32();
  readonly code = new PagedInt32();
  readonly line = new PagedInt32();
  /** As `Place.depth`. */
  readonly depth = new PagedInt32();
  /** Indexes of the entries that are LINE events: the steps of a person who steps by line. Ascending. */
  readonly steps = new PagedInt32();

  get length(): number {
    return this.event.length;
  }

  /** Index of the entry that holds at `position` (after the first `position` events); -1 before the first. */
  indexAt(position: number): number {
    return this.event.firstAtLeast(position) - 1;
  }

  /** Entry `index`, or null for -1. */
  get(index: number): Place | null {
    if (index < 0) return null;
    return { code: this.code.at(index), line: this.line.at(index), depth: this.depth.at(index) };
  }

  /** Index into `steps` of the first step whose event is >= `event`. */
  firstStepAtLeast(event: number): number {
    const entry = this.event.firstAtLeast(event);
    return this.steps.firstAtLeast(entry);
  }

  /** Event of step `index`. */
  stepEvent(index: number): number {
    return this.event.at(this.steps.at(index));
  }
}
