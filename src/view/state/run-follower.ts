/**
 * Takes a playhead along with a run while its events arrive, a slice at a time: at the end of a run of ten million
 * events there is nothing left to fold, the page answers all the while, and the checkpoints are laid.
 */
import type { Playhead } from '../../playhead/playhead.ts';

/** Milliseconds of folding between two looks at what a person does: half a frame. */
const SLICE = 8;
/** Events folded between two looks at the clock. */
const STEP = 16_384;

export class RunFollower {
  #playhead: Playhead | null = null;
  #goal = 0;
  #arrived: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #progress: () => void;

  /** `progress` is called after each slice. */
  constructor(progress: () => void) {
    this.#progress = progress;
  }

  /** Goes on to `goal`, which may be moved by calling again; then calls `arrived`. */
  follow(playhead: Playhead, goal: number, arrived: (() => void) | null): void {
    this.#playhead = playhead;
    this.#goal = goal;
    this.#arrived = arrived;
    if (this.#timer !== null) return;
    // What is nearly there arrives at once: small runs know no waiting.
    if (goal - playhead.position <= STEP) {
      playhead.seek(goal);
      this.#arrive();
    } else this.#timer = setTimeout(() => this.#slice());
  }

  /** The playhead stays where it is; `arrived` is not called. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#playhead = null;
    this.#arrived = null;
  }

  #slice(): void {
    this.#timer = null;
    const playhead = this.#playhead;
    if (playhead === null) return;
    // To fold and to show what came of it are two short tasks, not a long one.
    if (playhead.position === this.#goal) return this.#arrive();
    const until = performance.now() + SLICE;
    while (playhead.position !== this.#goal && performance.now() < until) {
      playhead.seek(Math.min(this.#goal, playhead.position + STEP));
    }
    this.#timer = setTimeout(() => this.#slice());
    this.#progress();
  }

  #arrive(): void {
    const arrived = this.#arrived;
    this.#arrived = null;
    arrived?.();
  }
}
