/**
 * Dead objects: hollow, smaller, and marked by what freed them, so that no reader depends on colour.
 *
 *     ⊘  a slash: its reference count fell to zero
 *     ◌  a dotted ring: the cyclic collector found it unreachable
 *     ⊗  a cross: swept by mark-and-sweep
 */
import type { NodeShape } from './node-shape.ts';
import { traceShape } from './node-shape.ts';
import type { Pen } from './pen.ts';
import type { GhostMark } from './tone-style.ts';

/** A ghost's radius, in radii of the living. */
export const GHOST_SIZE = 0.62;
/** Below this radius in pixels a mark would be a blot. */
const MARK_FROM = 4;

export function drawGhost(
  pen: Pen,
  mark: GhostMark,
  shape: NodeShape,
  x: number,
  y: number,
  radius: number,
  colour: string,
  paper: string,
  lineWidth: number,
): void {
  pen.fillStyle = paper;
  pen.strokeStyle = colour;
  pen.lineWidth = lineWidth;
  pen.beginPath();
  traceShape(pen, shape, x, y, radius);
  pen.fill();
  if (mark === 'dots' && radius >= MARK_FROM) {
    const dot = Math.max(1.6, lineWidth * 1.1);
    const dots = Math.max(6, Math.round((2 * Math.PI * radius) / (dot * 2.6)));
    const step = (2 * Math.PI * radius) / dots;
    pen.lineCap = 'round';
    pen.lineWidth = dot;
    pen.setLineDash([0.01, step - 0.01]);
    pen.stroke();
    pen.setLineDash([]);
    pen.lineCap = 'butt';
    return;
  }
  pen.stroke();
  if (radius < MARK_FROM) return;
  const reach = radius * 0.62;
  pen.beginPath();
  pen.moveTo(x - reach, y + reach);
  pen.lineTo(x + reach, y - reach);
  if (mark === 'cross') {
    pen.moveTo(x - reach, y - reach);
    pen.lineTo(x + reach, y + reach);
  }
  pen.stroke();
}
