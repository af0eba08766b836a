/**
 * Built-in types: made from their declarations before the program begins, and never changed.
 * Source of the meaning: CPython Objects/typeobject.c (type_ready, add_operators).
 */
import { Flag } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { BinaryOp } from '../program/instructions.ts';
import { takingTuple, typeTakesTuple } from './argument-tuples.ts';
import type { PythonMachine } from './machine.ts';
import type { Machine, NativeCall, NativeFunction, NativeProperty, TypeDeclaration, TypeSlots } from './native.ts';
import { bytesOfException, bytesOfKind } from './object-sizes.ts';
import { methodsOfSlots } from './slot-methods.ts';
import { TypeBody, TypeSlot } from './type-body.ts';
import { resolveSlots } from './type-slots.ts';
import { oneArgument } from './types/call-arguments.ts';
import { unhashable } from './types/unhashable.ts';

/** What stands behind a getset or member descriptor. */
export interface DescriptorBody {
  readonly name: string;
  readonly property: NativeProperty;
  /** Name of the type it belongs to. */
  readonly owner: string;
  readonly isMember: boolean;
}

/** The id of a built-in type that may be declared later; other types need it before. */
export function reserveType(m: PythonMachine, name: string): number {
  const known = m.typeIds.get(name);
  if (known !== undefined) return known;
  const type = m.typeIds.get('type') ?? 0;
  const id = m.heap.alloc(Kind.TYPE, type, [0, 0, 0, 0], null, 0);
  if (type === 0) m.heap.typeOf[id] = id;
  m.heap.makeImmortal(id);
  m.typeIds.set(name, id);
  return id;
}

export function declareType(m: PythonMachine, declaration: TypeDeclaration): number {
  const heap = m.heap;
  const module = declaration.module ?? 'builtins';
  const key = module === 'builtins' ? declaration.name : `${module}.${declaration.name}`;
  const id = reserveType(m, key);
  // A type that the core needs early may be declared once more by its module.
  if (heap.body[id] !== null) return id;
  if (key !== declaration.name && !m.typeIds.has(declaration.name)) m.typeIds.set(declaration.name, id);
  const { renamed } = declaration;
  const shown =
    renamed !== undefined && m.profile.versionInfo[1] >= renamed.since ? renamed : { ...declaration, module };
  const body = new TypeBody(shown.name, shown.module, declaration.kind, false, declaration.slots ?? {});
  heap.body[id] = body;
  m.typesByKind[declaration.kind] ??= id;
  const base = key === 'object' ? 0 : m.type(declaration.base ?? 'object');
  const baseBody = base === 0 ? null : m.typeBody(base);
  if (baseBody === null && base !== 0) throw new Error(`type ${key} is declared before its base ${declaration.base}`);
  body.base = base;
  body.mro = baseBody === null ? [id] : [id, ...baseBody.mro];
  body.canBeBase = declaration.canBeBase ?? false;
  body.weaklyReferenceable = declaration.weaklyReferenceable ?? baseBody?.weaklyReferenceable ?? false;
  // Modules, functions and exceptions have a __dict__; it lies beside their slots (heap.dictOf).
  body.hasDict = declaration.hasDict ?? (KINDS_WITH_DICT.has(declaration.kind) || (baseBody?.hasDict ?? false));
  body.takesTuple = typeTakesTuple(m, declaration.name);
  body.doc = declaration.doc ?? null;
  body.instanceBytes =
    declaration.kind === Kind.EXCEPTION && baseBody !== null && baseBody.kind === Kind.EXCEPTION
      ? bytesOfException(m.profile, declaration.name, baseBody.instanceBytes)
      : bytesOfKind(m.profile, declaration.kind, 0);
  body.version = ++m.lastTypeVersion;

  heap.setSlot(id, TypeSlot.MRO, immortalTuple(m, [...body.mro]));
  heap.setSlot(id, TypeSlot.BASES, immortalTuple(m, base === 0 ? [] : [base]));
  heap.setSlot(id, TypeSlot.BASE, base);
  const dict = m.dict();
  heap.setSlot(id, TypeSlot.DICT, dict);
  heap.untrack(dict);
  if (hasLibrarySubclasses(m, declaration.name)) {
    body.keepsRegistry = true;
    body.registry = m.dict();
    heap.untrack(body.registry);
  }
  fillDict(m, id, dict, body, declaration);
  heap.untrack(dict);
  body.slots = resolveSlots(m, body.mro);
  body.lookups.clear();
  heap.size[id] = isHeapTypeOfModule(m, module, declaration.name)
    ? m.profile.sizes.plainType
    : m.profile.sizes.staticType;
  return id;
}

