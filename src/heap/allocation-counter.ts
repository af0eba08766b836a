/**
 * Counts what brings the next collection closer: containers obtained from the allocator minus containers returned to
 * it (CPython's generations[0].count). Free-lists stand between: what they serve and take back does not count.
 *
 * Sources: CPython Python/gc.c (gc_alloc, PyObject_GC_Del), Include/internal/pycore_freelist_state.h.
 */
import { Kind } from './kinds.ts';

/** Free-list lengths of a version. Tuples: one list for every length 1 to 20. 0 = no free-list. */
export interface FreeListLimits {
  readonly list: number;
  readonly dict: number;
  readonly tuple: number;
  readonly method: number;
  readonly builtin: number;
  readonly sequenceIterator: number;
  readonly slice: number;
  /** Up to 3.13 a full collection leaves the one cached slice alone, and it is there before the program starts. */
  readonly keepsSlice: boolean;
}

const TUPLE_LISTS = 21;

export class AllocationCounter {
  /** Allocations minus deallocations since the last young collection; never below 0. */
  count = 0;
  /** A collection is due when count > threshold; 0 = never. */
  threshold = 0;
  enabled = true;
  /** Set when a collection is due; the machine looks at it at its next eval-breaker check and clears it. */
  due = false;
  /** A collection is running: allocations are counted, but make none due. Set by the collector. */
  collecting = false;
  /** What is counted: allocations, or (3.14.1 to 3.14.4) objects that become tracked. */
  basis: 'allocation' | 'tracking' = 'allocation';

  private readonly limit = new Int32Array(64);
  private readonly free = new Int32Array(64);
  private tupleLimit = 0;
  private keepsSlice = false;
  private readonly freeTuples = new Int32Array(TUPLE_LISTS);

  setLimits(limits: FreeListLimits): void {
    this.limit.fill(0);
    this.limit[Kind.LIST] = limits.list;
    this.limit[Kind.DICT] = limits.dict;
    this.limit[Kind.METHOD] = limits.method;
    this.limit[Kind.BUILTIN] = limits.builtin;
    this.limit[Kind.ITERATOR] = limits.sequenceIterator;
    this.limit[Kind.SLICE] = limits.slice;
    this.tupleLimit = limits.tuple;
    this.keepsSlice = limits.keepsSlice;
    this.emptyFreeLists();
  }

  /** The program begins: nothing is counted yet. */
  restart(): void {
    this.count = 0;
    this.due = false;
    this.emptyFreeLists();
    if (this.keepsSlice) this.free[Kind.SLICE] = this.limit[Kind.SLICE];
  }

  /** A full collection does this. */
  emptyFreeLists(): void {
    const slices = this.keepsSlice ? this.free[Kind.SLICE] : 0;
    this.free.fill(0);
    this.free[Kind.SLICE] = slices;
    this.freeTuples.fill(0);
  }

  allocated(kind: number, slots: readonly number[] | null, exact: boolean): void {
    if (exact) {
      if (kind === Kind.TUPLE) {
        const length = slots!.length;
        if (length < TUPLE_LISTS && this.freeTuples[length] > 0) {
          this.freeTuples[length]--;
          return;
        }
      } else if (this.free[kind] > 0) {
        this.free[kind]--;
        return;
      }
    }
    if (this.basis === 'allocation') this.rise();
  }

  freed(kind: number, slots: readonly number[] | null, exact: boolean): void {
    if (exact) {
      if (kind === Kind.TUPLE) {
        const length = slots!.length;
        if (length > 0 && length < TUPLE_LISTS && this.freeTuples[length] < this.tupleLimit) {
          this.freeTuples[length]++;
          return;
        }
      } else if (this.free[kind] < this.limit[kind]) {
        this.free[kind]++;
        return;
      }
    }
    if (this.basis === 'allocation' && this.count > 0) this.count--;
  }

  /** Runs `action`, which makes one container of a kind with a free-list and drops it, as if it had made none. */
  unnoticed(kind: number, action: () => void): void {
    const before = this.free[kind];
    this.free[kind] = 1;
    try {
      action();
    } finally {
      this.free[kind] = before;
    }
  }

  /** Runs `action`, which makes a container of a kind with a free-list, as `list()` and `dict()` do: without a look there. */
  afresh(kind: number, action: () => number): number {
    const before = this.free[kind];
    this.free[kind] = 0;
    try {
      return action();
    } finally {
      this.free[kind] = before;
    }
  }

  /** A container joins the collector's lists. */
  tracked(): void {
    if (this.basis === 'tracking') this.rise();
  }

  /** A container leaves them. */
  untracked(): void {
    if (this.basis === 'tracking' && this.count > 0) this.count--;
  }

  /** Counts an allocation that the simulator does not carry out as an object (a hidden temporary of CPython's). */
  countHidden(): void {
    if (this.basis === 'allocation') this.rise();
  }
  discountHidden(): void {
    if (this.basis === 'allocation' && this.count > 0) this.count--;
  }

  private rise(): void {
    if (++this.count > this.threshold && this.threshold !== 0 && this.enabled && !this.collecting) this.due = true;
  }
}
