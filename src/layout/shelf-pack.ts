/** Rectangles on shelves: highest first, each shelf as high as its first rectangle. */

export interface Rectangles {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** Top left corner, relative to the whole. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

const PACK_ASPECT = 1.4;
/** Widths that are tried, as factors of the width of a block without waste. */
const WIDTHS = [1, 1.2, 1.5];
/** With more rectangles than this, one width is as good as another. */
const MANY = 300;

/**
 * Packs the rectangles `inside` (indexes; sorted in place) behind a square of side `disc` in the top left corner.
 * Returns the size of the whole. O(n log n).
 */
export function shelfPack(disc: number, inside: Int32Array, rectangles: Rectangles): { width: number; height: number } {
  const { width, height } = rectangles;
  if (inside.length === 0) return { width: disc, height: disc };
  sortByHeight(inside, height);
  let area = disc * disc;
  let widest = disc;
  for (const i of inside) {
    area += width[i] * height[i];
    widest = Math.max(widest, width[i]);
  }
  const ideal = Math.sqrt(area * PACK_ASPECT);
  let best = Infinity;
  let bestLimit = ideal;
  for (const factor of WIDTHS) {
    const limit = Math.max(widest, ideal * factor);
    if (inside.length > MANY) break;
    const whole = fill(disc, inside, rectangles, limit);
    const off = Math.abs(Math.log(whole.width / whole.height / PACK_ASPECT));
    const cost = whole.width * whole.height * (1 + off);
    if (cost < best) {
      best = cost;
      bestLimit = limit;
    }
  }
  return fill(disc, inside, rectangles, Math.max(widest, bestLimit));
}

function fill(
  disc: number,
  inside: Int32Array,
  { width, height, dx, dy }: Rectangles,
  limit: number,
): { width: number; height: number } {
  let x = disc;
  let y = 0;
  let shelf = disc;
  let right = disc;
  for (const i of inside) {
    if (x > 0 && x + width[i] > limit) {
      y += shelf;
      x = 0;
      shelf = 0;
    }
    dx[i] = x;
    dy[i] = y;
    x += width[i];
    shelf = Math.max(shelf, height[i]);
    right = Math.max(right, x);
  }
  return { width: right, height: y + shelf };
}

/** Equal ones stay in their order. */
function sortByHeight(inside: Int32Array, height: Float64Array): void {
  for (let k = 1; k < inside.length; k++) {
    if (height[inside[k]] <= height[inside[k - 1]]) continue;
    inside.sort((a, b) => height[b] - height[a] || a - b);
    return;
  }
}
