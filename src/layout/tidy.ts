/**
 * The tidy tree: parents above their children. Narrow trees are d3-hierarchy's `tree` (Reingold and Tilford, Buchheim
 * et al.); wide ones are nested blocks whose children stand in several rows (block-tree.ts), because a tree as wide as
 * it has leaves cannot be read.
 */
import { hierarchy, tree as d3Tree } from 'd3-hierarchy';
import { blockTree } from './block-tree.ts';
import { findChains } from './chains.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { D3_LIMIT, HEAD_DROP, LEVEL, NODE_RADIUS, SPACING } from './metrics.ts';
import { settleBlock, type TreePlaces } from './tree-places.ts';

/** Beyond this, and when it is also flat, one row a level is given up. */
const MAX_WIDTH = 1900;
const MAX_ASPECT = 3.2;
/** More leaves than this under one parent are set in rows. */
const MAX_LEAF_ROW = 16;
/** Distance between neighbours that are no siblings, in siblings' distances. */
const COUSINS = 1.3;

export function tidyLayout(forest: DrawnForest): TreePlaces {
  const chains = findChains(forest);
  const places = blockTree(forest, chains);
  if (forest.count > D3_LIMIT) return places;
  for (let t = 0; t < forest.treeCount; t++)
    if (forest.size[t] > 1 && !needsRows(forest, t, chains.head)) placeByD3(forest, t, places);
  return places;
}

function needsRows(forest: DrawnForest, t: number, chainHead: Int32Array): boolean {
  for (let k = forest.treeStart[t]; k < forest.treeStart[t + 1]; k++) {
    const i = forest.treeNodes[k];
    if (chainHead[i] !== -1) return true;
    if (forest.childCount[i] > MAX_LEAF_ROW) return true;
  }
  return false;
}

/** Leaves the places alone when the tree comes out too wide. */
function placeByD3(forest: DrawnForest, t: number, places: TreePlaces): void {
  const { firstChild, childCount } = forest;
  const root = hierarchy(t, (i) => Array.from({ length: childCount[i] }, (_, k) => firstChild[i] + k));
  const placed = d3Tree<number>()
    .nodeSize([SPACING, LEVEL])
    .separation((a, b) => (a.parent === b.parent ? 1 : COUSINS))(root);
  let left = Infinity;
  let right = -Infinity;
  placed.each((node) => {
    left = Math.min(left, node.x);
    right = Math.max(right, node.x);
  });
  const width = right - left + SPACING;
  if (width > MAX_WIDTH && width > MAX_ASPECT * (placed.height + 1) * LEVEL) return;
  placed.each((node) => {
    places.x[node.data] = node.x;
    places.y[node.data] = node.y;
    places.radius[node.data] = NODE_RADIUS;
    places.drop[node.data] = HEAD_DROP;
  });
  settleBlock(forest, places, t);
}
