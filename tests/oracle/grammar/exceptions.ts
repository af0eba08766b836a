/** Exceptions that hold frames, and what lets go of them. */
import type { Templates } from './template.ts';

const RAISERS = ['raising', 'two_deep'] as const;

export const EXCEPTIONS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  caught: {
    weight: 2,
    write: (c) =>
      `try:\n    ${c.oneOf(RAISERS)}(${c.anyName()}, ${c.label()})\nexcept ValueError:\n    print('caught', ${c.label()})`,
  },
  named: {
    weight: 2,
    write: (c) =>
      `try:\n    ${c.oneOf(RAISERS)}(${c.anyName()}, ${c.label()})\nexcept ValueError as error:\n    print('caught', rc(error))`,
  },
  kept: {
    weight: 3,
    makes: 'thing',
    write: (c) =>
      `try:\n    ${c.oneOf(RAISERS)}(${c.anyName()}, ${c.label()})\nexcept ValueError as error:\n    ${c.target} = error`,
  },
  keptByNode: {
    weight: 2,
    needs: ['node'],
    write: (c) =>
      `try:\n    ${c.oneOf(RAISERS)}(${c.names[0]}, ${c.label()})\nexcept ValueError as error:\n    ${c.names[0]}.error = error`,
  },
  withoutTraceback: {
    makes: 'thing',
    write: (c) =>
      `try:\n    ${c.oneOf(RAISERS)}(${c.anyName()}, ${c.label()})\nexcept ValueError as error:\n    ${c.target} = error.with_traceback(None)`,
  },
  chained: {
    makes: 'thing',
    write: (c) =>
      `try:\n    try:\n        raising(${c.anyName()}, ${c.label()})\n    except ValueError as error:\n        raise KeyError(${c.label()})${c.oneOf(['', ' from error', ' from None'])}\nexcept KeyError as error:\n    ${c.target} = error`,
  },
  function: {
    weight: 3,
    makes: 'raiser',
    write: ({ target }) => `def ${target}(p, q):`,
    block: {
      scope: 'function',
      parameters: { p: 'node', q: 'list' },
      last: (c) => c.oneOf(['raise ValueError(p)', 'raise ValueError', 'return p', '']),
    },
  },
  guarded: {
    weight: 4,
    needs: ['raiser', 'node'],
    write: (c) =>
      `try:\n    ${c.names[0]}(${c.names[1]}, [N(${c.label()})])\nexcept ValueError${c.oneOf([`:\n    pass`, ` as error:\n    ${c.names[1]}.error = error`, ` as error:\n    print(rc(error))`])}`,
  },
  tryBlock: {
    write: () => 'try:',
    block: {
      scope: 'inner',
      last: (c) => (c.below(2) ? `raising(${c.anyName()}, ${c.label()})` : ''),
      after: (c) => `except ValueError:\n    print('out', ${c.label()})`,
    },
  },
  tryFinally: {
    write: () => 'try:',
    block: { scope: 'inner', after: (c) => `finally:\n    print('finally', ${c.label()})` },
  },
  ownCycle: {
    weight: 2,
    write: (c) =>
      `def own_cycle():\n    own = N(${c.label()})\n    try:\n        raise ValueError(${c.oneOf(['', '1', 'own'])})\n    except ValueError as error:\n        kept = error\nown_cycle()\ndel own_cycle`,
  },
};
