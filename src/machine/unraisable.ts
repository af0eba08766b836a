/**
 * Exceptions that nobody can catch, because Python code ran in the midst of something else: sys.unraisablehook and what
 * it prints by default. Source: CPython Python/errors.c (format_unraisable, write_unraisable_exc_file).
 */
import { Kind } from '../heap/kinds.ts';
import { linkedDepth } from './frames.ts';
import type { PythonMachine } from './machine.ts';
import type { UnraisablePlace } from './native.ts';
import { PythonError } from './python-error.ts';
import { ExceptionSlot } from './raising.ts';
import { printToStderr, sysAttribute } from './standard-streams.ts';
import { addTraceback } from './unwinding.ts';
import { exceptionLine, legacyTracebackText, tracebackText } from './traceback-text.ts';

/** The fields of sys.UnraisableHookArgs. */
export const UNRAISABLE_FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const;

/** What is known of an unraisable exception. All borrowed; a message or an object of 0 stands for None. */
interface Unraisable {
  readonly exception: number;
  readonly message: string | null;
  readonly object: number;
}

/** Hands the exception of a PythonError to sys.unraisablehook and releases it; other errors are thrown on. */
export function reportUnraisable(m: PythonMachine, error: unknown, place: UnraisablePlace, object: number): void {
  if (!(error instanceof PythonError)) throw error;
  const { exception } = error;
  const depth = linkedDepth(m, m.depth);
  if (m.heap.slots[exception]![ExceptionSlot.TRACEBACK] === 0 && depth > 0) addTraceback(m, exception, depth);
  const unraisable = describe(m, exception, place, object);
  const hook = sysAttribute(m, 'unraisablehook');
  const isDefault = hook === 0 || hook === m.none || hook === sysAttribute(m, '__unraisablehook__');
  if (isDefault) printUnraisable(m, unraisable);
  else callHook(m, hook, unraisable);
  m.heap.decref(exception);
}

/** The default hook, for the arguments that sys.unraisablehook takes. */
export function printHookArguments(m: PythonMachine, args: number): void {
  const [, exception, , message, object] = m.items(args);
  const none = (id: number): number => (id === m.none ? 0 : id);
  printUnraisable(m, { exception, message: none(message) === 0 ? null : m.toStr(message), object: none(object) });
}

/** Up to 3.13 the object is handed over by itself; later versions put it into the message. */
function describe(m: PythonMachine, exception: number, place: UnraisablePlace, object: number): Unraisable {
  const isNamed = place === 'in atexit callback';
  const [, minor] = m.profile.versionInfo;
  if (minor >= 14 || (minor === 13 && isNamed)) {
    return { exception, message: `Exception ignored ${place} ${safeRepr(m, object)}`, object: 0 };
  }
  return { exception, message: isNamed ? `Exception ignored ${place}` : null, object: object === m.none ? 0 : object };
}

function callHook(m: PythonMachine, hook: number, unraisable: Unraisable): void {
  const { heap } = m;
  const { exception, message, object } = unraisable;
  const fields = [heap.typeOf[exception], exception, heap.slots[exception]![ExceptionSlot.TRACEBACK] || m.none];
  for (const id of fields) heap.incref(id);
  fields.push(message === null ? m.none : m.str(message), object === 0 ? m.none : object);
  heap.incref(fields[4]);
  const args = heap.alloc(Kind.TUPLE, m.type('UnraisableHookArgs'), fields, null, 0);
  heap.incref(hook);
  try {
    heap.decref(m.call(hook, [args]));
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const message = 'Exception ignored in sys.unraisablehook';
    printUnraisable(m, { exception: error.exception, message, object: hook });
    heap.decref(error.exception);
  }
  heap.decref(hook);
  heap.decref(args);
}

function printUnraisable(m: PythonMachine, { exception, message, object }: Unraisable): void {
  let text = '';
  if (message !== null) text = message + (object === 0 ? ':\n' : `: ${safeRepr(m, object)}\n`);
  else if (object !== 0) text = `Exception ignored in: ${safeRepr(m, object)}\n`;
  printToStderr(m, text + exceptionText(m, exception));
}

/** Up to 3.14 C code prints it: no chained exceptions, no notes, a colon even where nothing follows. */
function exceptionText(m: PythonMachine, exception: number): string {
  if (m.profile.versionInfo[1] >= 15) return tracebackText(m, exception);
  const line = exceptionLine(m, exception);
  return `${legacyTracebackText(m, exception)}${line.includes(':') ? line : `${line}: `}\n`;
}

function safeRepr(m: PythonMachine, object: number): string {
  try {
    return m.repr(object);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    m.heap.decref(error.exception);
    return '<object repr() failed>';
  }
}
