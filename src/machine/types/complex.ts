/** complex. Source: CPython Objects/complexobject.c. */
import { Kind, valueKind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { shortestText } from '../text/float-text.ts';
import { noArguments } from './call-arguments.ts';
import {
  addComplex,
  complexPower,
  divideComplex,
  multiplyComplex,
  subtractComplex,
  type Complex,
} from './complex-arithmetic.ts';
import { isNegativeFloat } from './float-arithmetic.ts';
import { floatFromText } from './float-from-text.ts';
import { newComplexOf } from './new-atom.ts';
import { newComplex } from './new-complex.ts';
import { asFloat, realValue } from './number-conversion.ts';
import { hashOfComplex } from './number-hash.ts';
import { equalityResult } from './ordering.ts';
import { isAtLeast } from './versions.ts';
import { raiseZeroDivision } from './zero-division.ts';

const valueOf = (m: Machine, self: number): Complex => m.heap.body[self] as Complex;
const isComplex = (m: Machine, id: number): boolean => valueKind(m.heap.kind[id]) === Kind.COMPLEX;

/** Value of a complex, float or int object; null for others. */
function complexValue(m: Machine, id: number): Complex | null {
  if (isComplex(m, id)) return valueOf(m, id);
  const re = realValue(m, id);
  return re === null ? null : { re, im: 0 };
}

/** repr: "(1+2j)", "2j". */
function complexRepr({ re, im }: Complex): string {
  const imaginary = shortestText(im) + 'j';
  if (re === 0 && !isNegativeFloat(re)) return imaginary;
  const sign = isNegativeFloat(im) || Number.isNaN(im) ? '' : '+';
  const joint = Number.isNaN(im) ? '+' : sign;
  return `(${shortestText(re)}${joint}${imaginary})`;
}

/** complex('1+2j'); null when malformed. */
function complexFromText(text: string): Complex | null {
  const trimmed = text.trim().replace(/^\(\s*(.*?)\s*\)$/, '$1');
  const number = '(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:e[+-]?\\d+)?|inf(?:inity)?|nan';
  const whole = new RegExp(`^([+-]?(?:${number}))?(?:([+-]?(?:${number})?)j)?$`, 'i').exec(trimmed);
  if (whole === null || trimmed === '') return null;
  const [, real, imaginary] = whole;
  if (real !== undefined && imaginary === undefined) {
    const re = floatFromText(real);
    return re === null ? null : { re, im: 0 };
  }
  // "12j" is read as real "1", imaginary "2": a second part without a sign belongs to the first.
  if (real !== undefined && !/^[+-]/.test(imaginary)) {
    const im = floatFromText(real + imaginary);
    return im === null ? null : { re: 0, im };
  }
  const im = /^[+-]?$/.test(imaginary) ? Number(imaginary + '1') : floatFromText(imaginary);
  const re = real === undefined ? 0 : floatFromText(real);
  return re === null || im === null ? null : { re, im };
}

function part(m: Machine, id: number, place: 'real' | 'imag', isAlone: boolean): Complex {
  if (id === 0) return { re: 0, im: 0 };
  const value = complexValue(m, id);
  if (value !== null) return value;
  const method = place === 'real' ? m.special(id, '__complex__') : 0;
  if (method !== 0) {
    const result = m.call(method, [id]);
    const whole = isComplex(m, result) ? valueOf(m, result) : null;
    m.heap.decref(result);
    return whole ?? m.raise('TypeError', `${m.typeName(id)}.__complex__() must return a complex`);
  }
  const re = m.isStr(id) ? null : asFloat(m, id);
  if (re !== null) return { re, im: 0 };
  if (isAtLeast(m, 14)) {
    const words = isAlone
      ? 'complex() argument must be a string or a number'
      : `complex() argument '${place}' must be a real number`;
    return m.raise('TypeError', `${words}, not ${m.typeName(id)}`);
  }
  if (place === 'imag' && m.isStr(id)) m.raise('TypeError', "complex() second arg can't be a string");
  const words = place === 'real' ? 'first argument must be a string or a number' : 'second argument must be a number';
  return m.raise('TypeError', `complex() ${words}, not '${m.shownTypeName(id)}'`);
}

/** Since 3.14 a real number has no imaginary part that takes part; null where that makes no difference. */
function mixedResult(
  m: Machine,
  op: number,
  [left, a]: readonly [number, Complex],
  [right, b]: readonly [number, Complex],
): Complex | null {
  if (!isComplex(m, right)) {
    const by = b.re;
    if (op === BinaryOp.ADD) return { re: a.re + by, im: a.im };
    if (op === BinaryOp.SUBTRACT) return { re: a.re - by, im: a.im };
    if (op === BinaryOp.MULTIPLY) return { re: a.re * by, im: a.im * by };
    if (op === BinaryOp.TRUE_DIVIDE && by !== 0) return { re: a.re / by, im: a.im / by };
  } else if (!isComplex(m, left)) {
    if (op === BinaryOp.ADD) return { re: a.re + b.re, im: b.im };
    if (op === BinaryOp.SUBTRACT) return { re: a.re - b.re, im: -b.im };
    if (op === BinaryOp.MULTIPLY) return { re: a.re * b.re, im: a.re * b.im };
  }
  return null;
}

export const complexType: TypeDeclaration = {
  name: 'complex',
  kind: Kind.COMPLEX,
  canBeBase: true,
  slots: {
    create(m, type, args, names) {
      const [real, imag] = m.bindArguments('complex', args, names, ['real=', 'imag=']);
      if (real !== 0 && m.isStr(real)) {
        if (imag !== 0) {
          if (isAtLeast(m, 14)) m.raise('TypeError', "complex() argument 'real' must be a real number, not str");
          m.raise('TypeError', "complex() can't take second arg if first is a string");
        }
        const text = m.strValue(real);
        const parsed = complexFromText(text);
        if (parsed === null && text.includes('_')) {
          m.raise('ValueError', `could not convert string to complex: ${m.repr(real)}`);
        }
        return newComplexOf(m, type, parsed ?? m.raise('ValueError', 'complex() arg is a malformed string'));
      }
      const a = part(m, real, 'real', imag === 0);
      const b = part(m, imag, 'imag', false);
      if (imag === 0) return newComplexOf(m, type, a);
      const isWhole = (id: number): boolean => id !== 0 && isComplex(m, id);
      return newComplexOf(m, type, { re: isWhole(imag) ? a.re - b.im : a.re, im: isWhole(real) ? a.im + b.re : b.re });
    },
    repr: (m, self) => complexRepr(valueOf(m, self)),
    hash: (m, self) => hashOfComplex(valueOf(m, self).re, valueOf(m, self).im),
    truth: (m, self) => valueOf(m, self).re !== 0 || valueOf(m, self).im !== 0,
    compare(m, op, left, right) {
      const a = complexValue(m, left);
      const b = complexValue(m, right);
      if (a === null || b === null) return m.notImplemented;
      return equalityResult(m, op, a.re === b.re && a.im === b.im);
    },
    binary(m, op, left, right) {
      const a = complexValue(m, left);
      const b = complexValue(m, right);
      if (a === null || b === null) return m.notImplemented;
      if (isAtLeast(m, 14)) {
        const mixed = mixedResult(m, op, [left, a], [right, b]);
        if (mixed !== null) return newComplex(m, mixed);
      }
      switch (op) {
        case BinaryOp.ADD:
          return newComplex(m, addComplex(a, b));
        case BinaryOp.SUBTRACT:
          return newComplex(m, subtractComplex(a, b));
        case BinaryOp.MULTIPLY:
          return newComplex(m, multiplyComplex(a, b));
        case BinaryOp.TRUE_DIVIDE:
          return newComplex(m, divideComplex(a, b) ?? raiseZeroDivision(m, 'complex /'));
        case BinaryOp.POWER:
          return newComplex(m, complexPower(a, b) ?? raiseZeroDivision(m, 'complex power'));
        default:
          return m.notImplemented;
      }
    },
    negative: (m, self) => newComplex(m, { re: -valueOf(m, self).re, im: -valueOf(m, self).im }),
    positive: (m, self) => newComplex(m, valueOf(m, self)),
    absolute: (m, self) => m.float(Math.hypot(valueOf(m, self).re, valueOf(m, self).im)),
  },
  methods: {
    conjugate(m, args, names) {
      noArguments(m, 'complex.conjugate', args, names);
      const { re, im } = valueOf(m, args[0]);
      return newComplex(m, { re, im: -im });
    },
  },
  properties: {
    real: { get: (m, self) => m.float(valueOf(m, self).re) },
    imag: { get: (m, self) => m.float(valueOf(m, self).im) },
  },
};
