/** Instructions about attributes and items, beyond what the loop does in place. */
import { Flag } from '../heap/heap.ts';
import { Ev } from '../heap/events.ts';
import { Kind } from '../heap/kinds.ts';
import { bind, getAttribute, isDataDescriptor, lookUp, setAttribute } from './attributes.ts';
import type { Frame } from './frame.ts';
import { beginFrame, checkRecursion } from './frames.ts';
import { type FunctionBody, FunctionSlot } from './functions.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';
import { superAttribute } from './super.ts';
import type { TypeBody } from './type-body.ts';
import { dictTable } from './types/dict-table.ts';
import { dropEntries, dropEntry, entryId, putEntry, putNewEntry, takeEntry } from './value-stack.ts';

/** `cacheVersion` of a LOAD_ATTR that found its name in a module's dict, at the place in `cacheValue`. */
export const IN_MODULE = -2;

/** LOAD_ATTR. True when a frame was entered that computes the value (a property's getter). */
export function loadAttribute(m: PythonMachine, frame: Frame, arg: number): boolean {
  const heap = m.heap;
  const code = frame.code;
  const owner = entryId(m.stack[frame.sp - 1]);
  const name = code.names[arg];
  const type = heap.typeOf[owner];
  const body = heap.body[type] as TypeBody;
  if (body.slots.getAttribute === undefined) {
    const descriptor = lookUp(m, type, name);
    if (heap.kind[owner] === Kind.INSTANCE && (descriptor === 0 || !isDataDescriptor(m, descriptor))) {
      const index = body.sharedIndex.get(name);
      if (index !== undefined) {
        code.cacheVersion[frame.pc] = body.version;
        code.cacheValue[frame.pc] = body.slotNames.length + index;
      }
    } else if (descriptor !== 0 && heap.kind[descriptor] === Kind.PROPERTY) {
      if (entersGetter(m, frame, descriptor)) return true;
    }
  }
  if (type === m.typeOfKind(Kind.MODULE) && lookUp(m, type, name) === 0) {
    const place = dictTable(heap, heap.slots[owner]![0]).places.get(name);
    if (place !== undefined) {
      code.cacheVersion[frame.pc] = IN_MODULE;
      code.cacheValue[frame.pc] = place;
    }
  }
  const value = getAttribute(m, owner, name);
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, value);
  return false;
}

/** From its second execution on, LOAD_ATTR of a property runs the getter without a native call in between (3.12). */
function entersGetter(m: PythonMachine, frame: Frame, property: number): boolean {
  const heap = m.heap;
  const seen = frame.code.cacheVersion[frame.pc] === -1;
  frame.code.cacheVersion[frame.pc] = -1;
  const getter = heap.slots[property]![0];
  if (!seen || m.profile.versionInfo[1] < 12 || getter === 0 || heap.kind[getter] !== Kind.FUNCTION) return false;
  const callee = (heap.body[getter] as FunctionBody).code;
  if (!callee.isSimple || callee.argCount !== 1) return false;
  const at = frame.sp - 1;
  checkRecursion(m, callee, at);
  const entry = m.stack[at];
  if (entry > 0 && heap.isNode(entry)) heap.events.one(Ev.POP_MOVE, entry);
  putNewEntry(m, at, getter);
  m.stack[at + 1] = entry;
  if (entry > 0 && heap.isNode(entry)) heap.events.one(Ev.PUSH_MOVE, entry);
  frame.sp = at;
  beginFrame(m, callee, getter, heap.slots[getter]![FunctionSlot.GLOBALS], at, at + 1, 1, 0, false);
  return true;
}

