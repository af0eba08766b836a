/** Instructions that call, beyond the plain call of a Python function, which the loop does in place. */
import { Kind } from '../heap/kinds.ts';
import { MakeFunction, Op } from '../program/instructions.ts';
import { throughNames, throughWrapperTuples } from './argument-tuples.ts';
import { bindParameters, keywordNames } from './argument-binding.ts';
import { lookUp } from './attributes.ts';
import { call, callType } from './calls.ts';
import { FrameFlag, type Frame } from './frame.ts';
import { callFrameless, canBeFrameless, layForInitializer } from './frameless-calls.ts';
import { beginFrame, checkRecursion } from './frames.ts';
import { type FunctionBody, FunctionSlot, newFunction } from './functions.ts';
import { calledName } from './instruction-building.ts';
import { finishGenerator } from './instruction-iteration.ts';
import { newInstance, objectCreate } from './instances.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';
import { pythonInitialize } from './slot-methods.ts';
import { listAppend } from './types/list-items.ts';
import type { TypeBody } from './type-body.ts';
import { dropEntries, dropEntry, entryId, putEntry, putNewEntry, takeEntry } from './value-stack.ts';

/**
 * Enters a Python function that takes anything but exactly its positional parameters; callable at `at`, arguments from
 * `first` to frame.sp.
 */
export function enterFunction(m: PythonMachine, frame: Frame, func: number, at: number, first: number): void {
  const heap = m.heap;
  const code = (heap.body[func] as FunctionBody).code;
  checkRecursion(m, code, first);
  const given = frame.sp - first;
  const slots = heap.slots[func]!;
  const defaults = slots[FunctionSlot.DEFAULTS];
  if (code.isSimple && given < code.argCount && defaults !== 0) {
    const values = heap.slots[defaults]!;
    const missing = code.argCount - given;
    if (missing <= values.length) {
      for (let i = values.length - missing; i < values.length; i++) putNewEntry(m, frame.sp++, values[i]);
      frame.sp = at;
      beginFrame(m, code, func, slots[FunctionSlot.GLOBALS], at, first, code.argCount, 0, false);
      return;
    }
  }
  enterBinding(m, frame, func, at, first, null);
}

/** The general case: arguments are bound to parameters one by one. */
function enterBinding(
  m: PythonMachine,
  frame: Frame,
  func: number,
  at: number,
  first: number,
  names: readonly string[] | null,
): void {
  const heap = m.heap;
  const code = (heap.body[func] as FunctionBody).code;
  const last = frame.sp - (names === null ? 0 : 1);
  const args: number[] = [];
  for (let i = first; i < last; i++) args.push(entryId(m.stack[i]));
  const bound = bindParameters(m, func, code, args, names);
  // A borrowed argument is a borrowed parameter.
  const positional = args.length - (names === null ? 0 : names.length);
  for (let i = 0; i < args.length; i++) {
    if (m.stack[first + i] >= 0) continue;
    const parameter = i < positional ? i : code.code.localNames.indexOf(names![i - positional]);
    const isNamed = i < positional ? i < code.argCount : bound[parameter] === args[i];
    if (!isNamed) continue;
    heap.decref(bound[parameter]);
    bound[parameter] = m.stack[first + i];
  }
  dropEntries(m, at + 1, frame.sp);
  frame.sp = at;
  const base = at + 2;
  m.stack[at + 1] = 0;
  for (let i = 0; i < bound.length; i++) m.stack[base + i] = bound[i];
  beginFrame(m, code, func, heap.slots[func]![FunctionSlot.GLOBALS], at, base, bound.length, 0, true);
}

/**
 * `list.append` of a list, called as a method; the value lies at `sp - 1`, None takes the place of the callable. False when
 * it is none.
 */
export function appendsInPlace(m: PythonMachine, at: number, sp: number): boolean {
  const heap = m.heap;
  const list = entryId(m.stack[at + 1]);
  if (sp !== at + 3 || heap.kind[list] !== Kind.LIST) return false;
  const value = entryId(m.stack[sp - 1]);
  heap.incref(value);
  listAppend(m, list, value);
  dropEntries(m, at, sp);
  m.stack[at] = m.none;
  return true;
}

