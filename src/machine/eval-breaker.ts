/** What happens between instructions: collections that are due, the host's wish to pause or stop. */
import type { PythonMachine } from './machine.ts';

/** How many checks of the eval breaker lie between two looks at the budget. */
const TICKS = 4096;

/**
 * Since 3.12 native code that is about to show an object carries out a collection that is due. Source: CPython
 * Modules/signalmodule.c (PyErr_CheckSignals, which PyObject_Repr and PyObject_Str call).
 */
export function checkSignals(m: PythonMachine): void {
  if (m.heap.counter.due && m.heap.collectInAllocation === null) m.collector?.collectIfDue();
}

/** Returns true when the run must pause here. Source: CPython Python/ceval_gil.c (_Py_HandlePending). */
export function atEvalBreaker(m: PythonMachine): boolean {
  if (m.pendingStop !== null) {
    const stop = m.pendingStop;
    m.pendingStop = null;
    throw stop;
  }
  if (m.heap.counter.due) {
    if (m.collector === null) m.heap.counter.due = false;
    else m.collector.collectIfDue();
  }
  if (m.ticks >= 0) return false;
  m.ticks = TICKS;
  // Native code returns None and the like uncounted; the counts must not drift down to zero over a long run.
  for (const id of [m.none, m.true_, m.false_, m.notImplemented, m.emptyTuple, m.emptyString]) {
    m.heap.makeImmortal(id);
  }
  return m.mustPause();
}
