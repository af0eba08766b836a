/** dict_keys, dict_values, dict_items. Slots: [dict]. Source: CPython Objects/dictobject.c (dictview). */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp } from '../../program/instructions.ts';
import type { Machine, NativeCall, TypeDeclaration, TypeSlots } from '../native.ts';
import { newContainer } from './allocation.ts';
import { noArguments, oneArgument } from './call-arguments.ts';
import { type DictPart, newDictIterator } from './dict-iterator.ts';
import { dictLength, dictLookup, findPlace } from './dict-table.ts';
import { compareLengths, equalItems } from './item-equality.ts';
import { guardedRepr } from './repr-guard.ts';

const VIEW_BYTES = 40;

export function newDictView(m: Machine, typeName: string, dict: number): number {
  m.heap.incref(dict);
  return newContainer(m, Kind.DICT_VIEW, m.type(typeName), [dict], null, VIEW_BYTES);
}

function dictOf(m: Machine, view: number): number {
  return m.heap.slots[view]![0];
}

function repr(m: Machine, self: number): string {
  return guardedRepr(m.heap, self, '...', () => {
    const items = m.list(m.collect(self));
    try {
      return `${m.typeName(self)}(${m.repr(items)})`;
    } finally {
      m.heap.decref(items);
    }
  });
}

function isSetLike(m: Machine, id: number): boolean {
  const kind = m.heap.kind[id];
  if (kind === Kind.SET || kind === Kind.FROZENSET) return true;
  return kind === Kind.DICT_VIEW && !m.typeName(id).endsWith('_values');
}

/** Every item of `part` is in `whole`. */
function isContained(m: Machine, part: number, whole: number): boolean {
  let all = true;
  m.forEach(part, (item) => (all = m.contains(whole, item)));
  return all;
}

const setSlots: TypeSlots = {
  compare(m, op, left, right) {
    if (!isSetLike(m, left) || !isSetLike(m, right)) return m.notImplemented;
    const [a, b] = [m.length(left), m.length(right)];
    const lengthOp = op === CompareOp.NE ? CompareOp.EQ : op;
    let holds = compareLengths(lengthOp, a, b);
    if (holds) {
      const isLess = op === CompareOp.GT || op === CompareOp.GE;
      holds = isLess ? isContained(m, right, left) : isContained(m, left, right);
    }
    return m.bool(holds !== (op === CompareOp.NE));
  },
  binary(m, op, left, right) {
    const method = setMethods[op];
    if (method === undefined) return m.notImplemented;
    if (m.heap.kind[left] !== Kind.DICT_VIEW && !isSetLike(m, left)) return m.notImplemented;
    if (m.special(right, '__iter__') === 0) {
      m.raise('TypeError', `'${m.shownTypeName(right)}' object is not iterable`);
    }
    const items = m.collect(left);
    const set = m.set(items);
    for (const item of items) m.heap.decref(item);
    try {
      const none = m.callMethod(set, method, [right]);
      m.heap.decref(none);
    } catch (error) {
      m.heap.decref(set);
      throw error;
    }
    return set;
  },
};

const setMethods: Readonly<Record<number, string>> = {
  [BinaryOp.AND]: 'intersection_update',
  [BinaryOp.OR]: 'update',
  [BinaryOp.SUBTRACT]: 'difference_update',
  [BinaryOp.XOR]: 'symmetric_difference_update',
};

const isDisjoint: NativeCall = (m, args, names) => {
  oneArgument(m, 'isdisjoint', args, names);
  let disjoint = true;
  m.forEach(args[1], (item) => (disjoint = !m.contains(args[0], item)));
  return m.bool(disjoint);
};

function containsItem(m: Machine, self: number, item: number): boolean {
  if (m.heap.kind[item] !== Kind.TUPLE) return false;
  const pair = m.heap.slots[item]!;
  if (pair.length !== 2) return false;
  const value = dictLookup(m, dictOf(m, self), pair[0]);
  return value !== 0 && equalItems(m, value, pair[1]);
}

function viewType(name: string, part: DictPart, own: TypeSlots, isSet: boolean): TypeDeclaration {
  return {
    name,
    kind: Kind.DICT_VIEW,
    slots: {
      repr,
      iterate: (m, self) => newDictIterator(m, dictOf(m, self), part),
      length: (m, self) => dictLength(m.heap, dictOf(m, self)),
      ...(isSet ? setSlots : {}),
      ...own,
    },
    methods: {
      __reversed__(m, args, names) {
        noArguments(m, '__reversed__', args, names);
        return newDictIterator(m, dictOf(m, args[0]), part, true);
      },
      ...(isSet ? { isdisjoint: isDisjoint } : {}),
    },
  };
}

export const dictViewTypes: readonly TypeDeclaration[] = [
  viewType('dict_keys', 'key', { contains: (m, self, item) => findPlace(m, dictOf(m, self), item) >= 0 }, true),
  viewType('dict_values', 'value', {}, false),
  viewType('dict_items', 'item', { contains: containsItem }, true),
];
