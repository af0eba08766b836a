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
import { breakIntoRows, type Family, leafColumns } from './rows.ts';
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
  const family: Family = { members: [], breaks: [] };
  for (let i = count - 1; i >= 0; i--) {
    if (chains.head[i] === i) coilChain(forest, chains, blocks, places.drop, i);
    else if (chains.head[i] === -1 && childCount[i] > 0) setChildren(forest, blocks, places.drop, family, i);
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
/** The aisle is put at the side when that makes a block this much narrower: a few large subtrees below each other. */
const SIDE_FACTOR = 0.87;

function setChildren(forest: DrawnForest, blocks: Blocks, drop: Float32Array, family: Family, i: number): void {
  const { childCount, firstChild } = forest;
  const first = firstChild[i];
  const end = first + childCount[i];
  let leaves = 0;
  for (let c = first; c < end; c++) if (childCount[c] === 0) leaves++;
  if (leaves < childCount[i] && leaves <= MANY_LEAVES) leaves = 0;

  family.members.length = 0;
  for (let c = first; c < end; c++) if (leaves === 0 || childCount[c] !== 0) family.members.push(c);
  breakIntoRows(family, blocks);

  // Everything is set round the aisle at 0 first; left and right are how far it reaches.
  const reach = { left: NODE_RADIUS, right: NODE_RADIUS };
  const atSide = splitRows(family, blocks, reach);
  let y = LEVEL;
  if (leaves > 0) {
    const isLast = family.members.length === 0;
    const fitting = leafColumns(leaves, isLast ? 0 : reach.left + reach.right);
    const columns = isLast ? fitting : fitting + (fitting % 2);
    const half = (columns * SPACING - (SPACING - NODE_SIZE)) / 2;
    const shift = atSide ? half - NODE_RADIUS : 0;
    reach.left = Math.max(reach.left, half - shift);
    reach.right = Math.max(reach.right, half + shift);
    y = setLeaves(forest, blocks, drop, i, leaves, columns, shift, isLast);
  }
  for (let r = 0, from = 0; r < family.breaks.length; r++) {
    let height = 0;
    for (let k = from; k < family.breaks[r]; k++) {
      const c = family.members[k];
      blocks.dy[c] = y;
      drop[c] = HEAD_DROP;
      height = Math.max(height, blocks.height[c]);
    }
    y += height + LEVEL_GAP;
    from = family.breaks[r];
  }
  for (let c = first; c < end; c++) blocks.dx[c] += reach.left;
  blocks.width[i] = reach.left + reach.right;
  blocks.height[i] = y - LEVEL_GAP;
  blocks.headX[i] = reach.left;
}

/**
 * Sets each row round the aisle at 0 or, when that is much narrower, to the right of it. Widens `reach`; true when the
 * aisle is at the side.
 */
function splitRows(family: Family, blocks: Blocks, reach: { left: number; right: number }): boolean {
  const { members, breaks } = family;
  const origins: number[] = [];
  let left = NODE_RADIUS;
  let right = NODE_RADIUS;
  let widest = 0;
  for (let r = 0, from = 0; r < breaks.length; r++) {
    const width = rowWidth(family, blocks, from, breaks[r]);
    const isLast = r === breaks.length - 1;
    const origin = isLast
      ? centredOrigin(family, blocks, from, breaks[r])
      : splitOrigin(family, blocks, from, breaks[r], width);
    origins.push(origin);
    left = Math.max(left, -origin);
    right = Math.max(right, origin + width);
    widest = Math.max(widest, width);
    from = breaks[r];
  }
  const margin = NODE_RADIUS + SUBTREE_GAP;
  const atSide = breaks.length > 1 && margin + widest < SIDE_FACTOR * (left + right);
  for (let r = 0, k = 0; r < breaks.length; r++)
    for (let x = atSide ? SUBTREE_GAP : origins[r]; k < breaks[r]; k++) {
      blocks.dx[members[k]] = x;
      x += blocks.width[members[k]] + SUBTREE_GAP;
    }
  reach.left = atSide ? NODE_RADIUS : left;
  reach.right = atSide ? SUBTREE_GAP + widest : right;
  return atSide;
}

function rowWidth({ members }: Family, blocks: Blocks, from: number, to: number): number {
  let width = -SUBTREE_GAP;
  for (let k = from; k < to; k++) width += blocks.width[members[k]] + SUBTREE_GAP;
  return width;
}

/** The last row is centred below the head by its own heads, as in a tidy tree: no aisle passes through it. */
function centredOrigin({ members }: Family, blocks: Blocks, from: number, to: number): number {
  let x = 0;
  for (let k = from; k < to - 1; k++) x += blocks.width[members[k]] + SUBTREE_GAP;
  return -(blocks.headX[members[from]] + x + blocks.headX[members[to - 1]]) / 2;
}

/** Other rows are split where the halves are closest to equal. */
function splitOrigin({ members }: Family, blocks: Blocks, from: number, to: number, width: number): number {
  let best = Infinity;
  let origin = 0;
  for (let k = from, x = -SUBTREE_GAP / 2; k < to; k++) {
    x += blocks.width[members[k]] + SUBTREE_GAP;
    if (Math.abs(width / 2 - x) >= best) continue;
    best = Math.abs(width / 2 - x);
    origin = -x;
  }
  return origin;
}

/** Sets the leaves of node `i` in a grid, moved by `shift`. Returns the y below. */
function setLeaves(
  forest: DrawnForest,
  blocks: Blocks,
  drop: Float32Array,
  i: number,
  leaves: number,
  columns: number,
  shift: number,
  isLast: boolean,
): number {
  const first = forest.firstChild[i];
  const lastRow = Math.ceil(leaves / columns) - 1;
  const inLastRow = leaves - lastRow * columns;
  for (let c = first, k = 0; c < first + forest.childCount[i]; c++) {
    if (forest.childCount[c] !== 0) continue;
    const row = Math.floor(k / columns);
    // The last row is centred; on the grid when an aisle has to pass through it.
    let across = columns;
    if (row === lastRow && shift === 0) across = isLast ? inLastRow : inLastRow + (inLastRow % 2);
    const column = k - row * columns - (across - 1) / 2;
    blocks.dx[c] = column * SPACING - NODE_RADIUS + shift;
    blocks.dy[c] = LEVEL + row * LEAF_ROW;
    drop[c] = row === 0 ? HEAD_DROP : LEAF_DROP;
    k++;
  }
  return LEVEL + lastRow * LEAF_ROW + NODE_SIZE + LEVEL_GAP;
}
