/** Keeps labels from lying over each other and over nodes: greedy, whoever asks first is served first. */

export interface ScreenRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What says whether another rectangle lies over `one`. */
export function overlaps(one: ScreenRect): (other: ScreenRect) => boolean {
  return (other) =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height;
}

const CELL = 64;

export class LabelPlacer {
  private readonly cells = new Map<number, ScreenRect[]>();

  /** `width` and `height` of the canvas: labels stay inside. */
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** Declares a place taken. */
  occupy(rect: ScreenRect): void {
    this.eachCell(rect, (key) => {
      const here = this.cells.get(key);
      if (here) here.push(rect);
      else this.cells.set(key, [rect]);
    });
  }

  isFree(rect: ScreenRect): boolean {
    if (rect.x < 0 || rect.y < 0) return false;
    if (rect.x + rect.width > this.width || rect.y + rect.height > this.height) return false;
    return this.overlap(rect) === 0;
  }

  /** Area that `rect` shares with what is taken (counted once a neighbour). */
  overlap(rect: ScreenRect): number {
    let area = 0;
    const seen = new Set<ScreenRect>();
    this.eachCell(rect, (key) => {
      for (const other of this.cells.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        const width = Math.min(rect.x + rect.width, other.x + other.width) - Math.max(rect.x, other.x);
        const height = Math.min(rect.y + rect.height, other.y + other.height) - Math.max(rect.y, other.y);
        if (width > 0 && height > 0) area += width * height;
      }
    });
    return area;
  }

  /**
   * Takes the first free candidate; when none is free, null, or with `mayCover` the one that overlaps least of those
   * (moved into the canvas) that it allows.
   */
  place(candidates: readonly ScreenRect[], mayCover?: (rect: ScreenRect) => boolean): ScreenRect | null {
    let best: ScreenRect | null = null;
    let least = Infinity;
    for (const rect of candidates) {
      if (this.isFree(rect)) {
        this.occupy(rect);
        return rect;
      }
      const inside = this.intoView(rect);
      if (mayCover?.(inside) !== true) continue;
      const overlap = this.overlap(inside);
      if (overlap < least) {
        least = overlap;
        best = inside;
      }
    }
    if (best !== null) this.occupy(best);
    return best;
  }

  private intoView(rect: ScreenRect): ScreenRect {
    return {
      ...rect,
      x: Math.max(0, Math.min(rect.x, this.width - rect.width)),
      y: Math.max(0, Math.min(rect.y, this.height - rect.height)),
    };
  }

  private eachCell(rect: ScreenRect, visit: (key: number) => void): void {
    const right = Math.floor((rect.x + rect.width) / CELL);
    const bottom = Math.floor((rect.y + rect.height) / CELL);
    for (let r = Math.floor(rect.y / CELL); r <= bottom; r++)
      for (let c = Math.floor(rect.x / CELL); c <= right; c++) visit(r * 4096 + c);
  }
}
