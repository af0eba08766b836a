/** int and bool. Source: CPython Objects/longobject.c, Objects/boolobject.c. */
import { Kind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { formatInteger } from '../text/format-number.ts';
import { groupsFraction, raisingFormatErrors } from '../text/raise-format-error.ts';
import { bytesLiteral, stringLiteral } from '../text/string-literal.ts';
import { bytesOf, latin1Text } from './bytes-like.ts';
import { noArguments, noKeywords, oneArgument, positional, refuseKeyword } from './call-arguments.ts';
import * as integer from './int-arithmetic.ts';
import type { Integer } from './int-arithmetic.ts';
import { fromBytes, toBytes } from './int-bytes.ts';
import { integerFromText } from './int-from-text.ts';
import { integerBinary, integerDivmod, modularPower } from './int-operators.ts';
import { newInt } from './new-atom.ts';
import { asInteger, checkDigitCount, decimalText, integerAsFloat } from './number-conversion.ts';
import { hashOfInteger } from './number-hash.ts';
import { comparisonResult } from './ordering.ts';
import { roundInteger } from './round-number.ts';
import { isAtLeast } from './versions.ts';

/** int(text, base); `literal` is what the error shows. */
function parse(m: Machine, text: string, base: number, literal: string): Integer {
  // Bases that are powers of two convert in linear time and have no limit.
  if ((base & (base - 1)) !== 0 && text.length > 4300) checkDigitCount(m, text);
  const value = integerFromText(text, base);
  if (value !== null) return value;
  const shown = Array.from(literal).slice(0, 200).join('');
  return m.raise('ValueError', `invalid literal for int() with base ${base}: ${shown}`);
}

/** The value of a text argument of int(), or null when the argument is none. */
function parseTextArgument(m: Machine, id: number, base: number): Integer | null {
  if (m.isStr(id)) {
    const text = m.strValue(id);
    return parse(m, text, base, stringLiteral(text));
  }
  const bytes = bytesOf(m, id);
  return bytes === null ? null : parse(m, latin1Text(bytes), base, bytesLiteral(bytes));
}

function intArguments(
  m: Machine,
  args: readonly number[],
  names: readonly string[] | null,
): [value: number, base: number] {
  const count = names === null ? 0 : names.length;
  const given = args.length;
  if (given > 2) {
    const isLate = isAtLeast(m, 13) && count === 0;
    m.raise(
      'TypeError',
      isLate ? `int expected at most 2 arguments, got ${given}` : `int() takes at most 2 arguments (${given} given)`,
    );
  }
  let base = given - count > 1 ? args[1] : 0;
  for (let i = 0; i < count; i++) {
    const name = names![i];
    if (name === 'base') base = args[given - count + i];
    else refuseKeyword(m, 'int', name);
  }
  return [given - count > 0 ? args[0] : 0, base];
}

function createInt(m: Machine, type: number, args: readonly number[], names: readonly string[] | null): number {
  const [value, baseId] = intArguments(m, args, names);
  if (value === 0) {
    if (baseId !== 0) m.raise('TypeError', 'int() missing string argument');
    return newInt(m, type, 0);
  }
  if (baseId !== 0) {
    const base = m.index(baseId);
    if (base !== 0 && (base < 2 || base > 36)) {
      m.raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
    }
    const parsed = parseTextArgument(m, value, Number(base));
    if (parsed === null) m.raise('TypeError', "int() can't convert non-string with explicit base");
    return newInt(m, type, parsed);
  }
  const number = m.isStr(value) ? null : asInteger(m, value);
  if (number !== null) return newInt(m, type, number);
  const parsed = parseTextArgument(m, value, 10);
  if (parsed !== null) return newInt(m, type, parsed);
  return m.raise(
    'TypeError',
    'int() argument must be a string, a bytes-like object or a real number, ' + `not '${m.shownTypeName(value)}'`,
  );
}

/** The exact int of the same value: what `+x`, int(True) and x.real are. */
function exactInt(m: Machine, self: number): number {
  return m.int(m.intValue(self));
}

function noArgumentMethod(name: string, act: (m: Machine, value: Integer) => number): NativeCall {
  return (m, args, names) => {
    noArguments(m, `int.${name}`, args, names);
    return act(m, m.intValue(args[0]));
  };
}

function divmodMethod(m: Machine, dividend: number, divisor: number): number {
  if (!m.isInt(dividend) || !m.isInt(divisor)) return m.notImplemented;
  return integerDivmod(m, m.intValue(dividend), m.intValue(divisor));
}

function powerMethod(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  if (isAtLeast(m, 14) && (args.length < 2 || args.length > 3)) {
    m.raise('TypeError', `expected 1 or 2 arguments, got ${args.length - 1}`);
  }
  // Up to 3.13 the wrapper of the slot has no name to say.
  positional(m, '', args, names, 1, 2);
  const [base, exponent, modulus] = args;
  if (modulus === undefined || modulus === m.none) {
    return integerBinary(m, BinaryOp.POWER, base, exponent);
  }
  if (!m.isInt(exponent) || !m.isInt(modulus)) return m.notImplemented;
  return modularPower(m, m.intValue(base), m.intValue(exponent), m.intValue(modulus));
}

function round(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  positional(m, '__round__', args, names, 0, 1);
  if (args[1] === undefined || args[1] === m.none) return exactInt(m, args[0]);
  return m.int(roundInteger(m.intValue(args[0]), m.indexNumber(args[1])));
}

export const intType: TypeDeclaration = {
  name: 'int',
  kind: Kind.INT,
  canBeBase: true,
  slots: {
    create: createInt,
    repr: (m, self) => decimalText(m, m.intValue(self)),
    hash: (m, self) => hashOfInteger(m.intValue(self)),
    truth: (m, self) => m.intValue(self) !== 0,
    index: (m, self) => m.intValue(self),
    format(m, self, spec) {
      if (spec === '') return m.toStr(self);
      const value = m.intValue(self);
      // The limit on decimal digits holds here, too.
      if (typeof value === 'bigint' && !/[xXob]$/.test(spec)) decimalText(m, value);
      return raisingFormatErrors(m, () => formatInteger(value, spec, groupsFraction(m), m.typeName(self)));
    },
    compare(m, op, left, right) {
      if (!m.isInt(left) || !m.isInt(right)) return m.notImplemented;
      const a = m.intValue(left);
      const b = m.intValue(right);
      return comparisonResult(m, op, a < b ? -1 : a > b ? 1 : 0);
    },
    binary: integerBinary,
    negative: (m, self) => m.int(integer.negate(m.intValue(self))),
    positive: exactInt,
    invert: (m, self) => m.int(integer.bitInvert(m.intValue(self))),
    absolute: (m, self) => m.int(integer.absolute(m.intValue(self))),
  },
  methods: {
    bit_length: noArgumentMethod('bit_length', (m, value) => m.int(integer.bitLength(value))),
    bit_count: noArgumentMethod('bit_count', (m, value) => m.int(integer.bitCount(value))),
    conjugate: noArgumentMethod('conjugate', (m, value) => m.int(value)),
    is_integer: noArgumentMethod('is_integer', (m) => m.true_),
    as_integer_ratio: noArgumentMethod('as_integer_ratio', (m, value) => m.tupleFromArray([m.int(value), m.int(1)])),
    to_bytes: toBytes,
    __int__: noArgumentMethod('__int__', (m, value) => m.int(value)),
    __trunc__: noArgumentMethod('__trunc__', (m, value) => m.int(value)),
    __floor__: noArgumentMethod('__floor__', (m, value) => m.int(value)),
    __ceil__: noArgumentMethod('__ceil__', (m, value) => m.int(value)),
    __float__: noArgumentMethod('__float__', (m, value) => m.float(integerAsFloat(m, value))),
    __round__: round,
    __pow__: powerMethod,
    __divmod__(m, args, names) {
      oneArgument(m, 'int.__divmod__', args, names);
      return divmodMethod(m, args[0], args[1]);
    },
    __rdivmod__(m, args, names) {
      oneArgument(m, 'int.__rdivmod__', args, names);
      return divmodMethod(m, args[1], args[0]);
    },
  },
  classMethods: { from_bytes: fromBytes },
  properties: {
    real: { get: exactInt },
    imag: { get: (m) => m.int(0) },
    numerator: { get: exactInt },
    denominator: { get: (m) => m.int(1) },
  },
};

export const boolType: TypeDeclaration = {
  name: 'bool',
  kind: Kind.BOOL,
  base: 'int',
  slots: {
    create(m, _type, args, names) {
      noKeywords(m, 'bool', names);
      if (args.length > 1) {
        m.raise('TypeError', `bool expected at most 1 argument, got ${args.length}`);
      }
      return m.bool(args.length === 1 && m.truth(args[0]));
    },
    repr: (m, self) => (m.intValue(self) === 0 ? 'False' : 'True'),
    binary(m, op, left, right) {
      const bits = op === BinaryOp.AND || op === BinaryOp.OR || op === BinaryOp.XOR;
      const { kind } = m.heap;
      if (!bits || kind[left] !== Kind.BOOL || kind[right] !== Kind.BOOL) {
        return integerBinary(m, op, left, right);
      }
      const a = left === m.true_;
      const b = right === m.true_;
      return m.bool(op === BinaryOp.AND ? a && b : op === BinaryOp.OR ? a || b : a !== b);
    },
  },
};
