/** The bases of a class statement: what stands for those that are no classes, and whose metaclass makes the class. */
import { Kind } from '../heap/kinds.ts';
import type { PythonMachine } from './machine.ts';

/**
 * `__mro_entries__`: what stands for a base that is no class, as `list` does for `list[int]`. Borrowed: a class holds
 * itself. `tuple` holds the bases. Source: update_bases.
 */
export function resolveBases(m: PythonMachine, bases: readonly number[], tuple: number): number[] {
  const { heap } = m;
  const resolved: number[] = [];
  for (const base of bases) {
    const method = m.isType(base) ? 0 : m.findAttribute(base, '__mro_entries__');
    if (method === 0) {
      resolved.push(base);
      continue;
    }
    try {
      const entries = m.call(method, [tuple]);
      if (heap.kind[entries] !== Kind.TUPLE) {
        heap.decref(entries);
        m.raise('TypeError', '__mro_entries__ must return a tuple');
      }
      resolved.push(...m.items(entries));
      heap.decref(entries);
    } finally {
      heap.decref(method);
    }
  }
  return resolved;
}

/** Stores the bases as they were written: `tuple`, borrowed. */
export function storeOriginalBases(m: PythonMachine, namespace: number, tuple: number): void {
  const key = m.intern('__orig_bases__');
  m.setItem(namespace, key, tuple);
  m.heap.decref(key);
}

/** TypeError where the metaclasses of the bases and the given one have no order. Source: _PyType_CalculateMetaclass. */
export function mostDerivedMetaclass(m: PythonMachine, metaclass: number, bases: readonly number[]): number {
  let winner = metaclass;
  for (const base of bases) {
    const candidate = m.heap.typeOf[base];
    if (m.isSubtype(winner, candidate)) continue;
    if (m.isSubtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    m.raise(
      'TypeError',
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}
