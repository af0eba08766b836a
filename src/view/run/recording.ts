/**
 * Replies of the worker as text, and back: how a run that was made when the site was built reaches the page. Text,
 * because a site's files are sent compressed when they are text: the words of events are laid apart into columns
 * (operations; for each operation its ids, as differences from the last one, and each of its further words), which is less
 * than half.
 */
import { eventWords } from '../../journal/event-store.ts';
import { OP_BITS, OP_MASK } from '../../journal/event-words.ts';
import type { Reply } from './protocol.ts';

interface Columns {
  readonly operations: number[];
  /** By operation: the differences of its ids, then each further word of its events. */
  readonly words: Record<number, number[][]>;
}

/** What JSON cannot say by itself. */
interface Special {
  readonly array?: ArrayName;
  readonly values?: number[];
  readonly bigint?: string;
  readonly number?: string;
}

const arrays = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array };
type ArrayName = keyof typeof arrays;

export function packReplies(replies: readonly Reply[]): string {
  return JSON.stringify(replies, (key, value: unknown) => {
    if (key === 'chunks') return (value as Int32Array[]).map(toColumns);
    return special(value) ?? value;
  });
}

/** Throws when `text` is nothing that `packReplies` has made. The replies are the caller's. */
export function unpackReplies(text: string): Reply[] {
  return JSON.parse(text, (key, value: unknown) => {
    if (key === 'chunks') return (value as Columns[]).map(fromColumns);
    if (typeof value !== 'object' || value === null) return value;
    const { array, values, bigint, number } = value as Partial<Special>;
    if (array !== undefined) return arrays[array].from(values ?? []);
    if (bigint !== undefined) return BigInt(bigint);
    return number === undefined ? value : Number(number);
  }) as Reply[];
}

function special(value: unknown): Special | null {
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { number: '-0' };
    return Number.isFinite(value) ? null : { number: String(value) };
  }
  if (!ArrayBuffer.isView(value)) return null;
  const name = value.constructor.name;
  if (!(name in arrays)) throw new Error(`a recording cannot hold a ${name}`);
  return { array: name as ArrayName, values: Array.from(value as Int32Array) };
}

function toColumns(words: Int32Array): Columns {
  const columns: Columns = { operations: [], words: {} };
  const last = new Int32Array(OP_MASK + 1);
  for (let at = 0; at < words.length;) {
    const operation = words[at] & OP_MASK;
    const id = words[at] >>> OP_BITS;
    const count = eventWords[operation];
    columns.operations.push(operation);
    const itsWords = (columns.words[operation] ??= Array.from({ length: count }, () => []));
    itsWords[0].push(id - last[operation]);
    last[operation] = id;
    for (let further = 1; further < count; further++) itsWords[further].push(words[at + further]);
    at += count;
  }
  return columns;
}

function fromColumns({ operations, words: columns }: Columns): Int32Array {
  const words = new Int32Array(operations.reduce((sum, operation) => sum + eventWords[operation], 0));
  const last = new Int32Array(OP_MASK + 1);
  const read = new Int32Array(OP_MASK + 1);
  let at = 0;
  for (const operation of operations) {
    const row = read[operation]++;
    const itsWords = columns[operation];
    last[operation] += itsWords[0][row];
    words[at++] = (last[operation] << OP_BITS) | operation;
    for (let further = 1; further < itsWords.length; further++) words[at++] = itsWords[further][row];
  }
  return words;
}
