/** deque, OrderedDict, defaultdict, Counter: other tables, other orders of release. */
import type { Templates } from './template.ts';

export const COLLECTIONS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  deque: { weight: 3, makes: 'deque', write: (c) => `${c.target} = deque([${c.value()}, ${c.value()}])` },
  short: { makes: 'deque', write: (c) => `${c.target} = deque([${c.value()}], ${1 + c.below(3)})` },
  append: {
    weight: 3,
    needs: ['deque'],
    write: (c) => `${c.names[0]}.${c.oneOf(['append', 'appendleft'])}(${c.value()})`,
  },
  pop: { needs: ['deque'], write: (c) => `if ${c.names[0]}:\n    ${c.names[0]}.${c.oneOf(['pop', 'popleft'])}()` },
  delItem: { needs: ['deque'], write: ({ names: [a] }) => `if ${a}:\n    del ${a}[0]` },
  clear: { needs: ['deque'], write: ({ names: [a] }) => `${a}.clear()` },
  rotate: { needs: ['deque'], write: ({ names: [a] }) => `${a}.rotate(1)` },
  default: { weight: 2, makes: 'table', write: ({ target }) => `${target} = defaultdict(list)` },
  ordered: { weight: 2, makes: 'table', write: ({ target }) => `${target} = OrderedDict()` },
  setKey: { weight: 3, needs: ['table'], write: (c) => `${c.names[0]}[${c.below(5)}] = ${c.value()}` },
  delKey: { needs: ['table'], write: (c) => `${c.names[0]}.pop(${c.below(5)}, None)` },
  popItem: { needs: ['table'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.popitem()` },
  clearKeys: { needs: ['table'], write: ({ names: [a] }) => `${a}.clear()` },
  keep: { needs: ['node', 'deque'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  keepTable: { needs: ['node', 'table'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  own: { needs: ['deque'], write: ({ names: [a] }) => `${a}.append(${a})` },
  ownTable: { needs: ['table'], write: ({ names: [a] }) => `${a}[9] = ${a}` },
};
