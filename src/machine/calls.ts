/**
 * Calls from native code: of anything callable. Calls between Python functions do not come here; see interpreter.ts.
 * Source: CPython Objects/call.c, Objects/typeobject.c (type_call).
 */
import { Kind } from '../heap/kinds.ts';
import {
  throughArgumentTuple,
  throughKeywordDict,
  throughKeywordStack,
  throughNames,
  typeDropsKeywords,
} from './argument-tuples.ts';
import { bindParameters } from './argument-binding.ts';
import { bind, lookUp } from './attributes.ts';
import { FrameFlag } from './frame.ts';
import { beginFrame, checkNesting, checkRecursion } from './frames.ts';
import { functionBody } from './functions.ts';
import { execute } from './interpreter.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction, TypeSlots } from './native.ts';
import { raiseAttributeError } from './raising.ts';
import type { TypeBody } from './type-body.ts';
import { putNewEntry } from './value-stack.ts';

export function call(
  m: PythonMachine,
  callable: number,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const heap = m.heap;
  switch (heap.kind[callable]) {
    case Kind.FUNCTION:
      return callFunction(m, callable, args, names);
    case Kind.BUILTIN: {
      const body = heap.body[callable] as NativeFunction;
      const self = heap.slots[callable]![0];
      return body.call(m, self === 0 ? args : [self, ...args], names);
    }
    case Kind.METHOD: {
      const [func, self] = heap.slots[callable]!;
      return call(m, func, [self, ...args], names);
    }
    case Kind.TYPE:
      if (heap.typeOf[callable] === m.typeType) return callType(m, callable, args, names);
  }
  const slot = m.bodyOfType(callable).slots.call;
  if (slot === undefined) m.raise('TypeError', `'${m.shownTypeName(callable)}' object is not callable`);
  return slot(m, callable, args, names);
}

/** `type(*args)`: `__new__`, then `__init__`. `isUnpacked`: the arguments come from a tuple and a dict of the caller's. */
export function callType(
  m: PythonMachine,
  type: number,
  args: readonly number[],
  names: readonly string[] | null,
  isUnpacked = false,
): number {
  if (type === m.typeType && args.length === 1 && names === null) {
    const own = m.heap.typeOf[args[0]];
    m.heap.incref(own);
    return own;
  }
  const body = m.typeBody(type);
  if (body.slots.create === undefined) m.raise('TypeError', `cannot create '${body.name}' instances`);
  return body.takesTuple
    ? createThroughTuple(m, body, type, args, names, isUnpacked)
    : create(m, body, type, args, names);
}

/** Apart from `callType`: a function that makes closures makes an object for them at every call. */
function createThroughTuple(
  m: PythonMachine,
  body: TypeBody,
  type: number,
  args: readonly number[],
  names: readonly string[] | null,
  isUnpacked: boolean,
): number {
  // A call `C(*args, **named)` has made both already.
  if (isUnpacked) return throughNames(m, names ?? [], () => create(m, body, type, args, names));
  const positional = names === null ? args : args.slice(0, args.length - names.length);
  return throughArgumentTuple(m, positional, () =>
    names === null || !typeDropsKeywords(body.name)
      ? create(m, body, type, args, names)
      : throughKeywordDict(m, args, names, body.isHeapType, () => create(m, body, type, args, names)),
  );
}

function create(
  m: PythonMachine,
  body: TypeBody,
  type: number,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  // A class hands keyword arguments on to Python code, which owns them meanwhile.
  const keywords = body.isHeapType ? names : null;
  const object =
    keywords === null ? body.slots.create!(m, type, args, names) : createHolding(m, body, type, args, keywords);
  if (!m.isInstance(object, type)) return object;
  const { initialize } = m.bodyOfType(object).slots;
  if (initialize === undefined) return object;
  try {
    if (keywords === null) initialize(m, object, args, names);
    else initializeHolding(m, initialize, object, args, keywords);
  } catch (error) {
    m.heap.decref(object);
    throw error;
  }
  return object;
}

function createHolding(
  m: PythonMachine,
  body: TypeBody,
  type: number,
  args: readonly number[],
  names: readonly string[],
): number {
  return throughKeywordStack(m, names, args, () => body.slots.create!(m, type, args, names));
}

function initializeHolding(
  m: PythonMachine,
  initialize: NonNullable<TypeSlots['initialize']>,
  object: number,
  args: readonly number[],
  names: readonly string[],
): void {
  throughKeywordStack(m, names, [object, ...args], () => initialize(m, object, args, names));
}

/**
 * Runs a Python function to its end on the host's stack. `borrowedFirst`: the stack entry that the first argument is borrowed
 * from, so that its parameter borrows too; 0 for none.
 */
