/**
 * Rectangles packed from the top down, each where it lies highest and then leftmost (skyline, bottom-left rule turned
 * over). The skyline is the lower border of what is placed: steps from left to right.
 */
export class Skyline {
  private readonly left: number[];
  private readonly bottom: number[];

  /** `width` limits the steps; a rectangle that is wider lies at the left and juts out. */
  constructor(readonly width: number) {
    this.left = [0];
    this.bottom = [0];
  }

  /** Declares everything above `bottom` from x = 0 to `right` taken. Before the first `place`. */
  block(right: number, bottom: number): void {
    this.cover(0, right, bottom);
  }

  /** Finds a place for a rectangle. Sizes include the gap to the neighbours on the right and below. */
  place(width: number, height: number): { x: number; y: number } {
    const { left, bottom } = this;
    let bestX = 0;
    let bestY = Infinity;
    for (let s = 0; s < left.length; s++) {
      const x = left[s];
      if (x > 0 && x + width > this.width) break;
      let y = bottom[s];
      for (let n = s + 1; n < left.length && left[n] < x + width; n++) y = Math.max(y, bottom[n]);
      if (y < bestY) {
        bestY = y;
        bestX = x;
      }
    }
    this.cover(bestX, bestX + width, bestY + height);
    return { x: bestX, y: bestY };
  }

  /** Sets the skyline between `from` (where a step begins) and `to` to `height`. */
  private cover(from: number, to: number, height: number): void {
    const { left, bottom } = this;
    const first = left.indexOf(from);
    let end = first;
    let last = bottom[first];
    while (end < left.length && left[end] < to) last = bottom[end++];
    const rest = end < left.length && left[end] === to ? [] : [to];
    left.splice(first, end - first, from, ...rest);
    bottom.splice(first, end - first, height, ...rest.map(() => last));
    if (first > 0 && bottom[first - 1] === height) {
      left.splice(first, 1);
      bottom.splice(first, 1);
    }
  }
}
