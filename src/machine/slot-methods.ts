/**
 * Between slots and special methods, both ways.
 *
 * `methodsOfSlots`: the methods (`__len__`, `__add__` ...) that a built-in type gets for its native slots.
 * `slotsOfMethods`: the slots that call a class's Python methods. Source: CPython Objects/typeobject.c (slotdefs,
 * slot_tp_repr, SLOT1BINFULL, slot_tp_getattr_hook and their neighbours).
 */
import { INPLACE } from '../program/instructions.ts';
import { throughArgumentTuple, throughKeywordStack } from './argument-tuples.ts';
import { genericGetAttribute, genericSetAttribute, lookUp } from './attributes.ts';
import { callSpecial, callSpecialIfAny } from './calls.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall, TypeSlots } from './native.ts';
import { isSubtypeOf } from './type-order.ts';
import { PythonError } from './python-error.ts';
import type { ResolvedSlots } from './type-body.ts';
import { isAtLeast } from './types/versions.ts';
import { unhashable } from './types/unhashable.ts';

const NAMES_OF_OPERATORS = [
  'add', 'and', 'floordiv', 'lshift', 'matmul', 'mul', 'mod', 'or', 'pow', 'rshift', 'sub', 'truediv', 'xor',
]; // prettier-ignore
/** Special method of an operator (BinaryOp). */
export const operatorMethod = NAMES_OF_OPERATORS.map((name) => `__${name}__`);
export const reflectedMethod = NAMES_OF_OPERATORS.map((name) => `__r${name}__`);
export const inplaceMethod = NAMES_OF_OPERATORS.map((name) => `__i${name}__`);
/** Special method of a comparison (CompareOp). */
export const comparisonMethod = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];

// ------------------------------------------------------------------------------------------------ slots to methods

export function methodsOfSlots(slots: TypeSlots, operators: readonly number[]): Record<string, NativeCall> {
  const methods: Record<string, NativeCall> = {};
  const add = (name: string, count: number, call: (m: Machine, args: readonly number[]) => number): void => {
    methods[name] = (m, args, names) => {
      checkWrapperArguments(m, name, args, names, count);
      return call(m, args);
    };
  };
  const { repr, str, hash, iterate, next, length, truth, getItem, setItem, contains, compare, binary, inplace } = slots;
  const { negative, positive, invert, absolute, index, format, call, initialize } = slots;
  const { getAttribute, setAttribute, descriptorGet, descriptorSet } = slots;
  if (repr) add('__repr__', 0, (m, [self]) => m.str(repr(m, self)));
  if (str) add('__str__', 0, (m, [self]) => m.str(str(m, self)));
  if (format) add('__format__', 1, (m, [self, spec]) => m.str(format(m, self, m.strValue(spec))));
  if (hash && hash !== unhashable) add('__hash__', 0, (m, [self]) => m.int(hash(m, self)));
  if (iterate) add('__iter__', 0, (m, [self]) => iterate(m, self));
  if (next) {
    add('__next__', 0, (m, [self]) => {
      const item = next(m, self);
      if (item === 0) throw stopIteration(m);
      return item;
    });
  }
  if (length) add('__len__', 0, (m, [self]) => m.int(length(m, self)));
  if (truth) add('__bool__', 0, (m, [self]) => m.bool(truth(m, self)));
  if (getItem) add('__getitem__', 1, (m, [self, key]) => getItem(m, self, key));
  if (setItem) {
    add('__setitem__', 2, (m, [self, key, value]) => (setItem(m, self, key, value), m.none));
    add('__delitem__', 1, (m, [self, key]) => (setItem(m, self, key, 0), m.none));
  }
  if (contains) add('__contains__', 1, (m, [self, item]) => m.bool(contains(m, self, item)));
  if (compare) {
    comparisonMethod.forEach((name, op) => add(name, 1, (m, [self, other]) => compare(m, op, self, other)));
  }
  if (binary) {
    for (const op of operators) {
      add(operatorMethod[op], 1, (m, [self, other]) => binary(m, op, self, other));
      add(reflectedMethod[op], 1, (m, [self, other]) => binary(m, op, other, self));
    }
  }
  if (inplace) {
    for (const op of operators) {
      add(inplaceMethod[op], 1, (m, [self, other]) => {
        const result = inplace(m, op, self, other);
        return result === m.notImplemented && binary ? binary(m, op, self, other) : result;
      });
    }
  }
  if (negative) add('__neg__', 0, (m, [self]) => negative(m, self));
  if (positive) add('__pos__', 0, (m, [self]) => positive(m, self));
  if (invert) add('__invert__', 0, (m, [self]) => invert(m, self));
  if (absolute) add('__abs__', 0, (m, [self]) => absolute(m, self));
  if (index) {
    add('__index__', 0, (m, [self]) => m.int(index(m, self)));
  }
  if (call) methods.__call__ = (m, args, names) => call(m, args[0], args.slice(1), names);
  if (initialize) {
    methods.__init__ = (m, args, names) => (initialize(m, args[0], args.slice(1), names), m.none);
  }
  if (getAttribute) add('__getattribute__', 1, (m, [self, name]) => getAttribute(m, self, m.strValue(name)));
  if (setAttribute) {
    add('__setattr__', 2, (m, [self, name, value]) => (setAttribute(m, self, m.strValue(name), value), m.none));
    add('__delattr__', 1, (m, [self, name]) => (setAttribute(m, self, m.strValue(name), 0), m.none));
  }
  if (descriptorGet) {
    methods.__get__ = (m, args) => {
      const instance = args[1] === m.none ? 0 : args[1];
      return descriptorGet(m, args[0], instance, args.length > 2 ? args[2] : m.heap.typeOf[instance]);
    };
  }
  if (descriptorSet) {
    add('__set__', 2, (m, [self, instance, value]) => (descriptorSet(m, self, instance, value), m.none));
    add('__delete__', 1, (m, [self, instance]) => (descriptorSet(m, self, instance, 0), m.none));
  }
  return methods;
}

