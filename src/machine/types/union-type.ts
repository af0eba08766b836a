/** `int | None`: what `|` between types makes. Source: CPython Objects/unionobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { shownInAlias } from './alias-text.ts';
import { newContainer } from './allocation.ts';
import { callTypingFunction, parametersProperty } from './type-parameters.ts';

const UNION_BYTES = 48;
/** Keeps the members a second time, as a frozenset. */
const UNION_BYTES_SINCE_3_14 = 72;
const ARGUMENTS = 0;

function isUnion(m: Machine, id: number): boolean {
  return m.heap.typeOf[id] === m.type('types.UnionType');
}

const membersOf = (m: Machine, id: number): readonly number[] => m.items(m.heap.slots[id]![ARGUMENTS]);

/** The members (borrowed) of `left | right`: unions taken apart, None as its type, each once. */
function joined(m: Machine, operands: readonly number[]): number[] {
  const members: number[] = [];
  for (const operand of operands) {
    for (const member of isUnion(m, operand) ? membersOf(m, operand) : [operand]) {
      const type = member === m.none ? m.type('NoneType') : member;
      if (!members.some((known) => known === type || m.equals(known, type))) members.push(type);
    }
  }
  return members;
}

/** What `|` means for types, unions and aliases; m.notImplemented for any other operand. */
export function unionOf(m: Machine, op: number, left: number, right: number): number {
  if (op !== BinaryOp.OR || ![left, right].every((id) => canBeMember(m, id))) return m.notImplemented;
  return newUnion(m, [left, right]);
}

/** The union of operands (borrowed) that can be in one; a single one is itself. */
export function newUnion(m: Machine, operands: readonly number[]): number {
  const members = joined(m, operands);
  for (const member of members) m.heap.incref(member);
  if (members.length === 1) return members[0];
  const parameters = m.tupleFromArray(members);
  if (m.profile.versionInfo[1] < 14) {
    return newContainer(m, Kind.RECORD, m.type('types.UnionType'), [parameters], null, UNION_BYTES);
  }
  const hashed = m.call(m.type('frozenset'), [parameters]);
  return newContainer(m, Kind.RECORD, m.type('types.UnionType'), [parameters, hashed], null, UNION_BYTES_SINCE_3_14);
}

const unionName = (m: Machine): string => (m.profile.versionInfo[1] < 14 ? 'types.UnionType' : 'typing.Union');

function canBeMember(m: Machine, id: number): boolean {
  return m.isType(id) || id === m.none || isUnion(m, id) || m.heap.typeOf[id] === m.type('types.GenericAlias');
}

export const unionType: TypeDeclaration = {
  name: 'UnionType',
  module: 'types',
  renamed: { since: 14, name: 'Union', module: 'typing' },
  kind: Kind.RECORD,
  slots: {
    create: (m) => m.raise('TypeError', `cannot create '${unionName(m)}' instances`),
    repr: (m, self) =>
      membersOf(m, self)
        .map((member) => (member === m.type('NoneType') ? 'None' : shownInAlias(m, member)))
        .join(' | '),
    hash: (m, self) => membersOf(m, self).reduce((sum, member) => (sum + m.hash(member)) | 0, 0),
    compare(m, op, left, right) {
      if (!isUnion(m, left) || !isUnion(m, right) || (op !== CompareOp.EQ && op !== CompareOp.NE)) {
        return m.notImplemented;
      }
      const [a, b] = [membersOf(m, left), membersOf(m, right)];
      const isEqual = a.length === b.length && a.every((member) => b.some((other) => m.equals(member, other)));
      return m.bool(isEqual === (op === CompareOp.EQ));
    },
    binary: unionOf,
    getItem: (m, self, key) => callTypingFunction(m, '_subscripted', [self, key]),
  },
  classMethods: {
    // `Union[int, str]` since 3.14; the module typing asks for more checks before 3.14 than `|` makes.
    __class_getitem__(m, args) {
      const checked = callTypingFunction(m, '_members_of_union', [args[1]]);
      try {
        return newUnion(m, m.items(checked));
      } finally {
        m.heap.decref(checked);
      }
    },
  },
  properties: {
    __args__: {
      get(m, self) {
        const parameters = m.heap.slots[self]![ARGUMENTS];
        m.heap.incref(parameters);
        return parameters;
      },
    },
    __parameters__: parametersProperty(ARGUMENTS),
    __origin__: { since: 14, get: (m) => m.type('types.UnionType') },
    __mro_entries__: {
      since: 14,
      get: (m, self) => m.function_('__mro_entries__', () => m.raise('TypeError', `Cannot subclass ${m.repr(self)}`)),
    },
  },
};
