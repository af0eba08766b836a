/** `super`: attributes of what comes after a class in an MRO. Source: CPython Objects/typeobject.c (super_getattro, supercheck). */
import { Kind } from '../heap/kinds.ts';
import { bind, genericGetAttribute } from './attributes.ts';
import type { PythonMachine } from './machine.ts';
import type { TypeDeclaration } from './native.ts';
import { raiseAttributeError } from './raising.ts';
import { TypeSlot } from './type-body.ts';
import { entryId } from './value-stack.ts';
import { noKeywords } from './types/call-arguments.ts';
import { dictLookupName } from './types/dict-table.ts';

export interface SuperAttribute {
  /** Found on a class, borrowed; 0 = none. */
  readonly attribute: number;
  /** What it binds to; 0 when it was looked up for a class. */
  readonly instance: number;
  readonly owner: number;
  /** What to do when none was found: an owned result, or an AttributeError. */
  fallback(m: PythonMachine, name: string): number;
}

function complainAboutObject(m: PythonMachine, type: number, object: number): never {
  if (m.profile.versionInfo[1] <= 12) {
    m.raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
  }
  const shown = m.isType(object) ? `type ${m.typeBody(object).name}` : `instance of ${m.typeName(object)}`;
  const wanted = m.typeBody(type).name;
  m.raise('TypeError', `super(type, obj): obj (${shown}) is not an instance or subtype of type (${wanted}).`);
}

/** Looks for `name` behind `type` in the MRO of `object` (an instance of it, or a subclass). Throws TypeError. */
export function superAttribute(m: PythonMachine, type: number, object: number, name: string): SuperAttribute {
  if (!m.isType(type)) m.raise('TypeError', 'super() argument 1 must be a type, not ' + m.typeName(type));
  const isClass = m.isType(object) && m.isSubtype(object, type);
  if (!isClass && !m.isInstance(object, type)) {
    complainAboutObject(m, type, object);
  }
  const owner = isClass ? object : m.heap.typeOf[object];
  const mro = m.typeBody(owner).mro;
  let attribute = 0;
  for (let i = mro.indexOf(type) + 1; i < mro.length && name !== '__class__'; i++) {
    const dict = m.heap.slots[mro[i]]![TypeSlot.DICT];
    attribute = dict === 0 ? 0 : dictLookupName(m.heap, dict, name);
    if (attribute !== 0) break;
  }
  return {
    attribute,
    instance: isClass ? 0 : object,
    owner,
    fallback(machine, missing) {
      raiseAttributeError(machine, object, missing, `'super' object has no attribute '${missing}'`);
    },
  };
}

// In the order of super_traverse; the third slot is the class whose MRO is searched.
const OBJECT = 0;
const TYPE = 1;

export const superDeclaration: TypeDeclaration = {
  name: 'super',
  kind: Kind.SUPER,
  canBeBase: true,
  slots: {
    create(machine, type, args, names) {
      const m = machine as PythonMachine;
      noKeywords(m, 'super', names);
      if (args.length > 2) m.raise('TypeError', `super() expected at most 2 arguments, got ${args.length}`);
      if (args.length > 0 && !m.isType(args[0])) {
        m.raise('TypeError', `super() argument 1 must be a type, not ${m.typeName(args[0])}`);
      }
      const [from, object] = args.length === 0 ? implicitArguments(m) : [args[0], args.length > 1 ? args[1] : 0];
      const owner = object === 0 ? 0 : superAttribute(m, from, object, '').owner;
      m.heap.incref(from);
      if (object !== 0) m.heap.incref(object);
      if (owner !== 0) m.heap.incref(owner);
      return m.heap.allocTracked(Kind.SUPER, type, [object, from, owner], null, 56);
    },
    initialize() {},
    getAttribute(machine, self, name) {
      const m = machine as PythonMachine;
      const [object, from] = m.heap.slots[self]!;
      if (object === 0 || name === '__class__') return genericGetAttribute(m, self, name);
      const found = superAttribute(m, from, object, name);
      if (found.attribute === 0) return genericGetAttribute(m, self, name);
      return bind(m, found.attribute, found.instance, found.owner);
    },
    repr(machine, self) {
      const m = machine as PythonMachine;
      const [object, from] = m.heap.slots[self]!;
      const shown = object === 0 ? 'NULL' : `<${m.typeName(object)} object>`;
      return `<super: <class '${m.typeBody(from).name}'>, ${shown}>`;
    },
  },
  properties: {
    __thisclass__: { get: (m, self) => ownedSlot(m as PythonMachine, self, TYPE) },
    __self__: { get: (m, self) => ownedSlot(m as PythonMachine, self, OBJECT) },
  },
};

function ownedSlot(m: PythonMachine, id: number, slot: number): number {
  const value = m.heap.slots[id]![slot] || m.none;
  m.heap.incref(value);
  return value;
}

/** Zero-argument super(): the cell `__class__` and the first argument of the calling frame; borrowed. */
function implicitArguments(m: PythonMachine): [number, number] {
  const frame = m.frames[m.depth];
  const code = frame.code.code;
  const slot = code.slotNames.indexOf('__class__');
  if (code.argCount === 0) m.raise('RuntimeError', 'super(): no arguments');
  if (slot < 0) m.raise('RuntimeError', 'super(): __class__ cell not found');
  const type = m.heap.slots[entryId(m.stack[frame.base + slot])]![0];
  if (type === 0) m.raise('RuntimeError', 'super(): empty __class__ cell');
  let self = entryId(m.stack[frame.base]);
  if (self !== 0 && m.heap.kind[self] === Kind.CELL && code.cellNames.includes(code.slotNames[0])) {
    self = m.heap.slots[self]![0];
  }
  if (self === 0) m.raise('RuntimeError', 'super(): arg[0] deleted');
  return [type, self];
}
