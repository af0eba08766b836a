/**
 * A canvas that shows a scene: chooses the backend for each frame, owns the one animation-frame loop (nothing runs
 * while nothing changes), follows the canvas's size.
 */
import { type Camera, boundsOf, fit, type ScreenPoint, type ScreenSize, screenToWorld } from './camera.ts';
import { DetailBackend } from './detail-backend.ts';
import { DotsBackend } from './dots-backend.ts';
import type { Backend, Frame, Wish } from './frame.ts';
import { FrameLoop } from './frame-loop.ts';
import { type DetailLevel, detailLevel } from './level-of-detail.ts';
import type { DrawnBy, OverviewBackend } from './overview-backend.ts';
import { PreparedScene } from './prepared-scene.ts';
import { Pulses } from './pulses.ts';
import type { Scene } from './scene.ts';
import { isAlive, Tone } from './tone.ts';

/** What the last frame was. */
export interface FrameReport {
  readonly level: DetailLevel;
  /** Drawn objects inside the canvas, about. */
  readonly visible: number;
  readonly milliseconds: number;
  /** Whether the graphics card drew it: only overviews are drawn by one. */
  readonly drawnBy: Exclude<DrawnBy, 'auto'>;
}

export interface HeapCanvasOptions {
  /** Called after every frame. */
  readonly onFrame?: (report: FrameReport) => void;
  /** Called when the canvas has got another size. */
  readonly onResize?: (size: ScreenSize) => void;
}

/** How far beside a node a pointer may be, in CSS pixels. */
const REACH = 6;

export class HeapCanvas {
  private readonly detail = new DetailBackend();
  private readonly dots = new DotsBackend();
  // Loaded when an overview is first drawn: most pages begin with a heap that is read node by node.
  private overview: OverviewBackend | 'unknown' | 'asked' | 'missing' = 'unknown';
  private overviewBy: DrawnBy = 'auto';
  private readonly loop = new FrameLoop((isResting) => this.drawFrame(isResting));
  private readonly pulses = new Pulses();
  private canvas: HTMLCanvasElement | null = null;
  private context: CanvasRenderingContext2D | null = null;
  private observer: ResizeObserver | null = null;
  private viewObserver: IntersectionObserver | null = null;
  private prepared: PreparedScene | null = null;
  private cssSize: ScreenSize = { width: 0, height: 0 };
  private isInView = true;

  constructor(private readonly options: HeapCanvasOptions = {}) {}

  /** Size of the canvas in CSS pixels; 0 by 0 before `attach`. */
  get size(): ScreenSize {
    return this.cssSize;
  }
  /** True when no frame is due and nothing moves. */
  get isSettled(): boolean {
    return this.loop.isSettled;
  }

  /** Draws on `canvas` from now on. Returns what undoes it. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.detach();
    this.canvas = canvas;
    // Opaque: everything is painted on paper, and the browser need not blend the canvas with the page.
    this.context = canvas.getContext('2d', { alpha: false });
    this.observer = new ResizeObserver(() => this.resize());
    // Tells the first size, too, when the browser has laid the page out anyway.
    this.observer.observe(canvas);
    this.viewObserver = new IntersectionObserver((entries) =>
      this.setInView(entries[entries.length - 1].isIntersecting),
    );
    this.viewObserver.observe(canvas);
    return () => {
      if (this.canvas === canvas) this.detach();
    };
  }

  /** Shows `scene`; compares it with the last one field by field and redoes only what changed. */
  setScene(scene: Scene): void {
    if (this.prepared === null) this.prepared = new PreparedScene(scene);
    else this.prepared.update(scene, this.pulses, performance.now());
    this.loop.request();
  }

  /** Who draws overviews from now on; the rest is always drawn by the canvas's own context. */
  drawBy(choice: DrawnBy): void {
    this.overviewBy = choice;
    if (typeof this.overview === 'object') this.overview.drawBy(choice);
  }

  requestDraw(): void {
    this.loop.request();
  }

  /** The drawn object at `point` (living ones first), or 0. `reach`: how far beside it may be, in CSS pixels. */
  hitTest(point: ScreenPoint, reach = REACH): number {
    if (this.prepared === null) return 0;
    const { grid, tones, scene } = this.prepared;
    const world = screenToWorld(scene.camera, point);
    return grid.find(world, reach / scene.camera.k, (id) =>
      tones[id] === Tone.ABSENT ? -1 : isAlive(tones[id]) ? 1 : 0,
    );
  }

  /** The camera that shows the whole layout, as far as there is anything at this moment or later. */
  fitCamera(padding?: number): Camera {
    if (this.prepared === null) return { x: 0, y: 0, k: 1 };
    const { layout, moment } = this.prepared.scene;
    return fit(moment.position > layout.passed ? layout.lasting : layout.bounds, this.cssSize, padding);
  }

