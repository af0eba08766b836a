/** Short-lived rings round objects that have just changed, so that the eye finds them. */
import { isAlive, isDead, Tone } from './tone.ts';

export type PulseKind = 'born' | 'freed' | 'counted' | 'dying';

export interface Pulse {
  readonly id: number;
  readonly kind: PulseKind;
  /** 0 at its beginning, 1 at its end. */
  readonly progress: number;
}

const DURATION: Readonly<Record<PulseKind, number>> = {
  born: 260,
  freed: 520,
  counted: 320,
  dying: 320,
};
/** A wave of more is seen by its colours. */
const MOST = 400;

export class Pulses {
  private readonly active = new Map<number, { kind: PulseKind; start: number }>();

  get isEmpty(): boolean {
    return this.active.size === 0;
  }

  add(id: number, kind: PulseKind, now: number): void {
    if (this.active.size < MOST) this.active.set(id, { kind, start: now });
  }
  clear(): void {
    this.active.clear();
  }

  /** The pulses at `now`; those that are over are forgotten. */
  at(now: number): Pulse[] {
    const pulses: Pulse[] = [];
    for (const [id, { kind, start }] of this.active) {
      const progress = (now - start) / DURATION[kind];
      if (progress >= 1) this.active.delete(id);
      else pulses.push({ id, kind, progress: Math.max(progress, 0) });
    }
    return pulses;
  }
}

/** What a change of tone or refcount is announced as, or null. */
export function pulseOf(toneBefore: number, tone: number, countBefore: number, count: number): PulseKind | null {
  if (toneBefore === Tone.ABSENT) return isAlive(tone) ? 'born' : null;
  if (isDead(tone)) return isAlive(toneBefore) ? 'freed' : null;
  if (!isAlive(tone) || !isAlive(toneBefore)) return null;
  if (tone === Tone.DYING && toneBefore !== Tone.DYING) return 'dying';
  return count !== countBefore ? 'counted' : null;
}
