/**
 * The machine: what `Machine` promises to native code, and the state of a run. What it does is spread over the files
 * beside this one, by question; the methods here hand on to them, which is why it is long: one short method a promise.
 */
import { Flag, Heap, type HeapHooks } from '../heap/heap.ts';
import type { SpareMemory } from '../heap/heap-memory.ts';
import { Kind, type KindNumber } from '../heap/kinds.ts';
import { encodeSmallInt, Ev } from '../heap/events.ts';
import type { Collector } from '../collector/collector.ts';
import type { CodeObject, CompileResult } from '../program/code.ts';
import { takingTuple } from './argument-tuples.ts';
import * as attributes from './attributes.ts';
import { commonDescriptors } from './class-descriptors.ts';
import * as calls from './calls.ts';
import { bindNativeArguments, expectArgumentCount } from './native-arguments.ts';
import { builtinDescription } from './builtin-description.ts';
import { Frame } from './frame.ts';
import { finalizeObject, callWeakCallback } from './finalization.ts';
import { loadCode, type LoadedCode } from './loaded-code.ts';
import type {
  Comparison,
  Machine,
  NativeCall,
  NativeFunction,
  LateSources,
  NativeModule,
  ParameterSpec,
  Profile,
  TypeDeclaration,
  UnraisablePlace,
} from './native.ts';
import { bytesOfInt, bytesOfKind, bytesOfStr } from './object-sizes.ts';
import * as protocols from './protocols.ts';
import { PythonError, type Stop } from './python-error.ts';
import * as exceptions from './raising.ts';
import { visitRoots } from './roots.ts';
import { reportUnraisable } from './unraisable.ts';
import type { TypeBody } from './type-body.ts';
import { declareType, reserveType } from './native-types.ts';
import { coreTypes } from './core-types.ts';
import { makeExceptionGroup } from './exception-groups.ts';
import { exceptionTypes } from './exception-types.ts';
import { coreFunctions } from './core-functions.ts';
import {
  dictEntries,
  dictLength,
  dictLookup,
  dictLookupName,
  dictRemove,
  dictStore,
  dictStoreName,
  newDictTable,
} from './types/dict-table.ts';
import { setAdd } from './types/set-table.ts';
import { hasContainerType } from './types/may-be-tracked.ts';

/** Entries of the value stack. Memory that is never touched is never taken. */
const STACK_SIZE = 1 << 21;
const SMALLEST_CACHED_INT = -5;
const LATIN1 = 256;

export interface MachineParts {
  readonly profile: Profile;
  /** Types beside those of the core. */
  readonly types: readonly TypeDeclaration[];
  readonly builtins: NativeModule;
  readonly modules: readonly NativeModule[];
  readonly lateSources: LateSources;
  /** Memory of an earlier run; used up. */
  readonly spare?: SpareMemory;
  /** Entries of the value stack, where a program is known to need few. */
  readonly stackSize?: number;
  /** `isExpression`: the code returns the value of the one expression that `source` is. */
  compile(source: string, filename: string, isExpression?: boolean): CompileResult;
}

/** Follows the lines of the program, as sys.settrace does; for memory_profiler. */
export interface LineTracer {
  /** Line `line` of the innermost frame begins. */
  line(frame: Frame, line: number): void;
  /** The innermost frame is about to return or is unwound. */
  leave(frame: Frame): void;
}

export class PythonMachine implements Machine {
  readonly heap: Heap;
  readonly profile: Profile;
  readonly parts: MachineParts;

  readonly none: number;
  readonly true_: number;
  readonly false_: number;
  readonly notImplemented: number;
  readonly ellipsis: number;
  readonly emptyTuple: number;
  readonly emptyString: number;

  // -- types that the interpreter's fast paths ask for
  readonly typeType: number;
  readonly objectType: number;
  readonly intType: number;
  readonly floatType: number;
  readonly strType: number;
  readonly listType: number;
  readonly tupleType: number;
  readonly dictType: number;
  readonly functionType: number;
  readonly superType: number;

  /** Ids of built-in types by printed name. */
  readonly typeIds = new Map<string, number>();
  readonly typesByKind: number[] = [];
  /** Bodies of types, by the version counter's last value. */
  lastTypeVersion = 0;

