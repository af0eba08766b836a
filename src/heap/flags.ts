/** Bits of `flags`, the column of heap.ts: there they are `Flag`. */

/** In one of the collector's lists. */
export const TRACKED = 1;
/** Its finalizer ran (sticky, PEP 442). */
export const FINALIZED = 2;
export const IMMORTAL = 4;
/** A type made by a class statement: its instances own a reference to it. */
export const HEAP_TYPE = 8;
/** A type whose instances have a finalizer (`__del__`); generators have theirs by kind. */
export const HAS_FINALIZER = 16;
/** Some weak reference points here: see `weakReferences`. */
export const WEAKLY_REFERENCED = 32;
export const DEAD = 64;
/** Has a materialised `__dict__`: see `dictOf`. */
export const HAS_DICT = 128;
/**
 * A materialised `__dict__` whose values still count as the owner's own (CPython's embedded values, in the versions
 * with GH-130327): the owner traverses them, the dict traverses nothing. Whoever materialises sets it on the dict.
 */
export const EMBEDDED = 256;
/** Stands for inline values of its owner: no object for CPython, so that its death counts nothing. */
export const INLINE_VALUES = 512;
