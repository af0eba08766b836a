/**
 * Attributes: lookup along the MRO, descriptors, instances with inline values, materialised `__dict__`.
 * Source: CPython Objects/object.c (_PyObject_GenericGetAttrWithDict), Objects/typeobject.c (type_getattro,
 * type_setattro), Objects/dictobject.c (_PyObject_StoreInstanceAttribute, _PyObject_MaterializeManagedDict).
 */
import { Flag } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';
import { PythonError } from './python-error.ts';
import { raiseAttributeError } from './raising.ts';
import { SHARED_KEYS, type TypeBody, TypeSlot } from './type-body.ts';
import { typeChanged } from './type-slots.ts';
import { dictLookupName, dictRemoveName, dictShareKeys, dictTable, materialiseValues } from './types/dict-table.ts';

/** What an INSTANCE object remembers about its inline values; null while there is nothing to remember. */
export interface InstanceBody {
  /** Slots in the order in which this instance got them, where that is not their own order. */
  order: number[] | null;
}

/** An attribute found along the MRO of `type`, borrowed; 0 = none. */
export function lookUp(m: PythonMachine, type: number, name: string): number {
  const body = m.typeBody(type);
  const known = body.lookups.get(name);
  if (known !== undefined) return known;
  let found = 0;
  for (const base of body.mro) {
    const slots = m.heap.slots[base];
    if (slots === null || slots.length === 0 || slots[TypeSlot.DICT] === 0) continue;
    found = dictLookupName(m.heap, slots[TypeSlot.DICT], name);
    if (found !== 0) break;
  }
  body.lookups.set(name, found);
  return found;
}

export function getAttribute(m: PythonMachine, id: number, name: string): number {
  const custom = m.bodyOfType(id).slots.getAttribute;
  return custom === undefined ? genericGetAttribute(m, id, name) : custom(m, id, name);
}

/** 0 instead of an AttributeError. */
export function findAttribute(m: PythonMachine, id: number, name: string): number {
  const custom = m.bodyOfType(id).slots.getAttribute;
  try {
    // Without making an exception where that can be told beforehand.
    if (custom === undefined) return genericFind(m, id, name);
    return custom === typeGetAttribute ? typeFind(m, id, name) : custom(m, id, name);
  } catch (error) {
    if (!(error instanceof PythonError) || !m.isInstance(error.exception, m.type('AttributeError'))) throw error;
    m.heap.decref(error.exception);
    return 0;
  }
}

export function setAttribute(m: PythonMachine, id: number, name: string, value: number): void {
  const custom = m.bodyOfType(id).slots.setAttribute;
  if (custom === undefined) genericSetAttribute(m, id, name, value);
  else custom(m, id, name, value);
}

export function genericGetAttribute(m: PythonMachine, id: number, name: string): number {
  const found = genericFind(m, id, name);
  if (found !== 0) return found;
  raiseAttributeError(m, id, name, `'${m.shownTypeName(id)}' object has no attribute '${name}'`);
}

function genericFind(m: PythonMachine, id: number, name: string): number {
  const type = m.heap.typeOf[id];
  const descriptor = lookUp(m, type, name);
  if (descriptor !== 0 && isDataDescriptor(m, descriptor)) return bind(m, descriptor, id, type);
  const value = instanceAttribute(m, id, name);
  if (value !== 0) {
    m.heap.incref(value);
    return value;
  }
  if (descriptor !== 0) return bind(m, descriptor, id, type);
  if (name === '__dict__' && m.typeBody(type).hasDict) {
    const dict = dictOfInstance(m, id);
    m.heap.incref(dict);
    return dict;
  }
  return 0;
}

export function isDataDescriptor(m: PythonMachine, id: number): boolean {
  return m.bodyOfType(id).slots.descriptorSet !== undefined;
}

/** `attribute.__get__(instance, owner)`, or the attribute itself; owned. `instance` is 0 for a lookup on the class. */
export function bind(m: PythonMachine, attribute: number, instance: number, owner: number): number {
  const heap = m.heap;
  switch (heap.kind[attribute]) {
    case Kind.FUNCTION:
      if (instance !== 0) return makeMethod(m, attribute, instance);
      break;
    case Kind.BUILTIN:
      if (instance !== 0 && (heap.body[attribute] as NativeFunction).isMethod && heap.slots[attribute]![0] === 0) {
        return boundBuiltin(m, attribute, instance);
      }
      break;
    default: {
      const get = m.bodyOfType(attribute).slots.descriptorGet;
      if (get !== undefined) return get(m, attribute, instance, owner);
    }
  }
  heap.incref(attribute);
  return attribute;
}

