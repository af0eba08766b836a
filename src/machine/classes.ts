/**
 * Classes: `class` statements and `type(name, bases, namespace)`.
 * Source: CPython Python/bltinmodule.c (builtin___build_class__), Objects/typeobject.c (type_new, type_call).
 */
import { Flag } from '../heap/heap.ts';
import { Kind, type KindNumber } from '../heap/kinds.ts';
import { lookUp, shareStaticAttributes } from './attributes.ts';
import { runBody } from './calls.ts';
import { functionBody, FunctionSlot } from './functions.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { throughBoundMethod, throughNames } from './argument-tuples.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import type { NativeCall } from './native.ts';
import type { DescriptorBody } from './native-types.ts';
import { bytesOfKind } from './object-sizes.ts';
import { PythonError } from './python-error.ts';
import { copyFunctionAttributes } from './descriptor-types.ts';
import { mostDerivedMetaclass, resolveBases, storeOriginalBases } from './class-bases.ts';
import { initSubclass, setNamesOfDescriptors } from './class-hooks.ts';
import { checkSlots, type OwnSlots, slotsIn } from './class-slots.ts';
import { dictAttribute, memberOf, weakrefAttribute } from './class-descriptors.ts';
import { isOfLibrary, keepOutOfPicture } from './modules/library-object.ts';
import { linearisedBases } from './type-order.ts';
import { TypeBody, TypeSlot } from './type-body.ts';
import { qualifiedTypeName } from './type-names.ts';
import { resolveSlots, setFinalizerFlag } from './type-slots.ts';
import { dictEntries, dictRemoveName } from './types/dict-table.ts';

/** `__build_class__(func, name, *bases, metaclass=None, **keywords)` */
export const buildClass: NativeCall = (machine, args, names) => {
  const m = machine as PythonMachine;
  const heap = m.heap;
  const positional = args.length - (names?.length ?? 0);
  if (positional < 2) m.raise('TypeError', '__build_class__: not enough arguments');
  const [func, name] = args;
  if (heap.kind[func] !== Kind.FUNCTION) m.raise('TypeError', '__build_class__: func must be a function');
  if (!m.isStr(name)) m.raise('TypeError', '__build_class__: name is not a string');
  const given = args.slice(2, positional);
  const keywords: [string, number][] = (names ?? []).map((keyword, i) => [keyword, args[positional + i]]);
  const original = tupleOf(m, given);
  // The bases, once what is no class among them has been replaced.
  let tuple = original;
  let namespace = 0;
  let cell = 0;
  try {
    let bases: readonly number[] = given;
    if (!given.every((base) => m.isType(base))) {
      bases = resolveBases(m, given, original);
      tuple = tupleOf(m, bases);
    }
    const at = keywords.findIndex(([keyword]) => keyword === 'metaclass');
    let metaclass = at < 0 ? (bases.length > 0 ? heap.typeOf[bases[0]] : m.typeType) : keywords[at][1];
    if (at >= 0) keywords.splice(at, 1);
    if (m.isType(metaclass)) metaclass = mostDerivedMetaclass(m, metaclass, bases);
    namespace = prepare(m, metaclass, name, tuple, keywords);
    const { code } = functionBody(m, func);
    cell = runBody(m, func, code, heap.slots[func]![FunctionSlot.GLOBALS], namespace);
    if (m.profile.versionInfo[1] >= 13) storeStaticAttributes(m, namespace, code);
    if (tuple !== original) storeOriginalBases(m, namespace, original);
    const values = [name, tuple, namespace, ...keywords.map(([, value]) => value)];
    const remaining = keywords.map(([keyword]) => keyword);
    const call = (): number =>
      throughNames(m, remaining, () => m.call(metaclass, values, remaining.length === 0 ? null : remaining));
    // Keywords lie in a dict, from which `metaclass` has been taken.
    const result = positional === args.length ? call() : withHiddenContainer(m, Kind.DICT, null, call);
    if (m.profile.sharesStaticAttributes && m.isType(result)) {
      shareStaticAttributes(m, result, code.code.staticAttributes);
    }
    if (heap.kind[cell] === Kind.CELL && m.isType(result) && heap.slots[cell]![0] === 0) {
      heap.incref(result);
      heap.setSlot(cell, 0, result);
    }
    return result;
  } finally {
    if (cell !== 0) heap.decref(cell);
    if (namespace !== 0) heap.decref(namespace);
    heap.decref(tuple);
    if (tuple !== original) heap.decref(original);
  }
};

