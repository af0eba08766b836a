/** Small discs and rings as lists of pixels with their coverage, so that thousands can be written without a path each. */

export interface Stamp {
  /** Offsets from the centre's pixel, and coverage 1 to 255. */
  readonly dx: Int8Array;
  readonly dy: Int8Array;
  readonly coverage: Uint8Array;
}

/** Samples a pixel's side is divided into. */
const SAMPLES = 4;

/** A disc of `radius` pixels around the centre of a pixel; a ring of width `line` when that is given. */
export function makeStamp(radius: number, line = Infinity): Stamp {
  const reach = Math.ceil(radius);
  const dx: number[] = [];
  const dy: number[] = [];
  const coverage: number[] = [];
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) {
      let inside = 0;
      for (let sy = 0; sy < SAMPLES; sy++)
        for (let sx = 0; sx < SAMPLES; sx++) {
          const far = Math.hypot(x + (sx + 0.5) / SAMPLES - 0.5, y + (sy + 0.5) / SAMPLES - 0.5);
          if (far <= radius && far >= radius - line) inside++;
        }
      if (inside === 0) continue;
      dx.push(x);
      dy.push(y);
      coverage.push(Math.round((255 * inside) / SAMPLES ** 2));
    }
  return {
    dx: Int8Array.from(dx),
    dy: Int8Array.from(dy),
    coverage: Uint8Array.from(coverage),
  };
}

/** Stamps by radius in quarters of a pixel, made when first asked for. */
export class StampSet {
  private readonly discs = new Map<number, Stamp>();
  private readonly rings = new Map<number, Stamp>();

  disc(radius: number): Stamp {
    return remembered(this.discs, radius, Infinity);
  }
  ring(radius: number): Stamp {
    return remembered(this.rings, radius, ringWidth(radius));
  }
}

/** A ring this small is a disc still; its hole opens as it grows, so that zooming in does not lighten the picture at once. */
export const RING_FROM = 1.6;

export function ringWidth(radius: number): number {
  return Math.max(1, radius * 0.28, (radius * (4 - radius)) / (4 - RING_FROM));
}

const LARGEST = 100;

function remembered(stamps: Map<number, Stamp>, radius: number, line: number): Stamp {
  const key = Math.max(2, Math.round(Math.min(radius, LARGEST) * 4));
  let stamp = stamps.get(key);
  if (stamp === undefined) stamps.set(key, (stamp = makeStamp(key / 4, line)));
  return stamp;
}
