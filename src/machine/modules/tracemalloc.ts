/**
 * The module tracemalloc, with the simulated heap as what is traced. Source: CPython Lib/tracemalloc.py,
 * Modules/_tracemalloc.c.
 *
 * Not CPython: a block is an object, or the items of a list, dict or set; what the interpreter allocates for itself (tables
 * of attributes, frames, caches) is none.
 */
import { addLineTracer, removeLineTracer } from '../line-tracing.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { AllocationTracer, type Blocks, type Place } from './tracemalloc/allocation-tracer.ts';

/** Held by the module's functions. */
interface Tracing {
  tracer: AllocationTracer | null;
  /** Frames that a traceback may have. */
  limit: number;
  /** By number, which is what Python code holds. */
  readonly snapshots: { readonly blocks: Blocks; readonly places: readonly Place[] }[];
}

const MOST_FRAMES = 65535;

/** `((filename, lineno), ...)`, innermost first, owned. */
function traceback(m: Machine, { frames }: Place): number {
  return m.tupleFromArray(frames.map(([file, line]) => m.tuple([m.intern(file), m.int(line)])));
}

export const tracemallocModule: NativeModule = {
  name: 'tracemalloc',
  attributes(m) {
    const tracing: Tracing = { tracer: null, limit: 1, snapshots: [] };
    return {
      start: m.function_('start', (machine, args, names) => {
        const [given] = machine.bindArguments('start', args, names, ['nframe=']);
        const limit = given === 0 ? 1 : machine.indexNumber(given);
        if (limit < 1 || limit > MOST_FRAMES) {
          machine.raise('ValueError', `the number of frames must be in range [1; ${MOST_FRAMES}]`);
        }
        if (tracing.tracer === null) {
          tracing.limit = limit;
          tracing.tracer = new AllocationTracer(machine as PythonMachine, limit);
          addLineTracer(machine as PythonMachine, tracing.tracer);
        }
        return machine.none;
      }),
      stop: m.function_('stop', (machine) => {
        if (tracing.tracer !== null) {
          removeLineTracer(machine as PythonMachine, tracing.tracer);
          tracing.tracer.end();
          tracing.tracer = null;
        }
        return machine.none;
      }),
      is_tracing: m.function_('is_tracing', (machine) => machine.bool(tracing.tracer !== null)),
      clear_traces: m.function_('clear_traces', (machine) => {
        tracing.tracer?.clear();
        return machine.none;
      }),
      reset_peak: m.function_('reset_peak', (machine) => {
        if (tracing.tracer !== null) tracing.tracer.peak = 0;
        return machine.none;
      }),
      get_traced_memory: m.function_('get_traced_memory', (machine) => {
        const now = tracing.tracer?.traced() ?? 0;
        return machine.tuple([machine.int(now), machine.int(tracing.tracer?.peak ?? 0)]);
      }),
      get_tracemalloc_memory: m.function_('get_tracemalloc_memory', (machine) => machine.int(0)),
      get_traceback_limit: m.function_('get_traceback_limit', (machine) => machine.int(tracing.limit)),
      _get_object_traceback: m.function_('_get_object_traceback', (machine, [object]) => {
        const place = tracing.tracer?.placeOf(object) ?? -1;
        return place < 0 ? machine.none : traceback(machine, tracing.tracer!.places[place]);
      }),
      // (number of the snapshot, [(traceback, bytes, blocks, frames that there were), ...])
      _snapshot: m.function_('_snapshot', (machine) => {
        const { places } = tracing.tracer!;
        const blocks = tracing.tracer!.blocks();
        const number = tracing.snapshots.push({ blocks, places }) - 1;
        const bytes = new Array<number>(places.length).fill(0);
        const counts = new Array<number>(places.length).fill(0);
        blocks.places.forEach((place, i) => {
          bytes[place] += blocks.sizes[i];
          counts[place]++;
        });
        const rows = places.flatMap((place, i) =>
          counts[i] === 0
            ? []
            : machine.tuple([
                traceback(machine, place),
                machine.int(bytes[i]),
                machine.int(counts[i]),
                machine.int(place.depth),
              ]),
        );
        return machine.tuple([machine.int(number), machine.list(rows)]);
      }),
      // The blocks of a snapshot as [(0, bytes, traceback, frames that there were), ...]
      _traces: m.function_('_traces', (machine, [number]) => {
        const { blocks, places } = tracing.snapshots[machine.indexNumber(number)];
        return machine.list(
          blocks.places.map((place, i) =>
            machine.tuple([
              machine.int(0),
              machine.int(blocks.sizes[i]),
              traceback(machine, places[place]),
              machine.int(places[place].depth),
            ]),
          ),
        );
      }),
      _source_line: m.function_('_source_line', (machine, [file, line]) => {
        const source = (machine as PythonMachine).sources.get(machine.strValue(file)) ?? '';
        return machine.str((source.split('\n')[machine.indexNumber(line) - 1] ?? '').trim());
      }),
    };
  },
  hasLateSource: true,
};
