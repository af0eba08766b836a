/**
 * Iterators over lists, tuples and anything with __getitem__, and `iter(callable, sentinel)`. Slots: what they go over, 0 when
 * exhausted: an exhausted iterator lets its container go. Body: the next index.
 * Source: CPython Objects/listobject.c, tupleobject.c, iterobject.c, enumobject.c (reversed).
 */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { newContainer } from './allocation.ts';
import { throughBoundMethod } from '../argument-tuples.ts';
import { functionPositional, noKeywords } from './call-arguments.ts';
import { equalItems } from './item-equality.ts';

const ITERATOR_BYTES = 48;
const CALLABLE = 0;
const SENTINEL = 1;

/** An iterator over a list or tuple (borrowed), by the name of its type: `list_iterator`, `tuple_iterator`. */
export function newSequenceIterator(m: Machine, typeName: string, sequence: number): number {
  m.heap.incref(sequence);
  return newContainer(m, Kind.ITERATOR, m.type(typeName), [sequence], 0, ITERATOR_BYTES);
}

export function newListReverseIterator(m: Machine, list: number): number {
  m.heap.incref(list);
  const last = m.heap.slots[list]!.length - 1;
  const type = m.type('list_reverseiterator');
  return newContainer(m, Kind.LAZY_ITERATOR, type, [list], last, ITERATOR_BYTES);
}

/** `iter(callable, sentinel)`; both borrowed. */
export function newCallableIterator(m: Machine, callable: number, sentinel: number): number {
  m.heap.incref(callable);
  m.heap.incref(sentinel);
  const slots = [callable, sentinel];
  return newContainer(m, Kind.LAZY_ITERATOR, m.type('callable_iterator'), slots, null, ITERATOR_BYTES);
}

/** Lets go of everything an exhausted iterator holds. */
export function exhaust(m: Machine, iterator: number): 0 {
  const held = m.heap.slots[iterator]!;
  for (let slot = 0; slot < held.length; slot++) {
    if (held[slot] !== 0) m.heap.replaceSlot(iterator, slot, 0);
  }
  return 0;
}

/** `__iter__` of every iterator. */
export function itself(m: Machine, self: number): number {
  m.heap.incref(self);
  return self;
}

function nextForward(m: Machine, self: number): number {
  const heap = m.heap;
  const sequence = heap.slots[self]![0];
  if (sequence === 0) return 0;
  const at = heap.body[self] as number;
  const items = heap.slots[sequence]!;
  if (at >= items.length) return exhaust(m, self);
  heap.body[self] = at + 1;
  heap.incref(items[at]);
  return items[at];
}

function remainingForward(m: Machine, args: readonly number[]): number {
  const sequence = m.heap.slots[args[0]]![0];
  const at = m.heap.body[args[0]] as number;
  return m.int(sequence === 0 ? 0 : Math.max(0, m.heap.slots[sequence]!.length - at));
}

/** `(iter, (what is gone over,), index)`, `(iter, (nothing,))` once it is exhausted. */
function reduceForward(m: Machine, [self]: readonly number[]): number {
  const sequence = m.heap.slots[self]![0];
  const isList = m.heap.typeOf[self] === m.type('list_iterator');
  if (sequence !== 0) m.heap.incref(sequence);
  const held = sequence !== 0 ? sequence : isList ? m.list([]) : m.tuple([]);
  const iter = m.dictGetName(m.builtins, 'iter');
  m.heap.incref(iter);
  const rest = sequence !== 0 ? [m.int(m.heap.body[self] as number)] : [];
  return m.tupleFromArray([iter, m.tupleFromArray([held]), ...rest]);
}

function setForwardState(m: Machine, [self, state]: readonly number[]): number {
  m.heap.body[self] = Math.max(0, m.indexNumber(state));
  return m.none;
}

const FORWARD_METHODS = {
  __length_hint__: remainingForward,
  __reduce__: reduceForward,
  __setstate__: setForwardState,
};

