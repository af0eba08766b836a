/**
 * The interface between the machine's core (frames, instructions, calls, attributes, exceptions) and everything
 * written natively on top of it: built-in types (`types/`), functions and modules (`modules/`).
 *
 * Ownership, as in CPython's C API: **arguments are borrowed, results are owned** unless a comment says otherwise.
 * `0` means "no object" (CPython's NULL) where it is allowed. A Python exception is a thrown `PythonError`.
 * Native code that calls back into Python code must own whatever it still needs afterwards, and must not trust a
 * `slots` array that it fetched before the call.
 */
import type { Heap } from '../heap/heap.ts';
import type { KindNumber } from '../heap/kinds.ts';

/**
 * A native function or method. `args` is borrowed and must not be kept; for methods `args[0]` is self. Values of keyword
 * arguments come last in `args`, their names in `names` (CPython's vectorcall); `names` is null when there are none.
 */
export type NativeCall = (m: Machine, args: readonly number[], names: readonly string[] | null) => number;

/** Body of a BUILTIN object; slots: [self or 0]. */
export interface NativeFunction {
  readonly name: string;
  /** Qualified name for repr: `list.append`, `len`. */
  readonly qualifiedName: string;
  readonly call: NativeCall;
  /** Where it belongs: a module's name, or null for methods of types. */
  readonly module: string | null;
  /** True for a method found in a type's dict, which binds self; false for functions. */
  readonly isMethod: boolean;
  /** True for functions that must not be bound although they lie in a type's dict (static methods such as __new__). */
  readonly isStatic?: boolean;
  /** True for the method that stands for a slot of a built-in type (`list.__len__`). */
  readonly isSlotWrapper?: boolean;
}

/** Codes of COMPARE_OP, see program/instructions.ts. */
export type Comparison = number;

/**
 * What a type can do, CPython's tp_*, nb_*, sq_*, mp_* slots. A type made by a class statement inherits the slots of
 * its first base that has them, and gets a slot that calls the Python method wherever its dict defines the dunder.
 * The core puts a method (`__len__`, `__add__` ...) into the dict of each built-in type for every slot given here.
 */
export interface TypeSlots {
  /** __new__: an object of `type` (which may be a subclass). */
  create?(m: Machine, type: number, args: readonly number[], names: readonly string[] | null): number;
  /** __init__ */
  initialize?(m: Machine, self: number, args: readonly number[], names: readonly string[] | null): void;
  repr?(m: Machine, self: number): string;
  str?(m: Machine, self: number): string;
  format?(m: Machine, self: number, spec: string): string;
  /** A 32-bit or safe integer; equal objects have equal hashes. Throws TypeError when unhashable. */
  hash?(m: Machine, self: number): number;
  call?(m: Machine, self: number, args: readonly number[], names: readonly string[] | null): number;
  iterate?(m: Machine, self: number): number;
  /** The next item, owned, or 0 at the end. */
  next?(m: Machine, self: number): number;
  length?(m: Machine, self: number): number;
  truth?(m: Machine, self: number): boolean;
  getItem?(m: Machine, self: number, key: number): number;
  /** `value` borrowed; 0 deletes. */
  setItem?(m: Machine, self: number, key: number, value: number): void;
  contains?(m: Machine, self: number, item: number): boolean;
  /** An owned result, or m.notImplemented (immortal, not counted). */
  compare?(m: Machine, op: Comparison, left: number, right: number): number;
  /** `op` of BinaryOp. Called with the operands in their place; either of them may be the one of this type. */
  binary?(m: Machine, op: number, left: number, right: number): number;
  /** Augmented assignment; absent or notImplemented: `binary` is used. */
  inplace?(m: Machine, op: number, left: number, right: number): number;
  negative?(m: Machine, self: number): number;
  positive?(m: Machine, self: number): number;
  invert?(m: Machine, self: number): number;
  absolute?(m: Machine, self: number): number;
  /** __index__ */
  index?(m: Machine, self: number): number | bigint;
  /** Replaces the generic attribute lookup (modules, proxies, super). Owned, throws AttributeError. */
  getAttribute?(m: Machine, self: number, name: string): number;
  /** `value` borrowed; 0 deletes. */
  setAttribute?(m: Machine, self: number, name: string, value: number): void;
  /** __get__; `instance` is 0 when looked up on the class. */
  descriptorGet?(m: Machine, self: number, instance: number, owner: number): number;
  /** __set__; `value` 0 deletes. A type with this slot makes data descriptors. */
  descriptorSet?(m: Machine, self: number, instance: number, value: number): void;
}

