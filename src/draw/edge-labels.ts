/** What references are called: at the edges of the selected and the hovered object, and everywhere when there is room. */
import { isLifted, type RoutedEdge } from './detail-edges.ts';
import { middleOf } from './edge-route.ts';
import type { Frame } from './frame.ts';
import type { LabelPlacer } from './label-placer.ts';
import { type Pen, roundRect } from './pen.ts';

const TEXT_SIZE = 10.5;
const HEIGHT = 14;
/** Scale from which all edges are labelled, when there are few. */
const ALL_FROM = 1.5;
const FEW = 60;
const MOST = 80;

export function drawEdgeLabels(pen: Pen, frame: Frame, edges: readonly RoutedEdge[], placer: LabelPlacer): void {
  const { scene } = frame;
  const all = scene.camera.k >= ALL_FROM && edges.length <= FEW;
  const chosen = edges.filter(({ reference }) => all || isLifted(frame, reference.from, reference.to));
  chosen.sort((a, b) => Number(b.reference.isTree) - Number(a.reference.isTree));
  pen.font = `${TEXT_SIZE}px ${scene.theme.monoFont}`;
  for (const { reference, route } of chosen.slice(0, MOST)) {
    if (reference.label === '') continue;
    const text = reference.count > 1 ? `${reference.label} ×${reference.count}` : reference.label;
    const width = pen.measureText(text).width + 6;
    const { x, y } = middleOf(route);
    const at = (dx: number, dy: number): { x: number; y: number; width: number; height: number } => ({
      x: x - width / 2 + dx,
      y: y - HEIGHT / 2 + dy,
      width,
      height: HEIGHT,
    });
    const rect = placer.place([at(0, 0), at(0, -10), at(0, 10), at(width / 2, 0), at(-width / 2, 0)]);
    if (rect === null) continue;
    pen.globalAlpha = 0.88;
    pen.fillStyle = scene.theme.paper;
    pen.beginPath();
    roundRect(pen, rect.x, rect.y, rect.width, rect.height, 3);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = reference.isWeak ? scene.theme.weakEdge : scene.theme.quietInk;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    pen.fillText(text, rect.x + width / 2, rect.y + HEIGHT / 2 + TEXT_SIZE * 0.34);
  }
}
