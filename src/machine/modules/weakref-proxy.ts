/**
 * Proxies: objects that stand for their referent in every operation, and raise ReferenceError once it is gone.
 * Slots: [callback or 0]. Source: CPython Objects/weakrefobject.c.
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration, TypeSlots } from '../native.ts';
import { addressText } from './object-address.ts';
import { checkReferenceable, newReference, referentOf } from './weakref-types.ts';

/** Runs `action` with the referent, which it keeps alive meanwhile. */
function through<T>(m: Machine, proxy: number, action: (target: number) => T): T {
  const target = referentOf(m, proxy);
  if (target === 0) m.raise('ReferenceError', 'weakly-referenced object no longer exists');
  m.heap.incref(target);
  try {
    return action(target);
  } finally {
    m.heap.decref(target);
  }
}

/** The same for an operand that may be a proxy. */
function throughAny<T>(m: Machine, operand: number, action: (target: number) => T): T {
  return m.heap.kind[operand] === Kind.WEAKPROXY ? through(m, operand, action) : action(operand);
}

const both = (m: Machine, left: number, right: number, action: (left: number, right: number) => number): number =>
  throughAny(m, left, (first) => throughAny(m, right, (second) => action(first, second)));

const INPLACE = 13;

const slots: TypeSlots = {
  create: (m) => m.raise('TypeError', "cannot create 'weakref.ProxyType' instances"),
  getAttribute: (m, self, name) => through(m, self, (target) => m.getAttribute(target, name)),
  setAttribute: (m, self, name, value) => through(m, self, (target) => m.setAttribute(target, name, value)),
  str: (m, self) => through(m, self, (target) => m.toStr(target)),
  repr(m, self) {
    const target = referentOf(m, self);
    const name = target === 0 ? 'NoneType' : m.typeName(target);
    return `<weakproxy at ${addressText(self)} to ${name} at ${addressText(target)}>`;
  },
  hash: (m, self) => m.raise('TypeError', `unhashable type: 'weakref.${m.typeName(self)}'`),
  truth: (m, self) => through(m, self, (target) => m.truth(target)),
  length: (m, self) => through(m, self, (target) => m.length(target)),
  getItem: (m, self, key) => through(m, self, (target) => m.getItem(target, key)),
  setItem: (m, self, key, value) => through(m, self, (target) => m.setItem(target, key, value)),
  contains: (m, self, item) => through(m, self, (target) => m.contains(target, item)),
  iterate: (m, self) => through(m, self, (target) => m.iterate(target)),
  next: (m, self) => through(m, self, (target) => m.next(target)),
  compare: (m, op, left, right) => both(m, left, right, (first, second) => m.compare(op, first, second)),
  binary: (m, op, left, right) => both(m, left, right, (first, second) => m.binary(op, first, second)),
  inplace: (m, op, left, right) => both(m, left, right, (first, second) => m.binary(op + INPLACE, first, second)),
  negative: (m, self) => through(m, self, (target) => m.callMethod(target, '__neg__', [])),
  positive: (m, self) => through(m, self, (target) => m.callMethod(target, '__pos__', [])),
  invert: (m, self) => through(m, self, (target) => m.callMethod(target, '__invert__', [])),
  absolute: (m, self) => through(m, self, (target) => m.callMethod(target, '__abs__', [])),
  index: (m, self) => through(m, self, (target) => m.index(target)),
};

export const proxyType: TypeDeclaration = { name: 'ProxyType', module: 'weakref', kind: Kind.WEAKPROXY, slots };

export const callableProxyType: TypeDeclaration = {
  name: 'CallableProxyType',
  module: 'weakref',
  kind: Kind.WEAKPROXY,
  slots: { ...slots, call: (m, self, args, names) => through(m, self, (target) => m.call(target, args, names)) },
};

/** weakref.proxy(object[, callback]); borrowed arguments, 0 = no callback. */
export function newProxy(m: Machine, target: number, callback: number): number {
  checkReferenceable(m, target);
  const isCallable = m.special(target, '__call__') !== 0;
  const type = m.type(isCallable ? 'weakref.CallableProxyType' : 'weakref.ProxyType');
  return newReference(m, Kind.WEAKPROXY, type, target, callback);
}
