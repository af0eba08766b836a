/** The ValueErrors of math: 3.14 says what was expected, earlier versions only "math domain error". */
import type { Machine } from '../../native.ts';
import { floatRepr } from '../../text/float-text.ts';
import { isAtLeast } from '../../types/versions.ts';

/** `expected`: "a nonnegative input"; `value` null when the version does not show it. */
export function raiseDomainError(m: Machine, expected: string | null, value: number | null): never {
  if (expected === null || !isAtLeast(m, 14)) return m.raise('ValueError', 'math domain error');
  const got = value === null ? '' : `, got ${floatRepr(value)}`;
  return m.raise('ValueError', `expected ${expected}${got}`);
}

export function raiseRangeError(m: Machine): never {
  return m.raise('OverflowError', 'math range error');
}
