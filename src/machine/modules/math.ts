/** The module math. */
import type { Machine, NativeModule } from '../native.ts';
import { isAtLeast } from '../types/versions.ts';
import { floatPartFunctions } from './math/float-parts.ts';
import { integerFunctions } from './math/integer-functions.ts';
import { logarithmFunctions } from './math/logarithms.ts';
import { oneArgumentFunctions } from './math/one-argument.ts';
import { roundingFunctions } from './math/rounding.ts';
import { fma, sumFunctions, sumprod } from './math/sum-functions.ts';

function attributes(m: Machine): Record<string, number> {
  return {
    pi: m.float(Math.PI),
    e: m.float(Math.E),
    tau: m.float(2 * Math.PI),
    inf: m.float(Infinity),
    nan: m.float(NaN),
    ...(isAtLeast(m, 12) ? { sumprod: m.function_('sumprod', sumprod) } : {}),
    ...(isAtLeast(m, 13) ? { fma: m.function_('fma', fma) } : {}),
  };
}

export const mathModule: NativeModule = {
  name: 'math',
  functions: {
    ...roundingFunctions,
    ...oneArgumentFunctions,
    ...logarithmFunctions,
    ...integerFunctions,
    ...sumFunctions,
    ...floatPartFunctions,
  },
  attributes,
};