/** LOAD_METHOD: what will be called, then self or NULL. */
export function loadMethod(m: PythonMachine, frame: Frame, arg: number): void {
  const heap = m.heap;
  const code = frame.code;
  const at = frame.sp - 1;
  const owner = entryId(m.stack[at]);
  const name = code.names[arg];
  const type = heap.typeOf[owner];
  const body = heap.body[type] as TypeBody;
  if (heap.kind[owner] === Kind.MODULE && loadFromModule(m, frame, arg)) return;
  if (body.slots.getAttribute === undefined) {
    const method = lookUp(m, type, name);
    if (method !== 0 && bindsSelf(m, method) && !shadows(m, owner, body, name)) {
      if (
        heap.kind[owner] !== Kind.MODULE &&
        (heap.kind[owner] === Kind.INSTANCE || !body.hasDict || body.isHeapType)
      ) {
        code.cacheVersion[frame.pc] = body.version;
        code.cacheValue[frame.pc] = method;
      }
      const entry = m.stack[at];
      const isNode = entry > 0 && heap.isNode(entry);
      if (isNode) heap.events.one(Ev.POP_MOVE, entry);
      putNewEntry(m, at, method);
      m.stack[at + 1] = entry;
      if (isNode) heap.events.one(Ev.PUSH_MOVE, entry);
      frame.sp = at + 2;
      return;
    }
  }
  const value = getAttribute(m, owner, name);
  dropEntry(m, at);
  putEntry(m, at, value);
  m.stack[at + 1] = 0;
  frame.sp = at + 2;
}

/** `module.function`: the place in the module's dict is remembered, and checked by the identity of the key. */
function loadFromModule(m: PythonMachine, frame: Frame, arg: number): boolean {
  const heap = m.heap;
  const code = frame.code;
  const at = frame.sp - 1;
  const owner = entryId(m.stack[at]);
  const dict = heap.slots[owner]![0];
  const slots = heap.slots[dict]!;
  let place = code.cacheValue[frame.pc];
  if (slots[place] !== code.nameObjects[arg]) {
    const found = dictTable(heap, dict).places.get(code.names[arg]);
    if (found === undefined) return false;
    place = found;
    code.cacheValue[frame.pc] = place;
  }
  const value = slots[place + 1];
  heap.incref(value);
  dropEntry(m, at);
  putEntry(m, at, value);
  m.stack[at + 1] = 0;
  frame.sp = at + 2;
  return true;
}

function bindsSelf(m: PythonMachine, method: number): boolean {
  const kind = m.heap.kind[method];
  if (kind === Kind.FUNCTION) return true;
  return kind === Kind.BUILTIN && (m.heap.body[method] as NativeFunction).isMethod && m.heap.slots[method]![0] === 0;
}

function shadows(m: PythonMachine, owner: number, body: TypeBody, name: string): boolean {
  const heap = m.heap;
  if (heap.flags[owner] & Flag.HAS_DICT) return m.dictGetName(heap.dictOf.get(owner)!, name) !== 0;
  if (heap.kind[owner] !== Kind.INSTANCE) return false;
  const index = body.sharedIndex.get(name);
  if (index === undefined) return false;
  // Some instance has an attribute of that name: never remember the method.
  frameOf(m).code.cacheVersion[frameOf(m).pc] = 0;
  return heap.values.get(owner, body.slotNames.length + index) !== 0;
}
function frameOf(m: PythonMachine): Frame {
  return m.frames[m.depth];
}

/** STORE_ATTR: value owner -- */
export function storeAttribute(m: PythonMachine, frame: Frame, arg: number): void {
  const heap = m.heap;
  const code = frame.code;
  const owner = entryId(m.stack[frame.sp - 1]);
  const name = code.names[arg];
  setAttribute(m, owner, name, entryId(m.stack[frame.sp - 2]));
  if (heap.kind[owner] === Kind.INSTANCE && !(heap.flags[owner] & Flag.HAS_DICT)) {
    const type = heap.typeOf[owner];
    const body = heap.body[type] as TypeBody;
    const index = body.sharedIndex.get(name);
    const descriptor = lookUp(m, type, name);
    const isPlain = body.slots.setAttribute === undefined && (descriptor === 0 || !isDataDescriptor(m, descriptor));
    if (index !== undefined && isPlain) {
      code.cacheVersion[frame.pc] = body.version;
      code.cacheValue[frame.pc] = body.slotNames.length + index;
    }
  }
  dropEntry(m, frame.sp - 1);
  dropEntry(m, frame.sp - 2);
}

export function deleteAttribute(m: PythonMachine, frame: Frame, arg: number): void {
  setAttribute(m, entryId(m.stack[frame.sp - 1]), frame.code.names[arg], 0);
  dropEntry(m, --frame.sp);
}

