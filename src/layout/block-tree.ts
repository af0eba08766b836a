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
import { type Family, originOfRow, reachOfRows } from './row-split.ts';
import { breakIntoRows, leafColumns } from './rows.ts';
import { setTwoSides } from './two-sides.ts';
import type { TreePlaces } from './tree-places.ts';

/** A block while it is being built. Offsets are from the top left corner of the block of `base`. */
export interface Blocks {
  readonly width: Float32Array;
  readonly height: Float32Array;
  /** Centre of the head, from the block's left edge; its top is the block's top. */
  readonly headX: Float32Array;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  /** The block that this one's offset counts from: the parent's, for elements of a chain the head's. */
  readonly base: Int32Array;
}

export function blockTree(forest: DrawnForest, chains: Chains): TreePlaces {
  const { count, treeCount, parent, childCount } = forest;
  const blocks: Blocks = {
    width: new Float32Array(count).fill(NODE_SIZE),
    height: new Float32Array(count).fill(NODE_SIZE),
    headX: new Float32Array(count).fill(NODE_RADIUS),
    dx: new Float32Array(count),
    dy: new Float32Array(count),
    base: parent.slice(),
  };
  // Offsets become places in the end: the arrays are the same.
  const places: TreePlaces = {
    x: blocks.dx,
    y: blocks.dy,
    radius: new Float32Array(count).fill(NODE_RADIUS),
    drop: new Float32Array(count),
    width: new Float64Array(treeCount),
    height: new Float64Array(treeCount),
  };
  const family: Family = { members: [], breaks: [] };
  // The node whose children were set last: most families are like the one before.
  let twin = -1;
  for (let i = count - 1; i >= 0; i--) {
    if (chains.head[i] === i) coilChain(forest, chains, blocks, places.drop, i);
    else if (chains.head[i] === -1 && childCount[i] > 0) {
      if (twin !== -1 && areAlike(forest, blocks, i, twin)) copyFamily(forest, blocks, places.drop, twin, i);
      else setChildren(forest, blocks, places.drop, family, i);
      twin = i;
    }
  }

  for (let t = 0; t < treeCount; t++) {
    places.width[t] = blocks.width[t];
    places.height[t] = blocks.height[t];
  }
  const { x, y } = places;
  for (let i = treeCount; i < count; i++) {
    x[i] += x[blocks.base[i]];
    y[i] += y[blocks.base[i]];
  }
  for (let i = 0; i < count; i++) {
    x[i] += blocks.headX[i];
    y[i] += NODE_RADIUS;
  }
  return places;
}

/** True when the children of `i` and `j` are as many and as large, so that they are set in the same way. */
function areAlike({ parent, childCount, firstChild }: DrawnForest, blocks: Blocks, i: number, j: number): boolean {
  const count = childCount[i];
  if (count !== childCount[j] || (parent[i] === -1) !== (parent[j] === -1)) return false;
  const { width, height, headX } = blocks;
  for (let c = firstChild[i], d = firstChild[j]; c < firstChild[i] + count; c++, d++) {
    if ((childCount[c] === 0) !== (childCount[d] === 0)) return false;
    if (width[c] !== width[d] || height[c] !== height[d] || headX[c] !== headX[d]) return false;
  }
  return true;
}

/** Sets the children of `to` as those of `from` are set. */
function copyFamily(forest: DrawnForest, blocks: Blocks, drop: Float32Array, from: number, to: number): void {
  const { childCount, firstChild } = forest;
  const { width, height, headX, dx, dy } = blocks;
  for (let k = 0, c = firstChild[from], d = firstChild[to]; k < childCount[from]; k++, c++, d++) {
    dx[d] = dx[c];
    dy[d] = dy[c];
    drop[d] = drop[c];
  }
  width[to] = width[from];
  height[to] = height[from];
  headX[to] = headX[from];
}

/** Leaves among larger siblings get rows of their own from this many on. */
const MANY_LEAVES = 4;

