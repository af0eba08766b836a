/** Writes the edges of the layout's tree, and those that cross it, as lines one pixel wide. */
import type { Camera } from './camera.ts';
import type { Frame } from './frame.ts';
import { mixColours, packColour } from './packed-colour.ts';
import { drawLine, type Pixels } from './pixels.ts';
import { isAlive, Tone } from './tone.ts';

/** Share of the edge's colour by level, of 255: the trunk is stronger than the twigs, and is painted over them. */
const STRENGTH = [255, 255, 210, 160, 120, 100];
const GHOST_STRENGTH = 150;
/** Edges shorter than this many pixels would only smear the discs. */
const SHORTEST = 2.5;
/** Between rows of leaves closer than this, in pixels, lines would fill everything. */
const LOWEST_GAP = 3;

/** Edges between two questions. */
const GLANCE = 1024;

/**
 * Paints the edges to `layout.drawn[from - 1]` and those before it, leaves first, until `isOver` says so
 * (it is asked now and then); returns where to go on, 0 when all are painted. `camera` in device pixels of `target`.
 */
export function paintEdges(target: Pixels, frame: Frame, camera: Camera, from: number, isOver: () => boolean): number {
  const { layout, theme } = frame.scene;
  if (layout.treeEdges === 'none') return 0;
  const { drawn, x, y, parent, drop, level } = layout;
  const { tones } = frame;
  const paper = packColour(theme.paper);
  const colours = STRENGTH.map((share) => mixColours(paper, packColour(theme.strongEdge), share));
  const ghost = mixColours(paper, packColour(theme.ghostEdge), GHOST_STRENGTH);
  const { width, height } = target;
  for (let n = from - 1; n >= 0; n--) {
    if (n % GLANCE === 0 && n < from - 1 && isOver()) return n + 1;
    const id = drawn[n];
    const above = parent[id];
    if (above === 0 || tones[id] === Tone.ABSENT || tones[above] === Tone.ABSENT) continue;
    const x1 = x[id] * camera.k + camera.x;
    const y1 = y[id] * camera.k + camera.y;
    const x0 = x[above] * camera.k + camera.x;
    const y0 = y[above] * camera.k + camera.y;
    if (Math.max(x0, x1) < 0 || Math.min(x0, x1) > width) continue;
    if (Math.max(y0, y1) < 0 || Math.min(y0, y1) > height) continue;
    if (Math.abs(x1 - x0) < SHORTEST && Math.abs(y1 - y0) < SHORTEST) continue;
    const isLiving = isAlive(tones[id]) && isAlive(tones[above]);
    const colour = isLiving ? colours[Math.min(level[id], colours.length - 1)] : ghost;
    const gap = drop[id] * camera.k;
    if (gap === 0) {
      drawLine(target, x0, y0, x1, y1, colour);
      continue;
    }
    const bend = Math.max(y0, y1 - gap);
    // Leaves in lower rows: their lines share the aisle and one line a row.
    if (gap < LOWEST_GAP && y1 - y0 > 2 * gap) continue;
    if (bend - y0 > 1) drawLine(target, x0, y0, x0, bend, colour);
    if (Math.abs(x1 - x0) > 3 * gap) {
      const middle = (bend + y1) / 2;
      drawLine(target, x0, bend, x0, middle, colour);
      drawLine(target, x0, middle, x1, middle, colour);
      drawLine(target, x1, middle, x1, y1, colour);
    } else drawLine(target, x0, bend, x1, y1, colour);
  }
  return 0;
}

/** Share of the colour of crossing edges, of 255: of few, and of so many that they would cover the tree. */
const CROSSING_STRENGTH = 190;
const FAINT_STRENGTH = 90;
const MANY_CROSSINGS = 2000;

/**
 * Paints the crossing edges `pairs[from]` and following as `paintEdges` does; returns where to go on, `pairs.length` at the
 * end.
 */
export function paintCrossings(
  target: Pixels,
  { scene: { layout, theme } }: Frame,
  camera: Camera,
  pairs: Int32Array,
  from: number,
  isOver: () => boolean,
): number {
  const { x, y } = layout;
  const paper = packColour(theme.paper);
  const strength = pairs.length / 2 > MANY_CROSSINGS ? FAINT_STRENGTH : CROSSING_STRENGTH;
  const strong = mixColours(paper, packColour(theme.backEdge), strength);
  const weak = mixColours(paper, packColour(theme.weakEdge), strength);
  for (let k = from; k < pairs.length; k += 2) {
    if (k % GLANCE === 0 && k > from && isOver()) return k;
    const holder = pairs[k];
    const held = Math.abs(pairs[k + 1]);
    const [x0, y0] = [x[holder] * camera.k + camera.x, y[holder] * camera.k + camera.y];
    const [x1, y1] = [x[held] * camera.k + camera.x, y[held] * camera.k + camera.y];
    drawLine(target, x0, y0, x1, y1, pairs[k + 1] < 0 ? weak : strong);
  }
  return pairs.length;
}