/** The wrappers of slots do not say their name; those of two arguments used to say an empty one. */
function checkWrapperArguments(
  m: Machine,
  name: string,
  args: readonly number[],
  names: readonly string[] | null,
  count: number,
): void {
  if (names !== null && names.length > 0) m.raise('TypeError', `wrapper ${name}() takes no keyword arguments`);
  const given = args.length - 1;
  if (given === count) return;
  const front = count === 2 && !isAtLeast(m, 14) ? ' ' : '';
  m.raise('TypeError', `${front}expected ${count} argument${count === 1 ? '' : 's'}, got ${given}`);
}

function stopIteration(m: Machine): PythonError {
  return new PythonError(m.call(m.type('StopIteration'), []));
}

// ------------------------------------------------------------------------------------------------ methods to slots

const asCore = (m: Machine): PythonMachine => m as PythonMachine;

function stringFrom(m: Machine, self: number, name: string): string {
  const result = callSpecial(asCore(m), self, name, []);
  if (!m.isStr(result)) {
    const message = isAtLeast(m, 15)
      ? `${m.typeName(self)}.${name}() must return a str, not ${m.typeName(result)}`
      : `${name} returned non-string (type ${m.typeName(result)})`;
    m.heap.decref(result);
    m.raise('TypeError', message);
  }
  const text = m.strValue(result);
  m.heap.decref(result);
  return text;
}

function discard(m: Machine, result: number): void {
  m.heap.decref(result);
}

