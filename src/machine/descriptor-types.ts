/** property, staticmethod, classmethod, and the descriptors of native and `__slots__` attributes. Source: CPython Objects/descrobject.c, funcobject.c. */
import { Kind, type KindNumber } from '../heap/kinds.ts';
import { bind, dictOfInstance } from './attributes.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeProperty, TypeDeclaration } from './native.ts';
import { subclassBytes } from './types/allocation.ts';
import { functionPositional } from './types/call-arguments.ts';
import type { DescriptorBody } from './native-types.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

/** Slots of a PROPERTY object, in the order in which property_traverse visits them. */
export const PropertySlot = { GET: 0, SET: 1, DELETE: 2, DOC: 3 } as const;
const { GET, SET, DELETE, DOC } = PropertySlot;

/** What a PROPERTY object knows beside its functions. */
export interface PropertyBody {
  /** The name that the class has for it, '' without one. */
  name: string;
}

function slotOrNone(slot: number): NativeProperty {
  return { get: (m, self) => shared(m, m.heap.slots[self]![slot] || m.none) };
}

function replaced(m: Machine, self: number, slot: number, value: number): number {
  const parts = m.heap.slots[self]!.map((id, i) => (i === slot ? value : id || m.none));
  const copy = m.call(m.heap.typeOf[self], parts.slice(0, DOC));
  (m.heap.body[copy] as PropertyBody).name = (m.heap.body[self] as PropertyBody).name;
  return copy;
}

function complain(m: Machine, self: number, instance: number, what: string): never {
  const { name } = m.heap.body[self] as PropertyBody;
  const shown = name === '' ? 'property' : `property '${name}'`;
  m.raise('AttributeError', `${shown} of '${core(m).bodyOfType(instance).qualifiedName}' object has no ${what}`);
}

const propertyType: TypeDeclaration = {
  name: 'property',
  kind: Kind.PROPERTY,
  canBeBase: true,
  slots: {
    create(m, type) {
      const body: PropertyBody = { name: '' };
      return m.heap.allocTracked(Kind.PROPERTY, type, [0, 0, 0, 0], body, 80 + subclassBytes(m, type));
    },
    initialize(m, self, args, names) {
      const given = m.bindArguments('property', args, names, ['fget=', 'fset=', 'fdel=', 'doc=']);
      given.forEach((value, slot) => {
        if (value === 0 || value === m.none) return;
        m.heap.incref(value);
        m.heap.replaceSlot(self, slot, value);
      });
      if (m.heap.slots[self]![DOC] === 0 && m.heap.slots[self]![GET] !== 0) {
        const doc = m.findAttribute(m.heap.slots[self]![GET], '__doc__');
        if (doc !== 0 && doc !== m.none) m.heap.replaceSlot(self, DOC, doc);
      }
    },
    descriptorGet(m, self, instance) {
      if (instance === 0) return shared(m, self);
      const getter = m.heap.slots[self]![GET];
      if (getter === 0) complain(m, self, instance, 'getter');
      return m.call(getter, [instance]);
    },
    descriptorSet(m, self, instance, value) {
      const setter = m.heap.slots[self]![value === 0 ? DELETE : SET];
      if (setter === 0) complain(m, self, instance, value === 0 ? 'deleter' : 'setter');
      m.heap.decref(m.call(setter, value === 0 ? [instance] : [instance, value]));
    },
  },
  methods: {
    getter: (m, [self, func]) => replaced(m, self, GET, func),
    setter: (m, [self, func]) => replaced(m, self, SET, func),
    deleter: (m, [self, func]) => replaced(m, self, DELETE, func),
    __set_name__(m, [self, , name]) {
      (m.heap.body[self] as PropertyBody).name = m.strValue(name);
      return m.none;
    },
  },
  properties: {
    fget: slotOrNone(GET),
    fset: slotOrNone(SET),
    fdel: slotOrNone(DELETE),
    __doc__: {
      get: (m, self) => shared(m, m.heap.slots[self]![DOC] || m.none),
      set(m, self, value) {
        if (value !== 0) m.heap.incref(value);
        m.heap.replaceSlot(self, DOC, value);
      },
    },
  },
};

/** functools_wraps: a wrapper gets a `__dict__` with what its function has of these. */
export function copyFunctionAttributes(m: PythonMachine, wrapper: number, func: number): void {
  const minor = m.profile.versionInfo[1];
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    // Annotations are asked for when they are read, since 3.14.
    if (name === '__annotations__' && minor >= 14) continue;
    const value = m.findAttribute(func, name);
    // Up to 3.12 an AttributeError comes into being, and the tuple of its arguments.
    if (value === 0 && minor <= 12) withHiddenContainer(m, Kind.TUPLE, [0], () => undefined);
    if (value === 0) continue;
    m.dictSetName(dictOfInstance(m, wrapper), name, value);
    m.heap.decref(value);
  }
}

