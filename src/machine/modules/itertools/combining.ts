/** product, permutations, combinations. Source: CPython Modules/itertoolsmodule.c. */
import type { Machine, TypeDeclaration } from '../../native.ts';
import { isAtLeast } from '../../types/versions.ts';
import { lazyType, newLazy, own } from './lazy-type.ts';

interface Selection {
  /** Positions of the items of the next result, or null when there is no further one. */
  next: number[] | null;
}

const POOL = 0;
const LAST_RESULT = 1;

/** The items at the positions, as a tuple that the iterator keeps until the next one. */
function handOut(m: Machine, self: number, items: readonly number[]): number {
  const result = m.tupleFromArray(items.map((item) => own(m, item)));
  const old = m.heap.setSlot(self, LAST_RESULT, own(m, result));
  if (old !== 0) m.heap.decref(old);
  return result;
}

/** An iterator over selections from one pool; `advance` turns a selection into the next one or null. */
function overPool(
  name: string,
  first: (n: number, r: number) => number[] | null,
  advance: (positions: number[], n: number) => number[] | null,
): TypeDeclaration {
  return lazyType({
    name,
    create(m, type, args, names) {
      const isPermutations = name === 'permutations';
      const spec = ['iterable', isPermutations ? 'r=' : 'r'];
      const [iterable, r] = m.bindArguments(name, args, names, spec);
      const pool = m.tupleFromArray(m.collect(iterable));
      const n = m.heap.slots[pool]!.length;
      const length =
        r === 0 || (isPermutations && r === m.none)
          ? n
          : isPermutations && !m.isInt(r)
            ? m.raise('TypeError', 'Expected int as r')
            : m.indexNumber(r);
      if (length < 0) {
        m.heap.decref(pool);
        m.raise('ValueError', isAtLeast(m, 15) ? 'r cannot be negative' : 'r must be non-negative');
      }
      const body: Selection = { next: first(n, length) };
      // Their indices, and the cycles of permutations.
      return newLazy(m, type, [pool, 0], body, isPermutations ? n + length : length);
    },
    next(m, self) {
      const body = m.heap.body[self] as Selection;
      if (body.next === null) return 0;
      const pool = m.heap.slots[m.heap.slots[self]![POOL]]!;
      const items = body.next.map((position) => pool[position]);
      body.next = advance([...body.next], pool.length);
      return handOut(m, self, items);
    },
  });
}

const firstPositions = (n: number, r: number): number[] | null =>
  r > n ? null : Array.from({ length: r }, (_, i) => i);

const combinationsType = overPool('combinations', firstPositions, (positions, n) => {
  const r = positions.length;
  let i = r - 1;
  while (i >= 0 && positions[i] === i + n - r) i--;
  if (i < 0) return null;
  positions[i]++;
  for (let j = i + 1; j < r; j++) positions[j] = positions[j - 1] + 1;
  return positions;
});

const withReplacementType = overPool(
  'combinations_with_replacement',
  (n, r) => (n === 0 && r > 0 ? null : new Array<number>(r).fill(0)),
  (positions, n) => {
    let i = positions.length - 1;
    while (i >= 0 && positions[i] === n - 1) i--;
    if (i < 0) return null;
    return positions.fill(positions[i] + 1, i);
  },
);

/** The next arrangement in lexicographic order of positions. */
const permutationsType = overPool('permutations', firstPositions, (positions, n) => {
  for (let i = positions.length - 1; i >= 0; i--) {
    const used = new Set(positions.slice(0, i));
    for (let candidate = positions[i] + 1; candidate < n; candidate++) {
      if (used.has(candidate)) continue;
      positions[i] = candidate;
      used.add(candidate);
      const rest = Array.from({ length: n }, (_, p) => p).filter((p) => !used.has(p));
      for (let j = i + 1; j < positions.length; j++) positions[j] = rest[j - i - 1];
      return positions;
    }
  }
  return null;
});

const productType = lazyType({
  name: 'product',
  create(m, type, args, names) {
    const given = args.length - (names?.length ?? 0);
    const [repeat] = m.bindArguments('product', args.slice(given), names, ['repeat=']);
    const times = repeat === 0 ? 1 : m.indexNumber(repeat);
    if (times < 0) m.raise('ValueError', 'repeat argument cannot be negative');
    const pools = args.slice(0, given).map((iterable) => m.tupleFromArray(m.collect(iterable)));
    const all: number[] = [];
    for (let i = 0; i < times; i++) for (const pool of pools) all.push(own(m, pool));
    for (const pool of pools) m.heap.decref(pool);
    const isEmpty = all.some((pool) => m.heap.slots[pool]!.length === 0);
    const body: Selection = { next: isEmpty ? null : new Array<number>(all.length).fill(0) };
    return newLazy(m, type, [m.tuple(all), 0], body, all.length);
  },
  next(m, self) {
    const body = m.heap.body[self] as Selection;
    if (body.next === null) return 0;
    const pools = m.heap.slots[m.heap.slots[self]![POOL]]!.map((pool) => m.heap.slots[pool]!);
    const positions = body.next;
    const items = positions.map((position, i) => pools[i][position]);
    let i = positions.length - 1;
    while (i >= 0 && positions[i] === pools[i].length - 1) positions[i--] = 0;
    if (i < 0) body.next = null;
    else positions[i]++;
    return handOut(m, self, items);
  },
});

export const combiningTypes: readonly TypeDeclaration[] = [
  productType,
  permutationsType,
  combinationsType,
  withReplacementType,
];
