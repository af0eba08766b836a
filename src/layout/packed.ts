/**
 * Packed by size: the area of a disc is the object's size in bytes (with what is folded into it), and what an object
 * owns lies around it. d3-hierarchy's `pack` for small forests; shelves (shelf-pack.ts) for large ones and for deep
 * trees, where nested circles leave nearly everything empty (a binary tree halves its density with every level).
 *
 * A *circle* of a node holds its own disc and the circles of all it owns. The elements of a chain and what hangs on
 * them lie side by side in the circle of the chain's head, or the circles would grow with the chain's length.
 */
import { hierarchy, type HierarchyCircularNode, pack as d3Pack } from 'd3-hierarchy';
import { findChains } from './chains.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { D3_LIMIT, NODE_BYTES, NODE_RADIUS, SPACING } from './metrics.ts';
import { shelfPack } from './shelf-pack.ts';
import { emptyPlaces, settleBlock, type TreePlaces } from './tree-places.ts';

const SMALLEST = 7;
/** Share of a tree's circle that discs must fill at least. */
const HOLLOW = 0.05;
const PADDING = (SPACING - 2 * NODE_RADIUS) / 2;

/** `bytes` by index, with what is folded in. */
export function packedLayout(forest: DrawnForest, bytes: Float64Array): TreePlaces {
  const places = emptyPlaces(forest);
  for (let i = 0; i < forest.count; i++)
    places.radius[i] = Math.max(SMALLEST, NODE_RADIUS * Math.sqrt(bytes[i] / NODE_BYTES));
  const members = circleMembers(forest);
  placeOnShelves(forest, members, places);
  for (let t = 0; t < forest.treeCount; t++) {
    if (forest.count <= D3_LIMIT && forest.size[t] > 1) placeByD3(forest, members, places, t);
    settleBlock(forest, places, t);
  }
  return places;
}

/** Whose circle a node's circle lies in, and the members of each: those of i are list[start[i] .. start[i + 1]). */
interface Members {
  readonly circle: Int32Array;
  readonly start: Int32Array;
  readonly list: Int32Array;
}

function circleMembers(forest: DrawnForest): Members {
  const { count, parent } = forest;
  const { head } = findChains(forest);
  const circle = new Int32Array(count);
  const start = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const above = parent[i];
    circle[i] = above !== -1 && head[above] !== -1 ? head[above] : above;
    if (above !== -1) start[circle[i] + 1]++;
  }
  for (let i = 0; i < count; i++) start[i + 1] += start[i];
  const fill = start.slice();
  const list = new Int32Array(start[count]);
  for (let i = 0; i < count; i++) if (circle[i] !== -1) list[fill[circle[i]]++] = i;
  return { circle, start, list };
}

interface Circle {
  readonly index: number;
  /** The disc itself, as the first thing in its circle. */
  readonly isDisc: boolean;
}

/** False when nesting circles wastes so much room that the picture would be hollow. */
function placeByD3(forest: DrawnForest, members: Members, places: TreePlaces, t: number): boolean {
  const root = hierarchy<Circle>({ index: t, isDisc: false }, (circle) => {
    const { index, isDisc } = circle;
    if (isDisc) return null;
    const inside: Circle[] = [{ index, isDisc: true }];
    for (let k = members.start[index]; k < members.start[index + 1]; k++)
      inside.push({ index: members.list[k], isDisc: false });
    return inside;
  });
  const packed = d3Pack<Circle>()
    .radius((leaf) => places.radius[leaf.data.index])
    .padding(2 * PADDING)(root.sum(() => 1));
  let discs = 0;
  for (let k = forest.treeStart[t]; k < forest.treeStart[t + 1]; k++) discs += places.radius[forest.treeNodes[k]] ** 2;
  if (discs < HOLLOW * packed.r ** 2) return false;
  packed.leaves().forEach((leaf: HierarchyCircularNode<Circle>) => {
    places.x[leaf.data.index] = leaf.x;
    places.y[leaf.data.index] = leaf.y;
  });
  return true;
}

/** Everything on shelves; d3 then overwrites the trees it places better. */
function placeOnShelves(forest: DrawnForest, members: Members, places: TreePlaces): void {
  const { count } = forest;
  const { circle, start, list } = members;
  const { x, y, radius } = places;
  const rectangles = {
    width: new Float64Array(count),
    height: new Float64Array(count),
    dx: new Float64Array(count),
    dy: new Float64Array(count),
  };
  for (let i = count - 1; i >= 0; i--) {
    const inside = list.subarray(start[i], start[i + 1]);
    const size = shelfPack(2 * (radius[i] + PADDING), inside, rectangles);
    const margin = inside.length > 0 ? 2 * PADDING : 0;
    rectangles.width[i] = size.width + margin;
    rectangles.height[i] = size.height + margin;
  }
  const { dx, dy } = rectangles;
  for (let i = 0; i < count; i++) {
    if (circle[i] !== -1) {
      dx[i] += dx[circle[i]];
      dy[i] += dy[circle[i]];
    }
    x[i] = dx[i] + radius[i] + PADDING;
    y[i] = dy[i] + radius[i] + PADDING;
  }
}
