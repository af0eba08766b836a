/** What lies over the heap at every level of detail: path, pulses, names; and rings for selection and hover. */
import { lineRoute, tipOf, traceRoute, treeRoute } from './edge-route.ts';
import type { Frame } from './frame.ts';
import type { LabelPlacer, ScreenRect } from './label-placer.ts';
import { drawNameTags } from './name-tags.ts';
import { arrowhead, circle, type Pen } from './pen.ts';
import type { PulseKind } from './pulses.ts';
import { Tone } from './tone.ts';
import { discOf } from './visible-nodes.ts';

/** Rings never get smaller than this, or they could not be found in an overview. */
const SMALLEST_RING = 6;

/** Returns where the name tags lie. `mayCover`: see drawNameTags. */
export function drawOverlay(
  pen: Pen,
  frame: Frame,
  placer: LabelPlacer,
  mayCover: (rect: ScreenRect) => boolean = () => true,
): ScreenRect[] {
  drawPath(pen, frame);
  drawPulses(pen, frame);
  return drawNameTags(pen, frame, placer, mayCover);
}

/** The path of the emphasis: thick, in the accent, over everything. */
function drawPath(pen: Pen, frame: Frame): void {
  const { emphasis, layout, camera, theme } = frame.scene;
  if (emphasis === null || emphasis.path.length === 0) return;
  const ids = emphasis.path.map((id) => layout.shownAs[id] ?? 0).filter((id) => id !== 0);
  pen.strokeStyle = theme.accent;
  pen.fillStyle = theme.accent;
  for (let k = 1; k < ids.length; k++) {
    if (ids[k] === ids[k - 1]) continue;
    const from = discOf(frame, ids[k - 1]);
    const to = discOf(frame, ids[k]);
    const isTree = layout.treeEdges === 'lines' && layout.parent[ids[k]] === ids[k - 1];
    const route = isTree ? treeRoute(from, to, layout.drop[ids[k]] * camera.k) : lineRoute(from, to);
    pen.lineWidth = 3;
    pen.beginPath();
    traceRoute(pen, route);
    pen.stroke();
    const tip = tipOf(route);
    pen.beginPath();
    arrowhead(pen, tip.x, tip.y, tip.ux, tip.uy, 9);
    pen.fill();
  }
}

/** Rings round the hovered and the selected object. */
export function drawRings(pen: Pen, frame: Frame): void {
  const { scene } = frame;
  const { layout, theme } = scene;
  const hovered = layout.shownAs[scene.hovered] ?? 0;
  const selected = layout.shownAs[scene.selected] ?? 0;
  if (hovered !== 0 && hovered !== selected && frame.tones[hovered] !== Tone.ABSENT) {
    const disc = discOf(frame, hovered);
    pen.strokeStyle = theme.quietInk;
    pen.lineWidth = 1.5;
    pen.beginPath();
    circle(pen, disc.x, disc.y, Math.max(disc.r + 3, SMALLEST_RING));
    pen.stroke();
  }
  if (selected === 0 || frame.tones[selected] === Tone.ABSENT) return;
  const disc = discOf(frame, selected);
  const r = Math.max(disc.r + 4, SMALLEST_RING);
  pen.strokeStyle = theme.paper;
  pen.lineWidth = 5;
  pen.beginPath();
  circle(pen, disc.x, disc.y, r);
  pen.stroke();
  pen.strokeStyle = theme.accent;
  pen.lineWidth = 2.5;
  pen.stroke();
}

function drawPulses(pen: Pen, frame: Frame): void {
  if (frame.scene.reducedMotion) return;
  const { theme } = frame.scene;
  const colours: Record<PulseKind, string> = {
    born: theme.generation[0],
    freed: theme.justFreed,
    counted: theme.quietInk,
    dying: theme.dying,
  };
  for (const { id, kind, progress } of frame.pulses.at(frame.now)) {
    if (frame.tones[id] === Tone.ABSENT) continue;
    const disc = discOf(frame, id);
    const eased = 1 - (1 - progress) ** 3;
    pen.globalAlpha = (1 - progress) * 0.8;
    pen.strokeStyle = colours[kind];
    pen.lineWidth = Math.max(1, 2.5 * (1 - progress));
    pen.beginPath();
    circle(pen, disc.x, disc.y, disc.r + 2 + eased * Math.max(8, disc.r * 0.7));
    pen.stroke();
  }
  pen.globalAlpha = 1;
}
