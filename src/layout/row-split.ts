/** How rows of blocks lie round the aisle that carries the edges to later rows. */
import { NODE_RADIUS, SUBTREE_GAP } from './metrics.ts';

/** The larger children of one node. Reused from node to node. */
export interface Family {
  /** Their indexes, in the order in which they are set. */
  readonly members: number[];
  /** Where each row ends: positions in `members`. */
  readonly breaks: number[];
}
/** By index. `headX`: the head's centre from the block's left edge. */
export interface BlockSizes {
  readonly width: Float32Array;
  readonly height: Float32Array;
  readonly headX: Float32Array;
}

/** The aisle is put at the side when that makes the family this much narrower: a few large blocks below each other. */
const SIDE_FACTOR = 0.87;

/** How far the rows reach to the left and right of the aisle. */
export function reachOfRows(family: Family, sizes: BlockSizes): { left: number; right: number; isAtSide: boolean } {
  const { breaks } = family;
  let left = NODE_RADIUS;
  let right = NODE_RADIUS;
  let widest = 0;
  for (let r = 0; r < breaks.length; r++) {
    const width = widthOfRow(family, sizes, r);
    const origin = originOfRow(family, sizes, r);
    left = Math.max(left, -origin);
    right = Math.max(right, origin + width);
    widest = Math.max(widest, width);
  }
  const atSide = NODE_RADIUS + SUBTREE_GAP + widest;
  if (breaks.length > 1 && atSide < SIDE_FACTOR * (left + right))
    return { left: NODE_RADIUS, right: SUBTREE_GAP + widest, isAtSide: true };
  return { left, right, isAtSide: false };
}

/** Left edge of row `r`, from an aisle in the middle. */
export function originOfRow(family: Family, sizes: BlockSizes, r: number): number {
  const { members, breaks } = family;
  const from = r === 0 ? 0 : breaks[r - 1];
  const to = breaks[r];
  const isFull = r > 0 && to - from === breaks[0];
  if (r === breaks.length - 1 && !isFull) {
    // No aisle passes through the last row: it is centred below the head by its own heads, as in a tidy tree. A full
    // one keeps to the columns of the rows above.
    let x = 0;
    for (let k = from; k < to - 1; k++) x += sizes.width[members[k]] + SUBTREE_GAP;
    return -(sizes.headX[members[from]] + x + sizes.headX[members[to - 1]]) / 2;
  }
  // Other rows are split where the halves are closest to equal.
  const middle = widthOfRow(family, sizes, r) / 2;
  let best = Infinity;
  let origin = 0;
  for (let k = from, x = -SUBTREE_GAP / 2; k < to; k++) {
    x += sizes.width[members[k]] + SUBTREE_GAP;
    if (Math.abs(middle - x) >= best) continue;
    best = Math.abs(middle - x);
    origin = -x;
  }
  return origin;
}

function widthOfRow({ members, breaks }: Family, sizes: BlockSizes, r: number): number {
  let width = -SUBTREE_GAP;
  for (let k = r === 0 ? 0 : breaks[r - 1]; k < breaks[r]; k++) width += sizes.width[members[k]] + SUBTREE_GAP;
  return width;
}
