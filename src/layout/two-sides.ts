/**
 * Children of very unequal size, on both sides of the aisle: the largest few on the left, the rest in rows of their own
 * height on the right. In common rows a low block beside a high one would leave a hole in every level, and holes in holes
 * leave next to nothing (a random tree of 100,000: forty times the room that its nodes need).
 *
 *            (p)
 *      ┌──────┼───┐
 *     [      ]│[ b ][ c ]
 *     [  a   ]├───┐
 *     [      ]│[ d ][ e ]
 *     [      ]└─[ f ]
 */
import { LEVEL_GAP, SUBTREE_GAP } from './metrics.ts';
import type { BlockSizes } from './row-split.ts';

/** Most members that are set on the left. */
const MOST_LEFT = 5;
/** Widths of the right side that are tried, as factors of the width at which both sides would be equally high. */
const WIDTHS = [0.6, 0.75, 0.9, 1, 1.15, 1.35, 1.6, 2, 2.5];

/** One way to set a family on two sides. Widths from the aisle, heights from the top of the first row. */
export interface TwoSides {
  /** Members before this one (in the family's order, highest first) stand on the left, one below the other. */
  readonly leftCount: number;
  /** Width at which rows on the right are broken. */
  readonly limit: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** The way with the least `cost`; null when there is none. `members`: highest first. */
export function bestTwoSides(
  members: readonly number[],
  sizes: BlockSizes,
  cost: (width: number, height: number) => number,
): TwoSides | null {
  let best: TwoSides | null = null;
  let least = Infinity;
  let left = 0;
  let leftHeight = -LEVEL_GAP;
  let area = 0;
  for (const c of members) area += areaOf(c, sizes);
  for (let leftCount = 1; leftCount <= MOST_LEFT && leftCount < members.length; leftCount++) {
    const last = members[leftCount - 1];
    left = Math.max(left, SUBTREE_GAP + sizes.width[last]);
    leftHeight += LEVEL_GAP + sizes.height[last];
    area -= areaOf(last, sizes);
    let widest = 0;
    for (let k = leftCount; k < members.length; k++) widest = Math.max(widest, sizes.width[members[k]]);
    let before = 0;
    for (const factor of WIDTHS) {
      const limit = Math.max(widest, (factor * area) / leftHeight);
      if (limit === before) continue;
      before = limit;
      const side = rightSide(members, leftCount, limit, sizes, null);
      const height = Math.max(leftHeight, side.height);
      const itsCost = cost(left + side.width, height);
      if (itsCost >= least) continue;
      least = itsCost;
      best = { leftCount, limit, left, right: side.width, height };
    }
  }
  return best;
}

/** Writes the members' offsets, from the aisle and from the top of the first row. */
export function setTwoSides(
  members: readonly number[],
  ways: TwoSides,
  sizes: BlockSizes,
  offsets: { readonly dx: Float32Array; readonly dy: Float32Array },
): void {
  let y = 0;
  for (let k = 0; k < ways.leftCount; k++) {
    const c = members[k];
    offsets.dx[c] = -SUBTREE_GAP - sizes.width[c];
    offsets.dy[c] = y;
    y += sizes.height[c] + LEVEL_GAP;
  }
  rightSide(members, ways.leftCount, ways.limit, sizes, offsets);
}

function rightSide(
  members: readonly number[],
  from: number,
  limit: number,
  sizes: BlockSizes,
  offsets: { readonly dx: Float32Array; readonly dy: Float32Array } | null,
): { width: number; height: number } {
  let x = SUBTREE_GAP;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (let k = from; k < members.length; k++) {
    const c = members[k];
    if (x > SUBTREE_GAP && x + sizes.width[c] > SUBTREE_GAP + limit) {
      x = SUBTREE_GAP;
      y += rowHeight + LEVEL_GAP;
      rowHeight = 0;
    }
    if (offsets !== null) {
      offsets.dx[c] = x;
      offsets.dy[c] = y;
    }
    x += sizes.width[c] + SUBTREE_GAP;
    width = Math.max(width, x - SUBTREE_GAP);
    rowHeight = Math.max(rowHeight, sizes.height[c]);
  }
  return { width, height: y + rowHeight };
}

function areaOf(c: number, sizes: BlockSizes): number {
  return (sizes.width[c] + SUBTREE_GAP) * (sizes.height[c] + LEVEL_GAP);
}
