/** What lists, tuples and their relatives take between square brackets, and as start and stop arguments. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine } from '../native.ts';

/** True when `key` can be a plain index: an int or something with __index__. */
export function isIndex(m: Machine, key: number): boolean {
  return m.isInt(key) || (m.heap.kind[key] !== Kind.SLICE && m.special(key, '__index__') !== 0);
}

/** An index into `length` items, counted from the end when negative; IndexError `message` when out of range. */
export function itemIndex(m: Machine, key: number, length: number, message: string): number {
  let at = m.indexNumber(key);
  if (at < 0) at += length;
  if (at < 0 || at >= length) m.raise('IndexError', message);
  return at;
}

/** An optional start or stop argument of `index`, clipped to 0 and counted from the end when negative. */
export function searchBound(m: Machine, id: number | undefined, length: number, otherwise: number): number {
  if (id === undefined) return otherwise;
  if (!isIndex(m, id)) {
    m.raise('TypeError', 'slice indices must be integers or have an __index__ method');
  }
  const at = m.indexNumber(id);
  return at < 0 ? Math.max(0, at + length) : at;
}

/** How often a sequence is repeated by `* count`; undefined when `count` is no integer. */
export function repeatCount(m: Machine, count: number): number | undefined {
  if (!isIndex(m, count)) return undefined;
  return Math.max(0, m.indexNumber(count));
}
