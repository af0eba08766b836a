/** What `__reduce__` returns. Source: CPython Lib/copyreg.py and the protocol of pickle. */
import type { Machine } from '../native.ts';

/** `(type(self), (*args,), *rest)`. Takes over `args` and `rest`; the tuple is owned by the caller. */
export function reduced(m: Machine, self: number, args: readonly number[], rest: readonly number[]): number {
  const type = m.heap.typeOf[self];
  m.heap.incref(type);
  return m.tupleFromArray([type, m.tupleFromArray([...args]), ...rest]);
}
