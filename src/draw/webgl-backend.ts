/**
 * The overview by WebGL2: objects are points whose places, births and deaths lie on the card; edges are the same layer
 * as without a card (edge-layer.ts), as a texture. It draws on a canvas of its own, which is then laid on the picture's:
 * so a context that is lost or given back leaves no black hole. Loaded when an overview is first drawn.
 */
import type { Layout } from '../layout/layout.ts';
import { EdgeLayer } from './edge-layer.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { LabelPlacer } from './label-placer.ts';
import { drawOverlay, drawRings } from './overlay.ts';
import { overviewGrid } from './overview-grid.ts';
import { mixColours, packColour } from './packed-colour.ts';
import { DIM } from './pixel-nodes.ts';
import { TONES } from './tone.ts';
import { uniformsOf, type Uniforms } from './webgl-program.ts';
import { NodeBuffers } from './webgl-nodes.ts';
import { edgeFragments, edgeVertices, nodeFragments, nodeVertices } from './webgl-shaders.ts';

/** A drawn object that would be larger than this, in pixels, is left to the other backend: points have a largest size. */
const LARGEST_RADIUS = 120;

export class WebglBackend implements Backend {
  private readonly edges = new EdgeLayer();
  private readonly nodes: NodeBuffers;
  private readonly edgeProgram: Uniforms;
  private readonly nodeProgram: Uniforms;
  private readonly texture: WebGLTexture;
  private readonly empty: WebGLVertexArrayObject;
  private uploaded = -1;
  private textureSize = '';
  private largest: { layout: Layout; radius: number } | null = null;

  private constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly gl: WebGL2RenderingContext,
  ) {
    this.edgeProgram = uniformsOf(gl, edgeVertices, edgeFragments);
    this.nodeProgram = uniformsOf(gl, nodeVertices, nodeFragments);
    this.nodes = new NodeBuffers(gl);
    this.texture = gl.createTexture();
    this.empty = gl.createVertexArray();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE);
  }

  /** Null where there is no WebGL2, or where `needsCard` and the browser says that it would be slow. */
  static open(needsCard: boolean, onLost: () => void): WebglBackend | null {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      failIfMajorPerformanceCaveat: needsCard,
      powerPreference: 'high-performance',
    });
    if (gl === null) return null;
    canvas.addEventListener('webglcontextlost', onLost);
    return new WebglBackend(canvas, gl);
  }

  /** What draws, as the driver names it: `ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device …`. */
  get rendererName(): string {
    const { gl } = this;
    const more = gl.getExtension('WEBGL_debug_renderer_info');
    return String(gl.getParameter(more?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  }
  get isLost(): boolean {
    return this.gl.isContextLost();
  }

  /** False for what points cannot show. */
  canDraw({ scene: { layout, camera }, pixelRatio }: Frame): boolean {
    if (this.largest?.layout !== layout) {
      const radius = layout.drawn.reduce((most, id) => Math.max(most, layout.radius[id]), 0);
      this.largest = { layout, radius };
    }
    return this.largest.radius * camera.k * pixelRatio <= LARGEST_RADIUS;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, isResting: boolean): Wish {
    const { gl, canvas } = this;
    const { size } = frame;
    const { width, height, camera } = overviewGrid(frame);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const wish = this.edges.paint(frame, width, height, camera, isResting);
    gl.viewport(0, 0, width, height);

    const { scale, dx, dy } = this.edges.movedTo(camera);
    gl.useProgram(this.edgeProgram.program);
    gl.bindVertexArray(this.empty);
    gl.disable(gl.BLEND);
    this.uploadEdges();
    gl.uniform2f(this.edgeProgram.at('size'), width, height);
    gl.uniform3f(
      this.edgeProgram.at('moved'),
      scale === 1 ? Math.round(dx) : dx,
      scale === 1 ? Math.round(dy) : dy,
      scale,
    );
    gl.uniform4fv(this.edgeProgram.at('paper'), channels(packColour(frame.scene.theme.paper)));
    gl.drawArrays(gl.TRIANGLES, 0, 3);

    const { moment } = frame.scene;
    const { program, at } = this.nodeProgram;
    gl.useProgram(program);
    gl.enable(gl.BLEND);
    const count = this.nodes.take(frame);
    gl.uniform3f(at('camera'), camera.x, camera.y, camera.k);
    gl.uniform2f(at('size'), width, height);
    gl.uniform1i(at('position'), moment.position);
    gl.uniform1i(at('freshFrom'), moment.freshFrom);
    gl.uniform1i(at('showGhosts'), Number(moment.showGhosts));
    gl.uniform4fv(at('colours'), coloursOf(frame));
    // What happens now comes last, so that nothing is painted over it.
    for (const hotOnes of [0, 1]) {
      gl.uniform1i(at('hotOnes'), hotOnes);
      gl.drawArrays(gl.POINTS, 0, count);
    }

    context.drawImage(canvas, 0, 0, size.width, size.height);
    drawRings(context, frame);
    drawOverlay(context, frame, new LabelPlacer(size.width, size.height));
    return wish === 'whole' ? 'nothing' : wish;
  }

  /** Waits until the card has drawn: what a frame costs can be timed then. */
  finish(): void {
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  /** Gives the context back: a browser has a dozen or so for all pages together. The backend is of no use afterwards. */
  release(): void {
    this.edges.release();
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private uploadEdges(): void {
    const { gl, edges } = this;
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    if (this.uploaded === edges.revision) return;
    this.uploaded = edges.revision;
    const { width, height, words } = edges.pixels;
    const bytes = new Uint8Array(words.buffer);
    const now = `${width} ${height}`;
    if (this.textureSize === now)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    else gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    this.textureSize = now;
  }
}

/** The colours of all tones, then those of the same when they step back. */
function coloursOf(frame: Frame): Float32Array {
  const paper = packColour(frame.scene.theme.paper);
  const all = new Float32Array(8 * TONES);
  for (let tone = 0; tone < TONES; tone++) {
    const colour = packColour(frame.styles[tone].colour);
    all.set(channels(colour), 4 * tone);
    all.set(channels(mixColours(paper, colour, DIM)), 4 * (tone + TONES));
  }
  return all;
}

function channels(word: number): [number, number, number, number] {
  return [(word & 255) / 255, ((word >>> 8) & 255) / 255, ((word >>> 16) & 255) / 255, 1];
}
