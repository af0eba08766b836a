/** Instructions that raise, match and clean up exceptions, and `with`. */
import { Kind } from '../heap/kinds.ts';
import { bind, lookUp } from './attributes.ts';
import { callFunction } from './calls.ts';
import { matchGroup, raisedAfterClauses } from './exception-groups.ts';
import type { Frame } from './frame.ts';
import { valueOfStopIteration } from './instruction-iteration.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { exceptionMatches, ExceptionSlot, handledNow, raiseFrom, stopIterationErrorFor } from './raising.ts';
import { dropEntry, entryId, putEntry, putNewEntry, takeEntry } from './value-stack.ts';

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

/** exc types -- rest match : from now on the match is what is being handled. */
export function checkGroupMatch(m: PythonMachine, frame: Frame): void {
  const types = entryId(m.stack[frame.sp - 1]);
  const [match, rest] = matchGroup(m, entryId(m.stack[frame.sp - 2]), types);
  dropEntry(m, frame.sp - 1);
  dropEntry(m, frame.sp - 2);
  putEntry(m, frame.sp - 2, rest);
  putEntry(m, frame.sp - 1, match === 0 ? m.none : match);
  if (match === 0) return;
  m.heap.incref(match);
  const handled = m.handled;
  m.handled = match;
  if (handled !== 0) m.heap.decref(handled);
}

/** original list -- what the clauses of `except*` leave to be raised, or None */
export function prepareReraise(m: PythonMachine, frame: Frame): void {
  const raised = raisedAfterClauses(m, entryId(m.stack[frame.sp - 2]), m.items(entryId(m.stack[frame.sp - 1])));
  dropEntry(m, --frame.sp);
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, raised);
}

/** manager -- exit self-or-NULL result-of-enter */
export function beforeWith(m: PythonMachine, frame: Frame): void {
  const heap = m.heap;
  const at = frame.sp - 1;
  const manager = entryId(m.stack[at]);
  const type = heap.typeOf[manager];
  const enter = lookUp(m, type, '__enter__');
  const exit = lookUp(m, type, '__exit__');
  const exitIsFirst = m.profile.versionInfo[1] >= 14;
  if (exit === 0 && exitIsFirst) complainAboutManager(m, manager, '__exit__');
  if (enter === 0) complainAboutManager(m, manager, '__enter__');
  if (exit === 0) complainAboutManager(m, manager, '__exit__');
  const result =
    m.profile.borrowsLocals && heap.kind[enter] === Kind.FUNCTION && heap.kind[exit] === Kind.FUNCTION
      ? enterFunctions(m, frame, enter, exit)
      : enterBoundMethods(m, frame, enter, exit);
  putEntry(m, frame.sp++, result);
}

/** From 3.14 on (LOAD_SPECIAL): the function and the manager wait on the stack, for `__exit__` as for `__enter__`. */
function enterFunctions(m: PythonMachine, frame: Frame, enter: number, exit: number): number {
  const at = frame.sp - 1;
  const entry = m.stack[at];
  if (entry > 0) takeEntry(m, at);
  putNewEntry(m, at, exit);
  if (entry > 0) putEntry(m, at + 1, entry);
  else m.stack[at + 1] = entry;
  frame.sp = at + 2;
  return callFunction(m, enter, [entryId(entry)], null, entry < 0 ? entry : 0);
}

/** Up to 3.13 both are bound first; the manager leaves the stack. */
function enterBoundMethods(m: PythonMachine, frame: Frame, enter: number, exit: number): number {
  const heap = m.heap;
  const at = frame.sp - 1;
  const manager = entryId(m.stack[at]);
  const boundEnter = bind(m, enter, manager, heap.typeOf[manager]);
  const boundExit = bind(m, exit, manager, heap.typeOf[manager]);
  try {
    dropEntry(m, at);
    putEntry(m, at, boundExit);
    m.stack[at + 1] = 0;
    frame.sp = at + 2;
    return m.call(boundEnter, []);
  } finally {
    heap.decref(boundEnter);
  }
}

function complainAboutManager(m: PythonMachine, manager: number, missing: string): never {
  const isNamed = missing === '__exit__' || m.profile.versionInfo[1] >= 14;
  const hint = isNamed ? ` (missed ${missing} method)` : '';
  m.raise('TypeError', `'${m.shownTypeName(manager)}' object does not support the context manager protocol${hint}`);
}

/** exit self-or-NULL lasti previous exc -- the same and the result */
export function withExceptStart(m: PythonMachine, frame: Frame): void {
  const heap = m.heap;
  const exception = entryId(m.stack[frame.sp - 1]);
  const self = m.stack[frame.sp - 4];
  const exit = entryId(m.stack[frame.sp - 5]);
  const traceback = heap.slots[exception]![ExceptionSlot.TRACEBACK] || m.none;
  const args = [heap.typeOf[exception], exception, traceback];
  const result = m.call(exit, self === 0 ? args : [entryId(self), ...args]);
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
  // The yielded value has left the stack: below the exception lies what it delegates to.
  dropEntry(m, --frame.sp);
  m.stack[frame.sp++] = 0;
  putEntry(m, frame.sp++, value);
}

/** exc -- exc' : a StopIteration that leaves a generator becomes a RuntimeError. */
export function stopIterationError(m: PythonMachine, frame: Frame): void {
  const exception = entryId(m.stack[frame.sp - 1]);
  const error = stopIterationErrorFor(m, exception);
  if (error === 0) return;
  dropEntry(m, frame.sp - 1);
  putEntry(m, frame.sp - 1, error);
}