export function makeMethod(m: PythonMachine, func: number, self: number): number {
  m.heap.incref(func);
  m.heap.incref(self);
  return m.heap.allocTracked(Kind.METHOD, m.typeOfKind(Kind.METHOD), [func, self], null, 64);
}

const METHOD_WRAPPER_BYTES = 48;

function boundBuiltin(m: PythonMachine, method: number, self: number): number {
  m.heap.incref(self);
  const isSlot = m.typeName(method) === 'wrapper_descriptor';
  const type = isSlot ? 'method-wrapper' : 'builtin_function_or_method';
  const bound = m.object(Kind.BUILTIN, type, [self], m.heap.body[method]);
  if (isSlot) m.heap.resize(bound, METHOD_WRAPPER_BYTES);
  return bound;
}

// ------------------------------------------------------------------------------------------------ instances

/** The value in the instance itself, borrowed, or 0. */
export function instanceAttribute(m: PythonMachine, id: number, name: string): number {
  const heap = m.heap;
  if (heap.flags[id] & Flag.HAS_DICT) return dictLookupName(heap, heap.dictOf.get(id)!, name);
  if (heap.kind[id] !== Kind.INSTANCE) return 0;
  const body = m.bodyOfType(id);
  const index = body.sharedIndex.get(name);
  if (index === undefined) return 0;
  return heap.values.get(id, body.slotNames.length + index);
}

export function genericSetAttribute(m: PythonMachine, id: number, name: string, value: number): void {
  const type = m.heap.typeOf[id];
  const descriptor = lookUp(m, type, name);
  if (descriptor !== 0) {
    const set = m.bodyOfType(descriptor).slots.descriptorSet;
    if (set !== undefined) {
      set(m, descriptor, id, value);
      return;
    }
  }
  const body = m.typeBody(type);
  if (!body.hasDict) {
    if (descriptor !== 0) {
      raiseAttributeError(m, id, name, `'${body.name}' object attribute '${name}' is read-only`);
    }
    const hint = m.profile.versionInfo[1] >= 13 ? ' and no __dict__ for setting new attributes' : '';
    raiseAttributeError(m, id, name, `'${m.shownTypeName(id)}' object has no attribute '${name}'${hint}`);
  }
  if (name === '__dict__') {
    replaceDict(m, id, value);
    return;
  }
  if (!storeInInstance(m, id, body, name, value)) {
    raiseAttributeError(m, id, name, `'${body.name}' object has no attribute '${name}'`);
  }
}

/** Stores (or, with 0, deletes) an attribute in the instance itself. False when there is none to delete. */
function storeInInstance(m: PythonMachine, id: number, body: TypeBody, name: string, value: number): boolean {
  const heap = m.heap;
  const isInline = heap.kind[id] === Kind.INSTANCE && !(heap.flags[id] & Flag.HAS_DICT);
  if (!isInline) {
    if (value === 0) {
      return (heap.flags[id] & Flag.HAS_DICT) !== 0 && dictRemoveName(heap, heap.dictOf.get(id)!, name);
    }
    m.dictSetName(valuesOf(m, id), name, value);
    return true;
  }
  let index = body.sharedIndex.get(name);
  if (value === 0) return index !== undefined && deleteInline(m, id, body.slotNames.length + index);
  if (index === undefined) {
    if (body.keyBudget === 0) {
      m.dictSetName(dictOfInstance(m, id), name, value);
      return true;
    }
    index = shareName(m, heap.typeOf[id], body, name);
  }
  heap.incref(value);
  storeInline(m, id, body.slotNames.length + index, value);
  return true;
}

/** The shared keys with which the instances of a new class begin (3.14: _PyDict_NewKeysForClass). */
export function shareStaticAttributes(m: PythonMachine, type: number, names: readonly string[]): void {
  const body = m.typeBody(type);
  for (const name of names) if (body.keyBudget > 0 && !body.sharedIndex.has(name)) shareName(m, type, body, name);
}

