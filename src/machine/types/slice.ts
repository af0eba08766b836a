/** slice objects, and what they mean for a sequence. Source: CPython Objects/sliceobject.c. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, TypeDeclaration } from '../native.ts';
import { isExactly, newContainer } from './allocation.ts';
import { functionPositional, oneArgument } from './call-arguments.ts';
import { isAtLeast } from './versions.ts';

const SLICE_BYTES = 56;
const START = 0;
const STOP = 1;
const STEP = 2;

/** A slice applied to a sequence: items `start`, `start + step` ..., `count` of them. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** The range of items that a SLICE object picks out of a sequence of `length` items. */
export function sliceRange(m: Machine, slice: number, length: number): SliceRange {
  const [startId, stopId, stepId] = m.heap.slots[slice]!;
  const step = stepId === m.none ? 1 : bound(m, stepId);
  if (step === 0) m.raise('ValueError', 'slice step cannot be zero');
  const start = clip(startId === m.none ? (step < 0 ? Infinity : 0) : bound(m, startId), length, step);
  const stop = clip(stopId === m.none ? (step < 0 ? -Infinity : Infinity) : bound(m, stopId), length, step);
  const distance = step < 0 ? start - stop : stop - start;
  const count = distance > 0 ? Math.floor((distance - 1) / Math.abs(step)) + 1 : 0;
  return { start, stop, step, count };
}

function bound(m: Machine, id: number): number {
  if (!m.isInt(id) && m.special(id, '__index__') === 0) {
    const none = isAtLeast(m, 15) ? '' : ' or None';
    m.raise('TypeError', `slice indices must be integers${none} or have an __index__ method`);
  }
  return m.indexNumber(id);
}

function clip(value: number, length: number, step: number): number {
  // -Infinity stands for "omitted, backwards": one before the first item.
  if (value === -Infinity) return -1;
  if (value < 0) {
    value += length;
    if (value < 0) return step < 0 ? -1 : 0;
  } else if (value >= length) return step < 0 ? length - 1 : length;
  return value;
}

/** A new slice object; the three parts are stolen. */
export function newSlice(m: Machine, start: number, stop: number, step: number): number {
  return newContainer(m, Kind.SLICE, m.type('slice'), [start, stop, step], null, SLICE_BYTES);
}

function part(slot: number) {
  return {
    get(m: Machine, self: number): number {
      const id = m.heap.slots[self]![slot];
      m.heap.incref(id);
      return id;
    },
  };
}

export const sliceType: TypeDeclaration = {
  name: 'slice',
  kind: Kind.SLICE,
  slots: {
    create(m, _type, args, names) {
      functionPositional(m, 'slice', args, names, 1, 3);
      const parts = args.length === 1 ? [m.none, args[0], m.none] : [args[0], args[1], args[2] ?? m.none];
      for (const id of parts) m.heap.incref(id);
      return newSlice(m, parts[START], parts[STOP], parts[STEP]);
    },
    repr(m, self) {
      return `slice(${m.heap.slots[self]!.map((id) => m.repr(id)).join(', ')})`;
    },
    hash(m, self) {
      if (!isAtLeast(m, 12)) m.raise('TypeError', "unhashable type: 'slice'");
      let hash = 17;
      for (const id of m.heap.slots[self]!) hash = (Math.imul(hash, 31) + m.hash(id)) | 0;
      return hash;
    },
    compare(m, op, left, right) {
      if (!isExactly(m, left, 'slice') || !isExactly(m, right, 'slice')) return m.notImplemented;
      const parts = (id: number): number => {
        const items = [...m.heap.slots[id]!];
        for (const item of items) m.heap.incref(item);
        return m.tupleFromArray(items);
      };
      const [a, b] = [parts(left), parts(right)];
      const result = m.compare(op, a, b);
      m.heap.decref(a);
      m.heap.decref(b);
      return result;
    },
  },
  methods: {
    indices(m, args, names) {
      oneArgument(m, 'slice.indices', args, names);
      const length = m.indexNumber(args[1]);
      if (length < 0) m.raise('ValueError', 'length should not be negative');
      const { start, stop, step } = sliceRange(m, args[0], length);
      return m.tuple([m.int(start), m.int(stop), m.int(step)]);
    },
  },
  properties: { start: part(START), stop: part(STOP), step: part(STEP) },
};
