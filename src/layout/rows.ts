/** How many rows a family of blocks is set in: as many as let it be seen largest. */
import { bestTwoSides, type TwoSides } from './two-sides.ts';
import { type BlockSizes, type Family, reachOfRows } from './row-split.ts';
import { ASPECT, LEAF_ROW, LEVEL, LEVEL_GAP, NODE_SIZE, SPACING, SUBTREE_GAP } from './metrics.ts';

/** A single row is kept until several would be better by this much (see costOf). */
const SINGLE_ROW_BONUS = 0.25;
/** How much saving room counts, beside fitting the window: it leaves more to the blocks around. */
const AREA_WEIGHT = 0.35;
/** How much rows of unequal length count against: they leave holes that add up from level to level. */
const RAGGED_WEIGHT = 0.6;
/** Sums of widths are compared with sums in another order. */
const ROUNDING = 1e-6;
/** Families up to this size try every sensible width; larger ones are filled to a width computed from their area. */
const SMALL_FAMILY = 16;
/** Members whose heights differ by more than this factor are set highest first, or rows would be mostly empty. */
const UNEQUAL = 2;

/** Departure from a window's shape (log of a ratio) that costs nothing where blocks are unequal, and what more costs. */
const STRETCH = Math.log(2);
const STRETCH_WEIGHT = 0.5;
/** Two sides must be better by this much than common rows, which are easier to read. */
const TWO_SIDES_MALUS = 0.05;

/** Orders the members and breaks them into rows, unless two sides are better: then the way to set them so. */
export function breakIntoRows(family: Family, sizes: BlockSizes, isRoot: boolean): TwoSides | null {
  const { members, breaks } = family;
  breaks.length = 0;
  if (members.length === 0) return null;
  let area = 0;
  let low = Infinity;
  let high = 0;
  for (const c of members) {
    area += (sizes.width[c] + SUBTREE_GAP) * (sizes.height[c] + LEVEL_GAP);
    low = Math.min(low, sizes.height[c]);
    high = Math.max(high, sizes.height[c]);
  }
  const isUnequal = high > UNEQUAL * low;
  if (isUnequal) members.sort((a, b) => sizes.height[b] - sizes.height[a] || a - b);
  if (members.length <= SMALL_FAMILY) breakAtBestWidth(family, sizes);
  else breakAtWidth(family, sizes, Math.sqrt(area * ASPECT));
  if (!isUnequal || members.length < 3) return null;
  // Only the whole is fitted into a window.
  const shapeCost = isRoot ? fitCost : roomCost;
  const cost = (width: number, height: number): number => shapeCost(width, LEVEL + height);
  const ways = bestTwoSides(members, sizes, cost);
  if (ways === null) return null;
  const rows = sizeOfRows(family, sizes);
  const isBetter = cost(ways.left + ways.right, ways.height) + TWO_SIDES_MALUS < cost(rows.width, rows.height);
  return isBetter ? ways : null;
}

function breakAtWidth({ members, breaks }: Family, sizes: BlockSizes, limit: number): void {
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
function breakAtBestWidth(family: Family, sizes: BlockSizes): void {
  const { members, breaks } = family;
  let best = Infinity;
  let bestLimit = Infinity;
  let limit = -SUBTREE_GAP;
  let rowsBefore = 0;
  for (let k = 0; k < members.length; k++) {
    limit += sizes.width[members[k]] + SUBTREE_GAP;
    breaks.length = 0;
    breakAtWidth(family, sizes, limit);
    // The same number of rows with fewer in each is better balanced: only the narrowest of each is looked at.
    if (breaks.length === rowsBefore) continue;
    rowsBefore = breaks.length;
    const cost = costOf(family, sizes) - (rowsBefore === 1 ? SINGLE_ROW_BONUS : 0);
    if (cost >= best) continue;
    best = cost;
    bestLimit = limit;
  }
  breaks.length = 0;
  breakAtWidth(family, sizes, bestLimit);
}

/** How much room a block takes; its shape counts only when it is far from that of a window. */
function roomCost(width: number, height: number): number {
  return Math.log(width * height) + STRETCH_WEIGHT * Math.max(0, Math.abs(Math.log(width / height / ASPECT)) - STRETCH);
}
function sizeOfRows({ members, breaks }: Family, sizes: BlockSizes): { width: number; height: number } {
  let height = -LEVEL_GAP;
  for (let r = 0, k = 0; r < breaks.length; r++) {
    let rowHeight = 0;
    for (; k < breaks[r]; k++) rowHeight = Math.max(rowHeight, sizes.height[members[k]]);
    height += rowHeight + LEVEL_GAP;
  }
  const { left, right } = reachOfRows({ members, breaks }, sizes);
  return { width: left + right, height };
}

function costOf(family: Family, sizes: BlockSizes): number {
  const { members, breaks } = family;
  let height = LEVEL;
  let filled = 0;
  for (let r = 0, k = 0; r < breaks.length; r++) {
    let rowHeight = 0;
    for (; k < breaks[r]; k++) {
      rowHeight = Math.max(rowHeight, sizes.height[members[k]]);
      filled += sizes.width[members[k]] + SUBTREE_GAP;
    }
    height += rowHeight + LEVEL_GAP;
  }
  const { left, right } = reachOfRows(family, sizes);
  const width = left + right;
  const ragged = Math.max(0, 1 - filled / (breaks.length * (width + SUBTREE_GAP)));
  return fitCost(width, height) + RAGGED_WEIGHT * ragged;
}

/** How small something will be seen (the log of the window it fills), and how much room it takes. */
function fitCost(width: number, height: number): number {
  return Math.log(Math.max(width / ASPECT, height)) + AREA_WEIGHT * Math.log(width * height);
}

/** Leaves that fit into one row without a thought. */
const SHORT_ROW = 5;

/**
 * Columns of a grid of `leaves` leaves, by the same rule. `width`: that of the subtrees below, which the grid follows;
 * 0 for none.
 */
export function leafColumns(leaves: number, width: number): number {
  if (leaves <= SHORT_ROW) return leaves;
  if (width > 0) return Math.min(leaves, Math.max(4, Math.floor((width + SPACING - NODE_SIZE) / SPACING)));
  const ideal = Math.sqrt((leaves * LEAF_ROW * ASPECT) / SPACING);
  let best = Infinity;
  let columns = leaves;
  const tryColumns = (across: number): void => {
    const rows = Math.ceil(leaves / across);
    const cost =
      fitCost(across * SPACING, LEVEL + (rows - 1) * LEAF_ROW + NODE_SIZE / 2) +
      RAGGED_WEIGHT * (1 - leaves / (rows * across)) -
      (rows === 1 ? SINGLE_ROW_BONUS : 0);
    if (cost >= best) return;
    best = cost;
    columns = across;
  };
  for (let across = Math.max(3, Math.floor(ideal) - 3); across <= ideal + 4; across++)
    tryColumns(Math.min(across, leaves));
  tryColumns(leaves);
  return columns;
}