/**
 * Is the eval breaker looked at after the `list.append` at `pc`? Only where CALL is the generic one: at its first execution,
 * and where the result is used. CALL_LIST_APPEND goes on with what follows the POP_TOP.
 */
export function checksAfterAppend(code: LoadedCode, pc: number): boolean {
  const isGeneric = code.cacheVersion[pc] === 0 || code.instructions[2 * pc + 2] !== Op.POP_TOP;
  code.cacheVersion[pc] = SEEN;
  return isGeneric;
}

/** In the cache of a CALL that has been executed and called no class. */
const SEEN = -1;

/** CALL_LEN, CALL_ISINSTANCE and CALL_TYPE_1 do not look at the eval breaker: what a CALL becomes after its first execution. */
export function isUnchecked(m: PythonMachine, callable: number, given: number): boolean {
  return callable === m.typeType ? given === 1 : m.uncheckedFunctions.includes(callable);
}

/** The arguments of a native call, borrowed: the entries [from, to). Short rows are made at their full length at once. */
function argumentsAt(stack: Int32Array, from: number, to: number): number[] {
  switch (to - from) {
    case 0:
      return [];
    case 1:
      return [entryId(stack[from])];
    case 2:
      return [entryId(stack[from]), entryId(stack[from + 1])];
    case 3:
      return [entryId(stack[from]), entryId(stack[from + 1]), entryId(stack[from + 2])];
    default: {
      const args: number[] = [];
      for (let i = from; i < to; i++) args.push(entryId(stack[i]));
      return args;
    }
  }
}

/** What CALL came to: a frame was entered; or native code, or Python code without a frame, has laid its result at `at`. */
export const Called = { ENTERED: 0, NATIVE: 1, FRAMELESS: 2 } as const;

/** CALL of anything but a FUNCTION. */
export function callOther(m: PythonMachine, frame: Frame, callable: number, at: number, given: number): number {
  const heap = m.heap;
  switch (heap.kind[callable]) {
    case Kind.BUILTIN: {
      const native = heap.body[callable] as NativeFunction;
      const bound = heap.slots[callable]![0];
      frame.code.cacheVersion[frame.pc] = SEEN;
      const self = m.stack[at + 1];
      const args = argumentsAt(m.stack, self === 0 ? at + 2 : at + 1, frame.sp);
      if (bound !== 0) args.unshift(bound);
      const result =
        native.isSlotWrapper === true && bound === 0
          ? throughWrapperTuples(m, args, () => native.call(m, args, null))
          : native.call(m, args, null);
      dropEntries(m, at, frame.sp);
      putEntry(m, at, result);
      return Called.NATIVE;
    }
    case Kind.METHOD: {
      if (m.stack[at + 1] !== 0) break;
      spreadMethod(m, frame, callable, at);
      const func = entryId(m.stack[at]);
      if (heap.kind[func] !== Kind.FUNCTION) return callOther(m, frame, func, at, given);
      const code = (heap.body[func] as FunctionBody).code;
      const first = at + 1;
      if (code.isSimple && frame.sp - first === code.argCount) {
        checkRecursion(m, code, first);
        frame.sp = at;
        const globals = heap.slots[func]![FunctionSlot.GLOBALS];
        beginFrame(m, code, func, globals, at, first, code.argCount, 0, false);
      } else enterFunction(m, frame, func, at, first);
      return Called.ENTERED;
    }
    case Kind.TYPE:
      if (m.stack[at + 1] === 0) {
        const called = callInitializer(m, frame, callable, at, given);
        if (called !== Called.NATIVE) return called;
      }
      if (callable === m.typeType) frame.code.cacheVersion[frame.pc] = SEEN;
  }
  const result = call(m, callable, argumentsAt(m.stack, m.stack[at + 1] === 0 ? at + 2 : at + 1, frame.sp), null);
  dropEntries(m, at, frame.sp);
  putEntry(m, at, result);
  return Called.NATIVE;
}

