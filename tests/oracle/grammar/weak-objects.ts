/** What the weakref module makes besides references: proxies, weak methods, finalizers, containers that forget. */
import type { Templates } from './template.ts';

export const WEAK_OBJECTS: Templates = {
  node: {
    weight: 4,
    makes: 'node',
    write: (c) => `${c.target} = ${c.oneOf(['N', 'N', 'Resurrected', 'Cutting'])}(${c.label()})`,
  },
  link: { weight: 3, needs: ['node', 'node'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  proxy: {
    weight: 2,
    needs: ['node'],
    makes: 'proxy',
    write: (c) =>
      `${c.target} = weakref.proxy(${c.names[0]}${c.oneOf(['', `, lambda reference: print('callback', ${c.label()})`])})`,
  },
  useProxy: {
    weight: 2,
    needs: ['proxy'],
    write: ({ names: [a] }) => `try:\n    print('proxy', ${a}.name)\nexcept ReferenceError:\n    print('dead')`,
  },
  setByProxy: {
    needs: ['proxy', 'any'],
    write: ({ names: [a, b] }) => `try:\n    ${a}.x = ${b}\nexcept ReferenceError:\n    print('dead')`,
  },
  method: {
    weight: 2,
    needs: ['node'],
    makes: 'weakMethod',
    write: (c) =>
      `${c.target} = weakref.WeakMethod(${c.names[0]}.__init__${c.oneOf(['', `, lambda reference: print('method', ${c.label()})`])})`,
  },
  callMethod: { needs: ['weakMethod'], write: ({ names: [a] }) => `print('method', ${a}() is not None)` },
  strongMethod: { needs: ['weakMethod'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}()` },
  finalize: {
    weight: 3,
    needs: ['node'],
    makes: 'finalizer',
    write: (c) =>
      `${c.target} = weakref.finalize(${c.names[0]}, ${c.oneOf([`print, 'finalize', ${c.label()}`, `saved.append, ${c.label()}`, `passing, ${c.anyName()}`])})`,
  },
  alive: { weight: 2, needs: ['finalizer'], write: ({ names: [a] }) => `print('alive ${a}', ${a}.alive)` },
  detach: { needs: ['finalizer'], write: ({ names: [a] }) => `print('detach', ${a}.detach() is not None)` },
  peek: { needs: ['finalizer'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.peek()` },
  callFinalizer: { needs: ['finalizer'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}()` },
  values: { weight: 2, makes: 'weakValues', write: ({ target }) => `${target} = weakref.WeakValueDictionary()` },
  setValue: { weight: 3, needs: ['weakValues', 'node'], write: (c) => `${c.names[0]}[${c.below(5)}] = ${c.names[1]}` },
  setNewValue: { needs: ['weakValues'], write: (c) => `${c.names[0]}[${c.below(5)}] = N(${c.label()})` },
  defaultValue: {
    needs: ['weakValues', 'node'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}.setdefault(${c.below(5)}, ${c.names[1]})`,
  },
  popValue: {
    needs: ['weakValues'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}.pop(${c.below(5)}, None)`,
  },
  showValues: {
    weight: 2,
    needs: ['weakValues'],
    write: ({ names: [a] }) => `print('values', sorted(${a}), [each.name for each in ${a}.values()], len(${a}))`,
  },
  valueItems: {
    needs: ['weakValues'],
    write: ({ names: [a] }) => `for key, value in ${a}.items():\n    print('item', key, rc(value))\nkey = value = None`,
  },
  copyValues: {
    needs: ['weakValues'],
    makes: 'weakValues',
    write: ({ names: [a], target }) => `${target} = ${a}.copy()`,
  },
  keys: { weight: 2, makes: 'keyed', write: ({ target }) => `${target} = weakref.WeakKeyDictionary()` },
  setByKey: {
    weight: 3,
    needs: ['keyed', 'node'],
    write: (c) => `${c.names[0]}[${c.names[1]}] = ${c.oneOf([String(c.below(5)), c.value(), c.names[1]])}`,
  },
  getByKey: {
    needs: ['keyed', 'node'],
    makes: 'thing',
    write: ({ names: [a, b], target }) => `${target} = ${a}.get(${b})`,
  },
  popByKey: { needs: ['keyed', 'node'], write: ({ names: [a, b] }) => `${a}.pop(${b}, None)` },
  showKeys: {
    weight: 2,
    needs: ['keyed'],
    write: ({ names: [a] }) => `print('keys', sorted(each.name for each in ${a}), len(${a}))`,
  },
  members: { weight: 2, makes: 'weakSet', write: ({ target }) => `${target} = weakref.WeakSet()` },
  addMember: { weight: 3, needs: ['weakSet', 'node'], write: ({ names: [a, b] }) => `${a}.add(${b})` },
  addNew: { needs: ['weakSet'], write: (c) => `${c.names[0]}.add(N(${c.label()}))` },
  discard: { needs: ['weakSet', 'node'], write: ({ names: [a, b] }) => `${a}.discard(${b})` },
  showMembers: {
    weight: 2,
    needs: ['weakSet'],
    write: ({ names: [a] }) => `print('members', sorted(each.name for each in ${a}), len(${a}))`,
  },
  isMember: { needs: ['weakSet', 'node'], write: ({ names: [a, b] }) => `print('in', ${b} in ${a})` },
  unite: {
    needs: ['weakSet', 'weakSet'],
    makes: 'weakSet',
    write: (c) => `${c.target} = ${c.names[0]} ${c.oneOf(['|', '&', '-'])} ${c.names[1]}`,
  },
  whileIterating: {
    needs: ['weakSet', 'node'],
    write: (c) => `for member in ${c.names[0]}:\n    member.x = None\n    print('member', rc(member))\nmember = None`,
  },
  keep: { needs: ['node', 'any'], write: ({ names: [a, b] }) => `${a}.kept = ${b}` },
  reference: {
    weight: 2,
    needs: ['node'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  ownReference: { needs: ['node'], write: (c) => `${c.names[0]}.own = weakref.ref(${c.names[0]}, note(${c.label()}))` },
  subclass: {
    needs: ['node'],
    makes: 'reference',
    write: (c) =>
      `${c.target} = LabelledReference(${c.names[0]}, note(${c.label()}))\n${c.target}.label = ${c.value()}`,
  },
  dead: {
    needs: ['reference'],
    write: ({ names: [a] }) => `print('reference ${a}', ${a}() is None, ${a}.__callback__ is None)`,
  },
  counts: {
    needs: ['node'],
    write: ({ names: [a] }) =>
      `print('weakrefs', weakref.getweakrefcount(${a}), [type(each).__name__ for each in weakref.getweakrefs(${a})])`,
  },
  keyed: { needs: ['reference', 'reference'], write: ({ names: [a, b] }) => `print('equal', ${a} == ${b})` },
  saved: { write: () => `print('saved', len(saved))\nsaved.clear()` },
};
