/** A long chain, set like writing that turns at the end of each line (boustrophedon), so that links stay neighbours. */
import type { Blocks } from './block-tree.ts';
import type { Chains } from './chains.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { ASPECT, HEAD_DROP, LEVEL, LEVEL_GAP, NODE_RADIUS, NODE_SIZE, SUBTREE_GAP } from './metrics.ts';

/** Room for an arrowhead between two links. */
const LINK_GAP = 30;
/** Chains up to this length lie in one line. */
const ONE_LINE = 12;

/** Builds the block of the chain that begins at `head`, and sets the places of its elements and what hangs on them. */
export function coilChain(forest: DrawnForest, chains: Chains, blocks: Blocks, drop: Float32Array, head: number): void {
  const { firstChild, childCount } = forest;
  const length = chains.length[head];
  let cellWidth = NODE_SIZE;
  let cellHeight = NODE_SIZE;
  let last = head;
  for (let k = 0, e = head; k < length; k++, e = chains.next[e]) {
    last = e;
    const isLast = k === length - 1;
    let width = -SUBTREE_GAP;
    for (let c = firstChild[e]; c < firstChild[e] + childCount[e]; c++) {
      if (c === chains.next[e]) continue;
      // The sides of the last element stand below it together with the tail.
      if (isLast) continue;
      width += blocks.width[c] + SUBTREE_GAP;
      cellHeight = Math.max(cellHeight, LEVEL + blocks.height[c]);
    }
    cellWidth = Math.max(cellWidth, width);
  }
  const stepX = cellWidth + LINK_GAP;
  const stepY = cellHeight + LINK_GAP;
  const columns =
    length <= ONE_LINE ? length : Math.max(ONE_LINE / 2, Math.ceil(Math.sqrt((length * stepY * ASPECT) / stepX)));

  for (let k = 0, e = head; k < length; k++, e = chains.next[e]) {
    const row = Math.floor(k / columns);
    const column = row % 2 === 0 ? k % columns : columns - 1 - (k % columns);
    const cellX = column * stepX;
    const cellY = row * stepY;
    const nodeX = cellX + (cellWidth - NODE_SIZE) / 2;
    if (e === head) blocks.headX[e] = nodeX + NODE_RADIUS;
    else {
      blocks.base[e] = head;
      blocks.dx[e] = nodeX;
      blocks.dy[e] = cellY;
      drop[e] = 0;
    }
    if (e !== last) hangSides(forest, chains, blocks, drop, head, e, cellX, cellY, cellWidth);
  }

  const rows = Math.ceil(length / columns);
  blocks.width[head] = columns * stepX - LINK_GAP;
  blocks.height[head] = rows * stepY - LINK_GAP;
  hangTail(forest, blocks, drop, head, last);
}

function hangSides(
  forest: DrawnForest,
  chains: Chains,
  blocks: Blocks,
  drop: Float32Array,
  head: number,
  element: number,
  cellX: number,
  cellY: number,
  cellWidth: number,
): void {
  const first = forest.firstChild[element];
  const end = first + forest.childCount[element];
  let width = -SUBTREE_GAP;
  for (let c = first; c < end; c++) if (c !== chains.next[element]) width += blocks.width[c] + SUBTREE_GAP;
  let x = cellX + (cellWidth - width) / 2;
  for (let c = first; c < end; c++) {
    if (c === chains.next[element]) continue;
    blocks.base[c] = head;
    blocks.dx[c] = x;
    blocks.dy[c] = cellY + LEVEL;
    drop[c] = HEAD_DROP;
    x += blocks.width[c] + SUBTREE_GAP;
  }
}

/** What hangs on the last element stands below the coil. */
function hangTail(forest: DrawnForest, blocks: Blocks, drop: Float32Array, head: number, last: number): void {
  const first = forest.firstChild[last];
  const end = first + forest.childCount[last];
  if (first === end) return;
  const top = blocks.height[head] + LEVEL_GAP;
  let x = 0;
  for (let c = first; c < end; c++) {
    blocks.base[c] = head;
    blocks.dx[c] = x;
    blocks.dy[c] = top;
    drop[c] = HEAD_DROP;
    x += blocks.width[c] + SUBTREE_GAP;
    blocks.height[head] = Math.max(blocks.height[head], top + blocks.height[c]);
  }
  blocks.width[head] = Math.max(blocks.width[head], x - SUBTREE_GAP);
}
