/** set and frozenset. Source: CPython Objects/setobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp } from '../../program/instructions.ts';
import { withHiddenContainer } from '../hidden-containers.ts';
import type { Machine, NativeCall, TypeDeclaration, TypeSlots } from '../native.ts';
import { isExactly } from './allocation.ts';
import { functionPositional, noArguments, oneArgument } from './call-arguments.ts';
import { genericAlias } from './generic-alias.ts';
import { raiseKeyError } from './key-error.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { newSetIterator } from './set-iterator.ts';
import {
  copySet,
  difference,
  differenceUpdate,
  intersection,
  intersectionUpdate,
  isDisjoint,
  isSet,
  isSubset,
  newSetFrom,
  newSetOfType,
  setUpdate,
  settleTracking,
  symmetricDifference,
  symmetricDifferenceUpdate,
  union,
} from './set-operations.ts';
import { hashOf, setAdd, setClear, setDiscard, setElements, setFind, setLength, setPop } from './set-table.ts';
import { unhashable } from './unhashable.ts';

function repr(m: Machine, self: number): string {
  const name = m.typeName(self);
  if (setLength(m.heap, self) === 0) return `${name}()`;
  return guardedRepr(m.heap, self, `${name}(...)`, () => {
    const { elements } = setElements(m.heap, self);
    // set_repr shows a list that it makes of them.
    const parts = withHiddenContainer(m, Kind.LIST, null, () => elements.map((element) => reprOf(m, element)));
    const body = `{${parts.join(', ')}}`;
    return name === 'set' ? body : `${name}(${body})`;
  });
}

/** The hash to look for: a set stands for the frozenset with the same elements. */
function searchHash(m: Machine, element: number): number {
  return m.heap.kind[element] === Kind.SET ? elementsHash(m, element) : hashOf(m, element);
}

/** Order-independent. Source: frozenset_hash, on 32 bits. */
function elementsHash(m: Machine, self: number): number {
  const { hashes } = setElements(m.heap, self);
  let hash = 0;
  for (const each of hashes) {
    const mixed = each | 0;
    hash ^= Math.imul(mixed ^ 89869747 ^ (mixed << 16), 3644798167);
  }
  hash ^= Math.imul(hashes.length + 1, 1927868237);
  hash ^= (hash >>> 11) ^ (hash >>> 25);
  hash = (Math.imul(hash, 69069) + 907133923) | 0;
  return hash === -1 ? 590923713 : hash;
}

function compare(m: Machine, op: number, left: number, right: number): number {
  if (!isSet(m, left) || !isSet(m, right)) return m.notImplemented;
  const [a, b] = [setLength(m.heap, left), setLength(m.heap, right)];
  switch (op) {
    case CompareOp.EQ:
      return m.bool(a === b && isSubset(m, left, right));
    case CompareOp.NE:
      return m.bool(a !== b || !isSubset(m, left, right));
    case CompareOp.LE:
      return m.bool(isSubset(m, left, right));
    case CompareOp.LT:
      return m.bool(a < b && isSubset(m, left, right));
    case CompareOp.GE:
      return m.bool(isSubset(m, right, left));
    default:
      return m.bool(b < a && isSubset(m, right, left));
  }
}

const slots: TypeSlots = {
  repr,
  iterate: newSetIterator,
  length: (m, self) => setLength(m.heap, self),
  contains: (m, self, element) => setFind(m, self, element, searchHash(m, element)) >= 0,
  compare,
  binary(m, op, left, right) {
    if (!isSet(m, left) || !isSet(m, right)) return m.notImplemented;
    switch (op) {
      case BinaryOp.AND:
        return intersection(m, left, right);
      case BinaryOp.OR:
        return union(m, left, [right]);
      case BinaryOp.SUBTRACT:
        return difference(m, left, right);
      case BinaryOp.XOR:
        return symmetricDifference(m, left, right);
      default:
        return m.notImplemented;
    }
  },
};

/** A method that takes any number of iterables and works through them one by one. */
function chained(operate: (m: Machine, set: number, other: number) => number): NativeCall {
  return (m, args) => {
    let result = copySet(m, args[0]);
    for (const other of args.slice(1)) {
      const next = operate(m, result, other);
      m.heap.decref(result);
      result = next;
    }
    return result;
  };
}

