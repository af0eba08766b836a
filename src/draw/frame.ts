/**
 * What one frame is drawn from, and the seam behind which the ways of drawing stand: `detail` (everything, node by
 * node), `dots` (batched paths), `pixels` (overviews, by the processor or the graphics card).
 */
import type { ScreenSize } from './camera.ts';
import type { NodeGrid } from './node-grid.ts';
import type { NodeShape } from './node-shape.ts';
import type { Pulses } from './pulses.ts';
import type { References } from './references.ts';
import type { Scene } from './scene.ts';
import type { ToneStyle } from './tone-style.ts';

export interface Frame {
  readonly scene: Scene;
  readonly size: ScreenSize;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  /** `Tone` of drawn objects by id, at the scene's moment. */
  readonly tones: Uint8Array;
  /** Another number whenever objects are born or die. */
  readonly outline: number;
  readonly styles: readonly ToneStyle[];
  /** By kind code. */
  readonly shapes: readonly NodeShape[];
  readonly grid: NodeGrid;
  /** Others at each moment. */
  readonly references: References;
  readonly pulses: Pulses;
  /** Milliseconds; what pulses are measured by. */
  readonly now: number;
}

/**
 * What is wanted after a frame: another at once (it animates), more of this picture in the next frame (it is not whole
 * yet), a better picture after a rest, or nothing.
 */
export type Wish = 'frame' | 'more' | 'rest' | 'nothing';

export interface Backend {
  /**
   * Draws the heap on `context`, which is scaled to CSS pixels and cleared to the paper. `isResting`: nothing has
   * changed for a while, so there is time for the best picture.
   */
  draw(context: CanvasRenderingContext2D, frame: Frame, isResting: boolean): Wish;
  /** Gives up what it keeps between frames. */
  release(): void;
}
