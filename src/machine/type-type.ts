/** The type type. Source: CPython Objects/typeobject.c (type_call, type_getsets, type_methods). */
import { Kind } from '../heap/kinds.ts';
import { annotationsBy } from './annotations.ts';
import { typeGetAttribute, typeSetAttribute } from './attributes.ts';
import { callType } from './calls.ts';
import { newClass } from './classes.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import type { PythonMachine } from './machine.ts';
import { newMappingProxy } from './mapping-proxy.ts';
import type { Machine, TypeDeclaration } from './native.ts';
import { TypeSlot } from './type-body.ts';
import { qualifiedTypeName } from './type-names.ts';
import { typeChanged } from './type-slots.ts';
import { dictRemoveName } from './types/dict-table.ts';
import { unionOf } from './types/union-type.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

function fromDict(name: string, otherwise: (m: PythonMachine, type: number) => number) {
  return {
    get(machine: Machine, type: number): number {
      const m = core(machine);
      const value = m.dictGetName(m.heap.slots[type]![TypeSlot.DICT], name);
      if (value !== 0 && m.typeBody(type).isHeapType) return shared(m, value);
      return otherwise(m, type);
    },
    set(machine: Machine, type: number, value: number): void {
      const m = core(machine);
      requireHeapType(m, type, name);
      m.dictSetName(m.heap.slots[type]![TypeSlot.DICT], name, value);
      typeChanged(m, type, name);
      if (name === '__module__' && m.isStr(value)) m.typeBody(type).module = m.strValue(value);
    },
  };
}

function requireHeapType(m: PythonMachine, type: number, name: string): void {
  const body = m.typeBody(type);
  if (!body.isHeapType) m.raise('TypeError', `cannot set '${name}' attribute of immutable type '${body.name}'`);
}

/** The function that makes the annotations of a class, borrowed, or None, which is noted. */
function annotateOf(m: PythonMachine, type: number): number {
  const own = m.heap.slots[type]![TypeSlot.DICT];
  const annotate = m.dictGetName(own, '__annotate_func__') || m.dictGetName(own, '__annotate__');
  if (annotate === 0) m.dictSetName(own, '__annotate_func__', m.none);
  return annotate || m.none;
}

