/** The module statistics: the exact part natively, the rest in Python. */
import type { Machine, NativeCall, NativeModule } from '../native.ts';
import { asInteger } from '../types/number-conversion.ts';
import {
  asFloat,
  asWhole,
  exactMean,
  exactVariance,
  fractionOf,
  squareRootOf,
  type Fraction,
} from './statistics/exact-moments.ts';

/** The values of a list; `allInts` decides what type the result has. */
interface Numbers {
  readonly values: readonly Fraction[];
  readonly allInts: boolean;
  /** Sum of what is no finite number, 0 when there is nothing of the kind. */
  readonly special: number;
}

function numbersOf(m: Machine, list: number): Numbers {
  let allInts = true;
  let special = 0;
  const values: Fraction[] = [];
  for (const id of m.items(list)) {
    if (m.isFloat(id)) {
      allInts = false;
      const value = m.floatValue(id);
      if (Number.isFinite(value)) values.push(fractionOf(value));
      else special += value;
    } else {
      values.push(fractionOf(integerOf(m, id)));
    }
  }
  return { values, allInts, special };
}

function integerOf(m: Machine, id: number): bigint {
  const value = m.isStr(id) ? null : asInteger(m, id);
  if (value !== null) return BigInt(value);
  const type = m.typeName(id);
  return m.raise('TypeError', `can't convert type '${type}' to numerator/denominator`);
}

/** An int when all data are ints and the fraction is whole, otherwise a float. */
function resultOf(m: Machine, fraction: Fraction, numbers: Numbers): number {
  if (numbers.special !== 0) return m.float(numbers.special);
  const whole = numbers.allInts ? asWhole(fraction) : null;
  if (whole !== null) return m.int(whole);
  const float = asFloat(fraction);
  return m.float(float ?? m.raise('OverflowError', 'integer division result too large for a float'));
}

/** _mean(list) */
const mean: NativeCall = (m, args) => {
  const numbers = numbersOf(m, args[0]);
  return resultOf(m, exactMean(numbers.values), numbers);
};

function varianceOf(m: Machine, args: readonly number[], numbers: Numbers): Fraction {
  const [, center, divisor] = args;
  let given: Fraction | null = null;
  if (center !== m.none) {
    given = fractionOf(m.isFloat(center) ? m.floatValue(center) : integerOf(m, center));
  }
  return exactVariance(numbers.values, given, m.indexNumber(divisor));
}

/** _variance(list, center or None, divisor) */
const variance: NativeCall = (m, args) => {
  const numbers = numbersOf(m, args[0]);
  return resultOf(m, varianceOf(m, args, numbers), numbers);
};

/** _deviation(list, center or None, divisor) */
const deviation: NativeCall = (m, args) => {
  const numbers = numbersOf(m, args[0]);
  if (numbers.special !== 0) return m.float(NaN);
  return m.float(squareRootOf(varianceOf(m, args, numbers)));
};

export const statisticsModule: NativeModule = {
  name: 'statistics',
  functions: { _mean: mean, _variance: variance, _deviation: deviation },
  hasLateSource: true,
};
