/** The door of this folder: a run's objects in, their places out. */
import type { Layout, LayoutOptions, LayoutSource } from './layout.ts';

/** Lays a run out. Pure and deterministic; runs in a worker for large runs. */
export function layOut(_source: LayoutSource, _options: LayoutOptions): Layout {
  throw new Error('not yet');
}
