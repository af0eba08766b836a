/** `list[int]`, `dict[str, int]`: the objects behind such annotations. Source: CPython Objects/genericaliasobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { CompareOp } from '../../program/instructions.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { oneArgument } from './call-arguments.ts';
import { shownInAlias } from './alias-text.ts';
import { unionOf } from './union-type.ts';

const ALIAS_BYTES = 80;
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
    getItem(m, self, key) {
      return newGenericAlias(m, m.heap.slots[self]![ORIGIN], key);
    },
  },
  methods: {
    __mro_entries__(m, [self]) {
      const origin = m.heap.slots[self]![ORIGIN];
      m.heap.incref(origin);
      return m.tupleFromArray([origin]);
    },
  },
  properties: { __origin__: part(ORIGIN), __args__: part(ARGUMENTS) },
};
