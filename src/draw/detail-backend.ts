/** The picture that is read node by node: up to some hundred objects, everything shown. */
import { drawArrowheads, drawEdges, type RoutedEdge, WEAK_DASH } from './detail-edges.ts';
import { drawNodes } from './detail-nodes.ts';
import { drawEdgeLabels, isLifted } from './edge-labels.ts';
import { traceRoute } from './edge-route.ts';
import type { Backend, Frame } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay } from './overlay.ts';
import type { Pen } from './pen.ts';
import { type VisibleNode, visibleNodes } from './visible-nodes.ts';

export class DetailBackend implements Backend {
  draw(context: CanvasRenderingContext2D, frame: Frame): boolean {
    drawDetail(context, frame);
    return false;
  }
  release(): void {
    // Keeps nothing.
  }
}

/** Draws the visible heap at full quality, names and labels included, with any pen. */
export function drawDetail(pen: Pen, frame: Frame): void {
  const nodes = visibleNodes(frame);
  const placer = new LabelPlacer(frame.size.width, frame.size.height);
  for (const node of nodes) placer.occupy(takenBy(node));
  const edges = drawEdges(pen, frame, nodes);
  drawLifted(pen, frame, edges);
  drawNodes(pen, frame, nodes);
  drawOverlay(pen, frame, placer);
  drawEdgeLabels(pen, frame, edges, placer);
}

/** The disc with its badge. */
function takenBy({ x, y, r }: VisibleNode): { x: number; y: number; width: number; height: number } {
  return { x: x - r, y: y - r * 1.05, width: 2 * r, height: r * 2.05 };
}

/** The edges of the selected and the hovered object once more, strongly. */
function drawLifted(pen: Pen, frame: Frame, edges: readonly RoutedEdge[]): void {
  const { theme } = frame.scene;
  const lifted = edges.filter(({ reference }) => isLifted(frame, reference.from, reference.to));
  if (lifted.length === 0) return;
  for (const isWeak of [false, true]) {
    const some = lifted.filter(({ reference }) => reference.isWeak === isWeak);
    const colour = isWeak ? theme.weakEdge : theme.ink;
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.setLineDash(isWeak ? WEAK_DASH : []);
    pen.beginPath();
    for (const { route } of some) traceRoute(pen, route);
    pen.stroke();
    pen.setLineDash([]);
    drawArrowheads(pen, frame, some, colour);
  }
}
