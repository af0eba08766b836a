/** What the machine holds outside the heap, for collectors that mark from roots. */
import type { PythonMachine } from './machine.ts';
import { entryId } from './value-stack.ts';

/**
 * Calls `visit` for it, in the order of CPython's mark_stacks (3.14.2, Python/gc.c): frame by frame from the innermost on,
 * the namespace of a body, the function, the stack from its top; then what CPython holds elsewhere.
 */
export function visitRoots(m: PythonMachine, visit: (id: number) => void): void {
  const visitAny = (id: number): void => {
    if (id !== 0) visit(id);
  };
  let at = m.frames[m.depth].sp - 1;
  for (let depth = m.depth; depth >= 1; depth--) {
    const frame = m.frames[depth];
    visitAny(frame.namespace);
    visitAny(frame.func);
    for (; at >= frame.base; at--) visitAny(entryId(m.stack[at]));
  }
  for (; at >= 0; at--) visitAny(entryId(m.stack[at]));
  for (let depth = 1; depth <= m.depth; depth++) {
    const { globals, object, savedHandled } = m.frames[depth];
    [globals, object, savedHandled].forEach(visitAny);
  }
  [m.globals, m.builtins, m.modules, m.handled, m.result, ...m.keywordNames.values()].forEach(visitAny);
}