  /** Which operand of a comparison, of an operator, is released first: the right one from 3.14, from 3.15 on. */
  readonly releasesRightFirst: { readonly comparing: boolean; readonly computing: boolean };

  // -- execution
  readonly stack: Int32Array;
  /** 3.15: how far the `for` loop over the sequence at this place of the stack has come. */
  readonly positions: Int32Array;
  readonly frames: Frame[] = [new Frame()];
  /** Index of the innermost frame in `frames`; 0 is the host's, which never runs. */
  depth = 0;
  recursionLimit = 1000;
  /** How many `execute` are on the host's stack. */
  nesting = 0;
  /** The exception being handled by the innermost frame that handles one, owned; 0 = none. */
  handled = 0;
  /** The unwinder must not add a traceback entry: the exception was re-raised. */
  reraising = false;
  /** Instructions that may still check the eval breaker before the host has its say. */
  ticks = 0;
  /** A Stop that came in the midst of a deallocation; thrown at the next check of the eval breaker. */
  pendingStop: Stop | null = null;
  /** Result of the frame that native code waits for, owned. */
  result = 0;
  /** That frame was a generator's, and yielded it. */
  yielded = false;
  /** Asks the host whether the run must pause here; may throw a Stop. See budget.ts. */
  mustPause: () => boolean = () => false;
  lineTracer: LineTracer | null = null;
  collector: Collector | null = null;

  readonly codes: LoadedCode[] = [];
  /** Classes made by class statements, dead ones too. */
  readonly heapTypes = new Map<number, TypeBody>();
  /** Source text by file name, for tracebacks. */
  readonly sources = new Map<string, string>();
  readonly builtins: number;
  /** By globals the builtins that code run in them was given, borrowed; null as long as no code was given its own. */
  ownBuiltins: Map<number, number> | null = null;
  /** Namespace of the program, a dict; 0 before it begins. Owned. */
  globals = 0;
  /** sys.modules, a dict. */
  readonly modules: number;
  readonly libraryRanges: [number, number][] = [];
  /** By function, the tuple of the names of its keywords: see keyword-names.ts. */
  readonly keywordNames = new Map<string, number>();
  /** Imported modules whose Python waits for one of its names to be asked for. */
  readonly deferredModules = new Map<number, NonNullable<NativeModule['deferred']>>();
  readonly commonDescriptors: ReadonlyMap<string, number>;
  /** The method `list.append`, which the interpreter carries out itself. */
  readonly listAppend: number;
  /** `len` and `isinstance`: see `isUnchecked`. */
  readonly uncheckedFunctions: readonly number[];

  private readonly interned = new Map<string, number>();
  private readonly latin1: number[] = [];
  private readonly firstSmallInt: number;
  private readonly largestCachedInt: number;

  // -- output
  private output: string[] = [];
  outputLength = 0;
  private errors: string[] = [];
  recordedAtomBytes = 0;

