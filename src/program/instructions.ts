/**
 * The instruction set: CPython 3.13's, less its caches and specialisations, with fixed-width arguments.
 *
 * Source: CPython 3.13 Python/bytecodes.c. Notation: stack before -- stack after, top at the right. Where nothing is
 * said an instruction is CPython's of that name. Departures:
 * - `LINE n` says that the statement (or loop header) on line n begins; it is what "step by line" stops at. It is
 *   emitted at the start of every statement, and again where a loop header is evaluated anew.
 * - Jump arguments are absolute instruction indexes.
 * - There is one CALL layout: callable, self-or-NULL, positional arguments.
 */
export const Op = {
  // -- stack and lines
  NOP: 0,
  LINE: 1, //                 -- ; arg: line
  POP_TOP: 2, //              value --
  COPY: 3, //                 v(n) .. v(1) -- v(n) .. v(1) v(n) ; arg: n
  SWAP: 4, //                 swaps top with item n ; arg: n >= 2
  PUSH_NULL: 5, //            -- NULL

  // -- constants, names
  LOAD_CONST: 6, //           -- constants[arg]
  LOAD_FAST: 7, //            -- slots[arg], never NULL
  LOAD_FAST_CHECK: 8, //      -- slots[arg], raises UnboundLocalError when NULL
  LOAD_FAST_AND_CLEAR: 9, //  -- slots[arg] or NULL; the slot becomes NULL (inlined comprehensions)
  STORE_FAST: 10, //          value -- ; (a NULL on the stack is stored as "unbound")
  DELETE_FAST: 11, //         -- ; raises UnboundLocalError when NULL
  LOAD_NAME: 12, //           -- locals dict, then globals, then builtins ; arg: names[]
  STORE_NAME: 13, //          value --
  DELETE_NAME: 14,
  LOAD_GLOBAL: 15, //         -- value
  STORE_GLOBAL: 16,
  DELETE_GLOBAL: 17,
  MAKE_CELL: 18, //           wraps slots[arg] (maybe NULL) in a cell
  COPY_FREE_VARS: 19, //      copies the function's closure into the last `arg` slots
  LOAD_CLOSURE: 20, //        -- cell in slots[arg]
  LOAD_DEREF: 21, //          -- contents of the cell in slots[arg]; NameError when empty
  STORE_DEREF: 22, //         value --
  DELETE_DEREF: 23,
  LOAD_CLASS_DEREF: 24, //    -- class namespace first, then the cell in slots[arg] (class bodies)
  LOAD_BUILD_CLASS: 25, //    -- __build_class__
  LOAD_ASSERTION_ERROR: 26, // -- AssertionError
  LOAD_LOCALS: 27, //         -- the class or module namespace dict

  // -- attributes, items
  LOAD_ATTR: 28, //           owner -- value ; arg: names[]
  LOAD_METHOD: 29, //         owner -- function owner | value NULL ; arg: names[]
  LOAD_SUPER_ATTR: 30, //     super class self -- value ; arg: names[] (zero- or two-argument super())
  LOAD_SUPER_METHOD: 31, //   super class self -- function self | value NULL
  STORE_ATTR: 32, //          value owner --
  DELETE_ATTR: 33, //         owner --
  BINARY_SUBSCR: 34, //       container key -- value
  STORE_SUBSCR: 35, //        value container key --
  DELETE_SUBSCR: 36, //       container key --
  BINARY_SLICE: 37, //        container start stop -- value
  STORE_SLICE: 38, //         value container start stop --
  BUILD_SLICE: 39, //         start stop [step] -- slice ; arg: 2 or 3

  // -- operators (kinds below)
  BINARY_OP: 40, //           left right -- value ; arg: BinaryOp, + INPLACE when augmented
  COMPARE_OP: 41, //          left right -- value ; arg: CompareOp
  IS_OP: 42, //               left right -- bool ; arg 1 inverts
  CONTAINS_OP: 43, //         item container -- bool ; arg 1 inverts
  UNARY_NEGATIVE: 44,
  UNARY_POSITIVE: 45,
  UNARY_NOT: 46,
  UNARY_INVERT: 47,

  // -- building
  BUILD_TUPLE: 48, //         v1 .. vn -- tuple ; arg: n
  BUILD_LIST: 49,
  BUILD_SET: 50,
  BUILD_MAP: 51, //           k1 v1 .. kn vn -- dict ; arg: n pairs
  BUILD_STRING: 52, //        s1 .. sn -- str
  LIST_APPEND: 53, //         list .. value -- list .. ; arg: depth of the list below value (1 = right below)
  SET_ADD: 54,
  MAP_ADD: 55, //             dict .. key value -- dict ..
  LIST_EXTEND: 56, //         list .. iterable -- list ..
  SET_UPDATE: 57,
  DICT_UPDATE: 58, //         dict .. mapping -- dict .. (display **)
  DICT_MERGE: 59, //          the same, raising on duplicate keys (call **)
  LIST_TO_TUPLE: 60, //       list -- tuple
  UNPACK_SEQUENCE: 61, //     sequence -- vn .. v1 (v1 on top)
  UNPACK_EX: 62, //           sequence -- .. ; arg: before | after << 8
  FORMAT_SIMPLE: 63, //       value -- str
  FORMAT_WITH_SPEC: 64, //    value spec -- str
  CONVERT_VALUE: 65, //       value -- str ; arg: 1 str, 2 repr, 3 ascii

  // -- flow
  JUMP: 66, //                forward
  JUMP_BACKWARD: 67, //       checks the eval breaker
  POP_JUMP_IF_FALSE: 68, //   value --
  POP_JUMP_IF_TRUE: 69,
  POP_JUMP_IF_NONE: 70,
  POP_JUMP_IF_NOT_NONE: 71,
  GET_ITER: 72, //            iterable -- iterator
  FOR_ITER: 73, //            iterator -- iterator next | at exhaustion: pops the iterator and jumps to arg
  GET_LEN: 74, //             obj -- obj len
  MATCH_MAPPING: 75, //       obj -- obj bool
  MATCH_SEQUENCE: 76,
  MATCH_KEYS: 77, //          subject keys -- subject keys values-or-None
  MATCH_CLASS: 78, //         subject class kwnames -- attributes-or-None ; arg: positional patterns

  // -- calls
  CALL: 79, //                callable self-or-NULL a1 .. an -- result ; arg: n (self not counted)
  CALL_KW: 80, //             callable self-or-NULL a1 .. an kwnames -- result ; arg: n (keyword values counted)
  CALL_EX: 81, //             callable NULL args-tuple [kwargs-dict] -- result ; arg 1: with kwargs. args may be any iterable
  MAKE_FUNCTION: 82, //       [defaults] [kwdefaults] [annotations] [closure] code -- function ; arg: flags below
  RETURN_VALUE: 83, //        value --
  RETURN_GENERATOR: 84, //    first instruction of a generator: makes the generator from this frame and returns it
  YIELD_VALUE: 85, //         value -- sent
  SEND: 86, //                receiver v -- receiver result | at StopIteration: receiver value, jumps to arg
  END_SEND: 87, //            receiver value -- value
  GET_YIELD_FROM_ITER: 88, // iterable -- iterator
  CLEANUP_THROW: 89, //       receiver last-sent exc -- NULL value (of StopIteration) | reraises
  RESUME: 90, //              function entry, after yield: checks the eval breaker ; arg 0 entry, 1 yield, 2 yield from

  // -- exceptions (as CPython 3.11+: zero-cost, by exception table)
  RAISE_VARARGS: 91, //       [exc [cause]] -- ; arg: 0, 1, 2
  RERAISE: 92, //             [lasti ..] exc -- ; arg n > 0: lasti is n below
  PUSH_EXC_INFO: 93, //       exc -- previous exc
  POP_EXCEPT: 94, //          previous --
  CHECK_EXC_MATCH: 95, //     exc type -- exc bool
  BEFORE_WITH: 96, //         manager -- exit self-or-NULL result-of-enter
  WITH_EXCEPT_START: 97, //   exit self-or-NULL lasti previous exc -- the same and the result

  // -- the rest
  IMPORT_NAME: 98, //         level fromlist -- module ; arg: names[]
  IMPORT_FROM: 99, //         module -- module attribute
  IMPORT_STAR: 100, //        module --
  SETUP_ANNOTATIONS: 101,
  /** LOAD_FAST, borrowing (3.14 and later): only `borrowLocals` makes it, the compiler does not. */
  LOAD_FAST_BORROW: 102,
  CHECK_EG_MATCH: 103, //     exc types -- rest match (or None)
  LOAD_BUILTIN: 104, //       -- builtin by names[arg] (used by desugared constructs, e.g. for annotations)
  STOP_ITERATION_ERROR: 105, // exc -- exc' : a StopIteration leaving a generator becomes RuntimeError
  CALL_TYPING: 116, //        a1 .. an -- result of names[arg >> 2] of the module _typing ; arg & 3: n (type parameters, 3.12 and later)
  FIRST_LINE: 106, //         -- ; `__firstlineno__` of a class, since 3.13
  CALL_EXIT: 107, //          exit self-or-NULL None None None -- result : CALL of the `__exit__` that BEFORE_WITH left
  PREP_RERAISE_STAR: 108, //  original list-of-exceptions -- exception to raise, or None
  LOAD_FROM_DICT_OR_GLOBALS: 109, // namespace -- value ; arg: names[] (annotations inside a class, 3.14 and later)
  LOAD_FROM_DICT_OR_DEREF: 115, // namespace -- value, or else the contents of the cell in slots[arg]
} as const;

/** Arguments of BINARY_OP; add `INPLACE` for augmented assignment. */
export const BinaryOp = {
  ADD: 0, AND: 1, FLOOR_DIVIDE: 2, LSHIFT: 3, MATRIX_MULTIPLY: 4, MULTIPLY: 5, REMAINDER: 6, OR: 7, POWER: 8,
  RSHIFT: 9, SUBTRACT: 10, TRUE_DIVIDE: 11, XOR: 12,
} as const; // prettier-ignore
export const INPLACE = 13;

/** Arguments of COMPARE_OP. */
export const CompareOp = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;

/** Flags of MAKE_FUNCTION; the operands lie on the stack in this order, first flag lowest. */
export const MakeFunction = {
  DEFAULTS: 1,
  KEYWORD_DEFAULTS: 2,
  ANNOTATIONS: 4, // a tuple of names and values in turn; from 3.14 on the function that makes them
  CLOSURE: 8,
} as const;

/** Name of an opcode, for disassembly and failed assertions. */
export const opName: readonly string[] = (() => {
  const names: string[] = [];
  for (const [name, op] of Object.entries(Op)) names[op] = name;
  return names;
})();
