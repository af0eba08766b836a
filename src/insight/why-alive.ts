/** Why an object is alive: a shortest strong path from a root. */
import type { HeapView } from '../playhead/heap-state.ts';

export interface PathEdge {
  /** Holder; 0 for the first edge, which leaves a root. */
  readonly from: number;
  readonly to: number;
  /** `root`, `.children`, `[3]` */
  readonly name: string;
  readonly slot: number;
}
export interface AlivePath {
  readonly root: 'global' | 'local' | 'stack' | 'native';
  /** Frame of the root, or -1. */
  readonly frame: number;
  readonly edges: readonly PathEdge[];
  /** `root.children[3].children[0]`, with where the root is: `node.children[0] (node is a local of walk, frame 2)`. */
  readonly text: string;
}
/** A shortest path, or null when no root reaches `id` (then it is cyclic garbage, or dead). */
export declare function whyAlive(state: HeapView, id: number): AlivePath | null;
/** An expression over the globals that evaluates to the object (`root.children[2]`), or null. */
export declare function pythonPath(state: HeapView, id: number): string | null;
