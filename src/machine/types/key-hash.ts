/** Hashes of dict keys and set elements, with the complaint that 3.14 words anew. */
import type { Machine } from '../native.ts';
import { PythonError } from '../python-error.ts';
import { isAtLeast } from './versions.ts';

/** The hash of `key`; TypeError when it has none. `use`: what it was to become ('dict key', 'set element'). */
export function hashForUse(m: Machine, key: number, use: string): number {
  if (!isAtLeast(m, 14)) return m.hash(key);
  try {
    return m.hash(key);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    if (m.heap.typeOf[error.exception] !== m.type('TypeError')) throw error;
    const reason = m.toStr(error.exception);
    m.heap.decref(error.exception);
    return m.raise('TypeError', `cannot use '${m.shownTypeName(key)}' as a ${use} (${reason})`);
  }
}
