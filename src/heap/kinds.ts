/**
 * The kinds of object, by how their contents are laid out. A kind is not a type: an instance of `class Batch(list)`
 * has the type `Batch` and the kind `LIST`, so everything that works on lists works on it.
 *
 * Every reference that an object owns lies in its `slots` (see heap.ts); what the slots of a kind mean is said here.
 */
import * as Kind from './kind-numbers.ts';

export { Kind };
export type KindNumber = (typeof Kind)[keyof typeof Kind];

/** Kinds up to here are atoms. */
export const LAST_ATOM = Kind.NOT_IMPLEMENTED;
/** Kinds from here on are containers, which the collector may track. */
export const FIRST_CONTAINER = Kind.LIST;

/** What the kind of an instance of `class Name(str)` has on top of its base's. */
const DERIVED = 48;

/** True for instances of classes derived from atoms and from bytearray. */
export function isDerived(kind: number): boolean {
  return kind > Kind.RECORD;
}

/** The kind of the instances of classes that derive from a type whose instances have kind `base`. */
export function derivedKind(base: KindNumber): KindNumber {
  return (base + DERIVED) as KindNumber;
}

/** The kind whose body an object has: that of its base for instances of classes derived from atoms. */
export function valueKind(kind: number): number {
  return isDerived(kind) ? kind - DERIVED : kind;
}

export const kindName: readonly string[] = (() => {
  const names: string[] = [];
  for (const [name, kind] of Object.entries(Kind)) names[kind] = name.toLowerCase();
  return names;
})();

/** Kinds whose tp_traverse and tp_dealloc walk the slots from last to first (list, tuple); all others go forward. */
export function walksBackwards(kind: number): boolean {
  return kind === Kind.LIST || kind === Kind.TUPLE;
}

/**
 * Kinds whose tp_traverse comes to the last slot first, then to the others forwards: the function of a suspended
 * generator, the calling frame.
 */
export function visitsLastFirst(kind: number): boolean {
  return kind === Kind.GENERATOR || kind === Kind.FRAME;
}

/** The slot of a FUNCTION before which its `__dict__` comes, in tp_traverse and when it dies: the closure's. */
export const FUNCTION_DICT_PLACE = 5;

/** The slots of an EXCEPTION from here on are its own class's: tp_traverse comes to them before BaseException's. */
export const EXCEPTION_FIELDS = 4;

/**
 * From here on they are what `__slots__` of derived classes asks for, after the fields of any built-in exception: visited,
 * cleared and released before all else.
 */
export const EXCEPTION_MEMBERS = 20;

/**
 * Before which of its `count` slots an object that dies releases its `__dict__`. subtype_dealloc: after `__slots__` and
 * attributes of a plain instance, before the contents of any other base type.
 */
export function dictPlace(kind: number, count: number): number {
  if (kind === Kind.EXCEPTION) return Math.max(0, count - EXCEPTION_MEMBERS);
  if (kind === Kind.INSTANCE || kind === Kind.STATICMETHOD || kind === Kind.CLASSMETHOD || isDerived(kind))
    return count;
  return kind === Kind.FUNCTION ? FUNCTION_DICT_PLACE : 0;
}

/**
 * Kinds with a tp_clear: the collector may empty them. Tuples, methods, generators, weak references and others have
 * none; they die when what holds them has been cleared.
 */
export function hasClear(kind: number): boolean {
  switch (kind) {
    case Kind.LIST:
    case Kind.DICT:
    case Kind.SET:
    case Kind.INSTANCE:
    case Kind.TYPE:
    case Kind.FUNCTION:
    case Kind.CELL:
    case Kind.MODULE:
    case Kind.EXCEPTION:
    case Kind.TRACEBACK:
    case Kind.FRAME:
    case Kind.DEQUE:
    case Kind.PARTIAL:
    case Kind.PROPERTY:
    case Kind.STATICMETHOD:
    case Kind.CLASSMETHOD:
    case Kind.RECORD:
      return true;
    default:
      return isDerived(kind);
  }
}

/** Kinds whose deallocation the trashcan of 3.11 and 3.12 counts (Py_TRASHCAN_BEGIN in their tp_dealloc). */
export function usesTrashcan(kind: number): boolean {
  switch (kind) {
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DICT:
    case Kind.SET:
    case Kind.FROZENSET:
    case Kind.INSTANCE:
    case Kind.EXCEPTION:
    case Kind.TRACEBACK:
    case Kind.FRAME:
    case Kind.DEQUE:
      return true;
    default:
      return isDerived(kind);
  }
}
