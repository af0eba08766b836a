/** sys.excepthook and sys.unraisablehook as they are before a program replaces them. Source: CPython Python/sysmodule.c. */
import type { PythonMachine } from '../machine.ts';
import type { NativeCall } from '../native.ts';
import { printToStderr } from '../standard-streams.ts';
import { tracebackText } from '../traceback-text.ts';
import { printHookArguments } from '../unraisable.ts';

export const hookFunctions: Readonly<Record<string, NativeCall>> = {
  unraisablehook(m, args, names) {
    m.expectArguments('sys.unraisablehook', args, names, 1);
    if (m.heap.typeOf[args[0]] !== m.type('UnraisableHookArgs')) {
      m.raise('TypeError', 'sys.unraisablehook argument type must be UnraisableHookArgs');
    }
    printHookArguments(m as PythonMachine, args[0]);
    return m.none;
  },
  excepthook(m, args, names) {
    m.expectArguments('excepthook', args, names, 3);
    const machine = m as PythonMachine;
    if (m.isInstance(args[1], m.type('BaseException'))) printToStderr(machine, tracebackText(machine, args[1]));
    else {
      const text = `TypeError: print_exception(): Exception expected for value, ${m.typeName(args[1])} found\n`;
      printToStderr(machine, text);
    }
    return m.none;
  },
};