  /** The camera that shows these objects, as far as they are drawn. */
  fitCameraTo(ids: Iterable<number>, padding?: number): Camera {
    if (this.prepared === null) return { x: 0, y: 0, k: 1 };
    const bounds = boundsOf(this.prepared.scene.layout, ids);
    return bounds === null ? this.fitCamera(padding) : fit(bounds, this.cssSize, padding);
  }

  /** What is visible now, as an SVG document (at full quality, however many objects that are). */
  async toSvg(): Promise<string> {
    const { sceneToSvg } = await import('./svg-export.ts');
    const frame = this.frame(1);
    return frame === null ? '' : sceneToSvg(frame);
  }

  /** What is visible now, as a PNG. */
  toPng(): Promise<Blob> {
    const { canvas } = this;
    return new Promise((resolve, reject) => {
      if (canvas === null) return reject(new Error('no canvas: attach one before exporting it'));
      while (this.drawFrame(true) === 'more');
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error(`the canvas of ${canvas.width} x ${canvas.height} could not be encoded`));
        else resolve(blob);
      }, 'image/png');
    });
  }

  destroy(): void {
    this.detach();
    this.releaseBackends();
    this.prepared = null;
    this.pulses.clear();
  }

  private detach(): void {
    this.loop.stop();
    this.observer?.disconnect();
    this.observer = null;
    this.viewObserver?.disconnect();
    this.viewObserver = null;
    this.isInView = true;
    this.canvas = null;
    this.context = null;
  }

  // Out of view nothing is drawn, and what others may need is given back: of many pictures on a page those that are seen
  // share the few contexts that a browser has.
  private setInView(isInView: boolean): void {
    if (isInView === this.isInView) return;
    this.isInView = isInView;
    if (isInView) this.loop.request();
    else this.releaseBackends();
  }

  private resize(): void {
    const { canvas } = this;
    if (canvas === null) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === this.cssSize.width && height === this.cssSize.height) return;
    this.cssSize = { width, height };
    this.options.onResize?.(this.cssSize);
    this.loop.request();
  }

  /** Setting the size of a canvas clears it: that waits for the frame that fills it again. */
  private fitToPage(canvas: HTMLCanvasElement): void {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.cssSize.width * ratio));
    const height = Math.max(1, Math.round(this.cssSize.height * ratio));
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }

  private frame(pixelRatio: number): Frame | null {
    const { prepared, pulses } = this;
    if (prepared === null || this.cssSize.width === 0 || this.cssSize.height === 0) return null;
    const { scene, tones, outline, styles, shapes, grid, references } = prepared;
    return {
      scene,
      size: this.cssSize,
      pixelRatio,
      tones,
      outline,
      styles,
      shapes,
      grid,
      references,
      pulses,
      now: performance.now(),
    };
  }

  /** Null while what draws overviews is on its way; where it cannot be loaded, overviews are drawn as dots. */
  private backendFor(level: DetailLevel): Backend | null {
    if (level === 'detail') return this.detail;
    if (level === 'dots' || this.overview === 'missing') return this.dots;
    if (this.overview === 'unknown') void this.loadOverview();
    return typeof this.overview === 'object' ? this.overview : null;
  }

  private async loadOverview(): Promise<void> {
    this.overview = 'asked';
    try {
      const { OverviewBackend } = await import('./overview-backend.ts');
      this.overview = new OverviewBackend(() => this.loop.request());
      this.overview.drawBy(this.overviewBy);
    } catch {
      this.overview = 'missing';
    }
    this.loop.request();
  }

  private releaseBackends(): void {
    this.detail.release();
    this.dots.release();
    if (typeof this.overview === 'object') this.overview.release();
  }

  private drawFrame(isResting: boolean): Wish {
    const { context, canvas } = this;
    if (context === null || canvas === null || !this.isInView) return 'nothing';
    this.fitToPage(canvas);
    const ratio = canvas.width / Math.max(1, this.cssSize.width);
    const frame = this.frame(ratio);
    if (frame === null) return 'nothing';
    const { scene, size } = frame;
    const { level, visible } = detailLevel(scene.layout, frame.grid, scene.camera, size);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = scene.theme.paper;
    if (level !== 'pixels' || this.overview === 'missing') context.fillRect(0, 0, size.width, size.height);
    const backend = this.backendFor(level);
    if (backend === null) {
      context.fillRect(0, 0, size.width, size.height);
      return 'nothing';
    }
    const wish = backend.draw(context, frame, isResting);
    const drawnBy = level === 'pixels' && typeof this.overview === 'object' ? this.overview.drawnBy : 'processor';
    this.options.onFrame?.({ level, visible, milliseconds: performance.now() - frame.now, drawnBy });
    if (!this.pulses.isEmpty && !scene.reducedMotion) return wish === 'more' ? wish : 'frame';
    return wish;
  }
}
