/** Instructions that raise, match and clean up exceptions, and `with`. */
import { bind, lookUp } from './attributes.ts';
import type { Frame } from './frame.ts';
import { valueOfStopIteration } from './instruction-iteration.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { exceptionMatches, ExceptionSlot, type ExceptionBody, handledNow, newException, raiseFrom } from './raising.ts';
import { dropEntry, entryId, putEntry, takeEntry } from './value-stack.ts';

export function raiseOperands(m: PythonMachine, frame: Frame, count: number): never {
  if (count === 0) {
    const handled = handledNow(m);
    if (handled === 0) m.raise('RuntimeError', 'No active exception to reraise');
    m.heap.incref(handled);
    m.reraising = true;
    throw new PythonError(handled);
  }
  const thing = entryId(m.stack[frame.sp - count]);
  raiseFrom(m, thing, count === 2 ? entryId(m.stack[frame.sp - 1]) : 0);
}

/** [lasti ..] exc -- : lasti only tells CPython which line f_lineno is to show. */
export function reraise(m: PythonMachine, frame: Frame): never {
  const exception = takeEntry(m, --frame.sp);
  m.reraising = true;
  throw new PythonError(exception);
}

/** exc type -- exc bool */
export function checkMatch(m: PythonMachine, frame: Frame): void {
  const type = entryId(m.stack[frame.sp - 1]);
  const matches = exceptionMatches(m, entryId(m.stack[frame.sp - 2]), type);
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, m.bool(matches));
}

/** manager -- exit result-of-enter */
export function beforeWith(m: PythonMachine, frame: Frame): void {
  const heap = m.heap;
  const at = frame.sp - 1;
  const manager = entryId(m.stack[at]);
  const type = heap.typeOf[manager];
  const enter = lookUp(m, type, '__enter__');
  if (enter === 0) complainAboutManager(m, manager, '__enter__');
  const exit = lookUp(m, type, '__exit__');
  if (exit === 0) complainAboutManager(m, manager, '__exit__');
  const boundEnter = bind(m, enter, manager, type);
  const boundExit = bind(m, exit, manager, type);
  let result: number;
  try {
    dropEntry(m, at);
    putEntry(m, at, boundExit);
    result = m.call(boundEnter, []);
  } finally {
    heap.decref(boundEnter);
  }
  putEntry(m, frame.sp++, result);
}

function complainAboutManager(m: PythonMachine, manager: number, missing: string): never {
  const hint = missing === '__exit__' ? ' (missed __exit__ method)' : '';
  m.raise('TypeError', `'${m.typeName(manager)}' object does not support the context manager protocol${hint}`);
}

/** exit lasti previous exc -- exit lasti previous exc result */
export function withExceptStart(m: PythonMachine, frame: Frame): void {
  const heap = m.heap;
  const exception = entryId(m.stack[frame.sp - 1]);
  const exit = entryId(m.stack[frame.sp - 4]);
  const traceback = heap.slots[exception]![ExceptionSlot.TRACEBACK] || m.none;
  const result = m.call(exit, [heap.typeOf[exception], exception, traceback]);
  putEntry(m, frame.sp++, result);
}

/** receiver last-sent exc -- NULL value | the exception goes on. */
export function cleanUpThrow(m: PythonMachine, frame: Frame): void {
  const exception = entryId(m.stack[frame.sp - 1]);
  if (!m.isInstance(exception, m.type('StopIteration'))) {
    m.reraising = true;
    throw new PythonError(takeEntry(m, --frame.sp));
  }
  const value = valueOfStopIteration(m, takeEntry(m, --frame.sp));
  dropEntry(m, --frame.sp);
  dropEntry(m, --frame.sp);
  m.stack[frame.sp++] = 0;
  putEntry(m, frame.sp++, value);
}

/** exc -- exc' : a StopIteration that leaves a generator becomes a RuntimeError. */
export function stopIterationError(m: PythonMachine, frame: Frame): void {
  const heap = m.heap;
  const exception = entryId(m.stack[frame.sp - 1]);
  if (!m.isInstance(exception, m.type('StopIteration'))) return;
  const error = newException(m, m.type('RuntimeError'), m.tupleFromArray([m.str('generator raised StopIteration')]));
  heap.incref(exception);
  heap.replaceSlot(error, ExceptionSlot.CAUSE, exception);
  heap.incref(exception);
  heap.replaceSlot(error, ExceptionSlot.CONTEXT, exception);
  (heap.body[error] as ExceptionBody).suppressContext = true;
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, error);
}