/** A tuple of borrowed values. */
function tupleOf(m: PythonMachine, values: readonly number[]): number {
  if (values.length === 0) return m.emptyTuple;
  for (const value of values) m.heap.incref(value);
  return m.tupleFromArray([...values]);
}

/** The names that methods store in `self`: a constant of the body. Sorted, as since 3.14; before, in the order of a set. */
function storeStaticAttributes(m: PythonMachine, namespace: number, code: LoadedCode): void {
  if (code.staticAttributes === 0) {
    const wasFrozen = m.heap.frozen;
    m.heap.frozen = true;
    const tuple = m.tupleFromArray(code.code.staticAttributes.map((name) => m.intern(name)));
    m.heap.frozen = wasFrozen;
    keepOutOfPicture(m, tuple);
    code.staticAttributes = tuple;
  }
  const key = m.intern('__static_attributes__');
  m.setItem(namespace, key, code.staticAttributes);
  m.heap.decref(key);
}

function prepare(
  m: PythonMachine,
  metaclass: number,
  name: number,
  bases: number,
  keywords: readonly [string, number][],
): number {
  if (metaclass === m.typeType) return throughBoundMethod(m, metaclass, () => m.dict());
  const method = m.findAttribute(metaclass, '__prepare__');
  if (method === 0) return m.dict();
  try {
    return m.call(
      method,
      [name, bases, ...keywords.map(([, value]) => value)],
      keywords.length === 0 ? null : keywords.map(([keyword]) => keyword),
    );
  } finally {
    m.heap.decref(method);
  }
}

/** type.__new__(metaclass, name, bases, namespace, **keywords) */
export function newClass(
  m: PythonMachine,
  metaclass: number,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const heap = m.heap;
  const positional = args.length - (names === null ? 0 : names.length);
  if (positional !== 3) {
    if (metaclass !== m.typeType) {
      m.raise('TypeError', `type.__new__() takes exactly 3 arguments (${positional} given)`);
    }
    m.raise('TypeError', positional === 1 ? 'type() takes no keyword arguments' : 'type() takes 1 or 3 arguments');
  }
  const [nameObject, givenBases, namespace] = args;
  requireClassArgument(m, 1, nameObject, 'str');
  requireClassArgument(m, 2, givenBases, 'tuple');
  requireClassArgument(m, 3, namespace, 'dict');
  const bases = m.items(givenBases).length === 0 ? [m.objectType] : [...m.items(givenBases)];
  const meta = mostDerivedMetaclass(m, metaclass, bases);
  // A base's metaclass that makes its classes itself is asked (type_new_get_bases).
  const maker = meta === metaclass ? 0 : lookUp(m, meta, '__new__');
  if (maker !== 0 && maker !== lookUp(m, m.typeType, '__new__')) {
    const making = m.findAttribute(meta, '__new__');
    try {
      return m.call(making, [meta, ...args], names);
    } finally {
      heap.decref(making);
    }
  }
  const base = bestBase(m, bases);
  const baseBody = m.typeBody(base);
  if (m.strValue(nameObject).includes('\0')) m.raise('ValueError', 'type name must not contain null characters');
  const order = linearisedBases(m, bases);

  const body = new TypeBody(
    m.strValue(nameObject),
    '',
    baseBody.kind === Kind.OBJECT ? Kind.INSTANCE : baseBody.kind,
    true,
    null,
  );
  // In this order the collector finds them: bases, dict, class, MRO.
  let basesTuple = givenBases;
  if (m.items(givenBases).length === 0) {
    heap.incref(m.objectType);
    basesTuple = m.tupleFromArray([m.objectType]);
  } else heap.incref(givenBases);
  const dict = copyOf(m, namespace);
  const ownSlots = slotsIn(m, body.name, dict);
  heap.incref(base);
  const type = heap.alloc(Kind.TYPE, meta, [dict, 0, basesTuple, base], body, m.profile.sizes.type);
  heap.flags[type] |= Flag.HEAP_TYPE;
  m.heapTypes.set(type, body);
  body.base = base;
  body.mro = [type, ...order];
  heap.track(type);
  for (const id of body.mro) heap.incref(id);
  const makeOrder = (): number => m.tupleFromArray([...body.mro]);
  // With several bases mro_implementation merges into a list first.
  const mro = bases.length === 1 ? makeOrder() : withHiddenContainer(m, Kind.LIST, null, makeOrder);
  heap.setSlot(type, TypeSlot.MRO, mro);

  setNames(m, body, dict);
  layOut(m, type, body, baseBody, bases, dict, ownSlots);
  wrapSpecialMethods(m, dict);
  if (m.dictGetName(dict, '__eq__') !== 0 && m.dictGetName(dict, '__hash__') === 0) {
    m.dictSetName(dict, '__hash__', m.none);
  }
  body.version = ++m.lastTypeVersion;
  body.slots = resolveSlots(m, body.mro);
  setFinalizerFlag(m, type);
  for (const each of bases) register(m, each, type);

  const classCell = m.dictGetName(dict, '__classcell__');
  if (classCell !== 0) {
    heap.incref(type);
    heap.replaceSlot(classCell, 0, type);
    dictRemoveName(heap, dict, '__classcell__');
  }
  const namespaceCell = m.dictGetName(dict, '__classdictcell__');
  if (namespaceCell !== 0 && heap.kind[namespaceCell] === Kind.CELL) {
    heap.incref(dict);
    heap.replaceSlot(namespaceCell, 0, dict);
    dictRemoveName(heap, dict, '__classdictcell__');
  }
  try {
    const toDescriptors = (): void => setNamesOfDescriptors(m, type, dict);
    withHiddenContainer(m, Kind.DICT, null, toDescriptors);
    // type_new_init_subclass asks super(type, type).
    withHiddenContainer(m, Kind.SUPER, null, () => initSubclass(m, type, args.slice(3), names));
  } catch (error) {
    if (error instanceof PythonError) heap.decref(type);
    throw error;
  }
  return type;
}

