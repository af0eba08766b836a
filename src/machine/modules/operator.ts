/** The module operator. Source: CPython Modules/_operator.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp, INPLACE } from '../../program/instructions.ts';
import type { Machine, NativeCall, NativeModule, TypeDeclaration } from '../native.ts';
import { newContainer } from '../types/allocation.ts';
import { functionPositional } from '../types/call-arguments.ts';
import { storeKeywords } from '../types/dict-merge.ts';
import { dictEntries } from '../types/dict-table.ts';
import { equalItems } from '../types/item-equality.ts';
import { owned } from '../types/sequence-operators.ts';

function binary(name: string, op: number): NativeCall {
  return (m, args, names) => {
    functionPositional(m, name, args, names, 2, 2);
    return m.binary(op, args[0], args[1]);
  };
}

function comparison(name: string, op: number): NativeCall {
  return (m, args, names) => {
    functionPositional(m, name, args, names, 2, 2);
    return m.compare(op, args[0], args[1]);
  };
}

function unary(name: string, method: string, sign: string): NativeCall {
  return (m, args, names) => {
    functionPositional(m, name, args, names, 1, 1);
    const special = m.special(args[0], method);
    if (special === 0) {
      m.raise('TypeError', `bad operand type for unary ${sign}: '${m.shownTypeName(args[0])}'`);
    }
    return m.call(special, [args[0]]);
  };
}

const operators: [name: string, op: number][] = [
  ['add', BinaryOp.ADD],
  ['and', BinaryOp.AND],
  ['floordiv', BinaryOp.FLOOR_DIVIDE],
  ['lshift', BinaryOp.LSHIFT],
  ['matmul', BinaryOp.MATRIX_MULTIPLY],
  ['mod', BinaryOp.REMAINDER],
  ['mul', BinaryOp.MULTIPLY],
  ['or', BinaryOp.OR],
  ['pow', BinaryOp.POWER],
  ['rshift', BinaryOp.RSHIFT],
  ['sub', BinaryOp.SUBTRACT],
  ['truediv', BinaryOp.TRUE_DIVIDE],
  ['xor', BinaryOp.XOR],
  ['concat', BinaryOp.ADD],
];

const comparisons: [name: string, op: number][] = [
  ['lt', CompareOp.LT],
  ['le', CompareOp.LE],
  ['eq', CompareOp.EQ],
  ['ne', CompareOp.NE],
  ['gt', CompareOp.GT],
  ['ge', CompareOp.GE],
];

const functions: Record<string, NativeCall> = {
  neg: unary('neg', '__neg__', '-'),
  pos: unary('pos', '__pos__', '+'),
  inv: unary('inv', '__invert__', '~'),
  invert: unary('invert', '__invert__', '~'),
  abs: unary('abs', '__abs__', 'abs()'),
  not_: (m, args) => m.bool(!m.truth(args[0])),
  truth: (m, args) => m.bool(m.truth(args[0])),
  is_: (m, args) => m.bool(args[0] === args[1]),
  is_not: (m, args) => m.bool(args[0] !== args[1]),
  index: (m, args) => m.int(m.index(args[0])),
  contains: (m, args) => m.bool(m.contains(args[0], args[1])),
  getitem: (m, args) => m.getItem(args[0], args[1]),
  setitem(m, args) {
    m.setItem(args[0], args[1], args[2]);
    return m.none;
  },
  delitem(m, args) {
    m.setItem(args[0], args[1], 0);
    return m.none;
  },
  countOf(m, args) {
    let count = 0;
    m.forEach(args[0], (item) => {
      if (equalItems(m, item, args[1])) count++;
    });
    return m.int(count);
  },
  indexOf(m, args) {
    let at = -1;
    let i = 0;
    m.forEach(args[0], (item) => {
      if (equalItems(m, item, args[1])) at = i;
      i++;
      return at < 0;
    });
    if (at < 0) m.raise('ValueError', 'sequence.index(x): x not in sequence');
    return m.int(at);
  },
  length_hint: (m, args) => m.int(m.length(args[0])),
  call: (m, args, names) => m.call(args[0], args.slice(1), names),
};

for (const [name, op] of operators) {
  const plain = name === 'and' || name === 'or' ? `${name}_` : name;
  functions[plain] = binary(plain, op);
  functions[`i${name}`] = binary(`i${name}`, INPLACE + op);
}
for (const [name, op] of comparisons) functions[name] = comparison(name, op);

const GETTER_BYTES = 48;

/** A tuple of what `read` makes of each of the keys, or that alone when there is one. */
function readAll(
  m: Machine,
  keys: readonly number[],
  subject: number,
  read: (m: Machine, subject: number, key: number) => number,
): number {
  if (keys.length === 1) return read(m, subject, keys[0]);
  const values: number[] = [];
  try {
    for (const key of keys) values.push(read(m, subject, key));
  } catch (error) {
    for (const value of values) m.heap.decref(value);
    throw error;
  }
  return m.tuple(values);
}