export const listIteratorType: TypeDeclaration = {
  name: 'list_iterator',
  kind: Kind.ITERATOR,
  slots: { iterate: itself, next: nextForward },
  methods: FORWARD_METHODS,
};

export const tupleIteratorType: TypeDeclaration = {
  name: 'tuple_iterator',
  kind: Kind.ITERATOR,
  slots: { iterate: itself, next: nextForward },
  methods: FORWARD_METHODS,
};

export const listReverseIteratorType: TypeDeclaration = {
  name: 'list_reverseiterator',
  kind: Kind.LAZY_ITERATOR,
  slots: {
    iterate: itself,
    next(m, self) {
      const heap = m.heap;
      const list = heap.slots[self]![0];
      if (list === 0) return 0;
      const at = heap.body[self] as number;
      const items = heap.slots[list]!;
      if (at < 0 || at >= items.length) return exhaust(m, self);
      heap.body[self] = at - 1;
      heap.incref(items[at]);
      return items[at];
    },
  },
  methods: {
    __length_hint__: (m, args) => m.int(m.heap.slots[args[0]]![0] === 0 ? 0 : (m.heap.body[args[0]] as number) + 1),
  },
};

/** The item at `at`, owned, or 0 when there is none (IndexError, StopIteration). */
function itemOrEnd(m: Machine, sequence: number, at: number): number {
  const key = m.int(at);
  const item = m.catching('IndexError', () => m.catching('StopIteration', () => m.getItem(sequence, key)));
  m.heap.decref(key);
  return item ?? 0;
}

export const getItemIteratorType: TypeDeclaration = {
  name: 'iterator',
  kind: Kind.LAZY_ITERATOR,
  slots: {
    iterate: itself,
    next(m, self) {
      const sequence = m.heap.slots[self]![0];
      if (sequence === 0) return 0;
      const body = m.heap.body[self] as { at: number };
      const item = itemOrEnd(m, sequence, body.at);
      if (item === 0) return exhaust(m, self);
      body.at++;
      return item;
    },
  },
};

export const callableIteratorType: TypeDeclaration = {
  name: 'callable_iterator',
  kind: Kind.LAZY_ITERATOR,
  slots: {
    iterate: itself,
    next(m, self) {
      const callable = m.heap.slots[self]![CALLABLE];
      if (callable === 0) return 0;
      const result = m.catching('StopIteration', () => m.call(callable, []));
      if (result === undefined) return exhaust(m, self);
      const sentinel = m.heap.slots[self]![SENTINEL];
      if (sentinel !== 0 && !equalItems(m, sentinel, result)) return result;
      m.heap.decref(result);
      return exhaust(m, self);
    },
  },
};

export const reversedType: TypeDeclaration = {
  name: 'reversed',
  kind: Kind.LAZY_ITERATOR,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      noKeywords(m, 'reversed', names);
      functionPositional(m, 'reversed', args, names, 1, 1);
      const [sequence] = args;
      const method = m.special(sequence, '__reversed__');
      if (method !== 0 && method !== m.none) return throughBoundMethod(m, sequence, () => m.call(method, [sequence]));
      if (method === m.none || m.special(sequence, '__getitem__') === 0) {
        m.raise('TypeError', `'${m.shownTypeName(sequence)}' object is not reversible`);
      }
      const last = m.length(sequence) - 1;
      m.heap.incref(sequence);
      return newContainer(m, Kind.LAZY_ITERATOR, type, [sequence], last, ITERATOR_BYTES);
    },
    iterate: itself,
    next(m, self) {
      const sequence = m.heap.slots[self]![0];
      if (sequence === 0) return 0;
      const at = m.heap.body[self] as number;
      const item = at < 0 ? 0 : itemOrEnd(m, sequence, at);
      if (item === 0) return exhaust(m, self);
      m.heap.body[self] = at - 1;
      return item;
    },
  },
  methods: {
    __length_hint__: (m, args) => m.int((m.heap.body[args[0]] as number) + 1),
  },
};
