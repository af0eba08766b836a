/** The module traceback: printing exceptions. Source: CPython Lib/traceback.py. */
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { handledNow } from '../raising.ts';
import { exceptionLine, tracebackText } from '../traceback-text.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

/** What print_exc prints: the exception that is being handled. */
function handledText(m: Machine): string {
  const exception = handledNow(core(m));
  return exception === 0 ? 'NoneType: None\n' : tracebackText(core(m), exception);
}

/** The exception among (exc), (type, value) or (type, value, traceback); 0 for None. Borrowed. */
function exceptionAmong(m: Machine, args: readonly number[]): number {
  const exception = args.length > 1 && !m.isInstance(args[0], m.type('BaseException')) ? args[1] : args[0];
  return exception === undefined || exception === m.none ? 0 : exception;
}

/** Lines with their line feeds, as a list of str. */
function lines(m: Machine, text: string): number {
  return m.list((text.match(/[^\n]*\n/g) ?? []).map((line) => m.str(line)));
}

export const tracebackModule: NativeModule = {
  name: 'traceback',
  functions: {
    _handled: (m) => m.str(handledText(m)),
    _text(m, args) {
      const exception = exceptionAmong(m, args);
      return m.str(exception === 0 ? 'NoneType: None\n' : tracebackText(core(m), exception));
    },
    _only(m, args) {
      const exception = exceptionAmong(m, args);
      return m.str(exception === 0 ? 'NoneType: None\n' : `${exceptionLine(core(m), exception)}\n`);
    },
    _lines: (m, [text]) => lines(m, m.strValue(text)),
  },
  hasLateSource: true,
};
