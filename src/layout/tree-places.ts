/** Where the nodes of each tree lie inside the tree's own block: what every tree layout gives. */
import type { DrawnForest } from './drawn-forest.ts';

export interface TreePlaces {
  /** By index (see drawn-forest.ts), from the top left corner of the tree's block. Centres. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** As Layout.drop. */
  readonly drop: Float32Array;
  /** Size of the block by tree. */
  readonly width: Float64Array;
  readonly height: Float64Array;
}

export function emptyPlaces(forest: DrawnForest): TreePlaces {
  return {
    x: new Float32Array(forest.count),
    y: new Float32Array(forest.count),
    radius: new Float32Array(forest.count),
    drop: new Float32Array(forest.count),
    width: new Float64Array(forest.treeCount),
    height: new Float64Array(forest.treeCount),
  };
}

/** Moves tree `t` so that its block begins at 0, 0, and sets the block's size. */
export function settleBlock(forest: DrawnForest, places: TreePlaces, t: number): void {
  const { x, y, radius } = places;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let k = forest.treeStart[t]; k < forest.treeStart[t + 1]; k++) {
    const i = forest.treeNodes[k];
    left = Math.min(left, x[i] - radius[i]);
    top = Math.min(top, y[i] - radius[i]);
    right = Math.max(right, x[i] + radius[i]);
    bottom = Math.max(bottom, y[i] + radius[i]);
  }
  for (let k = forest.treeStart[t]; k < forest.treeStart[t + 1]; k++) {
    const i = forest.treeNodes[k];
    x[i] -= left;
    y[i] -= top;
  }
  // Float32 coordinates: round, so that blocks of equal trees are equally large.
  places.width[t] = Math.round(right - left);
  places.height[t] = Math.round(bottom - top);
}
