/**
 * The kinds of object, by how their contents are laid out. A kind is not a type: an instance of `class Batch(list)`
 * has the type `Batch` and the kind `LIST`, so everything that works on lists works on it.
 *
 * Every reference that an object owns lies in its `slots` (see heap.ts); what the slots of a kind mean is said here.
 */
export const Kind = {
  NULL: 0,
  // -- atoms: values without references. They are counted and freed, but they are labels in the picture, not nodes,
  //    and the journal records their value where they are stored instead of their identity.
  NONE: 1,
  BOOL: 2,
  INT: 3, //          body: number when it is a safe integer, otherwise bigint
  FLOAT: 4, //        body: number
  COMPLEX: 5, //      body: { re, im }
  STR: 6, //          body: string (UTF-16; len and indexes count code points)
  BYTES: 7, //        body: Uint8Array
  ELLIPSIS: 8,
  NOT_IMPLEMENTED: 9,
  // -- objects without references, unknown to the collector
  OBJECT: 10, //      object()
  RANGE: 11, //       body: { start, stop, step } (numbers or bigints)
  CODE: 12, //        body: CodeObject
  BYTEARRAY: 13, //   body: Uint8Array holder
  RANGE_ITERATOR: 14,
  // -- containers (they can be tracked by the collector)
  LIST: 20, //        slots: items; body: allocated capacity (number)
  TUPLE: 21, //       slots: items
  DICT: 22, //        slots: key, value, key, value ..., both 0 where an entry was deleted; body: DictTable
  SET: 23, //         slots: the table (0 = empty); body: SetTable
  FROZENSET: 24, //   as SET
  INSTANCE: 25, //    slots: attribute values in the order of the class's shared names (0 = not set); body: null
  TYPE: 26, //        slots: [dict, bases, mro, ...]; body: TypeBody of the machine
  FUNCTION: 27,
  METHOD: 28, //      slots: [function, self]
  BUILTIN: 29, //     slots: [self or 0]; body: native function
  CELL: 30, //        slots: [content or 0]
  GENERATOR: 31, //   slots while suspended: the frame's slots, its value stack, the exception it handles, its function
  MODULE: 32, //      slots: [dict]
  EXCEPTION: 33, //   slots: [args, traceback, cause, context, ...]
  TRACEBACK: 34,
  FRAME: 35,
  WEAKREF: 36, //     slots: [callback or 0]; the referent is in `weakTarget`
  WEAKPROXY: 37,
  PROPERTY: 38,
  STATICMETHOD: 39,
  CLASSMETHOD: 40,
  SUPER: 41,
  SLICE: 42,
  ITERATOR: 43, //    list, tuple, str, dict, set, callable iterators; slots: [container]; body: position
  DICT_VIEW: 44, //   slots: [dict]
  LAZY_ITERATOR: 45, // enumerate, zip, map, filter, reversed, itertools; slots: what they hold
  PARTIAL: 46,
  DEQUE: 47,
  DESCRIPTOR: 48,
  MAPPING_PROXY: 49,
  RECORD: 50, //      any other native object; slots: what it holds
  // -- instances of classes derived from atoms and from bytearray: containers. Each is its base's number plus
  //    DERIVED, and has its base's body; slots: [the value as an atom, or 0], then those of `__slots__`.
  DERIVED_INT: 51,
  DERIVED_FLOAT: 52,
  DERIVED_COMPLEX: 53,
  DERIVED_STR: 54,
  DERIVED_BYTES: 55,
  DERIVED_BYTEARRAY: 61,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

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
export function derivedKind(base: Kind): Kind {
  return (base + DERIVED) as Kind;
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
 * Before which of its `count` slots an object that dies releases its `__dict__`. subtype_dealloc: after `__slots__` and
 * attributes of a plain instance, before the contents of any other base type.
 */
export function dictPlace(kind: number, count: number): number {
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
