/** The picture that is read node by node: up to some hundred objects, everything shown. */
import { drawArrowheads, drawEdges, isLifted, type RoutedEdge, styleOf } from './detail-edges.ts';
import { drawNodes, hasText } from './detail-nodes.ts';
import { drawEdgeLabels } from './edge-labels.ts';
import { pointsOn, traceRoute, WEAK_DASH } from './edge-route.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { LabelPlacer, overlaps, type ScreenRect } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import type { Pen } from './pen.ts';
import { type VisibleNode, visibleNodes } from './visible-nodes.ts';

/** With more edges than this, name tags may lie on them. */
const MOST_AVOIDED = 500;

export class DetailBackend implements Backend {
  draw(context: CanvasRenderingContext2D, frame: Frame): Wish {
    drawDetail(context, frame);
    return 'nothing';
  }
  release(): void {
    // Keeps nothing.
  }
}

/** Draws the visible heap at full quality, names and labels included, with any pen. */
export function drawDetail(pen: Pen, frame: Frame): void {
  const { width, height } = frame.size;
  const nodes = visibleNodes(frame);
  const edges = drawEdges(pen, frame, nodes);
  drawCycles(pen, frame, edges);
  drawLifted(pen, frame, edges);
  // Below the nodes, so that they cover no badge.
  drawRings(pen, frame);
  drawNodes(pen, frame, nodes);

  // Name tags keep clear of nodes and edges, edge labels of nodes and tags.
  const tagPlacer = new LabelPlacer(width, height);
  const labelPlacer = new LabelPlacer(width, height);
  for (const node of nodes) {
    tagPlacer.occupy(takenBy(node));
    labelPlacer.occupy(takenBy(node));
  }
  if (edges.length <= MOST_AVOIDED)
    for (const { route } of edges)
      for (const { x, y } of pointsOn(route, 16)) tagPlacer.occupy({ x: x - 2, y: y - 2, width: 4, height: 4 });
  const read = nodes.filter(hasText).map(takenBy);
  const mayCover = (rect: ScreenRect): boolean => !read.some(overlaps(rect));
  for (const rect of drawOverlay(pen, frame, tagPlacer, mayCover)) labelPlacer.occupy(rect);
  drawEdgeLabels(pen, frame, edges, labelPlacer);
}

/** The disc with its badge. */
function takenBy({ x, y, r }: VisibleNode): ScreenRect {
  return { x: x - r, y: y - r * 1.05, width: 2 * r, height: r * 2.05 };
}

/** The references that close the cycles of the garbage: what keeps it alive. */
function drawCycles(pen: Pen, frame: Frame, edges: readonly RoutedEdge[]): void {
  const { cycles } = frame.scene.moment;
  if (cycles === null) return;
  const closing = edges.filter(
    ({ reference: { from, to, isWeak } }) => !isWeak && cycles[from] > 0 && cycles[from] === cycles[to],
  );
  if (closing.length === 0) return;
  pen.strokeStyle = frame.scene.theme.condemned;
  pen.lineWidth = 2.5;
  pen.beginPath();
  for (const { route } of closing) traceRoute(pen, route);
  pen.stroke();
  drawArrowheads(pen, frame, closing, frame.scene.theme.condemned);
}

/** The edges of the selected and the hovered object once more, strongly. */
function drawLifted(pen: Pen, frame: Frame, edges: readonly RoutedEdge[]): void {
  const { theme } = frame.scene;
  const lifted = edges.filter(({ reference }) => isLifted(frame, reference.from, reference.to));
  if (lifted.length === 0) return;
  const colours = { back: theme.backEdge, tree: theme.ink, weak: theme.weakEdge };
  for (const style of ['back', 'tree', 'weak'] as const) {
    const some = lifted.filter(({ reference }) => styleOf(reference) === style);
    pen.strokeStyle = colours[style];
    pen.lineWidth = 2.25;
    pen.setLineDash(style === 'weak' ? WEAK_DASH : []);
    pen.beginPath();
    for (const { route } of some) traceRoute(pen, route);
    pen.stroke();
    pen.setLineDash([]);
    drawArrowheads(pen, frame, some, colours[style]);
  }
}
