/** Functions of integers. Source: CPython Modules/mathmodule.c. */
import type { Machine, NativeCall } from '../../native.ts';
import { functionOneArgument, functionPositional, noKeywords } from '../../types/call-arguments.ts';
import * as integer from '../../types/int-arithmetic.ts';
import type { Integer } from '../../types/int-arithmetic.ts';

const LARGEST_FACTORIAL = 2147483647;
/** Beyond this the page would hang; the result has more digits than Python would print. */
const LARGEST_PRODUCT = 20_000;

/** first * (first + 1) * ... * last, by halves so that factors stay about equally long. */
function productOfRange(first: bigint, last: bigint): bigint {
  if (first > last) return 1n;
  if (last - first < 8n) {
    let product = first;
    for (let factor = first + 1n; factor <= last; factor++) product *= factor;
    return product;
  }
  const middle = (first + last) >> 1n;
  return productOfRange(first, middle) * productOfRange(middle + 1n, last);
}

function factorial(m: Machine, value: Integer): number {
  if (value < 0) m.raise('ValueError', 'factorial() not defined for negative values');
  if (value > LARGEST_FACTORIAL) {
    m.raise('OverflowError', `factorial() argument should not exceed ${LARGEST_FACTORIAL}`);
  }
  checkEffort(m, value);
  return m.int(integer.normalized(productOfRange(1n, BigInt(value))));
}

function checkEffort(m: Machine, factors: Integer): void {
  if (factors > LARGEST_PRODUCT) m.raise('MemoryError', '');
}

function checkNotNegative(m: Machine, value: Integer, name: string): void {
  if (value < 0) m.raise('ValueError', `${name} must be a non-negative integer`);
}

function perm(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  functionPositional(m, 'perm', args, names, 1, 2);
  const n = m.index(args[0]);
  if (args[1] === undefined || args[1] === m.none) return factorial(m, n);
  const k = m.index(args[1]);
  checkNotNegative(m, n, 'n');
  checkNotNegative(m, k, 'k');
  if (n < k) return m.int(0);
  checkEffort(m, k);
  const [first, last] = [BigInt(n) - BigInt(k) + 1n, BigInt(n)];
  return m.int(integer.normalized(productOfRange(first, last)));
}

function comb(m: Machine, args: readonly number[], names: readonly string[] | null): number {
  functionPositional(m, 'comb', args, names, 2, 2);
  const n = m.index(args[0]);
  let k = m.index(args[1]);
  checkNotNegative(m, n, 'n');
  checkNotNegative(m, k, 'k');
  if (n < k) return m.int(0);
  const rest = integer.subtract(n, k);
  if (rest < k) k = rest;
  checkEffort(m, k);
  const numerator = productOfRange(BigInt(n) - BigInt(k) + 1n, BigInt(n));
  return m.int(integer.normalized(numerator / productOfRange(1n, BigInt(k))));
}

function fold(name: string, start: Integer, step: (a: Integer, b: Integer) => Integer): NativeCall {
  return (m, args, names) => {
    noKeywords(m, `math.${name}`, names);
    return m.int(args.map((id) => m.index(id)).reduce(step, start));
  };
}

function leastCommonMultiple(a: Integer, b: Integer): Integer {
  if (a === 0 || b === 0) return 0;
  const divisor = integer.greatestCommonDivisor(a, b);
  return integer.absolute(integer.multiply(integer.floorDivide(a, divisor), b));
}

export const integerFunctions: Readonly<Record<string, NativeCall>> = {
  factorial(m, args, names) {
    functionOneArgument(m, 'math.factorial', args, names);
    return factorial(m, m.index(args[0]));
  },
  perm,
  comb,
  gcd: fold('gcd', 0, integer.greatestCommonDivisor),
  lcm: fold('lcm', 1, leastCommonMultiple),
  isqrt(m, args, names) {
    functionOneArgument(m, 'math.isqrt', args, names);
    const value = m.index(args[0]);
    if (value < 0) m.raise('ValueError', 'isqrt() argument must be nonnegative');
    return m.int(integer.integerSquareRoot(value));
  },
};
