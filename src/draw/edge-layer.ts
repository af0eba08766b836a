/**
 * The edges of an overview as a picture of their own, somewhat larger than the canvas: while the camera moves it is moved
 * along, and painted anew when nothing moves. It is painted a slice a frame, so that a million edges hold no frame up.
 * What crosses the tree is gathered once nothing moves, and comes on top.
 */
import type { Camera } from './camera.ts';
import type { Frame } from './frame.ts';
import { Crossings } from './crossings.ts';
import { paintCrossings, paintEdges } from './pixel-edges.ts';
import { packColour } from './packed-colour.ts';
import { makePixels, type Pixels } from './pixels.ts';

/** How far the picture reaches beyond the canvas, in CSS pixels. */
const MARGIN = 160;
/** Milliseconds of painting in a frame: while the camera moves, at rest, and where nothing is to be seen yet. */
const MOVING = 3;
const RESTING = 8;
const FIRST = 12;
/** Milliseconds of gathering what crosses the tree, in a frame while something moves: enough for a small heap. */
const GLIMPSE = 0.5;
/** While the camera moves, another scale than by this factor is painted anew. */
const TOO_COARSE = 1.6;

/** A picture of edges, whole or in the making. */
interface Layer {
  readonly pixels: Pixels;
  /** The camera it is painted with, in its own pixels. */
  camera: Camera;
  layout: unknown;
  theme: unknown;
  outline: number;
  /** Place in `layout.drawn` from which edges are still to be painted, backwards; 0: whole. */
  rest: number;
  /** What is painted across the tree, and how much of its pairs is; null: nothing yet. */
  crossings: Crossings | null;
  crossed: number;
}

export class EdgeLayer {
  private shown: Layer | null = null;
  private next: Layer | null = null;
  private crossings: Crossings | null = null;
  /** Changes whenever `pixels` has other contents. */
  revision = 0;

  /** `clock`: milliseconds, what slices are measured by. */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** What there is to show, which may be in part or of another camera; after `paint`. */
  get pixels(): Pixels {
    return this.shown!.pixels;
  }
  /** How `pixels` are to be scaled, and then moved, to be seen by `camera`. */
  movedTo(camera: Camera): { scale: number; dx: number; dy: number } {
    const painted = this.shown!.camera;
    const scale = camera.k / painted.k;
    return { scale, dx: camera.x - painted.x * scale, dy: camera.y - painted.y * scale };
  }

  /**
   * Paints a slice where one is due, for a canvas of `width` by `height` device pixels. Returns 'whole' when `pixels`
   * are those of this very frame, 'rest' when they could be once nothing moves, 'more' when the next frame is to go on.
   */
  paint(frame: Frame, width: number, height: number, camera: Camera, isResting: boolean): 'whole' | 'rest' | 'more' {
    const margin = Math.round((MARGIN * width) / frame.size.width);
    if (this.crossings?.isOf(frame) !== true) this.crossings = new Crossings(frame);
    const wanted = { k: camera.k, x: camera.x + margin, y: camera.y + margin };
    const [fullWidth, fullHeight] = [width + 2 * margin, height + 2 * margin];
    const { shown } = this;
    const isUsable = shown !== null && isOf(shown, frame) && isAsLarge(shown, fullWidth, fullHeight);
    if (!isUsable) {
      // Shown while it comes into being: there is nothing better.
      this.next = null;
      this.shown = this.begin(shown, frame, fullWidth, fullHeight, wanted);
    }
    const current = this.shown!;
    if (!isPainted(current)) {
      this.go(current, frame, isUsable ? RESTING : FIRST);
      this.revision++;
      if (!isPainted(current)) return 'more';
    }
    if (this.next !== null && !(isOf(this.next, frame) && isAsLarge(this.next, fullWidth, fullHeight)))
      this.next = null;
    if (isSame(current.camera, wanted) && current.outline === frame.outline) {
      const state = this.cross(current, frame, isResting);
      if (state !== 'other') return state;
    }

    if (this.next !== null && isResting && !isSame(this.next.camera, wanted)) this.next = null;
    if (this.next === null) {
      const isCurrent = current.outline === frame.outline;
      if (!isResting && isCurrent && isGoodEnough(current, wanted, width, height)) return 'rest';
      this.next = this.begin(this.spare, frame, fullWidth, fullHeight, wanted);
      this.spare = null;
    }
    this.go(this.next, frame, isResting ? RESTING : MOVING);
    if (!isPainted(this.next)) return isResting ? 'more' : 'rest';
    const painted = this.next;
    this.spare = current;
    this.shown = painted;
    this.next = null;
    this.revision++;
    const isWhole = isSame(painted.camera, wanted) && painted.outline === frame.outline;
    return isWhole && this.cross(painted, frame, isResting) === 'whole' ? 'whole' : 'rest';
  }

