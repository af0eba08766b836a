/**
 * What objects show to the collector, in tp_traverse's order, with what lies in no slot of ours: names and docstrings of
 * functions, code objects, atoms on the value stack of a suspended generator, types that native objects own.
 *
 * None of it can be part of a cycle, so the collector itself does without; gc.get_referents() and get_referrers() ask here.
 * Sources: CPython Objects/funcobject.c (func_traverse), genobject.c (gen_traverse), frameobject.c (frame_traverse).
 */
import { Flag } from '../heap/heap.ts';
import { EXCEPTION_FIELDS, EXCEPTION_MEMBERS, Kind } from '../heap/kinds.ts';
import { traverse, visitDict as visitOwnDict } from '../heap/traverse.ts';
import { lookUp } from './attributes.ts';
import { type PropertyBody, PropertySlot } from './descriptor-types.ts';
import type { FrameBody } from './frames.ts';
import { functionBody, FunctionSlot } from './functions.ts';
import type { GeneratorBody } from './generators.ts';
import { importModule } from './imports.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';
import type { DescriptorBody } from './native-types.ts';
import { dictEntries, dictTable } from './types/dict-table.ts';
import { hasEntryList } from './types/lru-cache.ts';
import { type ExceptionBody, ExceptionSlot } from './raising.ts';

type Visit = (referent: number) => void;

/** Calls `visit` for every reference that `id` shows to the collector, borrowed. */
export function visitReferents(m: PythonMachine, id: number, visit: Visit): void {
  switch (m.heap.kind[id]) {
    case Kind.FUNCTION:
      return visitFunction(m, id, visit);
    case Kind.GENERATOR:
      return visitGenerator(m, id, visit);
    case Kind.INSTANCE:
      if (m.bodyOfType(id).name === 'KeyWrapper') return visitKeyWrapper(m, id, visit);
      return visitInstance(m, id, visit);
    case Kind.FRAME:
      return visitFrame(m, id, visit);
    case Kind.BUILTIN:
      return visitBuiltin(m, id, visit);
    case Kind.EXCEPTION:
      return visitException(m, id, visit);
    case Kind.PROPERTY: {
      traverse(m.heap, id, visit);
      // A getter without a docstring makes it None in 3.11.
      const doc = m.heap.slots[id]![PropertySlot.DOC];
      if (m.profile.versionInfo[1] < 12 && doc === 0 && m.heap.slots[id]![PropertySlot.GET] !== 0) visit(m.none);
      const { name } = m.heap.body[id] as PropertyBody;
      if (name !== '') visitText(m, name, visit);
      return;
    }
    case Kind.DESCRIPTOR: {
      const { owner } = m.heap.body[id] as DescriptorBody;
      const type = m.heap.slots[id]![0] || m.typeIds.get(owner);
      if (type !== undefined) visit(type);
      return;
    }
    case Kind.DICT:
      return visitDict(m, id, visit);
    case Kind.CLASSMETHOD:
      if (m.bodyOfType(id).name === 'classmethod_descriptor') return visitBuiltin(m, m.heap.slots[id]![0], visit);
      break;
    case Kind.RECORD:
      return visitRecord(m, id, visit);
    case Kind.DEQUE:
    case Kind.PARTIAL:
    case Kind.LAZY_ITERATOR:
      if (ownsNativeType(m, id)) visit(m.heap.typeOf[id]);
      if (m.bodyOfType(id).name === '_lru_cache_wrapper') return visitCache(m, id, visit);
      if (m.bodyOfType(id).name === 'count') {
        const [value, step] = m.heap.slots[id]!;
        // A count by one keeps its value as a plain number while that is small.
        const isPlain =
          m.heap.body[step] === 1 && m.isInt(step) && m.isInt(value) && typeof m.intValue(value) === 'number';
        if (!isPlain) visit(value);
        visit(step);
        return;
      }
      if (m.bodyOfType(id).name === 'accumulate') {
        const [func, total, iterator, initial] = m.heap.slots[id]!;
        for (const each of [func, iterator, total, initial || m.none]) if (each !== 0) visit(each);
        return;
      }
      if (m.heap.kind[id] === Kind.LAZY_ITERATOR && ITERATOR_FIRST.has(m.bodyOfType(id).name)) {
        const [func, iterator] = m.heap.slots[id]!;
        if (iterator !== 0) visit(iterator);
        visit(func);
        return;
      }
  }
  traverse(m.heap, id, visit);
}

/** They release their function before the iterator, and show it after. */
const ITERATOR_FIRST = new Set(['filter', 'filterfalse', 'starmap', 'takewhile', 'dropwhile']);

