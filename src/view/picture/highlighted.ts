/** A moment with what a question lays over it: see state/highlight.svelte.ts. */
import type { MomentView } from '../../draw/moment-view.ts';
import type { Laid } from '../state/highlight.svelte.ts';

/** Questions that are told apart within one version of a moment. */
const MOST_VERSIONS = 4096;

export function highlighted(moment: MomentView, laid: (Laid & { readonly count: number }) | null): MomentView {
  if (laid === null || laid.marks === null) return moment;
  return {
    ...moment,
    version: moment.version + ((laid.count % MOST_VERSIONS) + 1) / (2 * MOST_VERSIONS),
    marks: laid.marks,
  };
}
