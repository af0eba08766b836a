/**
 * Generators: a frame that leaves the stack and comes back. While suspended, the GENERATOR object's slots are the
 * frame's slots, then the objects on its value stack, then the dict of its locals and the exception it was handling (if any),
 * then the function.
 * Source: CPython Objects/genobject.c (gen_send_ex2, _gen_throw, gen_close, _PyGen_Finalize).
 */
import { Ev } from '../heap/events.ts';
import { Kind } from '../heap/kinds.ts';
import { Op } from '../program/instructions.ts';
import { FrameFlag, type Frame } from './frame.ts';
import { withHiddenContainer } from './hidden-containers.ts';
import {
  builtinsOf,
  checkNesting,
  checkRecursion,
  endFrame,
  type FrameBody,
  leaveToFrameObject,
  releaseSlots,
} from './frames.ts';
import { execute } from './interpreter.ts';
import { type LoadedCode, shownStackSize } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { newException, raiseObject, stopIterationErrorFor } from './raising.ts';
import { functionBody } from './functions.ts';
import { entryId, putEntry, takeEntry } from './value-stack.ts';

export interface GeneratorBody {
  readonly code: LoadedCode;
  readonly globals: number;
  name: string;
  qualifiedName: string;
  state: 'created' | 'suspended' | 'running' | 'closed';
  /** The next instruction. */
  pc: number;
  line: number;
  /** The value stack, if atoms or NULL lie on it: its entries, NODE for each that lies in the object's slots. */
  layout: number[] | null;
  /** 3.15: positions of the `for` loops over sequences on the value stack. */
  positions: Int32Array | null;
  /** How many objects of the value stack lie in the slots. */
  stackNodes: number;
  /** The last slot but one is the exception being handled. */
  hasHandled: boolean;
  /** Its FRAME object once somebody asked for it, owned; else 0. */
  frameObject: number;
}

const NODE = -1;

/** RETURN_GENERATOR: the innermost frame becomes a generator (owned) and leaves the stack. */
export function makeGenerator(m: PythonMachine, frame: Frame): number {
  const loaded = frame.code;
  const named = frame.func === 0 ? null : functionBody(m, frame.func);
  const body: GeneratorBody = {
    code: loaded,
    globals: frame.globals,
    name: named?.name ?? loaded.code.name,
    qualifiedName: named?.qualifiedName ?? loaded.code.qualifiedName,
    state: 'created',
    pc: 0,
    line: frame.line,
    layout: null,
    positions: null,
    stackNodes: 0,
    hasHandled: false,
    frameObject: 0,
  };
  const { generatorBase, generatorExpression } = m.profile.sizes;
  const more = loaded.code.name === '<genexpr>' ? generatorExpression : 0;
  const bytes = generatorBase + more + 8 * (loaded.slotCount + shownStackSize(m, loaded));
  const generator = m.heap.alloc(Kind.GENERATOR, m.typeOfKind(Kind.GENERATOR), [], body, bytes);
  suspend(m, frame, generator, body);
  body.state = 'created';
  m.heap.track(generator);
  return generator;
}

