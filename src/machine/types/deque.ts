/** collections.deque. Slots: the items, left to right. Source: CPython Modules/_collectionsmodule.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isAtLeast } from './versions.ts';
import { newContainer } from './allocation.ts';
import { noArguments, oneArgument, positional } from './call-arguments.ts';
import { genericAlias } from './generic-alias.ts';
import { compareSequences, countItems, equalItems, findItem } from './item-equality.ts';
import { guardedRepr, reprOf } from './repr-guard.ts';
import { reduced } from './reduced.ts';
import { isIndex, itemIndex, repeatCount, searchBound } from './sequence-index.ts';
import { exhaust, itself } from './sequence-iterator.ts';
import { refuseRepetition, repeated } from './sequence-operators.ts';
import { unhashable } from './unhashable.ts';

interface DequeBody {
  /** null: any number of items. */
  maxLength: number | null;
  /** Rises with every change of length. */
  state: number;
  /** Where in its block of 64 the first item lies. */
  left: number;
}

const EMPTY_BYTES = 760;
const BLOCK_ITEMS = 64;
/** An empty deque begins in the middle of its one block. */
const CENTER = BLOCK_ITEMS / 2;
const BLOCK_BYTES = 528;
const ITERATOR_BYTES = 72;

function bodyOf(m: Machine, deque: number): DequeBody {
  return m.heap.body[deque] as DequeBody;
}

function lengthOf(m: Machine, deque: number): number {
  return m.heap.slots[deque]!.length;
}

/** An empty deque that remembers at most `maxLength` items (null: any number). */
export function newDeque(m: Machine, type: number, maxLength: number | null): number {
  return newContainer(m, Kind.DEQUE, type, [], { maxLength, state: 0, left: CENTER }, EMPTY_BYTES);
}

