/**
 * The radial tree: roots in the middle, every level a ring. Angles come from d3-hierarchy's `tree` for small forests
 * and from the leaves' slots for large ones; radii are chosen here, so that neighbours never touch: a ring too crowded
 * for one row becomes a band of several.
 *
 * A chain counts as one level and lies in lines to and fro within its own sector.
 */
import { hierarchy, tree as d3Tree } from 'd3-hierarchy';
import { type Chains, findChains } from './chains.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { D3_LIMIT, NODE_RADIUS, SPACING } from './metrics.ts';
import { NumberHeap } from './number-heap.ts';
import { emptyPlaces, settleBlock, type TreePlaces } from './tree-places.ts';

/** Between one band and the next. */
const RING_GAP = 84;
/** A ring may be this large, or this much larger than it would have to be, before it is set in several rows. */
const ROOMY_RING = 640;
const ROOMY_FACTOR = 1.6;
/** Shorter chains are levels like others. */
const MIN_CHAIN = 24;
const TURN = 2 * Math.PI;

/** The sector of each node, by index. */
interface Sectors {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Where the node itself stands. */
  readonly angle: Float64Array;
}

export function radialLayout(forest: DrawnForest): TreePlaces {
  const chains = findChains(forest, MIN_CHAIN);
  const ring = rings(forest, chains);
  const sectors = leafSectors(forest, chains, ring);
  const places = emptyPlaces(forest);
  for (let t = 0; t < forest.treeCount; t++) {
    if (forest.count <= D3_LIMIT && !hasChain(forest, chains, t)) anglesByD3(forest, t, sectors);
    placeTree(forest, chains, ring, sectors, places, t);
    settleBlock(forest, places, t);
  }
  return places;
}

/** The ring of each node: its level, where all of a chain counts as one. */
function rings(forest: DrawnForest, chains: Chains): Int32Array {
  const ring = new Int32Array(forest.count);
  for (let i = forest.treeCount; i < forest.count; i++) {
    const above = forest.parent[i];
    const inSameChain = isLink(forest, chains, above, i);
    ring[i] = ring[above] + (inSameChain ? 0 : 1);
  }
  return ring;
}

/** True when `i` lies in the same chain as its parent: its next element, or what it carries on the way. */
function isLink(forest: DrawnForest, chains: Chains, above: number, i: number): boolean {
  const head = chains.head[above];
  if (head === -1) return false;
  if (chains.head[i] === head) return true;
  return chains.next[above] !== i && forest.childCount[i] === 0;
}

/** Sectors in proportion to the number of leaves; a chain is as wide as the square it would fill. */
function leafSectors(forest: DrawnForest, chains: Chains, ring: Int32Array): Sectors {
  const { count, treeCount, parent, childCount, firstChild } = forest;
  const slots = new Float64Array(count);
  for (let i = count - 1; i >= 0; i--) {
    if (childCount[i] === 0) slots[i] = 1;
    if (chains.length[i] > 0) slots[i] = Math.max(slots[i], Math.sqrt(chains.length[i]));
    if (i >= treeCount) slots[parent[i]] += slots[i];
  }
  const sectors = {
    from: new Float64Array(count),
    to: new Float64Array(count),
    angle: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    if (i < treeCount) sectors.to[i] = TURN;
    sectors.angle[i] = (sectors.from[i] + sectors.to[i]) / 2;
    let at = sectors.from[i];
    const perSlot = (sectors.to[i] - at) / childSlots(forest, slots, i);
    for (let c = firstChild[i]; c < firstChild[i] + childCount[i]; c++) {
      const inChain = ring[c] === ring[i];
      sectors.from[c] = inChain ? sectors.from[i] : at;
      at += slots[c] * perSlot;
      sectors.to[c] = inChain ? sectors.to[i] : at;
    }
  }
  return sectors;
}

function childSlots(forest: DrawnForest, slots: Float64Array, i: number): number {
  let sum = 0;
  const first = forest.firstChild[i];
  for (let c = first; c < first + forest.childCount[i]; c++) sum += slots[c];
  return sum;
}

