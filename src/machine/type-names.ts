import type { PythonMachine } from './machine.ts';

/** `main.C`, `collections.deque`, `int`: a type as object reprs name it. */
export function qualifiedTypeName(m: PythonMachine, type: number): string {
  const body = m.typeBody(type);
  return body.module === 'builtins' ? body.qualifiedName : `${body.module}.${body.qualifiedName}`;
}

/** The same as `<class ...>` reprs and tracebacks have it: `__main__.C`, but without `__main__.` for exceptions. */
export function shownExceptionName(m: PythonMachine, type: number): string {
  const body = m.typeBody(type);
  const isPlain = body.module === 'builtins' || body.module === '__main__';
  return isPlain ? body.qualifiedName : `${body.module}.${body.qualifiedName}`;
}
