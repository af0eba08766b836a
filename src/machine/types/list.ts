/** list. Source: CPython Objects/listobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { GeneratorBody } from '../generators.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { functionPositional, noArguments, oneArgument, positional } from './call-arguments.ts';
import { genericAlias } from './generic-alias.ts';
import { compareSequences, countItems, equalItems, findItem } from './item-equality.ts';
import { listBytes, resizeList } from './list-growth.ts';
import {
  isPlainSequence,
  listAppend,
  listAssignSlice,
  listClear,
  listExtend,
  listInsert,
  listTake,
} from './list-items.ts';
import { areKeysPlain, sortItems } from './list-sort.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { isIndex, itemIndex, repeatCount, searchBound } from './sequence-index.ts';
import { newListReverseIterator, newSequenceIterator } from './sequence-iterator.ts';
import { owned, refuseConcatenation, refuseRepetition, repeated } from './sequence-operators.ts';
import { sliceRange } from './slice.ts';
import { isAtLeast } from './versions.ts';
import { unhashable } from './unhashable.ts';

function lengthOf(m: Machine, list: number): number {
  return m.heap.slots[list]!.length;
}

/** `list[slice] = value` and, with value 0, `del list[slice]`. */
function assignSlice(m: Machine, list: number, slice: number, value: number): void {
  const heap = m.heap;
  let items: number[] = [];
  if (value !== 0) {
    if (m.special(value, '__iter__') === 0 && m.special(value, '__getitem__') === 0) {
      const { step } = sliceRange(m, slice, lengthOf(m, list));
      m.raise('TypeError', step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice');
    }
    items = value === list || isPlainSequence(m, value) ? owned(m, heap.slots[value]!) : m.collect(value);
  }
  const { start, stop, step, count } = sliceRange(m, slice, lengthOf(m, list));
  if (step === 1) {
    listAssignSlice(m, list, start, Math.max(start, stop), items);
    return;
  }
  if (value === 0) {
    deleteExtended(m, list, start, step, count);
    return;
  }
  if (items.length !== count) {
    for (const item of items) heap.decref(item);
    m.raise('ValueError', `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  }
  const old = items.map((item, i) => heap.setSlot(list, start + i * step, item));
  for (const item of old) heap.decref(item);
}

/** `del list[a:b:c]`: the items go from first to last. */
function deleteExtended(m: Machine, list: number, start: number, step: number, count: number): void {
  const heap = m.heap;
  if (count === 0) return;
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const length = lengthOf(m, list);
  const removed: number[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const at = first + i * stride;
    removed.push(at === lengthOf(m, list) - 1 ? heap.popSlot(list) : heap.removeSlot(list, at));
  }
  resizeList(m, list, length, length - count);
  for (const item of removed.reverse()) heap.decref(item);
}

function getSlice(m: Machine, list: number, slice: number): number {
  const { start, step, count } = sliceRange(m, slice, lengthOf(m, list));
  const slots = m.heap.slots[list]!;
  const items: number[] = step === 1 ? slots.slice(start, start + count) : [];
  if (step !== 1) for (let i = 0; i < count; i++) items.push(slots[start + i * step]);
  for (const item of items) m.heap.incref(item);
  return m.list(items);
}

function sort(m: Machine, list: number, key: number, reverse: boolean): void {
  const heap = m.heap;
  const callable = key === m.none ? 0 : key;
  const slots = heap.slots[list]!;
  if (callable === 0 && areKeysPlain(m, slots)) {
    // Nothing can look at the list meanwhile: only what moves is recorded.
    const sorted = [...slots];
    sortItems(m, sorted, 0, reverse);
    sorted.forEach((item, i) => {
      if (slots[i] !== item) heap.setSlot(list, i, item);
    });
    return;
  }
  // While key functions and comparisons run the list is empty, as in CPython.
  const capacity = heap.body[list] as number;
  const items = heap.takeSlots(list);
  heap.body[list] = 0;
  try {
    sortItems(m, items, callable, reverse);
  } finally {
    const intruders = heap.takeSlots(list);
    heap.body[list] = capacity;
    for (const item of items) heap.appendSlot(list, item);
    if (intruders.length > 0) {
      for (const item of intruders) heap.decref(item);
      m.raise('ValueError', 'list modified during sort');
    }
  }
}

/** 3.11 takes a number, later versions anything that is true or false. */
export function isReverse(m: Machine, reverse: number): boolean {
  if (reverse === 0) return false;
  return isAtLeast(m, 12) ? m.truth(reverse) : m.index(reverse) !== 0;
}

/** Since 3.15 `list(x for x in y)` is compiled as a display is. */
function isDisplay(m: Machine, args: readonly number[]): boolean {
  if (m.profile.versionInfo[1] < 15 || args.length !== 1 || m.heap.kind[args[0]] !== Kind.GENERATOR) return false;
  return m.heap.refcount[args[0]] === 1 && (m.heap.body[args[0]] as GeneratorBody).name === '<genexpr>';
}

export const listType: TypeDeclaration = {
  name: 'list',
  kind: Kind.LIST,
  canBeBase: true,
  slots: {
    create(m, type, args) {
      const make = () => newContainer(m, Kind.LIST, type, [], 0, listBytes(0));
      return isDisplay(m, args) ? make() : m.heap.counter.afresh(Kind.LIST, make);
    },
    initialize(m, self, args, names) {
      if (names !== null && names.length > 0) m.raise('TypeError', 'list() takes no keyword arguments');
      functionPositional(m, 'list', args, names, 0, 1);
      if (lengthOf(m, self) > 0) listClear(m, self);
      if (args.length === 1) listExtend(m, self, args[0]);
    },
    repr(m, self) {
      if (lengthOf(m, self) === 0) return '[]';
      return guardedRepr(m.heap, self, '[...]', () => {
        const parts: string[] = [];
        for (let i = 0; i < lengthOf(m, self); i++) {
          const item = m.heap.slots[self]![i];
          // Up to 3.13 the item is borrowed from the list.
          parts.push(isAtLeast(m, 14) ? reprOf(m, item) : m.repr(item));
        }
        return `[${parts.join(', ')}]`;
      });
    },
    hash: unhashable,
    iterate(m, self) {
      return newSequenceIterator(m, 'list_iterator', self);
    },
    length: lengthOf,
    contains(m, self, item) {
      return findItem(m, self, item) >= 0;
    },
    getItem(m, self, key) {
      const slots = m.heap.slots[self]!;
      if (isIndex(m, key)) {
        const item = slots[itemIndex(m, key, slots.length, 'list index out of range')];
        m.heap.incref(item);
        return item;
      }
      if (m.heap.kind[key] === Kind.SLICE) return getSlice(m, self, key);
      return m.raise('TypeError', `list indices must be integers or slices, not ${m.typeName(key)}`);
    },
    setItem(m, self, key, value) {
      if (isIndex(m, key)) {
        const at = itemIndex(m, key, lengthOf(m, self), 'list assignment index out of range');
        if (value === 0) {
          m.heap.decref(listTake(m, self, at));
        } else {
          m.heap.incref(value);
          m.heap.replaceSlot(self, at, value);
        }
      } else if (m.heap.kind[key] === Kind.SLICE) assignSlice(m, self, key, value);
      else m.raise('TypeError', `list indices must be integers or slices, not ${m.typeName(key)}`);
    },
    compare(m, op, left, right) {
      if (m.heap.kind[left] !== Kind.LIST || m.heap.kind[right] !== Kind.LIST) return m.notImplemented;
      return compareSequences(m, op, left, right);
    },
    binary(m, op, left, right) {
      const slots = m.heap.slots;
      const leftIsList = m.heap.kind[left] === Kind.LIST;
      if (op === BinaryOp.ADD && leftIsList) {
        if (m.heap.kind[right] !== Kind.LIST) return refuseConcatenation(m, 'list', right);
        return m.list(owned(m, [...slots[left]!, ...slots[right]!]));
      }
      if (op === BinaryOp.MULTIPLY) {
        const [list, other] = leftIsList ? [left, right] : [right, left];
        const count = repeatCount(m, other);
        if (count === undefined) return refuseRepetition(m, other);
        return m.list(repeated(m, slots[list]!, count));
      }
      return m.notImplemented;
    },
    inplace(m, op, left, right) {
      if (m.heap.kind[left] !== Kind.LIST) return m.notImplemented;
      if (op === BinaryOp.ADD) listExtend(m, left, right);
      else if (op === BinaryOp.MULTIPLY) {
        const count = repeatCount(m, right);
        if (count === undefined) return refuseRepetition(m, right);
        if (count === 0) listClear(m, left);
        else {
          const length = lengthOf(m, left);
          const more = repeated(m, m.heap.slots[left]!, count - 1);
          resizeList(m, left, length, length + more.length);
          for (const item of more) m.heap.appendSlot(left, item);
        }
      } else return m.notImplemented;
      m.heap.incref(left);
      return left;
    },
  },
  methods: {
    append(m, args, names) {
      oneArgument(m, 'list.append', args, names);
      m.heap.incref(args[1]);
      listAppend(m, args[0], args[1]);
      return m.none;
    },
    clear(m, args, names) {
      noArguments(m, 'list.clear', args, names);
      listClear(m, args[0]);
      return m.none;
    },
    copy(m, args, names) {
      noArguments(m, 'list.copy', args, names);
      return m.list(owned(m, m.heap.slots[args[0]]!));
    },
    count(m, args, names) {
      oneArgument(m, 'list.count', args, names);
      return m.int(countItems(m, args[0], args[1]));
    },
    extend(m, args, names) {
      oneArgument(m, 'list.extend', args, names);
      listExtend(m, args[0], args[1]);
      return m.none;
    },
    index(m, args, names) {
      positional(m, 'index', args, names, 1, 3);
      const [self, value] = args;
      const length = lengthOf(m, self);
      const start = searchBound(m, args[2], length, 0);
      const at = findItem(m, self, value, start, searchBound(m, args[3], length, Infinity));
      if (at >= 0) return m.int(at);
      return m.raise(
        'ValueError',
        isAtLeast(m, 14) ? 'list.index(x): x not in list' : `${m.repr(value)} is not in list`,
      );
    },
    insert(m, args, names) {
      positional(m, 'insert', args, names, 2, 2);
      const [self, where, value] = args;
      const length = lengthOf(m, self);
      const at = m.indexNumber(where);
      m.heap.incref(value);
      listInsert(m, self, at < 0 ? Math.max(0, at + length) : Math.min(at, length), value);
      return m.none;
    },
    pop(m, args, names) {
      positional(m, 'pop', args, names, 0, 1);
      const length = lengthOf(m, args[0]);
      const given = args.length > 1 ? m.indexNumber(args[1]) : -1;
      if (length === 0) m.raise('IndexError', 'pop from empty list');
      const at = given < 0 ? given + length : given;
      if (at < 0 || at >= length) m.raise('IndexError', 'pop index out of range');
      return listTake(m, args[0], at);
    },
    remove(m, args, names) {
      oneArgument(m, 'list.remove', args, names);
      const [self, value] = args;
      for (let i = 0; i < lengthOf(m, self); i++) {
        if (!equalItems(m, m.heap.slots[self]![i], value)) continue;
        if (i < lengthOf(m, self)) m.heap.decref(listTake(m, self, i));
        return m.none;
      }
      return m.raise('ValueError', 'list.remove(x): x not in list');
    },
    reverse(m, args, names) {
      noArguments(m, 'list.reverse', args, names);
      const heap = m.heap;
      const last = lengthOf(m, args[0]) - 1;
      for (let i = 0; i < last - i; i++) {
        heap.setSlot(args[0], last - i, heap.setSlot(args[0], i, heap.slots[args[0]]![last - i]));
      }
      return m.none;
    },
    sort(m, args, names) {
      if (args.length - (names?.length ?? 0) > 1) {
        m.raise('TypeError', 'sort() takes no positional arguments');
      }
      const [key, reverse] = m.bindArguments('sort', args.slice(1), names, ['key=', 'reverse=']);
      sort(m, args[0], key === 0 ? m.none : key, isReverse(m, reverse));
      return m.none;
    },
    __reversed__(m, args, names) {
      noArguments(m, 'list.__reversed__', args, names);
      return newListReverseIterator(m, args[0]);
    },
  },
  classMethods: { __class_getitem__: genericAlias },
};