/** LOAD_SUPER_ATTR and LOAD_SUPER_METHOD: super class self -- value | function self. */
export function loadSuper(m: PythonMachine, frame: Frame, arg: number, isCall: boolean): void {
  const heap = m.heap;
  const at = frame.sp - 3;
  const name = frame.code.names[arg];
  const callable = entryId(m.stack[at]);
  const type = entryId(m.stack[at + 1]);
  const self = entryId(m.stack[at + 2]);
  if (callable !== m.superType) {
    const made = m.call(callable, [type, self]);
    let value: number;
    try {
      value = m.getAttribute(made, name);
    } finally {
      heap.decref(made);
    }
    dropEntries(m, at, frame.sp);
    putEntry(m, at, value);
    m.stack[at + 1] = 0;
    frame.sp = at + (isCall ? 2 : 1);
    return;
  }
  const found = superAttribute(m, type, self, name);
  if (isCall && found.attribute !== 0 && found.instance !== 0 && bindsSelf(m, found.attribute)) {
    const method = found.attribute;
    // A site's first execution is not specialised yet: it takes a reference of its own.
    const { cacheVersion } = frame.code;
    if (cacheVersion[frame.pc] === 0 && m.stack[at + 2] < 0) putNewEntry(m, at + 2, self);
    cacheVersion[frame.pc] = 1;
    const selfEntry = m.stack[at + 2];
    const ownsSelf = selfEntry > 0;
    if (ownsSelf) takeEntry(m, at + 2);
    dropEntry(m, at + 1);
    dropEntry(m, at);
    putNewEntry(m, at, method);
    if (ownsSelf) putEntry(m, at + 1, selfEntry);
    else m.stack[at + 1] = selfEntry;
    frame.sp = at + 2;
    return;
  }
  const value = found.attribute === 0 ? found.fallback(m, name) : bind(m, found.attribute, found.instance, found.owner);
  dropEntries(m, at, frame.sp);
  putEntry(m, at, value);
  m.stack[at + 1] = 0;
  frame.sp = at + (isCall ? 2 : 1);
}

// ------------------------------------------------------------------------------------------------ items

/**
 * BINARY_SUBSCR of an instance with a Python `__getitem__`: from the second execution on its frame is entered directly,
 * the container and the key being moved into it.
 */
export function subscribesInPython(m: PythonMachine, frame: Frame, container: number): boolean {
  const heap = m.heap;
  const type = heap.typeOf[container];
  if ((heap.flags[type] & Flag.HEAP_TYPE) === 0) return false;
  const method = lookUp(m, type, '__getitem__');
  if (method === 0 || heap.kind[method] !== Kind.FUNCTION) return false;
  const callee = (heap.body[method] as FunctionBody).code;
  if (!callee.isSimple || callee.argCount !== 2) return false;
  const warmUp = m.profile.versionInfo[1] < 12 ? 8 : 1;
  if (frame.code.cacheValue[frame.pc]++ < warmUp) return false;
  const at = frame.sp - 2;
  checkRecursion(m, callee, at);
  const keyEntry = m.stack[at + 1];
  const containerEntry = m.stack[at];
  if (keyEntry > 0) takeEntry(m, at + 1);
  if (containerEntry > 0) takeEntry(m, at);
  putNewEntry(m, at, method);
  if (containerEntry > 0) putEntry(m, at + 1, containerEntry);
  else m.stack[at + 1] = containerEntry;
  if (keyEntry > 0) putEntry(m, at + 2, keyEntry);
  else m.stack[at + 2] = keyEntry;
  frame.sp = at;
  beginFrame(m, callee, method, heap.slots[method]![FunctionSlot.GLOBALS], at, at + 1, 2, 0, false);
  return true;
}

export function storeSubscript(m: PythonMachine, frame: Frame): void {
  const at = frame.sp - 3;
  m.setItem(entryId(m.stack[at + 1]), entryId(m.stack[at + 2]), entryId(m.stack[at]));
  dropEntries(m, at, frame.sp);
  frame.sp = at;
}

export function deleteSubscript(m: PythonMachine, frame: Frame): void {
  const at = frame.sp - 2;
  m.setItem(entryId(m.stack[at]), entryId(m.stack[at + 1]), 0);
  dropEntries(m, at, frame.sp);
  frame.sp = at;
}
