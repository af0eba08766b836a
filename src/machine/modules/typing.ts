/** The module typing: our own Python, executed by the machine. */
import type { NativeModule } from '../native.ts';

export const typingModule: NativeModule = { name: 'typing', hasLateSource: true };
