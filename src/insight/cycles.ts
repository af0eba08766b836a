import type { HeapView } from '../playhead/heap-state.ts';
/** Strongly connected components of the live objects that are cycles (two or more objects, or one that refers to itself). */
export interface Cycles {
  /** Component of an id: 0 none, else 1 .. count. */
  readonly component: Int32Array;
  readonly count: number;
  /** Sizes, by component - 1. */
  readonly sizes: Int32Array;
}
export declare function cyclesOf(state: HeapView): Cycles;
