/** Calls, locals, closures, loops. */
import type { Templates } from './template.ts';

export const FUNCTIONS: Templates = {
  node: { weight: 3, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}]` },
  setAttribute: {
    weight: 2,
    needs: ['node', 'any'],
    write: (c) => `${c.names[0]}.${c.oneOf(['x', 'y'])} = ${c.names[1]}`,
  },
  append: { weight: 2, needs: ['list'], write: (c) => `${c.names[0]}.append(${c.value()})` },
  pass: { makes: 'thing', write: (c) => `${c.target} = passing(${c.value()})` },
  passNothing: { write: (c) => `passing(${c.value()})` },
  hold: { needs: ['counted'], makes: 'list', write: (c) => `${c.target} = holding(${c.names[0]}, N(${c.label()}))` },
  localsOf: { write: (c) => `locals_of(${c.value()}, ${1000 + 10 * c.label()})` },
  closure: { weight: 2, makes: 'closure', write: (c) => `${c.target} = closing_over(${c.anyName()}, ${c.label()})` },
  callClosure: { needs: ['closure'], makes: 'tuple', write: ({ names: [a], target }) => `${target} = ${a}()` },
  recursive: { makes: 'thing', write: (c) => `${c.target} = recursive(${c.anyName()})` },
  attachClosure: { needs: ['closure', 'node'], write: ({ names: [a, b] }) => `${b}.call = ${a}` },
  functionAttribute: { needs: ['closure'], write: (c) => `${c.names[0]}.kept = ${c.value()}` },
  lambda: { needs: ['any'], makes: 'thing', write: ({ names: [a], target }) => `${target} = lambda value=${a}: value` },
  boundMethod: { needs: ['list'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.append` },
  method: { needs: ['node'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}.__init__` },
  selfMethod: { needs: ['node'], write: ({ names: [a] }) => `${a}.method = ${a}.__init__` },
  def: {
    weight: 3,
    makes: 'function',
    write: ({ target }) => `def ${target}(p, q):`,
    block: {
      scope: 'function',
      parameters: { p: 'node', q: 'list' },
      last: (c) => (c.below(3) ? `return ${c.anyName()}` : ''),
    },
  },
  call: {
    weight: 4,
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
  callStar: { needs: ['function', 'node'], write: ({ names: [f, a] }) => `${f}(*[${a}], q=[${a}])` },
  forRange: { write: (c) => `for _ in range(${1 + c.below(3)}):`, block: { scope: 'inner' } },
  forList: { needs: ['list'], write: ({ names: [a] }) => `for each in ${a}[:4]:`, block: { scope: 'inner' } },
  forNew: {
    write: (c) => `for item in [N(${c.label()}), N(${c.label()})]:`,
    block: {
      scope: 'inner',
      parameters: { item: 'node' },
      last: () => `print('item', rc(item))`,
    },
  },
  if: {
    needs: ['list'],
    write: ({ names: [a] }) => `if ${a}:`,
    block: { scope: 'inner' },
  },
};