/** A bound method on the stack makes way for its function and its self. */
function spreadMethod(m: PythonMachine, frame: Frame, method: number, at: number): void {
  const [func, self] = m.heap.slots[method]!;
  const entries: number[] = [];
  for (let i = frame.sp - 1; i > at + 1; i--) {
    if (m.stack[i] > 0) takeEntry(m, i);
    entries.push(m.stack[i]);
  }
  const owned = takeEntry(m, at);
  putNewEntry(m, at, func);
  putNewEntry(m, at + 1, self);
  for (let i = at + 2; i < frame.sp; i++) {
    const entry = entries.pop()!;
    if (entry > 0) putEntry(m, i, entry);
    else m.stack[i] = entry;
  }
  m.heap.decref(owned);
}

/**
 * A class whose `__init__` is a Python function: the instance is made and the initializer's frame entered. The first
 * execution of a call site is CPython's generic one: the arguments stay on the stack, and a tuple holds them, too. From
 * 3.13 on later ones are specialised (CALL_ALLOC_AND_ENTER_INIT) and move the arguments.
 */
function callInitializer(m: PythonMachine, frame: Frame, type: number, at: number, given: number): number {
  const heap = m.heap;
  const body = heap.body[type] as TypeBody;
  const caller = frame.code;
  const seen = caller.cacheVersion[frame.pc];
  let initializer: number;
  if (seen === body.version) initializer = caller.cacheValue[frame.pc];
  else {
    if (heap.typeOf[type] !== m.typeType || body.kind !== Kind.INSTANCE) return Called.NATIVE;
    if (body.slots.create !== objectCreate || body.slots.initialize !== pythonInitialize) return Called.NATIVE;
    initializer = lookUp(m, type, '__init__');
    if (heap.kind[initializer] !== Kind.FUNCTION) return Called.NATIVE;
  }
  const code = (heap.body[initializer] as FunctionBody).code;
  if (code.code.isGenerator) return Called.NATIVE;
  checkRecursion(m, code, frame.sp);
  const globals = heap.slots[initializer]![FunctionSlot.GLOBALS];
  const isSpecialised = seen !== 0 && m.profile.versionInfo[1] >= 13 && code.isSimple && code.argCount === given + 1;
  caller.cacheVersion[frame.pc] = body.version;
  caller.cacheValue[frame.pc] = initializer;
  const stack = m.stack;
  if (isSpecialised) {
    const instance = newInstance(m, type, body);
    layForInitializer(m, instance, initializer, at, frame.sp);
    frame.sp = at + 1;
    if (code.plainBody !== null && canBeFrameless(m)) {
      const none = callFrameless(m, code, initializer, globals, at + 1, at + 2, FrameFlag.INIT, true);
      return none === 0 ? Called.ENTERED : Called.FRAMELESS;
    }
    beginFrame(m, code, initializer, globals, at + 1, at + 2, given + 1, FrameFlag.INIT, true);
    return Called.ENTERED;
  }
  const args: number[] = [];
  for (let i = at + 2; i < frame.sp; i++) args.push(entryId(stack[i]));
  let tuple = 0;
  if (given > 0) {
    for (const id of args) heap.incref(id);
    tuple = m.tupleFromArray([...args]);
  }
  const instance = newInstance(m, type, body);
  let sp = frame.sp;
  putEntry(m, sp++, tuple);
  putEntry(m, sp++, instance);
  frame.sp = sp;
  const bound = bindParameters(m, initializer, code, [instance, ...args], null);
  putNewEntry(m, sp, initializer);
  stack[sp + 1] = 0;
  for (let i = 0; i < bound.length; i++) stack[sp + 2 + i] = bound[i];
  const flags = FrameFlag.INIT | FrameFlag.DROPS;
  const entered = beginFrame(m, code, initializer, globals, sp, sp + 2, bound.length, flags, true);
  entered.dropFrom = at;
  return Called.ENTERED;
}

