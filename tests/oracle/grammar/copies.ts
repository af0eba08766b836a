/** Copies, shallow and deep, of graphs with cycles. */
import type { Templates } from './template.ts';

export const COPIES: Templates = {
  node: { weight: 3, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  copied: {
    weight: 2,
    makes: 'copied',
    write: (c) => `${c.target} = ${c.oneOf(['Copied', 'Stateful', 'Reduced', 'SlottedState'])}(${c.label()})`,
  },
  setCopied: { weight: 2, needs: ['copied', 'any'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  link: {
    weight: 3,
    needs: ['node', 'node'],
    write: ({ names: [a, b] }) => `${a}.children.append(${b})\n${b}.parent = ${a}`,
  },
  attribute: { weight: 2, needs: ['node', 'any'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  list: { weight: 2, makes: 'list', write: (c) => `${c.target} = [${c.value()}, ${c.value()}]` },
  own: { needs: ['list'], write: ({ names: [a] }) => `${a}.append(${a})` },
  dict: { makes: 'dict', write: (c) => `${c.target} = {'a': ${c.value()}, 1: ${c.value()}}` },
  ownDict: { needs: ['dict'], write: ({ names: [a] }) => `${a}['own'] = ${a}` },
  tuple: { makes: 'tuple', write: (c) => `${c.target} = (${c.anyName()}, ${c.value()}, [])` },
  set: { makes: 'set', write: (c) => `${c.target} = {${c.below(5)}, Hashed(${c.label()})}` },
  sequence: {
    makes: 'sequence',
    write: (c) => `${c.target} = ListOf([${c.value()}])\n${c.target}.kept = ${c.value()}`,
  },
  mapping: { makes: 'mapping', write: (c) => `${c.target} = DictOf(a=${c.value()})` },
  slotted: { makes: 'slotted', write: (c) => `${c.target} = S()\n${c.target}.a = ${c.value()}` },
  deque: { makes: 'deque', write: (c) => `${c.target} = deque([${c.value()}], 5)` },
  shallow: {
    weight: 4,
    needs: ['any'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = copied(copy.copy, ${a})`,
  },
  deep: {
    weight: 4,
    needs: ['any'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = copied(copy.deepcopy, ${a})`,
  },
  copyNode: {
    weight: 2,
    needs: ['node'],
    makes: 'node',
    write: ({ names: [a], target }) => `${target} = copy.copy(${a})`,
  },
  memo: {
    needs: ['node'],
    write: ({ names: [a] }) => `print('copied', copied(lambda it: copy.deepcopy(it, {id(it): 'known'}), ${a}))`,
  },
  twice: {
    needs: ['node'],
    makes: 'thing',
    write: ({ names: [a], target }) =>
      `${target} = copied(copy.deepcopy, [${a}, ${a}])\nprint('shared', ${target} is not None and ${target}[0] is ${target}[1])`,
  },
  rename: { needs: ['node'], write: (c) => `${c.names[0]}.name = ${c.label()}` },
  referrers: {
    needs: ['node'],
    write: ({ names: [a] }) => `print('referrers', sorted(type(each).__name__ for each in gc.get_referrers(${a})))`,
  },
};
