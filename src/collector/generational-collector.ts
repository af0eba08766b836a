/**
 * The collector of 3.11, 3.12, 3.13, 3.14.5 and later, and 3.15: three generations.
 * Sources: CPython Modules/gcmodule.c (gc_collect_impl, gc_freeze_impl ...), Python/gc.c (_Py_RunGC).
 */
import { CollectCause } from '../heap/events.ts';
import { type Heap, ListHead } from '../heap/heap.ts';
import { gcCollectMain, generationList } from './collect.ts';
import type { CollectionObserver, Collector, CollectorSettings } from './collector.ts';
import { members, merge, setGeneration, size } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';
import { Generations, OLDEST } from './generations.ts';
import { collectInside } from './nested-collection.ts';

const PERMANENT_GENERATION = 3;

export class GenerationalCollector implements Collector, GcState {
  readonly generations: Generations;
  debug = 0;
  observer: CollectionObserver | null = null;
  collecting = false;
  /** How many collections are under way, one inside the other. */
  private depth = 0;
  phase = 0;
  readonly referents: number[] = [];
  readonly untracksDicts: boolean;
  readonly weakrefsClearedBeforeFinalizers: 'all' | 'with-callback';
  readonly clearsLateWeakrefs: boolean;
  private readonly nestsCollections: boolean;

  constructor(
    readonly heap: Heap,
    settings: CollectorSettings,
  ) {
    this.generations = new Generations(heap.counter, settings.thresholds);
    this.untracksDicts = settings.dictTracking === 'when-needed';
    this.weakrefsClearedBeforeFinalizers = settings.weakrefsClearedBeforeFinalizers;
    this.nestsCollections = settings.nestsCollections;
    this.clearsLateWeakrefs = clearsLateWeakrefs(settings.versionInfo);
  }

  collect(generation: number): number {
    return this.begin(generation, CollectCause.EXPLICIT);
  }

  collectIfDue(): void {
    const { counter } = this.heap;
    counter.due = false;
    if (!counter.enabled || (this.collecting && !this.nestsCollections)) return;
    const generation = this.generations.due();
    if (generation < 0) return;
    this.collecting = false;
    this.begin(generation, CollectCause.THRESHOLD);
  }

  private begin(generation: number, cause: number): number {
    // Not CPython: only two at once. A third takes an explicit collection in a finalizer of a nested one.
    if (this.collecting || this.depth === 2) return 0;
    this.depth++;
    const collect = () => gcCollectMain(this, generation, cause);
    const collected = this.depth === 2 ? collectInside(this, collect) : collect();
    this.depth--;
    return collected;
  }

  freeze(): void {
    for (const list of generationList) {
      setGeneration(this.heap, list, PERMANENT_GENERATION);
      merge(this.heap, list, ListHead.PERMANENT);
    }
    this.generations.reset(OLDEST);
  }

  unfreeze(): void {
    setGeneration(this.heap, ListHead.PERMANENT, OLDEST);
    merge(this.heap, ListHead.PERMANENT, ListHead.OLD);
  }

  freezeCount(): number {
    return size(this.heap, ListHead.PERMANENT);
  }

  count(): [number, number, number] {
    return this.generations.count();
  }

  objects(generation: number | null): number[] {
    if (generation !== null) return members(this.heap, generationList[generation]);
    return generationList.flatMap((list) => members(this.heap, list));
  }
}

/** Weak references made by finalizers to final garbage are cleared since 3.13.13, 3.14.4 and 3.15. */
function clearsLateWeakrefs([, minor, micro]: readonly [number, number, number]): boolean {
  if (minor === 13) return micro >= 13;
  if (minor === 14) return micro >= 4;
  return minor >= 15;
}