/** The innermost frame moves into `generator`; `frame.pc` is the instruction that suspends it. */
export function suspend(m: PythonMachine, frame: Frame, generator: number, body: GeneratorBody): void {
  const heap = m.heap;
  const stack = m.stack;
  const count = frame.code.slotCount;
  const first = frame.base + count;
  const slots: number[] = [];
  for (let at = frame.base; at < first; at++) {
    // On the heap every reference is owned.
    if (stack[at] < 0) {
      stack[at] = ~stack[at];
      heap.incref(stack[at]);
    }
    slots.push(stack[at]);
  }
  ownStack(m, first, frame.sp);
  let layout: number[] | null = null;
  let nodes = 0;
  for (let at = first; at < frame.sp; at++) {
    const id = stack[at];
    const isNode = id !== 0 && heap.isNode(id);
    if (isNode) {
      slots.push(id);
      nodes++;
    } else layout ??= new Array(at - first).fill(NODE);
    layout?.push(isNode ? NODE : id);
  }
  heap.events.three(Ev.SUSPEND, generator, frame.line, nodes);
  heap.slots[generator] = slots;
  body.state = 'suspended';
  body.pc = frame.pc + 1;
  body.line = frame.line;
  body.layout = layout;
  if (!m.profile.allocatesSequenceIterators) body.positions = m.positions.slice(first, frame.sp);
  body.stackNodes = nodes;
  body.frameObject = frame.object;
  if (frame.object !== 0) {
    const about = heap.body[frame.object] as FrameBody;
    about.depth = 0;
    about.generator = generator;
    about.line = frame.line;
    about.pc = frame.pc;
  }
  frame.object = 0;
  m.depth--;
  body.hasHandled = false;
  if (frame.flags & FrameFlag.SNAPSHOT) heap.appendSlot(generator, frame.snapshot);
  if (frame.flags & FrameFlag.GENERATOR) {
    if (m.handled !== 0) {
      body.hasHandled = true;
      heap.appendSlot(generator, m.handled);
    }
    m.handled = frame.savedHandled;
    frame.savedHandled = 0;
  }
  heap.appendSlot(generator, takeEntry(m, frame.callableAt));
}

function ownStack(m: PythonMachine, from: number, to: number): void {
  let borrows = false;
  for (let at = from; at < to; at++) if (m.stack[at] < 0) borrows = true;
  if (!borrows) return;
  const ids: number[] = [];
  for (let at = to - 1; at >= from; at--) ids.push(takeEntry(m, at));
  for (let at = from; at < to; at++) putEntry(m, at, ids.pop()!);
}

/** The frame of a suspended generator becomes the innermost one; its function lies at `callableAt`. */
export function resume(m: PythonMachine, generator: number, callableAt: number, flags: number): Frame {
  const heap = m.heap;
  const body = heap.body[generator] as GeneratorBody;
  const loaded = body.code;
  checkRecursion(m, loaded, callableAt + 1);
  putEntry(m, callableAt, heap.popSlot(generator));
  const handled = body.hasHandled ? heap.popSlot(generator) : 0;
  const func = entryId(m.stack[callableAt]);
  const snapshot = heap.slots[generator]!.length > loaded.slotCount + body.stackNodes ? heap.popSlot(generator) : 0;
  heap.events.four(Ev.RESUME, generator, loaded.id, body.stackNodes, body.line);
  const slots = heap.slots[generator]!;
  heap.slots[generator] = [];
  const depth = ++m.depth;
  if (depth === m.frames.length) m.frames.push(newFrameLike(m.frames[0]));
  const frame = m.frames[depth];
  const base = callableAt + 1;
  const count = loaded.slotCount;
  const stack = m.stack;
  for (let i = 0; i < count; i++) stack[base + i] = slots[i];
  let sp = base + count;
  let next = count;
  if (body.layout === null) while (next < slots.length) stack[sp++] = slots[next++];
  else for (const entry of body.layout) stack[sp++] = entry === NODE ? slots[next++] : entry;
  if (body.positions !== null) m.positions.set(body.positions, base + count);
  frame.code = loaded;
  frame.func = func;
  frame.globals = body.globals;
  frame.builtins = m.ownBuiltins === null ? m.builtins : builtinsOf(m, func, body.globals);
  frame.namespace = 0;
  frame.callableAt = callableAt;
  frame.base = base;
  frame.sp = sp;
  frame.pc = body.pc;
  frame.line = body.line;
  frame.flags = flags | FrameFlag.GENERATOR | (snapshot === 0 ? 0 : FrameFlag.SNAPSHOT);
  frame.snapshot = snapshot;
  frame.generator = generator;
  frame.thrower = 0;
  frame.object = body.frameObject;
  if (frame.object !== 0) {
    const about = heap.body[frame.object] as FrameBody;
    about.depth = depth;
    about.generator = 0;
  }
  body.frameObject = 0;
  frame.savedHandled = m.handled;
  m.handled = handled;
  body.state = 'running';
  return frame;
}

