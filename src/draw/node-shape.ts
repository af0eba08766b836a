/** The outline of an object, by what kind it is: instances are discs, containers have corners. */
import { circle, type Pen, roundRect } from './pen.ts';

export type NodeShape = 'disc' | 'square' | 'hexagon' | 'octagon' | 'diamond';

const shapeOfName: Readonly<Record<string, NodeShape>> = {
  list: 'square',
  deque: 'square',
  bytearray: 'square',
  tuple: 'octagon',
  dict: 'hexagon',
  set: 'hexagon',
  frozenset: 'hexagon',
  function: 'diamond',
  method: 'diamond',
  builtin: 'diamond',
  cell: 'diamond',
  partial: 'diamond',
  frame: 'square',
  traceback: 'octagon',
  type: 'square',
  module: 'square',
};

/** By kind code. */
export function shapesOf(kindNames: readonly string[]): readonly NodeShape[] {
  return kindNames.map((name) => shapeOfName[name] ?? 'disc');
}

/** Factor by which a shape's half-width exceeds the radius, so that all shapes look equally large. */
const SQUARE = 0.9;
const OCTAGON = 1.04;
const HEXAGON = 1.08;
const DIAMOND = 1.14;

/** Adds the outline to the path. */
export function traceShape(pen: Pen, shape: NodeShape, x: number, y: number, r: number): void {
  switch (shape) {
    case 'disc':
      return circle(pen, x, y, r);
    case 'square':
      return roundRect(pen, x - r * SQUARE, y - r * SQUARE, 2 * r * SQUARE, 2 * r * SQUARE, r * 0.28);
    case 'hexagon':
      return polygon(pen, x, y, r * HEXAGON, 6, 0);
    case 'octagon':
      return polygon(pen, x, y, r * OCTAGON, 8, Math.PI / 8);
    case 'diamond':
      return polygon(pen, x, y, r * DIAMOND, 4, 0);
  }
}

function polygon(pen: Pen, x: number, y: number, r: number, corners: number, turn: number): void {
  for (let k = 0; k < corners; k++) {
    const angle = turn + (2 * Math.PI * k) / corners;
    const px = x + r * Math.cos(angle);
    const py = y + r * Math.sin(angle);
    if (k === 0) pen.moveTo(px, py);
    else pen.lineTo(px, py);
  }
  pen.closePath();
}
