/** Drawing integers and picking from sequences. Source: CPython Lib/random.py. */
import type { Machine } from '../../native.ts';
import { collectorOf } from '../collector-of.ts';
import type { RandomState } from './random-state.ts';

/**
 * _randbelow: up to 3.13 it makes a temporary bound method (`self.getrandbits`), which counts as an allocation; if that
 * one makes a collection due, the collection runs before the temporary goes (cpython-memory.md 9).
 */
export function below(m: Machine, state: RandomState, limit: number | bigint): number | bigint {
  if (m.profile.randintAllocates) passHiddenMethod(m);
  if (typeof limit === 'number' && limit <= 0x100000000) return state.twister.belowNumber(limit);
  const drawn = state.twister.below(BigInt(limit));
  return drawn <= Number.MAX_SAFE_INTEGER ? Number(drawn) : drawn;
}

function passHiddenMethod(m: Machine): void {
  const { counter } = m.heap;
  if (counter.due) collectorOf(m).collectIfDue();
  counter.countHidden();
  if (counter.due) collectorOf(m).collectIfDue();
  counter.discountHidden();
}

/** The index of an item of a sequence, borrowed; owned item. */
export function itemAt(m: Machine, sequence: number, index: number): number {
  const key = m.int(index);
  try {
    return m.getItem(sequence, key);
  } finally {
    m.heap.decref(key);
  }
}

/** range(start, stop, step): how many numbers it has. */
export function countOf(start: bigint, stop: bigint, step: bigint): bigint {
  const width = stop - start;
  if (step > 0n) return width <= 0n ? 0n : (width + step - 1n) / step;
  return width >= 0n ? 0n : (width + step + 1n) / step;
}

/** Indexes of `count` different items out of `size`, in the order drawn. */
export function sampleIndexes(m: Machine, state: RandomState, size: number, count: number): number[] {
  const indexes: number[] = [];
  let poolLimit = 21;
  if (count > 5) poolLimit += 4 ** Math.ceil(Math.log(count * 3) / Math.log(4));
  if (size <= poolLimit) {
    const pool = Array.from({ length: size }, (_, i) => i);
    for (let i = 0; i < count; i++) {
      const j = Number(below(m, state, size - i));
      indexes.push(pool[j]);
      pool[j] = pool[size - i - 1];
    }
    return indexes;
  }
  const selected = new Set<number>();
  while (indexes.length < count) {
    const j = Number(below(m, state, size));
    if (selected.has(j)) continue;
    selected.add(j);
    indexes.push(j);
  }
  return indexes;
}
