/** Objects that a program is made of rather than those it works on: no count of live objects includes them. */
import { Kind } from './event-words.ts';

const machinery = new Uint8Array(256);
for (const kind of [
  Kind.NULL,
  Kind.TYPE,
  Kind.FUNCTION,
  Kind.MODULE,
  Kind.BUILTIN,
  Kind.DESCRIPTOR,
  Kind.CODE,
  Kind.FRAME,
]) {
  machinery[kind] = 1;
}

/** True for classes, functions, modules, frames and the like; of `kind` (heap/kinds.ts). */
export function isMachinery(kind: number): boolean {
  return machinery[kind] === 1;
}
