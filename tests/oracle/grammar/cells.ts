/** Cells: nonlocal names that are bound, deleted, shared; functions that hold themselves; classes' own cells. */
import type { Templates } from './template.ts';

export const CELLS: Templates = {
  node: { weight: 3, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}]` },
  append: { needs: ['list'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  box: { weight: 4, makes: 'box', write: (c) => `${c.target} = boxed(${c.value()})` },
  get: { weight: 2, needs: ['box'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}[0]()` },
  put: { weight: 3, needs: ['box'], write: (c) => `${c.names[0]}[1](${c.value()})` },
  putOwn: { weight: 2, needs: ['box'], write: (c) => `${c.names[0]}[1](${c.oneOf([c.names[0], `${c.names[0]}[0]`])})` },
  dropHeld: { weight: 2, needs: ['box'], write: ({ names: [a] }) => `${a}[2]()` },
  countHeld: { weight: 2, needs: ['box'], write: ({ names: [a] }) => `${a}[3]()` },
  getter: { needs: ['box'], makes: 'closure', write: ({ names: [a], target }) => `${target} = ${a}[0]` },
  callGetter: { needs: ['closure'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}()` },
  contents: {
    needs: ['closure'],
    write: ({ names: [a] }) => `print('cell', hasattr(${a}.__closure__[0], 'cell_contents'), rc(${a}.__closure__[0]))`,
  },
  setContents: { needs: ['closure'], write: (c) => `${c.names[0]}.__closure__[0].cell_contents = ${c.value()}` },
  ownCell: { needs: ['closure'], write: ({ names: [a] }) => `${a}.__closure__[0].cell_contents = ${a}.__closure__[0]` },
  delContents: {
    needs: ['closure'],
    write: ({ names: [a] }) =>
      `if hasattr(${a}.__closure__[0], 'cell_contents'):\n    del ${a}.__closure__[0].cell_contents`,
  },
  cellOf: { needs: ['closure'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.__closure__[0]` },
  nested: { makes: 'closure', write: (c) => `${c.target} = nesting(${c.value()}, ${c.label()})` },
  recursive: { makes: 'thing', write: (c) => `${c.target} = recursive(${c.anyName()})` },
  mutual: { write: (c) => `mutual(${c.anyName()}, ${c.label()})` },
  inLoop: { makes: 'list', write: (c) => `${c.target} = looped(${1 + c.below(4)}, ${100 * c.label() + 1000})` },
  callAll: {
    needs: ['list'],
    write: ({ names: [a] }) =>
      `print('called', [type(each()).__name__ for each in ${a} if type(each) is type(passing)])`,
  },
  lambdas: { makes: 'list', write: (c) => `${c.target} = [lambda: each for each in (${c.value()}, ${c.value()})]` },
  classCell: { makes: 'node', write: (c) => `${c.target} = with_class_cell(${c.label()})` },
  defaults: { needs: ['closure'], write: (c) => `${c.names[0]}.__defaults__ = (${c.value()},)` },
  keywordDefaults: { needs: ['closure'], write: (c) => `${c.names[0]}.__kwdefaults__ = {'kept': ${c.value()}}` },
  functionDict: { needs: ['closure'], write: (c) => `${c.names[0]}.kept = ${c.oneOf([c.names[0], c.value()])}` },
  delInside: { makes: 'thing', write: (c) => `${c.target} = deleting(${c.anyName()}, ${c.label()})` },
  comprehension: {
    needs: ['list'],
    makes: 'list',
    write: ({ names: [a], target }) => `${target} = held_in_comprehension(${a})`,
  },
  function: {
    weight: 3,
    makes: 'function',
    write: ({ target }) => `def ${target}(p, q):\n    def later():\n        return p, q`,
    block: {
      scope: 'function',
      parameters: { p: 'node', q: 'list', later: 'closure' },
      last: (c) => c.oneOf(['return later', 'del p', 'q = later', 'return p', '']),
    },
  },
  call: {
    weight: 3,
    needs: ['function', 'node', 'list'],
    makes: 'thing',
    write: ({ names: [f, a, b], target }) => `${target} = ${f}(${a}, ${b})`,
  },
  callNew: {
    weight: 2,
    needs: ['function'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}(N(${c.label()}), [${c.value()}])`,
  },
  watch: {
    needs: ['closure'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  alive: { needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
};
