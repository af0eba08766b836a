/** Observables that look further inside than those of observe.ts. */
import type { Templates } from './template.ts';

export const LOOK_CLOSER: Templates = {
  referents: {
    needs: ['any'],
    write: ({ names: [a] }) => `print('referents ${a}', kinds_of(gc.get_referents(${a})))`,
  },
  referrers: {
    needs: ['counted'],
    write: ({ names: [a] }) => `print('referrers ${a}', kinds_of(gc.get_referrers(${a})))`,
  },
  finalized: { needs: ['any'], write: ({ names: [a] }) => `print('finalized ${a}', gc.is_finalized(${a}))` },
  generation: {
    needs: ['any'],
    write: (c) => `print('generation', any(each is ${c.names[0]} for each in gc.get_objects(${c.below(3)})))`,
  },
  kinds: { write: () => `print('kinds', kinds_of_objects())` },
  uncollectable: { write: () => `print('garbage', len(gc.garbage))` },
};
