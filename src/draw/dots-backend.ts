/** Thousands of objects: discs without text and thin edges, each colour one path. */
import { visibleRange } from './camera.ts';
import { backRoute, type Disc, treeRoute, traceRoute, WEAK_DASH } from './edge-route.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { circle } from './pen.ts';
import { isCrossing } from './references.ts';
import { RING_FROM, ringWidth } from './stamps.ts';
import { isAlive, isDead, isHot, Tone, TONES } from './tone.ts';
import { discOf } from './visible-nodes.ts';

const DIM = 0.2;
/** From so many crossing references on they are faint: the tree is to be seen through them. */
const MANY_CROSSINGS = 500;
const FAINT = 0.35;
/** What happens now is never smaller, in pixels. */
const LEAST_HOT = 1.5;

export class DotsBackend implements Backend {
  draw(context: CanvasRenderingContext2D, frame: Frame): Wish {
    const ids: number[] = [];
    frame.grid.visitIn(visibleRange(frame.scene.camera, frame.size, 8), (id) => {
      if (frame.tones[id] !== Tone.ABSENT) ids.push(id);
    });
    if (frame.scene.layout.treeEdges === 'lines') {
      drawTreeEdges(context, frame, ids);
      drawCrossings(context, frame, ids);
    }
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

/** References that no edge of the tree shows. */
function drawCrossings(context: CanvasRenderingContext2D, frame: Frame, ids: readonly number[]): void {
  const { layout, theme } = frame.scene;
  const crossings = ids
    .filter((id) => isAlive(frame.tones[id]))
    .flatMap((id) => frame.references.of(id))
    .filter(({ from, to }) => isCrossing(layout, from, to) && isAlive(frame.tones[to]));
  context.globalAlpha = crossings.length > MANY_CROSSINGS ? FAINT : 0.75;
  for (const weak of [false, true]) {
    context.strokeStyle = weak ? theme.weakEdge : theme.backEdge;
    context.setLineDash(weak ? WEAK_DASH : []);
    context.beginPath();
    for (const { from, to, isWeak } of crossings)
      if (isWeak === weak) traceRoute(context, backRoute(discOf(frame, from), discOf(frame, to)));
    context.stroke();
  }
  context.setLineDash([]);
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
  const rank = (tone: number): number => (isHot(tone) ? 2 : isDead(tone) ? 0 : 1);
  const order = Array.from({ length: TONES }, (_, tone) => tone).sort((a, b) => rank(a) - rank(b));
  context.globalAlpha = DIM;
  for (const tone of order) drawTone(context, frame, tone, dim[tone]);
  context.globalAlpha = 1;
  for (const tone of order) drawTone(context, frame, tone, lit[tone]);
}

function drawTone(context: CanvasRenderingContext2D, frame: Frame, tone: number, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const { colour } = frame.styles[tone];
  // Rings by width, which is rounded: all of a tone are about as large.
  const rings = new Map<number, Disc[]>();
  context.fillStyle = colour;
  context.beginPath();
  for (const id of ids) {
    const disc = discOf(frame, id);
    const r = isHot(tone) ? Math.max(disc.r, LEAST_HOT) : disc.r;
    if (isDead(tone) && r >= RING_FROM) {
      const width = Math.round(4 * ringWidth(r)) / 4;
      const alike = rings.get(width);
      if (alike) alike.push({ ...disc, r });
      else rings.set(width, [{ ...disc, r }]);
    } else circle(context, disc.x, disc.y, r);
  }
  context.fill();
  for (const [width, discs] of rings) {
    context.beginPath();
    for (const { x, y, r } of discs) circle(context, x, y, r - width / 2);
    context.fillStyle = frame.scene.theme.paper;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
