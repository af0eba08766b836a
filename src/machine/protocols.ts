/**
 * The protocols that work on any object: repr, hash, comparison, arithmetic, iteration, items.
 * Source: CPython Objects/object.c (do_richcompare), Objects/abstract.c (binary_op1, PyObject_GetItem, PyObject_GetIter).
 */
import { Kind, valueKind } from '../heap/kinds.ts';
import { newGenericAlias } from './types/generic-alias.ts';
import { BinaryOp, CompareOp, INPLACE } from '../program/instructions.ts';
import { throughBoundMethod } from './argument-tuples.ts';
import { checkSignals } from './eval-breaker.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { isSubtypeOf } from './type-order.ts';

export function repr(m: PythonMachine, id: number): string {
  checkSignals(m);
  const body = m.heap.body[id];
  if (typeof body === 'number' && m.heap.typeOf[id] === m.intType) return String(body);
  return m.bodyOfType(id).slots.repr!(m, id);
}

export function toStr(m: PythonMachine, id: number): string {
  checkSignals(m);
  const heap = m.heap;
  if (heap.typeOf[id] === m.strType) return heap.body[id] as string;
  const slots = m.bodyOfType(id).slots;
  return slots.str === undefined ? slots.repr!(m, id) : slots.str(m, id);
}

export function format(m: PythonMachine, id: number, spec: string): string {
  const type = m.heap.typeOf[id];
  if (type === m.intType) checkSignals(m);
  if (spec === '') {
    if (type === m.strType) return m.heap.body[id] as string;
    if (type === m.intType) return String(m.heap.body[id]);
  }
  const custom = m.bodyOfType(id).slots.format;
  if (custom !== undefined) return throughBoundMethod(m, id, () => custom(m, id, spec));
  if (spec !== '') m.raise('TypeError', `unsupported format string passed to ${m.typeName(id)}.__format__`);
  return throughBoundMethod(m, id, () => toStr(m, id));
}

export function hash(m: PythonMachine, id: number): number {
  return m.bodyOfType(id).slots.hash!(m, id);
}

export function truth(m: PythonMachine, id: number): boolean {
  if (id === m.true_) return true;
  if (id === m.false_ || id === m.none) return false;
  const slots = m.bodyOfType(id).slots;
  if (slots.truth !== undefined) return slots.truth(m, id);
  if (slots.length !== undefined) return slots.length(m, id) !== 0;
  return true;
}

const MIRRORED = [CompareOp.GT, CompareOp.GE, CompareOp.EQ, CompareOp.NE, CompareOp.LT, CompareOp.LE];
const COMPARISON_SIGNS = ['<', '<=', '==', '!=', '>', '>='];

export function compare(m: PythonMachine, op: number, left: number, right: number): number {
  const heap = m.heap;
  const leftType = heap.typeOf[left];
  const rightType = heap.typeOf[right];
  const leftCompare = m.typeBody(leftType).slots.compare!;
  const rightCompare = m.typeBody(rightType).slots.compare!;
  let triedRight = false;
  if (leftType !== rightType && isSubtypeOf(m, rightType, leftType)) {
    triedRight = true;
    const result = rightCompare(m, MIRRORED[op], right, left);
    if (result !== m.notImplemented) return result;
  }
  let result = leftCompare(m, op, left, right);
  if (result !== m.notImplemented) return result;
  if (!triedRight) {
    result = rightCompare(m, MIRRORED[op], right, left);
    if (result !== m.notImplemented) return result;
  }
  if (op === CompareOp.EQ) return m.bool(left === right);
  if (op === CompareOp.NE) return m.bool(left !== right);
  m.raise(
    'TypeError',
    `'${COMPARISON_SIGNS[op]}' not supported between instances of '${m.shownTypeName(left)}' and '${m.shownTypeName(right)}'`,
  );
}

export function compareTruth(m: PythonMachine, op: number, left: number, right: number): boolean {
  const result = compare(m, op, left, right);
  if (result === m.true_) return true;
  if (result === m.false_) return false;
  const answer = truth(m, result);
  m.heap.decref(result);
  return answer;
}

