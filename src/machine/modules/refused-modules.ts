/** Modules that programs about memory might import and that have no meaning here: importing one says why. */
import type { PythonMachine } from '../machine.ts';
import type { NativeModule } from '../native.ts';

function refused(name: string, reason: string): NativeModule {
  return {
    name,
    isRefused: true,
    attributes(m) {
      // The half-made module must not be found by the next import.
      const modules = (m as PythonMachine).modules;
      const key = m.intern(name);
      m.dictDelete(modules, key);
      m.heap.decref(key);
      return m.raise('ImportError', `the module ${name} is not simulated: ${reason}`);
    },
  };
}

const THREADS = 'Heapglass runs one thread, so that every run can be repeated step by step';
const PROCESSES = 'Heapglass simulates one process';

export const refusedModules: readonly NativeModule[] = [
  refused('threading', THREADS),
  refused('_thread', THREADS),
  refused('concurrent.futures', THREADS),
  refused('asyncio', 'coroutines are outside the subset of Python that Heapglass runs'),
  refused('multiprocessing', PROCESSES),
  refused('subprocess', PROCESSES),
  refused('ctypes', 'the simulated heap has no raw memory'),
  refused('pickle', 'Heapglass keeps no files'),
  refused('numpy', 'it is compiled code outside the simulated heap'),
  refused('pandas', 'it is compiled code outside the simulated heap'),
  refused('psutil', 'there is no process to measure; use memory_profiler or tracemalloc'),
];