interface Getter {
  readonly name: string;
  /** The keys as the getter's only slot, owned. */
  hold(m: Machine, keys: readonly number[]): number;
  keysOf(m: Machine, self: number): readonly number[];
  /** What `key` stands for in `subject`, owned. */
  read(m: Machine, subject: number, key: number): number;
  shown(m: Machine, key: number): string;
}

/** Body: the number of keys. */
function getterType({ name, hold, keysOf, read, shown }: Getter): TypeDeclaration {
  return {
    name,
    module: 'operator',
    kind: Kind.RECORD,
    slots: {
      create(m, type, args, names) {
        functionPositional(m, name, args, names, 1, Math.max(args.length, 1));
        return newContainer(m, Kind.RECORD, type, [hold(m, args)], args.length, GETTER_BYTES);
      },
      call(m, self, args, names) {
        functionPositional(m, name, args, names, 1, 1);
        return readAll(m, keysOf(m, self), args[0], read);
      },
      repr(m, self) {
        const keys = keysOf(m, self).map((id) => shown(m, id));
        return `operator.${name}(${keys.join(', ')})`;
      },
    },
  };
}

const tupleOf = (m: Machine, ids: readonly number[]): number => m.tupleFromArray(owned(m, ids));

/** The slot is the key, or a tuple of several. */
const itemGetterType = getterType({
  name: 'itemgetter',
  hold: (m, keys) => (keys.length === 1 ? owned(m, keys)[0] : tupleOf(m, keys)),
  keysOf(m, self) {
    const slots = m.heap.slots[self]!;
    return m.heap.body[self] === 1 ? slots : m.heap.slots[slots[0]]!;
  },
  read: (m, subject, key) => m.getItem(subject, key),
  shown: (m, key) => m.repr(key),
});

const namesOf = (m: Machine, key: number): readonly number[] => (m.isStr(key) ? [key] : m.heap.slots[key]!);

/** The slot is a tuple of names; of a name with dots, of its parts. */
const attributeGetterType = getterType({
  name: 'attrgetter',
  hold(m, keys) {
    if (keys.some((id) => !m.isStr(id))) m.raise('TypeError', 'attribute name must be a string');
    const parts = keys.map((id) =>
      m
        .strValue(id)
        .split('.')
        .map((name) => m.intern(name)),
    );
    return m.tupleFromArray(parts.map((names) => (names.length === 1 ? names[0] : m.tupleFromArray(names))));
  },
  keysOf: (m, self) => m.heap.slots[m.heap.slots[self]![0]]!,
  read(m, subject, key) {
    let value = subject;
    m.heap.incref(value);
    for (const name of namesOf(m, key)) {
      const owner = value;
      try {
        value = m.getAttribute(owner, m.strValue(name));
      } finally {
        m.heap.decref(owner);
      }
    }
    return value;
  },
  shown: (m, key) =>
    `'${namesOf(m, key)
      .map((name) => m.strValue(name))
      .join('.')}'`,
});

/**
 * Slots: [name, tuple of the arguments, dict of keyword arguments or 0]; since 3.14 also a tuple of all values and, with
 * keywords, one of their names. In 3.13 the name is the first of the arguments, too.
 */
const methodCallerType: TypeDeclaration = {
  name: 'methodcaller',
  module: 'operator',
  kind: Kind.RECORD,
  slots: {
    create(m, type, args, names) {
      if (args.length === 0) m.raise('TypeError', 'methodcaller needs at least one argument, the method name');
      if (!m.isStr(args[0])) m.raise('TypeError', 'method name must be a string');
      const minor = m.profile.versionInfo[1];
      const [name] = owned(m, args.slice(0, 1));
      const slots = [name, tupleOf(m, args.slice(minor === 13 ? 0 : 1, args.length - (names?.length ?? 0))), 0];
      if (names !== null) {
        slots[2] = m.dict();
        storeKeywords(m, slots[2], args, names);
      }
      if (minor >= 14) {
        slots.push(names === null ? owned(m, [slots[1]])[0] : tupleOf(m, args.slice(1)));
        if (names !== null) slots.push(m.tuple(names.map((each) => m.intern(each))));
      }
      return newContainer(m, Kind.RECORD, type, slots, null, GETTER_BYTES);
    },
    call(m, self, args, names) {
      functionPositional(m, 'methodcaller', args, names, 1, 1);
      const [name, stored, keywords] = m.heap.slots[self]!;
      const given = m.heap.slots[stored]!.slice(m.profile.versionInfo[1] === 13 ? 1 : 0);
      const entries = keywords === 0 ? [] : dictEntries(m.heap, keywords);
      const values = entries.filter((_, i) => i % 2 === 1);
      const keys = entries.filter((_, i) => i % 2 === 0).map((key) => m.strValue(key));
      const method = m.getAttribute(args[0], m.strValue(name));
      try {
        return m.call(method, [...given, ...values], keys.length > 0 ? keys : null);
      } finally {
        m.heap.decref(method);
      }
    },
  },
};

export const operatorModule: NativeModule = {
  name: 'operator',
  types: [itemGetterType, attributeGetterType, methodCallerType],
  functions,
};
