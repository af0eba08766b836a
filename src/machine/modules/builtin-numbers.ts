/** Built-in functions about numbers and characters. Source: CPython Python/bltinmodule.c. */
import { Kind, valueKind } from '../../heap/kinds.ts';
import { BinaryOp } from '../../program/instructions.ts';
import type { Machine, NativeCall } from '../native.ts';
import { functionOneArgument } from '../types/call-arguments.ts';
import { throughBoundMethod } from '../argument-tuples.ts';
import { isAtLeast } from '../types/versions.ts';

function inBase(name: string, base: number, prefix: string): NativeCall {
  return (m, args, names) => {
    functionOneArgument(m, name, args, names);
    const value = BigInt(m.index(args[0]));
    const digits = (value < 0n ? -value : value).toString(base);
    return m.str(`${value < 0n ? '-' : ''}${prefix}${digits}`);
  };
}

/** Calls a special method of an operand, or says what the operand's type lacks. */
function viaSpecial(m: Machine, id: number, method: string, message: string): number {
  const special = m.special(id, method);
  if (special === 0) m.raise('TypeError', message);
  return m.call(special, [id]);
}

function divideWithRemainder(m: Machine, left: number, right: number): number {
  for (const [operand, other, method] of [
    [left, right, '__divmod__'],
    [right, left, '__rdivmod__'],
  ] as const) {
    const special = m.special(operand, method);
    if (special === 0) continue;
    const result = m.call(special, [operand, other]);
    if (result !== m.notImplemented) return result;
  }
  const isNumber = (id: number): boolean => m.isInt(id) || m.isFloat(id);
  if (!isNumber(left) || !isNumber(right)) {
    m.raise(
      'TypeError',
      `unsupported operand type(s) for divmod(): '${m.shownTypeName(left)}' and '${m.shownTypeName(right)}'`,
    );
  }
  const quotient = m.binary(BinaryOp.FLOOR_DIVIDE, left, right);
  return m.tuple([quotient, m.binary(BinaryOp.REMAINDER, left, right)]);
}

function modularPower(m: Machine, base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) m.raise('ValueError', 'pow() 3rd argument cannot be 0');
  const size = modulus < 0n ? -modulus : modulus;
  let power = base;
  let rest = exponent;
  if (exponent < 0n) {
    power = inverse(m, ((base % size) + size) % size, size);
    rest = -exponent;
  }
  let result = 1n % size;
  power = ((power % size) + size) % size;
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % size;
    power = (power * power) % size;
  }
  return modulus < 0n && result !== 0n ? result - size : result;
}

/** Extended Euclid. */
function inverse(m: Machine, value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  if (a !== 1n) m.raise('ValueError', 'base is not invertible for the given modulus');
  return ((x % modulus) + modulus) % modulus;
}

function sum(m: Machine, iterable: number, start: number): number {
  if (start !== 0 && m.isStr(start)) {
    m.raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  }
  for (const name of ['bytes', 'bytearray']) {
    if (start !== 0 && m.isInstance(start, m.type(name))) {
      m.raise('TypeError', `sum() can't sum ${name} [use b''.join(seq) instead]`);
    }
  }
  let total = start === 0 ? m.int(0) : start;
  if (start !== 0) m.heap.incref(start);
  let floats: CompensatedSum | null = null;
  const settle = (): void => {
    if (floats === null) return;
    m.heap.decref(total);
    total = m.float(floats.result());
    floats = null;
  };
  try {
    m.forEach(iterable, (item) => {
      const { kind } = m.heap;
      const isPlainFloat = kind[item] === Kind.FLOAT;
      const continues = isPlainFloat || kind[item] === Kind.INT || kind[item] === Kind.BOOL;
      if (floats === null && continues && kind[total] === Kind.FLOAT) {
        floats = new CompensatedSum(m.floatValue(total), isAtLeast(m, 12));
      }
      if (floats !== null && continues) {
        floats.add(isPlainFloat ? m.floatValue(item) : Number(m.intValue(item)));
        return;
      }
      settle();
      const next = m.binary(BinaryOp.ADD, total, item);
      m.heap.decref(total);
      total = next;
    });
    settle();
  } catch (error) {
    m.heap.decref(total);
    throw error;
  }
  return total;
}