  constructor(parts: MachineParts) {
    this.parts = parts;
    this.stack = new Int32Array(parts.stackSize ?? STACK_SIZE);
    this.positions = new Int32Array(this.stack.length);
    this.profile = parts.profile;
    const [, minor] = parts.profile.versionInfo;
    this.releasesRightFirst = { comparing: minor >= 14, computing: minor >= 15 };
    const hooks: HeapHooks = {
      finalize: (id) => finalizeObject(this, id),
      callWeakCallback: (reference, callback) => callWeakCallback(this, reference, callback),
      describeBuiltin: (id) => builtinDescription(this, id),
      typeDies: (id) => calls.forgetType(this, id),
    };
    this.heap = new Heap(hooks, parts.spare);
    const heap = this.heap;
    heap.counter.setLimits(this.profile.freeLists);
    heap.counter.threshold = 0;

    this.typeType = reserveType(this, 'type');
    this.objectType = reserveType(this, 'object');
    this.intType = reserveType(this, 'int');
    this.floatType = reserveType(this, 'float');
    this.strType = reserveType(this, 'str');
    this.listType = reserveType(this, 'list');
    this.tupleType = reserveType(this, 'tuple');
    this.dictType = reserveType(this, 'dict');
    this.functionType = reserveType(this, 'function');
    this.superType = reserveType(this, 'super');

    this.none = this.singleton(Kind.NONE, 'NoneType', null, 16);
    this.true_ = this.singleton(Kind.BOOL, 'bool', true, 28);
    this.false_ = this.singleton(Kind.BOOL, 'bool', false, 28);
    this.ellipsis = this.singleton(Kind.ELLIPSIS, 'ellipsis', null, 16);
    this.notImplemented = this.singleton(Kind.NOT_IMPLEMENTED, 'NotImplementedType', null, 16);
    this.largestCachedInt = this.profile.largestCachedInt;
    this.firstSmallInt = heap.end;
    for (let value = SMALLEST_CACHED_INT; value <= this.largestCachedInt; value++) {
      heap.makeImmortal(heap.allocAtom(Kind.INT, this.intType, value, 28));
    }
    for (let code = 0; code < LATIN1; code++) {
      const value = String.fromCharCode(code);
      // Since 3.12 the others have their UTF-8 text with them.
      const utf8 = code >= 128 && this.profile.versionInfo[1] >= 12 ? 3 : 0;
      const id = heap.allocAtom(Kind.STR, this.strType, value, bytesOfStr(this.profile, value) + utf8);
      heap.makeImmortal(id);
      this.latin1.push(id);
      this.interned.set(value, id);
    }
    this.emptyString = heap.allocAtom(Kind.STR, this.strType, '', bytesOfStr(this.profile, ''));
    heap.makeImmortal(this.emptyString);
    this.interned.set('', this.emptyString);
    this.emptyTuple = heap.alloc(Kind.TUPLE, this.tupleType, [], null, bytesOfKind(this.profile, Kind.TUPLE, 0));
    heap.makeImmortal(this.emptyTuple);

    // Their methods are objects of one another's types.
    for (const declaration of coreTypes) reserveType(this, declaration.name);
    for (const declaration of coreTypes) declareType(this, declaration);
    for (const declaration of parts.types) declareType(this, declaration);
    for (const declaration of exceptionTypes) declareType(this, declaration);
    this.commonDescriptors = this.profile.classDescriptors ? new Map() : commonDescriptors(this);

    for (const [kind, name] of [
      [Kind.LIST, 'list'],
      [Kind.DICT, 'dict'],
      [Kind.TUPLE, 'tuple'],
      [Kind.SLICE, 'slice'],
    ] as const) {
      heap.exactType[kind] = this.type(name);
    }
    this.modules = this.dict();
    this.builtins = this.dict();
    this.typeIds.set('ExceptionGroup', makeExceptionGroup(this));
    this.defineBuiltins(parts.builtins);
    this.listAppend = attributes.lookUp(this, this.listType, 'append');
    this.uncheckedFunctions = ['len', 'isinstance'].map((name) => this.dictGetName(this.builtins, name));
    heap.counter.count = 0;
    heap.counter.due = false;
  }

  private defineBuiltins(builtins: NativeModule): void {
    for (const [name, call] of Object.entries({ ...coreFunctions, ...builtins.functions })) {
      this.define(this.builtins, name, this.builtinFunction(name, call, 'builtins'));
    }
    for (const declaration of builtins.types ?? []) declareType(this, declaration);
    for (const id of this.typeIds.values()) {
      const body = this.typeBody(id);
      const isNamed = NAMED_TYPES.has(body.name) || body.kind === Kind.EXCEPTION;
      if (isNamed && body.module === 'builtins') this.dictSetName(this.builtins, body.name, id);
    }
    for (const [name, id] of Object.entries({
      None: this.none,
      True: this.true_,
      False: this.false_,
      Ellipsis: this.ellipsis,
      NotImplemented: this.notImplemented,
      EnvironmentError: this.type('OSError'),
      IOError: this.type('OSError'),
      __debug__: this.true_,
    })) {
      this.dictSetName(this.builtins, name, id);
    }
    const attributesOfBuiltins = builtins.attributes?.(this) ?? {};
    for (const [name, id] of Object.entries(attributesOfBuiltins)) this.define(this.builtins, name, id);
  }

  private define(dict: number, name: string, value: number): void {
    this.dictSetName(dict, name, value);
    this.heap.decref(value);
  }

