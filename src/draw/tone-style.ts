/** How each tone looks in a theme. */
import type { Theme } from './theme.ts';
import { Tone } from './tone.ts';

export type GhostMark = 'slash' | 'dots' | 'cross';

export interface ToneStyle {
  /** Body of a living object; the ring of a dead one. */
  readonly colour: string;
  /** Text on the body. */
  readonly text: string;
  /** Dead objects are hollow and carry a mark that says what freed them; null: alive. */
  readonly mark: GhostMark | null;
}

/** By `Tone`. */
export function toneStyles(theme: Theme): readonly ToneStyle[] {
  const styles: ToneStyle[] = [];
  const alive = (tone: number, colour: string, text: string): void => {
    styles[tone] = { colour, text, mark: null };
  };
  const dead = (tone: number, colour: string, text: string, mark: GhostMark): void => {
    styles[tone] = { colour, text, mark };
  };
  alive(Tone.ABSENT, theme.paper, theme.ink);
  alive(Tone.YOUNG, theme.generation[0], theme.onGeneration[0]);
  alive(Tone.MIDDLE, theme.generation[1], theme.onGeneration[1]);
  alive(Tone.OLD, theme.generation[2], theme.onGeneration[2]);
  alive(Tone.PERMANENT, theme.generation[3], theme.onGeneration[3]);
  alive(Tone.UNTRACKED, theme.untracked, theme.onUntracked);
  alive(Tone.DYING, theme.dying, theme.onDying);
  alive(Tone.REACHED, theme.reached, theme.onMark);
  alive(Tone.DOUBTED, theme.doubted, theme.onMark);
  alive(Tone.CONDEMNED, theme.condemned, theme.onMark);
  alive(Tone.HANGING, theme.hanging, theme.onMark);
  alive(Tone.WAITING, theme.waiting, theme.onMark);
  dead(Tone.FRESH, theme.justFreed, theme.onJustFreed, 'slash');
  dead(Tone.FRESH_COLLECTED, theme.justFreed, theme.onJustFreed, 'dots');
  dead(Tone.FRESH_SWEPT, theme.justFreed, theme.onJustFreed, 'cross');
  dead(Tone.GHOST, theme.ghostByRefcount, theme.quietInk, 'slash');
  dead(Tone.GHOST_COLLECTED, theme.ghostByCollector, theme.quietInk, 'dots');
  dead(Tone.GHOST_SWEPT, theme.ghostSwept, theme.quietInk, 'cross');
  return styles;
}
