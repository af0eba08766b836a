/** dict. Source: CPython Objects/dictobject.c. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp, CompareOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer, subclassBytes } from './allocation.ts';
import { functionPositional, noArguments, positional } from './call-arguments.ts';
import { newDictIterator } from './dict-iterator.ts';
import { dictCopy, dictUpdate, storeKeywords } from './dict-merge.ts';
import { EMPTY_DICT_BYTES } from './dict-sizes.ts';
import {
  dictClear,
  dictDetachAt,
  dictEntries,
  dictLength,
  dictLookup,
  dictNextPlace,
  dictPopLast,
  dictRemove,
  dictStore,
  findPlace,
  newDictTable,
} from './dict-table.ts';
import { newDictView } from './dict-view.ts';
import { genericAlias } from './generic-alias.ts';
import { equalItems } from './item-equality.ts';
import { raiseKeyError } from './key-error.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { unhashable } from './unhashable.ts';

/** An empty dict of `type`; exact dicts are tracked by the version's rule, subclasses always. */
export function newDictOfType(m: Machine, type: number): number {
  if (m.heap.flags[type] & Flag.HEAP_TYPE || m.profile.dictTracking === 'always' || type !== m.type('dict')) {
    return newContainer(m, Kind.DICT, type, [], newDictTable(), EMPTY_DICT_BYTES);
  }
  return m.heap.alloc(Kind.DICT, type, [], newDictTable(), EMPTY_DICT_BYTES + subclassBytes(m, type));
}

/** Positional argument and keywords of `dict()` and `update`. */
export function updateFromCall(
  m: Machine,
  name: string,
  dict: number,
  args: readonly number[],
  names: readonly string[] | null,
): void {
  const given = args.length - (names?.length ?? 0);
  functionPositional(m, name, args.slice(0, given), null, 0, 1);
  if (given === 1) dictUpdate(m, dict, args[0]);
  storeKeywords(m, dict, args, names);
}

function getItem(m: Machine, self: number, key: number): number {
  const value = dictLookup(m, self, key);
  if (value !== 0) {
    m.heap.incref(value);
    return value;
  }
  if (!isExactly(m, self, 'dict')) {
    const missing = m.special(self, '__missing__');
    if (missing !== 0) return m.call(missing, [self, key]);
  }
  return raiseKeyError(m, key);
}

function equal(m: Machine, left: number, right: number): boolean {
  const heap = m.heap;
  if (dictLength(heap, left) !== dictLength(heap, right)) return false;
  for (let place = dictNextPlace(heap, left, 0); place >= 0; place = dictNextPlace(heap, left, place + 2)) {
    const [key, value] = [heap.slots[left]![place], heap.slots[left]![place + 1]];
    heap.incref(key);
    heap.incref(value);
    try {
      const other = dictLookup(m, right, key);
      if (other === 0 || !equalItems(m, value, other)) return false;
    } finally {
      heap.decref(key);
      heap.decref(value);
    }
  }
  return true;
}

function repr(m: Machine, self: number): string {
  if (dictLength(m.heap, self) === 0) return '{}';
  return guardedRepr(m.heap, self, '{...}', () => {
    const parts: string[] = [];
    const entries = dictEntries(m.heap, self);
    for (let i = 0; i < entries.length; i += 2) {
      parts.push(`${reprOf(m, entries[i])}: ${reprOf(m, entries[i + 1])}`);
    }
    return `{${parts.join(', ')}}`;
  });
}

/** `dict.fromkeys`: also for subclasses, through their constructor. */
function fromKeys(m: Machine, type: number, iterable: number, value: number): number {
  const result = m.call(type, []);
  try {
    m.forEach(iterable, (key) => {
      if (isExactly(m, result, 'dict')) dictStore(m, result, key, value);
      else m.setItem(result, key, value);
    });
  } catch (error) {
    m.heap.decref(result);
    throw error;
  }
  return result;
}