function setChildren(forest: DrawnForest, blocks: Blocks, drop: Float32Array, family: Family, i: number): void {
  const { childCount, firstChild } = forest;
  const first = firstChild[i];
  const end = first + childCount[i];
  let leaves = 0;
  for (let c = first; c < end; c++) if (childCount[c] === 0) leaves++;
  if (leaves < childCount[i] && leaves <= MANY_LEAVES) leaves = 0;

  family.members.length = 0;
  for (let c = first; c < end; c++) if (leaves === 0 || childCount[c] !== 0) family.members.push(c);
  const sides = breakIntoRows(family, blocks, forest.parent[i] === -1);

  // Everything is set round the aisle at 0 first; left and right are how far it reaches.
  const reach = { left: NODE_RADIUS, right: NODE_RADIUS };
  if (sides !== null) Object.assign(reach, { left: sides.left, right: sides.right });
  const atSide = sides === null && splitRows(family, blocks, reach);
  let y = LEVEL;
  if (leaves > 0) {
    const isLast = family.members.length === 0;
    const columns = leafColumns(leaves, isLast ? 0 : reach.left + reach.right);
    const aisle = aisleOf(leaves, columns, isLast);
    const shift = atSide ? aisle * SPACING - LEAF_MARGIN : 0;
    reach.left = Math.max(reach.left, aisle * SPACING - LEAF_MARGIN - shift);
    reach.right = Math.max(reach.right, (columns - aisle) * SPACING - LEAF_MARGIN + shift);
    y = setLeaves(forest, blocks, drop, i, leaves, columns, shift, isLast);
  }
  if (sides !== null) {
    setTwoSides(family.members, sides, blocks, blocks);
    for (const c of family.members) {
      blocks.dy[c] += y;
      drop[c] = HEAD_DROP;
    }
    y += sides.height + LEVEL_GAP;
  }
  for (let r = 0, from = 0; sides === null && r < family.breaks.length; r++) {
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

/** Sets the members' offsets from the aisle and widens `reach`; true when the aisle is at the side. */
function splitRows(family: Family, blocks: Blocks, reach: { left: number; right: number }): boolean {
  const { members, breaks } = family;
  const split = reachOfRows(family, blocks);
  for (let r = 0, k = 0; r < breaks.length; r++)
    for (let x = split.isAtSide ? SUBTREE_GAP : originOfRow(family, blocks, r); k < breaks[r]; k++) {
      blocks.dx[members[k]] = x;
      x += blocks.width[members[k]] + SUBTREE_GAP;
    }
  reach.left = Math.max(NODE_RADIUS, split.left);
  reach.right = Math.max(NODE_RADIUS, split.right);
  return split.isAtSide;
}

/** Half the gap between two leaves. */
const LEAF_MARGIN = (SPACING - NODE_SIZE) / 2;

/** Columns to the left of the aisle: half of them, unless no aisle has to pass. */
function aisleOf(leaves: number, columns: number, isLast: boolean): number {
  return isLast && leaves <= columns ? columns / 2 : Math.floor(columns / 2);
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
  const aisle = aisleOf(leaves, columns, isLast);
  for (let c = first, k = 0; c < first + forest.childCount[i]; c++) {
    if (forest.childCount[c] !== 0) continue;
    const row = Math.floor(k / columns);
    // A last row that is not full is centred; on the columns when an aisle has to pass through it.
    let before = aisle;
    if (row === lastRow && inLastRow < columns && shift === 0)
      before = isLast ? inLastRow / 2 : Math.floor(inLastRow / 2);
    const column = k - row * columns - before;
    blocks.dx[c] = column * SPACING + LEAF_MARGIN + shift;
    blocks.dy[c] = LEVEL + row * LEAF_ROW;
    drop[c] = row === 0 ? HEAD_DROP : LEAF_DROP;
    k++;
  }
  return LEVEL + lastRow * LEAF_ROW + NODE_SIZE + LEVEL_GAP;
}