  /** Adds what crosses the tree to `layer`, which is whole but for that; 'other': it has lines that are none now. */
  private cross(layer: Layer, frame: Frame, isResting: boolean): 'whole' | 'rest' | 'more' | 'other' {
    const crossings = this.crossings!;
    if (layer.crossings === crossings) return 'whole';
    const end = this.clock() + (isResting ? RESTING : GLIMPSE);
    crossings.gather(() => this.clock() > end);
    if (!crossings.isWhole) return isResting ? 'more' : 'rest';
    if (layer.crossings !== null && !layer.crossings.isSameAs(crossings)) return 'other';
    if (layer.crossings === null) layer.crossed = 0;
    layer.crossings = crossings;
    if (isPainted(layer)) return 'whole';
    this.go(layer, frame, isResting ? RESTING : MOVING);
    this.revision++;
    return isPainted(layer) ? 'whole' : 'more';
  }

  release(): void {
    this.shown = this.next = this.spare = null;
    this.crossings = null;
  }

  // Two pictures take turns: one is shown, the other painted.
  private spare: Layer | null = null;

  private begin(old: Layer | null, frame: Frame, width: number, height: number, camera: Camera): Layer {
    const { layout, theme } = frame.scene;
    const pixels = old !== null && isAsLarge(old, width, height) ? old.pixels : makePixels(width, height);
    pixels.words.fill(packColour(theme.paper));
    const crossings = this.crossings?.isWhole === true ? this.crossings : null;
    return { pixels, camera, layout, theme, outline: frame.outline, rest: layout.drawn.length, crossings, crossed: 0 };
  }

  private go(layer: Layer, frame: Frame, milliseconds: number): void {
    const end = this.clock() + milliseconds;
    const isOver = (): boolean => this.clock() > end;
    layer.rest = paintEdges(layer.pixels, frame, layer.camera, layer.rest, isOver);
    if (layer.rest > 0 || layer.crossings === null) return;
    const pairs = layer.crossings.pairs.view();
    layer.crossed = paintCrossings(layer.pixels, frame, layer.camera, pairs, layer.crossed, isOver);
  }
}

function isPainted({ rest, crossings, crossed }: Layer): boolean {
  return rest === 0 && (crossings === null || crossed >= crossings.pairs.length);
}

function isOf(layer: Layer, { scene }: Frame): boolean {
  return layer.layout === scene.layout && layer.theme === scene.theme;
}

function isAsLarge({ pixels }: Layer, width: number, height: number): boolean {
  return pixels.width === width && pixels.height === height;
}

function isSame(one: Camera, other: Camera): boolean {
  return one.k === other.k && one.x === other.x && one.y === other.y;
}

/** True while what is shown, moved along, covers the canvas and is about as fine as it should be. */
function isGoodEnough(layer: Layer, wanted: Camera, width: number, height: number): boolean {
  const scale = wanted.k / layer.camera.k;
  if (scale > TOO_COARSE || scale < 1 / TOO_COARSE) return false;
  const margin = (layer.pixels.width - width) / 2;
  const left = wanted.x - layer.camera.x * scale - margin;
  const top = wanted.y - layer.camera.y * scale - margin;
  return (
    left <= 0 && top <= 0 && left + layer.pixels.width * scale >= width && top + layer.pixels.height * scale >= height
  );
}
