/** Containers that CPython makes for its own use and drops again: no objects here, but they count as allocations. */
import { Kind } from '../heap/kinds.ts';
import type { Machine } from './native.ts';

/** Runs `action` while a container of `kind` with the slots exists; it comes from a free-list and goes there, where there is one. */
export function withHiddenContainer<T>(m: Machine, kind: number, slots: readonly number[] | null, action: () => T): T {
  const { counter, frozen, collectInAllocation } = m.heap;
  if (frozen) return action();
  counter.allocated(kind, slots, true);
  const isTracked = kind !== Kind.TUPLE;
  if (isTracked) counter.tracked();
  if (counter.due && collectInAllocation !== null) collectInAllocation();
  try {
    return action();
  } finally {
    if (isTracked) counter.untracked();
    counter.freed(kind, slots, true);
  }
}
