/** Dataclasses, enumerations, named tuples, and `match` over them. */
import type { Templates } from './template.ts';

export const RECORDS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { weight: 2, makes: 'list', write: (c) => `${c.target} = [${c.value()}, ${c.value()}]` },
  dict: { makes: 'dict', write: (c) => `${c.target} = {'a': ${c.value()}, 'b': ${c.value()}}` },
  record: {
    weight: 4,
    makes: 'record',
    write: (c) =>
      `${c.target} = ${c.oneOf(['Record', 'SlottedRecord', 'FrozenRecord'])}(${c.value()}${c.oneOf(['', `, ${c.value()}`])})`,
  },
  link: { weight: 2, needs: ['record', 'any'], write: ({ names: [a, b] }) => `${a}.children.append(${b})` },
  setFirst: {
    weight: 2,
    needs: ['record', 'any'],
    write: ({ names: [a, b] }) => `if type(${a}) is not FrozenRecord:\n    ${a}.first = ${b}`,
  },
  getFirst: { needs: ['record'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.first` },
  fields: {
    needs: ['record'],
    write: ({ names: [a] }) => `print('fields ${a}', [each.name for each in fields(${a})])`,
  },
  replace: {
    needs: ['record'],
    makes: 'record',
    write: (c) => `${c.target} = replace(${c.names[0]}, first=${c.value()})`,
  },
  compare: { needs: ['record', 'record'], write: ({ names: [a, b] }) => `print('same', ${a} is ${b})` },
  pair: { weight: 2, makes: 'pair', write: (c) => `${c.target} = Pair(${c.value()}, ${c.value()})` },
  replacePair: {
    needs: ['pair'],
    makes: 'pair',
    write: (c) => `${c.target} = ${c.names[0]}._replace(right=${c.value()})`,
  },
  unpackPair: { needs: ['pair'], makes: 'thing', write: ({ names: [a], target }) => `${target}, other = ${a}` },
  member: { makes: 'member', write: (c) => `${c.target} = Colour(${1 + c.below(2)})` },
  keptByMember: { weight: 2, needs: ['member', 'any'], write: ({ names: [a, b] }) => `${a}.kept = ${b}` },
  dropFromMember: { needs: ['member'], write: ({ names: [a] }) => `if hasattr(${a}, 'kept'):\n    del ${a}.kept` },
  memberOf: { needs: ['member', 'list'], write: ({ names: [a, b] }) => `${b}.append(${a})` },
  matchAny: {
    weight: 3,
    needs: ['any'],
    write: ({ names: [a] }) => `matching(${a})`,
  },
  matchHere: {
    weight: 2,
    needs: ['list'],
    makes: 'thing',
    write: ({ names: [a], target }) =>
      `match ${a}:\n    case [${target}]:\n        pass\n    case [_, *${target}]:\n        print('rest', rc(${target}))\n    case ${target}:\n        pass`,
  },
  matchRecord: {
    weight: 2,
    needs: ['record'],
    makes: 'thing',
    write: ({ names: [a], target }) =>
      `match ${a}:\n    case Record(first=N(name=${target})) if ${target}:\n        pass\n    case Record(${target}, None) | SlottedRecord(${target}, None):\n        pass\n    case FrozenRecord() as ${target}:\n        pass\n    case _:\n        ${target} = None`,
  },
  matchDict: {
    needs: ['dict'],
    makes: 'thing',
    write: ({ names: [a], target }) =>
      `match ${a}:\n    case {'a': N() as ${target}, **other}:\n        print('other', rc(other))\n    case {'b': ${target}}:\n        pass\n    case _:\n        ${target} = None`,
  },
  asDict: { needs: ['record'], write: ({ names: [a] }) => `print('as', len(astuple(Record(1, [${a} is None]))))` },
  watch: {
    needs: ['record'],
    write: (c) =>
      `if type(${c.names[0]}) is not SlottedRecord:
    watching = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
};