const create: TypeSlots['create'] = (m, type, args, names) => {
  const core = asCore(m);
  const method = lookUp(core, type, '__new__');
  const bound = core.heap.kind[method] === 0 ? 0 : core.getAttribute(type, '__new__');
  try {
    return core.call(bound, [type, ...args], names);
  } finally {
    core.heap.decref(bound);
  }
};
const initialize: TypeSlots['initialize'] = (m, self, args, names) => {
  const result = callSpecial(asCore(m), self, '__init__', args, names);
  if (result !== m.none) {
    const message = `__init__() should return None, not '${m.shownTypeName(result)}'`;
    discard(m, result);
    m.raise('TypeError', message);
  }
};
const truth: TypeSlots['truth'] = (m, self) => {
  const result = callSpecial(asCore(m), self, '__bool__', []);
  if (result !== m.true_ && result !== m.false_) {
    const message = `__bool__ should return bool, returned ${m.typeName(result)}`;
    discard(m, result);
    m.raise('TypeError', message);
  }
  return result === m.true_;
};
const length: TypeSlots['length'] = (m, self) => {
  const result = callSpecial(asCore(m), self, '__len__', []);
  try {
    const value = m.indexNumber(result);
    if (value < 0) m.raise('ValueError', '__len__() should return >= 0');
    return value;
  } finally {
    discard(m, result);
  }
};
const hash: TypeSlots['hash'] = (m, self) => {
  if (m.special(self, '__hash__') === m.none) return unhashable(m, self);
  const result = callSpecial(asCore(m), self, '__hash__', []);
  if (!m.isInt(result)) {
    discard(m, result);
    m.raise('TypeError', '__hash__ method should return an integer');
  }
  const value = m.intValue(result);
  discard(m, result);
  return typeof value === 'number' ? value : Number(BigInt.asIntN(53, value));
};
const iterate: TypeSlots['iterate'] = (m, self) => {
  if (m.special(self, '__iter__') === m.none) m.raise('TypeError', `'${m.shownTypeName(self)}' object is not iterable`);
  const result = callSpecial(asCore(m), self, '__iter__', []);
  if (asCore(m).bodyOfType(result).slots.next === undefined) {
    const message = `iter() returned non-iterator of type '${m.shownTypeName(result)}'`;
    discard(m, result);
    m.raise('TypeError', message);
  }
  return result;
};
const next: TypeSlots['next'] = (m, self) =>
  m.catching('StopIteration', () => callSpecial(asCore(m), self, '__next__', [])) ?? 0;
const getItem: TypeSlots['getItem'] = (m, self, key) => callSpecial(asCore(m), self, '__getitem__', [key]);
const setItem: TypeSlots['setItem'] = (m, self, key, value) => {
  const core = asCore(m);
  discard(
    m,
    value === 0 ? callSpecial(core, self, '__delitem__', [key]) : callSpecial(core, self, '__setitem__', [key, value]),
  );
};
const contains: TypeSlots['contains'] = (m, self, item) => {
  const result = callSpecial(asCore(m), self, '__contains__', [item]);
  const answer = m.truth(result);
  discard(m, result);
  return answer;
};
const compare: TypeSlots['compare'] = (m, op, left, right) =>
  callSpecialIfAny(asCore(m), left, comparisonMethod[op], [right]) || m.notImplemented;
const binary: TypeSlots['binary'] = (m, op, left, right) => {
  const core = asCore(m);
  const leftType = m.heap.typeOf[left];
  const rightType = m.heap.typeOf[right];
  let tryOther = leftType !== rightType && core.typeBody(rightType).slots.binary === binary;
  if (core.typeBody(leftType).slots.binary === binary) {
    if (
      tryOther &&
      isSubtypeOf(core, rightType, leftType) &&
      overrides(core, rightType, leftType, reflectedMethod[op])
    ) {
      const result = callSpecialIfAny(core, right, reflectedMethod[op], [left]) || m.notImplemented;
      if (result !== m.notImplemented) return result;
      tryOther = false;
    }
    const result = callSpecialIfAny(core, left, operatorMethod[op], [right]) || m.notImplemented;
    if (result !== m.notImplemented || leftType === rightType) return result;
  }
  if (tryOther || core.typeBody(leftType).slots.binary !== binary) {
    return callSpecialIfAny(core, right, reflectedMethod[op], [left]) || m.notImplemented;
  }
  return m.notImplemented;
};
function overrides(m: PythonMachine, type: number, base: number, name: string): boolean {
  return lookUp(m, type, name) !== lookUp(m, base, name);
}
const inplace: TypeSlots['inplace'] = (m, op, left, right) =>
  callSpecialIfAny(asCore(m), left, inplaceMethod[op % INPLACE], [right]) || m.notImplemented;
