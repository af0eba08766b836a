/** Functions that take floats apart, compare them, or put them together. Source: CPython Modules/mathmodule.c. */
import type { Machine, NativeCall } from '../../native.ts';
import { functionOneArgument, functionPositional } from '../../types/call-arguments.ts';
import { preciseAtan2 } from '../../types/elementary-functions.ts';
import { floatPower, isNegativeFloat, splitExponent } from '../../types/float-arithmetic.ts';
import { scaleByPowerOfTwo } from '../../types/int-division.ts';
import { requireFloat } from '../../types/number-conversion.ts';
import { raiseDomainError, raiseRangeError } from './domain-errors.ts';
import { inUnits } from './exact-sums.ts';

function twoFloats(name: string, compute: (m: Machine, a: number, b: number) => number): NativeCall {
  return (m, args, names) => {
    functionPositional(m, name, args, names, 2, 2);
    return m.float(compute(m, requireFloat(m, args[0]), requireFloat(m, args[1])));
  };
}

function question(name: string, ask: (value: number) => boolean): NativeCall {
  return (m, args, names) => {
    functionOneArgument(m, `math.${name}`, args, names);
    return m.bool(ask(requireFloat(m, args[0])));
  };
}

function power(m: Machine, a: number, b: number): number {
  const result = floatPower(a, b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return result;
  if (Number.isNaN(result)) raiseDomainError(m, null, null);
  if (!Number.isFinite(result)) {
    if (a === 0) raiseDomainError(m, null, null);
    raiseRangeError(m);
  }
  return result;
}

function fmod(m: Machine, a: number, b: number): number {
  if (!Number.isNaN(a) && !Number.isNaN(b) && (b === 0 || Math.abs(a) === Infinity)) {
    raiseDomainError(m, null, null);
  }
  return a % b;
}

/** IEEE remainder: the quotient is rounded half to even. */
function remainder(m: Machine, a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (b === 0 || Math.abs(a) === Infinity) raiseDomainError(m, null, null);
  if (Math.abs(b) === Infinity) return a;
  const size = Math.abs(b);
  const rest = Math.abs(a) % size;
  const other = size - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else result = rest - 2 * ((0.5 * (Math.abs(a) - rest)) % size);
  return isNegativeFloat(a) ? -result : result;
}

function copySign(_m: Machine, a: number, b: number): number {
  return isNegativeFloat(b) ? -Math.abs(a) : Math.abs(a);
}

/** The neighbour of `from` on the way to `to`. */
function neighbour(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (from === to) return to;
  if (from === 0) return to > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, from);
  // Patterns of bits of one sign are ordered as their sizes are.
  const grows = to > from === from > 0;
  view.setBigInt64(0, view.getBigInt64(0) + (grows ? 1n : -1n));
  return view.getFloat64(0);
}

function unitInLastPlace(value: number): number {
  if (Number.isNaN(value)) return value;
  const size = Math.abs(value);
  if (size === Infinity) return size;
  const above = neighbour(size, Infinity);
  return above === Infinity ? size - neighbour(size, -Infinity) : above - size;
}

function ldexp(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  functionPositional(m, 'ldexp', args, names, 2, 2);
  const value = requireFloat(m, args[0]);
  if (!m.isInt(args[1])) m.raise('TypeError', 'Expected an int as second argument to ldexp.');
  if (value === 0 || !Number.isFinite(value)) return m.float(value);
  const exponent = Math.max(-5000, Math.min(5000, Number(m.intValue(args[1]))));
  const units = inUnits(Math.abs(value));
  const size = scaleByPowerOfTwo(units, exponent - 1074) ?? raiseRangeError(m);
  return m.float(value < 0 ? -size : size);
}

function isClose(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  const [aId, bId, relative, absolute] = m.bindArguments('isclose', args, names, [
    'a',
    'b',
    '*',
    'rel_tol=',
    'abs_tol=',
  ]);
  const [a, b] = [requireFloat(m, aId), requireFloat(m, bId)];
  const relativeTolerance = relative === 0 ? 1e-9 : requireFloat(m, relative);
  const absoluteTolerance = absolute === 0 ? 0 : requireFloat(m, absolute);
  if (relativeTolerance < 0 || absoluteTolerance < 0) {
    m.raise('ValueError', 'tolerances must be non-negative');
  }
  if (a === b) return m.true_;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return m.false_;
  const difference = Math.abs(b - a);
  return m.bool(
    difference <= Math.abs(relativeTolerance * b) ||
      difference <= Math.abs(relativeTolerance * a) ||
      difference <= absoluteTolerance,
  );
}

export const floatPartFunctions: Readonly<Record<string, NativeCall>> = {
  pow: twoFloats('pow', power),
  fmod: twoFloats('fmod', fmod),
  remainder: twoFloats('remainder', remainder),
  copysign: twoFloats('copysign', copySign),
  atan2: twoFloats('atan2', (_m, y, x) => preciseAtan2(y, x)),
  nextafter: twoFloats('nextafter', (_m, from, to) => neighbour(from, to)),
  ulp(m, args, names) {
    functionOneArgument(m, 'math.ulp', args, names);
    return m.float(unitInLastPlace(requireFloat(m, args[0])));
  },
  isnan: question('isnan', Number.isNaN),
  isinf: question('isinf', (value) => Math.abs(value) === Infinity),
  isfinite: question('isfinite', Number.isFinite),
  isclose: isClose,
  modf(m, args, names) {
    functionOneArgument(m, 'math.modf', args, names);
    const value = requireFloat(m, args[0]);
    const whole = Math.trunc(value);
    const fraction = Math.abs(value) === Infinity ? 0 : Math.abs(value - whole);
    return m.tuple([m.float(isNegativeFloat(value) ? -fraction : fraction), m.float(whole)]);
  },
  frexp(m, args, names) {
    functionOneArgument(m, 'math.frexp', args, names);
    const [mantissa, exponent] = splitExponent(requireFloat(m, args[0]));
    return m.tuple([m.float(mantissa), m.int(exponent)]);
  },
  ldexp,
};
