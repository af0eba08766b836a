/**
 * The module tracemalloc, with the simulated heap as what is traced: all of the program's objects and atoms, no matter
 * where they were made. Source: CPython Lib/tracemalloc.py.
 *
 * Not CPython: snapshots know the total only; there is one statistic and no traceback.
 */
import type { Machine, NativeModule } from '../native.ts';

/** Held by the module's functions. */
interface Tracing {
  active: boolean;
  /** Bytes in use when tracing began: what was there before is not traced. */
  before: number;
  /** Objects that were there before. */
  objectsBefore: number;
  peak: number;
  /** Frames that a traceback may have; there is one. */
  limit: number;
}

const MOST_FRAMES = 65535;

function inUse(m: Machine): number {
  return m.heap.objectBytes + m.heap.atomBytes;
}

function traced(m: Machine, tracing: Tracing): number {
  const now = tracing.active ? Math.max(0, inUse(m) - tracing.before) : 0;
  // Not CPython: the peak is that of the moments when somebody asked.
  tracing.peak = Math.max(tracing.peak, now);
  return now;
}

export const tracemallocModule: NativeModule = {
  name: 'tracemalloc',
  attributes(m) {
    const tracing: Tracing = { active: false, before: 0, objectsBefore: 0, peak: 0, limit: 1 };
    const begin = (machine: Machine): void => {
      Object.assign(tracing, { before: inUse(machine), objectsBefore: machine.heap.liveObjects, peak: 0 });
    };
    return {
      start: m.function_('start', (machine, args, names) => {
        const [given] = machine.bindArguments('start', args, names, ['nframe=']);
        const limit = given === 0 ? 1 : machine.indexNumber(given);
        if (limit < 1 || limit > MOST_FRAMES) {
          machine.raise('ValueError', `the number of frames must be in range [1; ${MOST_FRAMES}]`);
        }
        if (!tracing.active) begin(machine);
        Object.assign(tracing, { active: true, limit });
        return machine.none;
      }),
      stop: m.function_('stop', (machine) => {
        tracing.active = false;
        return machine.none;
      }),
      is_tracing: m.function_('is_tracing', (machine) => machine.bool(tracing.active)),
      clear_traces: m.function_('clear_traces', (machine) => {
        begin(machine);
        return machine.none;
      }),
      reset_peak: m.function_('reset_peak', (machine) => {
        tracing.peak = 0;
        return machine.none;
      }),
      get_traced_memory: m.function_('get_traced_memory', (machine) => {
        const now = traced(machine, tracing);
        return machine.tuple([machine.int(now), machine.int(tracing.active ? tracing.peak : 0)]);
      }),
      _count: m.function_('_count', (machine) =>
        machine.int(Math.max(0, machine.heap.liveObjects - tracing.objectsBefore)),
      ),
      get_tracemalloc_memory: m.function_('get_tracemalloc_memory', (machine) => machine.int(0)),
      get_traceback_limit: m.function_('get_traceback_limit', (machine) => machine.int(tracing.limit)),
    };
  },
  hasLateSource: true,
};
