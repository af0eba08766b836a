/**
 * What drawing needs of a canvas: the part of CanvasRenderingContext2D that an SVG writer and a recorder can imitate.
 * All coordinates are CSS pixels; drawing code never sets a transform.
 */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
> & { measureText(text: string): { readonly width: number } };

const TURN = 2 * Math.PI;

/** Adds a circle to the path. */
export function circle(pen: Pen, x: number, y: number, radius: number): void {
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, TURN);
}

/** Adds a rectangle with round corners to the path. */
export function roundRect(pen: Pen, x: number, y: number, width: number, height: number, radius: number): void {
  const r = Math.min(radius, width / 2, height / 2);
  pen.moveTo(x + r, y);
  pen.lineTo(x + width - r, y);
  pen.quadraticCurveTo(x + width, y, x + width, y + r);
  pen.lineTo(x + width, y + height - r);
  pen.quadraticCurveTo(x + width, y + height, x + width - r, y + height);
  pen.lineTo(x + r, y + height);
  pen.quadraticCurveTo(x, y + height, x, y + height - r);
  pen.lineTo(x, y + r);
  pen.quadraticCurveTo(x, y, x + r, y);
  pen.closePath();
}

/** Adds an arrowhead to the path: its tip at x, y, pointing along the unit vector (ux, uy). */
export function arrowhead(pen: Pen, x: number, y: number, ux: number, uy: number, size: number): void {
  const half = size * 0.42;
  pen.moveTo(x, y);
  pen.lineTo(x - ux * size - uy * half, y - uy * size + ux * half);
  pen.lineTo(x - ux * size + uy * half, y - uy * size - ux * half);
  pen.closePath();
}
