/** More of deque, defaultdict, OrderedDict, ChainMap, Counter; views and iterators of dicts, deques and sets. */
import type { Templates } from './template.ts';

export const TABLES: Templates = {
  node: { weight: 3, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}, ${c.value()}]` },
  deque: {
    weight: 3,
    makes: 'deque',
    write: (c) => `${c.target} = deque([${c.value()}, ${c.value()}]${c.oneOf(['', '', `, ${1 + c.below(3)}`])})`,
  },
  extend: {
    weight: 2,
    needs: ['deque'],
    write: (c) => `${c.names[0]}.${c.oneOf(['extend', 'extendleft'])}([${c.value()}, ${c.value()}])`,
  },
  fill: {
    needs: ['deque'],
    write: (c) => `${c.names[0]}.extend([${c.oneOf(['None', c.anyName()])}] * ${c.oneOf([3, 40, 70])})`,
  },
  insert: {
    needs: ['deque'],
    write: (c) => `if ${c.names[0]}.maxlen is None:\n    ${c.names[0]}.insert(1, ${c.value()})`,
  },
  remove: { needs: ['deque'], write: ({ names: [a] }) => `if ${a}:\n    ${a}.remove(${a}[0])` },
  setItem: { needs: ['deque'], write: (c) => `if ${c.names[0]}:\n    ${c.names[0]}[0] = ${c.value()}` },
  rotate: { needs: ['deque'], write: (c) => `${c.names[0]}.rotate(${c.oneOf([1, -1, 2])})` },
  reverse: { needs: ['deque'], write: ({ names: [a] }) => `${a}.reverse()` },
  copy: {
    needs: ['deque'],
    makes: 'deque',
    write: (c) =>
      `${c.target} = ${c.oneOf([`${c.names[0]}.copy()`, `deque(${c.names[0]})`, `${c.names[0]} + ${c.names[0]}`])}`,
  },
  clear: { needs: ['deque'], write: ({ names: [a] }) => `${a}.clear()` },
  own: { needs: ['deque'], write: ({ names: [a] }) => `${a}.append(${a})` },
  popLeft: {
    weight: 2,
    needs: ['deque'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${a}.popleft() if ${a} else None`,
  },
  slots: { needs: ['deque'], write: ({ names: [a] }) => `print('slots ${a}', slots(${a}))` },
  default: {
    weight: 2,
    makes: 'table',
    write: (c) => `${c.target} = defaultdict(${c.oneOf(['list', `lambda: N(${c.label()})`, 'dict', 'P'])})`,
  },
  missing: {
    weight: 2,
    needs: ['table'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}[${c.below(5)}] if isinstance(${c.names[0]}, defaultdict) else None`,
  },
  ordered: {
    weight: 2,
    makes: 'table',
    write: (c) => `${c.target} = OrderedDict([(${c.below(3)}, ${c.value()}), (3, ${c.value()})])`,
  },
  setKey: { weight: 3, needs: ['table'], write: (c) => `${c.names[0]}[${c.below(5)}] = ${c.value()}` },
  setNode: { needs: ['table', 'node'], write: (c) => `${c.names[0]}[${c.names[1]}] = ${c.value()}` },
  moveToEnd: {
    needs: ['table'],
    write: ({ names: [a] }) => `if isinstance(${a}, OrderedDict) and ${a}:\n    ${a}.move_to_end(next(iter(${a})))`,
  },
  popFirst: {
    needs: ['table'],
    write: ({ names: [a] }) => `if isinstance(${a}, OrderedDict) and ${a}:\n    ${a}.popitem(last=False)`,
  },
  popKey: { needs: ['table'], write: (c) => `${c.names[0]}.pop(${c.below(5)}, None)` },
  copyTable: { needs: ['table'], makes: 'table', write: ({ names: [a], target }) => `${target} = ${a}.copy()` },
  unite: { needs: ['table', 'table'], write: ({ names: [a, b] }) => `${a}.update(${b})` },
  clearTable: { needs: ['table'], write: ({ names: [a] }) => `${a}.clear()` },
  ownTable: { needs: ['table'], write: ({ names: [a] }) => `${a}['own'] = ${a}` },
  tableAttribute: {
    needs: ['table'],
    write: (c) => `if isinstance(${c.names[0]}, OrderedDict):\n    ${c.names[0]}.kept = ${c.value()}`,
  },
  chain: { weight: 2, needs: ['table'], makes: 'mapping', write: (c) => `${c.target} = ChainMap({}, ${c.names[0]})` },
  child: {
    needs: ['mapping'],
    makes: 'mapping',
    write: (c) => `${c.target} = ${c.names[0]}.new_child(${c.oneOf(['', `{1: ${c.value()}}`])})`,
  },
  parents: { needs: ['mapping'], makes: 'mapping', write: ({ names: [a], target }) => `${target} = ${a}.parents` },
  chainKey: { weight: 2, needs: ['mapping'], write: (c) => `${c.names[0]}[${c.below(5)}] = ${c.value()}` },
  chainPop: {
    needs: ['mapping'],
    write: (c) => `if ${c.below(5)} in ${c.names[0]}.maps[0]:\n    ${c.names[0]}.pop(${c.below(5)}, None)`,
  },
  chainGet: { needs: ['mapping'], makes: 'thing', write: (c) => `${c.target} = ${c.names[0]}.get(${c.below(5)})` },
  counter: { makes: 'counter', write: (c) => `${c.target} = Counter([${c.below(3)}, ${c.below(3)}])` },
  countNode: { needs: ['counter', 'node'], write: ({ names: [a, b] }) => `${a}[${b}] += 1` },
  subtract: {
    needs: ['counter', 'counter'],
    makes: 'counter',
    write: (c) => `${c.target} = ${c.names[0]} ${c.oneOf(['+', '-', '|', '&'])} ${c.names[1]}`,
  },
  view: {
    weight: 2,
    needs: ['table'],
    makes: 'view',
    write: (c) => `${c.target} = ${c.names[0]}.${c.oneOf(['keys', 'values', 'items'])}()`,
  },
  iterator: {
    weight: 2,
    needs: ['table', 'deque'],
    makes: 'iterator',
    write: (c) =>
      `${c.target} = iter(${c.oneOf([c.names[0], `${c.names[0]}.items()`, `${c.names[0]}.values()`, c.names[1], `reversed(${c.names[1]})`, `reversed(${c.names[0]})`])})`,
  },
  advance: {
    weight: 2,
    needs: ['iterator'],
    makes: 'thing',
    write: ({ names: [a], target }) =>
      `try:\n    ${target} = next(${a}, None)\nexcept RuntimeError as error:\n    ${target} = None`,
  },
  fromKeys: {
    needs: ['any'],
    makes: 'dict',
    write: ({ names: [a], target }) => `${target} = dict.fromkeys((1, 2), ${a})`,
  },
  keepView: { needs: ['node', 'view'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  keepTable: { needs: ['node', 'table'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  keepDeque: { needs: ['node', 'deque'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  watch: {
    needs: ['deque'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  watchTable: {
    needs: ['table'],
    write: (c) =>
      `if isinstance(${c.names[0]}, OrderedDict):
    watching = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  frozen: { makes: 'frozen', write: (c) => `${c.target} = frozenset([Hashed(${c.label()}), Hashed(${c.label()})])` },
  setOf: { needs: ['frozen'], makes: 'group', write: ({ names: [a], target }) => `${target} = set(${a})` },
  addToSet: { needs: ['group'], write: (c) => `${c.names[0]}.add(Hashed(${c.label()}))` },
  setOperation: {
    needs: ['group', 'frozen'],
    makes: 'group',
    write: (c) => `${c.target} = ${c.names[0]} ${c.oneOf(['|', '&', '-', '^'])} ${c.names[1]}`,
  },
  setUpdate: {
    needs: ['group', 'frozen'],
    write: (c) => `${c.names[0]} ${c.oneOf(['|=', '&=', '-=', '^='])} ${c.names[1]}`,
  },
  slotsOfSet: { needs: ['group'], write: ({ names: [a] }) => `print('slots ${a}', slots(${a}))` },
};
