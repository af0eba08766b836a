/** The operators of float over the machine. Source: CPython Objects/floatobject.c. */
import { BinaryOp } from '../../program/instructions.ts';
import type { Comparison, Machine } from '../native.ts';
import { complexPower } from './complex-arithmetic.ts';
import { compareFloatToInteger, floatDivmod, floatPower, isNegativeFloat } from './float-arithmetic.ts';
import { realValue } from './number-conversion.ts';
import { newComplex } from './new-complex.ts';
import { comparisonResult } from './ordering.ts';
import { raiseZeroDivision } from './zero-division.ts';

/** The `binary` slot of float: both operands are int or float. */
export function floatBinary(m: Machine, op: number, left: number, right: number): number {
  const a = realValue(m, left);
  if (a === null) return m.notImplemented;
  const b = realValue(m, right);
  if (b === null) return m.notImplemented;
  switch (op) {
    case BinaryOp.ADD:
      return m.float(a + b);
    case BinaryOp.SUBTRACT:
      return m.float(a - b);
    case BinaryOp.MULTIPLY:
      return m.float(a * b);
    case BinaryOp.TRUE_DIVIDE:
      if (b === 0) raiseZeroDivision(m, 'float /');
      return m.float(a / b);
    case BinaryOp.FLOOR_DIVIDE:
      if (b === 0) raiseZeroDivision(m, 'float //');
      return m.float(floatDivmod(a, b)[0]);
    case BinaryOp.REMAINDER:
      if (b === 0) raiseZeroDivision(m, 'float %');
      return m.float(floatDivmod(a, b)[1]);
    case BinaryOp.POWER:
      return power(m, a, b);
    default:
      return m.notImplemented;
  }
}

/** (a // b, a % b) as a tuple; notImplemented unless both are numbers. */
export function floatDivmodTuple(m: Machine, left: number, right: number): number {
  const a = realValue(m, left);
  const b = realValue(m, right);
  if (a === null || b === null) return m.notImplemented;
  if (b === 0) raiseZeroDivision(m, 'float divmod');
  const [quotient, rest] = floatDivmod(a, b);
  return m.tuple([m.float(quotient), m.float(rest)]);
}

/** The `compare` slot of float: exact against ints of any size. */
export function compareFloats(m: Machine, op: Comparison, left: number, right: number): number {
  if (m.isFloat(left)) {
    const a = m.floatValue(left);
    if (m.isFloat(right)) {
      const b = m.floatValue(right);
      return comparisonResult(m, op, a < b ? -1 : a > b ? 1 : a === b ? 0 : null);
    }
    if (!m.isInt(right)) return m.notImplemented;
    return comparisonResult(m, op, compareFloatToInteger(a, m.intValue(right)));
  }
  if (!m.isInt(left) || !m.isFloat(right)) return m.notImplemented;
  const order = compareFloatToInteger(m.floatValue(right), m.intValue(left));
  return comparisonResult(m, op, order === null ? null : -order);
}

function power(m: Machine, a: number, b: number): number {
  if (a === 0 && b < 0) raiseZeroDivision(m, 'power');
  const isFinitePair = Number.isFinite(a) && Number.isFinite(b);
  if (isFinitePair && isNegativeFloat(a) && a !== 0 && !Number.isInteger(b)) {
    return newComplex(m, complexPower({ re: a, im: 0 }, { re: b, im: 0 })!);
  }
  const result = floatPower(a, b);
  if (isFinitePair && !Number.isFinite(result)) raiseOutOfRange(m);
  return m.float(result);
}

/** OverflowError: (34, 'Numerical result out of range') */
function raiseOutOfRange(m: Machine): never {
  const code = m.int(34);
  const text = m.str('Numerical result out of range');
  try {
    return m.raiseObject(m.call(m.type('OverflowError'), [code, text]));
  } finally {
    m.heap.decref(code);
    m.heap.decref(text);
  }
}
