/** Graphs of instances: attributes, children lists, links to parents. */
import type { Templates } from './template.ts';

const ATTRIBUTES = ['x', 'y', 'parent'] as const;

export const INSTANCES: Templates = {
  node: { weight: 5, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  setAttribute: {
    weight: 4,
    needs: ['node', 'any'],
    write: (c) => `${c.names[0]}.${c.oneOf(ATTRIBUTES)} = ${c.names[1]}`,
  },
  setNewAttribute: { needs: ['node'], write: (c) => `${c.names[0]}.${c.oneOf(ATTRIBUTES)} = ${c.value()}` },
  link: {
    weight: 3,
    needs: ['node', 'node'],
    write: ({ names: [a, b] }) => `${a}.children.append(${b})\n${b}.parent = ${a}`,
  },
  unlink: {
    weight: 2,
    needs: ['node'],
    write: (c) => {
      const attribute = c.oneOf(ATTRIBUTES);
      return `if hasattr(${c.names[0]}, '${attribute}'):\n    del ${c.names[0]}.${attribute}`;
    },
  },
  newChild: { weight: 2, needs: ['node'], write: (c) => `${c.names[0]}.children.append(N(${c.label()}))` },
  popChild: { needs: ['node'], write: ({ names: [a] }) => `if ${a}.children:\n    ${a}.children.pop()` },
  clearChildren: { needs: ['node'], write: ({ names: [a] }) => `${a}.children.clear()` },
  sliceChildren: { needs: ['node'], write: (c) => `del ${c.names[0]}.children[${c.below(2)}:${c.below(4)}]` },
  otherChildren: { needs: ['node', 'node'], write: ({ names: [a, b] }) => `${a}.children = ${b}.children` },
  newChildren: { needs: ['node'], write: (c) => `${c.names[0]}.children = [${c.value()}, ${c.value()}]` },
  tree: {
    makes: 'node',
    write: (c) => `${c.target} = tree(${1 + c.below(2)}, ${1 + c.below(3)}, ${c.oneOf(['True', 'False'])})`,
  },
  childrenOf: { needs: ['node'], makes: 'list', write: ({ names: [a], target }) => `${target} = ${a}.children` },
};

/** Instances without __init__, in whatever order their attributes come; with slots; with a dict of their own. */
export const PLAIN_INSTANCES: Templates = {
  plain: { weight: 3, makes: 'plain', write: ({ target }) => `${target} = P()` },
  setPlain: {
    weight: 4,
    needs: ['plain', 'any'],
    write: (c) => `${c.names[0]}.${c.oneOf(['a', 'b', 'c', 'd'])} = ${c.names[1]}`,
  },
  setPlainNode: { needs: ['plain'], write: (c) => `${c.names[0]}.${c.oneOf(['a', 'b', 'c', 'd'])} = N(${c.label()})` },
  vars: { needs: ['plain'], write: ({ names: [a] }) => `print('vars ${a}', list(vars(${a})))` },
  dictOf: { needs: ['plain'], makes: 'dict', write: ({ names: [a], target }) => `${target} = ${a}.__dict__` },
  newDict: { needs: ['plain', 'dict'], write: ({ names: [a, b] }) => `${a}.__dict__ = ${b}` },
  clearDict: { needs: ['plain'], write: ({ names: [a] }) => `${a}.__dict__.clear()` },
  slotted: { weight: 3, makes: 'slotted', write: ({ target }) => `${target} = S()` },
  setSlot: {
    weight: 3,
    needs: ['slotted', 'any'],
    write: (c) => `${c.names[0]}.${c.oneOf(['a', 'b'])} = ${c.names[1]}`,
  },
  setSlotNode: { needs: ['slotted'], write: (c) => `${c.names[0]}.${c.oneOf(['a', 'b'])} = N(${c.label()})` },
};
