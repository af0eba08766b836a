import { Problem } from '../problem.ts';
import type { Literal, Span } from '../syntax.ts';

/** CPython's limit for the conversion of decimal digits (sys.int_info.default_max_str_digits). */
const maxDigits = 4300;

/** The value of a number token. Integers beyond 2^53 are BigInt. */
export function numberLiteral(span: Span, source: string): Literal {
  const text = source.replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(text)) return integerLiteral(BigInt(text));
  if (text.endsWith('j')) return { kind: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.e]/.test(text)) return { kind: 'float', value: Number(text) };
  const digits = text.replace(/^0+(?=.)/, '');
  if (digits.length > maxDigits) {
    throw new Problem(span, `This number has ${digits.length} digits: at most ${maxDigits} are converted.`);
  }
  return digits.length < 16 ? { kind: 'int', value: Number(digits) } : integerLiteral(BigInt(digits));
}

/** An int literal in its canonical form: a number when it is a safe integer. */
export function integerLiteral(value: bigint): Literal {
  const small = Number(value);
  return { kind: 'int', value: Number.isSafeInteger(small) ? small : value };
}