const methods: Readonly<Record<string, NativeCall>> = {
  copy(m, args, names) {
    noArguments(m, `${baseName(m, args[0])}.copy`, args, names);
    if (isExactly(m, args[0], 'frozenset')) {
      m.heap.incref(args[0]);
      return args[0];
    }
    return copySet(m, args[0]);
  },
  union: (m, args) => union(m, args[0], args.slice(1)),
  intersection: chained(intersection),
  difference: chained(difference),
  symmetric_difference(m, args, names) {
    oneArgument(m, `${baseName(m, args[0])}.symmetric_difference`, args, names);
    return symmetricDifference(m, args[0], args[1]);
  },
  isdisjoint(m, args, names) {
    oneArgument(m, `${baseName(m, args[0])}.isdisjoint`, args, names);
    return m.bool(isDisjoint(m, args[0], args[1]));
  },
  issubset(m, args, names) {
    oneArgument(m, `${baseName(m, args[0])}.issubset`, args, names);
    return withSet(m, args[1], (other) => m.bool(isSubset(m, args[0], other)));
  },
  issuperset(m, args, names) {
    oneArgument(m, `${baseName(m, args[0])}.issuperset`, args, names);
    return withSet(m, args[1], (other) => m.bool(isSubset(m, other, args[0])));
  },
};

function baseName(m: Machine, set: number): string {
  return m.heap.kind[set] === Kind.FROZENSET ? 'frozenset' : 'set';
}

function withSet<T>(m: Machine, iterable: number, use: (set: number) => T): T {
  if (isSet(m, iterable)) return use(iterable);
  const set = newSetFrom(m, m.type('set'), iterable);
  try {
    return use(set);
  } finally {
    m.heap.decref(set);
  }
}

/** A method that changes the set by every iterable it is given, and returns None. */
function changing(change: (m: Machine, set: number, other: number) => void): NativeCall {
  return (m, args) => {
    for (const other of args.slice(1)) change(m, args[0], other);
    return m.none;
  };
}

export const setType: TypeDeclaration = {
  name: 'set',
  kind: Kind.SET,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    ...slots,
    create: (m, type) => newSetOfType(m, type),
    initialize(m, self, args, names) {
      if (names !== null && names.length > 0) m.raise('TypeError', 'set() takes no keyword arguments');
      functionPositional(m, 'set', args, names, 0, 1);
      setClear(m.heap, self);
      if (args.length === 1) setUpdate(m, self, args[0]);
    },
    hash: unhashable,
    inplace(m, op, left, right) {
      if (m.heap.kind[left] !== Kind.SET || !isSet(m, right)) return m.notImplemented;
      if (op === BinaryOp.AND) intersectionUpdate(m, left, right);
      else if (op === BinaryOp.OR) setUpdate(m, left, right);
      else if (op === BinaryOp.SUBTRACT) differenceUpdate(m, left, right);
      else if (op === BinaryOp.XOR) exclusiveUpdate(m, left, right);
      else return m.notImplemented;
      m.heap.incref(left);
      return left;
    },
  },
  methods: {
    ...methods,
    add(m, args, names) {
      oneArgument(m, 'set.add', args, names);
      setAdd(m, args[0], args[1]);
      return m.none;
    },
    clear(m, args, names) {
      noArguments(m, 'set.clear', args, names);
      setClear(m.heap, args[0]);
      return m.none;
    },
    discard(m, args, names) {
      oneArgument(m, 'set.discard', args, names);
      setDiscard(m, args[0], args[1], searchHash(m, args[1]));
      return m.none;
    },
    remove(m, args, names) {
      oneArgument(m, 'set.remove', args, names);
      if (!setDiscard(m, args[0], args[1], searchHash(m, args[1]))) raiseKeyError(m, args[1]);
      return m.none;
    },
    pop(m, args, names) {
      noArguments(m, 'set.pop', args, names);
      if (setLength(m.heap, args[0]) === 0) m.raise('KeyError', 'pop from an empty set');
      return setPop(m.heap, args[0]);
    },
    update: changing(setUpdate),
    intersection_update: changing(intersectionUpdate),
    difference_update: changing(differenceUpdate),
    symmetric_difference_update(m, args, names) {
      oneArgument(m, 'set.symmetric_difference_update', args, names);
      exclusiveUpdate(m, args[0], args[1]);
      return m.none;
    },
  },
  classMethods: { __class_getitem__: genericAlias },
};

function exclusiveUpdate(m: Machine, set: number, other: number): void {
  if (set === other) setClear(m.heap, set);
  else symmetricDifferenceUpdate(m, set, other);
}

export const frozensetType: TypeDeclaration = {
  name: 'frozenset',
  kind: Kind.FROZENSET,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    ...slots,
    create(m, type, args, names) {
      const isExact = type === m.type('frozenset');
      if (isExact && names !== null && names.length > 0) {
        m.raise('TypeError', 'frozenset() takes no keyword arguments');
      }
      functionPositional(m, 'frozenset', args, null, 0, 1);
      if (args.length === 0) {
        const empty = newSetOfType(m, type);
        settleTracking(m, empty);
        return empty;
      }
      if (isExact && isExactly(m, args[0], 'frozenset')) {
        m.heap.incref(args[0]);
        return args[0];
      }
      return newSetFrom(m, type, args[0]);
    },
    hash: elementsHash,
  },
  methods,
  classMethods: { __class_getitem__: genericAlias },
};