/** A native property of a type: `function.__name__`, `generator.gi_frame`. */
export interface NativeProperty {
  /** The first 3.x that has it. */
  readonly since?: number;
  get(m: Machine, self: number): number;
  /** `value` 0 deletes. Absent: read-only. */
  set?(m: Machine, self: number, value: number): void;
}

/** How a built-in type is declared. */
export interface TypeDeclaration {
  readonly name: string;
  /** As printed: `collections.deque`. Default: `builtins`. */
  readonly module?: string;
  /** Its name and module from a version 3.x on. */
  readonly renamed?: { readonly since: number; readonly name: string; readonly module: string };
  /** Layout of its instances. */
  readonly kind: KindNumber;
  /** Name of the base; default `object`. */
  readonly base?: string;
  readonly doc?: string;
  /** Can a class statement inherit from it? */
  readonly canBeBase?: boolean;
  readonly slots?: TypeSlots;
  readonly methods?: Readonly<Record<string, NativeCall>>;
  /** Further methods, by the first 3.x that has them. */
  readonly methodsSince?: Readonly<Record<number, Readonly<Record<string, NativeCall>>>>;
  readonly classMethods?: Readonly<Record<string, NativeCall>>;
  readonly staticMethods?: Readonly<Record<string, NativeCall>>;
  readonly properties?: Readonly<Record<string, NativeProperty>>;
  /** Whether weak references to instances can be made. */
  readonly weaklyReferenceable?: boolean;
  /** Whether instances have a `__dict__`, which is clear for some kinds already. */
  readonly hasDict?: boolean;
}

/** Declares a built-in module: called at its first import, returns its attributes (owned by the module afterwards). */
/** Python source by the name of the module. */
export type LateSources = Readonly<Record<string, string>>;

export interface NativeModule {
  readonly name: string;
  readonly functions?: Readonly<Record<string, NativeCall>>;
  readonly types?: readonly TypeDeclaration[];
  /** Further attributes, made when the module is first imported. Values are owned references. */
  readonly attributes?: (m: Machine) => Record<string, number>;
  /** Importing it raises: it is there to say why. */
  readonly isRefused?: boolean;
  /** Python source that is executed in the module's namespace after the native part (our own library code). */
  readonly source?: string;
  /** The first 3.x that has the module. */
  readonly since?: number;
  /** The source is not part of the machine, but handed to it (`modules/late`). */
  readonly hasLateSource?: boolean;
  /** A late source that is executed when the first of these names is asked for, not when the module is imported. */
  readonly deferred?: { readonly source: string; readonly names: readonly string[] };
}

/** What the machine was doing when Python code of the program failed that nobody was waiting for. */
export type UnraisablePlace =
  | 'while calling deallocator'
  | 'while closing generator'
  | 'while calling weakref callback'
  | 'on calling weakref callback'
  | 'while calling GC callback'
  | 'in atexit callback';

/** Parameters of a native function that takes keywords: `bindArguments(m, 'sorted', args, names, ['iterable', '/', 'key=', 'reverse='])`. */
export type ParameterSpec = readonly string[];

/**
 * What native code can ask of the machine. Implemented by the class in machine.ts.
 */
export interface Machine {
  readonly heap: Heap;

  // -- immortal singletons: need no counting
  readonly none: number;
  readonly true_: number;
  readonly false_: number;
  readonly notImplemented: number;
  readonly ellipsis: number;
  readonly emptyTuple: number;
  readonly emptyString: number;

  // -- types
  /** Id of a built-in type or exception by name ('list', 'ValueError', 'collections.deque'). Borrowed. */
  type(name: string): number;
  declareType(declaration: TypeDeclaration): number;
  typeName(id: number): string; // name of the type of `id`
  shownTypeName(id: number): string; // the same as messages have it (tp_name): `collections.deque`
  isInstance(id: number, type: number): boolean;
  isSubtype(type: number, base: number): boolean;
  isType(id: number): boolean;

