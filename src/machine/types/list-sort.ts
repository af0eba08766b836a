/**
 * Stable sorting by `<` alone, as list.sort and sorted do. Runs of plain numbers or plain strings are compared
 * by value, without calling anything; all others in the order of comparisons of CPython (timsort.ts).
 */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { CompareOp } from '../../program/instructions.ts';
import type { Machine } from '../native.ts';
import { timsort } from './timsort.ts';

/** Sorts `items` (any references; owned or kept alive by the caller) in place. `key`: callable or 0. */
export function sortItems(m: Machine, items: number[], key: number, reverse: boolean): void {
  const keys = key === 0 ? items : keysOf(m, items, key);
  try {
    const order = items.map((_, i) => i);
    // Reversing before and after keeps equal items in their order.
    if (reverse) order.reverse();
    sortOrder(m, order, keys);
    if (reverse) order.reverse();
    const sorted = order.map((i) => items[i]);
    for (let i = 0; i < sorted.length; i++) items[i] = sorted[i];
  } finally {
    if (key !== 0) for (const id of keys) m.heap.decref(id);
  }
}

function keysOf(m: Machine, items: readonly number[], key: number): number[] {
  const keys: number[] = [];
  try {
    for (const item of items) keys.push(m.call(key, [item]));
  } catch (error) {
    for (const id of keys) m.heap.decref(id);
    throw error;
  }
  return keys;
}

/** True when all keys are exact ints and floats, or all exact strings: comparing them runs no Python code. */
export function areKeysPlain(m: Machine, keys: readonly number[]): boolean {
  return plainValues(m, keys) !== undefined;
}

function sortOrder(m: Machine, order: number[], keys: readonly number[]): void {
  const plain = plainValues(m, keys);
  if (plain !== undefined) {
    order.sort((a, b) => comparePlain(plain[a], plain[b]));
    return;
  }
  timsort(order, (a, b) => m.compareTruth(CompareOp.LT, keys[a], keys[b]), m.profile.versionInfo[1]);
}

type Plain = number | bigint | string;

function plainValues(m: Machine, keys: readonly number[]): Plain[] | undefined {
  const { kind, typeOf, flags, body } = m.heap;
  const values: Plain[] = [];
  let strings = 0;
  for (const id of keys) {
    if (flags[typeOf[id]] & Flag.HEAP_TYPE) return undefined;
    if (kind[id] === Kind.STR) strings++;
    else if (kind[id] === Kind.BOOL) {
      values.push(body[id] === true ? 1 : 0);
      continue;
    } else if (kind[id] !== Kind.INT && kind[id] !== Kind.FLOAT) return undefined;
    const value = body[id] as Plain;
    // NaN is neither less nor greater: what happens then depends on the order of comparisons.
    if (Number.isNaN(value)) return undefined;
    values.push(value);
  }
  return strings === 0 || strings === keys.length ? values : undefined;
}

function comparePlain(a: Plain, b: Plain): number {
  if (typeof a === 'string') return compareText(a, b as string);
  const [x, y] = [a, b as number | bigint];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** By code points: JavaScript's own order puts U+10000 and above before U+E000. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
