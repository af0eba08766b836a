/**
 * The overview, by the graphics card where there is one and by the processor elsewhere; the picture is the same. Many
 * machines have no card (school PCs, virtual machines, remote desktops), and there WebGL is drawn by the processor a
 * hundred times slower than pixels are written. So the renderer is asked for its name, and the first frames are timed.
 */
import type { Backend, Frame, Wish } from './frame.ts';
import { PixelBackend } from './pixel-backend.ts';
import type { WebglBackend } from './webgl-backend.ts';

/** 'auto': whichever is faster here. */
export type DrawnBy = 'auto' | 'card' | 'processor';

/** Frames of the card that are timed, and how much slower than the processor's they may be. */
const TRIAL = 5;
const SLOWER = 1.5;
/** Milliseconds that are never slow. */
const FAST = 8;

/** Names of drivers that let the processor draw. */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render|paravirtual/i.test(name);
}

export class OverviewBackend implements Backend {
  private readonly pixels = new PixelBackend();
  // 'unknown': not asked yet; 'asked': its code is being loaded; 'refused': not to be had, too slow, or lost.
  private card: WebglBackend | 'unknown' | 'asked' | 'refused' = 'unknown';
  private choice: DrawnBy = 'auto';
  private trial: number[] = [];
  private pixelTime = Infinity;
  private isCards = false;

  /** `requestDraw` is called when there is another way to draw than a moment ago. */
  constructor(private readonly requestDraw: () => void) {}

  /** Who drew the last frame. */
  get drawnBy(): Exclude<DrawnBy, 'auto'> {
    return this.isCards ? 'card' : 'processor';
  }

  drawBy(choice: DrawnBy): void {
    if (choice === this.choice) return;
    this.choice = choice;
    this.giveBack();
    this.requestDraw();
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, isResting: boolean): Wish {
    if (this.choice !== 'processor' && this.card === 'unknown') void this.ask();
    const { card } = this;
    this.isCards = typeof card === 'object' && !card.isLost && card.canDraw(frame);
    if (typeof card === 'object' && this.isCards) {
      const wish = this.timed(card, () => card.draw(context, frame, isResting));
      // Lost while it drew: then nothing is on the canvas.
      if (!card.isLost) return wish;
      this.refuse();
    }
    const begun = performance.now();
    const wish = this.pixels.draw(context, frame, isResting);
    this.pixelTime = Math.min(this.pixelTime, performance.now() - begun);
    return wish;
  }

  /** Gives up what is kept between frames, the graphics card's context too; the next frame asks for it again. */
  release(): void {
    this.pixels.release();
    this.giveBack();
  }

  private async ask(): Promise<void> {
    this.card = 'asked';
    const choice = this.choice;
    let opened: WebglBackend | null = null;
    try {
      const { WebglBackend } = await import('./webgl-backend.ts');
      if (this.card !== 'asked' || choice !== this.choice) return;
      opened = WebglBackend.open(choice === 'auto', () => {
        // Not when we gave it back ourselves.
        if (this.card === opened) this.lose();
      });
    } catch {
      // Its code could not be loaded, or the driver refuses the shaders: the processor draws as well.
    }
    if (opened === null) this.card = 'refused';
    else if (choice === 'auto' && isSoftwareRenderer(opened.rendererName)) {
      this.card = 'refused';
      opened.release();
    } else {
      this.card = opened;
      this.trial = [];
      this.requestDraw();
    }
  }

  private timed(card: WebglBackend, draw: () => Wish): Wish {
    if (this.choice !== 'auto' || this.trial.length === TRIAL) return draw();
    const begun = performance.now();
    const wish = draw();
    card.finish();
    this.trial.push(performance.now() - begun);
    // The first frame sends everything; the best of the others counts.
    const best = Math.min(...this.trial.slice(1));
    if (this.trial.length === TRIAL && best > Math.max(FAST, SLOWER * this.pixelTime)) this.refuse();
    return wish;
  }

  private lose(): void {
    this.card = 'refused';
    this.requestDraw();
  }

  private refuse(): void {
    const { card } = this;
    this.card = 'refused';
    this.isCards = false;
    if (typeof card === 'object') card.release();
  }

  private giveBack(): void {
    const { card } = this;
    this.card = 'unknown';
    if (typeof card === 'object') card.release();
  }
}
