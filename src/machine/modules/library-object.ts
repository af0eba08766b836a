/** Objects that belong to a module of ours: CPython has them long before the program starts. */
import type { PythonMachine } from '../machine.ts';
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

/** Whether an object was made by a module that was imported while the program ran. */
export function isOfLibrary(m: Machine, id: number): boolean {
  const ranges = (m as PythonMachine).libraryRanges;
  for (let i = ranges.length - 1; i >= 0 && ranges[i][1] > id; i--) if (ranges[i][0] <= id) return true;
  return false;
}

/** For CPython's own bookkeeping: the picture of the program, and questions about it, leave it out. */
export function keepOutOfPicture(m: PythonMachine, id: number): void {
  if (id >= m.heap.programStart) m.libraryRanges.push([id, id + 1]);
}