const OPERATOR_SIGNS = ['+', '&', '//', '<<', '@', '*', '%', '|', '** or pow()', '>>', '-', '/', '^'];
const INPLACE_SIGNS = ['+=', '&=', '//=', '<<=', '@=', '*=', '%=', '|=', '**=', '>>=', '-=', '/=', '^='];

/** A BINARY_OP; augmented when `op` is INPLACE or more. */
export function binary(m: PythonMachine, op: number, left: number, right: number): number {
  const plain = op >= INPLACE ? op - INPLACE : op;
  if (op >= INPLACE) {
    const inplace = m.bodyOfType(left).slots.inplace;
    if (inplace !== undefined) {
      const result = inplace(m, plain, left, right);
      if (result !== m.notImplemented) return result;
    }
  }
  const result = tryBinary(m, plain, left, right);
  if (result !== m.notImplemented) return result;
  complainAboutOperands(m, op, left, right);
}

function tryBinary(m: PythonMachine, op: number, left: number, right: number): number {
  const leftType = m.heap.typeOf[left];
  const rightType = m.heap.typeOf[right];
  const ofLeft = m.typeBody(leftType).slots.binary;
  let ofRight = m.typeBody(rightType).slots.binary;
  if (ofRight === ofLeft) ofRight = undefined;
  if (ofLeft !== undefined) {
    if (ofRight !== undefined && isSubtypeOf(m, rightType, leftType)) {
      const result = ofRight(m, op, left, right);
      if (result !== m.notImplemented) return result;
      ofRight = undefined;
    }
    const result = ofLeft(m, op, left, right);
    if (result !== m.notImplemented) return result;
  }
  return ofRight === undefined ? m.notImplemented : ofRight(m, op, left, right);
}

function complainAboutOperands(m: PythonMachine, op: number, left: number, right: number): never {
  const sign = op >= INPLACE ? INPLACE_SIGNS[op - INPLACE] : OPERATOR_SIGNS[op];
  const plain = op % INPLACE;
  if (plain === BinaryOp.ADD) {
    // CPython asks sequences to concatenate when no number answers, and lets them complain.
    const kind = valueKind(m.heap.kind[left]);
    const name = m.typeName(left);
    if (kind === Kind.STR || kind === Kind.LIST || kind === Kind.TUPLE) {
      const noun = kind === Kind.STR ? 'str' : kind === Kind.LIST ? 'list' : 'tuple';
      m.raise(
        'TypeError',
        `can only concatenate ${noun} (not "${m.typeName(right)}") to ${name === noun ? noun : noun}`,
      );
    }
  }
  if (plain === BinaryOp.MULTIPLY) {
    for (const [sequence, other] of [
      [left, right],
      [right, left],
    ]) {
      const kind = valueKind(m.heap.kind[sequence]);
      if (kind === Kind.STR || kind === Kind.LIST || kind === Kind.TUPLE || kind === Kind.BYTES) {
        m.raise('TypeError', `can't multiply sequence by non-int of type '${m.shownTypeName(other)}'`);
      }
    }
  }
  m.raise(
    'TypeError',
    `unsupported operand type(s) for ${sign}: '${m.shownTypeName(left)}' and '${m.shownTypeName(right)}'`,
  );
}

export function length(m: PythonMachine, id: number): number {
  const slot = m.bodyOfType(id).slots.length;
  if (slot === undefined) m.raise('TypeError', `object of type '${m.shownTypeName(id)}' has no len()`);
  return slot(m, id);
}

export function iterate(m: PythonMachine, id: number): number {
  const slots = m.bodyOfType(id).slots;
  if (slots.iterate !== undefined) return slots.iterate(m, id);
  if (slots.getItem !== undefined && m.special(id, '__getitem__') !== 0 && m.heap.kind[id] !== Kind.TYPE) {
    m.heap.incref(id);
    return m.object(Kind.ITERATOR, 'iterator', [id], { at: 0 });
  }
  m.raise('TypeError', `'${m.shownTypeName(id)}' object is not iterable`);
}

export function next(m: PythonMachine, iterator: number): number {
  const slot = m.bodyOfType(iterator).slots.next;
  if (slot === undefined) m.raise('TypeError', `'${m.shownTypeName(iterator)}' object is not an iterator`);
  return slot(m, iterator);
}