function newFrameLike(frame: Frame): Frame {
  return new (frame.constructor as new () => Frame)();
}

/** After the frame of a generator has ended: it handles nothing any more, its caller handles what it did. */
export function finish(m: PythonMachine, frame: Frame): void {
  (m.heap.body[frame.generator] as GeneratorBody).state = 'closed';
  const own = m.handled;
  m.handled = frame.savedHandled;
  frame.savedHandled = 0;
  if (own !== 0) m.heap.decref(own);
}

/** Whether the value sent to a generator that has not started yet is popped by its first instruction. */
function takesFirstValue(body: GeneratorBody): boolean {
  return body.code.instructions[2 * body.pc] === Op.POP_TOP;
}

/** Pushes what `yield` (or the start) evaluates to onto the resumed frame's stack; `value` is owned. */
export function pushSent(m: PythonMachine, frame: Frame, value: number, started: boolean): void {
  if (started || takesFirstValue(m.heap.body[frame.generator] as GeneratorBody)) putEntry(m, frame.sp++, value);
  else m.heap.decref(value);
}

/**
 * Resumes with `value` (borrowed). Returns what is yielded, owned; 0 at the end, with the result (owned) in m.result.
 */
export function send(m: PythonMachine, generator: number, value: number): number {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state === 'running') m.raise('ValueError', 'generator already executing');
  if (body.state === 'closed') {
    m.result = m.none;
    return 0;
  }
  const started = body.state === 'suspended';
  if (!started && value !== m.none) {
    m.raise('TypeError', "can't send non-None value to a just-started generator");
  }
  checkNesting(m);
  const frame = resume(m, generator, m.frames[m.depth].sp, FrameFlag.ENTRY);
  m.heap.incref(value);
  pushSent(m, frame, value, started);
  execute(m);
  return takeYielded(m);
}

function takeYielded(m: PythonMachine): number {
  if (!m.yielded) return 0;
  m.yielded = false;
  const result = m.result;
  m.result = 0;
  return result;
}

/** generator.__next__ as the slot `next` has it. */
export function nextOf(m: PythonMachine, generator: number): number {
  const item = send(m, generator, m.none);
  if (item === 0) m.heap.decref(m.result);
  return item;
}

/** A StopIteration that carries the result of a generator (stolen). */
export function raiseStopIteration(m: PythonMachine, value: number): never {
  if (value === m.none) raiseObject(m, newException(m, m.type('StopIteration'), m.emptyTuple));
  m.heap.incref(value);
  const exception = newException(m, m.type('StopIteration'), m.tupleFromArray([value]));
  m.heap.appendSlot(exception, value);
  raiseObject(m, exception);
}

/** The iterator that a suspended generator delegates to (`yield from`), borrowed, or 0. */
export function delegate(m: PythonMachine, generator: number): number {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state !== 'suspended') return 0;
  const code = body.code.instructions;
  const isDelegating = code[2 * body.pc] === Op.RESUME && (code[2 * body.pc + 1] & 3) === 2;
  return isDelegating ? m.heap.slots[generator]![body.code.slotCount + body.stackNodes - 1] : 0;
}

/**
 * generator.throw: throws `exception` (stolen) where the generator waits; returns as `send`. `thrower`: the generator that
 * delegates to this one, whose frame stands below it meanwhile.
 */
