/**
 * Where each tree of the forest stands. Large trees stand side by side. Small ones of one size share a compact grid,
 * and a cell of it is used again when its tree is dead before the next is born. Trees of an earlier layout of the run
 * that have not changed stay where they were; those that have grown keep their root's place when they still fit.
 */
import type { DrawnForest } from './drawn-forest.ts';
import type { ForestPlaces } from './forest-places.ts';
import type { Layout } from './layout.ts';
import { LifetimeCells } from './lifetime-cells.ts';
import type { Lifetimes } from './lifetimes.ts';
import { ASPECT, NODE_SIZE, SPACING, SUBTREE_GAP, TREE_GAP } from './metrics.ts';
import { Skyline } from './skyline.ts';
import { placesOnceMore } from './stay.ts';
import type { TreePlaces } from './tree-places.ts';

/** Trees up to this many nodes stand in grids. */
const SMALL_TREE = 64;

export interface PlacedForest {
  /** Top left corner of each tree's block, in world coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Object id of the root of the tree that takes the place over, 0: none. */
  readonly heir: Int32Array;
  readonly places: ForestPlaces;
}

/** What is still to be placed: one large tree, or a grid of cells for small trees. */
interface Item {
  readonly width: number;
  readonly height: number;
  /** Nodes of the (largest) tree: what is large is placed first. */
  readonly nodes: number;
  readonly put: (x: number, y: number) => void;
}

export function placeForest(
  forest: DrawnForest,
  blocks: TreePlaces,
  lifetimes: Lifetimes,
  previous: Layout | null,
): PlacedForest {
  const x = new Float64Array(forest.treeCount);
  const y = new Float64Array(forest.treeCount);
  const heir = new Int32Array(forest.treeCount);
  const stay = placesOnceMore(forest, blocks, previous, x, y);

  const items: Item[] = [];
  const grids = new Map<number, number[]>();
  for (let t = 0; t < forest.treeCount; t++) {
    if (forest.size[t] <= SMALL_TREE && !stay.hasGrown(t)) {
      const size = blocks.width[t] * 2 ** 20 + blocks.height[t];
      const grid = grids.get(size);
      if (grid) grid.push(t);
      else grids.set(size, [t]);
    } else if (!stay.isPlaced(t)) {
      items.push({
        width: blocks.width[t],
        height: blocks.height[t],
        nodes: forest.size[t],
        put(atX, atY) {
          x[t] = atX;
          y[t] = atY;
        },
      });
    }
  }
  for (const trees of grids.values()) {
    const item = gridOf(forest, blocks, lifetimes, trees, stay.isPlaced, x, y, heir);
    if (item) items.push(item);
  }
  placeItems(items, stay.extent);
  return { x, y, heir, places: placesOf(forest, blocks, x, y) };
}

/** Gives every tree of one size a cell. Returns the grid of the new cells, or null when there are none. */
function gridOf(
  forest: DrawnForest,
  blocks: TreePlaces,
  lifetimes: Lifetimes,
  trees: number[],
  isPlaced: (t: number) => boolean,
  x: Float64Array,
  y: Float64Array,
  heir: Int32Array,
): Item | null {
  const { birth, death } = lifetimes;
  trees.sort((a, b) => birth[a] - birth[b] || a - b);
  const cells = new LifetimeCells();
  const lastIn: number[] = [];
  const cellX: number[] = [];
  const cellY: number[] = [];
  const cellOf = new Map<number, number>();
  const occupy = (cell: number, t: number): void => {
    if (cell < lastIn.length) heir[lastIn[cell]] = forest.id[t];
    lastIn[cell] = t;
    cellOf.set(t, cell);
  };
  takeOldCells(trees, isPlaced, x, y, death, cells, cellX, cellY, occupy);
  const oldCells = cells.count;
  for (const t of trees) if (!isPlaced(t)) occupy(cells.take(birth[t], death[t]), t);

  const sample = trees[0];
  const lone = forest.size[sample] === 1;
  const gap = lone ? SPACING - NODE_SIZE : SUBTREE_GAP;
  const stepX = blocks.width[sample] + gap;
  const stepY = blocks.height[sample] + gap;
  const newCells = cells.count - oldCells;
  const columns = Math.max(1, Math.round(Math.sqrt((newCells * stepY * ASPECT) / stepX)));
  const put = (atX: number, atY: number): void => {
    for (const t of trees) {
      if (isPlaced(t)) continue;
      const cell = cellOf.get(t)!;
      const k = cell - oldCells;
      x[t] = k < 0 ? cellX[cell] : atX + (k % columns) * stepX;
      y[t] = k < 0 ? cellY[cell] : atY + Math.floor(k / columns) * stepY;
    }
  };
  if (newCells === 0) {
    put(0, 0);
    return null;
  }
  return {
    width: Math.min(columns, newCells) * stepX - gap,
    height: Math.ceil(newCells / columns) * stepY - gap,
    nodes: forest.size[sample],
    put,
  };
}

/** Cells that trees of the earlier layout stand in: free again when the last of them is dead. */
function takeOldCells(
  trees: readonly number[],
  isPlaced: (t: number) => boolean,
  x: Float64Array,
  y: Float64Array,
  death: Int32Array,
  cells: LifetimeCells,
  cellX: number[],
  cellY: number[],
  occupy: (cell: number, t: number) => void,
): void {
  const at = new Map<string, number[]>();
  for (const t of trees) {
    if (!isPlaced(t)) continue;
    const key = `${x[t]} ${y[t]}`;
    const here = at.get(key);
    if (here) here.push(t);
    else at.set(key, [t]);
  }
  for (const here of at.values()) {
    const cell = cells.addTaken(here.reduce((last, t) => Math.max(last, death[t]), 0));
    cellX[cell] = x[here[0]];
    cellY[cell] = y[here[0]];
    for (const t of here) occupy(cell, t);
  }
}

/** Packs what has no place yet round what has: `extent` is the rectangle that is taken. */
function placeItems(items: Item[], extent: { x: number; y: number; right: number; bottom: number } | null): void {
  items.sort((a, b) => b.nodes - a.nodes || b.width * b.height - a.width * a.height);
  const originX = extent?.x ?? 0;
  const originY = extent?.y ?? 0;
  const takenRight = extent ? extent.right - originX + TREE_GAP : 0;
  const takenBottom = extent ? extent.bottom - originY + TREE_GAP : 0;
  let area = takenRight * takenBottom;
  let widest = takenRight;
  for (const item of items) {
    area += (item.width + TREE_GAP) * (item.height + TREE_GAP);
    widest = Math.max(widest, item.width + TREE_GAP);
  }
  const skyline = new Skyline(Math.max(widest, Math.sqrt(area * ASPECT)));
  if (extent) skyline.block(takenRight, takenBottom);
  for (const item of items) {
    const at = skyline.place(item.width + TREE_GAP, item.height + TREE_GAP);
    item.put(originX + at.x, originY + at.y);
  }
}

function placesOf(forest: DrawnForest, blocks: TreePlaces, x: Float64Array, y: Float64Array): ForestPlaces {
  const rect = new Float64Array(4 * forest.treeCount);
  for (let t = 0; t < forest.treeCount; t++) rect.set([x[t], y[t], blocks.width[t], blocks.height[t]], 4 * t);
  return {
    root: forest.id.slice(0, forest.treeCount),
    nodes: forest.size.slice(0, forest.treeCount),
    rect,
  };
}
