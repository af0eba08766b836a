/** The door of this folder: a run's objects in, their places out. */
import { assertUnreachable } from '../base/assert.ts';
import { type DrawnForest, drawnForest } from './drawn-forest.ts';
import { forceLayout } from './force.ts';
import { heapMap } from './heap-map.ts';
import type { Layout, LayoutName, LayoutOptions, LayoutSource, WorldRect } from './layout.ts';
import { lifetimesOf } from './lifetimes.ts';
import { FORCE_LIMIT, NODE_BYTES, SPACING } from './metrics.ts';
import { passingTrees } from './passing.ts';
import { packedLayout } from './packed.ts';
import { placeForest } from './place-forest.ts';
import { radialLayout } from './radial.ts';
import { shownAs } from './shown-as.ts';
import { tidyLayout } from './tidy.ts';
import { type SiblingCells, siblingCells } from './sibling-cells.ts';
import type { TreePlaces } from './tree-places.ts';

/** False for a layout that would take too long with so many drawn objects. */
export function isOffered(layout: LayoutName, drawnCount: number): boolean {
  return layout !== 'force' || drawnCount <= FORCE_LIMIT;
}

/**
 * Lays a run out. Pure and deterministic; runs in a worker for large runs. `force` falls back to `tidy` where it is not
 * offered; the result says which layout it is.
 */
export function layOut(source: LayoutSource, options: LayoutOptions): Layout {
  const internals = options.internals ?? false;
  const shown = shownAs(source, options.fold, internals);
  // The ranks, and in the same memory the parents.
  const parent = new Int32Array(source.idLimit);
  const whole = drawnForest(source, shown, parent);
  const name = isOffered(options.layout, whole.count) ? options.layout : 'tidy';
  const previous = isContinued(options, name, internals) ? options.previous! : null;
  const folded = foldedCounts(source, shown);

  // Where containers are drawn, their ghosts are, too.
  const passing = options.fold ? passingTrees(whole, source) : new Uint8Array(whole.treeCount);
  const result = makeLayout(name, options.fold, internals, shown, parent, folded, whole);
  const { x, y, radius, drop, successor } = result;
  if (name === 'map') {
    const { id, count } = whole;
    const map = heapMap(whole, source, previous);
    for (let i = 0; i < count; i++) {
      x[id[i]] = map.places.x[i];
      y[id[i]] = map.places.y[i];
      radius[id[i]] = map.places.radius[i];
      successor[id[i]] = map.heir[i];
    }
    const rect = Float64Array.of(0, 0, map.columns * SPACING, 0);
    leaveNoGhosts(result, whole, passing);
    return finish(result, whole, passing, source, {
      root: Int32Array.of(0),
      nodes: Int32Array.of(count),
      rect,
      centre: new Float64Array(2),
    });
  }
  const shared = siblingCells(whole, source, name === 'packed' ? drawnBytes(whole, source, shown) : null);
  const forest = shared === null ? whole : drawnForest(source, withoutGuests(shown, whole, shared));
  const { id, count, tree } = forest;
  const blocks = placeTrees(name, forest, source, shown);
  // Roots are nobody's guests: the trees are the same, but they live as long as the last guest.
  const at = placeForest(forest, blocks, lifetimesOf(whole, source), passing, previous);
  for (let i = 0; i < count; i++) {
    x[id[i]] = at.x[tree[i]] + blocks.x[i];
    y[id[i]] = at.y[tree[i]] + blocks.y[i];
    radius[id[i]] = blocks.radius[i];
    drop[id[i]] = blocks.drop[i];
    // Mostly 0, which is there already: memory that nobody has touched costs nothing.
    if (at.heir[tree[i]] !== 0) successor[id[i]] = at.heir[tree[i]];
  }
  if (shared !== null) seatGuests(result, whole, shared);
  leaveNoGhosts(result, whole, passing);
  return finish(result, whole, passing, source, at.places);
}

/** Who is his own successor is gone as soon as he is dead. */
function leaveNoGhosts({ successor }: Unfinished, { id, tree, count }: DrawnForest, passing: Uint8Array): void {
  for (let i = 0; i < count; i++) if (passing[tree[i]] === 1) successor[id[i]] = id[i];
}

function withoutGuests(shown: Int32Array, whole: DrawnForest, { guests }: SiblingCells): Int32Array {
  const hosts = shown.slice();
  for (const g of guests) hosts[whole.id[g]] = 0;
  return hosts;
}

