/**
 * The arrays in which a heap keeps its objects, by id, and those that an earlier run has left for the next one: memory
 * that is new is slow at its first touch.
 */
import type { InlineValues } from './inline-values.ts';

export interface HeapMemory {
  /** Ids that there is room for. `slots` and `body` may be shorter. */
  readonly capacity: number;
  readonly refcount: Int32Array;
  readonly typeOf: Int32Array;
  readonly kind: Uint8Array;
  readonly flags: Uint16Array;
  readonly generation: Uint8Array;
  readonly gcNext: Int32Array;
  readonly gcPrev: Int32Array;
  readonly gcRefs: Int32Array;
  readonly gcMark: Uint8Array;
  readonly size: Int32Array;
  /** `at` and `cells` of inline-values.ts. */
  readonly valuesAt: Int32Array;
  readonly valueCells: Int32Array;
  readonly slots: (number[] | null)[];
  readonly body: unknown[];
}

/** What an earlier run has left. Whoever uses it takes it out. */
export interface SpareMemory {
  /** Chunks of events (see events.ts). */
  readonly chunks: Int32Array[];
  /** In the state of a heap without objects. */
  heap: HeapMemory | null;
}

/** `generation` of an object that no list holds. */
export const UNTRACKED = 255;

/** The arrays of numbers. */
const COLUMNS = [
  'refcount',
  'typeOf',
  'kind',
  'flags',
  'generation',
  'gcNext',
  'gcPrev',
  'gcRefs',
  'gcMark',
  'size',
  'valuesAt',
] as const;

const INITIAL_CAPACITY = 1 << 11;
/** The largest heap whose arrays are worth keeping: about 50 MB. */
const MOST_KEPT = 1 << 20;

export function newHeapMemory(
  capacity = INITIAL_CAPACITY,
  valueCells: Int32Array = new Int32Array(INITIAL_CAPACITY),
): HeapMemory {
  return {
    capacity,
    refcount: new Int32Array(capacity),
    typeOf: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    flags: new Uint16Array(capacity),
    generation: new Uint8Array(capacity).fill(UNTRACKED),
    gcNext: new Int32Array(capacity),
    gcPrev: new Int32Array(capacity),
    gcRefs: new Int32Array(capacity),
    gcMark: new Uint8Array(capacity),
    size: new Int32Array(capacity),
    valuesAt: new Int32Array(capacity),
    valueCells,
    slots: [],
    body: [],
  };
}

/** `memory`, whose ids below `end` were used, as it was in the beginning; null when it is too large to be kept. */
export function cleared(memory: HeapMemory, end: number, values: InlineValues): HeapMemory | null {
  if (end > MOST_KEPT) return null;
  for (const column of COLUMNS) memory[column].fill(0, 0, end);
  memory.generation.fill(UNTRACKED, 0, end);
  values.cells.fill(0, 0, values.end);
  memory.slots.fill(null);
  memory.body.fill(null);
  return { ...memory, valueCells: values.cells };
}

/** The same contents in larger arrays. In leaps: memory that nobody has written costs nothing, to copy does. */
export function grown(memory: HeapMemory): HeapMemory {
  const larger = newHeapMemory(memory.capacity * 8, memory.valueCells);
  for (const column of COLUMNS) larger[column].set(memory[column]);
  return { ...larger, slots: memory.slots, body: memory.body };
}
