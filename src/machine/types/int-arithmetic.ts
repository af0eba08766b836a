/**
 * Python's integers as JavaScript values: a number while it is a safe integer, otherwise a bigint. Every function
 * takes and returns that form, so two equal integers are always `===`.
 *
 * Source: CPython Objects/longobject.c (meaning of the operators); none of its algorithms.
 */

/** A safe integer as a number (never -0), any other as a bigint. */
export type Integer = number | bigint;

/** The form that `Integer` asks for. `value` may be any bigint, or a number that is an integer. */
export function normalized(value: Integer): Integer {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalized(BigInt(a) + BigInt(b));
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalized(BigInt(a) - BigInt(b));
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // + 0 turns -0 (from 0 * -1) into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalized(BigInt(a) * BigInt(b));
}

export function negate(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : normalized(-a);
}

export function absolute(a: Integer): Integer {
  return isNegative(a) ? negate(a) : a;
}

function isNegative(a: Integer): boolean {
  return a < 0;
}

/** Rounds towards minus infinity. `b` is not zero. */
export function floorDivide(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    // Not Math.floor(a / b): the quotient of safe integers can round up to the next integer.
    const rest = a % b;
    const quotient = (a - rest) / b;
    return (rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  const quotient = x / y;
  const rest = x % y;
  return normalized(rest !== 0n && rest < 0n !== y < 0n ? quotient - 1n : quotient);
}

/** The remainder of `floorDivide`: it has the sign of `b`, which is not zero. */
export function modulo(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const y = BigInt(b);
  const rest = BigInt(a) % y;
  return normalized(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** `exponent` is not negative. */
export function power(base: Integer, exponent: Integer): Integer {
  if (typeof base === 'number' && typeof exponent === 'number') {
    const result = base ** exponent;
    // Exact only while every intermediate product is; a result below 2^53 had none above it.
    if (Number.isSafeInteger(result)) return result + 0;
  }
  return normalized(BigInt(base) ** BigInt(exponent));
}

/** Three-argument pow, `modulus` not zero and `exponent` not negative. The result has the sign of `modulus`. */
export function powerModulo(base: Integer, exponent: Integer, modulus: Integer): Integer {
  const m = BigInt(modulus);
  const size = m < 0n ? -m : m;
  let square = BigInt(modulo(base, size));
  let result = 1n % size;
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % size;
    square = (square * square) % size;
  }
  return m < 0n && result !== 0n ? normalized(result + m) : normalized(result);
}

/** The inverse of `value` modulo `modulus` (not zero), or null when there is none. */
export function inverseModulo(value: Integer, modulus: Integer): Integer | null {
  const m = BigInt(modulus);
  let [r0, r1] = [m < 0n ? -m : m, BigInt(value)];
  r1 = BigInt(modulo(normalized(r1), normalized(r0)));
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return r0 === 1n ? modulo(normalized(t0), modulus) : null;
}

/** `count` is not negative. */
export function shiftLeft(a: Integer, count: Integer): Integer {
  if (a === 0) return 0;
  return typeof a === 'number' && typeof count === 'number' && count < 32
    ? multiply(a, 2 ** count)
    : normalized(BigInt(a) << BigInt(count));
}

/** Rounds towards minus infinity; `count` is not negative. */
export function shiftRight(a: Integer, count: Integer): Integer {
  if (typeof a === 'number')
    return typeof count === 'number' && count < 64 ? Math.floor(a / 2 ** count) : a < 0 ? -1 : 0;
  return typeof count === 'number' ? normalized(a >> BigInt(count)) : a < 0n ? -1 : 0;
}

const fitsInt32 = (a: Integer): a is number => typeof a === 'number' && (a | 0) === a;

export function bitAnd(a: Integer, b: Integer): Integer {
  return fitsInt32(a) && fitsInt32(b) ? a & b : normalized(BigInt(a) & BigInt(b));
}

export function bitOr(a: Integer, b: Integer): Integer {
  return fitsInt32(a) && fitsInt32(b) ? a | b : normalized(BigInt(a) | BigInt(b));
}

export function bitXor(a: Integer, b: Integer): Integer {
  return fitsInt32(a) && fitsInt32(b) ? a ^ b : normalized(BigInt(a) ^ BigInt(b));
}

export function bitInvert(a: Integer): Integer {
  return subtract(-1, a);
}

/** Bits of the absolute value without leading zeros; 0 for 0. */
export function bitLength(a: Integer): number {
  if (typeof a === 'number') {
    const size = Math.abs(a);
    const high = Math.floor(size / 2 ** 32);
    return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(size);
  }
  const digits = (a < 0n ? -a : a).toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(parseInt(digits[0], 16)));
}

/** Ones among the bits of the absolute value. */
export function bitCount(a: Integer): number {
  let count = 0;
  for (const digit of absolute(a).toString(2)) if (digit === '1') count++;
  return count;
}

/** Greatest common divisor, not negative; gcd(0, 0) is 0. */
export function greatestCommonDivisor(a: Integer, b: Integer): Integer {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0) [x, y] = [y, modulo(x, y)];
  return x;
}

/** The largest integer whose square is not above `a`, which is not negative. */
export function integerSquareRoot(a: Integer): Integer {
  if (typeof a === 'number') {
    let root = Math.floor(Math.sqrt(a));
    // Math.sqrt is correctly rounded, so it can only have rounded up to an integer.
    if (root * root > a) root--;
    return root;
  }
  // Newton's iteration from above.
  let root = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return normalized(root);
    root = next;
  }
}
