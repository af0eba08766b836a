/** sys.getsizeof. Source: CPython Python/sysmodule.c (_PySys_GetSizeOf). */
import { Flag } from '../../heap/heap.ts';
import { FIRST_CONTAINER, Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';
import type { TypeBody } from '../type-body.ts';
import type { DictTable } from '../types/dict-table.ts';

const GC_HEADER = 16;

/** What lies in front of an object: sys.getsizeof counts it, `__sizeof__` does not. */
export function headerBytes(m: Machine, id: number): number {
  if (m.heap.kind[id] < FIRST_CONTAINER) return 0;
  // Only classes lie on the heap, and are known to the collector, among types.
  if (m.isType(id) && !(m.heap.flags[id] & Flag.HEAP_TYPE)) return 0;
  return GC_HEADER + (m.heap.body[m.heap.typeOf[id]] as TypeBody).preHeaderBytes;
}

/** The list of an OrderedDict: 8 bytes for every slot of its table, 32 for every entry. Not in the heap's own sum of bytes. */
function nodeBytes(m: Machine, id: number): number {
  if (m.heap.kind[id] !== Kind.DICT) return 0;
  const { isOrdered, tableSize, length } = m.heap.body[id] as DictTable;
  return isOrdered ? 8 * tableSize + 32 * length : 0;
}

/** Shallow size in bytes, with the hidden header. A `__sizeof__` written in Python is asked and the header added. */
export function sizeOf(m: Machine, id: number): number {
  const own = m.special(id, '__sizeof__');
  if (own === 0 || m.heap.kind[own] === Kind.BUILTIN || m.isType(id)) return m.heap.size[id] + nodeBytes(m, id);
  const result = m.callMethod(id, '__sizeof__', []);
  const bytes = Number(m.index(result));
  m.heap.decref(result);
  if (bytes < 0) m.raise('ValueError', '__sizeof__() should return >= 0');
  return bytes + headerBytes(m, id);
}