  // -- making objects (all owned)
  int(value: number | bigint): number;
  bool(value: boolean): number; // immortal
  float(value: number): number;
  str(value: string): number;
  /** One shared object for every use of the text; for names. */
  intern(value: string): number;
  bytes(value: Uint8Array): number;
  /** Steal the references in `items`; the array becomes the object's own. */
  list(items: number[]): number;
  /** Tracked whatever is in it, as PyTuple_New makes them: what native code returns, `+`, slices, `*`. */
  tuple(items: number[]): number;
  /** As _PyTuple_FromArraySteal makes them (a display, `*args`, a copied list): 3.14 and later track no atoms. */
  tupleFromArray(items: number[]): number;
  set(items: readonly number[]): number; // borrowed items
  /** An empty dict. */
  dict(): number;
  function_(name: string, call: NativeCall): number;
  /** Any other native object: kind, type's name, references (stolen), body. Tracked when it is a container. */
  object(kind: KindNumber, typeName: string, slots: number[] | null, body: unknown): number;

  // -- reading values
  isInt(id: number): boolean; // bool included
  isFloat(id: number): boolean;
  isStr(id: number): boolean;
  /** Value of an int (or bool) object: number when safe, else bigint. */
  intValue(id: number): number | bigint;
  floatValue(id: number): number; // of a float object
  strValue(id: number): string;
  /** The items of a list or tuple (or subclass): its slots, borrowed, not to be changed. */
  items(id: number): readonly number[];
  /** __index__ as a number; TypeError otherwise. */
  index(id: number): number | bigint;
  /** __index__ that must fit a JavaScript number (clamped to ±2^53). */
  indexNumber(id: number): number;

  // -- dicts with exact semantics (a DICT kind object, subclass methods ignored)
  dictGet(dict: number, key: number): number; // borrowed or 0
  dictSet(dict: number, key: number, value: number): void; // key and value borrowed
  dictDelete(dict: number, key: number): boolean;
  /** The dict of the module builtins. Borrowed. */
  readonly builtins: number;
  dictGetName(dict: number, name: string): number; // borrowed or 0
  dictSetName(dict: number, name: string, value: number): void;
  dictLength(dict: number): number;
  /** Live entries in order, borrowed: key, value, key, value. A fresh array. */
  dictEntries(dict: number): number[];

  // -- protocols
  repr(id: number): string;
  toStr(id: number): string;
  format(id: number, spec: string): string;
  hash(id: number): number;
  truth(id: number): boolean;
  /** Identity, then ==. */
  equals(left: number, right: number): boolean;
  /** Rich comparison; owned result. */
  compare(op: Comparison, left: number, right: number): number;
  compareTruth(op: Comparison, left: number, right: number): boolean;
  binary(op: number, left: number, right: number): number;
  length(id: number): number;
  iterate(id: number): number;
  /** Next item of an iterator, owned, 0 at the end (StopIteration swallowed). */
  next(iterator: number): number;
  /** Calls `each` with a borrowed item; the item is released afterwards. Return false to stop. */
  forEach(iterable: number, each: (item: number) => boolean | void): void;
  /** All items, owned references in a fresh array. */
  collect(iterable: number): number[];
  getItem(container: number, key: number): number;
  setItem(container: number, key: number, value: number): void; // 0 deletes
  contains(container: number, item: number): boolean;
  getAttribute(id: number, name: string): number;
  /** 0 when there is no such attribute (AttributeError swallowed). */
  findAttribute(id: number, name: string): number;
  setAttribute(id: number, name: string, value: number): void; // 0 deletes
  /** A special method looked up on the type, unbound, borrowed, or 0. */
  special(id: number, name: string): number;
  /** Calls any callable; args borrowed, keyword values last. */
  call(callable: number, args: readonly number[], names?: readonly string[] | null): number;
  callMethod(self: number, name: string, args: readonly number[]): number;

  // -- exceptions
  /** Throws a PythonError of a built-in exception type. */
  raise(typeName: string, message: string): never;
  /** Throws an exception object (stolen). */
  raiseObject(exception: number): never;
  /** Runs `action`; when it throws a Python exception of the type, returns undefined instead. */
  catching<T>(typeName: string, action: () => T): T | undefined;
  /** Prints what CPython prints for an exception nobody can catch (in __del__, callbacks) to stderr; releases it. */
  reportUnraisable(error: unknown, place: UnraisablePlace, object: number): void;

