/**
 * The overview: pixels written from typed arrays, no path and no draw call an object. Edges are kept as a picture of
 * their own, somewhat larger than the canvas: while the camera moves it is moved along, and drawn anew at rest.
 */
import type { Camera } from './camera.ts';
import type { Backend, Frame } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { packColour } from './packed-colour.ts';
import { writeEdges } from './pixel-edges.ts';
import { PixelNodes } from './pixel-nodes.ts';
import { copyMoved, makePixels, type Pixels } from './pixels.ts';

/** More pixels than this are not written: a large screen with a high ratio gets a coarser picture. */
const MOST_PIXELS = 3_200_000;
/** How far the edges' picture reaches beyond the canvas, in CSS pixels. */
const MARGIN = 160;

interface EdgeLayer {
  readonly pixels: Pixels;
  /** The camera it was drawn with, in its own pixels. */
  readonly camera: Camera;
  /** What it shows. */
  readonly layout: unknown;
  readonly theme: unknown;
  readonly version: number;
}

export class PixelBackend implements Backend {
  private readonly nodes = new PixelNodes();
  private picture: Pixels | null = null;
  private edges: EdgeLayer | null = null;
  private surface: HTMLCanvasElement | null = null;

  draw(context: CanvasRenderingContext2D, frame: Frame, isResting: boolean): boolean {
    const { size, pixelRatio } = frame;
    const ratio = Math.min(pixelRatio, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
    const width = Math.max(1, Math.round(size.width * ratio));
    const height = Math.max(1, Math.round(size.height * ratio));
    if (this.picture?.width !== width || this.picture.height !== height) this.picture = makePixels(width, height);

    const isStale = this.writeInto(this.picture, frame, ratio, isResting);
    const { words } = this.picture;
    const image = new ImageData(new Uint8ClampedArray(words.buffer), width, height);
    if (ratio === pixelRatio) context.putImageData(image, 0, 0);
    else {
      const surface = this.surfaceOf(width, height);
      surface.getContext('2d')!.putImageData(image, 0, 0);
      context.drawImage(surface, 0, 0, size.width, size.height);
    }
    drawRings(context, frame);
    drawOverlay(context, frame, new LabelPlacer(size.width, size.height));
    return isStale;
  }

  release(): void {
    this.picture = null;
    this.edges = null;
    this.surface = null;
  }

  /** Edges, then nodes. Returns true when the edges are not those of this very frame. */
  private writeInto(picture: Pixels, frame: Frame, ratio: number, isResting: boolean): boolean {
    const { camera: css, theme } = frame.scene;
    const camera = { k: css.k * ratio, x: css.x * ratio, y: css.y * ratio };
    const margin = Math.round(MARGIN * ratio);
    let isStale = this.isStale(frame, picture, camera, margin);
    if (isStale && (isResting || !this.isUsable(frame, picture, margin))) {
      this.drawEdgeLayer(frame, picture, camera, margin);
      isStale = false;
    }
    const layer = this.edges!;
    const scale = camera.k / layer.camera.k;
    copyMoved(
      layer.pixels,
      picture,
      scale,
      camera.x - layer.camera.x * scale,
      camera.y - layer.camera.y * scale,
      packColour(theme.paper),
    );
    this.nodes.write(picture, frame, camera);
    return isStale;
  }

  private isUsable({ scene }: Frame, picture: Pixels, margin: number): boolean {
    const { edges } = this;
    return (
      edges !== null &&
      edges.layout === scene.layout &&
      edges.theme === scene.theme &&
      edges.pixels.width === picture.width + 2 * margin &&
      edges.pixels.height === picture.height + 2 * margin
    );
  }

  private isStale(frame: Frame, picture: Pixels, camera: Camera, margin: number): boolean {
    const { edges } = this;
    if (edges === null || !this.isUsable(frame, picture, margin)) return true;
    return (
      edges.version !== frame.scene.moment.version ||
      edges.camera.k !== camera.k ||
      edges.camera.x !== camera.x + margin ||
      edges.camera.y !== camera.y + margin
    );
  }

  private drawEdgeLayer(frame: Frame, picture: Pixels, camera: Camera, margin: number): void {
    const width = picture.width + 2 * margin;
    const height = picture.height + 2 * margin;
    const old = this.edges?.pixels;
    const pixels = old?.width === width && old.height === height ? old : makePixels(width, height);
    const shifted = { k: camera.k, x: camera.x + margin, y: camera.y + margin };
    writeEdges(pixels, frame, shifted);
    const { layout, theme, moment } = frame.scene;
    this.edges = { pixels, camera: shifted, layout, theme, version: moment.version };
  }

  private surfaceOf(width: number, height: number): HTMLCanvasElement {
    this.surface ??= document.createElement('canvas');
    if (this.surface.width !== width || this.surface.height !== height) {
      this.surface.width = width;
      this.surface.height = height;
    }
    return this.surface;
  }
}
