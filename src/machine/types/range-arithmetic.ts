/** Ranges as values. Source: CPython Objects/rangeobject.c. */
import * as integer from './int-arithmetic.ts';
import type { Integer } from './int-arithmetic.ts';

/** Body of a RANGE object. `length` follows from the rest. */
export interface RangeValue {
  readonly start: Integer;
  readonly stop: Integer;
  readonly step: Integer;
  readonly length: Integer;
}

/** `step` is not zero. */
export function rangeOf(start: Integer, stop: Integer, step: Integer): RangeValue {
  const [low, high, size] = step > 0 ? [start, stop, step] : [stop, start, integer.negate(step)];
  const length =
    low >= high ? 0 : integer.add(integer.floorDivide(integer.subtract(integer.subtract(high, low), 1), size), 1);
  return { start, stop, step, length };
}

/** Item number `index`, which is within the range. */
export function rangeItem(range: RangeValue, index: Integer): Integer {
  return integer.add(range.start, integer.multiply(index, range.step));
}

/** Index of `value`, or null when the range does not contain it. */
export function rangeIndex(range: RangeValue, value: Integer): Integer | null {
  const distance = integer.subtract(value, range.start);
  if (integer.modulo(distance, range.step) !== 0) return null;
  const index = integer.floorDivide(distance, range.step);
  return index >= 0 && index < range.length ? index : null;
}

export function reversedRange(range: RangeValue): RangeValue {
  const step = integer.negate(range.step);
  const last = rangeItem(range, integer.subtract(range.length, 1));
  return rangeOf(last, integer.subtract(range.start, range.step), step);
}

/** Ranges are equal when they have the same items. */
export function equalRanges(a: RangeValue, b: RangeValue): boolean {
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}

/** The part of a range that [start:stop:step] selects; null for what is omitted. `step` is not zero. */
export function slicedRange(range: RangeValue, start: Integer | null, stop: Integer | null, step: Integer): RangeValue {
  const { length } = range;
  const backwards = step < 0;
  const lowest = backwards ? -1 : 0;
  const highest = backwards ? integer.subtract(length, 1) : length;
  const clip = (index: Integer): Integer => {
    const at = index < 0 ? integer.add(index, length) : index;
    return at < lowest ? lowest : at > highest ? highest : at;
  };
  const from = start === null ? (backwards ? highest : lowest) : clip(start);
  const to = stop === null ? (backwards ? lowest : highest) : clip(stop);
  return rangeOf(rangeItem(range, from), rangeItem(range, to), integer.multiply(range.step, step));
}
