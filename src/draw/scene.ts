/** Everything a frame shows. A value: the view makes a new one when something changes. */
import type { Layout } from '../layout/layout.ts';
import type { Camera } from './camera.ts';
import type { MomentView } from './moment-view.ts';
import type { Theme } from './theme.ts';

/** What is lifted out of the rest, which steps back. */
export interface Emphasis {
  /** Objects that stay bright; null: only those of the path. */
  readonly ids: { has(id: number): boolean } | null;
  /** Consecutive objects of a path (why is it alive), root first; [] for none. */
  readonly path: readonly number[];
}

export interface Scene {
  readonly layout: Layout;
  readonly moment: MomentView;
  readonly camera: Camera;
  readonly theme: Theme;
  /** Object ids, 0: none. Folded objects stand for the one that draws them. */
  readonly selected: number;
  readonly hovered: number;
  readonly emphasis: Emphasis | null;
  /** No pulses, no fading. */
  readonly reducedMotion: boolean;
}