/** Built-in types of which the modules that any interpreter loads derive classes; others get a registry with the first one. */
const BASES_OF_LIBRARY_CLASSES = new Set(
  (
    'object type int str tuple list dict property staticmethod classmethod BaseException BaseExceptionGroup Exception ' +
    'ArithmeticError EOFError ImportError LookupError NameError OSError ConnectionError RuntimeError SyntaxError ' +
    'IndentationError SystemError UnicodeError ValueError Warning ReferenceType'
  ).split(' '),
);
const BASES_SINCE_3_14 = new Set(['AttributeError', 'NotImplementedError', 'TypeError']);

function hasLibrarySubclasses(m: PythonMachine, name: string): boolean {
  return BASES_OF_LIBRARY_CLASSES.has(name) || (m.profile.versionInfo[1] >= 14 && BASES_SINCE_3_14.has(name));
}

/** Types of native modules that lie on the heap as classes do. */
function isHeapTypeOfModule(m: PythonMachine, module: string, name: string): boolean {
  if (module === 'functools') return true;
  return m.profile.versionInfo[1] >= 12 && (module === 'itertools' || name === 'deque' || name === 'defaultdict');
}

const KINDS_WITH_DICT = new Set<number>([
  Kind.FUNCTION,
  Kind.MODULE,
  Kind.EXCEPTION,
  Kind.PARTIAL,
  Kind.STATICMETHOD,
  Kind.CLASSMETHOD,
]);

/** What CPython's types have a plain method for besides the slot (METH_COEXIST): it takes no tuples. */
const PLAIN_METHODS = new Set([
  'list.__getitem__',
  'dict.__getitem__',
  'dict.__contains__',
  'set.__contains__',
  'frozenset.__contains__',
]);

function fillDict(m: PythonMachine, id: number, dict: number, body: TypeBody, declaration: TypeDeclaration): void {
  const put = (name: string, value: number): void => {
    m.heap.untrack(value);
    m.dictSetName(dict, name, value);
    m.heap.decref(value);
  };
  const slots = declaration.slots ?? {};
  const methods = { ...declaration.methods };
  for (const [since, added] of Object.entries(declaration.methodsSince ?? {})) {
    if (m.profile.versionInfo[1] >= Number(since)) Object.assign(methods, added);
  }
  const heapDoc = declaration.doc === undefined ? m.none : m.str(declaration.doc);
  for (const [name, call] of Object.entries(methodsOfSlots(slots, operatorsOf(declaration, slots)))) {
    if (!Object.hasOwn(methods, name)) put(name, method(m, id, body, name, call, true));
  }
  for (const [name, call] of Object.entries(methods)) put(name, method(m, id, body, name, call, false));
  for (const [name, call] of Object.entries(declaration.staticMethods ?? {})) {
    put(name, staticFunction(m, body, name, call));
  }
  if (slots.create !== undefined) {
    const create = slots.create;
    const call: NativeCall = (machine, args, names) =>
      create(machine, requireType(m, args, body), args.slice(1), names);
    put('__new__', staticFunction(m, body, '__new__', call));
  }
  for (const [name, call] of Object.entries(declaration.classMethods ?? {})) {
    const native = method(m, id, body, name, call, false);
    put(name, m.object(Kind.CLASSMETHOD, 'classmethod_descriptor', [native], null));
  }
  for (const [name, property] of Object.entries(declaration.properties ?? {})) {
    if (property.since !== undefined && property.since > m.profile.versionInfo[1]) continue;
    const descriptor: DescriptorBody = { name, property, owner: body.name, isMember: false };
    put(name, m.object(Kind.DESCRIPTOR, 'getset_descriptor', [0], descriptor));
  }
  const hasNoHash = slots.hash === undefined && slots.compare !== undefined && declaration.name !== 'object';
  if (hasNoHash || slots.hash === unhashable) {
    m.dictSetName(dict, '__hash__', m.none);
  }
  // Functions and types have a docstring each.
  if (declaration.properties?.__doc__ === undefined) m.dictSetName(dict, '__doc__', heapDoc);
}

/** Complains as CPython's tp_new_wrapper when `list.__new__` and the like are called with something else than a type. */
function requireType(m: PythonMachine, args: readonly number[], body: TypeBody): number {
  if (args.length === 0) m.raise('TypeError', `${body.name}.__new__(): not enough arguments`);
  if (!m.isType(args[0])) {
    m.raise('TypeError', `${body.name}.__new__(X): X is not a type object (${m.typeName(args[0])})`);
  }
  const given = m.typeBody(args[0]);
  if (given === body) return args[0];
  const call = `${body.name}.__new__(${given.name})`;
  const builtIn = given.mro.map((id) => m.typeBody(id)).filter((each) => !each.isHeapType);
  if (!builtIn.includes(body)) m.raise('TypeError', `${call}: ${given.name} is not a subtype of ${body.name}`);
  if (builtIn[0].slots.create !== body.slots.create) {
    m.raise('TypeError', `${call} is not safe, use ${builtIn[0].name}.__new__()`);
  }
  return args[0];
}