function requireClassArgument(m: PythonMachine, number: number, given: number, typeName: string): void {
  if (m.isInstance(given, m.type(typeName))) return;
  const wanted = typeName === 'dict' && m.profile.versionInfo[1] >= 15 ? 'dict or frozendict' : typeName;
  m.raise('TypeError', `type.__new__() argument ${number} must be ${wanted}, not ${m.typeName(given)}`);
}

function copyOf(m: PythonMachine, namespace: number): number {
  const dict = m.dict();
  const entries = dictEntries(m.heap, namespace);
  for (let i = 0; i < entries.length; i += 2) m.dictSet(dict, entries[i], entries[i + 1]);
  return dict;
}

/** The base whose layout the class takes over. Source: best_base. */
function bestBase(m: PythonMachine, bases: readonly number[]): number {
  let best = 0;
  let winner = 0;
  for (const base of bases) {
    if (!m.isType(base)) {
      const entries = m.findAttribute(base, '__mro_entries__');
      if (entries === 0) m.raise('TypeError', 'bases must be types');
      m.heap.decref(entries);
      m.raise('TypeError', "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    const body = m.typeBody(base);
    if (!body.isHeapType && !body.canBeBase) {
      m.raise('TypeError', `type '${qualifiedTypeName(m, base)}' is not an acceptable base type`);
    }
    const candidate = solidBase(m, base);
    if (winner !== 0 && m.isSubtype(winner, candidate)) continue;
    if (winner !== 0 && !m.isSubtype(candidate, winner)) {
      m.raise('TypeError', 'multiple bases have instance lay-out conflict');
    }
    winner = candidate;
    best = base;
  }
  return best;
}

/** The nearest class on the way to object that has given instances their layout: a native one, or one with `__slots__`. */
function solidBase(m: PythonMachine, type: number): number {
  const body = m.typeBody(type);
  if (body.base === 0) return type;
  const base = m.typeBody(body.base);
  const isPlain = body.kind === Kind.INSTANCE || body.kind === Kind.OBJECT;
  const addsLayout = (body.kind !== base.kind && !isPlain) || body.slotNames.length > base.slotNames.length;
  return addsLayout ? type : solidBase(m, body.base);
}

function setNames(m: PythonMachine, body: TypeBody, dict: number): void {
  const qualified = m.dictGetName(dict, '__qualname__');
  if (qualified !== 0) {
    body.qualifiedName = m.strValue(qualified);
    dictRemoveName(m.heap, dict, '__qualname__');
  }
  const module = m.dictGetName(dict, '__module__');
  if (module === 0) {
    const globals = m.frames[m.depth].globals;
    const name = globals === 0 ? 0 : m.dictGetName(globals, '__name__');
    if (name !== 0) m.dictSetName(dict, '__module__', name);
    body.module = name !== 0 && m.isStr(name) ? m.strValue(name) : 'builtins';
  } else body.module = m.isStr(module) ? m.strValue(module) : 'builtins';
}

/** Decides what instances consist of: `__slots__`, inline values, `__dict__`, weak references. */
function layOut(
  m: PythonMachine,
  type: number,
  body: TypeBody,
  base: TypeBody,
  bases: readonly number[],
  dict: number,
  ownSlots: OwnSlots | null,
): void {
  const heap = m.heap;
  // Secondary bases count with `__slots__` only: without, the class adds what its layout's base has not.
  const consulted = ownSlots === null ? [base] : bases.map((each) => m.typeBody(each));
  // A metaclass's instances are classes, which have a __dict__ that is `type`'s own affair.
  const inheritsDict = consulted.some((each) => each.hasDict || each.kind === Kind.TYPE);
  const inheritsWeak = consulted.some((each) => each.weaklyReferenceable);
  const descriptors: [string, DescriptorBody][] = [];
  body.slotNames = base.slotNames;
  body.canBeBase = true;
  const plainBytes = base.kind === Kind.OBJECT || base.kind === Kind.INSTANCE;
  if (ownSlots === null) {
    body.hasDict = true;
    body.weaklyReferenceable = inheritsWeak || !hasItemsInside(base.kind);
    if (!inheritsDict) descriptors.push(['__dict__', dictAttribute(body.name)]);
    if (!inheritsWeak && body.weaklyReferenceable) descriptors.push(['__weakref__', weakrefAttribute(body.name)]);
  } else {
    const { names, own } = ownSlots;
    checkSlots(m, base, names, inheritsDict);
    body.hasDict = inheritsDict || names.includes('__dict__');
    body.weaklyReferenceable = inheritsWeak || names.includes('__weakref__');
    const members = own.map((name, i): [string, DescriptorBody] => [
      name,
      memberOf(body, name, base.slotNames.length + i),
    ]);
    if (m.profile.classDescriptors) descriptors.push(...members);
    if (names.includes('__dict__')) descriptors.push(['__dict__', dictAttribute(body.name)]);
    if (names.includes('__weakref__')) descriptors.push(['__weakref__', weakrefAttribute(body.name)]);
    if (!m.profile.classDescriptors) descriptors.push(...members);
    body.slotNames = [...base.slotNames, ...own];
    body.slotTuple = ownSlots.tuple;
    if (body.slotTuple !== 0) keepOutOfPicture(m, body.slotTuple);
  }
  const added = {
    dict: body.hasDict && !base.hasDict && base.kind !== Kind.TYPE,
    weak: body.weaklyReferenceable && !base.weaklyReferenceable,
  };
  // gh-115776: any class whose instances have one size.
  const gainsValues = added.dict && m.profile.versionInfo[1] >= 14 && !plainBytes && !hasItemsInside(base.kind);
  body.hasInlineValues = base.hasInlineValues || gainsValues;
  const slotBytes = 8 * (body.slotNames.length - base.slotNames.length);
  body.addedBytes = base.addedBytes + slotBytes + dictAndWeakBytes(m, base, added);
  const isInFront =
    m.profile.versionInfo[1] >= 12 ? added.dict || added.weak : added.dict && !hasItemsInside(base.kind);
  body.preHeaderBytes = isInFront ? 16 : base.preHeaderBytes;
  body.instanceBytes = plainBytes ? 32 + body.addedBytes : base.instanceBytes + body.addedBytes - base.addedBytes;
  // In 3.13 values lie in instances that have nothing else in them.
  if (m.profile.versionInfo[1] === 13 && plainBytes && body.slotNames.length > 0) body.keyBudget = 0;
  body.sharesKeys = base.sharesKeys || (added.dict && !(m.profile.versionInfo[1] < 12 && hasItemsInside(base.kind)));
  if (!body.sharesKeys) heap.resize(type, m.profile.sizes.plainType);
  for (const [name, descriptor] of descriptors) {
    const common = m.profile.classDescriptors ? undefined : m.commonDescriptors.get(name);
    if (common !== undefined && !descriptor.isMember) {
      m.dictSetName(dict, name, common);
      continue;
    }
    heap.incref(type);
    const kind = descriptor.isMember ? 'member_descriptor' : 'getset_descriptor';
    const object = m.object(Kind.DESCRIPTOR, kind, [type], descriptor);
    m.dictSetName(dict, name, object);
    heap.decref(object);
  }
  if (m.dictGetName(dict, '__doc__') === 0) m.dictSetName(dict, '__doc__', m.none);
  if (body.instanceBytes === 0) body.instanceBytes = bytesOfKind(m.profile, body.kind, 0);
}

/**
 * Since 3.12 both lie in front of the object, in two words; before, the dict had two (one behind values that lie inside), and
 * the weak references a field of their own.
 */
function dictAndWeakBytes(m: PythonMachine, base: TypeBody, added: { dict: boolean; weak: boolean }): number {
  if (m.profile.versionInfo[1] >= 12) {
    const hasRoom = base.isHeapType && base.addedBytes > 8 * base.slotNames.length;
    return (added.dict || added.weak) && !hasRoom ? 16 : 0;
  }
  return (added.dict ? (hasItemsInside(base.kind) ? 8 : 16) : 0) + (added.weak ? 8 : 0);
}

/** tp_itemsize is not 0: values lie inside the object, where weak references have no place. */
function hasItemsInside(kind: KindNumber): boolean {
  return kind === Kind.TUPLE || kind === Kind.INT || kind === Kind.BYTES;
}

/** `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods, without being asked. */
function wrapSpecialMethods(m: PythonMachine, dict: number): void {
  const wrap = (name: string, kind: KindNumber, typeName: string): void => {
    const method = m.dictGetName(dict, name);
    if (method === 0 || m.heap.kind[method] !== Kind.FUNCTION) return;
    m.heap.incref(method);
    const wrapped = m.object(kind, typeName, [method], null);
    if (m.profile.versionInfo[1] >= 15) copyFunctionAttributes(m, wrapped, method);
    m.dictSetName(dict, name, wrapped);
    m.heap.decref(wrapped);
  };
  wrap('__new__', Kind.STATICMETHOD, 'staticmethod');
  wrap('__init_subclass__', Kind.CLASSMETHOD, 'classmethod');
  wrap('__class_getitem__', Kind.CLASSMETHOD, 'classmethod');
}

/** The base remembers the new class by a weak reference (add_subclass). */
function register(m: PythonMachine, base: number, type: number): void {
  const heap = m.heap;
  const body = m.typeBody(base);
  body.subclasses.push(type);
  const reference = referenceTo(m, type);
  if (body.registry === 0) keepOutOfPicture(m, (body.registry = m.dict()));
  const key = m.int(type);
  m.dictSet(body.registry, key, reference);
  heap.decref(key);
  heap.decref(reference);
  // A class of the library has it for as long as any interpreter runs.
  if (isOfLibrary(m, base)) heap.untrack(body.registry);
}

/** The reference without callback that the class has already, through another base, or a new one. */
function referenceTo(m: PythonMachine, type: number): number {
  const { heap } = m;
  const known = heap.weakReferences.get(type)?.[0];
  if (known !== undefined) {
    heap.incref(known);
    return known;
  }
  const reference = m.object(Kind.WEAKREF, 'weakref.ReferenceType', [0], { hash: null });
  keepOutOfPicture(m, reference);
  heap.weaken(reference, type);
  return reference;
}
