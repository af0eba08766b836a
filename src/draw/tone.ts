/** One byte that says how an object looks at a moment. */
import type { Layout } from '../layout/layout.ts';
import { Mark, type MomentView } from './moment-view.ts';

/**
 * Order matters: alive from YOUNG to WAITING, DYING + n for the marks, dead from FRESH on; FRESH + n is the fresh form of
 * GHOST + n.
 */
export const Tone = {
  /** Not born yet, or its place has gone to another. */
  ABSENT: 0,
  YOUNG: 1,
  MIDDLE: 2,
  OLD: 3,
  PERMANENT: 4,
  UNTRACKED: 5,
  /** Its refcount is 0 and it is not freed yet. */
  DYING: 6,
  REACHED: 7,
  DOUBTED: 8,
  CONDEMNED: 9,
  HANGING: 10,
  WAITING: 11,
  /** Freed in the step that led here: by reference count, by the collector, swept. */
  FRESH: 12,
  FRESH_COLLECTED: 13,
  FRESH_SWEPT: 14,
  /** Freed before. */
  GHOST: 15,
  GHOST_COLLECTED: 16,
  GHOST_SWEPT: 17,
} as const;
export const TONES = 18;

export function isAlive(tone: number): boolean {
  return tone !== Tone.ABSENT && tone < Tone.FRESH;
}
export function isDead(tone: number): boolean {
  return tone >= Tone.FRESH;
}

/** What happens now must not be painted over, and never gets too small to be seen. */
export function isHot(tone: number): boolean {
  return tone === Tone.DYING || tone === Tone.CONDEMNED || (tone >= Tone.FRESH && tone < Tone.GHOST);
}

/** The tone of an object that is alive at the moment. */
export function livingTone(moment: MomentView, id: number): number {
  const { refcount, generation, marks } = moment;
  if (moment.isCounted && refcount[id] === 0) return Tone.DYING;
  if (marks !== null && marks[id] !== Mark.NONE) return Tone.DYING + marks[id];
  return generation[id] > 3 ? Tone.UNTRACKED : Tone.YOUNG + generation[id];
}

/** Writes the tone of every drawn object into `out`, by object id. About 2 ms for 222,222 objects. */
export function writeTones(layout: Layout, moment: MomentView, out: Uint8Array): void {
  const { birth, death, deathCause, position, freshFrom, showGhosts } = moment;
  const { drawn, successor } = layout;
  for (let k = 0; k < drawn.length; k++) {
    const id = drawn[k];
    let tone: number;
    if (birth[id] >= position) tone = Tone.ABSENT;
    else if (death[id] >= position) tone = livingTone(moment, id);
    else {
      const heir = successor[id];
      if (heir !== 0 && birth[heir] < position) tone = Tone.ABSENT;
      else {
        const isFresh = death[id] >= freshFrom;
        if (!isFresh && !showGhosts) tone = Tone.ABSENT;
        else tone = (isFresh ? Tone.FRESH : Tone.GHOST) + Math.max(0, Math.min(2, deathCause[id] - 1));
      }
    }
    out[id] = tone;
  }
}

/** What distinguishes two moments' tones (by object id, of the same length). */
export interface ToneChanges {
  /** How many objects have another tone; beyond `most` they are not counted on. */
  readonly count: number;
  /** Whether any was born, has died or has given its place away: edges look different then. */
  readonly isOutline: boolean;
}

export function toneChanges(before: Uint8Array, after: Uint8Array, most: number): ToneChanges {
  let count = 0;
  let isOutline = false;
  for (let id = 0; id < after.length; id++) {
    const was = before[id];
    const is = after[id];
    if (was === is) continue;
    count++;
    if (isAlive(was) !== isAlive(is) || isDead(was) !== isDead(is)) isOutline = true;
    if (isOutline && count > most) break;
  }
  return { count, isOutline };
}
