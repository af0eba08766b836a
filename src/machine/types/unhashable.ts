/** The hash of what has none. Source: CPython Objects/object.c (PyObject_HashNotImplemented). */
import type { Machine } from '../native.ts';

/** As a type's `hash` it makes the type's `__hash__` None. */
export function unhashable(m: Machine, self: number): never {
  m.raise('TypeError', `unhashable type: '${m.shownTypeName(self)}'`);
}
