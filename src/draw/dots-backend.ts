/** Thousands of objects: discs without text and thin edges, each colour one path. */
import { visibleRange } from './camera.ts';
import { treeRoute, traceRoute } from './edge-route.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { circle } from './pen.ts';
import { isAlive, isDead, Tone, TONES } from './tone.ts';
import { discOf } from './visible-nodes.ts';

const DIM = 0.2;

export class DotsBackend implements Backend {
  draw(context: CanvasRenderingContext2D, frame: Frame): Wish {
    const ids: number[] = [];
    frame.grid.visitIn(visibleRange(frame.scene.camera, frame.size, 8), (id) => {
      if (frame.tones[id] !== Tone.ABSENT) ids.push(id);
    });
    if (frame.scene.layout.treeEdges === 'lines') drawTreeEdges(context, frame, ids);
    drawDots(context, frame, ids);
    drawRings(context, frame);
    drawOverlay(context, frame, new LabelPlacer(frame.size.width, frame.size.height));
    return 'nothing';
  }
  release(): void {
    // Keeps nothing.
  }
}

function drawTreeEdges(context: CanvasRenderingContext2D, frame: Frame, ids: readonly number[]): void {
  const { layout, camera, theme } = frame.scene;
  for (const alive of [false, true]) {
    context.strokeStyle = alive ? theme.strongEdge : theme.ghostEdge;
    context.globalAlpha = alive ? 0.75 : 1;
    context.lineWidth = 0.8;
    context.beginPath();
    for (const id of ids) {
      const above = layout.parent[id];
      if (above === 0 || frame.tones[above] === Tone.ABSENT) continue;
      if ((isAlive(frame.tones[id]) && isAlive(frame.tones[above])) !== alive) continue;
      traceRoute(context, treeRoute(discOf(frame, above), discOf(frame, id), layout.drop[id] * camera.k));
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawDots(context: CanvasRenderingContext2D, frame: Frame, ids: readonly number[]): void {
  const { emphasis } = frame.scene;
  const lit: number[][] = Array.from({ length: TONES }, () => []);
  const dim: number[][] = Array.from({ length: TONES }, () => []);
  const path = new Set(emphasis?.path ?? []);
  for (const id of ids) {
    const isLit = emphasis === null || (emphasis.ids?.has(id) ?? false) || path.has(id);
    (isLit ? lit : dim)[frame.tones[id]].push(id);
  }
  // Ghosts first, then the living, then what is happening now.
  const order = [13, 14, 15, 1, 2, 3, 4, 5, 7, 8, 9, 6, 10, 11, 12];
  context.globalAlpha = DIM;
  for (const tone of order) drawTone(context, frame, tone, dim[tone]);
  context.globalAlpha = 1;
  for (const tone of order) drawTone(context, frame, tone, lit[tone]);
}

function drawTone(context: CanvasRenderingContext2D, frame: Frame, tone: number, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const { colour } = frame.styles[tone];
  context.beginPath();
  for (const id of ids) {
    const { x, y, r } = discOf(frame, id);
    circle(context, x, y, isDead(tone) ? Math.max(r - 0.5, 0.5) : r);
  }
  if (isDead(tone)) {
    context.fillStyle = frame.scene.theme.paper;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
}