/** lru_cache_tp_traverse: a list of entries by use lies beside the cache where it is bounded. */
function visitCache(m: PythonMachine, id: number, visit: Visit): void {
  const [cache, func, mark, info] = m.heap.slots[id]!;
  const entries = hasEntryList(m, id) ? dictEntries(m.heap, cache) : [];
  const entryType = m.type('functools._lru_list_elem');
  entries.forEach((entry, i) => {
    visit(entry);
    if (i % 2 === 1) visit(entryType);
  });
  for (const each of [cache, func, mark, entryType, info]) visit(each);
  visitOwnDict(m.heap, id, visit);
}

/** Objects of the module operator own their type; itemgetter shows it first. */
function visitRecord(m: PythonMachine, id: number, visit: Visit): void {
  const { name, module } = m.bodyOfType(id);
  if (module !== 'operator') return traverse(m.heap, id, visit);
  if (name === 'itemgetter') visit(m.heap.typeOf[id]);
  traverse(m.heap, id, visit);
  if (name !== 'itemgetter') visit(m.heap.typeOf[id]);
}

/** What cmp_to_key makes: the type first, and an object when there is one. */
function visitKeyWrapper(m: PythonMachine, id: number, visit: Visit): void {
  visit(m.heap.typeOf[id]);
  for (const value of m.heap.slotsOf(id)) if (value !== 0 && value !== m.none) visit(value);
}

/** Values that a `__dict__` shares with its instance are shown in the order of the class's keys. */
function visitInstance(m: PythonMachine, id: number, visit: Visit): void {
  const { heap } = m;
  const dict = heap.dictOf.get(id) ?? 0;
  if (dict === 0 || !(heap.flags[dict] & Flag.EMBEDDED)) return traverse(heap, id, visit);
  for (const value of heap.slotsOf(id)) if (value !== 0) visit(value);
  for (const name of m.bodyOfType(id).sharedNames) {
    const value = m.dictGetName(dict, name);
    if (value !== 0) visit(value);
  }
  visit(heap.typeOf[id]);
}

function visitException(m: PythonMachine, id: number, visit: Visit): void {
  const slots = m.heap.slots[id]!;
  const isNone = slots[ExceptionSlot.TRACEBACK] === 0 && (m.heap.body[id] as ExceptionBody).hasNoneTraceback;
  const isUnicodeError = m.isInstance(id, m.type('UnicodeError'));
  const shown: number[] = [];
  traverse(m.heap, id, (referent) => {
    // Places in a text are plain numbers.
    if (!isUnicodeError || !m.isInt(referent)) shown.push(referent);
    if (isNone && referent === slots[ExceptionSlot.ARGS]) shown.push(m.none);
  });
  // AttributeError_traverse comes to the object before the name.
  const [name, object = 0] = slots.slice(EXCEPTION_FIELDS, EXCEPTION_MEMBERS);
  const at = shown.indexOf(name);
  if (object !== 0 && shown[at + 1] === object && m.isInstance(id, m.type('AttributeError'))) {
    shown.splice(at, 2, object, name);
  }
  shown.forEach(visit);
}

/** Types of native modules that became heap types, whose instances own them (partial before 3.11, others in 3.12). */
function ownsNativeType(m: PythonMachine, id: number): boolean {
  const { heap } = m;
  if (heap.flags[heap.typeOf[id]] & Flag.HEAP_TYPE) return false;
  const { name, module } = m.bodyOfType(id);
  if (heap.kind[id] === Kind.PARTIAL) return name !== 'SimpleNamespace';
  if (m.profile.versionInfo[1] < 12) return false;
  return heap.kind[id] === Kind.DEQUE || module === 'itertools' || name === '_deque_iterator';
}

/** odict_traverse comes to all keys before the entries, defdict_traverse to the factory. */
function visitDict(m: PythonMachine, id: number, visit: Visit): void {
  const { heap } = m;
  const { isOrdered, reserved } = dictTable(heap, id);
  if (!isOrdered && reserved === 0) {
    traverse(heap, id, visit);
    return;
  }
  const type = heap.typeOf[id];
  const isClass = (heap.flags[type] & Flag.HEAP_TYPE) !== 0;
  // The dict of an OrderedDict is its own field, that of a defaultdict's class lies before the base's contents.
  if (isOrdered && isClass) visit(type);
  visitOwnDict(heap, id, visit);
  if (!isOrdered && isClass) visit(type);
  if (reserved > 0) {
    if (!isClass && m.profile.versionInfo[1] >= 12) visit(type);
    const factory = heap.slots[id]![1] ?? m.none;
    if (factory !== m.none) visit(factory);
  }
  const entries = dictEntries(heap, id);
  const keys = entries.filter((_, i) => i % 2 === 0);
  if (isOrdered) keys.forEach(visit);
  const keysToo = keys.some((key) => heap.kind[key] !== Kind.STR);
  for (let i = 0; i < entries.length; i += 2) {
    visit(entries[i + 1]);
    if (keysToo) visit(entries[i]);
  }
}