/** What the wrapped callable has, from 3.14 on. */
function ofWrapped(name: string): NativeProperty {
  return { since: 14, get: (m, self) => m.getAttribute(m.heap.slots[self]![0], name) };
}

/** staticmethod and classmethod: a wrapper around one callable. */
function wrapperType(
  name: string,
  kind: KindNumber,
  get: (m: PythonMachine, func: number, instance: number, owner: number) => number,
): TypeDeclaration {
  return {
    name,
    kind,
    canBeBase: true,
    slots: {
      create(m, type, args) {
        functionPositional(m as Machine, name, args, null, 1, 1);
        m.heap.incref(args[0]);
        const wrapper = m.heap.allocTracked(kind, type, [args[0]], null, 48 + subclassBytes(m, type));
        copyFunctionAttributes(core(m), wrapper, args[0]);
        return wrapper;
      },
      initialize() {},
      repr: (m, self) => `<${name}(${m.repr(m.heap.slots[self]![0])})>`,
      descriptorGet: (m, self, instance, owner) => get(core(m), m.heap.slots[self]![0], instance, owner),
      ...(kind === Kind.STATICMETHOD
        ? {
            call: (m: Machine, self: number, args: readonly number[], names: readonly string[] | null) =>
              m.call(m.heap.slots[self]![0], args, names),
          }
        : {}),
    },
    properties: {
      __func__: { get: (m, self) => shared(m, m.heap.slots[self]![0]) },
      __wrapped__: { get: (m, self) => shared(m, m.heap.slots[self]![0]) },
      __annotations__: ofWrapped('__annotations__'),
      __annotate__: ofWrapped('__annotate__'),
    },
  };
}

const ofMethod = (name: string): NativeProperty => ({ get: (m, self) => m.getAttribute(m.heap.slots[self]![0], name) });

/** A class method of a built-in type, around a method. Source: CPython Objects/descrobject.c (classmethod_get). */
const nativeClassMethod: TypeDeclaration = {
  name: 'classmethod_descriptor',
  kind: Kind.CLASSMETHOD,
  hasDict: false,
  slots: {
    descriptorGet: (m, self, _instance, owner) => bind(core(m), m.heap.slots[self]![0], owner, m.heap.typeOf[owner]),
    call: (m, self, args, names) => m.call(m.heap.slots[self]![0], args, names),
    repr: (m, self) => m.repr(m.heap.slots[self]![0]),
  },
  properties: {
    __name__: ofMethod('__name__'),
    __qualname__: ofMethod('__qualname__'),
    __objclass__: ofMethod('__objclass__'),
  },
};

function describe(m: Machine, self: number): DescriptorBody {
  return m.heap.body[self] as DescriptorBody;
}

function nativeDescriptor(name: string, noun: string): TypeDeclaration {
  return {
    name,
    kind: Kind.DESCRIPTOR,
    slots: {
      descriptorGet(m, self, instance) {
        return instance === 0 ? shared(m, self) : describe(m, self).property.get(m, instance);
      },
      descriptorSet(m, self, instance, value) {
        const { property, name: attribute } = describe(m, self);
        const { set } = property;
        if (set === undefined) {
          if (noun === 'member') m.raise('AttributeError', 'readonly attribute');
          m.raise(
            'AttributeError',
            `attribute '${attribute}' of '${m.shownTypeName(instance)}' objects is not writable`,
          );
        } else set(m, instance, value);
      },
      repr(m, self) {
        const { name: attribute, owner } = describe(m, self);
        return `<${noun} '${attribute}'${owner === '' ? '' : ` of '${owner}' objects`}>`;
      },
    },
    properties: {
      __name__: { get: (m, self) => m.intern(describe(m, self).name) },
      __qualname__: { get: (m, self) => m.str(`${describe(m, self).owner || 'object'}.${describe(m, self).name}`) },
      __objclass__: { get: (m, self) => shared(m, m.heap.slots[self]![0] || m.none) },
    },
  };
}

export const descriptorTypes: readonly TypeDeclaration[] = [
  propertyType,
  wrapperType('staticmethod', Kind.STATICMETHOD, (m, func) => shared(m, func)),
  wrapperType('classmethod', Kind.CLASSMETHOD, (m, func, _instance, owner) =>
    bind(m, func, owner, m.heap.typeOf[owner]),
  ),
  nativeClassMethod,
  nativeDescriptor('getset_descriptor', 'attribute'),
  nativeDescriptor('member_descriptor', 'member'),
];
