/** sys.getsizeof. Source: CPython Python/sysmodule.c (_PySys_GetSizeOf). */
import { FIRST_CONTAINER, Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';

const GC_HEADER = 16;

/** Shallow size in bytes, with the hidden header. A `__sizeof__` written in Python is asked and the header added. */
export function sizeOf(m: Machine, id: number): number {
  const own = m.special(id, '__sizeof__');
  if (own === 0 || m.heap.kind[own] === Kind.BUILTIN || m.isType(id)) return m.heap.size[id];
  const result = m.callMethod(id, '__sizeof__', []);
  const bytes = Number(m.index(result));
  m.heap.decref(result);
  if (bytes < 0) m.raise('ValueError', '__sizeof__() should return >= 0');
  return m.heap.kind[id] >= FIRST_CONTAINER ? bytes + GC_HEADER : bytes;
}
