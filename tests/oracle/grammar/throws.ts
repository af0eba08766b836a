/** Generators that exceptions are thrown into, that are sent to, closed, delegate, or hold each other. */
import type { Templates } from './template.ts';

export const THROWS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}]` },
  generator: {
    weight: 5,
    makes: 'generator',
    write: (c) =>
      `${c.target} = ${c.oneOf(['numbers', 'catching', 'receiving', 'delegating', 'plain_numbers', 'stubborn'])}(${c.anyName()}, ${c.label()})`,
  },
  next: { weight: 5, needs: ['generator'], write: ({ names: [a] }) => `advance(${a})` },
  nextInto: {
    weight: 2,
    needs: ['generator'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = advance(${a})`,
  },
  send: { weight: 3, needs: ['generator'], write: (c) => `send(${c.names[0]}, ${c.value()})` },
  sendItself: { needs: ['generator'], write: ({ names: [a] }) => `send(${a}, ${a})` },
  throw: {
    weight: 4,
    needs: ['generator'],
    write: (c) =>
      `throw(${c.names[0]}, ${c.oneOf(['ValueError', `ValueError(${c.value()})`, `KeyError(${c.label()})`, 'StopIteration', `GeneratorExit`])})`,
  },
  throwInto: {
    weight: 2,
    needs: ['generator'],
    makes: 'thing',
    write: (c) => `${c.target} = throw(${c.names[0]}, ValueError(${c.anyName()}))`,
  },
  close: { weight: 2, needs: ['generator'], write: ({ names: [a] }) => `shut(${a})` },
  exhaust: { needs: ['generator'], write: ({ names: [a] }) => `for each in ${a}:\n    pass` },
  star: { needs: ['generator'], makes: 'list', write: ({ names: [a], target }) => `${target} = [*${a}]` },
  chain: {
    weight: 2,
    needs: ['generator'],
    makes: 'generator',
    write: (c) => `${c.target} = from_other(${c.names[0]}, ${c.label()})`,
  },
  expression: {
    needs: ['generator'],
    makes: 'generator',
    write: ({ names: [a], target }) => `${target} = ([each] for each in ${a} if each is not None)`,
  },
  cycle: { weight: 2, needs: ['generator', 'node'], write: ({ names: [a, b] }) => `${b}.generator = ${a}` },
  cycleList: { needs: ['generator', 'list'], write: ({ names: [a, b] }) => `${b}.append(${a})` },
  locals: {
    needs: ['generator'],
    write: ({ names: [a] }) => `print('locals ${a}', ${a}.gi_frame and list(${a}.gi_frame.f_locals))`,
  },
  state: {
    needs: ['generator'],
    write: ({ names: [a] }) =>
      `print('state ${a}', ${a}.gi_frame is None, ${a}.gi_running, type(${a}.gi_yieldfrom).__name__, getattr(${a}, 'gi_suspended', None))`,
  },
  frame: { needs: ['generator'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.gi_frame` },
  clearFrame: {
    needs: ['generator'],
    write: ({ names: [a] }) =>
      `if ${a}.gi_frame is not None:\n    try:\n        ${a}.gi_frame.clear()\n    except RuntimeError as error:\n        print(error)`,
  },
  watch: {
    needs: ['generator'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  alive: { needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
  append: { needs: ['list'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  two: {
    needs: ['generator', 'generator'],
    write: ({ names: [a, b] }) => `for one, other in zip(${a}, ${b}):\n    print('both', one is other)`,
  },
  loop: {
    needs: ['generator'],
    write: ({ names: [a] }) => `for each in ${a}:\n    print('first', type(each).__name__)\n    break`,
  },
};
