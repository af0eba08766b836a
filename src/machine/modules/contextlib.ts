/** The module contextlib: our own Python, executed by the machine. */
import type { NativeModule } from '../native.ts';

export const contextlibModule: NativeModule = { name: 'contextlib', hasLateSource: true };
