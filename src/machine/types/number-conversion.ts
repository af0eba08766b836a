/**
 * Any object as a number, in the ways that CPython's C code asks for one.
 *
 * Source: CPython Objects/abstract.c (PyNumber_Long, PyNumber_Index), Objects/floatobject.c (PyFloat_AsDouble).
 */
import type { Machine } from '../native.ts';
import { truncated } from './float-arithmetic.ts';
import type { Integer } from './int-arithmetic.ts';
import { integerToFloat } from './int-division.ts';

/** CPython's guard against quadratic conversions between int and str. */
const MOST_DIGITS = 4300;

/** The integer part of a float as int() has it. Raises for nan and infinities. */
export function floatToInteger(m: Machine, value: number): Integer {
  if (Number.isNaN(value)) m.raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) {
    m.raise('OverflowError', 'cannot convert float infinity to integer');
  }
  return truncated(value);
}

/** Nearest float. Raises OverflowError when there is none. */
export function integerAsFloat(m: Machine, value: Integer): number {
  return integerToFloat(value) ?? m.raise('OverflowError', 'int too large to convert to float');
}

/** Value of an int or float (or subclass) as a float; null for other types. */
export function realValue(m: Machine, id: number): number | null {
  if (m.isFloat(id)) return m.floatValue(id);
  return m.isInt(id) ? integerAsFloat(m, m.intValue(id)) : null;
}

/** PyFloat_AsDouble: float, __float__, __index__; null when the object has none of them. */
export function asFloat(m: Machine, id: number): number | null {
  const value = realValue(m, id);
  if (value !== null) return value;
  const method = m.special(id, '__float__');
  if (method !== 0) {
    const result = m.call(method, [id]);
    try {
      if (!m.isFloat(result)) {
        m.raise('TypeError', `${m.typeName(id)}.__float__() returned non-float (type ${m.typeName(result)})`);
      }
      return m.floatValue(result);
    } finally {
      m.heap.decref(result);
    }
  }
  return m.special(id, '__index__') === 0 ? null : integerAsFloat(m, m.index(id));
}

/** As `asFloat`; raises "must be real number, not str". */
export function requireFloat(m: Machine, id: number): number {
  return asFloat(m, id) ?? m.raise('TypeError', `must be real number, not ${m.typeName(id)}`);
}

/** What int(x) makes of a number: int, __int__, __index__, __trunc__; null when the object has none of them. */
export function asInteger(m: Machine, id: number): Integer | null {
  if (m.isInt(id)) return m.intValue(id);
  if (m.isFloat(id)) return floatToInteger(m, m.floatValue(id));
  const method = m.special(id, '__int__');
  if (method !== 0) return integerResult(m, m.call(method, [id]), `__int__ returned non-int`);
  if (m.special(id, '__index__') !== 0) return m.index(id);
  // 3.14 no longer asks for __trunc__.
  const truncate = m.profile.versionInfo[1] < 14 ? m.special(id, '__trunc__') : 0;
  if (truncate === 0) return null;
  return integerResult(m, m.call(truncate, [id]), '__trunc__ returned non-Integral');
}

/** The value of an owned result that must be an int. */
function integerResult(m: Machine, result: number, complaint: string): Integer {
  try {
    if (!m.isInt(result)) m.raise('TypeError', `${complaint} (type ${m.typeName(result)})`);
    return m.intValue(result);
  } finally {
    m.heap.decref(result);
  }
}

/** Decimal text of an int, up to CPython's limit of 4300 digits. */
export function decimalText(m: Machine, value: Integer): string {
  if (typeof value === 'number') return String(value);
  const text = value.toString();
  if (text.length > MOST_DIGITS && text.replace('-', '').length > MOST_DIGITS) raiseTooManyDigits(m);
  return text;
}

function raiseTooManyDigits(m: Machine): never {
  return m.raise(
    'ValueError',
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** Raises the error of int('...') for more than 4300 digits in a base that is no power of two. */
export function checkDigitCount(m: Machine, text: string): void {
  const digits = text.replace(/[^0-9a-zA-Z]/g, '').length;
  if (digits <= MOST_DIGITS) return;
  m.raise(
    'ValueError',
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion: value has ${digits} digits; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}
