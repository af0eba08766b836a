/** float. Source: CPython Objects/floatobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeCall, TypeDeclaration } from '../native.ts';
import { floatRepr } from '../text/float-text.ts';
import { formatFloat } from '../text/format-number.ts';
import { groupsFraction, raisingFormatErrors } from '../text/raise-format-error.ts';
import { bytesLiteral, stringLiteral } from '../text/string-literal.ts';
import { bytesOf, latin1Text } from './bytes-like.ts';
import { noArguments, noKeywords, oneArgument, positional } from './call-arguments.ts';
import { integerRatio, roundHalfEven, truncated } from './float-arithmetic.ts';
import { floatFromHex, floatFromText, floatToHex } from './float-from-text.ts';
import { compareFloats, floatBinary, floatDivmodTuple } from './float-operators.ts';
import { newFloat } from './new-atom.ts';
import { asFloat, floatToInteger } from './number-conversion.ts';
import { hashOfFloat } from './number-hash.ts';
import { roundFloat } from './round-number.ts';

function parse(m: Machine, text: string, literal: string): number {
  return floatFromText(text) ?? m.raise('ValueError', `could not convert string to float: ${literal}`);
}

/** What float(x) makes of its argument. */
function floatOf(m: Machine, id: number): number {
  if (m.isStr(id)) {
    const text = m.strValue(id);
    return parse(m, text, stringLiteral(text));
  }
  const bytes = bytesOf(m, id);
  if (bytes !== null) return parse(m, latin1Text(bytes), bytesLiteral(bytes));
  return (
    asFloat(m, id) ??
    m.raise('TypeError', `float() argument must be a string or a real number, not '${m.shownTypeName(id)}'`)
  );
}

function noArgumentMethod(name: string, act: (m: Machine, value: number) => number): NativeCall {
  return (m, args, names) => {
    noArguments(m, `float.${name}`, args, names);
    return act(m, m.floatValue(args[0]));
  };
}

function round(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  positional(m, '__round__', args, names, 0, 1);
  const value = m.floatValue(args[0]);
  if (args[1] === undefined || args[1] === m.none) {
    return m.int(Number.isFinite(value) ? truncated(roundHalfEven(value)) : floatToInteger(m, value));
  }
  const rounded = roundFloat(value, m.indexNumber(args[1]));
  if (rounded === null) m.raise('OverflowError', 'rounded value too large to represent');
  return m.float(rounded);
}

function ratio(m: Machine, value: number): number {
  if (Number.isNaN(value)) m.raise('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) {
    m.raise('OverflowError', 'cannot convert Infinity to integer ratio');
  }
  const [numerator, denominator] = integerRatio(value);
  return m.tupleFromArray([m.int(numerator), m.int(denominator)]);
}

function fromHex(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  oneArgument(m, 'float.fromhex', args, names);
  if (!m.isStr(args[1])) m.raise('TypeError', 'bad argument type for built-in operation');
  const value = floatFromHex(m.strValue(args[1]));
  if (value === null) {
    m.raise('ValueError', 'invalid hexadecimal floating-point string');
  }
  if (value === 'overflow') {
    m.raise('OverflowError', 'hexadecimal value too large to represent as a float');
  }
  return newFloat(m, args[0], value);
}

const asInt = (m: Machine, value: number): number => m.int(floatToInteger(m, value));

export const floatType: TypeDeclaration = {
  name: 'float',
  kind: Kind.FLOAT,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      if (type === m.type('float')) noKeywords(m, 'float', names);
      if (args.length > 1) {
        m.raise('TypeError', `float expected at most 1 argument, got ${args.length}`);
      }
      return newFloat(m, type, args.length === 0 ? 0 : floatOf(m, args[0]));
    },
    repr: (m, self) => floatRepr(m.floatValue(self)),
    hash: (m, self) => hashOfFloat(m.floatValue(self)),
    truth: (m, self) => m.floatValue(self) !== 0,
    format(m, self, spec) {
      if (spec === '') return m.toStr(self);
      return raisingFormatErrors(m, () => formatFloat(m.floatValue(self), spec, groupsFraction(m), m.typeName(self)));
    },
    compare: compareFloats,
    binary: floatBinary,
    negative: (m, self) => m.float(-m.floatValue(self)),
    positive: (m, self) => m.float(m.floatValue(self)),
    absolute: (m, self) => m.float(Math.abs(m.floatValue(self))),
  },
  methods: {
    is_integer: noArgumentMethod('is_integer', (m, value) => m.bool(Number.isInteger(value))),
    hex: noArgumentMethod('hex', (m, value) => m.str(floatToHex(value))),
    as_integer_ratio: noArgumentMethod('as_integer_ratio', ratio),
    conjugate: noArgumentMethod('conjugate', (m, value) => m.float(value)),
    __int__: noArgumentMethod('__int__', asInt),
    __trunc__: noArgumentMethod('__trunc__', asInt),
    __floor__: noArgumentMethod('__floor__', (m, value) => asInt(m, Math.floor(value))),
    __ceil__: noArgumentMethod('__ceil__', (m, value) => asInt(m, Math.ceil(value))),
    __float__: noArgumentMethod('__float__', (m, value) => m.float(value)),
    __round__: round,
    __divmod__(m, args, names) {
      oneArgument(m, 'float.__divmod__', args, names);
      return floatDivmodTuple(m, args[0], args[1]);
    },
    __rdivmod__(m, args, names) {
      oneArgument(m, 'float.__rdivmod__', args, names);
      return floatDivmodTuple(m, args[1], args[0]);
    },
  },
  classMethods: { fromhex: fromHex },
  properties: {
    real: { get: (m, self) => m.float(m.floatValue(self)) },
    imag: { get: (m) => m.float(0) },
  },
};
