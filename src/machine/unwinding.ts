/**
 * An exception looks for its handler: traceback entries, exception tables, frames that end.
 * Source: CPython Python/ceval.c (exception_unwind, exit_unwind), Python/traceback.c (PyTraceBack_Here).
 */
import { Kind } from '../heap/kinds.ts';
import { FrameFlag, type Frame } from './frame.ts';
import { endFrame, frameObject } from './frames.ts';
import { finish } from './generators.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { ExceptionSlot, newException } from './raising.ts';
import { dropEntry, putEntry, takeEntry } from './value-stack.ts';

/** Slots of a TRACEBACK object: the next one inwards comes first and dies first. */
export const TracebackSlot = { NEXT: 0, FRAME: 1 } as const;

export interface TracebackBody {
  readonly code: LoadedCode;
  /** The instruction that was being executed. */
  readonly pc: number;
  readonly line: number;
}

/**
 * Unwinds to the innermost handler: afterwards the innermost frame's pc and sp are those of the handler. Where there is
 * none within the frames that `execute` has entered (from `floor`), they have ended, and the exception is thrown on.
 */
export function unwind(m: PythonMachine, error: unknown, floor: number): void {
  let exception = exceptionOf(m, error);
  for (;;) {
    const frame = m.frames[m.depth];
    try {
      if (!m.reraising) addTraceback(m, exception, m.depth);
      m.reraising = false;
      if (enterHandler(m, frame, exception)) return;
    } catch (second) {
      exception = exceptionOf(m, second);
      continue;
    }
    const first = frame.base + frame.code.slotCount;
    while (frame.sp > first) dropEntry(m, --frame.sp);
    m.lineTracer?.leave(frame);
    const isEntry = m.depth === floor;
    if (frame.flags & FrameFlag.GENERATOR) finish(m, frame);
    const callableAt = frame.callableAt;
    endFrame(m, frame);
    if (isEntry) throw new PythonError(exception);
    m.frames[m.depth].sp = callableAt;
  }
}

function exceptionOf(m: PythonMachine, error: unknown): number {
  if (error instanceof PythonError) return error.exception;
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    // Not CPython: the host's stack is full before Python's limit is reached.
    m.reraising = false;
    return newException(m, m.type('RecursionError'), m.tupleFromArray([m.str('maximum recursion depth exceeded')]));
  }
  throw error;
}

/** Notes in the exception's traceback that it passes through the frame at `depth`. */
export function addTraceback(m: PythonMachine, exception: number, depth: number): void {
  const heap = m.heap;
  const frame = m.frames[depth];
  const object = frameObject(m, depth);
  heap.incref(object);
  const next = heap.setSlot(exception, ExceptionSlot.TRACEBACK, 0);
  const body: TracebackBody = { code: frame.code, pc: frame.pc, line: frame.code.lineOf(frame.pc) };
  const traceback = heap.allocTracked(Kind.TRACEBACK, m.typeOfKind(Kind.TRACEBACK), [next, object], body, 56);
  heap.setSlot(exception, ExceptionSlot.TRACEBACK, traceback);
}

function enterHandler(m: PythonMachine, frame: Frame, exception: number): boolean {
  const pc = frame.pc;
  for (const entry of frame.code.code.exceptionTable) {
    if (pc < entry.start || pc >= entry.end) continue;
    const height = frame.base + frame.code.slotCount + entry.depth;
    while (frame.sp > height) dropEntry(m, --frame.sp);
    if (entry.lasti) putEntry(m, frame.sp++, m.int(pc));
    putEntry(m, frame.sp++, exception);
    frame.pc = entry.target;
    return true;
  }
  return false;
}

/** PUSH_EXC_INFO: the exception on top is being handled from now on; what was handled before goes below it. */
export function beginHandling(m: PythonMachine, frame: Frame): void {
  const exception = takeEntry(m, --frame.sp);
  const previous = m.handled;
  putEntry(m, frame.sp++, previous === 0 ? m.none : previous);
  putEntry(m, frame.sp++, exception);
  m.heap.incref(exception);
  m.handled = exception;
}

/** POP_EXCEPT: it is handled; the one before is being handled again. */
export function endHandling(m: PythonMachine, frame: Frame): void {
  const previous = takeEntry(m, --frame.sp);
  const handled = m.handled;
  m.handled = previous === m.none ? 0 : previous;
  if (handled !== 0) m.heap.decref(handled);
}
