/** Generators: suspended, exhausted, closed, dropped, in cycles. */
import type { Templates } from './template.ts';

export const GENERATORS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}]` },
  append: { needs: ['list'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  generator: {
    weight: 5,
    makes: 'generator',
    write: (c) => `${c.target} = ${c.oneOf(['numbers', 'plain_numbers', 'keeping'])}(${c.anyName()}, ${c.label()})`,
  },
  expression: {
    needs: ['list'],
    makes: 'generator',
    write: (c) => `${c.target} = (${c.oneOf(['each', '[each]', `N(${c.label()})`])} for each in ${c.names[0]})`,
  },
  own: {
    weight: 2,
    makes: 'function',
    write: ({ target }) => `def ${target}(p, q):`,
    block: { scope: 'generator', parameters: { p: 'node', q: 'list' }, last: () => 'yield q' },
  },
  yield: { weight: 4, inGenerator: true, write: (c) => `yield ${c.value()}` },
  receive: { inGenerator: true, makes: 'thing', write: (c) => `${c.target} = yield ${c.anyName()}` },
  from: { inGenerator: true, write: (c) => `yield from numbers(${c.anyName()}, ${c.label()})` },
  tryFinally: {
    inGenerator: true,
    write: () => 'try:',
    block: { scope: 'inner', after: (c) => `finally:\n    print('finally', ${c.label()})` },
  },
  start: {
    weight: 3,
    needs: ['function', 'node'],
    makes: 'generator',
    write: (c) => `${c.target} = ${c.names[0]}(${c.names[1]}, [${c.value()}])`,
  },
  next: { weight: 5, needs: ['generator'], write: ({ names: [a] }) => `next(${a}, None)` },
  nextInto: {
    weight: 2,
    needs: ['generator'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = next(${a}, None)`,
  },
  close: { needs: ['generator'], write: ({ names: [a] }) => `${a}.close()` },
  exhaust: { needs: ['generator'], write: ({ names: [a] }) => `for each in ${a}:\n    pass` },
  exhaustInto: { needs: ['generator'], makes: 'list', write: ({ names: [a], target }) => `${target} = list(${a})` },
  cycle: { weight: 2, needs: ['generator', 'node'], write: ({ names: [a, b] }) => `${b}.generator = ${a}` },
  cycleList: { weight: 2, needs: ['generator', 'list'], write: ({ names: [a, b] }) => `${b}.append(${a})` },
  frame: { needs: ['generator'], write: ({ names: [a] }) => `print('frame ${a}', ${a}.gi_frame is None)` },
  chain: {
    needs: ['generator'],
    makes: 'generator',
    write: ({ names: [a], target }) => `${target} = (each for each in ${a})`,
  },
};