export function callFunction(
  m: PythonMachine,
  func: number,
  args: readonly number[],
  names: readonly string[] | null,
  borrowedFirst = 0,
): number {
  const code = functionBody(m, func).code;
  const at = m.frames[m.depth].sp;
  checkNesting(m);
  checkRecursion(m, code, at);
  const bound = bindParameters(m, func, code, args, names);
  if (borrowedFirst !== 0 && code.argCount > 0) {
    m.heap.decref(bound[0]);
    bound[0] = borrowedFirst;
  }
  putNewEntry(m, at, func);
  m.stack[at + 1] = 0;
  const base = at + 2;
  for (let i = 0; i < bound.length; i++) m.stack[base + i] = bound[i];
  const globals = m.heap.slots[func]![1];
  beginFrame(m, code, func, globals, at, base, bound.length, FrameFlag.ENTRY, true);
  return runEntry(m);
}

/** Executes from the innermost frame, which was entered by native code, to its end; the result is owned. */
export function runEntry(m: PythonMachine): number {
  execute(m);
  const result = m.result;
  m.result = 0;
  return result;
}

/** Runs a code object (a module's or class's body) in a namespace; `closure` is a function whose cells it uses, or 0. */
export function runBody(m: PythonMachine, func: number, code: LoadedCode, globals: number, namespace: number): number {
  const at = m.frames[m.depth].sp;
  checkNesting(m);
  checkRecursion(m, code, at);
  if (func === 0) m.stack[at] = 0;
  else putNewEntry(m, at, func);
  m.stack[at + 1] = 0;
  const frame = beginFrame(m, code, func, globals, at, at + 2, 0, FrameFlag.ENTRY | FrameFlag.BODY, true);
  frame.namespace = namespace;
  return runEntry(m);
}

export function callMethod(m: PythonMachine, self: number, name: string, args: readonly number[]): number {
  const heap = m.heap;
  const type = heap.typeOf[self];
  const method = lookUp(m, type, name);
  const isPlain = heap.kind[method] === Kind.FUNCTION || heap.kind[method] === Kind.BUILTIN;
  if (method !== 0 && isPlain && m.typeBody(type).slots.getAttribute === undefined && !m.typeBody(type).hasDict) {
    return call(m, method, [self, ...args], null);
  }
  const attribute = m.getAttribute(self, name);
  try {
    return call(m, attribute, args, null);
  } finally {
    heap.decref(attribute);
  }
}

/** Calls a special method, looked up on the type. */
export function callSpecial(
  m: PythonMachine,
  self: number,
  name: string,
  args: readonly number[],
  names: readonly string[] | null = null,
): number {
  const type = m.heap.typeOf[self];
  const method = lookUp(m, type, name);
  if (method === 0) {
    raiseAttributeError(m, self, name, `'${m.shownTypeName(self)}' object has no attribute '${name}'`);
  }
  return callFound(m, method, self, args, names);
}

/** The same, 0 when there is no such method; None counts as none. */
export function callSpecialIfAny(m: PythonMachine, self: number, name: string, args: readonly number[]): number {
  const method = lookUp(m, m.heap.typeOf[self], name);
  if (method === 0 || method === m.none) return 0;
  return callFound(m, method, self, args, null);
}

function callFound(
  m: PythonMachine,
  method: number,
  self: number,
  args: readonly number[],
  names: readonly string[] | null,
): number {
  const heap = m.heap;
  if (heap.kind[method] === Kind.FUNCTION) return callFunction(m, method, [self, ...args], names);
  if (heap.kind[method] === Kind.BUILTIN && (heap.body[method] as NativeFunction).isMethod) {
    return (heap.body[method] as NativeFunction).call(m, [self, ...args], names);
  }
  const bound = bind(m, method, self, heap.typeOf[self]);
  try {
    return call(m, bound, args, names);
  } finally {
    heap.decref(bound);
  }
}

/** A class dies: its base forgets it, and what it held beside its slots is released. */
export function forgetType(m: PythonMachine, type: number): void {
  const body = m.typeBody(type);
  for (const base of [body.base, ...body.mro]) {
    if (base === 0 || base === type) continue;
    const of = m.heap.body[base] as TypeBody | null;
    if (of === null) continue;
    const at = of.subclasses.indexOf(type);
    if (at < 0) continue;
    of.subclasses.splice(at, 1);
    const key = m.int(type);
    if (of.registry !== 0) m.dictDelete(of.registry, key);
    m.heap.decref(key);
    if (of.registry === 0 || of.subclasses.length > 0 || of.keepsRegistry) continue;
    m.heap.decref(of.registry);
    of.registry = 0;
  }
  if (body.registry !== 0) m.heap.decref(body.registry);
  if (body.slotTuple !== 0) m.heap.decref(body.slotTuple);
  body.registry = 0;
  body.slotTuple = 0;
}
