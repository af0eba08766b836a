/**
 * Weak references as objects: weakref.ref and its native subclass KeyedRef. Slots: [callback or 0, key (KeyedRef)];
 * body: the hash of the referent, once somebody asked for it. Source: CPython Objects/weakrefobject.c.
 */
import { Flag } from '../../heap/heap.ts';
import { FIRST_CONTAINER, Kind, type KindNumber } from '../../heap/kinds.ts';
import { CompareOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from '../types/allocation.ts';
import { throughArgumentTuple } from '../argument-tuples.ts';
import { addressText } from './object-address.ts';

const WEAKREF_BYTES = 80;
const CALLBACK = 0;
const KEY = 1;

interface ReferenceBody {
  hash: number | null;
}

/** What a weak reference or proxy points at, borrowed; 0 when it is dead or just dying. */
export function referentOf(m: Machine, reference: number): number {
  const target = m.heap.weakTarget.get(reference) ?? 0;
  return target !== 0 && (m.heap.refcount[target] > 0 || m.heap.reclaiming === 'tracing') ? target : 0;
}

/** TypeError for objects that cannot be referred to weakly. */
export function checkReferenceable(m: Machine, target: number): void {
  if (!isReferenceable(m, target)) {
    m.raise('TypeError', `cannot create weak reference to '${m.shownTypeName(target)}' object`);
  }
}

function isReferenceable(m: Machine, target: number): boolean {
  const body = m.heap.body[m.heap.typeOf[target]] as { readonly weaklyReferenceable: boolean };
  return m.heap.kind[target] === Kind.TYPE || body.weaklyReferenceable;
}

/** The reference of exactly this type and without callback that `target` has already, borrowed, or 0. */
export function knownReference(m: Machine, target: number, type: number): number {
  for (const reference of m.heap.weakReferences.get(target) ?? []) {
    if (m.heap.typeOf[reference] === type && m.heap.slots[reference]![CALLBACK] === 0) return reference;
  }
  return 0;
}

/** A new weak reference or proxy; `callback` (0: none) and `target` are borrowed. */
export function newReference(m: Machine, kind: KindNumber, type: number, target: number, callback: number): number {
  checkReferenceable(m, target);
  if (callback === m.none) callback = 0;
  if (callback === 0 && isBuiltinType(m, type)) {
    const known = knownReference(m, target, type);
    if (known !== 0) {
      m.heap.incref(known);
      return known;
    }
  }
  if (callback !== 0) m.heap.incref(callback);
  const body: ReferenceBody = { hash: null };
  const reference = newContainer(m, kind, type, [callback], body, WEAKREF_BYTES);
  m.heap.weaken(reference, target);
  return reference;
}

/** weakref.ref or a proxy type itself, no subclass: only these are shared. */
function isBuiltinType(m: Machine, type: number): boolean {
  return (m.heap.flags[type] & Flag.HEAP_TYPE) === 0;
}

function hash(m: Machine, self: number): number {
  const body = m.heap.body[self] as ReferenceBody;
  if (body.hash === null) {
    const target = referentOf(m, self);
    if (target === 0) m.raise('TypeError', 'weak object has gone away');
    m.heap.incref(target);
    try {
      body.hash = m.hash(target);
    } finally {
      m.heap.decref(target);
    }
  }
  return body.hash;
}

/** Alive: the referents are compared; dead: identity. */
function compare(m: Machine, op: number, left: number, right: number): number {
  const { heap } = m;
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return m.notImplemented;
  if (heap.kind[left] !== Kind.WEAKREF || heap.kind[right] !== Kind.WEAKREF) return m.notImplemented;
  const first = referentOf(m, left);
  const second = referentOf(m, right);
  if (first === 0 || second === 0) return m.bool((left === right) === (op === CompareOp.EQ));
  heap.incref(first);
  heap.incref(second);
  try {
    return m.compare(op, first, second);
  } finally {
    heap.decref(first);
    heap.decref(second);
  }
}

function repr(m: Machine, self: number): string {
  const target = referentOf(m, self);
  const start = `<weakref at ${addressText(self)}; `;
  if (target === 0) return `${start}dead>`;
  const name = m.heap.kind[target] >= FIRST_CONTAINER ? m.findAttribute(target, '__name__') : 0;
  const suffix = name !== 0 && m.isStr(name) ? ` (${m.strValue(name)})` : '';
  if (name !== 0) m.heap.decref(name);
  return `${start}to '${m.shownTypeName(target)}' at ${addressText(target)}${suffix}>`;
}

export const referenceType: TypeDeclaration = {
  name: 'ReferenceType',
  module: 'weakref',
  kind: Kind.WEAKREF,
  canBeBase: true,
  slots: {
    create(m, type, args) {
      const given = args.length;
      if (given < 1) m.raise('TypeError', '__new__ expected at least 1 argument, got 0');
      if (given > 2 && type === m.type('weakref.ReferenceType')) {
        m.raise('TypeError', `__new__ expected at most 2 arguments, got ${given}`);
      }
      return throughArgumentTuple(m, args, () => newReference(m, Kind.WEAKREF, type, args[0], given > 1 ? args[1] : 0));
    },
    initialize(m, _self, args, names) {
      if (names !== null && names.length > 0) m.raise('TypeError', 'ref() takes no keyword arguments');
      if (args.length > 2) m.raise('TypeError', `__init__ expected at most 2 arguments, got ${args.length}`);
    },
    call(m, self, args, names) {
      m.expectArguments('weakref', args, names, 0);
      const target = referentOf(m, self);
      if (target === 0) return m.none;
      m.heap.incref(target);
      return target;
    },
    hash,
    compare,
    repr,
  },
  properties: {
    __callback__: {
      get(m, self) {
        const callback = m.heap.weakTarget.has(self) ? m.heap.slots[self]![CALLBACK] || m.none : m.none;
        m.heap.incref(callback);
        return callback;
      },
    },
  },
};

/** A reference that knows its key in a WeakValueDictionary: KeyedRef(object, callback, key). */
export const keyedRefType: TypeDeclaration = {
  name: 'KeyedRef',
  module: 'weakref',
  base: 'weakref.ReferenceType',
  kind: Kind.WEAKREF,
  slots: {
    create(m, type, [target, callback, key]) {
      checkReferenceable(m, target);
      m.heap.incref(callback);
      m.heap.incref(key);
      const body: ReferenceBody = { hash: null };
      const reference = newContainer(m, Kind.WEAKREF, type, [callback, key], body, WEAKREF_BYTES + 8);
      m.heap.weaken(reference, target);
      return reference;
    },
    initialize: () => undefined,
  },
  properties: {
    key: {
      get(m, self) {
        const key = m.heap.slots[self]![KEY];
        m.heap.incref(key);
        return key;
      },
    },
  },
};
