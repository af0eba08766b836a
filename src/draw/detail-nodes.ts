/** Objects at full quality: body, value, refcount badge, a tab for what is folded in. */
import { drawGhost } from './ghost-mark.ts';
import type { Frame } from './frame.ts';
import { type NodeShape, traceShape } from './node-shape.ts';
import { type Pen, roundRect } from './pen.ts';
import { fitText } from './text-fit.ts';
import { isDead, Tone } from './tone.ts';
import type { VisibleNode } from './visible-nodes.ts';

/** Radii in pixels from which a value, a badge, and the tab of folded containers can be read. */
const VALUE_FROM = 8;
const BADGE_FROM = 10.5;
const TAB_FROM = 14;
const DIM = 0.25;
/** Dashes of the second outline, by tone; others have none. */
const OUTLINES: Readonly<Record<number, number[]>> = {
  [Tone.DOUBTED]: [3, 2.5],
  [Tone.HANGING]: [1.5, 3],
  [Tone.WAITING]: [7, 3],
};

export function drawNodes(pen: Pen, frame: Frame, nodes: readonly VisibleNode[]): void {
  for (const node of nodes) if (isDead(node.tone)) drawDead(pen, frame, node);
  for (const node of nodes) if (!isDead(node.tone)) drawLiving(pen, frame, node);
  pen.globalAlpha = 1;
}

/** Whether there is anything to read in an object. */
export function hasText({ tone, r }: VisibleNode): boolean {
  return !isDead(tone) && r >= VALUE_FROM;
}

function shapeOf(frame: Frame, id: number): NodeShape {
  return frame.shapes[frame.scene.moment.kind[id]] ?? 'disc';
}

function drawDead(pen: Pen, frame: Frame, node: VisibleNode): void {
  const { theme } = frame.scene;
  const style = frame.styles[node.tone];
  const isFresh = node.tone < Tone.GHOST;
  pen.globalAlpha = node.isDim ? DIM : 1;
  const width = Math.max(1, Math.min(isFresh ? 2.25 : 1.5, node.r * 0.16));
  drawGhost(pen, style.mark!, shapeOf(frame, node.id), node.x, node.y, node.r, style.colour, theme.paper, width);
}

function drawLiving(pen: Pen, frame: Frame, node: VisibleNode): void {
  const { theme, moment, layout } = frame.scene;
  const { id, x, y, r, tone } = node;
  const style = frame.styles[tone];
  const shape = shapeOf(frame, id);
  pen.globalAlpha = node.isDim ? DIM : 1;
  if (r >= TAB_FROM && layout.folded[id] > 0) drawTab(pen, frame, node, style.colour);
  pen.fillStyle = style.colour;
  pen.beginPath();
  traceShape(pen, shape, x, y, r);
  pen.fill();
  if (tone === Tone.DYING || tone >= Tone.REACHED) {
    // A second outline: what happens now is not told by colour alone.
    pen.strokeStyle = theme.ink;
    pen.lineWidth = Math.max(1, r * 0.09);
    pen.setLineDash(OUTLINES[tone] ?? []);
    pen.beginPath();
    traceShape(pen, shape, x, y, r - pen.lineWidth / 2);
    pen.stroke();
    pen.setLineDash([]);
  }
  if (r >= VALUE_FROM) drawValue(pen, frame, node, style.text);
  if (r >= BADGE_FROM) drawBadge(pen, frame, node, moment.badgeText(id));
}

function drawValue(pen: Pen, frame: Frame, node: VisibleNode, colour: string): void {
  const { moment, theme } = frame.scene;
  const value = moment.valueText(node.id);
  if (value === '') return;
  const largest = Math.min(node.r * 0.78, 26);
  const fitted = fitText(pen, value, node.r * 1.62, largest, Math.max(6.5, node.r * 0.46), theme.font, 500);
  pen.fillStyle = colour;
  pen.font = fitted.font;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText(fitted.text, node.x, node.y + fitted.size * 0.36);
}

/** Sits on the upper right of the disc, cut out by a ring of paper. */
function drawBadge(pen: Pen, frame: Frame, node: VisibleNode, text: string): void {
  if (text === '') return;
  const { theme } = frame.scene;
  const size = Math.max(8, Math.min(node.r * 0.52, 13));
  pen.font = `600 ${size}px ${theme.font}`;
  const height = size + 4;
  const width = Math.max(height, pen.measureText(text).width + size * 0.75);
  // On small discs it moves out, or it would cover the value.
  const out = node.r * 0.8 + Math.max(0, 16 - node.r) * 0.35;
  const cx = node.x + out;
  const cy = node.y - out;
  const isZero = node.tone === Tone.DYING;
  pen.fillStyle = theme.paper;
  pen.beginPath();
  roundRect(pen, cx - width / 2 - 1.5, cy - height / 2 - 1.5, width + 3, height + 3, height);
  pen.fill();
  pen.fillStyle = isZero ? theme.dying : theme.badge;
  pen.beginPath();
  roundRect(pen, cx - width / 2, cy - height / 2, width, height, height / 2);
  pen.fill();
  pen.fillStyle = isZero ? theme.onDying : theme.onBadge;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, cx, cy + size * 0.355);
}

/** A tab below the disc stands for the containers folded into it; from two on it says how many. */
function drawTab(pen: Pen, frame: Frame, node: VisibleNode, colour: string): void {
  const { theme, layout } = frame.scene;
  const width = node.r * 0.86;
  const height = node.r * 0.34;
  const top = node.y + node.r * 0.86;
  pen.fillStyle = theme.paper;
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1, node.r * 0.07);
  pen.beginPath();
  roundRect(pen, node.x - width / 2, top, width, height, height * 0.4);
  pen.fill();
  pen.stroke();
  const count = layout.folded[node.id];
  const size = node.r * 0.26;
  if (count < 2 || size < 6.5) return;
  pen.fillStyle = theme.quietInk;
  pen.font = `600 ${size}px ${theme.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText(String(count), node.x, top + height * 0.82);
}