const getAttribute: TypeSlots['getAttribute'] = (m, self, name) => {
  const core = asCore(m);
  const method = lookUp(core, m.heap.typeOf[self], '__getattribute__');
  const fallback = lookUp(core, m.heap.typeOf[self], '__getattr__');
  try {
    if (m.heap.kind[method] !== FUNCTION_KIND) return genericOrNative(core, self, name);
    return callWithName(core, self, '__getattribute__', name);
  } catch (error) {
    if (fallback === 0 || !(error instanceof PythonError)) throw error;
    if (!m.isInstance(error.exception, m.type('AttributeError'))) throw error;
    m.heap.decref(error.exception);
    return callWithName(core, self, '__getattr__', name);
  }
};
const FUNCTION_KIND = 27;
function genericOrNative(m: PythonMachine, self: number, name: string): number {
  for (const type of m.bodyOfType(self).mro) {
    const native = m.typeBody(type).declared?.getAttribute;
    if (native !== undefined) return native(m, self, name);
  }
  return genericGetAttribute(m, self, name);
}
function callWithName(m: PythonMachine, self: number, method: string, name: string): number {
  const text = m.intern(name);
  try {
    return callSpecial(m, self, method, [text]);
  } finally {
    m.heap.decref(text);
  }
}
const setAttribute: TypeSlots['setAttribute'] = (m, self, name, value) => {
  const core = asCore(m);
  const method = value === 0 ? '__delattr__' : '__setattr__';
  if (m.heap.kind[lookUp(core, m.heap.typeOf[self], method)] !== FUNCTION_KIND) {
    genericSetAttribute(core, self, name, value);
    return;
  }
  const text = m.intern(name);
  try {
    discard(m, callSpecial(core, self, method, value === 0 ? [text] : [text, value]));
  } finally {
    m.heap.decref(text);
  }
};
const descriptorGet: TypeSlots['descriptorGet'] = (m, self, instance, owner) =>
  callSpecial(asCore(m), self, '__get__', [instance === 0 ? m.none : instance, owner]);
const descriptorSet: TypeSlots['descriptorSet'] = (m, self, instance, value) => {
  const core = asCore(m);
  discard(
    m,
    value === 0
      ? callSpecial(core, self, '__delete__', [instance])
      : callSpecial(core, self, '__set__', [instance, value]),
  );
};

/** The slots that a class gets when it defines a method of that name. */
export const slotsOfMethods: Readonly<Record<string, Partial<ResolvedSlots>>> = {
  __new__: { create },
  __init__: { initialize },
  __repr__: { repr: (m, self) => stringFrom(m, self, '__repr__') },
  __str__: { str: (m, self) => stringFrom(m, self, '__str__') },
  __format__: {
    format: (m, self, spec) => {
      const text = m.str(spec);
      const result = callSpecial(asCore(m), self, '__format__', [text]);
      m.heap.decref(text);
      if (!m.isStr(result)) {
        const message = `__format__ must return a str, not ${m.typeName(result)}`;
        discard(m, result);
        m.raise('TypeError', message);
      }
      const value = m.strValue(result);
      discard(m, result);
      return value;
    },
  },
  __hash__: { hash },
  __call__: {
    call: (m, self, args, names) =>
      throughArgumentTuple(m, args, () =>
        throughKeywordStack(m, names, [self, ...args], () => callSpecial(asCore(m), self, '__call__', args, names)),
      ),
  },
  __iter__: { iterate },
  __next__: { next },
  __len__: { length },
  __bool__: { truth },
  __getitem__: { getItem },
  __setitem__: { setItem },
  __delitem__: { setItem },
  __contains__: { contains },
  ...Object.fromEntries(comparisonMethod.map((name) => [name, { compare }])),
  ...Object.fromEntries([...operatorMethod, ...reflectedMethod].map((name) => [name, { binary }])),
  ...Object.fromEntries(inplaceMethod.map((name) => [name, { inplace }])),
  __neg__: { negative: (m, self) => callSpecial(asCore(m), self, '__neg__', []) },
  __pos__: { positive: (m, self) => callSpecial(asCore(m), self, '__pos__', []) },
  __invert__: { invert: (m, self) => callSpecial(asCore(m), self, '__invert__', []) },
  __abs__: { absolute: (m, self) => callSpecial(asCore(m), self, '__abs__', []) },
  __index__: {
    index: (m, self) => {
      const result = callSpecial(asCore(m), self, '__index__', []);
      if (!m.isInt(result)) {
        const message = `__index__ returned non-int (type ${m.typeName(result)})`;
        discard(m, result);
        m.raise('TypeError', message);
      }
      const value = m.intValue(result);
      discard(m, result);
      return value;
    },
  },
  __getattribute__: { getAttribute },
  __getattr__: { getAttribute },
  __setattr__: { setAttribute },
  __delattr__: { setAttribute },
  __get__: { descriptorGet },
  __set__: { descriptorSet },
  __delete__: { descriptorSet },
};

/** The slot with which classes call their Python `__init__`. */
export const pythonInitialize = initialize;
