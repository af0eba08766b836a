/**
 * The colours of a picture, as data. Base: the colour-blind-safe set of Okabe and Ito (2008), toned so that living
 * objects lead, ghosts recede and only what is happening now is warm. No meaning rests on colour alone: ghosts are
 * hollow and carry marks (ghost-mark.ts), weak references are dashed, back-references are arcs.
 */
export interface Theme {
  readonly name: 'light' | 'dark';
  /** CSS font families of values and of names. */
  readonly font: string;
  readonly monoFont: string;
  readonly paper: string;
  /** Text and the ring of the selection. */
  readonly ink: string;
  readonly quietInk: string;
  /** Living objects: young to old, permanent, and those no generation holds. */
  readonly generation: readonly [string, string, string, string];
  readonly untracked: string;
  readonly onGeneration: readonly [string, string, string, string];
  readonly onUntracked: string;
  /** Refcount 0 and not freed yet. */
  readonly dying: string;
  readonly onDying: string;
  /** Freed in the step that led here. */
  readonly justFreed: string;
  readonly onJustFreed: string;
  readonly ghostByRefcount: string;
  readonly ghostByCollector: string;
  readonly ghostSwept: string;
  /** Marks of a collection: reached, reached and not followed yet, tentatively unreachable, condemned, hanging off. */
  readonly reached: string;
  readonly waiting: string;
  readonly hanging: string;
  readonly doubted: string;
  readonly condemned: string;
  readonly onMark: string;
  readonly strongEdge: string;
  readonly weakEdge: string;
  readonly backEdge: string;
  readonly ghostEdge: string;
  /** The path of an emphasis and the halo of the selection. */
  readonly accent: string;
  readonly tag: string;
  readonly onTag: string;
  readonly localTag: string;
  readonly onLocalTag: string;
  readonly badge: string;
  readonly onBadge: string;
}

export const lightTheme: Theme = {
  name: 'light',
  font: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif',
  monoFont: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  paper: '#fcfcfa',
  ink: '#1d2530',
  quietInk: '#5d6875',
  generation: ['#74b9ea', '#4295d6', '#1f6fb2', '#174a7c'],
  untracked: '#b9c4cf',
  onGeneration: ['#0e2a42', '#06182a', '#ffffff', '#ffffff'],
  onUntracked: '#1d2530',
  dying: '#f5b82e',
  onDying: '#3a2700',
  justFreed: '#d55e00',
  onJustFreed: '#a34600',
  ghostByRefcount: '#74808c',
  ghostByCollector: '#a04d88',
  ghostSwept: '#2f8270',
  reached: '#009e73',
  waiting: '#8fd6bd',
  hanging: '#f3c3a0',
  doubted: '#e69f00',
  condemned: '#d55e00',
  onMark: '#14110a',
  strongEdge: '#a3afbb',
  weakEdge: '#0b8465',
  backEdge: '#c08552',
  ghostEdge: '#e3e6ea',
  accent: '#e0409a',
  tag: '#1d2530',
  onTag: '#ffffff',
  localTag: '#e4e8ee',
  onLocalTag: '#1d2530',
  badge: '#e9eef4',
  onBadge: '#1d2530',
};

export const darkTheme: Theme = {
  name: 'dark',
  font: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif',
  monoFont: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  paper: '#12161c',
  ink: '#eef2f6',
  quietInk: '#97a3b0',
  generation: ['#8fd0f7', '#4aa3de', '#2b78bd', '#28598f'],
  untracked: '#657180',
  onGeneration: ['#08203a', '#04182b', '#ffffff', '#ffffff'],
  onUntracked: '#ffffff',
  dying: '#f7c64b',
  onDying: '#2d1e00',
  justFreed: '#ff8238',
  onJustFreed: '#ffb184',
  ghostByRefcount: '#67727e',
  ghostByCollector: '#b878a6',
  ghostSwept: '#4f9f8d',
  reached: '#35c79b',
  waiting: '#a5ecd3',
  hanging: '#dba684',
  doubted: '#f0b53a',
  condemned: '#ff8238',
  onMark: '#14110a',
  strongEdge: '#566370',
  weakEdge: '#3ec3a0',
  backEdge: '#b58253',
  ghostEdge: '#262d35',
  accent: '#ff6fb8',
  tag: '#eef2f6',
  onTag: '#12161c',
  localTag: '#2c3540',
  onLocalTag: '#eef2f6',
  badge: '#2b3440',
  onBadge: '#eef2f6',
};
