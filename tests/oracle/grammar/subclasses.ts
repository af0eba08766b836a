/** Instances of classes derived from list, dict, set, tuple, frozenset, deque: with slots, with a dict, with finalizers. */
import type { Templates } from './template.ts';

const SEQUENCES = ['ListOf', 'ListWithSlots', 'ListWithDel'] as const;
const MAPPINGS = ['DictOf', 'DictWithSlots', 'DictWithDel'] as const;

export const SUBCLASSES: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  sequence: {
    weight: 4,
    makes: 'sequence',
    write: (c) =>
      `${c.target} = ${c.oneOf(SEQUENCES)}(${c.oneOf(['', `[${c.value()}]`, `[${c.value()}, ${c.value()}]`])})`,
  },
  sequenceOf: {
    needs: ['sequence'],
    makes: 'sequence',
    write: (c) => `${c.target} = ${c.oneOf(SEQUENCES)}(${c.names[0]})`,
  },
  append: { weight: 3, needs: ['sequence'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  appendSelf: { weight: 2, needs: ['sequence'], write: ({ names: [a] }) => `${a}.append(${a})` },
  extend: { needs: ['sequence'], write: (c) => `${c.names[0]} += [${c.value()}, ${c.value()}]` },
  slice: { needs: ['sequence'], makes: 'list', write: (c) => `${c.target} = ${c.names[0]}[${c.below(2)}:]` },
  copy: { needs: ['sequence'], makes: 'list', write: ({ names: [a], target }) => `${target} = ${a}.copy()` },
  times: { needs: ['sequence'], makes: 'list', write: ({ names: [a], target }) => `${target} = ${a}[:4] * 2` },
  clear: { needs: ['sequence'], write: ({ names: [a] }) => `${a}.clear()` },
  pop: { needs: ['sequence'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.pop()` },
  iterate: {
    needs: ['sequence'],
    write: ({ names: [a] }) => `for each in ${a}[:3]:\n    print('item', type(each).__name__)`,
  },
  mapping: {
    weight: 4,
    makes: 'mapping',
    write: (c) => `${c.target} = ${c.oneOf(MAPPINGS)}(${c.oneOf(['', `{1: ${c.value()}}`, `a=${c.value()}`])})`,
  },
  setKey: { weight: 3, needs: ['mapping'], write: (c) => `${c.names[0]}[${c.below(4)}] = ${c.value()}` },
  setOwn: { weight: 2, needs: ['mapping'], write: ({ names: [a] }) => `${a}['own'] = ${a}` },
  popKey: { needs: ['mapping'], write: (c) => `${c.names[0]}.pop(${c.below(4)}, None)` },
  copyMapping: { needs: ['mapping'], makes: 'dict', write: ({ names: [a], target }) => `${target} = ${a}.copy()` },
  clearMapping: { needs: ['mapping'], write: ({ names: [a] }) => `${a}.clear()` },
  joined: {
    needs: ['mapping', 'mapping'],
    makes: 'dict',
    write: ({ names: [a, b], target }) => `${target} = ${a} | ${b}`,
  },
  members: {
    weight: 2,
    makes: 'group',
    write: (c) => `${c.target} = ${c.oneOf(['SetOf', 'SetWithDel'])}([${c.below(5)}, Hashed(${c.label()})])`,
  },
  addMember: { needs: ['group', 'node'], write: ({ names: [a, b] }) => `${a}.add(${b})` },
  copyMembers: { needs: ['group'], makes: 'group', write: ({ names: [a], target }) => `${target} = ${a}.copy()` },
  unite: { needs: ['group', 'group'], makes: 'group', write: ({ names: [a, b], target }) => `${target} = ${a} | ${b}` },
  clearMembers: { needs: ['group'], write: ({ names: [a] }) => `${a}.clear()` },
  pair: {
    weight: 3,
    makes: 'pair',
    write: (c) =>
      `${c.target} = ${c.oneOf(['TupleOf', 'TupleWithDel', 'TupleWithSlots'])}((${c.value()}, ${c.value()}))`,
  },
  emptyPair: { makes: 'pair', write: (c) => `${c.target} = ${c.oneOf(['TupleOf', 'TupleWithDel'])}()` },
  firstOf: {
    needs: ['pair'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${a}[0] if ${a} else None`,
  },
  addPairs: {
    needs: ['pair', 'pair'],
    makes: 'tuple',
    write: ({ names: [a, b], target }) => `${target} = ${a}[:3] + ${b}[:3]`,
  },
  kept: {
    weight: 3,
    needs: ['sequence', 'any'],
    write: ({ names: [a, b] }) => `${a}.kept = ${b}`,
  },
  keptByMapping: { weight: 2, needs: ['mapping', 'any'], write: ({ names: [a, b] }) => `${a}.kept = ${b}` },
  keptByMembers: { needs: ['group', 'any'], write: ({ names: [a, b] }) => `${a}.kept = ${b}` },
  keptByPair: {
    weight: 2,
    needs: ['pair', 'any'],
    write: ({ names: [a, b] }) => `if hasattr(${a}, '__dict__'):\n    ${a}.kept = ${b}`,
  },
  drop: { needs: ['sequence'], write: ({ names: [a] }) => `if hasattr(${a}, 'kept'):\n    del ${a}.kept` },
  dictOf: {
    needs: ['mapping'],
    write: ({ names: [a] }) => `print('dict', hasattr(${a}, '__dict__') and list(${a}.__dict__))`,
  },
  watch: {
    weight: 2,
    needs: ['sequence'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  watchMapping: {
    needs: ['mapping'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  watchMembers: {
    needs: ['group'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  alive: { needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
  otherClass: {
    needs: ['sequence'],
    write: ({ names: [a] }) => `if type(${a}) is ListOf:\n    ${a}.__class__ = ListWithDel`,
  },
  slots: { needs: ['sequence'], write: ({ names: [a] }) => `print('slots ${a}', slots(${a}))` },
  slotsOfMembers: { needs: ['group'], write: ({ names: [a] }) => `print('slots ${a}', slots(${a}))` },
};
