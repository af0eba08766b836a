/**
 * Where objects come from: follows the program's lines and notes, for each row of ids that were given out since the last
 * line, the frames that were running. So an allocation itself costs nothing more, and nothing at all while nobody traces.
 * Source: CPython Modules/_tracemalloc.c, Python/tracemalloc.c.
 */
import { firstAbove } from '../../../base/bisect.ts';
import { Kind, type KindNumber, LAST_ATOM } from '../../../heap/kinds.ts';
import type { LineTracer, PythonMachine } from '../../machine.ts';
import type { Frame } from '../../frame.ts';
import { isOfLibrary } from '../library-object.ts';

/** The frames of an allocation, innermost first, at most as many as asked for. */
export interface Place {
  readonly frames: readonly (readonly [filename: string, line: number])[];
  /** How many frames there were. */
  readonly depth: number;
}

/** Memory blocks of one moment: for each its size and the index of its place. */
export interface Blocks {
  readonly sizes: readonly number[];
  readonly places: readonly number[];
}

/** Bytes of the objects whose items lie in a block of their own, without it. */
const HEAD_BYTES: Partial<Record<KindNumber, number>> = { [Kind.LIST]: 56, [Kind.DICT]: 64, [Kind.SET]: 216 };

export class AllocationTracer implements LineTracer {
  readonly places: Place[] = [];
  /** The largest sum of traced memory since the last reset, bytes. */
  peak = 0;
  readonly #indexes = new Map<string, number>();
  /** Ids from `#starts[i]` up to the next start were given out at place `#runs[i]`. */
  #starts: number[] = [];
  #runs: number[] = [];
  /** Objects whose items were moved to a larger block: where. */
  #moved = new Map<number, number>();
  /** Ids below are settled. */
  #seen: number;
  #now: number;
  /** Bytes in use when tracing began: what was there before is not traced. */
  #before: number;

  /** `limit`: frames of a place. */
  constructor(
    private readonly m: PythonMachine,
    readonly limit: number,
  ) {
    this.#seen = m.heap.end;
    this.#before = this.#inUse();
    this.#now = this.#placeAt(m.depth);
    m.heap.useFreshAtoms();
    m.heap.onResize = (id) => {
      this.#moved.set(id, this.#now);
      this.traced();
    };
  }

  end(): void {
    this.m.heap.onResize = null;
  }

  line(): void {
    this.#settle();
    this.#now = this.#placeAt(this.m.depth);
  }

  leave(_frame: Frame): void {
    this.#settle();
    this.#now = this.#placeAt(this.m.depth - 1);
  }

  /** Forgets all that was allocated until now. */
  clear(): void {
    this.#settle();
    this.#starts = [];
    this.#runs = [];
    this.#moved.clear();
    this.#before = this.#inUse();
    this.peak = 0;
  }

  /** Bytes of all traced objects. */
  traced(): number {
    // Not CPython: what dies that was there before counts against it.
    const now = Math.max(0, this.#inUse() - this.#before);
    this.peak = Math.max(this.peak, now);
    return now;
  }

  /** The index of the place where the object was made; -1 when it was made before. */
  placeOf(id: number): number {
    this.#settle();
    const { heap } = this.m;
    if (heap.kind[id] > LAST_ATOM && isOfLibrary(this.m, id)) return -1;
    const run = firstAbove(this.#starts, this.#starts.length, id) - 1;
    return run < 0 ? -1 : this.#runs[run];
  }

  /** All blocks that are in use now. */
  blocks(): Blocks {
    this.#settle();
    const { heap } = this.m;
    const sizes: number[] = [];
    const places: number[] = [];
    for (let run = 0; run < this.#starts.length; run++) {
      const end = run + 1 < this.#starts.length ? this.#starts[run + 1] : this.#seen;
      for (let id = this.#starts[run]; id < end; id++) {
        if (heap.refcount[id] <= 0 || isOfLibrary(this.m, id)) continue;
        const size = heap.size[id];
        const head = HEAD_BYTES[heap.kind[id] as KindNumber] ?? size;
        sizes.push(Math.min(size, head));
        places.push(this.#runs[run]);
        if (size <= head) continue;
        sizes.push(size - head);
        places.push(this.#moved.get(id) ?? this.#runs[run]);
      }
    }
    return { sizes, places };
  }

  #inUse(): number {
    return this.m.heap.objectBytes + this.m.heap.atomBytes;
  }

  /** What was given out since the last time belongs to the line that ran until now. */
  #settle(): void {
    const { heap } = this.m;
    if (heap.end > this.#seen) {
      if (this.#runs[this.#runs.length - 1] !== this.#now) {
        this.#starts.push(this.#seen);
        this.#runs.push(this.#now);
      }
      this.#seen = heap.end;
    }
    heap.useFreshAtoms();
    this.traced();
  }

  #placeAt(depth: number): number {
    const frames: [string, number][] = [];
    let key = `${depth}`;
    for (let at = depth; at > 0 && frames.length < this.limit; at--) {
      const { code, line } = this.m.frames[at];
      frames.push([code.code.filename, line]);
      key += `\n${code.code.filename}\n${line}`;
    }
    if (this.limit === 1) key = key.slice(key.indexOf('\n'));
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.places.length;
      this.#indexes.set(key, index);
      this.places.push({ frames, depth });
    }
    return index;
  }
}
