/** Functions of one float. Source: CPython Modules/mathmodule.c (math_1). */
import type { NativeCall } from '../../native.ts';
import { functionOneArgument } from '../../types/call-arguments.ts';
import {
  preciseAcos,
  preciseAsin,
  preciseAtan,
  preciseCos,
  preciseExp,
  precisePower,
  preciseSin,
  preciseTan,
} from '../../types/elementary-functions.ts';
import { requireFloat } from '../../types/number-conversion.ts';
import { raiseDomainError, raiseRangeError } from './domain-errors.ts';
import { complementaryErrorFunction, errorFunction, gamma, logGamma } from './gamma.ts';

interface FloatFunction {
  compute(x: number): number;
  /** What the argument should have been, as 3.14 says it. */
  readonly expected: string | null;
  /** An infinite result of a finite argument is an overflow; otherwise it is a pole. */
  readonly overflows: boolean;
}

const always = (compute: (x: number) => number): FloatFunction => ({
  compute,
  expected: null,
  overflows: true,
});
const within = (compute: (x: number) => number, expected: string): FloatFunction => ({
  compute,
  expected,
  overflows: false,
});

const finite = 'a finite input';
const sine = 'a number in range from -1 up to 1';
const gammaArgument = 'a noninteger or positive integer';

const table: Readonly<Record<string, FloatFunction>> = {
  sqrt: within(Math.sqrt, 'a nonnegative input'),
  cbrt: always(Math.cbrt),
  exp: always(preciseExp),
  exp2: always((x) => (Number.isFinite(x) ? precisePower(2, x) : Math.exp(x))),
  expm1: always(Math.expm1),
  log1p: within(Math.log1p, 'argument value > -1'),
  sin: within(preciseSin, finite),
  cos: within(preciseCos, finite),
  tan: within(preciseTan, finite),
  asin: within(preciseAsin, sine),
  acos: within(preciseAcos, sine),
  atan: always(preciseAtan),
  sinh: always(Math.sinh),
  cosh: always(Math.cosh),
  tanh: always(Math.tanh),
  asinh: always(Math.asinh),
  acosh: within(Math.acosh, 'argument value not less than 1'),
  atanh: within(Math.atanh, 'a number between -1 and 1'),
  fabs: always(Math.abs),
  erf: always(errorFunction),
  erfc: always(complementaryErrorFunction),
  gamma: { compute: gamma, expected: gammaArgument, overflows: true },
  lgamma: within(logGamma, gammaArgument),
  degrees: always((x) => x * (180 / Math.PI)),
  radians: always((x) => x * (Math.PI / 180)),
};

export const oneArgumentFunctions: Readonly<Record<string, NativeCall>> = Object.fromEntries(
  Object.entries(table).map(([name, { compute, expected, overflows }]) => [
    name,
    (m, args, names) => {
      functionOneArgument(m, `math.${name}`, args, names);
      const x = requireFloat(m, args[0]);
      const result = compute(x);
      if (Number.isNaN(result) && !Number.isNaN(x)) raiseDomainError(m, expected, x);
      if (Number.isFinite(x) && !Number.isFinite(result)) {
        if (overflows) raiseRangeError(m);
        raiseDomainError(m, expected, x);
      }
      return m.float(result);
    },
  ]),
);
