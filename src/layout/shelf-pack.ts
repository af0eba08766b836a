/** Rectangles on shelves: highest first, each shelf as high as its first rectangle. */

export interface Rectangles {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** Top left corner, relative to the whole. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

const PACK_ASPECT = 1.25;

/**
 * Packs the rectangles `inside` (indexes; sorted in place) behind a square of side `disc` in the top left corner.
 * Returns the size of the whole. O(n log n).
 */
export function shelfPack(
  disc: number,
  inside: Int32Array,
  rectangles: Rectangles,
): { width: number; height: number } {
  const { width, height, dx, dy } = rectangles;
  if (inside.length === 0) return { width: disc, height: disc };
  sortByHeight(inside, height);
  let area = disc * disc;
  let limit = disc;
  for (const i of inside) {
    area += width[i] * height[i];
    limit = Math.max(limit, width[i]);
  }
  limit = Math.max(limit, Math.sqrt(area * PACK_ASPECT));

  let x = 0;
  let y = 0;
  let shelf = 0;
  let right = disc;
  // The disc stands on the first shelf when that is not much higher than itself, else on a shelf with the smallest.
  const discFirst = height[inside[0]] <= 2 * disc;
  if (discFirst) {
    x = disc;
    shelf = disc;
  } else y = disc;
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
