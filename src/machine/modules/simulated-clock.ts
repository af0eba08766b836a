/**
 * Time as programs see it. Not CPython: the model has no clock, and a run must be repeatable, so time passes with
 * what the run does: a fixed span for every word recorded in the journal, and what the program sleeps.
 */
import type { Machine } from '../native.ts';

/** 2026-01-01 00:00:00 UTC. */
const START = 1_767_225_600;
const SECONDS_PER_WORD = 5e-9;

export class SimulatedClock {
  private slept = 0;

  /** Seconds since the program began. */
  elapsed(m: Machine): number {
    return this.busy(m) + this.slept;
  }
  /** The same without the sleep: the processor's time. */
  busy(m: Machine): number {
    return m.heap.events.wordCount * SECONDS_PER_WORD;
  }
  /** Seconds since 1970. */
  now(m: Machine): number {
    return START + this.elapsed(m);
  }
  sleep(seconds: number): void {
    this.slept += seconds;
  }
}