export const typeType: TypeDeclaration = {
  name: 'type',
  kind: Kind.TYPE,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    create(machine, metaclass, args, names) {
      const make = (): number => newClass(core(machine), metaclass, args, names);
      const makeWithKeywords = names === null ? make : () => withHiddenContainer(machine, Kind.DICT, null, make);
      return withHiddenContainer(machine, Kind.TUPLE, args.slice(0, 3), makeWithKeywords);
    },
    initialize() {},
    call(machine, self, args, names) {
      return callType(core(machine), self, args, names);
    },
    repr(machine, self) {
      return `<class '${qualifiedTypeName(core(machine), self)}'>`;
    },
    getAttribute: typeGetAttribute,
    setAttribute: typeSetAttribute,
    hash: (_m, self) => self,
    binary: unionOf,
  },
  methods: {
    mro(machine, [self]) {
      const m = core(machine);
      return m.list([...m.typeBody(self).mro].map((id) => shared(m, id)));
    },
    __subclasses__(machine, [self]) {
      const m = core(machine);
      return m.list(m.typeBody(self).subclasses.map((id) => shared(m, id)));
    },
    __instancecheck__(machine, [self, instance]) {
      const m = core(machine);
      return m.bool(m.isInstance(instance, self));
    },
    __subclasscheck__(machine, [self, type]) {
      const m = core(machine);
      return m.bool(m.isType(type) && m.isSubtype(type, self));
    },
    __dir__(machine, [self]) {
      const m = core(machine);
      const names = new Set<string>();
      for (const type of m.typeBody(self).mro) {
        const entries = m.dictEntries(m.heap.slots[type]![TypeSlot.DICT]);
        entries.forEach((key, i) => void (i % 2 === 0 && names.add(m.strValue(key))));
      }
      return m.list([...names].map((name) => m.str(name)));
    },
  },
  classMethods: { __prepare__: (m) => m.dict() },
  properties: {
    __name__: {
      get: (m, type) => m.intern(core(m).typeBody(type).name),
      set(machine, type, value) {
        const m = core(machine);
        requireHeapType(m, type, '__name__');
        m.typeBody(type).name = m.strValue(value);
      },
    },
    __qualname__: {
      get: (m, type) => m.intern(core(m).typeBody(type).qualifiedName),
      set(machine, type, value) {
        const m = core(machine);
        requireHeapType(m, type, '__qualname__');
        m.typeBody(type).qualifiedName = m.strValue(value);
      },
    },
    __module__: fromDict('__module__', (m, type) => m.intern(m.typeBody(type).module)),
    __doc__: fromDict('__doc__', (m, type) => {
      const doc = m.typeBody(type).doc;
      return doc === null ? m.none : m.str(doc);
    }),
    __type_params__: { since: 12, ...fromDict('__type_params__', (m) => m.emptyTuple) },
    __annotations__: {
      get(machine, type) {
        const m = core(machine);
        const { isHeapType } = m.typeBody(type);
        const own = m.heap.slots[type]![TypeSlot.DICT];
        const { defersAnnotations } = m.profile;
        const known = m.dictGetName(own, '__annotations__') || m.dictGetName(own, '__annotations_cache__');
        if (known !== 0) return shared(m, known);
        if (!isHeapType) return m.dict();
        const annotate = defersAnnotations ? annotateOf(m, type) : m.none;
        const dict = annotate === m.none ? m.dict() : annotationsBy(m, annotate);
        m.dictSetName(own, defersAnnotations ? '__annotations_cache__' : '__annotations__', dict);
        return dict;
      },
      set(machine, type, value) {
        const m = core(machine);
        requireHeapType(m, type, '__annotations__');
        const own = m.heap.slots[type]![TypeSlot.DICT];
        const isPlain = !m.profile.defersAnnotations || m.dictGetName(own, '__annotations__') !== 0;
        const name = isPlain ? '__annotations__' : '__annotations_cache__';
        if (value === 0) dictRemoveName(m.heap, own, name);
        else m.dictSetName(own, name, value);
        if (m.profile.defersAnnotations) dictRemoveName(m.heap, own, '__annotate_func__');
        typeChanged(m, type, name);
      },
    },
    __annotate__: {
      since: 14,
      get(machine, type) {
        const m = core(machine);
        if (m.typeBody(type).isHeapType) return shared(m, annotateOf(m, type));
        return m.raise('AttributeError', `type object '${m.typeBody(type).name}' has no attribute '__annotate__'`);
      },
      set(machine, type, value) {
        const m = core(machine);
        requireHeapType(m, type, '__annotate__');
        if (value === 0) m.raise('TypeError', 'cannot delete __annotate__ attribute');
        if (value !== m.none && m.special(value, '__call__') === 0) {
          m.raise('TypeError', '__annotate__ must be callable or None');
        }
        const own = m.heap.slots[type]![TypeSlot.DICT];
        m.dictSetName(own, '__annotate_func__', value);
        if (value !== m.none) dictRemoveName(m.heap, own, '__annotations_cache__');
        typeChanged(m, type, '__annotate__');
      },
    },
    __abstractmethods__: fromDict('__abstractmethods__', (m, type) => {
      return m.raise('AttributeError', `type object '${m.typeBody(type).name}' has no attribute '__abstractmethods__'`);
    }),
    __dict__: { get: (m, type) => newMappingProxy(m, m.heap.slots[type]![TypeSlot.DICT]) },
    __bases__: { get: (m, type) => shared(m, m.heap.slots[type]![TypeSlot.BASES]) },
    __base__: { get: (m, type) => shared(m, m.heap.slots[type]![TypeSlot.BASE] || m.none) },
    __mro__: { get: (m, type) => shared(m, m.heap.slots[type]![TypeSlot.MRO]) },
    __basicsize__: { get: (m, type) => m.int(core(m).typeBody(type).instanceBytes) },
  },
};