export function forEach(m: PythonMachine, iterable: number, each: (item: number) => boolean | void): void {
  const iterator = iterate(m, iterable);
  try {
    const step = m.bodyOfType(iterator).slots.next!;
    for (;;) {
      const item = step(m, iterator);
      if (item === 0) return;
      let goOn: boolean | void;
      try {
        goOn = each(item);
      } finally {
        m.heap.decref(item);
      }
      if (goOn === false) return;
    }
  } finally {
    m.heap.decref(iterator);
  }
}

export function collect(m: PythonMachine, iterable: number): number[] {
  const heap = m.heap;
  const items: number[] = [];
  if (heap.typeOf[iterable] === m.listType || heap.typeOf[iterable] === m.tupleType) {
    for (const item of heap.slots[iterable]!) {
      heap.incref(item);
      items.push(item);
    }
    return items;
  }
  const iterator = iterate(m, iterable);
  try {
    const step = m.bodyOfType(iterator).slots.next!;
    for (let item = step(m, iterator); item !== 0; item = step(m, iterator)) items.push(item);
  } catch (error) {
    if (error instanceof PythonError) for (const item of items) heap.decref(item);
    throw error;
  } finally {
    heap.decref(iterator);
  }
  return items;
}

export function getItem(m: PythonMachine, container: number, key: number): number {
  const slot = m.bodyOfType(container).slots.getItem;
  if (slot !== undefined) return slot(m, container, key);
  if (m.heap.kind[container] === Kind.TYPE) return subscriptOfType(m, container, key);
  m.raise('TypeError', `'${m.shownTypeName(container)}' object is not subscriptable`);
}

function subscriptOfType(m: PythonMachine, type: number, key: number): number {
  const method = m.findAttribute(type, '__class_getitem__');
  if (method !== 0) {
    try {
      return m.call(method, [key]);
    } finally {
      m.heap.decref(method);
    }
  }
  const body = m.typeBody(type);
  if (type === m.type('type')) return newGenericAlias(m, type, key);
  if (!body.isHeapType && GENERIC_KINDS.has(body.kind)) {
    // Not CPython: `list[int]` is the type itself; nothing of the alias can be seen but its repr.
    m.heap.incref(type);
    return type;
  }
  m.raise('TypeError', `type '${body.name}' is not subscriptable`);
}
const GENERIC_KINDS = new Set<number>([
  Kind.LIST,
  Kind.TUPLE,
  Kind.DICT,
  Kind.SET,
  Kind.FROZENSET,
  Kind.DEQUE,
  Kind.TYPE,
  Kind.WEAKREF,
]);

export function setItem(m: PythonMachine, container: number, key: number, value: number): void {
  const slot = m.bodyOfType(container).slots.setItem;
  if (slot !== undefined) {
    slot(m, container, key, value);
    return;
  }
  const name = m.typeName(container);
  if (value !== 0) m.raise('TypeError', `'${name}' object does not support item assignment`);
  const { slots, isHeapType } = m.bodyOfType(container);
  const isSequence = isHeapType || slots.contains !== undefined;
  // CPython asks sequences in other words, when the key could be an index.
  const not = isSequence && m.bodyOfType(key).slots.index !== undefined ? "doesn't" : 'does not';
  m.raise('TypeError', `'${name}' object ${not} support item deletion`);
}

export function contains(m: PythonMachine, container: number, item: number): boolean {
  const slots = m.bodyOfType(container).slots;
  if (slots.contains !== undefined) return slots.contains(m, container, item);
  if (slots.iterate === undefined && slots.getItem === undefined) {
    const not = m.profile.versionInfo[1] >= 14 ? 'a container or iterable' : 'iterable';
    m.raise('TypeError', `argument of type '${m.shownTypeName(container)}' is not ${not}`);
  }
  let found = false;
  forEach(m, container, (each) => {
    found = m.equals(each, item);
    return !found;
  });
  return found;
}

export function index(m: PythonMachine, id: number): number | bigint {
  if (m.isInt(id)) return m.intValue(id);
  const slot = m.bodyOfType(id).slots.index;
  if (slot === undefined) {
    m.raise('TypeError', `'${m.shownTypeName(id)}' object cannot be interpreted as an integer`);
  }
  return slot(m, id);
}
