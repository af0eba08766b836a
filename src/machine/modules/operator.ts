/** The module operator. Source: CPython Modules/_operator.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp, INPLACE } from '../../program/instructions.ts';
import type { Machine, NativeCall, NativeModule, TypeDeclaration } from '../native.ts';
import { newContainer } from '../types/allocation.ts';
import { functionPositional } from '../types/call-arguments.ts';
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

/** A tuple of what `read` makes of each of the getter's keys, or that alone when there is one. */
function readAll(
  m: Machine,
  self: number,
  subject: number,
  read: (m: Machine, subject: number, key: number) => number,
): number {
  const keys = m.heap.slots[self]!;
  if (keys.length === 1) return read(m, subject, keys[0]);
  const values: number[] = [];
  try {
    for (const key of [...keys]) values.push(read(m, subject, key));
  } catch (error) {
    for (const value of values) m.heap.decref(value);
    throw error;
  }
  return m.tuple(values);
}

/** Slots: the keys (or names). */
function getterType(name: string, read: (m: Machine, subject: number, key: number) => number): TypeDeclaration {
  return {
    name,
    module: 'operator',
    kind: Kind.RECORD,
    slots: {
      create(m, type, args, names) {
        functionPositional(m, name, args, names, 1, Math.max(args.length, 1));
        if (name === 'attrgetter' && args.some((id) => !m.isStr(id))) {
          m.raise('TypeError', 'attribute name must be a string');
        }
        return newContainer(m, Kind.RECORD, type, owned(m, args), null, GETTER_BYTES);
      },
      call(m, self, args, names) {
        functionPositional(m, name, args, names, 1, 1);
        return readAll(m, self, args[0], read);
      },
      repr: (m, self) => `operator.${name}(${m.heap.slots[self]!.map((id) => m.repr(id)).join(', ')})`,
    },
  };
}

const itemGetterType = getterType('itemgetter', (m, subject, key) => m.getItem(subject, key));

const attributeGetterType = getterType('attrgetter', (m, subject, key) => {
  let value = subject;
  m.heap.incref(value);
  for (const name of m.strValue(key).split('.')) {
    const owner = value;
    try {
      value = m.getAttribute(owner, name);
    } finally {
      m.heap.decref(owner);
    }
  }
  return value;
});

/** Slots: [name, arguments ...]; body: names of the keyword arguments at the end. */
const methodCallerType: TypeDeclaration = {
  name: 'methodcaller',
  module: 'operator',
  kind: Kind.RECORD,
  slots: {
    create(m, type, args, names) {
      if (args.length === 0) m.raise('TypeError', 'methodcaller needs at least one argument, the method name');
      if (!m.isStr(args[0])) m.raise('TypeError', 'method name must be a string');
      return newContainer(m, Kind.RECORD, type, owned(m, args), names, GETTER_BYTES);
    },
    call(m, self, args, names) {
      functionPositional(m, 'methodcaller', args, names, 1, 1);
      const [name, ...rest] = m.heap.slots[self]!;
      const method = m.getAttribute(args[0], m.strValue(name));
      try {
        return m.call(method, rest, m.heap.body[self] as readonly string[] | null);
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