/** After a change of length or a rotation: the first item lies at `left` (of any block), and the blocks are counted anew. */
function changed(m: Machine, deque: number, left: number): void {
  const body = bodyOf(m, deque);
  const length = lengthOf(m, deque);
  body.state++;
  body.left = modulo(left, BLOCK_ITEMS);
  // What ran off its block when the last item went is centered.
  if (length === 0 && body.left === 0) body.left = CENTER;
  const size = EMPTY_BYTES + BLOCK_BYTES * (Math.ceil((body.left + length) / BLOCK_ITEMS) - 1);
  if (size !== m.heap.size[deque]) m.heap.resize(deque, size);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** Where the first item lies when those behind it have moved `steps` to the right: rotating goes the shorter way. */
function rotatedLeft(left: number, length: number, steps: number): number {
  const half = length >> 1;
  if (length < 2) return left;
  const right = modulo(steps, length);
  return left - (Math.abs(steps) <= half ? steps : right > half ? right - length : right);
}

/** Adds an item (stolen) at the right end; a full deque drops its leftmost one. */
function pushRight(m: Machine, deque: number, item: number): void {
  const { maxLength, left } = bodyOf(m, deque);
  const isFull = maxLength !== null && lengthOf(m, deque) >= maxLength;
  m.heap.appendSlot(deque, item);
  const surplus = isFull ? m.heap.removeSlot(deque, 0) : 0;
  changed(m, deque, isFull ? left + 1 : left);
  if (surplus !== 0) m.heap.decref(surplus);
}

function pushLeft(m: Machine, deque: number, item: number): void {
  const { maxLength, left } = bodyOf(m, deque);
  const isFull = maxLength !== null && lengthOf(m, deque) >= maxLength;
  m.heap.insertSlot(deque, 0, item);
  const surplus = isFull ? m.heap.popSlot(deque) : 0;
  changed(m, deque, left - 1);
  if (surplus !== 0) m.heap.decref(surplus);
}

/** Removes the item at `at`, by rotating it to the left end and back; owned by the caller. */
function takeAt(m: Machine, deque: number, at: number): number {
  const { left } = bodyOf(m, deque);
  const before = lengthOf(m, deque);
  const item = at === before - 1 ? m.heap.popSlot(deque) : m.heap.removeSlot(deque, at);
  changed(m, deque, rotatedLeft(rotatedLeft(left, before, -at) + 1, before - 1, at));
  return item;
}

/** The item at the right end; owned by the caller. */
function takeLast(m: Machine, deque: number): number {
  const item = m.heap.popSlot(deque);
  changed(m, deque, bodyOf(m, deque).left);
  return item;
}

function clear(m: Machine, deque: number): void {
  if (lengthOf(m, deque) === 0) return;
  const items = m.heap.takeSlots(deque);
  changed(m, deque, CENTER);
  for (const item of items) m.heap.decref(item);
}

function extend(m: Machine, deque: number, iterable: number, push: typeof pushRight): void {
  // Filling begins at the end of the block that leaves the most room.
  if (lengthOf(m, deque) === 0) bodyOf(m, deque).left = push === pushRight ? 1 : BLOCK_ITEMS - 1;
  if (iterable === deque) {
    for (const item of [...m.heap.slots[deque]!]) {
      m.heap.incref(item);
      push(m, deque, item);
    }
    return;
  }
  m.forEach(iterable, (item) => {
    m.heap.incref(item);
    push(m, deque, item);
  });
}

function copy(m: Machine, deque: number): number {
  const result = newDeque(m, m.heap.typeOf[deque], bodyOf(m, deque).maxLength);
  const items = m.heap.slots[deque]!;
  // A single item is appended, up to 3.14.
  if (items.length === 1 && !isAtLeast(m, 15)) {
    m.heap.incref(items[0]);
    pushRight(m, result, items[0]);
  } else extend(m, result, deque, pushRight);
  return result;
}

function notInDeque(m: Machine, method: string, value: number): never {
  const isShort = m.profile.versionInfo[1] >= 14;
  m.raise('ValueError', isShort ? `deque.${method}(x): x not in deque` : `${m.repr(value)} is not in deque`);
}

function replaceItems(m: Machine, deque: number, items: readonly number[]): void {
  items.forEach((item, i) => {
    if (m.heap.slots[deque]![i] !== item) m.heap.setSlot(deque, i, item);
  });
}

export const dequeType: TypeDeclaration = {
  name: 'deque',
  module: 'collections',
  kind: Kind.DEQUE,
  canBeBase: true,
  weaklyReferenceable: true,
  slots: {
    create: (m, type) => newDeque(m, type, null),
    initialize(m, self, args, names) {
      const [iterable, maxlen] = m.bindArguments('deque', args, names, ['iterable=', 'maxlen=']);
      let maxLength: number | null = null;
      if (maxlen !== 0 && maxlen !== m.none) {
        if (!m.isInt(maxlen)) m.raise('TypeError', 'an integer is required');
        maxLength = m.indexNumber(maxlen);
        if (maxLength < 0) m.raise('ValueError', 'maxlen must be non-negative');
      }
      bodyOf(m, self).maxLength = maxLength;
      if (lengthOf(m, self) > 0) clear(m, self);
      if (iterable !== 0) extend(m, self, iterable, pushRight);
    },
    repr(m, self) {
      return guardedRepr(m.heap, self, '[...]', () => {
        const { maxLength } = bodyOf(m, self);
        const items = [...m.heap.slots[self]!].map((item) => reprOf(m, item)).join(', ');
        const limit = maxLength === null ? '' : `, maxlen=${maxLength}`;
        return `${m.typeName(self)}([${items}]${limit})`;
      });
    },
    hash: unhashable,
    length: lengthOf,
    contains: (m, self, item) => findItem(m, self, item) >= 0,
    iterate(m, self) {
      m.heap.incref(self);
      const body = { at: 0, state: bodyOf(m, self).state };
      const type = m.type('_collections._deque_iterator');
      return newContainer(m, Kind.LAZY_ITERATOR, type, [self], body, ITERATOR_BYTES);
    },
    getItem(m, self, key) {
      if (!isIndex(m, key)) {
        m.raise('TypeError', `sequence index must be integer, not '${m.shownTypeName(key)}'`);
      }
      const item = m.heap.slots[self]![itemIndex(m, key, lengthOf(m, self), 'deque index out of range')];
      m.heap.incref(item);
      return item;
    },
    setItem(m, self, key, value) {
      if (!isIndex(m, key)) {
        m.raise('TypeError', `sequence index must be integer, not '${m.shownTypeName(key)}'`);
      }
      const at = itemIndex(m, key, lengthOf(m, self), 'deque index out of range');
      if (value === 0) m.heap.decref(takeAt(m, self, at));
      else {
        m.heap.incref(value);
        m.heap.replaceSlot(self, at, value);
      }
    },
    compare(m, op, left, right) {
      const kinds = m.heap.kind;
      if (kinds[left] !== Kind.DEQUE || kinds[right] !== Kind.DEQUE) return m.notImplemented;
      return compareSequences(m, op, left, right);
    },
    binary(m, op, left, right) {
      const isDeque = (id: number): boolean => m.heap.kind[id] === Kind.DEQUE;
      if (op === BinaryOp.ADD && isDeque(left)) {
        if (!isDeque(right)) {
          const given = m.typeName(right);
          m.raise('TypeError', `can only concatenate deque (not "${given}") to deque`);
        }
        const result = copy(m, left);
        extend(m, result, right, pushRight);
        return result;
      }
      if (op === BinaryOp.MULTIPLY) {
        const [deque, other] = isDeque(left) ? [left, right] : [right, left];
        const count = repeatCount(m, other);
        if (count === undefined) return refuseRepetition(m, other);
        const result = copy(m, deque);
        if (count === 0) clear(m, result);
        else repeated(m, m.heap.slots[deque]!, count - 1).forEach((item) => pushRight(m, result, item));
        return result;
      }
      return m.notImplemented;
    },
    inplace(m, op, left, right) {
      if (op !== BinaryOp.ADD || m.heap.kind[left] !== Kind.DEQUE) return m.notImplemented;
      extend(m, left, right, pushRight);
      m.heap.incref(left);
      return left;
    },
  },
  methods: {
    append(m, args, names) {
      oneArgument(m, 'deque.append', args, names);
      m.heap.incref(args[1]);
      pushRight(m, args[0], args[1]);
      return m.none;
    },
    appendleft(m, args, names) {
      oneArgument(m, 'deque.appendleft', args, names);
      m.heap.incref(args[1]);
      pushLeft(m, args[0], args[1]);
      return m.none;
    },
    clear(m, args, names) {
      noArguments(m, 'deque.clear', args, names);
      clear(m, args[0]);
      return m.none;
    },
    copy(m, args, names) {
      noArguments(m, 'deque.copy', args, names);
      return copy(m, args[0]);
    },
    __copy__: (m, args) => copy(m, args[0]),
    __reduce__(m, [self]) {
      const { maxLength } = bodyOf(m, self);
      const given = maxLength === null ? [] : [m.tupleFromArray([]), m.int(maxLength)];
      return reduced(m, self, given, [m.none, m.iterate(self)]);
    },
    count(m, args, names) {
      oneArgument(m, 'deque.count', args, names);
      return m.int(countItems(m, args[0], args[1]));
    },
    extend(m, args, names) {
      oneArgument(m, 'deque.extend', args, names);
      extend(m, args[0], args[1], pushRight);
      return m.none;
    },
    extendleft(m, args, names) {
      oneArgument(m, 'deque.extendleft', args, names);
      extend(m, args[0], args[1], pushLeft);
      return m.none;
    },
    index(m, args, names) {
      positional(m, 'index', args, names, 1, 3);
      const length = lengthOf(m, args[0]);
      const start = searchBound(m, args[2], length, 0);
      const at = findItem(m, args[0], args[1], start, searchBound(m, args[3], length, Infinity));
      if (at >= 0) return m.int(at);
      return notInDeque(m, 'index', args[1]);
    },
    insert(m, args, names) {
      if (!isAtLeast(m, 13) && args.length !== 3) {
        m.raise('TypeError', `insert() takes exactly 2 arguments (${args.length - 1} given)`);
      }
      positional(m, 'insert', args, names, 2, 2);
      const [self, where, value] = args;
      const length = lengthOf(m, self);
      if (length === bodyOf(m, self).maxLength) m.raise('IndexError', 'deque already at its maximum size');
      const given = m.indexNumber(where);
      const at = given < 0 ? Math.max(0, given + length) : Math.min(given, length);
      m.heap.incref(value);
      if (at === length) m.heap.appendSlot(self, value);
      else m.heap.insertSlot(self, at, value);
      const { left } = bodyOf(m, self);
      if (at === length || at === 0) changed(m, self, at === 0 && length > 0 ? left - 1 : left);
      else if (given < 0) changed(m, self, rotatedLeft(rotatedLeft(left, length, -given), length + 1, given));
      else changed(m, self, rotatedLeft(rotatedLeft(left, length, -given) - 1, length + 1, given));
      return m.none;
    },
    pop(m, args, names) {
      noArguments(m, 'deque.pop', args, names);
      if (lengthOf(m, args[0]) === 0) m.raise('IndexError', 'pop from an empty deque');
      return takeLast(m, args[0]);
    },
    popleft(m, args, names) {
      noArguments(m, 'deque.popleft', args, names);
      if (lengthOf(m, args[0]) === 0) m.raise('IndexError', 'pop from an empty deque');
      return takeAt(m, args[0], 0);
    },
    remove(m, args, names) {
      oneArgument(m, 'deque.remove', args, names);
      const [self, value] = args;
      const { state } = bodyOf(m, self);
      for (let i = 0; i < lengthOf(m, self); i++) {
        const found = equalItems(m, m.heap.slots[self]![i], value);
        if (bodyOf(m, self).state !== state) m.raise('IndexError', 'deque mutated during remove().');
        if (!found) continue;
        m.heap.decref(takeAt(m, self, i));
        return m.none;
      }
      return notInDeque(m, 'remove', value);
    },
    reverse(m, args, names) {
      noArguments(m, 'deque.reverse', args, names);
      replaceItems(m, args[0], [...m.heap.slots[args[0]]!].reverse());
      return m.none;
    },
    rotate(m, args, names) {
      positional(m, 'rotate', args, names, 0, 1);
      const items = [...m.heap.slots[args[0]]!];
      const steps = args.length > 1 ? m.indexNumber(args[1]) : 1;
      if (items.length < 2) return m.none;
      const first = modulo(-steps, items.length);
      replaceItems(m, args[0], [...items.slice(first), ...items.slice(0, first)]);
      changed(m, args[0], rotatedLeft(bodyOf(m, args[0]).left, items.length, steps));
      return m.none;
    },
    __reversed__(m, args) {
      m.heap.incref(args[0]);
      const body = { at: lengthOf(m, args[0]) - 1, state: bodyOf(m, args[0]).state };
      const type = m.type('_collections._deque_reverse_iterator');
      return newContainer(m, Kind.LAZY_ITERATOR, type, [args[0]], body, ITERATOR_BYTES);
    },
  },
  classMethods: { __class_getitem__: genericAlias },
  properties: {
    maxlen: {
      get(m, self) {
        const { maxLength } = bodyOf(m, self);
        return maxLength === null ? m.none : m.int(maxLength);
      },
    },
  },
};

function iteratorType(name: string, step: 1 | -1): TypeDeclaration {
  return {
    name,
    module: '_collections',
    kind: Kind.LAZY_ITERATOR,
    slots: {
      iterate: itself,
      next(m, self) {
        const deque = m.heap.slots[self]![0];
        if (deque === 0) return 0;
        const body = m.heap.body[self] as { at: number; state: number };
        if (bodyOf(m, deque).state !== body.state) {
          m.raise('RuntimeError', 'deque mutated during iteration');
        }
        const items = m.heap.slots[deque]!;
        if (body.at < 0 || body.at >= items.length) return exhaust(m, self);
        const item = items[body.at];
        body.at += step;
        m.heap.incref(item);
        return item;
      },
    },
  };
}

export const dequeTypes: readonly TypeDeclaration[] = [
  dequeType,
  iteratorType('_deque_iterator', 1),
  iteratorType('_deque_reverse_iterator', -1),
];
