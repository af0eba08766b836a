/** The numbers of the kinds, and what the slots and the body of each are: see kinds.ts, where they are `Kind`. */
export const NULL = 0;
// -- atoms: values without references. They are counted and freed, but they are labels in the picture, not nodes,
//    and the journal records their value where they are stored instead of their identity.
export const NONE = 1;
export const BOOL = 2;
export const INT = 3; // body: number when it is a safe integer, otherwise bigint
export const FLOAT = 4; // body: number
export const COMPLEX = 5; // body: { re, im }
export const STR = 6; // body: string (UTF-16; len and indexes count code points)
export const BYTES = 7; // body: Uint8Array
export const ELLIPSIS = 8;
export const NOT_IMPLEMENTED = 9;
// -- objects without references, unknown to the collector
export const OBJECT = 10; // object()
export const RANGE = 11; // body: { start, stop, step } (numbers or bigints)
export const CODE = 12; // body: CodeObject
export const BYTEARRAY = 13; // body: Uint8Array holder
export const RANGE_ITERATOR = 14;
// -- containers (they can be tracked by the collector)
export const LIST = 20; // slots: items; body: allocated capacity (number)
export const TUPLE = 21; // slots: items
export const DICT = 22; // slots: key, value, key, value ..., both 0 where an entry was deleted; body: DictTable
export const SET = 23; // slots: the table (0 = empty); body: SetTable
export const FROZENSET = 24; // as SET
export const INSTANCE = 25; // slots: attribute values in the order of the class's shared names (0 = not set); body: null
export const TYPE = 26; // slots: [dict, bases, mro, ...]; body: TypeBody of the machine
export const FUNCTION = 27;
export const METHOD = 28; // slots: [function, self]
export const BUILTIN = 29; // slots: [self or 0]; body: native function
export const CELL = 30; // slots: [content or 0]
export const GENERATOR = 31; // slots while suspended: the frame's slots, its value stack, the exception it handles, its function
export const MODULE = 32; // slots: [dict]
export const EXCEPTION = 33; // slots: [args, traceback, cause, context, ...]
export const TRACEBACK = 34;
export const FRAME = 35;
export const WEAKREF = 36; // slots: [callback or 0]; the referent is in `weakTarget`
export const WEAKPROXY = 37;
export const PROPERTY = 38;
export const STATICMETHOD = 39;
export const CLASSMETHOD = 40;
export const SUPER = 41;
export const SLICE = 42;
export const ITERATOR = 43; // list, tuple, str, dict, set, callable iterators; slots: [container]; body: position
export const DICT_VIEW = 44; // slots: [dict]
export const LAZY_ITERATOR = 45; // enumerate, zip, map, filter, reversed, itertools; slots: what they hold
export const PARTIAL = 46;
export const DEQUE = 47;
export const DESCRIPTOR = 48;
export const MAPPING_PROXY = 49;
export const RECORD = 50; // any other native object; slots: what it holds
// -- instances of classes derived from atoms and from bytearray: containers. Each is its base's number plus
//    DERIVED, and has its base's body; slots: [the value as an atom, or 0], then those of `__slots__`.
export const DERIVED_INT = 51;
export const DERIVED_FLOAT = 52;
export const DERIVED_COMPLEX = 53;
export const DERIVED_STR = 54;
export const DERIVED_BYTES = 55;
export const DERIVED_BYTEARRAY = 61;