function shareName(m: PythonMachine, type: number, body: TypeBody, name: string): number {
  const index = body.sharedNames.length;
  body.sharedNames.push(name);
  body.sharedIndex.set(name, index);
  body.keyBudget--;
  // Caches that remember the class's attribute of this name must ask again.
  if (lookUp(m, type, name) !== 0) body.version = ++m.lastTypeVersion;
  return index;
}

/** Puts `value` (stolen) into slot `at` of an instance with inline values. */
export function storeInline(m: PythonMachine, id: number, at: number, value: number): void {
  const heap = m.heap;
  const count = heap.values.count(id);
  if (at >= count) {
    for (let missing = count; missing < at; missing++) heap.appendValue(id, 0);
    const body = heap.body[id] as InstanceBody | null;
    body?.order?.push(at);
    heap.appendValue(id, value);
    return;
  }
  if (heap.values.get(id, at) === 0) rememberOrder(m, id, at);
  heap.replaceSlot(id, at, value);
}

/** Slot `at` is filled out of turn: from now on this instance keeps its own order. */
function rememberOrder(m: PythonMachine, id: number, at: number): void {
  const body = instanceBody(m, id);
  if (body.order === null) {
    body.order = [];
    const { values } = m.heap;
    for (let slot = m.bodyOfType(id).slotNames.length; slot < values.count(id); slot++) {
      if (values.get(id, slot) !== 0) body.order.push(slot);
    }
  }
  body.order.push(at);
}

function instanceBody(m: PythonMachine, id: number): InstanceBody {
  let body = m.heap.body[id] as InstanceBody | null;
  if (body === null) {
    body = { order: null };
    m.heap.body[id] = body;
  }
  return body;
}

function deleteInline(m: PythonMachine, id: number, at: number): boolean {
  if (m.heap.values.get(id, at) === 0) return false;
  const body = m.heap.body[id] as InstanceBody | null;
  if (body !== null && body.order !== null) body.order.splice(body.order.indexOf(at), 1);
  m.heap.decref(m.heap.setSlot(id, at, 0));
  return true;
}

/** The `__dict__` of an object, materialised if need be; borrowed. */
export function dictOfInstance(m: PythonMachine, id: number): number {
  const heap = m.heap;
  let known = heap.dictOf.get(id);
  if (known === undefined && heap.kind[id] !== Kind.INSTANCE && m.bodyOfType(id).hasInlineValues) {
    known = makeInlineValues(m, id);
  }
  if (known !== undefined) {
    materialiseValues(heap, known);
    if (m.profile.visitsMaterialisedDict) heap.detachDict(known);
    return known;
  }
  const dict = m.dict();
  if (heap.kind[id] === Kind.INSTANCE) {
    const type = m.bodyOfType(id);
    const isInline = type.keyBudget > 0 || type.sharedNames.length > 0;
    const first = type.slotNames.length;
    const body = instanceBody(m, id);
    const order = body.order ?? [...heap.slotsOf(id).keys()].slice(first);
    for (const at of order) {
      const value = heap.values.get(id, at);
      if (value === 0) continue;
      m.dictSetName(dict, type.sharedNames[at - first], value);
      heap.decref(heap.setSlot(id, at, 0));
    }
    body.order = null;
    if (!m.profile.visitsMaterialisedDict && isInline) {
      heap.flags[dict] |= Flag.EMBEDDED;
      dictTable(heap, dict).mayEmbed = (key) => isShared(m, heap.typeOf[id], key);
    }
    // Room for all keys that the class shares or may share, however many are set.
    dictShareKeys(heap, dict, isInline ? type.sharedNames.length + type.keyBudget : SHARED_KEYS);
  } else shareKeysOfClass(m, id, dict);
  heap.setDict(id, dict);
  return dict;
}

/** Since 3.12 the keys of other instances are shared as well, where their class has given them a dict. */
function shareKeysOfClass(m: PythonMachine, id: number, dict: number): void {
  const type = m.bodyOfType(id);
  if (!type.sharesKeys || m.profile.versionInfo[1] < 12) return;
  dictShareKeys(m.heap, dict, type.sharedNames.length + type.keyBudget);
}

/** Where an attribute of an object that is no plain instance lies: in its `__dict__`, or in what stands for inline values. */
function valuesOf(m: PythonMachine, id: number): number {
  return m.heap.dictOf.get(id) ?? (m.bodyOfType(id).hasInlineValues ? makeInlineValues(m, id) : dictOfInstance(m, id));
}

