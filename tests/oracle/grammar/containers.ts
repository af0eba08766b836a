/** Lists, dicts, tuples, sets: filled, changed and emptied in every form. */
import type { Templates } from './template.ts';

const KEYS = ["'a'", "'b'", "'c'", '1', '2'] as const;

export const CONTAINERS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: {
    weight: 3,
    makes: 'list',
    write: (c) => `${c.target} = [${Array.from({ length: c.below(4) }, () => c.value()).join(', ')}]`,
  },
  listOf: { makes: 'list', write: (c) => `${c.target} = ListOf()` },
  append: { weight: 4, needs: ['list'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  insert: { needs: ['list'], write: (c) => `${c.names[0]}.insert(${c.below(3)}, ${c.value()})` },
  extend: { needs: ['list'], write: (c) => `${c.names[0]}.extend([${c.value()}, ${c.value()}])` },
  pop: { needs: ['list'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.pop()` },
  popInto: {
    needs: ['list'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${a}.pop(0) if ${a} else None`,
  },
  clear: { needs: ['list'], write: ({ names: [a] }) => `${a}.clear()` },
  delSlice: { needs: ['list'], write: (c) => `del ${c.names[0]}[${c.below(2)}:${c.oneOf(['', '2', '3'])}]` },
  delStep: { needs: ['list'], write: ({ names: [a] }) => `del ${a}[::2]` },
  setSlice: {
    needs: ['list'],
    write: (c) =>
      `${c.names[0]}[${c.below(2)}:${c.oneOf(['', '2', '3'])}] = [${c.oneOf(['', c.value(), `${c.value()}, ${c.value()}`])}]`,
  },
  setItem: { needs: ['list'], write: (c) => `if ${c.names[0]}:\n    ${c.names[0]}[-1] = ${c.value()}` },
  reverse: { needs: ['list'], write: ({ names: [a] }) => `${a}.reverse()` },
  concatenate: {
    needs: ['list', 'list'],
    makes: 'list',
    write: ({ names: [a, b], target }) => `${target} = ${a}[:20] + ${b}[:20]`,
  },
  repeat: { needs: ['list'], makes: 'list', write: ({ names: [a], target }) => `${target} = ${a}[:5] * 2` },
  copy: {
    needs: ['list'],
    makes: 'list',
    write: (c) => `${c.target} = ${c.oneOf([`${c.names[0]}[:]`, `list(${c.names[0]})`, `${c.names[0]}.copy()`])}`,
  },
  comprehension: {
    needs: ['list'],
    makes: 'list',
    write: (c) =>
      `${c.target} = [${c.oneOf(['each', '[each]', '(each, each)', `N(${c.label()})`])} for each in ${c.names[0]}[:5]]`,
  },
  dict: {
    weight: 3,
    makes: 'dict',
    write: (c) =>
      `${c.target} = {${Array.from({ length: c.below(3) }, () => `${c.oneOf(KEYS)}: ${c.value()}`).join(', ')}}`,
  },
  dictOf: { makes: 'dict', write: (c) => `${c.target} = DictOf()` },
  setKey: { weight: 3, needs: ['dict'], write: (c) => `${c.names[0]}[${c.oneOf(KEYS)}] = ${c.value()}` },
  setNodeKey: { needs: ['dict', 'node'], write: ({ names: [a, b] }) => `${a}[${b}] = 1` },
  delKey: {
    needs: ['dict'],
    write: (c) => {
      const key = c.oneOf(KEYS);
      return `if ${key} in ${c.names[0]}:\n    del ${c.names[0]}[${key}]`;
    },
  },
  popKey: { needs: ['dict'], write: (c) => `${c.names[0]}.pop(${c.oneOf(KEYS)}, None)` },
  popItem: { needs: ['dict'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.popitem()` },
  clearKeys: { needs: ['dict'], write: ({ names: [a] }) => `${a}.clear()` },
  update: { needs: ['dict', 'dict'], write: ({ names: [a, b] }) => `${a}.update(${b})` },
  setDefault: { needs: ['dict'], write: (c) => `${c.names[0]}.setdefault(${c.oneOf(KEYS)}, []).append(${c.value()})` },
  copyDict: {
    needs: ['dict'],
    makes: 'dict',
    write: (c) => `${c.target} = ${c.oneOf([`dict(${c.names[0]})`, `${c.names[0]}.copy()`, `{**${c.names[0]}}`])}`,
  },
  valuesOf: { needs: ['dict'], makes: 'list', write: ({ names: [a], target }) => `${target} = list(${a}.values())` },
  itemsOf: { needs: ['dict'], makes: 'list', write: ({ names: [a], target }) => `${target} = list(${a}.items())` },
  tuple: { weight: 2, makes: 'tuple', write: (c) => `${c.target} = (${c.anyName()}, ${c.value()})` },
  tupleOf: { needs: ['list'], makes: 'tuple', write: ({ names: [a], target }) => `${target} = tuple(${a}[:5])` },
  atomTuple: { makes: 'tuple', write: (c) => `${c.target} = tuple([${c.below(9)}, 'b'])` },
  addTuples: {
    needs: ['tuple', 'tuple'],
    makes: 'tuple',
    write: ({ names: [a, b], target }) => `${target} = ${a}[:3] + ${b}[:3]`,
  },
  hashed: { makes: 'thing', write: (c) => `${c.target} = Hashed(${c.label()})` },
  set: {
    makes: 'set',
    write: (c) => `${c.target} = {${c.below(9)}, Hashed(${c.label()}), Hashed(${c.label()})}`,
  },
  frozen: {
    makes: 'thing',
    write: (c) => `${c.target} = frozenset([${c.below(9)}, ${c.oneOf(['1', `Hashed(${c.label()})`])}])`,
  },
  add: { needs: ['set'], write: (c) => `${c.names[0]}.add(Hashed(${c.label()}))` },
  popSet: { needs: ['set'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.pop()` },
  clearSet: { needs: ['set'], write: ({ names: [a] }) => `${a}.clear()` },
  unionSet: { needs: ['set', 'set'], makes: 'set', write: ({ names: [a, b], target }) => `${target} = ${a} | ${b}` },
  keepSet: { needs: ['list', 'set'], write: ({ names: [a, b] }) => `${a}.append(${b})` },
};
