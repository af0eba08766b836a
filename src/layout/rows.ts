/** How many rows a family of blocks is set in, so that it becomes a little wider than high. */
import { ASPECT, LEAF_ROW, LEVEL, LEVEL_GAP, NODE_SIZE, SPACING, SUBTREE_GAP } from './metrics.ts';

/** The larger children of one node. Reused from node to node. */
export interface Family {
  /** Their indexes, in the order in which they are set. */
  readonly members: number[];
  /** Where each row ends: positions in `members`. */
  readonly breaks: number[];
}
interface Sizes {
  readonly width: Float64Array;
  readonly height: Float64Array;
}

/** A single row is kept until the family would be this much better proportioned in several (a factor, as its log). */
const SINGLE_ROW_BONUS = 0.3;
/** How much saving room counts against good proportions. */
const AREA_WEIGHT = 0.8;
/** Sums of widths are compared with sums in another order. */
const ROUNDING = 1e-6;
/** Families up to this size try every sensible width; larger ones are filled to a width computed from their area. */
const SMALL_FAMILY = 16;
/** Members whose heights differ by more than this factor are set highest first, or rows would be mostly empty. */
const UNEQUAL = 2;

/** Orders the members and breaks them into rows. */
export function breakIntoRows(family: Family, sizes: Sizes): void {
  const { members, breaks } = family;
  breaks.length = 0;
  if (members.length === 0) return;
  let area = 0;
  let low = Infinity;
  let high = 0;
  for (const c of members) {
    area += (sizes.width[c] + SUBTREE_GAP) * (sizes.height[c] + LEVEL_GAP);
    low = Math.min(low, sizes.height[c]);
    high = Math.max(high, sizes.height[c]);
  }
  if (high > UNEQUAL * low) members.sort((a, b) => sizes.height[b] - sizes.height[a] || a - b);
  if (members.length <= SMALL_FAMILY) breakAtBestWidth(family, sizes);
  else breakAtWidth(family, sizes, Math.sqrt(area * ASPECT));
}

function breakAtWidth({ members, breaks }: Family, sizes: Sizes, limit: number): void {
  let width = 0;
  members.forEach((c, k) => {
    if (width > 0 && width + sizes.width[c] > limit + ROUNDING) {
      breaks.push(k);
      width = 0;
    }
    width += sizes.width[c] + SUBTREE_GAP;
  });
  breaks.push(members.length);
}

/** Tries the widths at which some number of members fill a row exactly, and keeps the best. */
function breakAtBestWidth(family: Family, sizes: Sizes): void {
  const { members, breaks } = family;
  let best = Infinity;
  let bestLimit = Infinity;
  let limit = -SUBTREE_GAP;
  for (let k = 0; k < members.length; k++) {
    limit += sizes.width[members[k]] + SUBTREE_GAP;
    breaks.length = 0;
    breakAtWidth(family, sizes, limit);
    const isSingle = breaks.length === 1;
    // The same number of rows with fewer in each is better balanced, so the narrowest of each is kept.
    const cost = costOf(family, sizes) - (isSingle ? SINGLE_ROW_BONUS : 0);
    if (cost >= best) continue;
    best = cost;
    bestLimit = limit;
  }
  breaks.length = 0;
  breakAtWidth(family, sizes, bestLimit);
}

/** Log of the area, and of how far the proportions are from the wanted ones. */
function costOf({ members, breaks }: Family, sizes: Sizes): number {
  let width = 0;
  let height = LEVEL;
  for (let r = 0, k = 0; r < breaks.length; r++) {
    let rowWidth = 0;
    let rowHeight = 0;
    for (; k < breaks[r]; k++) {
      rowWidth += sizes.width[members[k]] + SUBTREE_GAP;
      rowHeight = Math.max(rowHeight, sizes.height[members[k]]);
    }
    width = Math.max(width, rowWidth - SUBTREE_GAP);
    height += rowHeight + LEVEL_GAP;
  }
  return AREA_WEIGHT * Math.log(width * height) + Math.abs(Math.log(width / height / ASPECT));
}

/** Leaves that fit into one row without a thought. */
const SHORT_ROW = 5;

/**
 * Columns of a grid of `leaves` leaves: even when there are several rows, so that the aisle passes between two.
 * `width`: that of the subtrees below, which the grid follows; 0 for none.
 */
export function leafColumns(leaves: number, width: number): number {
  if (leaves <= SHORT_ROW) return leaves;
  if (width > 0) return Math.min(leaves, Math.max(4, 2 * Math.floor((width + SPACING - NODE_SIZE) / SPACING / 2)));
  const ideal = Math.sqrt((leaves * LEAF_ROW * ASPECT) / SPACING);
  let columns = 4;
  let best = Infinity;
  for (let even = Math.max(4, 2 * Math.ceil(ideal / 2 - 3)); even <= ideal + 4; even += 2) {
    const height = LEVEL + (Math.ceil(leaves / even) - 1) * LEAF_ROW + NODE_SIZE / 2;
    const off = Math.abs(Math.log((even * SPACING) / height / ASPECT));
    if (off < best) {
      best = off;
      columns = even;
    }
  }
  return Math.min(columns, leaves);
}
