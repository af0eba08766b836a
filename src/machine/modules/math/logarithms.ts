/** math.log, log2 and log10, which take ints of any size. Source: CPython Modules/mathmodule.c (loghelper). */
import type { Machine, NativeCall } from '../../native.ts';
import { functionOneArgument, functionPositional, noKeywords } from '../../types/call-arguments.ts';
import { preciseLog, preciseLog2 } from '../../types/elementary-functions.ts';
import { bitLength, shiftRight, type Integer } from '../../types/int-arithmetic.ts';
import { requireFloat } from '../../types/number-conversion.ts';
import { isAtLeast } from '../../types/versions.ts';
import { raiseZeroDivision } from '../../types/zero-division.ts';
import { raiseDomainError } from './domain-errors.ts';

function logarithm(m: Machine, id: number, log: (x: number) => number): number {
  if (!m.isInt(id)) {
    const x = requireFloat(m, id);
    if (x <= 0) raiseDomainError(m, 'a positive input', x);
    return log(x);
  }
  const value = m.intValue(id);
  if (value <= 0) raiseDomainError(m, 'a positive input', null);
  return logarithmOfInteger(value, log);
}

function logarithmOfInteger(value: Integer, log: (x: number) => number): number {
  const float = Number(value);
  if (Number.isFinite(float)) return log(float);
  // value = mantissa * 2^exponent with the mantissa in [0.5, 1).
  const exponent = bitLength(value);
  const mantissa = Number(shiftRight(value, exponent - 64)) / 2 ** 64;
  return log(mantissa) + log(2) * exponent;
}

function inOneBase(name: string, log: (x: number) => number): NativeCall {
  return (m, args, names) => {
    functionOneArgument(m, `math.${name}`, args, names);
    return m.float(logarithm(m, args[0], log));
  };
}

export const logarithmFunctions: Readonly<Record<string, NativeCall>> = {
  log(m, args, names) {
    noKeywords(m, 'math.log', names);
    if (!isAtLeast(m, 12) && (args.length < 1 || args.length > 2)) {
      m.raise('TypeError', 'math.log requires 1 to 2 arguments');
    }
    functionPositional(m, 'log', args, names, 1, 2);
    const numerator = logarithm(m, args[0], preciseLog);
    if (args.length === 1) return m.float(numerator);
    const denominator = logarithm(m, args[1], preciseLog);
    if (denominator === 0) raiseZeroDivision(m, 'float /');
    return m.float(numerator / denominator);
  },
  log2: inOneBase('log2', preciseLog2),
  log10: inOneBase('log10', Math.log10),
};
