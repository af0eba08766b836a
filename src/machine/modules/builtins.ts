/** The built-in functions that need no more than the machine's interface; the others are in core-functions.ts. */
import type { NativeModule } from '../native.ts';
import { attributeFunctions } from './builtin-attributes.ts';
import { iterationFunctions } from './builtin-iteration.ts';
import { numberFunctions } from './builtin-numbers.ts';
import { textFunctions } from './builtin-text.ts';

export const builtinsModule: NativeModule = {
  name: 'builtins',
  functions: {
    ...attributeFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...textFunctions,
  },
};
