/** Functions of many numbers. Source: CPython Modules/mathmodule.c. */
import { BinaryOp } from '../../../program/instructions.ts';
import type { Machine, NativeCall } from '../../native.ts';
import { functionOneArgument, functionPositional, noKeywords } from '../../types/call-arguments.ts';
import { requireFloat } from '../../types/number-conversion.ts';
import { exactNorm, fromUnits, fusedMultiplyAdd, inUnits } from './exact-sums.ts';
import { raiseRangeError } from './domain-errors.ts';

type Args = readonly number[];
type Names = readonly string[] | null;

function fsum(m: Machine, args: Args, names: Names): number {
  functionOneArgument(m, 'math.fsum', args, names);
  let units = 0n;
  let special = 0;
  let hasPositive = false;
  let hasNegative = false;
  m.forEach(args[0], (item) => {
    const value = requireFloat(m, item);
    if (Number.isFinite(value)) units += inUnits(value);
    else {
      special += value;
      hasPositive ||= value === Infinity;
      hasNegative ||= value === -Infinity;
    }
  });
  if (hasPositive && hasNegative) m.raise('ValueError', '-inf + inf in fsum');
  if (special !== 0) return m.float(special);
  return m.float(fromUnits(units) ?? m.raise('OverflowError', 'intermediate overflow in fsum'));
}

function prod(m: Machine, args: Args, names: Names): number {
  const [iterable, start] = m.bindArguments('prod', args, names, ['iterable', '/', '*', 'start=']);
  let result = start === 0 ? m.int(1) : start;
  if (start !== 0) m.heap.incref(start);
  try {
    m.forEach(iterable, (item) => {
      const next = m.binary(BinaryOp.MULTIPLY, result, item);
      m.heap.decref(result);
      result = next;
    });
  } catch (error) {
    m.heap.decref(result);
    throw error;
  }
  return result;
}

function norm(m: Machine, values: readonly number[]): number {
  if (values.some((value) => Math.abs(value) === Infinity)) return m.float(Infinity);
  if (values.some((value) => Number.isNaN(value))) return m.float(NaN);
  return m.float(exactNorm(values));
}

function coordinates(m: Machine, point: number): number[] {
  const values: number[] = [];
  m.forEach(point, (item) => {
    values.push(requireFloat(m, item));
  });
  return values;
}

function dist(m: Machine, args: Args, names: Names): number {
  functionPositional(m, 'dist', args, names, 2, 2);
  const p = coordinates(m, args[0]);
  const q = coordinates(m, args[1]);
  if (p.length !== q.length) {
    m.raise('ValueError', 'both points must have the same number of dimensions');
  }
  return norm(
    m,
    p.map((value, i) => value - q[i]),
  );
}

/** From 3.12 on. */
export function sumprod(m: Machine, args: Args, names: Names): number {
  functionPositional(m, 'sumprod', args, names, 2, 2);
  const p = m.collect(args[0]);
  const q = m.collect(args[1]);
  let total = m.int(0);
  try {
    if (p.length !== q.length) m.raise('ValueError', 'Inputs are not the same length');
    if (p.length > 0 && [...p, ...q].every((id) => m.isFloat(id) || m.isInt(id)) && p.some((id) => m.isFloat(id))) {
      return m.float(floatSumprod(m, p, q));
    }
    p.forEach((id, i) => {
      const term = m.binary(BinaryOp.MULTIPLY, id, q[i]);
      const next = m.binary(BinaryOp.ADD, total, term);
      m.heap.decref(term);
      m.heap.decref(total);
      total = next;
    });
    m.heap.incref(total);
    return total;
  } finally {
    m.heap.decref(total);
    for (const id of p) m.heap.decref(id);
    for (const id of q) m.heap.decref(id);
  }
}

function floatSumprod(m: Machine, p: readonly number[], q: readonly number[]): number {
  const a = p.map((id) => requireFloat(m, id));
  const b = q.map((id) => requireFloat(m, id));
  if (![...a, ...b].every(Number.isFinite)) return a.reduce((sum, value, i) => sum + value * b[i], 0);
  // Products are exact in units of 2^-2148.
  const units = a.reduce((sum, value, i) => sum + inUnits(value) * inUnits(b[i]), 0n);
  return fromUnits(units, 2148) ?? (units < 0n ? -Infinity : Infinity);
}

/** From 3.13 on. */
export function fma(m: Machine, args: Args, names: Names): number {
  functionPositional(m, 'fma', args, names, 3, 3);
  const [a, b, c] = args.map((id) => requireFloat(m, id));
  if (![a, b, c].every(Number.isFinite)) {
    const result = a * b + c;
    if (Number.isNaN(result) && ![a, b, c].some(Number.isNaN)) {
      m.raise('ValueError', 'invalid operation in fma');
    }
    return m.float(result);
  }
  const result = fusedMultiplyAdd(a, b, c);
  if (!Number.isFinite(result)) m.raise('OverflowError', 'overflow in fma');
  return m.float(result);
}

export const sumFunctions: Readonly<Record<string, NativeCall>> = {
  fsum,
  prod,
  dist,
  hypot(m, args, names) {
    noKeywords(m, 'math.hypot', names);
    const values = args.map((id) => requireFloat(m, id));
    const result = norm(m, values);
    if (values.every(Number.isFinite) && !Number.isFinite(m.floatValue(result))) {
      m.heap.decref(result);
      raiseRangeError(m);
    }
    return result;
  },
};