/**
 * After the return of a frame with INIT, DROPS or GENERATOR: puts the right thing on the caller's stack. `at` is where the
 * callable lay; `result` is owned.
 */
export function finishSpecialReturn(
  m: PythonMachine,
  caller: Frame,
  ended: Frame,
  flags: number,
  at: number,
  result: number,
): void {
  if (flags & FrameFlag.GENERATOR) {
    finishGenerator(m, caller, at, result);
    return;
  }
  if (flags & FrameFlag.INIT) {
    caller.sp = at;
    if (result !== m.none) {
      const message = `__init__() should return None, not '${m.shownTypeName(result)}'`;
      m.heap.decref(result);
      m.raise('TypeError', message);
    }
    if (flags & FrameFlag.DROPS) {
      const instance = takeEntry(m, at - 1);
      dropEntries(m, ended.dropFrom, at - 1);
      putEntry(m, ended.dropFrom, instance);
      caller.sp = ended.dropFrom + 1;
    }
    caller.pc++;
    return;
  }
  dropEntries(m, ended.dropFrom, at);
  putEntry(m, ended.dropFrom, result);
  caller.sp = ended.dropFrom + 1;
  caller.pc++;
}

/** As above for a generator just made, which lies at `at`. */
export function dropBelow(m: PythonMachine, caller: Frame, ended: Frame, at: number): void {
  const generator = takeEntry(m, at);
  dropEntries(m, ended.dropFrom, at);
  putEntry(m, ended.dropFrom, generator);
  caller.sp = ended.dropFrom + 1;
}

/** CALL_EXIT. True when a frame was entered. */
export function callExit(m: PythonMachine, frame: Frame): boolean {
  const at = frame.sp - 5;
  const exit = entryId(m.stack[at]);
  if (m.stack[at + 1] !== 0 && m.heap.kind[exit] === Kind.FUNCTION) {
    enterFunction(m, frame, exit, at, at + 1);
    return true;
  }
  // Up to 3.13 the bound method stays on the stack for the time of the call.
  const result = call(m, exit, [m.none, m.none, m.none], null);
  dropEntries(m, at, frame.sp);
  frame.sp = at;
  putEntry(m, frame.sp++, result);
  return false;
}

/** CALL_KW. True when a frame was entered. */
export function callWithKeywords(m: PythonMachine, frame: Frame, given: number): boolean {
  const heap = m.heap;
  const at = frame.sp - given - 3;
  const names = keywordNames(m, entryId(m.stack[frame.sp - 1]));
  let callable = entryId(m.stack[at]);
  if (heap.kind[callable] === Kind.METHOD && m.stack[at + 1] === 0) {
    spreadMethod(m, frame, callable, at);
    callable = entryId(m.stack[at]);
  }
  const first = m.stack[at + 1] === 0 ? at + 2 : at + 1;
  if (heap.kind[callable] === Kind.FUNCTION) {
    checkRecursion(m, (heap.body[callable] as FunctionBody).code, first);
    enterBinding(m, frame, callable, at, first, names);
    return true;
  }
  const args: number[] = [];
  for (let i = first; i < frame.sp - 1; i++) args.push(entryId(m.stack[i]));
  const result = call(m, callable, args, names);
  dropEntries(m, at, frame.sp);
  frame.sp = at;
  putEntry(m, frame.sp++, result);
  return false;
}

