/** Which trees of an earlier layout of the run can stay where they were. */
import type { DrawnForest } from './drawn-forest.ts';
import type { PreviousLayout } from './layout.ts';
import { TREE_GAP } from './metrics.ts';
import type { TreePlaces } from './tree-places.ts';

export interface Staying {
  isPlaced(t: number): boolean;
  /** True for a placed tree that is not as it was: its cell is its own from now on. */
  hasGrown(t: number): boolean;
  /** Encloses what is placed; null when nothing is. */
  readonly extent: { x: number; y: number; right: number; bottom: number } | null;
}

/** Comparisons that may be spent on finding out whether grown trees still fit. */
const MOST_COMPARISONS = 4e6;

/** Writes the corners of the blocks of trees that stay into `x` and `y`. */
export function placesOnceMore(
  forest: DrawnForest,
  blocks: TreePlaces,
  previous: PreviousLayout | null,
  x: Float64Array,
  y: Float64Array,
): Staying {
  if (previous === null) return { isPlaced: () => false, hasGrown: () => false, extent: null };
  const { root, nodes, rect, centre } = previous.places;
  const before = new Map<number, number>();
  root.forEach((id, p) => before.set(id, p));
  const SAME = 1;
  const GROWN = 2;
  const state = new Uint8Array(forest.treeCount);
  const placed: number[] = [];
  const changed: number[] = [];
  for (let t = 0; t < forest.treeCount; t++) {
    const p = before.get(forest.id[t]);
    if (p === undefined) continue;
    const isSame =
      nodes[p] === forest.size[t] && rect[4 * p + 2] === blocks.width[t] && rect[4 * p + 3] === blocks.height[t];
    if (!isSame) {
      changed.push(t);
      continue;
    }
    x[t] = rect[4 * p];
    y[t] = rect[4 * p + 1];
    state[t] = SAME;
    placed.push(t);
  }
  for (const t of changed) {
    if (changed.length * placed.length > MOST_COMPARISONS) break;
    const p = before.get(forest.id[t])!;
    const left = centre[2 * p] - blocks.x[t];
    const top = centre[2 * p + 1] - blocks.y[t];
    const fits = placed.every(
      (o) =>
        left + blocks.width[t] + TREE_GAP / 2 <= x[o] ||
        top + blocks.height[t] + TREE_GAP / 2 <= y[o] ||
        x[o] + blocks.width[o] + TREE_GAP / 2 <= left ||
        y[o] + blocks.height[o] + TREE_GAP / 2 <= top,
    );
    if (!fits) continue;
    x[t] = left;
    y[t] = top;
    state[t] = GROWN;
    placed.push(t);
  }
  return {
    isPlaced: (t) => state[t] !== 0,
    hasGrown: (t) => state[t] === GROWN,
    extent: extentOf(placed, blocks, x, y),
  };
}

function extentOf(placed: readonly number[], blocks: TreePlaces, x: Float64Array, y: Float64Array): Staying['extent'] {
  if (placed.length === 0) return null;
  const extent = { x: Infinity, y: Infinity, right: -Infinity, bottom: -Infinity };
  for (const t of placed) {
    extent.x = Math.min(extent.x, x[t]);
    extent.y = Math.min(extent.y, y[t]);
    extent.right = Math.max(extent.right, x[t] + blocks.width[t]);
    extent.bottom = Math.max(extent.bottom, y[t] + blocks.height[t]);
  }
  return extent;
}
