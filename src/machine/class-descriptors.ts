/** The descriptors that a class statement makes: `__dict__`, `__weakref__`, and one for each of `__slots__`. */
import { dictOfInstance, replaceDict } from './attributes.ts';
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';
import type { DescriptorBody } from './native-types.ts';
import { raiseAttributeError } from './raising.ts';
import type { TypeBody } from './type-body.ts';

/** `__dict__` of the instances of the class `owner`. */
export function dictAttribute(owner: string): DescriptorBody {
  return {
    name: '__dict__',
    owner,
    isMember: false,
    property: {
      get(machine, self) {
        const dict = dictOfInstance(machine as PythonMachine, self);
        machine.heap.incref(dict);
        return dict;
      },
      set(machine, self, value) {
        replaceDict(machine as PythonMachine, self, value);
      },
    },
  };
}

export function weakrefAttribute(owner: string): DescriptorBody {
  return {
    name: '__weakref__',
    owner,
    isMember: false,
    property: {
      get(m, self) {
        const first = m.heap.weakReferences.get(self)?.[0] ?? m.none;
        m.heap.incref(first);
        return first;
      },
    },
  };
}

/** The descriptor of a `__slots__` name, which lies in slot `at` of the instances. */
export function memberOf(body: TypeBody, name: string, at: number): DescriptorBody {
  return {
    name,
    owner: body.name,
    isMember: true,
    property: {
      get(machine, self) {
        const value = machine.heap.slots[self]![at];
        if (value === 0) {
          const message = `'${machine.typeName(self)}' object has no attribute '${name}'`;
          raiseAttributeError(machine as PythonMachine, self, name, message);
        }
        machine.heap.incref(value);
        return value;
      },
      set(machine, self, value) {
        const heap = machine.heap;
        if (value !== 0) {
          heap.incref(value);
          heap.replaceSlot(self, at, value);
          return;
        }
        if (heap.slots[self]![at] === 0) raiseAttributeError(machine as PythonMachine, self, name, name);
        heap.replaceSlot(self, at, 0);
      },
    },
  };
}

/** The descriptors that all classes share since 3.15, by name. */
export function commonDescriptors(m: PythonMachine): ReadonlyMap<string, number> {
  const make = (descriptor: DescriptorBody): [string, number] => {
    const id = m.object(Kind.DESCRIPTOR, 'getset_descriptor', [m.objectType], descriptor);
    m.heap.makeImmortal(id);
    return [descriptor.name, id];
  };
  return new Map([make(dictAttribute('')), make(weakrefAttribute(''))]);
}
