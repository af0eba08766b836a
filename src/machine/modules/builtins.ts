/** The built-in functions; the built-in types are declared where they are implemented. */
import type { NativeModule } from '../native.ts';
import { functionPositional } from '../types/call-arguments.ts';
import { attributeFunctions, dirOf, varsOf } from './builtin-attributes.ts';
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
    vars(m, args, names) {
      functionPositional(m, 'vars', args, names, 1, 1);
      return varsOf(m, args[0]);
    },
    dir(m, args, names) {
      functionPositional(m, 'dir', args, names, 1, 1);
      return dirOf(m, args[0]);
    },
  },
};
