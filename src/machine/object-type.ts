/** The type object. Source: CPython Objects/typeobject.c (object_methods, object_richcompare). */
import { headerBytes } from './modules/sys-sizes.ts';
import { Flag } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { CompareOp } from '../program/instructions.ts';
import { dictOfInstance, genericGetAttribute, genericSetAttribute, instanceNames } from './attributes.ts';
import { objectCreate, objectInitialize } from './instances.ts';
import type { PythonMachine } from './machine.ts';
import type { TypeDeclaration } from './native.ts';
import { qualifiedTypeName } from './type-names.ts';
import { addressText } from './modules/object-address.ts';

export const objectType: TypeDeclaration = {
  name: 'object',
  kind: Kind.OBJECT,
  canBeBase: true,
  doc: 'The base class of the class hierarchy.',
  slots: {
    create: objectCreate,
    initialize: objectInitialize,
    repr(machine, self) {
      const m = machine as PythonMachine;
      return `<${qualifiedTypeName(m, m.heap.typeOf[self])} object at ${addressText(self)}>`;
    },
    hash: (_m, self) => self,
    compare(machine, op, left, right) {
      const m = machine as PythonMachine;
      if (left === right && op === CompareOp.EQ) return m.true_;
      if (op !== CompareOp.NE) return m.notImplemented;
      const equal = m.bodyOfType(left).slots.compare!(m, CompareOp.EQ, left, right);
      if (equal === m.notImplemented) return equal;
      const answer = m.bool(!m.truth(equal));
      m.heap.decref(equal);
      return answer;
    },
  },
  methods: {
    __str__(m, [self]) {
      return m.str(m.repr(self));
    },
    __format__(m, [self, spec]) {
      if (m.strValue(spec) !== '') {
        m.raise('TypeError', `unsupported format string passed to ${m.typeName(self)}.__format__`);
      }
      return m.str(m.toStr(self));
    },
    __getattribute__(m, [self, name]) {
      return genericGetAttribute(m as PythonMachine, self, m.strValue(name));
    },
    __setattr__(m, [self, name, value]) {
      genericSetAttribute(m as PythonMachine, self, m.strValue(name), value);
      return m.none;
    },
    __delattr__(m, [self, name]) {
      genericSetAttribute(m as PythonMachine, self, m.strValue(name), 0);
      return m.none;
    },
    __sizeof__(m, [self]) {
      return m.int(m.heap.size[self] - headerBytes(m, self));
    },
    __dir__(machine, [self]) {
      const m = machine as PythonMachine;
      // CPython asks for __dict__, which materialises it.
      if (m.bodyOfType(self).hasDict) dictOfInstance(m, self);
      const names = new Set(instanceNames(m, self));
      for (const type of m.bodyOfType(self).mro) {
        const entries = m.dictEntries(m.heap.slots[type]![0]);
        entries.forEach((key, i) => void (i % 2 === 0 && names.add(m.strValue(key))));
      }
      return m.list([...names].map((name) => m.str(name)));
    },
  },
  classMethods: {
    __init_subclass__(m, args, names) {
      if (args.length > 1 || names !== null) {
        m.raise(
          'TypeError',
          `${(m as PythonMachine).typeBody(args[0]).name}.__init_subclass__() takes no keyword arguments`,
        );
      }
      return m.none;
    },
    __subclasshook__: (m) => m.notImplemented,
  },
  properties: {
    __class__: {
      get(m, self) {
        const type = m.heap.typeOf[self];
        m.heap.incref(type);
        return type;
      },
      set(machine, self, value) {
        changeClass(machine as PythonMachine, self, value);
      },
    },
  },
};

/** `object.__class__ = type`, for plain instances. Source: Objects/typeobject.c (object_set_class). */
function changeClass(m: PythonMachine, self: number, type: number): void {
  const heap = m.heap;
  if (type === 0) m.raise('TypeError', "can't delete __class__ attribute");
  if (!m.isType(type)) {
    m.raise('TypeError', `__class__ must be set to a class, not '${m.shownTypeName(type)}' object`);
  }
  const old = heap.typeOf[self];
  if (!(heap.flags[type] & Flag.HEAP_TYPE) || !(heap.flags[old] & Flag.HEAP_TYPE)) {
    m.raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  const from = m.typeBody(old);
  const to = m.typeBody(type);
  if (from.kind !== to.kind || from.hasDict !== to.hasDict || from.slotNames.join() !== to.slotNames.join()) {
    m.raise('TypeError', `__class__ assignment: '${to.name}' object layout differs from '${from.name}'`);
  }
  // Only since 3.14 have other instances than plain ones inline values that become a dict.
  if (from.hasDict && (heap.kind[self] === Kind.INSTANCE || m.profile.versionInfo[1] >= 14))
    heap.detachDict(dictOfInstance(m, self));
  heap.incref(type);
  heap.typeOf[self] = type;
  heap.decref(old);
}
