/** What the iterator types of itertools have in common. */
import { Kind } from '../../../heap/kinds.ts';
import type { Machine, TypeDeclaration, TypeSlots } from '../../native.ts';
import { newContainer } from '../../types/allocation.ts';
import type { TypeBody } from '../../type-body.ts';
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

/** An iterator that owns the references in `slots` (stolen); `variableWords`: what its arguments make it longer. */
export function newLazy(m: Machine, type: number, slots: number[], body: unknown = null, variableWords = 0): number {
  const { name } = m.heap.body[type] as TypeBody;
  const minor = m.profile.versionInfo[1];
  const known = Object.hasOwn(FIELDS, name) ? FIELDS[name].find(([from]) => minor >= from) : undefined;
  const words = (known?.[1] ?? Math.max(2, slots.length)) + variableWords;
  return newContainer(m, Kind.LAZY_ITERATOR, type, slots, body, HEADER_BYTES + WORD_BYTES * words);
}

/** Words of types that have more fields than references: since version 3.`from`, the newest first. */
const FIELDS: Readonly<Record<string, readonly (readonly [from: number, words: number])[]>> = {
  count: [[11, 3]],
  cycle: [[11, 4]],
  islice: [[11, 5]],
  accumulate: [
    [12, 5],
    [11, 4],
  ],
  _tee: [
    [12, 4],
    [11, 3],
  ],
  groupby: [
    [12, 7],
    [11, 6],
  ],
  takewhile: [[11, 3]],
  dropwhile: [[11, 3]],
  zip_longest: [[11, 5]],
  pairwise: [
    [13, 3],
    [11, 2],
  ],
  product: [[11, 4]],
  combinations: [[11, 5]],
  combinations_with_replacement: [[11, 5]],
  permutations: [[11, 6]],
};

/** A new reference to an object that may be absent (0). */
export function own(m: Machine, id: number): number {
  if (id !== 0) m.heap.incref(id);
  return id;
}

/** Lets go of what one slot holds. */
export function drop(m: Machine, iterator: number, slot: number): void {
  if (m.heap.slots[iterator]![slot] !== 0) m.heap.replaceSlot(iterator, slot, 0);
}