/** Neumaier's sum, which sum() uses for floats from 3.12 on. */
class CompensatedSum {
  private total: number;
  private lost = 0;
  private readonly compensates: boolean;

  constructor(start: number, compensates: boolean) {
    this.total = start;
    this.compensates = compensates;
  }

  add(value: number): void {
    const next = this.total + value;
    if (this.compensates) {
      this.lost += Math.abs(this.total) >= Math.abs(value) ? this.total - next + value : value - next + this.total;
    }
    this.total = next;
  }

  result(): number {
    return this.lost !== 0 && Number.isFinite(this.lost) ? this.total + this.lost : this.total;
  }
}

export const numberFunctions: Readonly<Record<string, NativeCall>> = {
  abs(m, args, names) {
    functionOneArgument(m, 'abs', args, names);
    const message = `bad operand type for abs(): '${m.shownTypeName(args[0])}'`;
    return viaSpecial(m, args[0], '__abs__', message);
  },
  bin: inBase('bin', 2, '0b'),
  oct: inBase('oct', 8, '0o'),
  hex: inBase('hex', 16, '0x'),
  chr(m, args, names) {
    functionOneArgument(m, 'chr', args, names);
    const code = m.indexNumber(args[0]);
    if (!isAtLeast(m, 13) && (code > 0x7fffffff || code < -0x80000000)) {
      m.raise('OverflowError', 'Python int too large to convert to C int');
    }
    if (code < 0 || code > 0x10ffff) m.raise('ValueError', 'chr() arg not in range(0x110000)');
    return m.str(String.fromCodePoint(code));
  },
  ord(m, args, names) {
    functionOneArgument(m, 'ord', args, names);
    const { kind, body } = m.heap;
    let codes: number[];
    if (valueKind(kind[args[0]]) === Kind.BYTES) codes = [...(body[args[0]] as Uint8Array)];
    else if (m.isStr(args[0])) codes = [...m.strValue(args[0])].map((char) => char.codePointAt(0)!);
    else {
      return m.raise('TypeError', `ord() expected string of length 1, but ${m.typeName(args[0])} found`);
    }
    if (codes.length !== 1) {
      m.raise('TypeError', `ord() expected a character, but string of length ${codes.length} found`);
    }
    return m.int(codes[0]);
  },
  divmod(m, args, names) {
    m.expectArguments('divmod', args, names, 2, 2);
    return divideWithRemainder(m, args[0], args[1]);
  },
  pow(m, args, names) {
    const [base, exponent, modulus] = m.bindArguments('pow', args, names, ['base', 'exp', 'mod=']);
    if (modulus === 0 || modulus === m.none) return m.binary(BinaryOp.POWER, base, exponent);
    const special = m.heap.kind[base] === Kind.INSTANCE ? m.special(base, '__pow__') : 0;
    if (special !== 0) return m.call(special, [base, exponent, modulus]);
    if (!m.isInt(base) || !m.isInt(exponent) || !m.isInt(modulus)) {
      if (m.isInt(base) && m.isInt(exponent)) {
        const types = [base, exponent, modulus].map((id) => `'${m.shownTypeName(id)}'`).join(', ');
        m.raise('TypeError', `unsupported operand type(s) for ** or pow(): ${types}`);
      }
      m.raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
    }
    const [b, e, n] = [base, exponent, modulus].map((id) => BigInt(m.intValue(id)));
    return m.int(modularPower(m, b, e, n));
  },
  round(m, args, names) {
    const [value, digits] = m.bindArguments('round', args, names, ['number', 'ndigits=']);
    const special = m.special(value, '__round__');
    if (special === 0) {
      m.raise('TypeError', `type ${m.typeName(value)} doesn't define __round__ method`);
    }
    const given = digits === 0 || digits === m.none ? [value] : [value, digits];
    // Up to 3.13 the method is bound first.
    return isAtLeast(m, 14) ? m.call(special, given) : throughBoundMethod(m, value, () => m.call(special, given));
  },
  sum(m, args, names) {
    if (args.length - (names?.length ?? 0) === 0) {
      m.raise('TypeError', 'sum() takes at least 1 positional argument (0 given)');
    }
    const [iterable, start] = m.bindArguments('sum', args, names, ['iterable', '/', 'start=']);
    return sum(m, iterable, start);
  },
};
