/** Statements that print what must be the same on every build. */
import type { Templates } from './template.ts';

export const OBSERVE: Templates = {
  collect: { weight: 3, write: (c) => `print('collect', gc.collect(${c.oneOf([2, 0, 1, 2, 0])}))` },
  refcount: { weight: 2, needs: ['counted'], write: ({ names: [a] }) => `print('rc ${a}', rc(${a}))` },
  tracked: { needs: ['any'], write: ({ names: [a] }) => `print('tracked ${a}', gc.is_tracked(${a}))` },
  counts: { write: () => `print('count', gc.get_count()[1:])` },
  objects: { write: () => `print('objects', objects() - objects_before)` },
  stats: {
    write: () =>
      `print('stats', [(now[0] - before[0], now[1] - before[1]) for now, before in zip(stats(), stats_before)])`,
  },
};

export const LOOK_INSIDE: Templates = {
  referents: {
    needs: ['any'],
    write: ({ names: [a] }) => `print('referents ${a}', [type(each).__name__ for each in gc.get_referents(${a})])`,
  },
  referrers: { needs: ['any'], write: ({ names: [a] }) => `print('referrers ${a}', len(gc.get_referrers(${a})))` },
  finalized: { needs: ['any'], write: ({ names: [a] }) => `print('finalized ${a}', gc.is_finalized(${a}))` },
};
