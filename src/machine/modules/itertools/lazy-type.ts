/** What the iterator types of itertools have in common. */
import { Kind } from '../../../heap/kinds.ts';
import type { Machine, TypeDeclaration, TypeSlots } from '../../native.ts';
import { newContainer } from '../../types/allocation.ts';
import { itself } from '../../types/sequence-iterator.ts';

export interface LazyType {
  readonly name: string;
  readonly create: NonNullable<TypeSlots['create']>;
  readonly next: NonNullable<TypeSlots['next']>;
  readonly repr?: TypeSlots['repr'];
  readonly methods?: TypeDeclaration['methods'];
  readonly classMethods?: TypeDeclaration['classMethods'];
}

/** A type of module itertools whose instances are their own iterators. */
export function lazyType(description: LazyType): TypeDeclaration {
  const { name, create, next, repr, methods, classMethods } = description;
  return {
    name,
    module: 'itertools',
    kind: Kind.LAZY_ITERATOR,
    canBeBase: true,
    slots: repr === undefined ? { create, next, iterate: itself } : { create, next, iterate: itself, repr },
    ...(methods && { methods }),
    ...(classMethods && { classMethods }),
  };
}

/** Object header, GC header, and a word for every field. */
const HEADER_BYTES = 32;
const WORD_BYTES = 8;

/** An iterator that owns the references in `slots` (stolen). */
export function newLazy(m: Machine, type: number, slots: number[], body: unknown = null): number {
  const bytes = HEADER_BYTES + WORD_BYTES * Math.max(2, slots.length);
  return newContainer(m, Kind.LAZY_ITERATOR, type, slots, body, bytes);
}

/** A new reference to an object that may be absent (0). */
export function own(m: Machine, id: number): number {
  if (id !== 0) m.heap.incref(id);
  return id;
}

/** Lets go of what one slot holds. */
export function drop(m: Machine, iterator: number, slot: number): void {
  if (m.heap.slots[iterator]![slot] !== 0) m.heap.replaceSlot(iterator, slot, 0);
}
