/**
 * Counts, thresholds and statistics of the three generations, and the question which one is due.
 * Source: CPython Python/gc.c (gc_select_generation, gc_collect_generations), Modules/gcmodule.c.
 */
import type { AllocationCounter } from '../heap/allocation-counter.ts';

export const NUM_GENERATIONS = 3;
export const OLDEST = 2;

/** A row of gc.get_stats(). */
export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
  /** Objects examined (gc.get_stats() of 3.15 has it). */
  candidates: number;
}

export class Generations {
  readonly stats: readonly GenerationStats[];
  /** Survivors of middle collections since the last full one, and what that one left alive. */
  longLivedPending = 0;
  longLivedTotal = 0;
  // Collections of the generation below since the last one of this. Generation 0 is counted in the heap.
  private readonly counts = new Int32Array(NUM_GENERATIONS);
  private readonly thresholds: [number, number, number];

  constructor(
    private readonly counter: AllocationCounter,
    thresholds: readonly [number, number, number],
  ) {
    this.thresholds = [...thresholds];
    counter.threshold = thresholds[0];
    const none = { collections: 0, collected: 0, uncollectable: 0, candidates: 0 };
    this.stats = [{ ...none }, { ...none }, { ...none }];
  }

  count(): [number, number, number] {
    return [this.counter.count, this.counts[1], this.counts[2]];
  }

  threshold(): [number, number, number] {
    return [...this.thresholds];
  }

  setThreshold(generation: number, value: number): void {
    this.thresholds[generation] = value;
    if (generation === 0) this.counter.threshold = value;
  }

  /** A collection of `generation` begins: the next older one has seen one more, this one and the younger ones none. */
  began(generation: number): void {
    if (generation < OLDEST) this.counts[generation + 1]++;
    this.reset(generation);
  }

  /** Counts of generations 0 to `generation` start again. */
  reset(generation: number): void {
    this.counter.count = 0;
    this.counts.fill(0, 1, generation + 1);
  }

  /** Adds what a collection did to the statistics. */
  ended(generation: number, collected: number, candidates: number): void {
    const stats = this.stats[generation];
    stats.collections++;
    stats.collected += collected;
    stats.candidates += candidates;
  }

  /** The oldest generation over its threshold, or -1. The oldest also wants a quarter of the long-lived heap to be new. */
  due(): number {
    for (let generation = OLDEST; generation >= 0; generation--) {
      const count = generation === 0 ? this.counter.count : this.counts[generation];
      if (count <= this.thresholds[generation]) continue;
      if (generation === OLDEST && this.longLivedPending < Math.floor(this.longLivedTotal / 4)) continue;
      return generation;
    }
    return -1;
  }
}
