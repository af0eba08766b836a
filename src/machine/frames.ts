/**
 * Frames begin and end here. Source: CPython Python/ceval.c (_PyEvalFramePushAndInit, clear_thread_frame),
 * Python/frame.c (_PyFrame_ClearExceptCode, take_ownership).
 */
import { Ev, OP_BITS } from '../heap/events.ts';
import { UNTRACKED } from '../heap/heap.ts';
import { Kind } from '../heap/kinds.ts';
import { Frame, FrameFlag } from './frame.ts';
import { FunctionSlot } from './functions.ts';
import type { GeneratorBody } from './generators.ts';
import { type LoadedCode, shownStackSize } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { bytesOfKind } from './object-sizes.ts';
import { dropEntry, takeEntry } from './value-stack.ts';

/**
 * Python code called by native code called by Python code ...: each level takes up to 3 kB of the host's stack, of which
 * there is not quite 1 MB.
 */
export const MOST_NESTING = 180;
const STACK_RESERVE = 4096;

/** Throws RecursionError when there is no room for a further frame. */
export function checkRecursion(m: PythonMachine, code: LoadedCode, base: number): void {
  if (m.depth >= m.recursionLimit || base + code.frameSize + STACK_RESERVE > m.stack.length) {
    m.raise('RecursionError', 'maximum recursion depth exceeded');
  }
}
export function checkNesting(m: PythonMachine): void {
  if (m.nesting >= MOST_NESTING) m.raise('RecursionError', 'maximum recursion depth exceeded');
}

/**
 * A frame begins whose first `count` slots already hold their values, on the stack from `base`. `owned`: the values
 * are native code's; otherwise they are stack entries and become locals, which counts nothing.
 */
export function beginFrame(
  m: PythonMachine,
  code: LoadedCode,
  func: number,
  globals: number,
  callableAt: number,
  base: number,
  count: number,
  flags: number,
  owned: boolean,
): Frame {
  recordEntry(m, code, base, count, owned);
  return pushFrame(m, code, func, globals, callableAt, base, count, flags);
}

/** Records that a function is entered; parameters as those of `beginFrame`. */
export function recordEntry(m: PythonMachine, code: LoadedCode, base: number, count: number, owned: boolean): void {
  const { heap, stack } = m;
  const { events } = heap;
  events.reserve(1 + 4 * count);
  const words = events.words;
  let to = events.at;
  if (!owned) {
    for (let at = base + count - 1; at >= base; at--) {
      const entry = stack[at];
      if (entry > 0 && heap.isNode(entry)) words[to++] = Ev.POP_MOVE | (entry << OP_BITS);
    }
  }
  words[to++] = Ev.ENTER | (code.id << OP_BITS);
  for (let slot = 0; slot < count; slot++) {
    const entry = stack[base + slot];
    if (entry === 0) continue;
    words[to] = Ev.LOCAL | (slot << OP_BITS);
    words[to + 1] = heap.cellWord(entry ^ (entry >> 31));
    words[to + 2] = 0;
    to += 3;
  }
  events.at = to;
}

/** The builtins that a function found where it was made, or those that `exec` was given with the globals. Borrowed. */
export function builtinsOf(m: PythonMachine, func: number, globals: number): number {
  return func !== 0 ? m.heap.slots[func]![FunctionSlot.BUILTINS] : (m.ownBuiltins?.get(globals) ?? m.builtins);
}

/** The frame of a function that has been entered; parameters as those of `beginFrame`. */
export function pushFrame(
  m: PythonMachine,
  code: LoadedCode,
  func: number,
  globals: number,
  callableAt: number,
  base: number,
  count: number,
  flags: number,
): Frame {
  const stack = m.stack;
  const depth = ++m.depth;
  const frames = m.frames;
  if (depth === frames.length) frames.push(new Frame());
  const frame = frames[depth];
  const end = base + code.slotCount;
  for (let at = base + count; at < end; at++) stack[at] = 0;
  frame.code = code;
  frame.func = func;
  frame.globals = globals;
  frame.builtins = m.ownBuiltins === null ? m.builtins : builtinsOf(m, func, globals);
  frame.namespace = 0;
  frame.callableAt = callableAt;
  frame.base = base;
  frame.sp = end;
  frame.pc = 0;
  frame.line = code.code.firstLine;
  frame.flags = flags;
  frame.generator = 0;
  frame.object = 0;
  frame.savedHandled = 0;
  return frame;
}

/**
 * The innermost frame ends: its slots are released, then the callable below it. Its value stack is empty by now.
 */
export function endFrame(m: PythonMachine, frame: Frame): void {
  frame.flags |= FrameFlag.ENDING;
  if (frame.object !== 0) {
    if (m.heap.refcount[frame.object] > 1) giveToFrameObject(m, frame);
    else {
      m.heap.decref(frame.object);
      frame.object = 0;
      releaseSlots(m, frame);
    }
  } else releaseSlots(m, frame);
  if (frame.flags & FrameFlag.SNAPSHOT) m.heap.decref(frame.snapshot);
  m.heap.events.two(Ev.LEAVE, frame.code.id, frame.line);
  const callableAt = frame.callableAt;
  m.depth--;
  dropEntry(m, callableAt);
}

/**
 * Depth of the innermost frame at or above `depth` that code sees which runs now: those whose locals are being released have
 * left the stack for it (clear_thread_frame unlinks them first).
 */
export function linkedDepth(m: PythonMachine, depth: number): number {
  while (m.frames[depth].flags & FrameFlag.ENDING) depth--;
  return depth;
}

