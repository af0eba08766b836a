/** The module copy: our own Python, executed by the machine. */
import type { NativeModule } from '../native.ts';

export const copyModule: NativeModule = { name: 'copy', hasLateSource: true };
