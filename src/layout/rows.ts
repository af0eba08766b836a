/** How many rows a family of blocks is set in, so that it becomes a little wider than high. */
import type { DrawnForest } from './drawn-forest.ts';
import { ASPECT, LEAF_ROW, LEVEL, LEVEL_GAP, NODE_SIZE, SPACING, SUBTREE_GAP } from './metrics.ts';

export interface Rows {
  /** Where each row ends: indexes into the children. Reused from family to family. */
  readonly breaks: number[];
}
interface Sizes {
  readonly width: Float64Array;
  readonly height: Float64Array;
}

/** A single row is kept until the family would be this much better proportioned in several (a factor, as its log). */
const SINGLE_ROW_BONUS = 0.3;
/** Families up to this size try every number of rows; larger ones are filled to a width computed from their area. */
const SMALL_FAMILY = 16;

/** Breaks the children first .. end - 1 (without leaves that have rows of their own) into rows. */
export function rowBreaks(
  rows: Rows,
  forest: DrawnForest,
  sizes: Sizes,
  first: number,
  end: number,
  isLeaf: (c: number) => boolean,
): void {
  rows.breaks.length = 0;
  let count = 0;
  let area = 0;
  for (let c = first; c < end; c++) {
    if (isLeaf(c)) continue;
    count++;
    area += (sizes.width[c] + SUBTREE_GAP) * (sizes.height[c] + LEVEL_GAP);
  }
  if (count === 0) return;
  if (count <= SMALL_FAMILY) return breakEvenly(rows, sizes, first, end, isLeaf, count);
  const limit = Math.sqrt(area * ASPECT);
  let width = 0;
  for (let c = first; c < end; c++) {
    if (isLeaf(c)) continue;
    if (width > 0 && width + sizes.width[c] > limit) {
      rows.breaks.push(c);
      width = 0;
    }
    width += sizes.width[c] + SUBTREE_GAP;
  }
  rows.breaks.push(end);
}

function breakEvenly(
  rows: Rows,
  sizes: Sizes,
  first: number,
  end: number,
  isLeaf: (c: number) => boolean,
  count: number,
): void {
  let best = Infinity;
  let bestColumns = count;
  for (let across = count; across >= 1; across--) {
    const rowCount = Math.ceil(count / across);
    // The same number of rows with fewer in each was better balanced: only the narrowest of each is looked at.
    if (across > 1 && Math.ceil(count / (across - 1)) === rowCount) continue;
    const { width, height } = extent(sizes, first, end, isLeaf, across);
    const off =
      Math.abs(Math.log(width / (height + LEVEL) / ASPECT)) -
      (rowCount === 1 ? SINGLE_ROW_BONUS : 0);
    if (off < best) {
      best = off;
      bestColumns = across;
    }
  }
  let k = 0;
  for (let c = first; c < end; c++) {
    if (isLeaf(c)) continue;
    if (k > 0 && k % bestColumns === 0) rows.breaks.push(c);
    k++;
  }
  rows.breaks.push(end);
}

function extent(
  sizes: Sizes,
  first: number,
  end: number,
  isLeaf: (c: number) => boolean,
  across: number,
): { width: number; height: number } {
  let width = 0;
  let height = 0;
  let rowWidth = 0;
  let rowHeight = 0;
  let k = 0;
  for (let c = first; c < end; c++) {
    if (isLeaf(c)) continue;
    if (k === across) {
      height += rowHeight + LEVEL_GAP;
      rowWidth = rowHeight = k = 0;
    }
    k++;
    rowWidth += sizes.width[c] + SUBTREE_GAP;
    rowHeight = Math.max(rowHeight, sizes.height[c]);
    width = Math.max(width, rowWidth - SUBTREE_GAP);
  }
  return { width, height: height + rowHeight };
}

/** Leaves that fit into one row without a thought. */
const SHORT_ROW = 5;

/**
 * Columns of a grid of `leaves` leaves: even when there are several rows, so that the aisle passes between two.
 * `width`: that of the subtrees below, which the grid follows; 0 for none.
 */
export function leafColumns(leaves: number, width: number): number {
  if (leaves <= SHORT_ROW) return leaves;
  let columns = 4;
  if (width > 0) columns = Math.max(columns, 2 * Math.floor(width / SPACING / 2));
  else {
    let best = Infinity;
    const ideal = Math.sqrt((leaves * LEAF_ROW * ASPECT) / SPACING);
    for (let even = 4; even <= 2 * Math.ceil(ideal / 2) + 4; even += 2) {
      if (even < ideal - 6) continue;
      const rows = Math.ceil(leaves / even);
      const height = LEVEL + (rows - 1) * LEAF_ROW + NODE_SIZE / 2;
      const off = Math.abs(Math.log((even * SPACING) / height / ASPECT));
      if (off < best) {
        best = off;
        columns = even;
      }
    }
  }
  return Math.min(columns, leaves);
}
