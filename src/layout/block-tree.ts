/**
 * The tidy tree for many nodes: every subtree is a block, a parent stands above the blocks of its children, and the
 * blocks are set in as many rows as make the whole a little wider than high:
 *
 *              (p)                  the head, above the aisle
 *          ┌────┼────┐
 *        [ a ][ b │ c ][ d ]        first row, split at the aisle
 *               ┌─┴─┐               the aisle carries the edges to later rows
 *             [ e ][ f ]            last row, centred
 *
 * Leaves stand in a grid of their own, long chains are coiled. Two passes over arrays, no recursion: sizes from the
 * leaves up, places from the roots down.
 */
import type { Chains } from './chains.ts';
import { coilChain } from './coil.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { HEAD_DROP, LEAF_DROP, LEAF_ROW, LEVEL, LEVEL_GAP } from './metrics.ts';
import { NODE_RADIUS, NODE_SIZE, SPACING, SUBTREE_GAP } from './metrics.ts';
import { leafColumns, type Rows, rowBreaks } from './rows.ts';
import { emptyPlaces, type TreePlaces } from './tree-places.ts';

/** A block while it is being built. Offsets are from the top left corner of the block of `base`. */
export interface Blocks {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** Centre of the head, from the block's left edge; its top is the block's top. */
  readonly headX: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** The block that this one's offset counts from: the parent's, for elements of a chain the head's. */
  readonly base: Int32Array;
}

export function blockTree(forest: DrawnForest, chains: Chains): TreePlaces {
  const { count, parent, childCount } = forest;
  const places = emptyPlaces(forest);
  const blocks: Blocks = {
    width: new Float64Array(count).fill(NODE_SIZE),
    height: new Float64Array(count).fill(NODE_SIZE),
    headX: new Float64Array(count).fill(NODE_RADIUS),
    dx: new Float64Array(count),
    dy: new Float64Array(count),
    base: parent.slice(),
  };
  const rows: Rows = { breaks: [] };
  for (let i = count - 1; i >= 0; i--) {
    if (chains.head[i] === i) coilChain(forest, chains, blocks, places.drop, i);
    else if (chains.head[i] === -1 && childCount[i] > 0)
      setChildren(forest, blocks, places.drop, rows, i);
  }

  const left = blocks.dx;
  const top = blocks.dy;
  for (let i = 0; i < count; i++) {
    const base = blocks.base[i];
    if (base !== -1) {
      left[i] += left[base];
      top[i] += top[base];
    } else {
      places.width[i] = blocks.width[i];
      places.height[i] = blocks.height[i];
    }
    places.x[i] = left[i] + blocks.headX[i];
    places.y[i] = top[i] + NODE_RADIUS;
    places.radius[i] = NODE_RADIUS;
  }
  return places;
}

/** Leaves among larger siblings get rows of their own from this many on. */
const MANY_LEAVES = 4;

function setChildren(
  forest: DrawnForest,
  blocks: Blocks,
  drop: Float32Array,
  rows: Rows,
  i: number,
): void {
  const { childCount, firstChild } = forest;
  const first = firstChild[i];
  const end = first + childCount[i];
  let leaves = 0;
  for (let c = first; c < end; c++) if (childCount[c] === 0) leaves++;
  const ownRows = leaves === childCount[i] || leaves > MANY_LEAVES;
  const isLeaf = (c: number): boolean => ownRows && childCount[c] === 0;

  const isLastGroup = !ownRows || leaves === childCount[i];
  rowBreaks(rows, forest, blocks, first, end, isLeaf);
  const treesWidth = widestRow(blocks, rows, first, end, isLeaf);

  // Everything is placed round the aisle at 0 first; `left` and `right` are how far it reaches.
  let left = NODE_RADIUS;
  let right = NODE_RADIUS;
  let y = LEVEL;
  if (ownRows) {
    const columns = leafColumns(leaves, isLastGroup ? 0 : treesWidth);
    const reach = (columns * SPACING) / 2 - (SPACING - NODE_SIZE) / 2;
    left = Math.max(left, reach);
    right = Math.max(right, reach);
    y = setLeaves(forest, blocks, drop, first, end, leaves, columns, isLastGroup, y);
  }
  let from = first;
  for (let r = 0; r < rows.breaks.length; r++) {
    const to = rows.breaks[r];
    const isLast = r === rows.breaks.length - 1;
    const reach = setRow(blocks, drop, from, to, isLeaf, isLast, y);
    left = Math.max(left, reach.left);
    right = Math.max(right, reach.right);
    y += reach.height + LEVEL_GAP;
    from = to;
  }
  for (let c = first; c < end; c++) blocks.dx[c] += left;
  blocks.width[i] = left + right;
  blocks.height[i] = y - LEVEL_GAP;
  blocks.headX[i] = left;
}

