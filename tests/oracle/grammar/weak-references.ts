/** Weak references with callbacks, finalizers that log, cut, resurrect, fail, collect. */
import type { Templates } from './template.ts';

export const WEAK_REFERENCES: Templates = {
  special: {
    weight: 4,
    makes: 'node',
    write: (c) =>
      `${c.target} = ${c.oneOf(['N', 'Resurrected', 'Cutting', 'Making', 'Failing', 'Collecting'])}(${c.label()})`,
  },
  reference: {
    weight: 3,
    needs: ['node'],
    makes: 'reference',
    write: ({ names: [a], target }) => `${target} = weakref.ref(${a})`,
  },
  withCallback: {
    weight: 4,
    needs: ['node'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  kept: { needs: ['node', 'node'], write: (c) => `${c.names[0]}.x = weakref.ref(${c.names[1]}, note(${c.label()}))` },
  toParent: {
    needs: ['node', 'node'],
    write: ({ names: [a, b] }) => `${a}.children.append(${b})\n${b}.parent = weakref.ref(${a})`,
  },
  looking: {
    weight: 2,
    needs: ['node'],
    makes: 'node',
    write: (c) =>
      `looking = Looking(${c.label()})\nlooking.seen = weakref.ref(${c.names[0]})\n${c.target} = looking\ndel looking`,
  },
  alive: { weight: 3, needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
  strong: { needs: ['reference'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}()` },
  toPlain: {
    needs: ['slotted'],
    makes: 'reference',
    write: ({ names: [a], target }) => `${target} = weakref.ref(${a})`,
  },
  toList: { makes: 'list', write: ({ target }) => `${target} = ListOf()` },
  toFunction: {
    needs: ['closure'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  count: { needs: ['node'], write: ({ names: [a] }) => `print('weakrefs ${a}', weakref.getweakrefcount(${a}))` },
  again: { needs: ['node'], write: ({ names: [a] }) => `print('shared', weakref.ref(${a}) is weakref.ref(${a}))` },
  dropSaved: { write: () => `saved.clear()` },
  countSaved: { write: () => `print('saved', [each.name for each in saved])` },
  finalize: { needs: ['node'], write: (c) => `weakref.finalize(${c.names[0]}, print, 'finalize', ${c.label()})` },
};

/** The containers of the weakref module. */
export const WEAK_CONTAINERS: Templates = {
  addValue: { needs: ['node'], write: (c) => `by_name[${c.below(5)}] = ${c.names[0]}` },
  addKey: { needs: ['node'], write: (c) => `by_node[${c.names[0]}] = ${c.below(5)}` },
  addMember: { needs: ['node'], write: ({ names: [a] }) => `members.add(${a})` },
  show: { weight: 2, write: () => `print('weak', sorted(by_name), sorted(by_node.values()), len(members))` },
};
