/**
 * The textbook collector over a heap without reference counts: nothing dies when its last reference goes; a sweep frees
 * what cannot be reached from the roots (McCarthy 1960; Jones, Hosking and Moss, The Garbage Collection Handbook, chapter 2).
 *
 * Roots are what the machine names and, for safety, whatever native code holds: the simulator keeps the counts in this
 * mode too, so both are found from them (external-references.ts). Finalizers of doomed objects are called once, before
 * the sweep, and the marking is done again after them.
 */
import { Cause, CollectCause, Ev, Phase } from '../heap/events.ts';
import { Flag, type Heap, Mark } from '../heap/heap.ts';
import { LAST_ATOM } from '../heap/kinds.ts';
import { appendOwned } from '../heap/traverse.ts';
import type { CollectionObserver, Collector, CollectorSettings, Roots } from './collector.ts';
import { visitExternallyHeld } from './external-references.ts';
import { members } from './gc-lists.ts';
import { generationList } from './collect.ts';
import { Generations, OLDEST } from './generations.ts';

/** A sweep is not worth its while for fewer new objects than this. */
const LEAST_GROWTH = 100_000;

export class MarkAndSweep implements Collector {
  readonly generations: Generations;
  debug = 0;
  observer: CollectionObserver | null = null;
  private collecting = false;
  /** How many containers may be made before the next sweep. */
  private growth = LEAST_GROWTH;
  private readonly referents: number[] = [];
  /** Marked, but what they refer to is not yet: the grey objects of the tricolour picture. */
  private readonly grey: number[] = [];

  constructor(
    readonly heap: Heap,
    settings: CollectorSettings,
    private readonly roots: Roots | null,
  ) {
    this.generations = new Generations(heap.counter, settings.thresholds);
    heap.reclaiming = 'tracing';
    heap.counter.threshold = LEAST_GROWTH;
  }

  /** There are no generations: every collection is a full one. Returns the number of tracked objects swept. */
  collect(_generation: number): number {
    return this.run(CollectCause.EXPLICIT);
  }

  collectIfDue(): void {
    const { counter } = this.heap;
    counter.due = false;
    // gc.set_threshold() has no say in this.
    counter.threshold = this.growth;
    if (counter.enabled && counter.count > this.growth) this.run(CollectCause.THRESHOLD);
  }

  /** Nothing to freeze. */
  freeze(): void {}
  unfreeze(): void {}
  freezeCount(): number {
    return 0;
  }

  count(): [number, number, number] {
    return this.generations.count();
  }

  objects(generation: number | null): number[] {
    if (generation !== null) return members(this.heap, generationList[generation]);
    return generationList.flatMap((list) => members(this.heap, list));
  }

  private run(cause: number): number {
    if (this.collecting) return 0;
    const { heap } = this;
    this.collecting = true;
    heap.counter.collecting = true;
    this.observer?.notify('start', { generation: OLDEST, collected: 0, uncollectable: 0, candidates: 0 });
    heap.events.two(Ev.COLLECT_START, OLDEST, cause);
    heap.events.two(Ev.PHASE, Phase.MARK, Phase.NONE);
    let doomed = this.mark();
    const candidates = heap.liveObjects;
    for (const id of doomed) heap.events.one(Ev.UNREACHABLE, id);
    heap.events.two(Ev.PHASE, Phase.HANDLE_WEAKREFS, Phase.MARK);
    let ran = this.clearWeakReferences(doomed);
    heap.events.two(Ev.PHASE, Phase.FINALIZE, Phase.HANDLE_WEAKREFS);
    ran = this.finalize(doomed) || ran;
    if (ran) {
      const before = doomed;
      doomed = this.mark();
      this.reportResurrected(before, doomed);
    }
    heap.events.two(Ev.PHASE, Phase.SWEEP, Phase.FINALIZE);
    const collected = this.sweep(doomed);
    heap.events.two(Ev.PHASE, Phase.NONE, Phase.SWEEP);
    heap.events.three(Ev.COLLECT_END, OLDEST, collected, candidates);
    this.generations.reset(OLDEST);
    this.generations.ended(OLDEST, collected, candidates);
    // The next one is due when the heap has doubled.
    this.growth = Math.max(LEAST_GROWTH, heap.liveObjects);
    heap.counter.threshold = this.growth;
    this.observer?.notify('stop', { generation: OLDEST, collected, uncollectable: 0, candidates });
    heap.counter.collecting = false;
    this.collecting = false;
    return collected;
  }

