/**
 * The clock that moves a playing session: one animation-frame loop, which runs only while something plays. A statement
 * is shown event by event within about a second and a half; the program by line, at the speed that is chosen.
 */
import * as navigate from '../../playhead/navigate.ts';
import type { Session } from '../state/session.svelte.ts';

export type Unit = 'line' | 'event';
/** Steps a second; 'run': the whole run in ten seconds. */
export const speeds = [1, 2, 5, 10, 30, 100, 'run'] as const;
export type Speed = (typeof speeds)[number];

const STATEMENT_SECONDS = 1.6;
const RUN_SECONDS = 10;
/** Steps that one frame may take: more, and it goes by position instead. */
const MOST_STEPS_PER_FRAME = 400;

export class Playback {
  #speed = $state.raw<Speed>(5);
  #unit = $state.raw<Unit>('line');
  readonly #session: Session;
  readonly #reducedMotion: () => boolean;
  #frame = 0;
  #last = 0;
  /** Steps, or positions, that are due and not yet taken. */
  #due = 0;

  constructor(session: Session, reducedMotion: () => boolean) {
    this.#session = session;
    this.#reducedMotion = reducedMotion;
  }

  get speed(): Speed {
    return this.#speed;
  }
  set speed(speed: Speed) {
    this.#speed = speed;
  }
  get unit(): Unit {
    return this.#unit;
  }
  set unit(unit: Unit) {
    this.#unit = unit;
  }

  /** Call when `session.playing` has changed. */
  follow(): void {
    if (!this.#session.playing) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
    } else if (this.#frame === 0) {
      if (this.#reducedMotion() && this.#session.playingStatement) {
        this.#session.playTo(this.#session.playEnd);
        return;
      }
      this.#due = 0;
      this.#from = this.#session.position;
      this.#last = performance.now();
      this.#frame = requestAnimationFrame(this.#tick);
    }
  }

  #from = 0;

  readonly #tick = (now: number): void => {
    const session = this.#session;
    if (!session.playing) {
      this.#frame = 0;
      return;
    }
    const seconds = Math.min(0.1, (now - this.#last) / 1000);
    this.#last = now;
    session.playTo(session.playingStatement ? this.#alongStatement(seconds) : this.#alongRun(seconds));
    this.#frame = session.playing ? requestAnimationFrame(this.#tick) : 0;
  };

  #alongStatement(seconds: number): number {
    const session = this.#session;
    this.#due += (seconds * (session.playEnd - this.#from)) / STATEMENT_SECONDS;
    return Math.max(session.position, Math.floor(this.#from + this.#due));
  }

  #alongRun(seconds: number): number {
    const session = this.#session;
    const length = session.length;
    if (this.#speed === 'run') {
      this.#due += (seconds * length) / RUN_SECONDS;
      const whole = Math.floor(this.#due);
      this.#due -= whole;
      return session.position + whole;
    }
    this.#due += seconds * this.#speed;
    let position = session.position;
    for (let steps = 0; this.#due >= 1 && steps < MOST_STEPS_PER_FRAME; steps++) {
      this.#due--;
      const step = this.#unit === 'line' ? navigate.nextLine : navigate.nextEvent;
      position = step(session.journal, position) ?? length;
    }
    return position;
  }
}
