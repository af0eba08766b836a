/** How the journal names a built-in object where it is stored. */
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';
import type { NativeFunction } from './native.ts';

export function builtinDescription(m: PythonMachine, id: number): string {
  switch (m.heap.kind[id]) {
    case Kind.TYPE:
      return `<class '${m.typeBody(id)?.name ?? '?'}'>`;
    case Kind.BUILTIN:
      return `<built-in function ${(m.heap.body[id] as NativeFunction).name}>`;
    case Kind.TUPLE:
    case Kind.FROZENSET:
      return m.repr(id);
    case Kind.DICT:
      return id === m.builtins ? '<builtins>' : '<dict>';
    case Kind.CODE:
      return '<code object>';
    default:
      return `<${m.typeName(id)} object>`;
  }
}