export const dictType: TypeDeclaration = {
  name: 'dict',
  kind: Kind.DICT,
  canBeBase: true,
  slots: {
    create: (m, type) => m.heap.counter.afresh(Kind.DICT, () => newDictOfType(m, type)),
    initialize: (m, self, args, names) => updateFromCall(m, 'dict', self, args, names),
    repr,
    hash: unhashable,
    iterate: (m, self) => newDictIterator(m, self, 'key'),
    length: (m, self) => dictLength(m.heap, self),
    contains: (m, self, key) => findPlace(m, self, key) >= 0,
    getItem,
    setItem(m, self, key, value) {
      if (value !== 0) dictStore(m, self, key, value);
      else if (!dictRemove(m, self, key)) raiseKeyError(m, key);
    },
    compare(m, op, left, right) {
      const kinds = m.heap.kind;
      if (kinds[left] !== Kind.DICT || kinds[right] !== Kind.DICT) return m.notImplemented;
      if (op !== CompareOp.EQ && op !== CompareOp.NE) return m.notImplemented;
      return m.bool(equal(m, left, right) === (op === CompareOp.EQ));
    },
    binary(m, op, left, right) {
      const kinds = m.heap.kind;
      if (op !== BinaryOp.OR || kinds[left] !== Kind.DICT || kinds[right] !== Kind.DICT) {
        return m.notImplemented;
      }
      const result = dictCopy(m, left);
      dictUpdate(m, result, right);
      return result;
    },
    inplace(m, op, left, right) {
      if (op !== BinaryOp.OR || m.heap.kind[left] !== Kind.DICT) return m.notImplemented;
      dictUpdate(m, left, right);
      m.heap.incref(left);
      return left;
    },
  },
  methods: {
    get(m, args, names) {
      positional(m, 'get', args, names, 1, 2);
      const value = dictLookup(m, args[0], args[1]) || (args[2] ?? m.none);
      m.heap.incref(value);
      return value;
    },
    setdefault(m, args, names) {
      positional(m, 'setdefault', args, names, 1, 2);
      let value = dictLookup(m, args[0], args[1]);
      if (value === 0) {
        value = args[2] ?? m.none;
        dictStore(m, args[0], args[1], value);
      }
      m.heap.incref(value);
      return value;
    },
    pop(m, args, names) {
      positional(m, 'pop', args, names, 1, 2);
      const place = findPlace(m, args[0], args[1]);
      if (place < 0) {
        if (args.length < 3) raiseKeyError(m, args[1]);
        m.heap.incref(args[2]);
        return args[2];
      }
      const [key, value] = dictDetachAt(m.heap, args[0], place);
      m.heap.decref(key);
      return value;
    },
    popitem(m, args, names) {
      noArguments(m, 'dict.popitem', args, names);
      if (dictLength(m.heap, args[0]) === 0) m.raise('KeyError', 'popitem(): dictionary is empty');
      return m.tuple(dictPopLast(m.heap, args[0]));
    },
    keys(m, args, names) {
      noArguments(m, 'dict.keys', args, names);
      return newDictView(m, 'dict_keys', args[0]);
    },
    values(m, args, names) {
      noArguments(m, 'dict.values', args, names);
      return newDictView(m, 'dict_values', args[0]);
    },
    items(m, args, names) {
      noArguments(m, 'dict.items', args, names);
      return newDictView(m, 'dict_items', args[0]);
    },
    update(m, args, names) {
      updateFromCall(m, 'update', args[0], args.slice(1), names);
      return m.none;
    },
    clear(m, args, names) {
      noArguments(m, 'dict.clear', args, names);
      dictClear(m.heap, args[0]);
      return m.none;
    },
    copy(m, args, names) {
      noArguments(m, 'dict.copy', args, names);
      return dictCopy(m, args[0]);
    },
    __reversed__(m, args, names) {
      noArguments(m, 'dict.__reversed__', args, names);
      return newDictIterator(m, args[0], 'key', true);
    },
  },
  classMethods: {
    __class_getitem__: genericAlias,
    fromkeys(m, args, names) {
      positional(m, 'fromkeys', args, names, 1, 2);
      return fromKeys(m, args[0], args[1], args[2] ?? m.none);
    },
  },
};
