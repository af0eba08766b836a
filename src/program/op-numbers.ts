/**
 * The instruction set: CPython 3.13's, less its caches and specialisations, with fixed-width arguments.
 *
 * Source: CPython 3.13 Python/bytecodes.c. Notation: stack before -- stack after, top at the right. Where nothing is
 * said an instruction is CPython's of that name. Departures:
 * - `LINE n` says that the statement (or loop header) on line n begins; it is what "step by line" stops at. It is
 *   emitted at the start of every statement, and again where a loop header is evaluated anew.
 * - Jump arguments are absolute instruction indexes.
 * - There is one CALL layout: callable, self-or-NULL, positional arguments.
 *
 * The numbers are constants of a module and not fields of an object: the build puts them where they are named.
 */

// -- stack and lines
export const NOP = 0;
export const LINE = 1; // -- ; arg: line
export const POP_TOP = 2; // value --
export const COPY = 3; // v(n) .. v(1) -- v(n) .. v(1) v(n) ; arg: n
export const SWAP = 4; // swaps top with item n ; arg: n >= 2
export const PUSH_NULL = 5; // -- NULL

// -- constants, names
export const LOAD_CONST = 6; // -- constants[arg]
export const LOAD_FAST = 7; // -- slots[arg], never NULL
export const LOAD_FAST_CHECK = 8; // -- slots[arg], raises UnboundLocalError when NULL
export const LOAD_FAST_AND_CLEAR = 9; // -- slots[arg] or NULL; the slot becomes NULL (inlined comprehensions)
export const STORE_FAST = 10; // value -- ; (a NULL on the stack is stored as "unbound")
export const DELETE_FAST = 11; // -- ; raises UnboundLocalError when NULL
export const LOAD_NAME = 12; // -- locals dict, then globals, then builtins ; arg: names[]
export const STORE_NAME = 13; // value --
export const DELETE_NAME = 14;
export const LOAD_GLOBAL = 15; // -- value
export const STORE_GLOBAL = 16;
export const DELETE_GLOBAL = 17;
export const MAKE_CELL = 18; // wraps slots[arg] (maybe NULL) in a cell
export const COPY_FREE_VARS = 19; // copies the function's closure into the last `arg` slots
export const LOAD_CLOSURE = 20; // -- cell in slots[arg]
export const LOAD_DEREF = 21; // -- contents of the cell in slots[arg]; NameError when empty
export const STORE_DEREF = 22; // value --
export const DELETE_DEREF = 23;
export const LOAD_CLASS_DEREF = 24; // -- class namespace first, then the cell in slots[arg] (class bodies)
export const LOAD_BUILD_CLASS = 25; // -- __build_class__
export const LOAD_ASSERTION_ERROR = 26; // -- AssertionError
export const LOAD_LOCALS = 27; // -- the class or module namespace dict

// -- attributes, items
export const LOAD_ATTR = 28; // owner -- value ; arg: names[]
export const LOAD_METHOD = 29; // owner -- function owner | value NULL ; arg: names[]
export const LOAD_SUPER_ATTR = 30; // super class self -- value ; arg: names[] (zero- or two-argument super())
export const LOAD_SUPER_METHOD = 31; // super class self -- function self | value NULL
export const STORE_ATTR = 32; // value owner --
export const DELETE_ATTR = 33; // owner --
export const BINARY_SUBSCR = 34; // container key -- value
export const STORE_SUBSCR = 35; // value container key --
export const DELETE_SUBSCR = 36; // container key --
export const BINARY_SLICE = 37; // container start stop -- value
export const STORE_SLICE = 38; // value container start stop --
export const BUILD_SLICE = 39; // start stop [step] -- slice ; arg: 2 or 3

// -- operators (kinds below)
export const BINARY_OP = 40; // left right -- value ; arg: BinaryOp, + INPLACE when augmented
export const COMPARE_OP = 41; // left right -- value ; arg: CompareOp
export const IS_OP = 42; // left right -- bool ; arg 1 inverts
export const CONTAINS_OP = 43; // item container -- bool ; arg 1 inverts
export const UNARY_NEGATIVE = 44;
export const UNARY_POSITIVE = 45;
export const UNARY_NOT = 46;
export const UNARY_INVERT = 47;

// -- building
export const BUILD_TUPLE = 48; // v1 .. vn -- tuple ; arg: n
export const BUILD_LIST = 49;
export const BUILD_SET = 50;
export const BUILD_MAP = 51; // k1 v1 .. kn vn -- dict ; arg: n pairs
export const BUILD_STRING = 52; // s1 .. sn -- str
export const LIST_APPEND = 53; // list .. value -- list .. ; arg: depth of the list below value (1 = right below)
export const SET_ADD = 54;
export const MAP_ADD = 55; // dict .. key value -- dict ..
export const LIST_EXTEND = 56; // list .. iterable -- list ..
export const SET_UPDATE = 57;
export const DICT_UPDATE = 58; // dict .. mapping -- dict .. (display **)
export const DICT_MERGE = 59; // the same, raising on duplicate keys (call **)
export const LIST_TO_TUPLE = 60; // list -- tuple
export const UNPACK_SEQUENCE = 61; // sequence -- vn .. v1 (v1 on top)
export const UNPACK_EX = 62; // sequence -- .. ; arg: before | after << 8
export const FORMAT_SIMPLE = 63; // value -- str
export const FORMAT_WITH_SPEC = 64; // value spec -- str
export const CONVERT_VALUE = 65; // value -- str ; arg: 1 str, 2 repr, 3 ascii

