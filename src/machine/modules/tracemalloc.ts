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
  peak: number;
}

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
    const tracing: Tracing = { active: false, before: 0, peak: 0 };
    return {
      start: m.function_('start', (machine) => {
        if (!tracing.active) Object.assign(tracing, { active: true, before: inUse(machine), peak: 0 });
        return machine.none;
      }),
      stop: m.function_('stop', (machine) => {
        tracing.active = false;
        return machine.none;
      }),
      is_tracing: m.function_('is_tracing', (machine) => machine.bool(tracing.active)),
      clear_traces: m.function_('clear_traces', (machine) => {
        Object.assign(tracing, { before: inUse(machine), peak: 0 });
        return machine.none;
      }),
      reset_peak: m.function_('reset_peak', (machine) => {
        tracing.peak = 0;
        return machine.none;
      }),
      get_traced_memory: m.function_('get_traced_memory', (machine) => {
        const now = traced(machine, tracing);
        return machine.tuple([machine.int(now), machine.int(tracing.peak)]);
      }),
      get_tracemalloc_memory: m.function_('get_tracemalloc_memory', (machine) => machine.int(0)),
      get_traceback_limit: m.function_('get_traceback_limit', (machine) => machine.int(1)),
    };
  },
  source: `\
class Statistic:
    __slots__ = ('size', 'count')

    def __init__(self, size, count):
        self.size = size
        self.count = count

    def __str__(self):
        return f'simulated heap: size={self.size} B'


class StatisticDiff:
    __slots__ = ('size', 'size_diff', 'count', 'count_diff')

    def __init__(self, size, size_diff):
        self.size = size
        self.size_diff = size_diff
        self.count = self.count_diff = 1

    def __str__(self):
        return f'simulated heap: size={self.size} B ({self.size_diff:+} B)'


class Snapshot:
    __slots__ = ('_size',)

    def __init__(self, size):
        self._size = size

    def statistics(self, key_type, cumulative=False):
        return [Statistic(self._size, 1)]

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        return [StatisticDiff(self._size, self._size - old_snapshot._size)]

    def filter_traces(self, filters):
        return self


def take_snapshot():
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    return Snapshot(get_traced_memory()[0])
`,
};
