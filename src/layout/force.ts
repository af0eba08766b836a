/**
 * A force layout, by d3-force, run to its end: trees unfold from their tidy places, so that the result is the same
 * every time and needs few ticks.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { seededRandom } from '../base/random.ts';
import type { DrawnForest } from './drawn-forest.ts';
import { NODE_RADIUS, SPACING } from './metrics.ts';
import { emptyPlaces, settleBlock, type TreePlaces } from './tree-places.ts';

const SEED = 7;
/** Ticks of a small tree, and the node-ticks a large one may take (about a second). */
const TICKS = 300;
const WORK = 120_000;
/** Ticks in which nothing acts but keeping discs apart. */
const PARTING_TICKS = 40;

/** `tidy`: where each tree starts from. */
export function forceLayout(forest: DrawnForest, tidy: TreePlaces): TreePlaces {
  const places = emptyPlaces(forest);
  for (let t = 0; t < forest.treeCount; t++) {
    unfold(forest, tidy, places, t);
    settleBlock(forest, places, t);
  }
  return places;
}

function unfold(forest: DrawnForest, tidy: TreePlaces, places: TreePlaces, t: number): void {
  const { treeStart, treeNodes, parent } = forest;
  const members = treeNodes.subarray(treeStart[t], treeStart[t + 1]);
  const nodes: SimulationNodeDatum[] = [];
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = [];
  const at = new Map<number, SimulationNodeDatum>();
  for (const i of members) {
    const node = { x: tidy.x[i] - tidy.width[t] / 2, y: tidy.y[i] - tidy.height[t] / 2 };
    nodes.push(node);
    at.set(i, node);
    if (i !== t) links.push({ source: at.get(parent[i])!, target: node });
  }
  if (nodes.length > 1) {
    const ticks = Math.max(60, Math.min(TICKS, Math.round(WORK / nodes.length)));
    const simulation = forceSimulation(nodes)
      .randomSource(seededRandom(SEED))
      .force('link', forceLink(links).distance(SPACING).strength(0.9))
      .force(
        'charge',
        forceManyBody()
          .strength(-220)
          .distanceMax(12 * SPACING),
      )
      .force('collide', forceCollide(SPACING / 2))
      .force('x', forceX(0).strength(0.03))
      .force('y', forceY(0).strength(0.03))
      .alphaDecay(1 - 0.001 ** (1 / ticks))
      .stop();
    simulation.tick(ticks);
    simulation.force('link', null).force('charge', null).force('x', null).force('y', null);
    simulation.force(
      'collide',
      forceCollide(SPACING / 2)
        .strength(1)
        .iterations(3),
    );
    simulation.tick(PARTING_TICKS);
  }
  members.forEach((i, k) => {
    places.x[i] = nodes[k].x!;
    places.y[i] = nodes[k].y!;
    places.radius[i] = NODE_RADIUS;
  });
}