/** CALL_EX: callable NULL args-tuple [kwargs-dict]. True when a frame was entered. */
export function callUnpacked(m: PythonMachine, frame: Frame, hasKeywords: number): boolean {
  const heap = m.heap;
  const at = frame.sp - 3 - hasKeywords;
  const callable = entryId(m.stack[at]);
  const iterable = entryId(m.stack[at + 2]);
  const args = heap.kind[iterable] === Kind.TUPLE ? [...m.items(iterable)] : collected(m, callable, frame, at);
  const names: string[] = [];
  if (hasKeywords) {
    const entries = m.dictEntries(entryId(m.stack[at + 3]));
    for (let i = 0; i < entries.length; i += 2) {
      if (!m.isStr(entries[i])) m.raise('TypeError', 'keywords must be strings');
      names.push(m.strValue(entries[i]));
      args.push(entries[i + 1]);
    }
  }
  const given = names.length === 0 ? null : names;
  if (heap.kind[callable] === Kind.FUNCTION) {
    const code = (heap.body[callable] as FunctionBody).code;
    checkRecursion(m, code, frame.sp);
    const keepsNames = m.profile.versionInfo[1] < 12 && given !== null;
    if (keepsNames) putEntry(m, frame.sp++, m.tupleFromArray(names.map((name) => m.intern(name))));
    const bind = (): number[] => bindParameters(m, callable, code, args, given);
    const bound = keepsNames ? bind() : throughNames(m, names, bind);
    const globals = heap.slots[callable]![FunctionSlot.GLOBALS];
    if (m.profile.versionInfo[1] < 12) {
      // 3.11 keeps the tuple until the call is over, and with keywords their names and a copy of all arguments.
      if (given !== null) for (const id of args) putNewEntry(m, frame.sp++, id);
      const sp = frame.sp;
      putNewEntry(m, sp, callable);
      for (let i = 0; i < bound.length; i++) m.stack[sp + 1 + i] = bound[i];
      beginFrame(m, code, callable, globals, sp, sp + 1, bound.length, FrameFlag.DROPS, true).dropFrom = at;
      return true;
    }
    dropEntries(m, at + 1, frame.sp);
    frame.sp = at;
    for (let i = 0; i < bound.length; i++) m.stack[at + 1 + i] = bound[i];
    beginFrame(m, code, callable, globals, at, at + 1, bound.length, 0, true);
    return true;
  }
  const result =
    heap.kind[callable] === Kind.TYPE && heap.typeOf[callable] === m.typeType
      ? callType(m, callable, args, given, true)
      : call(m, callable, args, given);
  dropEntries(m, at, frame.sp);
  frame.sp = at;
  putEntry(m, frame.sp++, result);
  return false;
}

/** The iterable of `f(*iterable)` becomes a tuple on the stack; its items, borrowed. */
function collected(m: PythonMachine, callable: number, frame: Frame, at: number): number[] {
  const iterable = entryId(m.stack[at + 2]);
  const slots = m.bodyOfType(iterable).slots;
  if (slots.iterate === undefined && slots.getItem === undefined) {
    const where = m.profile.versionInfo[1] >= 15 ? 'Value' : `${calledName(m, callable)} argument`;
    m.raise('TypeError', `${where} after * must be an iterable, not ${m.typeName(iterable)}`);
  }
  const tuple = m.tupleFromArray(m.collect(iterable));
  const keywords = frame.sp > at + 3 ? takeEntry(m, at + 3) : 0;
  dropEntry(m, at + 2);
  putEntry(m, at + 2, tuple);
  if (keywords !== 0) putEntry(m, at + 3, keywords);
  return [...m.items(tuple)];
}

export function makeFunction(m: PythonMachine, frame: Frame, flags: number): void {
  const code = entryId(m.stack[frame.sp - 1]);
  m.heap.incref(code);
  dropEntry(m, --frame.sp);
  const closure = flags & MakeFunction.CLOSURE ? takeEntry(m, --frame.sp) : 0;
  const annotations = flags & MakeFunction.ANNOTATIONS ? takeEntry(m, --frame.sp) : 0;
  const keywordDefaults = flags & MakeFunction.KEYWORD_DEFAULTS ? takeEntry(m, --frame.sp) : 0;
  const defaults = flags & MakeFunction.DEFAULTS ? takeEntry(m, --frame.sp) : 0;
  const func = newFunction(m, code, frame.globals, defaults, keywordDefaults, annotations, closure);
  m.heap.decref(code);
  putEntry(m, frame.sp++, func);
}
