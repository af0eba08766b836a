import type { Wish } from './frame.ts';

/** One animation-frame loop: a frame when one is asked for, another when it asks for more, nothing while idle. */
export class FrameLoop {
  private frameRequest = 0;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private isResting = false;

  /** `draw` is told whether nothing has changed for a while. It answers with what it wants next. */
  constructor(private readonly draw: (isResting: boolean) => Wish) {}

  /** True when no frame is due, now or after a rest. */
  get isSettled(): boolean {
    return this.frameRequest === 0 && this.restTimer === undefined;
  }

  request(): void {
    clearTimeout(this.restTimer);
    this.restTimer = undefined;
    this.isResting = false;
    this.schedule();
  }

  stop(): void {
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.restTimer);
    this.frameRequest = 0;
    this.restTimer = undefined;
  }

  private schedule(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame(() => this.run());
  }

  private run(): void {
    this.frameRequest = 0;
    const next = this.draw(this.isResting);
    // What is made better bit by bit goes on as it began.
    if (next !== 'more') this.isResting = false;
    if (next === 'frame' || next === 'more') this.schedule();
    else if (next === 'rest' && this.restTimer === undefined)
      this.restTimer = setTimeout(() => {
        this.restTimer = undefined;
        this.isResting = true;
        this.schedule();
      }, REST);
  }
}

/** Milliseconds without a change. */
const REST = 120;
