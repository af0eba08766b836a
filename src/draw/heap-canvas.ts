/**
 * A canvas that shows a scene: chooses the backend for each frame, owns the one animation-frame loop (nothing runs
 * while nothing changes), follows the canvas's size.
 */
import type { Camera, ScreenPoint, ScreenSize } from './camera.ts';
import type { Scene } from './scene.ts';

export type DetailLevel = 'detail' | 'dots' | 'pixels';

/** What the last frame was. */
export interface FrameReport {
  readonly level: DetailLevel;
  /** Drawn objects inside the canvas. */
  readonly visible: number;
  readonly milliseconds: number;
}

export interface HeapCanvasOptions {
  /** Called after every frame. */
  readonly onFrame?: (report: FrameReport) => void;
  /** Called when the canvas has got another size. */
  readonly onResize?: (size: ScreenSize) => void;
}

export class HeapCanvas {
  constructor(readonly options: HeapCanvasOptions = {}) {}

  /** Size of the canvas in CSS pixels; 0 by 0 before `attach`. */
  get size(): ScreenSize {
    throw new Error('not yet');
  }
  /** True when no frame is due and nothing moves. */
  get isSettled(): boolean {
    throw new Error('not yet');
  }

  /** Draws on `canvas` from now on. Returns what undoes it. */
  attach(_canvas: HTMLCanvasElement): () => void {
    throw new Error('not yet');
  }
  /** Shows `scene`; compares it with the last one field by field and redoes only what changed. */
  setScene(_scene: Scene): void {
    throw new Error('not yet');
  }
  requestDraw(): void {
    throw new Error('not yet');
  }
  /** The drawn object at `point` (alive ones first), or 0. `reach`: how far beside it may be, in pixels. */
  hitTest(_point: ScreenPoint, _reach?: number): number {
    throw new Error('not yet');
  }
  /** The camera that shows the whole layout, leaving room for name tags. */
  fitCamera(): Camera {
    throw new Error('not yet');
  }
  /** What is visible now, as an SVG document. */
  toSvg(): string {
    throw new Error('not yet');
  }
  /** What is visible now, as a PNG. */
  toPng(): Promise<Blob> {
    throw new Error('not yet');
  }
  /** Draws the whole layout small, with a frame round what the camera shows. */
  drawMinimap(_canvas: HTMLCanvasElement): void {
    throw new Error('not yet');
  }
  destroy(): void {
    throw new Error('not yet');
  }
}