// -- flow
export const JUMP = 66; // forward
export const JUMP_BACKWARD = 67; // checks the eval breaker
export const POP_JUMP_IF_FALSE = 68; // value --
export const POP_JUMP_IF_TRUE = 69;
export const POP_JUMP_IF_NONE = 70;
export const POP_JUMP_IF_NOT_NONE = 71;
export const GET_ITER = 72; // iterable -- iterator
export const FOR_ITER = 73; // iterator -- iterator next | at exhaustion: pops the iterator and jumps to arg
export const GET_LEN = 74; // obj -- obj len
export const MATCH_MAPPING = 75; // obj -- obj bool
export const MATCH_SEQUENCE = 76;
export const MATCH_KEYS = 77; // subject keys -- subject keys values-or-None
export const MATCH_CLASS = 78; // subject class kwnames -- attributes-or-None ; arg: positional patterns

// -- calls
export const CALL = 79; // callable self-or-NULL a1 .. an -- result ; arg: n (self not counted)
export const CALL_KW = 80; // callable self-or-NULL a1 .. an kwnames -- result ; arg: n (keyword values counted)
export const CALL_EX = 81; // callable NULL args-tuple [kwargs-dict] -- result ; arg 1: with kwargs. args may be any iterable
export const MAKE_FUNCTION = 82; // [defaults] [kwdefaults] [annotations] [closure] code -- function ; arg: flags below
export const RETURN_VALUE = 83; // value --
export const RETURN_GENERATOR = 84; // first instruction of a generator: makes the generator from this frame and returns it
export const YIELD_VALUE = 85; // value -- sent
export const SEND = 86; // receiver v -- receiver result | at StopIteration: receiver value, jumps to arg
export const END_SEND = 87; // receiver value -- value
export const GET_YIELD_FROM_ITER = 88; // iterable -- iterator
export const CLEANUP_THROW = 89; // receiver last-sent exc -- NULL value (of StopIteration) | reraises
export const RESUME = 90; // function entry, after yield: checks the eval breaker ; arg 0 entry, 1 yield, 2 yield from

// -- exceptions (as CPython 3.11+: zero-cost, by exception table)
export const RAISE_VARARGS = 91; // [exc [cause]] -- ; arg: 0, 1, 2
export const RERAISE = 92; // [lasti ..] exc -- ; arg n > 0: lasti is n below
export const PUSH_EXC_INFO = 93; // exc -- previous exc
export const POP_EXCEPT = 94; // previous --
export const CHECK_EXC_MATCH = 95; // exc type -- exc bool
export const BEFORE_WITH = 96; // manager -- exit self-or-NULL result-of-enter
export const WITH_EXCEPT_START = 97; // exit self-or-NULL lasti previous exc -- the same and the result

// -- the rest
export const IMPORT_NAME = 98; // level fromlist -- module ; arg: names[]
export const IMPORT_FROM = 99; // module -- module attribute
export const IMPORT_STAR = 100; // module --
export const SETUP_ANNOTATIONS = 101;
/** LOAD_FAST, borrowing (3.14 and later): only `borrowLocals` makes it, the compiler does not. */
export const LOAD_FAST_BORROW = 102;
export const CHECK_EG_MATCH = 103; // exc types -- rest match (or None)
export const LOAD_BUILTIN = 104; // -- builtin by names[arg] (used by desugared constructs, e.g. for annotations)
export const STOP_ITERATION_ERROR = 105; // exc -- exc' : a StopIteration leaving a generator becomes RuntimeError
export const CALL_TYPING = 116; // a1 .. an -- result of names[arg >> 2] of the module _typing ; arg & 3: n (type parameters, 3.12 and later)
export const FIRST_LINE = 106; // -- ; `__firstlineno__` of a class, since 3.13
export const CALL_EXIT = 107; // exit self-or-NULL None None None -- result : CALL of the `__exit__` that BEFORE_WITH left
export const PREP_RERAISE_STAR = 108; // original list-of-exceptions -- exception to raise, or None
export const LOAD_FROM_DICT_OR_GLOBALS = 109; // namespace -- value ; arg: names[] (annotations inside a class, 3.14 and later)
export const LOAD_FROM_DICT_OR_DEREF = 115; // namespace -- value, or else the contents of the cell in slots[arg]
