/** A picture in memory: one 32-bit word a device pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

export function makePixels(width: number, height: number): Pixels {
  return { width, height, words: new Uint32Array(width * height) };
}

/** The last row and column end this little before the picture's border. */
const INSIDE = 1e-3;

/** A line one pixel wide, clipped. Ends are in pixels and may lie outside. */
export function drawLine(
  { width, height, words }: Pixels,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  colour: number,
): void {
  // Liang and Barsky: the part of the line inside, as shares of its length.
  const dx = x1 - x0;
  const dy = y1 - y0;
  let from = 0;
  let to = 1;
  for (let side = 0; side < 4; side++) {
    const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
    const q = side === 0 ? x0 : side === 1 ? width - INSIDE - x0 : side === 2 ? y0 : height - INSIDE - y0;
    if (p === 0) {
      if (q < 0) return;
      continue;
    }
    const r = q / p;
    if (p < 0) from = Math.max(from, r);
    else to = Math.min(to, r);
    if (from > to) return;
  }
  const startX = x0 + from * dx;
  const startY = y0 + from * dy;
  const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from));
  if (steps === 0) {
    words[(startY | 0) * width + (startX | 0)] = colour;
    return;
  }
  const stepX = (dx * (to - from)) / steps;
  const stepY = (dy * (to - from)) / steps;
  for (let k = 0, x = startX, y = startY; k <= steps; k++, x += stepX, y += stepY) {
    const px = x | 0;
    const py = y | 0;
    if (px >= 0 && py >= 0 && px < width && py < height) words[py * width + px] = colour;
  }
}

/** Copies `source` into `target` as seen after scaling by `scale` and moving by (dx, dy); `empty` where it has nothing. */
export function copyMoved(source: Pixels, target: Pixels, scale: number, dx: number, dy: number, empty: number): void {
  const [right, bottom] = [dx + source.width * scale, dy + source.height * scale];
  if (dx > 0 || dy > 0 || right < target.width || bottom < target.height) target.words.fill(empty);
  if (Math.abs(scale - 1) < 1e-9) return copyShifted(source, target, Math.round(dx), Math.round(dy));
  // Nearest neighbour: it is seen for the moment of a zoom only.
  const left = Math.max(0, Math.ceil(dx - 0.5));
  const end = Math.min(target.width, Math.ceil(right - 0.5));
  if (left >= end) return;
  const columns = new Int32Array(end - left);
  for (let x = left; x < end; x++) columns[x - left] = Math.floor((x + 0.5 - dx) / scale);
  copyScaled(source, target, left, columns, scale, dy);
}

/**
 * All rows in one loop, for the host to compile it in the middle of its first run: a zoom lasts for some dozens of frames. Four
 * pixels a turn: two thirds of the time.
 */
function copyScaled(
  { words: from, width: sourceWidth, height: sourceHeight }: Pixels,
  { words: to, width, height }: Pixels,
  left: number,
  columns: Int32Array,
  scale: number,
  dy: number,
): void {
  const count = columns.length;
  let last = -1;
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y + 0.5 - dy) / scale);
    if (row < 0 || row >= sourceHeight) continue;
    const at = y * width + left;
    // Enlarged, many rows are like the one above.
    if (row === last) to.copyWithin(at, at - width, at - width + count);
    else {
      const start = row * sourceWidth;
      let x = 0;
      for (; x + 3 < count; x += 4) {
        const next = at + x;
        to[next] = from[start + columns[x]];
        to[next + 1] = from[start + columns[x + 1]];
        to[next + 2] = from[start + columns[x + 2]];
        to[next + 3] = from[start + columns[x + 3]];
      }
      for (; x < count; x++) to[at + x] = from[start + columns[x]];
    }
    last = row;
  }
}

function copyShifted(source: Pixels, target: Pixels, dx: number, dy: number): void {
  const left = Math.max(0, dx);
  const right = Math.min(target.width, source.width + dx);
  if (left >= right) return;
  const top = Math.max(0, dy);
  const bottom = Math.min(target.height, source.height + dy);
  for (let y = top; y < bottom; y++) {
    const from = (y - dy) * source.width - dx;
    target.words.set(source.words.subarray(from + left, from + right), y * target.width + left);
  }
}
