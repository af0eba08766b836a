/** Instances of classes and of `object`. Source: CPython Objects/typeobject.c (object_new, object_init), Objects/dictobject.c (_PyObject_InitInlineValues). */
import { Kind } from '../heap/kinds.ts';
import { lookUp } from './attributes.ts';
import type { PythonMachine } from './machine.ts';
import type { TypeSlots } from './native.ts';
import type { TypeBody } from './type-body.ts';
import { qualifiedTypeName } from './type-names.ts';

/** A fresh instance of a class whose instances are plain. */
export function newInstance(m: PythonMachine, type: number, body: TypeBody): number {
  if (body.keyBudget > 1 && body.hasDict) body.keyBudget--;
  const fixed = body.slotNames.length;
  const slots = fixed === 0 ? null : new Array<number>(fixed).fill(0);
  return m.heap.allocTracked(Kind.INSTANCE, type, slots, null, body.instanceBytes);
}

/** object.__new__ */
export const objectCreate: TypeSlots['create'] = (machine, type, args, names) => {
  const m = machine as PythonMachine;
  const body = m.typeBody(type);
  if (args.length > 0 || names !== null) {
    const { create, initialize } = body.slots;
    if (create !== objectCreate) {
      m.raise('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)');
    }
    if (initialize === objectInitialize) m.raise('TypeError', `${body.name}() takes no arguments`);
  }
  if (type === m.objectType) return m.heap.alloc(Kind.OBJECT, type, null, null, 16);
  // What object() makes is no instance of a type with a layout of its own (`type(iter([]))()`).
  if (body.kind !== Kind.INSTANCE) m.raise('TypeError', `cannot create '${qualifiedTypeName(m, type)}' instances`);
  const missing = abstractMethods(m, type);
  if (missing.length > 0) {
    const plural = missing.length === 1 ? 'method' : 'methods';
    const list = missing.map((name) => `'${name}'`).join(', ');
    m.raise(
      'TypeError',
      `Can't instantiate abstract class ${body.name} without an implementation for abstract ${plural} ${list}`,
    );
  }
  return newInstance(m, type, body);
};

function abstractMethods(m: PythonMachine, type: number): string[] {
  const set = lookUp(m, type, '__abstractmethods__');
  if (set === 0 || m.heap.kind[set] === Kind.DESCRIPTOR) return [];
  const names: string[] = [];
  m.forEach(set, (name) => void names.push(m.strValue(name)));
  return names.sort();
}

/** object.__init__ */
export const objectInitialize: TypeSlots['initialize'] = (machine, self, args, names) => {
  if (args.length === 0 && names === null) return;
  const m = machine as PythonMachine;
  const { create, initialize } = m.bodyOfType(self).slots;
  if (initialize !== objectInitialize) {
    m.raise('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)');
  }
  if (create === objectCreate) {
    m.raise('TypeError', `${m.typeName(self)}.__init__() takes exactly one argument (the instance to initialize)`);
  }
};
