/** The type generator. Source: CPython Objects/genobject.c. */
import { Kind } from '../heap/kinds.ts';
import { close, delegate, type GeneratorBody, nextOf, raiseStopIteration, send, throwInto } from './generators.ts';
import type { PythonMachine } from './machine.ts';
import { addressText } from './modules/object-address.ts';
import type { Machine, TypeDeclaration } from './native.ts';
import { exceptionFrom } from './raising.ts';
import { noArguments } from './types/call-arguments.ts';
import { generatorFrame } from './generator-frame.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;
const bodyOf = (m: Machine, self: number): GeneratorBody => m.heap.body[self] as GeneratorBody;

function resultOf(m: PythonMachine, item: number): number {
  if (item !== 0) return item;
  const value = m.result;
  m.result = 0;
  raiseStopIteration(m, value);
}

export const generatorType: TypeDeclaration = {
  name: 'generator',
  kind: Kind.GENERATOR,
  weaklyReferenceable: true,
  slots: {
    iterate(m, self) {
      m.heap.incref(self);
      return self;
    },
    next: (m, self) => nextOf(core(m), self),
    repr: (m, self) => `<generator object ${bodyOf(m, self).qualifiedName} at ${addressText(self)}>`,
  },
  methods: {
    __next__: (m, [self]) => resultOf(core(m), send(core(m), self, m.none)),
    send(m, args, names) {
      m.expectArguments('generator.send', args.slice(1), names, 1);
      return resultOf(core(m), send(core(m), args[0], args[1]));
    },
    throw(machine, args, names) {
      const m = core(machine);
      m.expectArguments('throw', args.slice(1), names, 1, 3);
      if (args.length > 3 && args[3] !== m.none && m.heap.kind[args[3]] !== Kind.TRACEBACK) {
        m.raise('TypeError', 'throw() third argument must be a traceback object');
      }
      const value = args.length > 2 ? args[2] : 0;
      const thing = value !== 0 && m.isInstance(value, m.type('BaseException')) ? value : args[1];
      const complaint = `exceptions must be classes or instances deriving from BaseException, not ${m.typeName(thing)}`;
      // A class and what its exception is made of.
      const hasParts = thing !== value && value !== 0 && value !== m.none && m.isType(thing);
      const parts = m.heap.kind[value] === Kind.TUPLE ? m.items(value) : [value];
      const exception = hasParts ? m.call(thing, parts) : exceptionFrom(m, thing, complaint);
      return resultOf(m, throwInto(m, args[0], exception));
    },
    close(m, args, names) {
      noArguments(m, 'generator.close', args, names);
      return close(core(m), args[0]);
    },
  },
  properties: {
    __name__: {
      get: (m, self) => m.intern(bodyOf(m, self).name),
      set: (m, self, value) => void (bodyOf(m, self).name = m.strValue(value)),
    },
    __qualname__: {
      get: (m, self) => m.intern(bodyOf(m, self).qualifiedName),
      set: (m, self, value) => void (bodyOf(m, self).qualifiedName = m.strValue(value)),
    },
    gi_running: { get: (m, self) => m.bool(bodyOf(m, self).state === 'running') },
    gi_suspended: { get: (m, self) => m.bool(bodyOf(m, self).state === 'suspended') },
    gi_code: {
      get(m, self) {
        const { object } = bodyOf(m, self).code;
        m.heap.incref(object);
        return object;
      },
    },
    gi_frame: { get: (m, self) => generatorFrame(core(m), self) },
    gi_yieldfrom: {
      get(m, self) {
        const inner = delegate(core(m), self) || m.none;
        m.heap.incref(inner);
        return inner;
      },
    },
  },
};