export function throwInto(m: PythonMachine, generator: number, exception: number, thrower = 0): number {
  const heap = m.heap;
  const body = heap.body[generator] as GeneratorBody;
  if (body.state === 'running') m.raise('ValueError', 'generator already executing');
  const inner = delegate(m, generator);
  if (inner !== 0) {
    heap.incref(inner);
    body.state = 'running';
    let error: unknown = null;
    let result = 0;
    let delegated = true;
    try {
      if (m.isInstance(exception, m.type('GeneratorExit'))) {
        closeIterator(m, inner);
        delegated = false;
      } else if (heap.kind[inner] === Kind.GENERATOR) {
        heap.incref(exception);
        result = throwInto(m, inner, exception, generator);
        if (result === 0) raiseStopIteration(m, m.result);
      } else {
        const method = m.findAttribute(inner, 'throw');
        if (method === 0) delegated = false;
        else result = callAndRelease(m, method, [exception]);
      }
    } catch (caught) {
      error = caught;
    } finally {
      body.state = 'suspended';
      heap.decref(inner);
    }
    if (error !== null) {
      heap.decref(exception);
      if (!(error instanceof PythonError)) throw error;
      return resumeThrowing(m, generator, error.exception, thrower);
    }
    if (delegated) {
      heap.decref(exception);
      return result;
    }
  }
  if (body.state === 'closed') throw new PythonError(exception);
  // One that has not started raises it where it begins: its frame is in the traceback.
  const isCreated = body.state === 'created';
  try {
    return resumeThrowing(m, generator, exception, thrower);
  } catch (error) {
    // In 3.11 no handler stands around the start of a generator: whoever resumes it looks at what comes out.
    const isOther = !isCreated || !m.profile.throwsIntoUnstartedGenerators || !(error instanceof PythonError);
    const made = isOther ? 0 : stopIterationErrorFor(m, error.exception);
    if (isOther || made === 0) throw error;
    heap.decref(error.exception);
    throw new PythonError(made);
  }
}

function callAndRelease(m: PythonMachine, callable: number, args: number[]): number {
  try {
    return m.call(callable, args);
  } finally {
    m.heap.decref(callable);
  }
}

function resumeThrowing(m: PythonMachine, generator: number, exception: number, thrower = 0): number {
  checkNesting(m);
  const frame = resume(m, generator, m.frames[m.depth].sp, FrameFlag.ENTRY);
  frame.thrower = thrower;
  // The exception arises at the yield, one instruction before the one to go on with.
  frame.pc--;
  execute(m, new PythonError(exception));
  return takeYielded(m);
}

function closeIterator(m: PythonMachine, iterator: number): void {
  if (m.heap.kind[iterator] === Kind.GENERATOR) {
    m.heap.decref(close(m, iterator));
    return;
  }
  const method = m.findAttribute(iterator, 'close');
  if (method !== 0) m.heap.decref(callAndRelease(m, method, []));
}

/** generator.close(); the result is owned. */
export function close(m: PythonMachine, generator: number): number {
  const heap = m.heap;
  const body = heap.body[generator] as GeneratorBody;
  if (body.state === 'running') m.raise('ValueError', 'generator already executing');
  if (body.state === 'closed') return m.none;
  if (body.state === 'created') {
    // Where it is not cleared (gh-142766) the generator holds its arguments until it dies itself.
    if (m.profile.finalizesUnstartedGenerators) closeUnstarted(m, generator);
    else body.state = 'closed';
    return m.none;
  }
  let exception = 0;
  const inner = delegate(m, generator);
  if (inner !== 0) {
    heap.incref(inner);
    body.state = 'running';
    try {
      closeIterator(m, inner);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      exception = error.exception;
    } finally {
      body.state = 'suspended';
      heap.decref(inner);
    }
  }
  if (exception === 0 && !isGuarded(body)) {
    clearFrame(m, generator, m.profile.closedGeneratorKeepsFunction);
    return m.none;
  }
  if (exception === 0) exception = newException(m, m.type('GeneratorExit'), m.emptyTuple);
  try {
    const yielded = resumeThrowing(m, generator, exception);
    if (yielded === 0) {
      const result = m.result;
      m.result = 0;
      if (m.profile.versionInfo[1] >= 13) return result;
      heap.decref(result);
      return m.none;
    }
    heap.decref(yielded);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const isExpected =
      m.isInstance(error.exception, m.type('GeneratorExit')) || m.isInstance(error.exception, m.type('StopIteration'));
    if (!isExpected) throw error;
    heap.decref(error.exception);
    return m.none;
  }
  m.raise('RuntimeError', 'generator ignored GeneratorExit');
}

