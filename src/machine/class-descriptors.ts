/** The descriptors that a class statement makes: `__dict__`, `__weakref__`, and one for each of `__slots__`. */
import { Flag } from '../heap/heap.ts';
import { EXCEPTION_MEMBERS, Kind, LAST_ATOM } from '../heap/kinds.ts';
import { dictOfInstance, makeInlineValues, replaceDict } from './attributes.ts';
import type { PythonMachine } from './machine.ts';
import type { DescriptorBody } from './native-types.ts';
import { raiseAttributeError } from './raising.ts';
import type { TypeBody } from './type-body.ts';
import { dictEntries, dictRemoveName, dictTable } from './types/dict-table.ts';

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

/** The descriptor of the `__slots__` name with number `index`. */
export function memberOf(body: TypeBody, name: string, index: number): DescriptorBody {
  const first = firstMember(body);
  if (first < 0) return memberBesideContents(body, name);
  const at = first + index;
  return {
    name,
    owner: body.name,
    isMember: true,
    property: {
      get(machine, self) {
        const { heap } = machine;
        const value = at < heap.slotCount(self) ? heap.slotAt(self, at) : 0;
        if (value === 0) complain(machine as PythonMachine, self, name);
        machine.heap.incref(value);
        return value;
      },
      set(machine, self, value) {
        const heap = machine.heap;
        // Exceptions have such slots from when one of them is set.
        while (heap.slotCount(self) <= at) heap.appendSlot(self, 0);
        if (value !== 0) {
          heap.incref(value);
          heap.replaceSlot(self, at, value);
          return;
        }
        if (heap.slotAt(self, at) === 0) raiseAttributeError(machine as PythonMachine, self, name, name);
        heap.replaceSlot(self, at, 0);
      },
    },
  };
}

/** In which slot of the instances the first of them lies; -1 where the slots are contents. */
function firstMember({ kind }: TypeBody): number {
  if (kind === Kind.INSTANCE) return 0;
  if (kind === Kind.EXCEPTION) return EXCEPTION_MEMBERS;
  // Behind the value of an instance of `class Name(str)`.
  return kind <= LAST_ATOM || kind === Kind.BYTEARRAY ? 1 : -1;
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

/**
 * The same for a class derived from list, str or another native type, whose slots are its contents.
 * Not CPython: where instances have a `__dict__`, it lies there; where they have none, in a dict that nobody sees.
 */
function memberBesideContents(body: TypeBody, name: string): DescriptorBody {
  return {
    name,
    owner: body.name,
    isMember: true,
    property: {
      get(machine, self) {
        const dict = machine.heap.dictOf.get(self) ?? 0;
        const value = dict === 0 ? 0 : machine.dictGetName(dict, name);
        if (value === 0) complain(machine as PythonMachine, self, name);
        machine.heap.incref(value);
        return value;
      },
      set(machine, self, value) {
        const m = machine as PythonMachine;
        const known = m.heap.dictOf.get(self) ?? 0;
        if (value !== 0) storeInOrder(m, known === 0 ? dictForSlots(m, self) : known, name, value);
        else if (known === 0 || !dictRemoveName(m.heap, known, name)) raiseAttributeError(m, self, name, name);
      },
    },
  };
}

function complain(m: PythonMachine, self: number, name: string): never {
  raiseAttributeError(m, self, name, `'${m.typeName(self)}' object has no attribute '${name}'`);
}

/** Slots are visited and released in alphabetical order: those that come after the name move behind it. */
function storeInOrder(m: PythonMachine, dict: number, name: string, value: number): void {
  const entries =
    m.heap.flags[dict] & Flag.INLINE_VALUES && m.dictGetName(dict, name) === 0 ? dictEntries(m.heap, dict) : [];
  m.dictSetName(dict, name, value);
  for (let i = 0; i < entries.length; i += 2) {
    const other = m.strValue(entries[i]);
    if (other < name) continue;
    m.heap.incref(entries[i + 1]);
    dictRemoveName(m.heap, dict, other);
    m.dictSetName(dict, other, entries[i + 1]);
    m.heap.decref(entries[i + 1]);
  }
}

function dictForSlots(m: PythonMachine, self: number): number {
  const { hasDict, hasInlineValues } = m.bodyOfType(self);
  if (hasDict && !hasInlineValues) return dictOfInstance(m, self);
  const dict = makeInlineValues(m, self);
  if (!hasDict) dictTable(m.heap, dict).mayEmbed = () => true;
  return dict;
}
