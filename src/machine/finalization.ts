/** Finalizers and weak callbacks: Python code that runs because an object dies. Source: CPython Objects/typeobject.c (slot_tp_finalize). */
import { Kind } from '../heap/kinds.ts';
import { bind, lookUp } from './attributes.ts';
import { callSpecial } from './calls.ts';
import { finalizeGenerator } from './generators.ts';
import type { PythonMachine } from './machine.ts';
import { PythonError, Stop } from './python-error.ts';

/** Calls `__del__`, or closes a generator. Never throws. */
export function finalizeObject(m: PythonMachine, id: number): void {
  undisturbed(m, () => {
    if (m.heap.kind[id] === Kind.GENERATOR) {
      try {
        finalizeGenerator(m, id);
      } catch (error) {
        if (error instanceof Stop) throw error;
        m.reportUnraisable(error, 'while closing generator', id);
      }
      return;
    }
    const method = lookUp(m, m.heap.typeOf[id], '__del__');
    if (method === 0) return;
    if (m.heap.kind[method] === Kind.FUNCTION) callDel(m, method, () => callSpecial(m, id, '__del__', []));
    else callOtherDel(m, id, method);
  });
}

/** `shown` is what the report of an exception names. */
function callDel(m: PythonMachine, shown: number, call: () => number): void {
  try {
    m.heap.decref(call());
  } catch (error) {
    if (error instanceof Stop) throw error;
    m.reportUnraisable(error, 'while calling deallocator', shown);
  }
}

/** A `__del__` that is no function. lookup_maybe_method: an exception of its `__get__` is lost. */
function callOtherDel(m: PythonMachine, id: number, method: number): void {
  let bound: number;
  try {
    bound = bind(m, method, id, m.heap.typeOf[id]);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    m.heap.decref(error.exception);
    return;
  }
  callDel(m, bound, () => m.call(bound, []));
  m.heap.decref(bound);
}

/** Calls the callback of a weak reference. Never throws. */
export function callWeakCallback(m: PythonMachine, reference: number, callback: number): void {
  undisturbed(m, () => {
    try {
      m.heap.decref(m.call(callback, [reference]));
    } catch (error) {
      if (error instanceof Stop) throw error;
      const place = m.heap.counter.collecting ? 'on calling weakref callback' : 'while calling weakref callback';
      m.reportUnraisable(error, place, callback);
    }
  });
}

/** Runs `action` in the midst of whatever the machine is doing. The host's wish to stop waits until it is over. */
function undisturbed(m: PythonMachine, action: () => void): void {
  const { result, yielded, reraising } = m;
  m.reraising = false;
  try {
    action();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    m.pendingStop = error;
  } finally {
    m.result = result;
    m.yielded = yielded;
    m.reraising = reraising;
  }
}
