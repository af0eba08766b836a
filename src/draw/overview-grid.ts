/** The pixels in which an overview is drawn, by whichever backend. */
import type { Camera } from './camera.ts';
import type { Frame } from './frame.ts';

/** More pixels than this are not written: a large screen with a high ratio gets a coarser picture. */
const MOST_PIXELS = 3_200_000;

export interface OverviewGrid {
  /** Pixels of the overview per CSS pixel: the canvas's own ratio, or less. */
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
  /** The scene's camera in these pixels. */
  readonly camera: Camera;
}

export function overviewGrid({ size, pixelRatio, scene: { camera } }: Frame): OverviewGrid {
  const ratio = Math.min(pixelRatio, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  return {
    ratio,
    width: Math.max(1, Math.round(size.width * ratio)),
    height: Math.max(1, Math.round(size.height * ratio)),
    camera: { k: camera.k * ratio, x: camera.x * ratio, y: camera.y * ratio },
  };
}