  private singleton(kind: KindNumber, typeName: string, body: unknown, bytes: number): number {
    const id = this.heap.allocAtom(kind, reserveType(this, typeName), body, bytes);
    this.heap.makeImmortal(id);
    return id;
  }

  // ---------------------------------------------------------------------------------------------- types

  type(name: string): number {
    const id = this.typeIds.get(name);
    if (id === undefined) throw new Error(`no built-in type named ${name}`);
    return id;
  }
  declareType(declaration: TypeDeclaration): number {
    return declareType(this, declaration);
  }
  /** The built-in type whose instances have this kind. */
  typeOfKind(kind: KindNumber): number {
    return this.typesByKind[kind];
  }
  typeBody(type: number): TypeBody {
    return this.heap.body[type] as TypeBody;
  }
  /** The body of the type of `id`. */
  bodyOfType(id: number): TypeBody {
    return this.heap.body[this.heap.typeOf[id]] as TypeBody;
  }
  typeName(id: number): string {
    return this.bodyOfType(id).name;
  }
  shownTypeName(id: number): string {
    const { isHeapType, module, name } = this.bodyOfType(id);
    return isHeapType || module === 'builtins' ? name : `${module}.${name}`;
  }
  isInstance(id: number, type: number): boolean {
    const own = this.heap.typeOf[id];
    return own === type || this.isSubtype(own, type);
  }
  isSubtype(type: number, base: number): boolean {
    return type === base || this.typeBody(type).mro.includes(base);
  }
  isType(id: number): boolean {
    return this.heap.kind[id] === Kind.TYPE;
  }

  // ---------------------------------------------------------------------------------------------- making objects

  int(value: number | bigint): number {
    if (typeof value === 'bigint') {
      const small = Number(value);
      if (!Number.isSafeInteger(small)) {
        return this.heap.allocAtom(Kind.INT, this.intType, value, bytesOfInt(value));
      }
      value = small;
    }
    if (value >= SMALLEST_CACHED_INT && value <= this.largestCachedInt) {
      const id = this.firstSmallInt + value - SMALLEST_CACHED_INT;
      this.heap.refcount[id]++;
      return id;
    }
    const id = this.heap.allocAtom(Kind.INT, this.intType, value, value < 2 ** 30 && value > -(2 ** 30) ? 28 : 32);
    // Its cell word, known here for nothing, spares the lookup when it is stored.
    this.heap.gcRefs[id] = encodeSmallInt(value);
    return id;
  }
  bool(value: boolean): number {
    return value ? this.true_ : this.false_;
  }
  float(value: number): number {
    return this.heap.allocAtom(Kind.FLOAT, this.floatType, value, 24);
  }
  str(value: string): number {
    if (value.length <= 1) {
      if (value.length === 0) return this.emptyString;
      const code = value.charCodeAt(0);
      if (code < LATIN1) return this.latin1[code];
    }
    return this.heap.allocAtom(Kind.STR, this.strType, value, bytesOfStr(this.profile, value));
  }
  intern(value: string): number {
    let id = this.interned.get(value);
    if (id === undefined) {
      // The table owns one reference for ever.
      id = this.heap.allocAtom(Kind.STR, this.strType, value, bytesOfStr(this.profile, value));
      this.interned.set(value, id);
    }
    this.heap.refcount[id]++;
    return id;
  }
  bytes(value: Uint8Array): number {
    return this.heap.allocAtom(Kind.BYTES, this.type('bytes'), value, 33 + value.length);
  }
  list(items: number[]): number {
    return this.heap.allocTracked(Kind.LIST, this.listType, items, items.length, 56 + 8 * items.length);
  }
  tuple(items: number[]): number {
    if (items.length === 0) return this.emptyTuple;
    return this.heap.allocTracked(Kind.TUPLE, this.tupleType, items, null, this.tupleBytes(items));
  }
  tupleFromArray(items: number[]): number {
    const heap = this.heap;
    if (this.profile.tupleTracking === 'always' || items.some((item) => hasContainerType(heap, item))) {
      return this.tuple(items);
    }
    if (items.length === 0) return this.emptyTuple;
    return heap.alloc(Kind.TUPLE, this.tupleType, items, null, this.tupleBytes(items));
  }
  private tupleBytes(items: readonly number[]): number {
    return this.profile.sizes.tupleBase + 8 * items.length;
  }
  set(items: readonly number[]): number {
    const set = this.call(this.type('set'), []);
    for (const item of items) setAdd(this, set, item);
    return set;
  }
  dict(): number {
    const heap = this.heap;
    const bytes = 64;
    return this.profile.dictTracking === 'always'
      ? heap.allocTracked(Kind.DICT, this.dictType, [], newDictTable(), bytes)
      : heap.alloc(Kind.DICT, this.dictType, [], newDictTable(), bytes);
  }
  function_(name: string, call: NativeCall): number {
    return this.builtinFunction(name, call, null);
  }
  builtinFunction(name: string, call: NativeCall, module: string | null): number {
    const key = module === 'gc' ? `gc.${name}` : name;
    const body: NativeFunction = {
      name,
      qualifiedName: name,
      call: takingTuple(this, key, false, call),
      module,
      isMethod: false,
    };
    return this.object(Kind.BUILTIN, 'builtin_function_or_method', [0], body);
  }
  object(kind: KindNumber, typeName: string, slots: number[] | null, body: unknown): number {
    const type = this.type(typeName);
    const bytes = bytesOfKind(this.profile, kind, slots === null ? 0 : slots.length);
    if (kind >= Kind.LIST) return this.heap.allocTracked(kind, type, slots, body, bytes);
    if (kind > Kind.NOT_IMPLEMENTED) return this.heap.alloc(kind, type, slots, body, bytes);
    return this.heap.allocAtom(kind, type, body, bytes);
  }

