/** Classes made and dropped by the program: cycles by themselves, kept alive by instances and subclasses. */
import type { Templates } from './template.ts';

export const CLASSES: Templates = {
  class: {
    weight: 4,
    makes: 'class',
    write: (c) =>
      `class ${c.target}:\n    kept = ${c.value()}${c.oneOf(['', '\n    def method(self):\n        return self', "\n    __slots__ = ('x', 'y', '__weakref__')", '\n    def __del__(self):\n        print("~ of class")'])}`,
  },
  subclass: {
    weight: 2,
    needs: ['class'],
    makes: 'class',
    write: ({ names: [a], target }) =>
      target === a ? 'pass' : `class ${target}(${a}):\n    def __init__(self):\n        super().__init__()`,
  },
  instance: { weight: 3, needs: ['class'], makes: 'thing', write: ({ names: [a], target }) => `${target} = ${a}()` },
  setOnInstance: {
    needs: ['class'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]}()\n${c.target}.x = ${c.value()}`,
  },
  selfInstance: { needs: ['class'], write: ({ names: [a] }) => `${a}.own = ${a}()` },
  setOnClass: { weight: 2, needs: ['class'], write: (c) => `${c.names[0]}.kept = ${c.value()}` },
  delOnClass: { needs: ['class'], write: ({ names: [a] }) => `if 'kept' in ${a}.__dict__:\n    del ${a}.kept` },
  watchClass: {
    needs: ['class'],
    makes: 'reference',
    write: (c) => `${c.target} = weakref.ref(${c.names[0]}, note(${c.label()}))`,
  },
  aliveClass: { needs: ['reference'], write: ({ names: [a] }) => `print('alive ${a}', ${a}() is not None)` },
  node: { makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
};
