/**
 * The overview: pixels written from typed arrays, no path and no draw call an object. Edges are kept as a picture of
 * their own (edge-layer.ts).
 */
import { EdgeLayer } from './edge-layer.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { overviewGrid } from './overview-grid.ts';
import { packColour } from './packed-colour.ts';
import { PixelNodes } from './pixel-nodes.ts';
import { copyMoved, makePixels, type Pixels } from './pixels.ts';

export class PixelBackend implements Backend {
  private readonly nodes = new PixelNodes();
  private readonly edges = new EdgeLayer();
  private picture: Pixels | null = null;
  private surface: HTMLCanvasElement | null = null;

  draw(context: CanvasRenderingContext2D, frame: Frame, isResting: boolean): Wish {
    const { size, pixelRatio, scene } = frame;
    const { ratio, width, height, camera } = overviewGrid(frame);
    if (this.picture?.width !== width || this.picture.height !== height) this.picture = makePixels(width, height);

    const edges = this.edges.paint(frame, width, height, camera, isResting);
    const { scale, dx, dy } = this.edges.movedTo(camera);
    copyMoved(this.edges.pixels, this.picture, scale, dx, dy, packColour(scene.theme.paper));
    this.nodes.write(this.picture, frame, camera);

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
    return edges === 'whole' ? 'nothing' : edges;
  }

  release(): void {
    this.picture = null;
    this.edges.release();
    this.surface = null;
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
