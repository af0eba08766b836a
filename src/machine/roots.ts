/** What the machine holds outside the heap, for collectors that mark from roots. */
import type { PythonMachine } from './machine.ts';
import { entryId } from './value-stack.ts';

export function visitRoots(m: PythonMachine, visit: (id: number) => void): void {
  const top = m.frames[m.depth].sp;
  for (let at = 0; at < top; at++) {
    const id = entryId(m.stack[at]);
    if (id !== 0) visit(id);
  }
  for (let depth = 1; depth <= m.depth; depth++) {
    const frame = m.frames[depth];
    for (const id of [frame.globals, frame.namespace, frame.object, frame.savedHandled]) if (id !== 0) visit(id);
  }
  for (const id of [m.globals, m.builtins, m.modules, m.handled, m.result]) if (id !== 0) visit(id);
}