  // ---------------------------------------------------------------------------------------------- reading values

  isInt(id: number): boolean {
    const kind = this.heap.kind[id];
    return kind === Kind.INT || kind === Kind.BOOL || kind === Kind.DERIVED_INT;
  }
  isFloat(id: number): boolean {
    const kind = this.heap.kind[id];
    return kind === Kind.FLOAT || kind === Kind.DERIVED_FLOAT;
  }
  isStr(id: number): boolean {
    const kind = this.heap.kind[id];
    return kind === Kind.STR || kind === Kind.DERIVED_STR;
  }
  intValue(id: number): number | bigint {
    const body = this.heap.body[id];
    return typeof body === 'boolean' ? Number(body) : (body as number | bigint);
  }
  floatValue(id: number): number {
    return this.heap.body[id] as number;
  }
  strValue(id: number): string {
    return this.heap.body[id] as string;
  }
  items(id: number): readonly number[] {
    return this.heap.slots[id]!;
  }
  index(id: number): number | bigint {
    return protocols.index(this, id);
  }
  indexNumber(id: number): number {
    const value = protocols.index(this, id);
    if (typeof value === 'number') return value;
    return value > 0n ? 2 ** 53 : -(2 ** 53);
  }

  // ---------------------------------------------------------------------------------------------- dicts

  dictGet(dict: number, key: number): number {
    return dictLookup(this, dict, key);
  }
  dictSet(dict: number, key: number, value: number): void {
    dictStore(this, dict, key, value);
  }
  dictDelete(dict: number, key: number): boolean {
    return dictRemove(this, dict, key);
  }
  dictGetName(dict: number, name: string): number {
    return dictLookupName(this.heap, dict, name);
  }
  dictSetName(dict: number, name: string, value: number): void {
    dictStoreName(this, dict, name, value);
  }
  dictLength(dict: number): number {
    return dictLength(this.heap, dict);
  }
  dictEntries(dict: number): number[] {
    return dictEntries(this.heap, dict);
  }

  // ---------------------------------------------------------------------------------------------- protocols

