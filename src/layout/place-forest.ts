/**
 * Where each tree of the forest stands. Large trees stand side by side. Small ones of one size share a compact grid,
 * and a cell of it is used again when its tree is dead before the next is born. Passing trees (passing.ts) stand round
 * all others. Trees of an earlier layout of the run that have not changed stay where they were; those that have grown keep
 * their root's place when they still fit.
 */
import type { DrawnForest } from './drawn-forest.ts';
import type { ForestPlaces } from './forest-places.ts';
import type { PreviousLayout } from './layout.ts';
import { LifetimeCells } from './lifetime-cells.ts';
import type { Lifetimes } from './lifetimes.ts';
import { ASPECT, NODE_SIZE, SPACING, SUBTREE_GAP, TREE_GAP } from './metrics.ts';
import { Skyline } from './skyline.ts';
import { placesOnceMore, type Staying } from './stay.ts';
import type { TreePlaces } from './tree-places.ts';

/** Trees up to this many nodes stand in grids. */
const SMALL_TREE = 64;
/** So many of about one size can only be a few things made again and again: they stand in a grid, too. */
const MANY_ALIKE = 8;
/** About one size: width and height differ by less than this factor. */
const ALIKE = 1.6;
/** Trees up to this many nodes have few sizes: they share with their equals only. */
const TINY_TREE = 8;

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
  /** 1 by tree for what leaves no ghost. */
  passing: Uint8Array,
  previous: PreviousLayout | null,
): PlacedForest {
  const x = new Float64Array(forest.treeCount);
  const y = new Float64Array(forest.treeCount);
  const heir = new Int32Array(forest.treeCount);
  const stay = placesOnceMore(forest, blocks, previous, x, y);

  let { extent } = stay;
  for (const isPassing of [0, 1]) {
    const items: Item[] = [];
    const isLeftOut = (t: number): boolean => passing[t] !== isPassing || stay.hasGrown(t);
    for (const trees of treesBySize(forest, blocks, isLeftOut)) {
      const isGrid = forest.size[trees[0]] <= SMALL_TREE || trees.length >= MANY_ALIKE;
      if (isGrid) {
        const item = gridOf(forest, blocks, lifetimes, trees, stay.isPlaced, x, y, heir);
        if (item) items.push(item);
        continue;
      }
      for (const t of trees)
        if (!stay.isPlaced(t))
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
    extent = placeItems(items, extent);
  }
  return { x, y, heir, places: placesOf(forest, blocks, x, y) };
}

/** Trees of one size together; trees of about one size when there are many of them. */
function treesBySize(forest: DrawnForest, blocks: TreePlaces, isLeftOut: (t: number) => boolean): number[][] {
  const { width, height } = blocks;
  const step = (length: number): number => Math.ceil(Math.log(length) / Math.log(ALIKE));
  const exactly = (t: number): number => width[t] * 2 ** 20 + height[t];
  const about = (t: number): number =>
    forest.size[t] <= TINY_TREE ? exactly(t) : -step(width[t]) * 2 ** 10 - step(height[t]);
  const trees: number[] = [];
  for (let t = 0; t < forest.treeCount; t++) if (!isLeftOut(t)) trees.push(t);
  return groupBy(trees, about).flatMap((alike) => (alike.length < MANY_ALIKE ? groupBy(alike, exactly) : [alike]));
}

function groupBy(trees: readonly number[], size: (t: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  let last: number[] = [];
  let lastSize = NaN;
  for (const t of trees) {
    const itsSize = size(t);
    // Most trees are as large as the one before.
    if (itsSize !== lastSize) {
      lastSize = itsSize;
      const known = groups.get(itsSize);
      last = known ?? [];
      if (known === undefined) groups.set(itsSize, last);
    }
    last.push(t);
  }
  return [...groups.values()];
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
  const { birth, death, firstBorn } = lifetimes;
  sortByBirth(trees, birth);
  let width = 0;
  let height = 0;
  for (const t of trees) {
    width = Math.max(width, blocks.width[t]);
    height = Math.max(height, blocks.height[t]);
  }
  const cells = new LifetimeCells();
  const lastIn: number[] = [];
  const cellX: number[] = [];
  const cellY: number[] = [];
  const cellOf = new Int32Array(forest.treeCount);
  const occupy = (cell: number, t: number): void => {
    if (cell < lastIn.length) heir[lastIn[cell]] = firstBorn[t];
    lastIn[cell] = t;
    cellOf[t] = cell;
  };
  // Another tree may be too large for a cell of before.
  const isUniform = trees.every((t) => blocks.width[t] === width && blocks.height[t] === height);
  if (isUniform) takeOldCells(trees, isPlaced, x, y, death, cells, cellX, cellY, occupy);
  const oldCells = cells.count;
  for (const t of trees) if (!isPlaced(t)) occupy(cells.take(birth[t], death[t]), t);

  const sample = trees[0];
  const lone = forest.size[sample] === 1;
  const gap = lone ? SPACING - NODE_SIZE : SUBTREE_GAP;
  const stepX = width + gap;
  const stepY = height + gap;
  const newCells = cells.count - oldCells;
  const columns = Math.max(1, Math.round(Math.sqrt((newCells * stepY * ASPECT) / stepX)));
  const put = (atX: number, atY: number): void => {
    for (const t of trees) {
      if (isPlaced(t)) continue;
      const cell = cellOf[t];
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

/** Most come in order. */
function sortByBirth(trees: number[], birth: Int32Array): void {
  for (let k = 1; k < trees.length; k++) {
    if (birth[trees[k]] >= birth[trees[k - 1]]) continue;
    trees.sort((a, b) => birth[a] - birth[b] || a - b);
    return;
  }
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

type Extent = NonNullable<Staying['extent']>;

/** Packs what has no place yet round what has: `extent` is the rectangle that is taken. Returns the one that is then. */
function placeItems(items: Item[], extent: Extent | null): Extent | null {
  if (items.length === 0) return extent;
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
  let { right, bottom } = extent ?? { right: 0, bottom: 0 };
  for (const item of items) {
    const at = skyline.place(item.width + TREE_GAP, item.height + TREE_GAP);
    item.put(originX + at.x, originY + at.y);
    right = Math.max(right, originX + at.x + item.width);
    bottom = Math.max(bottom, originY + at.y + item.height);
  }
  return { x: originX, y: originY, right, bottom };
}

function placesOf(forest: DrawnForest, blocks: TreePlaces, x: Float64Array, y: Float64Array): ForestPlaces {
  const rect = new Float64Array(4 * forest.treeCount);
  const centre = new Float64Array(2 * forest.treeCount);
  for (let t = 0; t < forest.treeCount; t++) {
    rect.set([x[t], y[t], blocks.width[t], blocks.height[t]], 4 * t);
    // The root is the first of its tree.
    centre.set([x[t] + blocks.x[t], y[t] + blocks.y[t]], 2 * t);
  }
  return {
    root: forest.id.slice(0, forest.treeCount),
    nodes: forest.size.slice(0, forest.treeCount),
    rect,
    centre,
  };
}