/** Does the generator wait inside a try or with? The handler that every generator has around its body is none. */
function isGuarded(body: GeneratorBody): boolean {
  const at = body.pc - 1;
  const code = body.code.instructions;
  return body.code.code.exceptionTable.some(
    (entry) => at >= entry.start && at < entry.end && code[2 * entry.target] !== Op.STOP_ITERATION_ERROR,
  );
}

/**
 * The frame of a suspended generator ends without running: its slots, its value stack, its function are released.
 * `keepsFunction`: the generator itself holds the function from now on.
 */
export function clearFrame(m: PythonMachine, generator: number, keepsFunction = false): void {
  const frame = resume(m, generator, m.frames[m.depth].sp, FrameFlag.ENDING);
  const rest: number[] = [];
  const first = frame.base + frame.code.slotCount;
  while (frame.sp > first) rest.push(takeEntry(m, --frame.sp));
  const release = (): void => {
    for (const id of rest) if (id !== 0) m.heap.decref(id);
  };
  (m.heap.body[generator] as GeneratorBody).state = 'closed';
  if (m.profile.releasesLocals === 'reverse') release();
  else {
    rest.reverse();
    if (frame.object === 0) releaseSlots(m, frame);
    release();
  }
  finish(m, frame);
  if (!keepsFunction) {
    endFrame(m, frame);
    return;
  }
  // The function lies on the caller's stack: it moves when the frame has ended.
  const at = frame.callableAt;
  const entry = m.stack[at];
  m.stack[at] = 0;
  endFrame(m, frame);
  m.stack[at] = entry;
  const func = takeEntry(m, at);
  m.stack[at] = 0;
  m.heap.appendSlot(generator, func);
}

/** 3.11 throws GeneratorExit into it, which makes a frame and a traceback for the moment (gen_close, PyTraceBack_Here). */
function closeUnstarted(m: PythonMachine, generator: number): void {
  const clear = (): void => clearFrame(m, generator);
  if (!m.profile.throwsIntoUnstartedGenerators) return clear();
  withHiddenContainer(m, Kind.FRAME, null, () => withHiddenContainer(m, Kind.TRACEBACK, null, clear));
}

/** What happens to a generator that is about to die: it is closed. Exceptions are the caller's to report. */
export function finalizeGenerator(m: PythonMachine, generator: number): void {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state !== 'suspended' && body.state !== 'created') return;
  // A collection that finds it unstarted leaves it alone in some versions (gh-142766); when its last reference
  // goes, its frame is cleared in all of them. The heap holds one reference while it finalizes.
  const isCollected = m.heap.refcount[generator] > 1;
  if (body.state === 'created' && isCollected && !m.profile.finalizesUnstartedGenerators) return;
  if (body.state === 'created') {
    closeUnstarted(m, generator);
    return;
  }
  try {
    m.heap.decref(close(m, generator));
  } catch (error) {
    if (!isCollected) leaveFrame(m, generator);
    throw error;
  }
}

/** A generator that ignored GeneratorExit dies all the same; the traceback of that exception has its frame. */
function leaveFrame(m: PythonMachine, generator: number): void {
  const { state, frameObject } = m.heap.body[generator] as GeneratorBody;
  if (state !== 'suspended' || frameObject === 0 || m.heap.refcount[frameObject] === 1) return;
  const frame = resume(m, generator, m.frames[m.depth].sp, FrameFlag.ENDING);
  finish(m, frame);
  leaveToFrameObject(m, frame);
}
