/** Edges at full quality: solid for strong references, dashed for weak ones, arcs for those against the tree. */
import {
  backRoute,
  type Disc,
  lineRoute,
  loopRoute,
  type Route,
  tipOf,
  traceRoute,
  trackRoute,
  treeRoute,
  WEAK_DASH,
} from './edge-route.ts';
import type { Frame } from './frame.ts';
import { arrowhead, type Pen } from './pen.ts';
import type { DrawnReference } from './references.ts';
import { isAlive, isDead, Tone } from './tone.ts';
import { discOf, type VisibleNode } from './visible-nodes.ts';

export interface RoutedEdge {
  readonly reference: DrawnReference;
  readonly route: Route;
}

/** Edges to objects outside the canvas, for one object: more would only blacken the border. */
const MOST_OUTWARD = 64;
/** Radius in pixels from which arrowheads can be seen. */
const ARROWS_FROM = 6;
const DIM = 0.22;
/** Radii between a parent and the turn of its edge from which a child stands in a lower row. */
const LOWER_ROW = 2;

/** Draws all edges and returns those that were drawn, for labels and highlights. */
export function drawEdges(pen: Pen, frame: Frame, nodes: readonly VisibleNode[]): RoutedEdge[] {
  const { scene } = frame;
  const visible = new Map(nodes.map((node) => [node.id, node]));
  drawGhostEdges(pen, frame, nodes);

  const edges: RoutedEdge[] = [];
  const groups = new Map<string, EdgeGroup>();
  const add = (reference: DrawnReference, from: Disc, to: Disc): void => {
    const route = routeOf(frame, reference, from, to);
    const isDim = isFaint(visible.get(reference.from)) || isFaint(visible.get(reference.to));
    const style = styleOf(reference);
    const key = `${style} ${isDim}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { style, isDim, edges: [] }));
    const edge = { reference, route };
    group.edges.push(edge);
    edges.push(edge);
  };
  const aboveOutside = new Set<number>();
  for (const node of nodes) {
    const above = scene.layout.parent[node.id];
    if (above !== 0 && !visible.has(above) && isAlive(frame.tones[above])) aboveOutside.add(above);
    if (!isAlive(node.tone)) continue;
    let outward = 0;
    for (const reference of frame.references.of(node.id)) {
      if (!isAlive(frame.tones[reference.to]) || isShownByNearness(frame, reference)) continue;
      const to = visible.get(reference.to);
      if (to === undefined && ++outward > MOST_OUTWARD) continue;
      add(reference, node, to ?? discOf(frame, reference.to));
    }
  }
  for (const above of aboveOutside)
    for (const reference of frame.references.of(above)) {
      const to = visible.get(reference.to);
      if (isShownByNearness(frame, reference)) continue;
      if (to !== undefined && isAlive(to.tone)) add(reference, discOf(frame, above), to);
    }
  for (const style of ['back', 'tree', 'weak'] as const)
    for (const isDim of [true, false]) {
      const group = groups.get(`${style} ${isDim}`);
      if (group) drawGroup(pen, frame, group);
    }
  return edges;
}

/** Packed layouts and maps draw lines only for what is looked at. */
function isShownByNearness(frame: Frame, reference: DrawnReference): boolean {
  const isLined = frame.scene.layout.treeEdges === 'lines';
  return !isLined && reference.isTree && !isLifted(frame, reference.from, reference.to);
}

/** True for the edges of the selected and the hovered object. */
export function isLifted({ scene }: Frame, from: number, to: number): boolean {
  const { layout } = scene;
  const selected = layout.shownAs[scene.selected] ?? 0;
  const hovered = layout.shownAs[scene.hovered] ?? 0;
  return (
    (selected !== 0 && (from === selected || to === selected)) ||
    (hovered !== 0 && (from === hovered || to === hovered))
  );
}

export type EdgeStyle = 'tree' | 'back' | 'weak';

export function styleOf(reference: DrawnReference): EdgeStyle {
  return reference.isWeak ? 'weak' : reference.isTree ? 'tree' : 'back';
}

interface EdgeGroup {
  readonly style: EdgeStyle;
  readonly isDim: boolean;
  readonly edges: RoutedEdge[];
}

function isFaint(node: VisibleNode | undefined): boolean {
  return node !== undefined && node.isDim;
}

function routeOf(frame: Frame, reference: DrawnReference, from: Disc, to: Disc): Route {
  const { layout, camera } = frame.scene;
  if (reference.from === reference.to) return loopRoute(from);
  if (reference.isTree && layout.treeEdges === 'lines')
    return treeRoute(from, to, layout.drop[reference.to] * camera.k);
  if (reference.isTree) return lineRoute(from, to);
  if (layout.parent[reference.from] === reference.to && layout.treeEdges === 'lines') {
    const forth = treeRoute(to, from, layout.drop[reference.from] * camera.k);
    // Lower rows: the edge has a straight part before it turns.
    if (forth.kind === 'elbow' && forth.bend - forth.y0 > LOWER_ROW * from.r) return trackRoute(forth, to, from);
  }
  return backRoute(from, to);
}

function drawGroup(pen: Pen, frame: Frame, group: EdgeGroup): void {
  const { theme, camera } = frame.scene;
  const { style, isDim, edges } = group;
  const colour = { tree: theme.strongEdge, back: theme.backEdge, weak: theme.weakEdge }[style];
  const scale = Math.min(1, Math.max(0.55, camera.k));
  pen.globalAlpha = isDim ? DIM : 1;
  pen.strokeStyle = colour;
  pen.lineWidth = (style === 'tree' ? 1.5 : 1.25) * scale;
  pen.setLineDash(style === 'weak' ? WEAK_DASH : []);
  pen.beginPath();
  for (const { route } of edges) traceRoute(pen, route);
  pen.stroke();
  pen.setLineDash([]);
  drawArrowheads(pen, frame, edges, colour);
  pen.globalAlpha = 1;
}

export function drawArrowheads(pen: Pen, frame: Frame, edges: readonly RoutedEdge[], colour: string): void {
  const { layout, camera } = frame.scene;
  pen.fillStyle = colour;
  pen.beginPath();
  for (const { reference, route } of edges) {
    const r = layout.radius[reference.to] * camera.k;
    if (r < ARROWS_FROM) continue;
    const tip = tipOf(route);
    arrowhead(pen, tip.x, tip.y, tip.ux, tip.uy, Math.max(4.5, Math.min(8, r * 0.4)));
  }
  pen.fill();
}

/** Where the tree was: thin lines between ghosts, and from the living to their dead. */
function drawGhostEdges(pen: Pen, frame: Frame, nodes: readonly VisibleNode[]): void {
  const { layout, camera, theme } = frame.scene;
  if (layout.treeEdges === 'none') return;
  pen.strokeStyle = theme.ghostEdge;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const node of nodes) {
    const above = layout.parent[node.id];
    if (!isDead(node.tone) || above === 0 || frame.tones[above] === Tone.ABSENT) continue;
    traceRoute(pen, treeRoute(discOf(frame, above), node, layout.drop[node.id] * camera.k));
  }
  pen.stroke();
}