function hasChain(forest: DrawnForest, chains: Chains, t: number): boolean {
  for (let k = forest.treeStart[t]; k < forest.treeStart[t + 1]; k++)
    if (chains.head[forest.treeNodes[k]] !== -1) return true;
  return false;
}

function anglesByD3(forest: DrawnForest, t: number, sectors: Sectors): void {
  const { firstChild, childCount } = forest;
  const root = hierarchy(t, (i) => Array.from({ length: childCount[i] }, (_, k) => firstChild[i] + k));
  d3Tree<number>()
    .size([TURN, 1])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.5) / Math.max(a.depth, 1))(root)
    .each((node) => {
      sectors.angle[node.data] = node.x;
    });
}

/** Sets one tree ring by ring. Nodes of a tree are breadth first: those of a ring are neighbours unless chains mix them. */
function placeTree(
  forest: DrawnForest,
  chains: Chains,
  ring: Int32Array,
  sectors: Sectors,
  places: TreePlaces,
  t: number,
): void {
  const nodes = forest.treeNodes.subarray(forest.treeStart[t], forest.treeStart[t + 1]);
  const { byRing, start } = nodesByRing(nodes, ring);
  const bands: { readonly from: number; readonly to: number }[] = [];
  let inner = 0;
  for (let r = 0; r + 1 < start.length; r++) {
    const band = byRing.subarray(start[r], start[r + 1]);
    let outer = inner;
    if (r === 0 && chains.head[t] === -1) put(places, band[0], 0, 0);
    else {
      const base = r === 0 ? SPACING : inner;
      const isFree = (i: number): boolean => chains.head[i] === -1 && (i === t || ring[i] !== ring[forest.parent[i]]);
      const free = band.every(isFree) ? band : band.filter(isFree);
      outer = placeBand(sectors, places, free, base);
      const beyond = free.length === 0 ? base : outer + SPACING;
      if (free.length < band.length) outer = placeChains(forest, chains, ring, sectors, places, band, beyond);
    }
    bands.push({ from: smallestRadius(places, band), to: outer });
    inner = outer + RING_GAP;
  }
  spreadRings(sectors, places, byRing, start, bands);
}

function smallestRadius(places: TreePlaces, band: Int32Array): number {
  let smallest = Infinity;
  for (const i of band) smallest = Math.min(smallest, Math.hypot(places.x[i], places.y[i]));
  return smallest;
}

/** A ring that had to be pushed outwards leaves a moat: the rings inside it move out in proportion. */
function spreadRings(
  sectors: Sectors,
  places: TreePlaces,
  byRing: Int32Array,
  start: Int32Array,
  bands: readonly { readonly from: number; readonly to: number }[],
): void {
  let single = 1;
  while (single < bands.length && bands[single].to - bands[single].from < 1) single++;
  let outwards = 0;
  for (let r = single - 1; r > 0; r--) {
    outwards = Math.max(outwards, bands[r].to / r);
    const radius = r * outwards;
    if (radius <= bands[r].to + 1) continue;
    for (let k = start[r]; k < start[r + 1]; k++) put(places, byRing[k], radius, sectors.angle[byRing[k]]);
  }
}

function nodesByRing(nodes: Int32Array, ring: Int32Array): { byRing: Int32Array; start: Int32Array } {
  let last = 0;
  for (const i of nodes) last = Math.max(last, ring[i]);
  const start = new Int32Array(last + 2);
  for (const i of nodes) start[ring[i] + 1]++;
  for (let r = 0; r <= last; r++) start[r + 1] += start[r];
  const fill = start.slice();
  const byRing = new Int32Array(nodes.length);
  for (const i of nodes) byRing[fill[ring[i]]++] = i;
  return { byRing, start };
}

