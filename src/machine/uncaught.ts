/** The end of a program by an exception. Source: CPython Python/pythonrun.c (_PyErr_PrintEx, _Py_HandleSystemExit). */
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';
import { ExceptionSlot } from './raising.ts';
import { printToStderr, sysAttribute } from './standard-streams.ts';
import { tracebackText } from './traceback-text.ts';

/** Calls sys.excepthook, or prints `traceback` where the program has not replaced it. Borrowed. */
export function printUncaught(m: PythonMachine, exception: number, traceback: string): void {
  const { heap } = m;
  const hook = sysAttribute(m, 'excepthook');
  if (hook === 0 && m.dictGetName(m.modules, 'sys') !== 0) {
    printToStderr(m, `sys.excepthook is missing\n${traceback}`);
    return;
  }
  if (hook === 0 || hook === sysAttribute(m, '__excepthook__')) {
    printToStderr(m, traceback);
    return;
  }
  heap.incref(hook);
  try {
    const where = heap.slots[exception]![ExceptionSlot.TRACEBACK] || m.none;
    heap.decref(m.call(hook, [heap.typeOf[exception], exception, where]));
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const inHook = tracebackText(m, error.exception);
    printToStderr(m, `Error in sys.excepthook:\n${inHook}\nOriginal exception was:\n${traceback}`);
    heap.decref(error.exception);
  }
  heap.decref(hook);
}

/** What `sys.exit(code)` prints: nothing for None and numbers. */
export function exitMessage(m: PythonMachine, exception: number): string {
  const code = m.findAttribute(exception, 'code');
  if (code === 0) return '';
  const text = code === m.none || m.isInt(code) ? '' : `${m.toStr(code)}\n`;
  m.heap.decref(code);
  return text;
}
