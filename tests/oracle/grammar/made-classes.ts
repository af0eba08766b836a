/** Classes made by calls, by metaclasses, with hooks; dropped, changed, looked at. Names bound and unbound by the namespace. */
import type { Templates } from './template.ts';

export const MADE_CLASSES: Templates = {
  node: { weight: 2, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  made: {
    weight: 3,
    makes: 'class',
    write: (c) => `${c.target} = type('Made', (${c.oneOf(['', 'P,', 'Base,'])}), {'kept': ${c.value()}})`,
  },
  derived: {
    weight: 2,
    needs: ['class'],
    makes: 'class',
    write: (c) => `${c.target} = type('Derived', (${c.names[0]},), {})`,
  },
  statement: {
    weight: 2,
    makes: 'class',
    write: (c) =>
      `class ${c.target}${c.oneOf(['', '(Base)', '(metaclass=Meta)', '(P)', '(Base, metaclass=Meta)'])}:\n    kept = ${c.value()}`,
  },
  hooked: { weight: 2, makes: 'class', write: (c) => `class ${c.target}(Hooked, kept=${c.value()}):\n    pass` },
  named: { makes: 'class', write: (c) => `class ${c.target}:\n    field = Naming(${c.value()})` },
  slotted: {
    makes: 'class',
    write: (c) => `class ${c.target}:\n    __slots__ = ('a', '__dict__', '__weakref__')\n    other = ${c.value()}`,
  },
  instance: {
    weight: 3,
    needs: ['class'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = made_of(${a})`,
  },
  selfInstance: { needs: ['class'], write: ({ names: [a] }) => `${a}.own = made_of(${a})` },
  setOnClass: { weight: 2, needs: ['class'], write: (c) => `${c.names[0]}.kept = ${c.value()}` },
  methodOnClass: { needs: ['class'], write: ({ names: [a] }) => `${a}.method = lambda self: self` },
  delOnClass: { needs: ['class'], write: ({ names: [a] }) => `if 'kept' in ${a}.__dict__:\n    del ${a}.kept` },
  finalizerOnClass: {
    needs: ['class'],
    write: (c) => `${c.names[0]}.__del__ = lambda self: print('~ late', ${c.label()})`,
  },
  subclasses: {
    weight: 2,
    needs: ['class'],
    write: ({ names: [a] }) => `print('subclasses', [each.__name__ for each in ${a}.__subclasses__()])`,
  },
  subclassesOfBase: { write: (c) => `print('subclasses', len(${c.oneOf(['Base', 'P', 'Hooked'])}.__subclasses__()))` },
  order: { needs: ['class'], write: ({ names: [a] }) => `print('order', [each.__name__ for each in ${a}.__mro__])` },
  changeClass: {
    needs: ['class'],
    write: ({ names: [a] }) => `changed = P()\nif ${a}.__bases__ == (P,):\n    changed.__class__ = ${a}\ndel changed`,
  },
  referents: {
    needs: ['class'],
    write: ({ names: [a] }) => `print('referents', sorted(type(each).__name__ for each in gc.get_referents(${a})))`,
  },
  watchClass: {
    weight: 2,
    needs: ['class'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  aliveClass: { needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
  inFunction: {
    makes: 'thing',
    write: (c) => `${c.target} = ${c.oneOf(['local_class', 'generic_class'])}(${c.value()})`,
  },
  popName: { weight: 2, needs: ['any'], drops: true, write: ({ names: [a] }) => `globals().pop('${a}', None)` },
  execDel: { needs: ['any'], drops: true, write: ({ names: [a] }) => `exec('del ${a}')` },
  execBind: { needs: ['node'], makes: 'node', write: ({ names: [a], target }) => `exec('${target} = ${a}')` },
  evalCount: { needs: ['node'], write: ({ names: [a] }) => `print('eval', eval('rc(${a})'))` },
  namespace: {
    needs: ['node'],
    makes: 'dict',
    write: (c) =>
      `${c.target} = {'given': ${c.names[0]}}\nexec('class Inside: kept = given\\ninside = Inside()', ${c.target})`,
  },
  update: { needs: ['node'], makes: 'node', write: ({ names: [a], target }) => `globals().update(${target}=${a})` },
  forgetAll: {
    dropsAll: true,
    write: () => `for name in [each for each in globals() if each[-1].isdigit()]:\n    del globals()[name]`,
  },
};