  /** Orders arguments by a spec; missing optional ones ('name=') are 0. Throws TypeError as CPython does. Borrowed. */
  bindArguments(name: string, args: readonly number[], names: readonly string[] | null, spec: ParameterSpec): number[];
  /** TypeError unless there are between least and most positional arguments (self not counted) and no keywords. */
  expectArguments(
    name: string,
    args: readonly number[],
    names: readonly string[] | null,
    least: number,
    most?: number,
  ): void;

  // -- input and output
  write(text: string): void;
  writeError(text: string): void;

  /** Version-dependent behaviour. */
  readonly profile: Profile;
}

/** What differs between CPython versions, as data (cpython-memory.md section 12). One file each in `profiles/`. */
export interface Profile {
  readonly name: '3.11' | '3.12' | '3.13' | '3.14.2' | '3.14' | '3.15';
  /** Shown to people. */
  readonly title: string;
  readonly versionInfo: readonly [number, number, number];
  readonly thresholds: readonly [number, number, number];
  readonly collector: 'generational' | 'incremental';
  /** 3.11 collects inside the allocation; later versions at the next eval-breaker check. */
  readonly collectsInAllocation: boolean;
  /** 3.12: a collection that is due starts inside a running one, too. */
  readonly nestsCollections: boolean;
  readonly borrowsLocals: boolean;
  /** Whether it looks for locals to borrow behind an empty basic block, too (3.15: gh-138250). */
  readonly borrowsPastEmptyBlocks: boolean;
  readonly releasesLocals: 'forward' | 'reverse';
  /** What sys.getrefcount prints for immortal objects; 0: they are counted like others. */
  readonly immortalRefcount: number;
  readonly largestCachedInt: number;
  readonly inlinesComprehensions: boolean;
  /** Closing a generator that has not started throws into it. */
  readonly throwsIntoUnstartedGenerators: boolean;
  /** A class begins with the names that its methods store in `self` as its instances' shared keys, sorted. */
  readonly sharesStaticAttributes: boolean;
  /** Annotations are evaluated when they are asked for (PEP 649). */
  readonly defersAnnotations: boolean;
  /** Whether there are `def f[T]()` and `type X = int` (PEP 695), and defaults in them (PEP 696). */
  readonly typeParameters: 'none' | 'without-defaults' | 'with-defaults';
  /** `x[1:3]` has its slice among the constants. */
  readonly slicesAreConstants: boolean;
  /** `x[i:j]` of an exact list, tuple or str makes no slice. */
  readonly slicesSequencesDirectly: boolean;
  readonly dictTracking: 'when-needed' | 'always';
  readonly tupleTracking: 'always' | 'when-needed';
  readonly untracksTuplesBeforeScan: boolean;
  readonly tracksAtomFrozensets: boolean;
  /** 3.15: `for` over list, tuple, str allocates no iterator. */
  readonly allocatesSequenceIterators: boolean;
  readonly weakrefsClearedBeforeFinalizers: 'all' | 'with-callback';
  readonly finalizesUnstartedGenerators: boolean;
  /** close() clears the locals of a suspended generator but leaves it its function (gh-142766). */
  readonly closedGeneratorKeepsFunction: boolean;
  /** locals() of a function is one dict that its frame keeps, so that it holds what it has seen (up to 3.12). */
  readonly keepsLocals: boolean;
  readonly visitsMaterialisedDict: boolean;
  readonly trashcanDepth: number; // 0: none
  readonly freeLists: import('../heap/allocation-counter.ts').FreeListLimits;
  /** Classes have `__dict__` and `__weakref__` descriptors of their own; since 3.15 they share those of all. */
  readonly classDescriptors: boolean;
  readonly randintAllocates: boolean;
  readonly sizes: {
    readonly instance: number;
    readonly tupleBase: number;
    readonly strAscii: number;
    readonly strLatin1: number;
    readonly strTwoByte: number;
    readonly strFourByte: number;
    readonly function: number;
    /** A class whose instances share keys; one whose instances do not; a static built-in type. */
    readonly type: number;
    readonly plainType: number;
    readonly staticType: number;
    readonly generatorBase: number;
    /** A frame object without room for its variables and its value stack. */
    readonly frameBase: number;
    /** What the generator of a generator expression has more on its value stack than ours. */
    readonly generatorExpression: number;
    readonly module: number;
  };
}
