/** The module enum: our own Python, executed by the machine. */
import type { NativeModule } from '../native.ts';

export const enumModule: NativeModule = { name: 'enum', hasLateSource: true };