  repr(id: number): string {
    return protocols.repr(this, id);
  }
  toStr(id: number): string {
    return protocols.toStr(this, id);
  }
  format(id: number, spec: string): string {
    return protocols.format(this, id, spec);
  }
  hash(id: number): number {
    return protocols.hash(this, id);
  }
  truth(id: number): boolean {
    return protocols.truth(this, id);
  }
  equals(left: number, right: number): boolean {
    return left === right || protocols.compareTruth(this, 2, left, right);
  }
  compare(op: Comparison, left: number, right: number): number {
    return protocols.compare(this, op, left, right);
  }
  compareTruth(op: Comparison, left: number, right: number): boolean {
    return protocols.compareTruth(this, op, left, right);
  }
  binary(op: number, left: number, right: number): number {
    return protocols.binary(this, op, left, right);
  }
  length(id: number): number {
    return protocols.length(this, id);
  }
  iterate(id: number): number {
    return protocols.iterate(this, id);
  }
  next(iterator: number): number {
    return protocols.next(this, iterator);
  }
  forEach(iterable: number, each: (item: number) => boolean | void): void {
    protocols.forEach(this, iterable, each);
  }
  collect(iterable: number): number[] {
    return protocols.collect(this, iterable);
  }
  getItem(container: number, key: number): number {
    return protocols.getItem(this, container, key);
  }
  setItem(container: number, key: number, value: number): void {
    protocols.setItem(this, container, key, value);
  }
  contains(container: number, item: number): boolean {
    return protocols.contains(this, container, item);
  }
  getAttribute(id: number, name: string): number {
    return attributes.getAttribute(this, id, name);
  }
  findAttribute(id: number, name: string): number {
    return attributes.findAttribute(this, id, name);
  }
  setAttribute(id: number, name: string, value: number): void {
    attributes.setAttribute(this, id, name, value);
  }
  special(id: number, name: string): number {
    return attributes.lookUp(this, this.heap.typeOf[id], name);
  }
  call(callable: number, args: readonly number[], names: readonly string[] | null = null): number {
    return calls.call(this, callable, args, names);
  }
  callMethod(self: number, name: string, args: readonly number[]): number {
    return calls.callMethod(this, self, name, args);
  }

  // ---------------------------------------------------------------------------------------------- exceptions

  raise(typeName: string, message: string): never {
    exceptions.raise(this, typeName, message);
  }
  raiseObject(exception: number): never {
    exceptions.raiseObject(this, exception);
  }
  catching<T>(typeName: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      if (!this.isInstance(error.exception, this.type(typeName))) throw error;
      this.heap.decref(error.exception);
      return undefined;
    }
  }
  reportUnraisable(error: unknown, place: UnraisablePlace, object: number): void {
    reportUnraisable(this, error, place, object);
  }

  bindArguments(name: string, args: readonly number[], names: readonly string[] | null, spec: ParameterSpec): number[] {
    return bindNativeArguments(this, name, args, names, spec);
  }
  expectArguments(
    name: string,
    args: readonly number[],
    names: readonly string[] | null,
    least: number,
    most: number = least,
  ): void {
    expectArgumentCount(this, name, args, names, least, most);
  }

  // ---------------------------------------------------------------------------------------------- output

  write(text: string): void {
    if (text.length === 0) return;
    this.output.push(text);
    this.outputLength += text.length;
    this.heap.events.one(Ev.OUTPUT, text.length);
  }
  writeError(text: string): void {
    this.errors.push(text);
  }
  /** What was written to stdout since the last call. */
  takeOutput(): string {
    const text = this.output.join('');
    this.output = [];
    return text;
  }
  /** What was written to stderr since the last call. */
  takeErrors(): string {
    const text = this.errors.join('');
    this.errors = [];
    return text;
  }

  // ---------------------------------------------------------------------------------------------- code

  loadCode(code: CodeObject, isLibrary: boolean): LoadedCode {
    return loadCode(this, code, isLibrary);
  }
  /** Tells the journal how many bytes the atoms take, when that has changed. */
  recordAtomBytes(): void {
    const bytes = this.heap.atomBytes;
    if (bytes === this.recordedAtomBytes) return;
    this.heap.events.three(Ev.ATOM_BYTES, 0, bytes, this.recordedAtomBytes);
    this.recordedAtomBytes = bytes;
  }
  /** Calls `visit` with every object that the machine holds outside the heap: value stack, namespaces, what native code works on. */
  forEachRoot(visit: (id: number) => void): void {
    visitRoots(this, visit);
  }
  get frame(): Frame {
    return this.frames[this.depth];
  }
  isHeapType(type: number): boolean {
    return (this.heap.flags[type] & Flag.HEAP_TYPE) !== 0;
  }
}

/** The types of module `builtins` that names refer to; all exceptions are, too. */
const NAMED_TYPES = new Set(
  (
    'bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map object property ' +
    'range reversed set slice staticmethod str super tuple type zip'
  ).split(' '),
);
