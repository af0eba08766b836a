/** The module os: what does not need an operating system. */
import type { NativeModule } from '../native.ts';

const PROCESS_ID = 4242;

export const osModule: NativeModule = {
  name: 'os',
  functions: {
    getpid: (m) => m.int(PROCESS_ID),
    getcwd: (m) => m.str('/'),
    cpu_count: (m) => m.int(1),
  },
  hasLateSource: true,
};