/** Releases the slots of the innermost frame in the order of the version. */
export function releaseSlots(m: PythonMachine, frame: Frame): void {
  const base = frame.base;
  const count = frame.code.slotCount;
  if (m.profile.releasesLocals === 'forward') {
    for (let slot = 0; slot < count; slot++) if (m.stack[base + slot] !== 0) releaseSlot(m, base, slot);
  } else {
    for (let slot = count - 1; slot >= 0; slot--) if (m.stack[base + slot] !== 0) releaseSlot(m, base, slot);
  }
}

function releaseSlot(m: PythonMachine, base: number, slot: number): void {
  const heap = m.heap;
  const entry = m.stack[base + slot];
  m.stack[base + slot] = 0;
  if (entry < 0) {
    heap.events.three(Ev.LOCAL, slot, 0, heap.cellWord(~entry));
    return;
  }
  heap.events.two(Ev.RELEASE_LOCAL, slot, heap.cellWord(entry));
  if (--heap.refcount[entry] === 0) heap.reachedZero(entry);
}

// ------------------------------------------------------------------------------------------------ frame objects

export interface FrameBody {
  /** Depth of the live frame, 0 once the frame has ended and its slots are the object's own. */
  depth: number;
  /** The suspended generator that keeps the frame's slots, 0 if it is no such frame. */
  generator: number;
  readonly code: LoadedCode;
  /** Where the frame was when it ended. */
  line: number;
  pc: number;
  globals: number;
}

/** The FRAME object of a live frame, borrowed. */
export function frameObject(m: PythonMachine, depth: number): number {
  const frame = m.frames[depth];
  if (frame.object === 0) {
    const { code, line, pc, globals } = frame;
    const body: FrameBody = { depth, generator: 0, code, line, pc, globals };
    const bytes = bytesOfKind(m.profile, Kind.FRAME, frame.code.slotCount + shownStackSize(m, frame.code));
    // Untracked until it owns the slots.
    frame.object = m.heap.alloc(Kind.FRAME, m.typeOfKind(Kind.FRAME), [], body, bytes);
  }
  return frame.object;
}

/** The FRAME object of a generator that is not on the stack, borrowed. */
export function suspendedFrameObject(m: PythonMachine, generator: number): number {
  const generatorBody = m.heap.body[generator] as GeneratorBody;
  if (generatorBody.frameObject === 0) {
    const { code, line, pc, globals } = generatorBody;
    const body: FrameBody = { depth: 0, generator, code, line, pc, globals };
    const bytes = bytesOfKind(m.profile, Kind.FRAME, code.slotCount + shownStackSize(m, code));
    generatorBody.frameObject = m.heap.alloc(Kind.FRAME, m.typeOfKind(Kind.FRAME), [], body, bytes);
  }
  return generatorBody.frameObject;
}

/**
 * The frame of a generator that dies while it waits goes on in its object, if somebody has that; what lies on its value stack
 * goes with it. Source: _PyFrame_ClearExceptCode, which takes no notice of whether the frame has ended.
 */
export function leaveToFrameObject(m: PythonMachine, frame: Frame): void {
  const first = frame.base + frame.code.slotCount;
  const values = Array.from({ length: frame.sp - first }, (_, at) => takeEntry(m, first + at));
  frame.sp = first;
  giveToFrameObject(m, frame, values);
  endFrame(m, frame);
}

/**
 * Slots of a FRAME object that outlives its frame: the function (or 0), the frame's slots, the dict of its locals if it
 * keeps one, the calling frame's object (or 0). Of a frame that has not ended: 0 for no dict, then the owned `values` of its
 * stack, no caller.
 */
function giveToFrameObject(m: PythonMachine, frame: Frame, values: readonly number[] | null = null): void {
  const heap = m.heap;
  const object = frame.object;
  const count = frame.code.slotCount;
  const body = heap.body[object] as FrameBody;
  body.depth = 0;
  body.line = frame.code.lineOf(frame.pc);
  body.pc = frame.pc;
  if (frame.func !== 0) {
    heap.incref(frame.func);
    heap.appendSlot(object, frame.func);
  } else heap.appendSlot(object, 0);
  for (let slot = 0; slot < count; slot++) {
    const entry = m.stack[frame.base + slot];
    m.stack[frame.base + slot] = 0;
    if (entry !== 0) heap.events.three(Ev.LOCAL, slot, 0, heap.cellWord(entry ^ (entry >> 31)));
    if (entry < 0) heap.incref(~entry);
    heap.appendSlot(object, entry ^ (entry >> 31));
  }
  if (frame.flags & FrameFlag.SNAPSHOT) heap.appendSlot(object, frame.snapshot);
  else if (values !== null) heap.appendSlot(object, 0);
  frame.flags &= ~FrameFlag.SNAPSHOT;
  for (const id of values ?? []) heap.appendSlot(object, id);
  const caller = linkedDepth(m, m.depth - 1);
  let back = 0;
  // A generator's frame has left its caller already; from 3.12 to 3.14 it still knows it.
  const [, minor] = m.profile.versionInfo;
  if (caller > 0 && values === null && (frame.generator === 0 || (minor >= 12 && minor < 15))) {
    const isThrown = frame.generator !== 0 && frame.thrower !== 0;
    back = isThrown ? suspendedFrameObject(m, frame.thrower) : frameObject(m, caller);
    heap.incref(back);
  }
  heap.appendSlot(object, back);
  if (heap.generation[object] === UNTRACKED) heap.track(object);
  frame.object = 0;
  heap.decref(object);
}