/**
 * The values of an object that is no plain instance, whose slots are its contents, lie in a dict that nobody sees: the
 * collector finds them with their owner, and neither lists nor counts the dict.
 */
export function makeInlineValues(m: PythonMachine, id: number): number {
  const { heap } = m;
  const { frozen } = heap;
  heap.frozen = true;
  const dict = m.dict();
  heap.frozen = frozen;
  heap.flags[dict] |= Flag.EMBEDDED | Flag.INLINE_VALUES;
  dictTable(heap, dict).mayEmbed = (key) => isShared(m, heap.typeOf[id], key);
  shareKeysOfClass(m, id, dict);
  heap.setDict(id, dict);
  return dict;
}

/** Is the name one that the instances share, or can it become one? Then it has (got) its place among the inline values. */
function isShared(m: PythonMachine, type: number, name: unknown): boolean {
  if (typeof name !== 'string') return false;
  const body = m.typeBody(type);
  if (body.sharedIndex.has(name)) return true;
  if (body.keyBudget === 0) return false;
  shareName(m, type, body, name);
  return true;
}

/** `object.__dict__ = dict` */
export function replaceDict(m: PythonMachine, id: number, dict: number): void {
  if (m.heap.kind[dict] !== Kind.DICT) {
    m.raise('TypeError', `__dict__ must be set to a dictionary, not a '${m.shownTypeName(dict)}'`);
  }
  const old = dictOfInstance(m, id);
  m.heap.incref(dict);
  m.heap.setDict(id, dict);
  m.heap.decref(old);
}

/** Names of the attributes that lie in the object itself, in order. */
export function instanceNames(m: PythonMachine, id: number): string[] {
  const heap = m.heap;
  if (heap.flags[id] & Flag.HAS_DICT) {
    const entries = m.dictEntries(heap.dictOf.get(id)!);
    return entries.filter((key, i) => i % 2 === 0 && m.isStr(key)).map((key) => m.strValue(key));
  }
  if (heap.kind[id] !== Kind.INSTANCE) return [];
  const type = m.bodyOfType(id);
  const first = type.slotNames.length;
  return type.sharedNames.filter((_, index) => heap.values.get(id, first + index) !== 0);
}

// ------------------------------------------------------------------------------------------------ classes

/** Attribute of a TYPE object. */
export function typeGetAttribute(machine: unknown, type: number, name: string): number {
  const m = machine as PythonMachine;
  const found = typeFind(m, type, name);
  if (found !== 0) return found;
  raiseAttributeError(m, type, name, `type object '${m.typeBody(type).name}' has no attribute '${name}'`);
}

function typeFind(m: PythonMachine, type: number, name: string): number {
  const meta = m.heap.typeOf[type];
  const metaAttribute = lookUp(m, meta, name);
  if (metaAttribute !== 0 && isDataDescriptor(m, metaAttribute)) return bind(m, metaAttribute, type, meta);
  const attribute = lookUp(m, type, name);
  if (attribute !== 0) return bind(m, attribute, 0, type);
  return metaAttribute === 0 ? 0 : bind(m, metaAttribute, type, meta);
}

export function typeSetAttribute(machine: unknown, type: number, name: string, value: number): void {
  const m = machine as PythonMachine;
  const body = m.typeBody(type);
  if (!body.isHeapType) {
    m.raise('TypeError', `cannot set '${name}' attribute of immutable type '${body.name}'`);
  }
  const metaAttribute = lookUp(m, m.heap.typeOf[type], name);
  if (metaAttribute !== 0 && isDataDescriptor(m, metaAttribute)) {
    m.bodyOfType(metaAttribute).slots.descriptorSet!(m, metaAttribute, type, value);
    return;
  }
  const dict = m.heap.slots[type]![TypeSlot.DICT];
  if (value !== 0) {
    // The old value may run anything when it dies: the type must know by then.
    const old = m.dictGetName(dict, name);
    if (old !== 0) m.heap.incref(old);
    m.dictSetName(dict, name, value);
    typeChanged(m, type, name);
    if (old !== 0) m.heap.decref(old);
    return;
  }
  const old = m.dictGetName(dict, name);
  if (old === 0) {
    raiseAttributeError(m, type, name, `type object '${body.name}' has no attribute '${name}'`);
  }
  m.heap.incref(old);
  dictRemoveName(m.heap, dict, name);
  typeChanged(m, type, name);
  m.heap.decref(old);
}