function method(
  m: PythonMachine,
  type: number,
  body: TypeBody,
  name: string,
  call: NativeCall,
  isSlot: boolean,
): number {
  const native: NativeFunction = {
    name,
    qualifiedName: `${body.name}.${name}`,
    call: takingTuple(m, `${body.name}.${name}`, true, checkingSelf(type, body, name, call, isSlot)),
    module: null,
    isMethod: true,
    isSlotWrapper: isSlot && !PLAIN_METHODS.has(`${body.name}.${name}`),
  };
  return m.object(Kind.BUILTIN, isSlot ? 'wrapper_descriptor' : 'method_descriptor', [0], native);
}

/** `str.upper(5)` must be a TypeError: native methods trust their self. */
function checkingSelf(type: number, body: TypeBody, name: string, call: NativeCall, isSlot: boolean): NativeCall {
  const qualified = `${body.name}.${name}`;
  const isPlain = PLAIN_METHODS.has(qualified);
  const complainAboutNone: (m: Machine) => never = (m) =>
    m.raise(
      'TypeError',
      isSlot && !isPlain
        ? `descriptor '${name}' of '${body.name}' object needs an argument`
        : `unbound method ${qualified}() needs an argument`,
    );
  if (body.name === 'object') {
    return (m, args, names) => (args.length === 0 ? complainAboutNone(m) : call(m, args, names));
  }
  return (m, args, names) => {
    if (args.length === 0) complainAboutNone(m);
    if (isPlain) oneArgument(m, qualified, args, names);
    const isClass = m.isType(args[0]) && m.isSubtype(args[0], type); // a class method's
    if (m.heap.typeOf[args[0]] !== type && !isClass && !m.isInstance(args[0], type)) {
      const shown = m.shownTypeName(args[0]);
      m.raise(
        'TypeError',
        isSlot && !isPlain
          ? `descriptor '${name}' requires a '${body.name}' object but received a '${shown}'`
          : `descriptor '${name}' for '${body.name}' objects doesn't apply to a '${shown}' object`,
      );
    }
    return call(m, args, names);
  };
}

function staticFunction(m: PythonMachine, body: TypeBody, name: string, call: NativeCall): number {
  const native: NativeFunction = {
    name,
    qualifiedName: `${body.name}.${name}`,
    call: takingTuple(m, `${body.name}.${name}`, false, call),
    module: null,
    isMethod: false,
    isStatic: true,
  };
  return m.object(Kind.BUILTIN, 'builtin_function_or_method', [0], native);
}

function immortalTuple(m: PythonMachine, items: number[]): number {
  if (items.length === 0) return m.emptyTuple;
  const bytes = bytesOfKind(m.profile, Kind.TUPLE, items.length);
  const id = m.heap.alloc(Kind.TUPLE, m.tupleType, items, null, bytes);
  m.heap.makeImmortal(id);
  m.heap.flags[id] &= ~Flag.TRACKED;
  return id;
}

const ARITHMETIC = Object.values(BinaryOp);
const SEQUENCE = [BinaryOp.ADD, BinaryOp.MULTIPLY];
const SET_OPERATORS = [BinaryOp.SUBTRACT, BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR];

/** Which operators a type that has the slot `binary` answers: those whose methods CPython's type has. */
function operatorsOf(declaration: TypeDeclaration, slots: TypeSlots): readonly number[] {
  if (slots.binary === undefined) return [];
  switch (declaration.kind) {
    case Kind.INT:
    case Kind.BOOL:
      return ARITHMETIC.filter((op) => op !== BinaryOp.MATRIX_MULTIPLY);
    case Kind.FLOAT:
    case Kind.COMPLEX:
      return [
        BinaryOp.ADD,
        BinaryOp.SUBTRACT,
        BinaryOp.MULTIPLY,
        BinaryOp.TRUE_DIVIDE,
        BinaryOp.FLOOR_DIVIDE,
        BinaryOp.REMAINDER,
        BinaryOp.POWER,
      ];
    case Kind.STR:
    case Kind.BYTES:
    case Kind.BYTEARRAY:
      return [...SEQUENCE, BinaryOp.REMAINDER];
    case Kind.SET:
    case Kind.FROZENSET:
      return SET_OPERATORS;
    case Kind.DICT:
      return [BinaryOp.OR];
    case Kind.TYPE:
    case Kind.RECORD:
      return [BinaryOp.OR];
    default:
      return SEQUENCE;
  }
}