/** Breadth-first order is the order of angles already, except where chains bring levels together. */
function sortByAngle(nodes: Int32Array, angle: Float64Array): void {
  for (let k = 1; k < nodes.length; k++) {
    if (angle[nodes[k]] >= angle[nodes[k - 1]]) continue;
    nodes.sort((a, b) => angle[a] - angle[b] || a - b);
    return;
  }
}

/** Sets the nodes of a band that are in no chain, from radius `base` outwards; gives the outermost radius used. */
function placeBand(sectors: Sectors, places: TreePlaces, free: Int32Array, base: number): number {
  if (free.length === 0) return base;
  sortByAngle(free, sectors.angle);
  const at = new Float64Array(free.length);
  for (let k = 0; k < free.length; k++) at[k] = sectors.angle[free[k]];
  let narrowest = free.length > 1 ? at[0] + TURN - at[free.length - 1] : TURN;
  for (let k = 1; k < free.length; k++) narrowest = Math.min(narrowest, at[k] - at[k - 1]);

  // One row, pushed outwards, when that does not make the picture hollow.
  const needed = narrowest >= Math.PI ? 0 : SPACING / (2 * Math.sin(narrowest / 2));
  if (needed <= Math.max(ROOMY_RING, base * ROOMY_FACTOR)) {
    const radius = Math.max(base, needed);
    for (let k = 0; k < free.length; k++) put(places, free[k], radius, at[k]);
    return radius;
  }
  // Several rows: each node goes to the row that has been free for longest, or opens a further one.
  const freeFrom = new NumberHeap();
  const firstAngle: number[] = [];
  for (let k = 0; k < free.length; k++) {
    let row = firstAngle.length;
    while (freeFrom.size > 0 && freeFrom.minKey <= at[k]) {
      const candidate = freeFrom.pop();
      // Coming round: a row that has reached its own beginning is full.
      const apart = SPACING / (base + candidate * SPACING);
      if (firstAngle[candidate] + TURN - at[k] < apart) continue;
      row = candidate;
      break;
    }
    firstAngle[row] ??= at[k];
    freeFrom.push(at[k] + SPACING / (base + row * SPACING), row);
    put(places, free[k], base + row * SPACING, at[k]);
  }
  return base + (firstAngle.length - 1) * SPACING;
}

/** Sets the chains of a band (elements and what they carry) in lines to and fro; gives the outermost radius used. */
function placeChains(
  forest: DrawnForest,
  chains: Chains,
  ring: Int32Array,
  sectors: Sectors,
  places: TreePlaces,
  band: Int32Array,
  base: number,
): number {
  // Every sector must be wide enough for one link.
  let innermost = base;
  for (const head of band)
    if (chains.length[head] > 0) innermost = Math.max(innermost, SPACING / (sectors.to[head] - sectors.from[head]));
  let outermost = innermost;
  for (const head of band) {
    if (chains.length[head] === 0) continue;
    const links: number[] = [];
    for (let k = 0, e = head; k < chains.length[head]; k++, e = chains.next[e]) {
      links.push(e);
      for (let c = forest.firstChild[e]; c < forest.firstChild[e] + forest.childCount[e]; c++)
        if (ring[c] === ring[head] && chains.head[c] === -1) links.push(c);
    }
    const from = sectors.from[head];
    const width = sectors.to[head] - from;
    let radius = innermost;
    for (let k = 0, row = 0; k < links.length; row++, radius += SPACING) {
      const perRow = Math.max(1, Math.floor((width * radius) / SPACING));
      for (let column = 0; column < perRow && k < links.length; column++, k++) {
        const turn = row % 2 === 0 ? column : perRow - 1 - column;
        put(places, links[k], radius, from + ((turn + 0.5) * width) / perRow);
      }
      outermost = Math.max(outermost, radius);
    }
  }
  return outermost;
}

/** Angle 0 is up, clockwise. */
function put(places: TreePlaces, i: number, radius: number, angle: number): void {
  places.x[i] = radius * Math.sin(angle);
  places.y[i] = -radius * Math.cos(angle);
  places.radius[i] = NODE_RADIUS;
}