/** Guests lie where their hosts do; whoever is last in a place keeps the successor that its tree has. */
function seatGuests(layout: Unfinished, { id, count }: DrawnForest, { host, heir, guests }: SiblingCells): void {
  const { x, y, radius, drop, successor } = layout;
  for (const g of guests) {
    const from = id[host[g]];
    const to = id[g];
    x[to] = x[from];
    y[to] = y[from];
    radius[to] = radius[from];
    drop[to] = drop[from];
    successor[to] = successor[from];
  }
  for (let i = 0; i < count; i++) if (heir[i] !== 0) successor[id[i]] = heir[i];
}

function placeTrees(
  name: Exclude<LayoutName, 'map'>,
  forest: DrawnForest,
  source: LayoutSource,
  shown: Int32Array,
): TreePlaces {
  switch (name) {
    case 'tidy':
      return tidyLayout(forest);
    case 'radial':
      return radialLayout(forest);
    case 'force':
      return forceLayout(forest, tidyLayout(forest));
    case 'packed':
      return packedLayout(forest, drawnBytes(forest, source, shown));
    default:
      return assertUnreachable(name);
  }
}

/** An earlier layout helps only when it shows the same things in the same way. */
function isContinued(options: LayoutOptions, name: LayoutName, internals: boolean): boolean {
  const { previous } = options;
  return (
    previous != null &&
    previous.layout === name &&
    previous.fold === options.fold &&
    previous.internals === internals &&
    previous.places.nodes.some((count) => count > 0)
  );
}

function foldedCounts(source: LayoutSource, shown: Int32Array): Uint16Array {
  const folded = new Uint16Array(source.idLimit);
  for (let id = 1; id < source.idLimit; id++) {
    const by = shown[id];
    if (by !== 0 && by !== id && folded[by] < MOST_FOLDED) folded[by]++;
  }
  return folded;
}

/** Bytes by index, with what is folded in. */
function drawnBytes(forest: DrawnForest, source: LayoutSource, shown: Int32Array): Float64Array {
  const bytes = new Float64Array(source.idLimit);
  for (let id = 1; id < source.idLimit; id++)
    if (shown[id] !== 0) bytes[shown[id]] += source.bytes === null ? NODE_BYTES : source.bytes[id];
  return Float64Array.from(forest.id, (id) => bytes[id]);
}

/** What arrays of one and two bytes can say. */
const DEEPEST = 2 ** 8 - 1;
const MOST_FOLDED = 2 ** 16 - 1;

type Unfinished = Omit<Layout, 'bounds' | 'lasting' | 'passed' | 'places'>;

/** `parent`: an array by id of which only the entries of drawn objects are not 0. */
function makeLayout(
  layout: LayoutName,
  fold: boolean,
  internals: boolean,
  shown: Int32Array,
  parent: Int32Array,
  folded: Uint16Array,
  forest: DrawnForest,
): Unfinished {
  const { count, id } = forest;
  const idLimit = shown.length;
  const level = new Uint8Array(idLimit);
  for (let i = 0; i < count; i++) {
    const above = forest.parent[i] === -1 ? 0 : id[forest.parent[i]];
    parent[id[i]] = above;
    if (above !== 0) level[id[i]] = Math.min(level[above] + 1, DEEPEST);
  }
  return {
    layout,
    fold,
    internals,
    idLimit,
    x: new Float32Array(idLimit),
    y: new Float32Array(idLimit),
    radius: new Float32Array(idLimit),
    shownAs: shown,
    parent,
    level,
    drop: new Float32Array(idLimit),
    successor: new Int32Array(idLimit),
    folded,
    drawn: id,
    spacing: SPACING,
    treeEdges: layout === 'packed' || layout === 'map' ? 'none' : 'lines',
  };
}

function finish(
  layout: Unfinished,
  { id, tree }: DrawnForest,
  passing: Uint8Array,
  { death }: LayoutSource,
  places: Layout['places'],
): Layout {
  const bounds = boundsOf(layout, id);
  if (!passing.includes(1)) return { ...layout, bounds, lasting: bounds, passed: 0, places };
  const lasting = id.filter((_, i) => passing[tree[i]] === 0);
  let passed = 0;
  id.forEach((each, i) => {
    if (passing[tree[i]] === 1) passed = Math.max(passed, death[each]);
  });
  return { ...layout, bounds, lasting: lasting.length === 0 ? bounds : boundsOf(layout, lasting), passed, places };
}

function boundsOf({ x, y, radius }: Unfinished, drawn: Int32Array): WorldRect {
  if (drawn.length === 0) return { x: -SPACING, y: -SPACING, width: 2 * SPACING, height: 2 * SPACING };
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const id of drawn) {
    left = Math.min(left, x[id] - radius[id]);
    top = Math.min(top, y[id] - radius[id]);
    right = Math.max(right, x[id] + radius[id]);
    bottom = Math.max(bottom, y[id] + radius[id]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
