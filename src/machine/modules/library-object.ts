/** Objects that belong to a module of ours: CPython has them long before the program starts. */
import type { Machine } from '../native.ts';

/** Runs `make` with new containers kept out of the collector's lists and counts. */
export function asLibrary<T>(m: Machine, make: () => T): T {
  const { heap } = m;
  const before = heap.frozen;
  heap.frozen = true;
  try {
    return make();
  } finally {
    heap.frozen = before;
  }
}
