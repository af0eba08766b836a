/**
 * round(): half to even on the exact value.
 *
 * Source: CPython Objects/floatobject.c (double_round), Objects/longobject.c (int___round___impl).
 */
import { scaledInteger } from '../text/float-text.ts';
import { add, floorDivide, modulo, multiply, power, subtract, type Integer } from './int-arithmetic.ts';
import { integerToFloat } from './int-division.ts';

/** The float nearest to `value` rounded to `places` decimals (may be negative); null on overflow. */
export function roundFloat(value: number, places: number): number | null {
  if (!Number.isFinite(value) || value === 0) return value;
  // Beyond these the value is its own rounding, or rounds to zero.
  if (places > 323) return value;
  if (places < -308) return 0 * value;
  const magnitude = scaledInteger(Math.abs(value), places);
  const rounded = places > 0 ? Number(`${magnitude}e${-places}`) : integerToFloat(magnitude * 10n ** BigInt(-places));
  if (rounded === null) return null;
  return value < 0 ? -rounded : rounded;
}

/** `value` to a multiple of 10^-places; the value itself when `places` is not negative. */
export function roundInteger(value: Integer, places: number): Integer {
  if (places >= 0) return value;
  const unit = power(10, -places);
  const rest = modulo(value, unit);
  const down = subtract(value, rest);
  const twice = multiply(rest, 2);
  const isUp = twice > unit || (twice === unit && modulo(floorDivide(value, unit), 2) === 1);
  return isUp ? add(down, unit) : down;
}
