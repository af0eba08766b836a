/** `list[int]`, `dict[str, int]`: the objects behind such annotations. Source: CPython Objects/genericaliasobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { CompareOp } from '../../program/instructions.ts';
import { genericGetAttribute } from '../attributes.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { oneArgument } from './call-arguments.ts';
import { shownInAlias } from './alias-text.ts';
import { callTypingFunction, parametersProperty } from './type-parameters.ts';
import { unionOf } from './union-type.ts';

const ALIAS_BYTES = 80;
/** What is not looked up in the origin. */
const OWN_ATTRIBUTES = new Set(
  (
    '__class__ __bases__ __origin__ __args__ __unpacked__ __parameters__ __typing_unpacked_tuple_args__ __mro_entries__ ' +
    '__reduce_ex__ __reduce__ __copy__ __deepcopy__'
  ).split(' '),
);
const ORIGIN = 0;
const ARGUMENTS = 1;

/** `__class_getitem__` of a built-in generic type. */
export const genericAlias: NativeCall = (m, args, names) => {
  oneArgument(m, '__class_getitem__', args, names);
  return newGenericAlias(m, args[0], args[1]);
};

/** `origin[item]`; both borrowed. */
export function newGenericAlias(m: Machine, origin: number, item: number): number {
  m.heap.incref(origin);
  m.heap.incref(item);
  const parameters = m.heap.kind[item] === Kind.TUPLE ? item : m.tupleFromArray([item]);
  return newContainer(m, Kind.RECORD, m.type('types.GenericAlias'), [origin, parameters], null, ALIAS_BYTES);
}

function part(slot: number) {
  return {
    get(m: Machine, self: number): number {
      const id = m.heap.slots[self]![slot];
      m.heap.incref(id);
      return id;
    },
  };
}

export const genericAliasType: TypeDeclaration = {
  name: 'GenericAlias',
  module: 'types',
  kind: Kind.RECORD,
  slots: {
    create(m, _type, args) {
      return newGenericAlias(m, args[0], args[1]);
    },
    repr(m, self) {
      const [origin, parameters] = m.heap.slots[self]!;
      const items = m.items(parameters).map((item) => shownInAlias(m, item));
      return `${shownInAlias(m, origin)}[${items.length === 0 ? '()' : items.join(', ')}]`;
    },
    hash(m, self) {
      const [origin, parameters] = m.heap.slots[self]!;
      return (m.hash(origin) ^ m.hash(parameters)) | 0;
    },
    compare(m, op, left, right) {
      const type = m.type('types.GenericAlias');
      const both = m.heap.typeOf[left] === type && m.heap.typeOf[right] === type;
      if (!both || (op !== CompareOp.EQ && op !== CompareOp.NE)) return m.notImplemented;
      const [a, b] = [m.heap.slots[left]!, m.heap.slots[right]!];
      const equal = m.equals(a[ORIGIN], b[ORIGIN]) && m.equals(a[ARGUMENTS], b[ARGUMENTS]);
      return m.bool(equal === (op === CompareOp.EQ));
    },
    call(m, self, args, names) {
      return m.call(m.heap.slots[self]![ORIGIN], args, names);
    },
    binary: unionOf,
    getAttribute(m, self, name) {
      if (OWN_ATTRIBUTES.has(name)) return genericGetAttribute(m as PythonMachine, self, name);
      return m.getAttribute(m.heap.slots[self]![ORIGIN], name);
    },
    getItem(m, self, key) {
      return callTypingFunction(m, '_subscripted', [self, key]);
    },
  },
  methods: {
    __mro_entries__(m, [self]) {
      const origin = m.heap.slots[self]![ORIGIN];
      m.heap.incref(origin);
      return m.tupleFromArray([origin]);
    },
  },
  properties: { __origin__: part(ORIGIN), __args__: part(ARGUMENTS), __parameters__: parametersProperty(ARGUMENTS) },
};
