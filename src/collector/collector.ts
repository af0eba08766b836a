/**
 * What the machine sees of a collector. One is made for a run (make-collector.ts) and belongs to one heap.
 */
import type { Heap } from '../heap/heap.ts';
import type { FreeListLimits } from '../heap/allocation-counter.ts';
import type { Generations } from './generations.ts';

/**
 * How a run finds unreachable objects.
 * - `automatic`: as the CPython version does (three generations; incremental in 3.14.0 to 3.14.4).
 * - `refcount`: reference counts alone. No collection ever happens, gc.collect() does nothing and returns 0.
 * - `mark-sweep`: the textbook collector without reference counts: nothing dies before a sweep.
 */
export type CollectorChoice = 'automatic' | 'refcount' | 'mark-sweep';

/** What differs between CPython versions: a part of the machine's Profile. */
export interface CollectorSettings {
  readonly versionInfo: readonly [number, number, number];
  readonly thresholds: readonly [number, number, number];
  readonly collector: 'generational' | 'incremental';
  readonly collectsInAllocation: boolean;
  /** A collection that is due starts inside a running one, too. */
  readonly nestsCollections: boolean;
  readonly dictTracking: 'when-needed' | 'always';
  readonly untracksTuplesBeforeScan: boolean;
  readonly weakrefsClearedBeforeFinalizers: 'all' | 'with-callback';
  readonly trashcanDepth: number;
  readonly releasesLocals: 'forward' | 'reverse';
  readonly freeLists: FreeListLimits;
}

/** What a collection did; zeros when it starts. */
export interface CollectionInfo {
  readonly generation: number;
  readonly collected: number;
  readonly uncollectable: number;
  /** Objects examined. */
  readonly candidates: number;
}

/** What the gc module adds when a program has imported it. None of these throws. */
export interface CollectionObserver {
  /** Calls what gc.callbacks holds. */
  notify(phase: 'start' | 'stop', info: CollectionInfo): void;
  /** Appends to gc.garbage (DEBUG_SAVEALL). Borrowed. */
  saveGarbage(id: number): void;
  /** Prints to stderr (DEBUG_STATS, DEBUG_COLLECTABLE). */
  print(text: string): void;
  /** `<list 0x7f0000001230>`, for DEBUG_COLLECTABLE. */
  describe(id: number): string;
}

/** Calls `visit` with every object that the machine itself holds: frames, value stacks, modules, native code. */
export type Roots = (visit: (id: number) => void) => void;

/** gc.DEBUG_* */
export const Debug = { STATS: 1, COLLECTABLE: 2, UNCOLLECTABLE: 4, SAVEALL: 32, LEAK: 38 } as const;

export interface Collector {
  readonly heap: Heap;
  /** Counts, thresholds and statistics. */
  readonly generations: Generations;
  /** Debug flags. */
  debug: number;
  observer: CollectionObserver | null;

  /**
   * gc.collect(generation), generation 0, 1 or 2: returns the number of unreachable objects, as CPython counts them. 0 when
   * a collection is already running (a finalizer or a callback asked for it).
   */
  collect(generation: number): number;

  /**
   * The machine calls this at its eval-breaker check when `heap.counter.due` is set (in 3.11 the heap does, inside the
   * allocation). Clears `due`; collects what is due, if anything still is.
   */
  collectIfDue(): void;

  /** gc.freeze, gc.unfreeze, gc.get_freeze_count */
  freeze(): void;
  unfreeze(): void;
  freezeCount(): number;

  /** gc.get_count */
  count(): [number, number, number];
  /** gc.get_objects: tracked objects in the order of the lists; a generation, or null for all. Borrowed, a fresh array. */
  objects(generation: number | null): number[];
}
