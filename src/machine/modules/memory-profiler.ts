/**
 * The package memory_profiler, as far as its decorator: after each call of a decorated function a table of memory by line.
 * Source: memory_profiler 0.61 (cpython-memory.md 8).
 *
 * Not memory_profiler: the meter is the simulated heap (objects and atoms of the program), not the resident set of a
 * process, so the numbers are small and can be reproduced.
 */
import { Kind } from '../../heap/kinds.ts';
import { functionBody } from '../functions.ts';
import { addLineTracer, lineTracers, removeLineTracer } from '../line-tracing.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { profileTable } from './memory-profiler/line-profile.ts';
import { ProfilingTracer } from './memory-profiler/line-tracers.ts';

function tracer(m: Machine): ProfilingTracer {
  const core = m as PythonMachine;
  const known = lineTracers(core).find((each) => each instanceof ProfilingTracer);
  if (known !== undefined) return known;
  const made = new ProfilingTracer(core);
  addLineTracer(core, made);
  return made;
}

/** Ends the innermost profiled call and returns its table. */
function endCall(m: Machine, precision: number): string {
  const core = m as PythonMachine;
  const followed = tracer(m);
  const call = followed.calls.pop()!;
  if (followed.calls.length === 0) removeLineTracer(core, followed);
  const { filename, firstLine, lastLine } = call.code;
  const source = (core.sources.get(filename) ?? '').split('\n');
  return profileTable(call.profile, filename, source, firstLine, lastLine, precision);
}

export const memoryProfilerModule: NativeModule = {
  name: 'memory_profiler',
  functions: {
    _begin(m, [func]) {
      if (m.heap.kind[func] !== Kind.FUNCTION)
        m.raise('TypeError', `profile: expected a function, not ${m.typeName(func)}`);
      tracer(m).begin(functionBody(m as PythonMachine, func).code.code);
      return m.none;
    },
    _end: (m, [precision]) => m.str(endCall(m, m.indexNumber(precision))),
    memory_usage: (m) => m.list([m.float((m.heap.objectBytes + m.heap.atomBytes) / 2 ** 20)]),
  },
  source: `\
def profile(func=None, stream=None, precision=1, backend='psutil'):
    if func is None:
        def decorate(func):
            return profile(func, stream, precision, backend)
        return decorate

    def wrapper(*args, **kwargs):
        _begin(func)
        try:
            result = func(*args, **kwargs)
        except BaseException:
            _end(precision)
            raise
        table = _end(precision)
        if stream is None:
            print(table, end='')
        else:
            stream.write(table)
        return result

    wrapper.__name__ = func.__name__
    wrapper.__qualname__ = func.__qualname__
    wrapper.__doc__ = func.__doc__
    wrapper.__module__ = func.__module__
    wrapper.__wrapped__ = func
    return wrapper
`,
};