/** Width of the widest row of subtrees. */
function widestRow(
  blocks: Blocks,
  rows: Rows,
  first: number,
  end: number,
  isLeaf: (c: number) => boolean,
): number {
  let widest = 0;
  let width = 0;
  for (let c = first, r = 0; c < end; c++) {
    if (c === rows.breaks[r]) {
      r++;
      width = 0;
    }
    if (isLeaf(c)) continue;
    width += blocks.width[c] + SUBTREE_GAP;
    widest = Math.max(widest, width - SUBTREE_GAP);
  }
  return widest;
}

/** Sets the leaves in a grid that is even in columns, so that the aisle runs between two of them. Returns the y below. */
function setLeaves(
  forest: DrawnForest,
  blocks: Blocks,
  drop: Float32Array,
  first: number,
  end: number,
  leaves: number,
  columns: number,
  isLastGroup: boolean,
  top: number,
): number {
  const lastRow = Math.ceil(leaves / columns) - 1;
  const inLastRow = leaves - lastRow * columns;
  let k = 0;
  for (let c = first; c < end; c++) {
    if (forest.childCount[c] !== 0) continue;
    const row = Math.floor(k / columns);
    // The last row is centred, on the grid when an aisle has to pass through it.
    let across = columns;
    if (row === lastRow) across = isLastGroup ? inLastRow : inLastRow + (inLastRow % 2);
    const column = k - row * columns - (across - 1) / 2;
    blocks.dx[c] = column * SPACING - NODE_RADIUS;
    blocks.dy[c] = top + row * LEAF_ROW;
    drop[c] = row === 0 ? HEAD_DROP : LEAF_DROP;
    k++;
  }
  return top + lastRow * LEAF_ROW + NODE_SIZE + LEVEL_GAP;
}

/** Sets a row of subtrees round the aisle at 0. */
function setRow(
  blocks: Blocks,
  drop: Float32Array,
  from: number,
  to: number,
  isLeaf: (c: number) => boolean,
  isLast: boolean,
  top: number,
): { left: number; right: number; height: number } {
  let width = -SUBTREE_GAP;
  let height = 0;
  let firstHead = 0;
  let lastHead = 0;
  for (let c = from; c < to; c++) {
    if (isLeaf(c)) continue;
    if (width < 0) firstHead = blocks.headX[c];
    lastHead = width + SUBTREE_GAP + blocks.headX[c];
    width += blocks.width[c] + SUBTREE_GAP;
    height = Math.max(height, blocks.height[c]);
  }
  // The last row is centred under the head, by its own heads as in a tidy tree. Other rows are split where the halves
  // are closest to equal.
  let origin = -(firstHead + lastHead) / 2;
  if (!isLast) {
    let best = Infinity;
    for (let c = from, x = -SUBTREE_GAP / 2; c < to; c++) {
      if (isLeaf(c)) continue;
      x += blocks.width[c] + SUBTREE_GAP;
      const unbalanced = Math.abs(width / 2 - x);
      if (unbalanced < best) {
        best = unbalanced;
        origin = -x;
      }
    }
  }
  let x = origin;
  for (let c = from; c < to; c++) {
    if (isLeaf(c)) continue;
    blocks.dx[c] = x;
    blocks.dy[c] = top;
    drop[c] = HEAD_DROP;
    x += blocks.width[c] + SUBTREE_GAP;
  }
  return { left: -origin, right: x - SUBTREE_GAP, height };
}