/** The string that the machine keeps for `text`, borrowed from its table of interned strings. */
function visitText(m: PythonMachine, text: string, visit: Visit): void {
  const string = m.intern(text);
  visit(string);
  m.heap.decref(string);
}

function visitFunction(m: PythonMachine, id: number, visit: Visit): void {
  const { heap } = m;
  const body = functionBody(m, id);
  const slots = heap.slots[id]!;
  const visitSlot = (slot: number): void => {
    if (slots[slot] !== undefined && slots[slot] !== 0) visit(slots[slot]);
  };
  visitSlot(FunctionSlot.CODE);
  visitSlot(FunctionSlot.GLOBALS);
  visitSlot(FunctionSlot.BUILTINS);
  const module = body.overrides?.get('__module__');
  if (module !== undefined) visit(module);
  else if (body.module !== null) visitText(m, body.module, visit);
  visitSlot(FunctionSlot.DEFAULTS);
  visitSlot(FunctionSlot.KEYWORD_DEFAULTS);
  const doc = body.overrides?.get('__doc__');
  if (doc !== undefined) visit(doc);
  else if (body.code.code.docstring === null) visit(m.none);
  else visitText(m, body.code.code.docstring, visit);
  visitText(m, body.name, visit);
  if (heap.flags[id] & Flag.HAS_DICT) visit(heap.dictOf.get(id)!);
  visitSlot(FunctionSlot.CLOSURE);
  visitSlot(FunctionSlot.ANNOTATIONS);
  visitSlot(FunctionSlot.ANNOTATE);
  visitSlot(FunctionSlot.TYPE_PARAMETERS);
  visitText(m, body.qualifiedName, visit);
}

function visitGenerator(m: PythonMachine, id: number, visit: Visit): void {
  const { heap } = m;
  const body = heap.body[id] as GeneratorBody;
  const minor = m.profile.versionInfo[1];
  if (minor < 12) visit(body.code.object);
  visitText(m, body.name, visit);
  visitText(m, body.qualifiedName, visit);
  const slots = heap.slots[id]!;
  if (body.state === 'running') return traverse(heap, id, visit);
  if (body.state === 'closed') {
    // A finished frame keeps its code since 3.14. One that was closed without being run is whole, or has lost its locals.
    if (slots.length > 0) visit(slots[slots.length - 1]);
    if (slots.length > 0 || minor >= 14) visit(body.code.object);
    for (let slot = 0; slot < slots.length - 1; slot++) if (slots[slot] !== 0) visit(slots[slot]);
    return;
  }
  if (body.frameObject !== 0) visit(body.frameObject);
  const locals = body.code.slotCount;
  const stackEnd = locals + body.stackNodes;
  visit(slots[slots.length - 1]);
  visit(body.code.object);
  for (let slot = 0; slot < locals; slot++) if (slots[slot] !== 0) visit(slots[slot]);
  let node = locals;
  if (body.layout === null) for (; node < stackEnd; node++) visit(slots[node]);
  // NODE (-1) stands for the next object in the slots, 0 for NULL.
  else for (const entry of body.layout) if (entry !== 0) visit(entry < 0 ? slots[node++] : entry);
  for (let slot = stackEnd; slot < slots.length - 1; slot++) visit(slots[slot]);
}

function visitFrame(m: PythonMachine, id: number, visit: Visit): void {
  const slots = m.heap.slots[id]!;
  if (slots.length === 0) return;
  const [func, ...rest] = slots;
  const back = rest.pop()!;
  const { code } = m.heap.body[id] as FrameBody;
  const [dict = 0, ...values] = rest.splice(code.slotCount);
  for (const each of [back, dict, func, code.object, ...rest, ...values]) if (each !== 0) visit(each);
}

function visitBuiltin(m: PythonMachine, id: number, visit: Visit): void {
  const [self] = m.heap.slots[id]!;
  const { module, name, qualifiedName, isMethod } = m.heap.body[id] as NativeFunction;
  if (self !== 0) {
    if (m.typeName(id) === 'method-wrapper') visit(lookUp(m, m.heap.typeOf[self], name));
    visit(self);
  } else if (module !== null) {
    if (module === 'builtins') m.heap.decref(importModule(m, module, true));
    const owner = m.dictGetName(m.modules, module);
    if (owner !== 0) visit(owner);
    visitText(m, module, visit);
  } else if (isMethod || name === '__new__') {
    const type = m.typeIds.get(qualifiedName.slice(0, qualifiedName.lastIndexOf('.')));
    if (type !== undefined) visit(type);
  }
}
