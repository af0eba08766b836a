/** The operators of int over the machine. Source: CPython Objects/longobject.c. */
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine } from '../native.ts';
import { floatPower } from './float-arithmetic.ts';
import * as integer from './int-arithmetic.ts';
import type { Integer } from './int-arithmetic.ts';
import { trueDivide } from './int-division.ts';
import { integerAsFloat } from './number-conversion.ts';
import { isAtLeast } from './versions.ts';
import { raiseZeroDivision } from './zero-division.ts';

// Results beyond this many bits are refused: they would stop the page, not teach anything.
const MOST_BITS = 2 ** 27;

/** The `binary` slot of int and bool. */
export function integerBinary(m: Machine, op: number, left: number, right: number): number {
  if (!m.isInt(left) || !m.isInt(right)) return m.notImplemented;
  const a = m.intValue(left);
  const b = m.intValue(right);
  switch (op) {
    case BinaryOp.ADD:
      return m.int(integer.add(a, b));
    case BinaryOp.SUBTRACT:
      return m.int(integer.subtract(a, b));
    case BinaryOp.MULTIPLY:
      checkBits(m, integer.bitLength(a) + integer.bitLength(b));
      return m.int(integer.multiply(a, b));
    case BinaryOp.FLOOR_DIVIDE:
      if (b === 0) raiseZeroDivision(m, 'int //');
      return m.int(integer.floorDivide(a, b));
    case BinaryOp.REMAINDER:
      if (b === 0) raiseZeroDivision(m, 'int %');
      return m.int(integer.modulo(a, b));
    case BinaryOp.TRUE_DIVIDE:
      return m.float(quotient(m, a, b));
    case BinaryOp.POWER:
      return power(m, a, b);
    case BinaryOp.AND:
      return m.int(integer.bitAnd(a, b));
    case BinaryOp.OR:
      return m.int(integer.bitOr(a, b));
    case BinaryOp.XOR:
      return m.int(integer.bitXor(a, b));
    case BinaryOp.LSHIFT:
      if (b < 0) m.raise('ValueError', 'negative shift count');
      if (a !== 0) checkBits(m, integer.bitLength(a) + Number(b));
      return m.int(integer.shiftLeft(a, b));
    case BinaryOp.RSHIFT:
      if (b < 0) m.raise('ValueError', 'negative shift count');
      return m.int(integer.shiftRight(a, b));
    default:
      return m.notImplemented;
  }
}

/** (a // b, a % b) as a tuple. */
export function integerDivmod(m: Machine, a: Integer, b: Integer): number {
  if (b === 0) raiseZeroDivision(m, 'int //');
  const parts = [m.int(integer.floorDivide(a, b)), m.int(integer.modulo(a, b))];
  return isAtLeast(m, 15) ? m.tupleFromArray(parts) : m.tuple(parts);
}

/** pow(base, exponent, modulus) of ints. */
export function modularPower(m: Machine, base: Integer, exponent: Integer, modulus: Integer): number {
  if (modulus === 0) m.raise('ValueError', 'pow() 3rd argument cannot be 0');
  if (exponent >= 0) return m.int(integer.powerModulo(base, exponent, modulus));
  const inverse = integer.inverseModulo(base, modulus);
  if (inverse === null) {
    return m.raise('ValueError', 'base is not invertible for the given modulus');
  }
  return m.int(integer.powerModulo(inverse, integer.negate(exponent), modulus));
}

function quotient(m: Machine, a: Integer, b: Integer): number {
  if (b === 0) raiseZeroDivision(m, 'int /');
  return trueDivide(a, b) ?? m.raise('OverflowError', 'integer division result too large for a float');
}

function power(m: Machine, a: Integer, b: Integer): number {
  if (b < 0) {
    if (a === 0) raiseZeroDivision(m, 'power');
    return m.float(floatPower(integerAsFloat(m, a), integerAsFloat(m, b)));
  }
  if (a !== 0 && a !== 1 && a !== -1) checkBits(m, (integer.bitLength(a) - 1) * Number(b));
  // 1 and -1 may have exponents that a bigint power would refuse.
  if (a === -1) return m.int(integer.modulo(b, 2) === 0 ? 1 : -1);
  if (a === 1 || b === 0) return m.int(1);
  return m.int(integer.power(a, b));
}

function checkBits(m: Machine, bits: number): void {
  if (bits > MOST_BITS) m.raise('MemoryError', '');
}
