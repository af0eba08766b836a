/** Every module that a program can import. */
import type { NativeModule } from '../native.ts';
import { atexitModule } from './atexit.ts';
import { futureModule } from './future.ts';
import { gcModule } from './gc.ts';
import { libraryModules } from './library-modules.ts';
import { memoryProfilerModule } from './memory-profiler.ts';
import { numberAndTextModules } from './number-and-text-modules.ts';
import { osModule } from './os.ts';
import { randomModule } from './random.ts';
import { refusedModules } from './refused-modules.ts';
import { sysModule } from './sys.ts';
import { timeModule } from './time.ts';
import { tracebackModule } from './traceback.ts';
import { tracemallocModule } from './tracemalloc.ts';
import { weakrefModule } from './weakref.ts';

export const allModules: readonly NativeModule[] = [
  gcModule,
  futureModule,
  sysModule,
  weakrefModule,
  randomModule,
  memoryProfilerModule,
  tracemallocModule,
  timeModule,
  atexitModule,
  osModule,
  tracebackModule,
  ...libraryModules,
  ...numberAndTextModules,
  ...refusedModules,
];