  /** Blackens everything reachable; returns what is left white, in order of age, and wipes the marks. */
  private mark(): number[] {
    const { heap, grey, referents } = this;
    const shade = (id: number): void => {
      if (heap.kind[id] <= LAST_ATOM || heap.gcMark[id] & Mark.BLACK) return;
      heap.gcMark[id] |= Mark.BLACK;
      grey.push(id);
    };
    if (this.roots !== null) this.roots(shade);
    visitExternallyHeld(heap, referents, shade);
    const { gcMark, kind, flags } = heap;
    while (grey.length > 0) {
      const count = appendOwned(heap, grey.pop()!, referents, 0);
      for (let i = 0; i < count; i++) {
        const referent = referents[i];
        if (gcMark[referent] & Mark.BLACK) continue;
        gcMark[referent] |= Mark.BLACK;
        grey.push(referent);
      }
    }
    const white: number[] = [];
    for (let id = heap.programStart; id < heap.end; id++) {
      if (kind[id] <= LAST_ATOM || flags[id] & Flag.DEAD) continue;
      if (!(gcMark[id] & Mark.BLACK)) white.push(id);
    }
    gcMark.fill(0, 0, heap.end);
    return white;
  }

  /** As CPython does it: all cleared first, then the callbacks of those that survive. True when one ran. */
  private clearWeakReferences(doomed: readonly number[]): boolean {
    const { heap } = this;
    const isDoomed = new Set(doomed);
    const calls: number[] = [];
    for (const id of doomed) {
      heap.clearWeak(id);
      if (!(heap.flags[id] & Flag.WEAKLY_REFERENCED)) continue;
      for (const reference of [...heap.weakReferences.get(id)!].reverse()) {
        heap.clearWeak(reference);
        if (heap.slots[reference]![0] === 0 || isDoomed.has(reference)) continue;
        heap.incref(reference);
        calls.push(reference);
      }
    }
    for (const reference of calls) {
      const callback = heap.slots[reference]![0];
      heap.incref(callback);
      heap.hooks.callWeakCallback(reference, callback);
      heap.decref(callback);
      heap.decref(reference);
    }
    return calls.length > 0;
  }

  private finalize(doomed: readonly number[]): boolean {
    const { heap } = this;
    let ran = false;
    for (const id of doomed) {
      if (heap.flags[id] & Flag.FINALIZED || !heap.hasFinalizer(id)) continue;
      ran = true;
      heap.flags[id] |= Flag.FINALIZED;
      heap.incref(id);
      heap.events.one(Ev.FINALIZED, id);
      heap.hooks.finalize(id);
      heap.decref(id);
    }
    return ran;
  }

  private reportResurrected(before: readonly number[], doomed: readonly number[]): void {
    const still = new Set(doomed);
    for (const id of before) if (!still.has(id)) this.heap.events.one(Ev.RESURRECTED, id);
  }

  private sweep(doomed: readonly number[]): number {
    const { heap } = this;
    let collected = 0;
    for (const id of doomed) if (heap.flags[id] & Flag.TRACKED) collected++;
    heap.deathCause = Cause.SWEPT;
    // Objects that the finalizers made and dropped may have weak references of their own.
    for (const id of doomed) {
      if (heap.flags[id] & Flag.WEAKLY_REFERENCED) {
        for (const reference of [...heap.weakReferences.get(id)!]) heap.clearWeak(reference);
      }
    }
    heap.sweep(doomed);
    heap.deathCause = Cause.REFCOUNT;
    return collected;
  }
}
