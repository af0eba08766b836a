/** Where output goes: sys.stdout and sys.stderr are names that a program may bind to something else. */
import type { PythonMachine } from './machine.ts';
import { PythonError } from './python-error.ts';

/** What the name is bound to in the module sys, borrowed; 0 when there is none, or when nobody has imported sys. */
export function sysAttribute(m: PythonMachine, name: string): number {
  const sys = m.dictGetName(m.modules, 'sys');
  return sys === 0 ? 0 : m.dictGetName(m.heap.slots[sys]![0], name);
}

/** What `sys.stdout` or `sys.stderr` is now, borrowed; 0 when nobody has replaced it. */
export function replacedStream(m: PythonMachine, name: 'stdout' | 'stderr'): number {
  const stream = sysAttribute(m, name);
  if (stream === 0) {
    if (m.dictGetName(m.modules, 'sys') === 0) return 0;
    m.raise('RuntimeError', `lost sys.${name}`);
  }
  if (m.heap.typeOf[stream] !== m.type('_io.TextIOWrapper')) return stream;
  return (m.heap.body[stream] as { readonly name: string }).name === `<${name}>` ? 0 : stream;
}

/** file.write(text) */
export function writeTo(m: PythonMachine, file: number, text: string): void {
  const argument = m.str(text);
  try {
    m.heap.decref(m.callMethod(file, 'write', [argument]));
  } finally {
    m.heap.decref(argument);
  }
}

/** Prints what the interpreter has to say itself. Nothing can go wrong: what cannot be printed is lost (PySys_WriteStderr). */
export function printToStderr(m: PythonMachine, text: string): void {
  try {
    const stream = replacedStream(m, 'stderr');
    if (stream === 0) m.writeError(text);
    else if (stream !== m.none) writeTo(m, stream, text);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    m.heap.decref(error.exception);
  }
}
