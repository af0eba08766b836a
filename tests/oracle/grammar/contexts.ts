/** Context managers, of classes and of contextlib: what they hold while a block runs, and when it is left by an exception. */
import type { Choice, Templates } from './template.ts';

const raising = (c: Choice) => (c.below(2) ? `raising(${c.anyName()}, ${c.label()})` : '');

export const CONTEXTS: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { makes: 'list', write: (c) => `${c.target} = [${c.value()}]` },
  guard: {
    weight: 2,
    makes: 'guard',
    write: (c) => `${c.target} = Guard(${c.label()}, ${c.oneOf(['True', 'False'])})`,
  },
  keep: { needs: ['guard', 'any'], write: ({ names: [a, b] }) => `${a}.x = ${b}` },
  withNew: {
    weight: 3,
    write: (c) => `with Guard(${c.label()}, True) as entered:`,
    block: { scope: 'inner', parameters: { entered: 'guard' }, last: raising },
  },
  withKnown: {
    weight: 2,
    needs: ['guard'],
    write: ({ names: [a] }) => `with ${a}:`,
    block: { scope: 'inner' },
  },
  withManaged: {
    weight: 3,
    write: (c) => `with suppress(ValueError), managed(${c.anyName()}, ${c.label()}) as inside:`,
    block: { scope: 'inner', parameters: { inside: 'node' }, last: raising },
  },
  withSeveral: {
    write: (c) =>
      `with Guard(${c.label()}, True) as outer, Guard(${c.label()}, ${c.oneOf(['True', 'False'])}) as entered:`,
    block: { scope: 'inner', parameters: { outer: 'guard', entered: 'guard' }, last: raising },
  },
  withSuppress: {
    write: () => `with suppress(ValueError):`,
    block: { scope: 'inner', last: (c) => `raising(${c.anyName()}, ${c.label()})` },
  },
  withNothing: {
    write: (c) => `with nullcontext(N(${c.label()})) as inside:`,
    block: { scope: 'inner', parameters: { inside: 'node' }, last: () => `print('inside', rc(inside))` },
  },
  withClosing: {
    write: (c) => `with closing(numbers(${c.anyName()}, ${c.label()})) as started:`,
    block: { scope: 'inner', parameters: { started: 'generator' }, last: () => 'next(started)' },
  },
  withStack: {
    weight: 2,
    write: () => `with suppress(ValueError), ExitStack() as stack:`,
    block: { scope: 'inner', parameters: { stack: 'stack' }, last: raising },
  },
  stack: { makes: 'stack', write: ({ target }) => `${target} = ExitStack()` },
  enter: {
    weight: 2,
    needs: ['stack'],
    write: (c) =>
      `${c.names[0]}.enter_context(${c.oneOf([`Guard(${c.label()}, True)`, `managed(${c.anyName()}, ${c.label()})`])})`,
  },
  enterInto: {
    needs: ['stack'],
    makes: 'guard',
    write: (c) => `${c.target} = ${c.names[0]}.enter_context(Guard(${c.label()}, False))`,
  },
  callback: {
    weight: 2,
    needs: ['stack'],
    write: (c) => `${c.names[0]}.callback(${c.oneOf([`print, 'callback', ${c.label()}`, `passing, ${c.value()}`])})`,
  },
  push: { needs: ['stack', 'guard'], write: ({ names: [a, b] }) => `${a}.push(${b})` },
  popAll: { needs: ['stack'], makes: 'stack', write: ({ names: [a], target }) => `${target} = ${a}.pop_all()` },
  closeStack: { needs: ['stack'], write: ({ names: [a] }) => `${a}.close()` },
  managed: { makes: 'managed', write: (c) => `${c.target} = managed(${c.anyName()}, ${c.label()})` },
  enterManaged: {
    needs: ['managed'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${a}.__enter__() if hasattr(${a}, 'args') else None`,
  },
  function: {
    makes: 'function',
    write: ({ target }) => `def ${target}(p, q):`,
    block: { scope: 'function', parameters: { p: 'node', q: 'list' }, last: (c) => `return ${c.anyName()}` },
  },
  call: {
    weight: 2,
    needs: ['function'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}(N(${c.label()}), [${c.value()}])`,
  },
  leaveFrom: {
    needs: ['any'],
    makes: 'thing',
    write: (c) => `${c.target} = leaving(${c.names[0]}, ${c.label()}, ${c.label()})`,
  },
};
