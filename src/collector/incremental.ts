/**
 * The incremental collector of 3.14.0 to 3.14.4, as it is in 3.14.2: one young list, and two old ones that change
 * roles, `visited` and `pending`; an automatic collection examines the young objects and some of the pending ones.
 * Source: CPython 3.14.2 Python/gc.c (gc_collect_young, gc_collect_increment, gc_collect_full, completed_scavenge).
 *
 * Not CPython: what the interpreter itself holds is no object here. It only adds a number to the heap size that the amount of
 * work is computed from (INTERPRETER_OBJECTS), and marking does not walk over it.
 */
import { CollectCause, Ev, Phase } from '../heap/events.ts';
import { type Heap, ListHead, Mark } from '../heap/heap.ts';
import { appendReferents } from '../heap/traverse.ts';
import { collectUnreachable } from './collect.ts';
import { type CollectorSettings, Debug, type Roots } from './collector.ts';
import { printEnd, printStart } from './debug-output.ts';
import { deduceUnreachable } from './deduce-unreachable.ts';
import { visitExternallyHeld } from './external-references.ts';
import { isEmpty, members, merge, moveToEnd, setGeneration, size } from './gc-lists.ts';
import { enterPhase, leavePhases } from './gc-state.ts';
import { GenerationalCollector } from './generational-collector.ts';
import { OLDEST } from './generations.ts';
import { untrackTuples } from './untrack.ts';

const SCAN_RATE_DIVISOR = 10;
const INCREMENT = 1;
/** Tracked objects of CPython 3.14.2 itself after its start, as Pyodide has them; a native build has about 5,400. */
const INTERPRETER_OBJECTS = 20_100;

export class IncrementalCollector extends GenerationalCollector {
  private visited: number = ListHead.MIDDLE;
  private pending: number = ListHead.OLD;
  /** Objects that the next increments still have to examine; negative when they are ahead. */
  private workToDo = 0;
  private marks = true;
  private readonly grey: number[] = [];

  constructor(
    heap: Heap,
    settings: CollectorSettings,
    private readonly roots: Roots | null,
  ) {
    super(heap, settings);
    // 3.14.0 counted allocations.
    heap.counter.basis = settings.versionInfo[2] >= 1 ? 'tracking' : 'allocation';
  }

  override collect(generation: number): number {
    return this.run(generation, CollectCause.EXPLICIT);
  }

  override collectIfDue(): void {
    const { counter } = this.heap;
    counter.due = false;
    // _Py_RunGC looks at no count: what made the collection due may be gone already.
    if (counter.enabled) this.run(INCREMENT, CollectCause.THRESHOLD);
  }

  override freeze(): void {
    const { heap } = this;
    for (const list of [ListHead.YOUNG, this.pending, this.visited]) {
      for (const id of members(heap, list)) heap.gcMark[id] |= Mark.VISITED;
    }
    super.freeze();
  }

  override unfreeze(): void {
    // They were marked as visited when they were frozen, and while anything is frozen the two lists do not change roles.
    setGeneration(this.heap, ListHead.PERMANENT, OLDEST);
    merge(this.heap, ListHead.PERMANENT, this.visited);
  }

  override objects(generation: number | null): number[] {
    const { heap } = this;
    const young = members(heap, ListHead.YOUNG);
    const old = [...members(heap, this.visited), ...members(heap, this.pending)];
    if (generation === 0) return young;
    if (generation === 1) return [];
    return generation === OLDEST ? old : [...young, ...old];
  }

  private run(generation: number, cause: number): number {
    if (this.collecting) return 0;
    const { heap, observer } = this;
    this.collecting = true;
    heap.counter.collecting = true;
    observer?.notify('start', { generation, collected: 0, uncollectable: 0, candidates: 0 });
    heap.events.two(Ev.COLLECT_START, generation, cause);
    if (this.debug & Debug.STATS) printStart(this, generation);
    let candidates = 0;
    const count = (examined: number): void => {
      candidates = examined;
    };
    const collected =
      generation === 0
        ? this.collectYoung(count)
        : generation === INCREMENT
          ? this.collectIncrement(count)
          : this.collectFull(count);
    leavePhases(this);
    heap.events.three(Ev.COLLECT_END, generation, collected, candidates);
    if (this.debug & Debug.STATS) printEnd(observer, collected);
    observer?.notify('stop', { generation, collected, uncollectable: 0, candidates });
    heap.counter.collecting = false;
    this.collecting = false;
    return collected;
  }

  private collectYoung(examined: (count: number) => void): number {
    const { heap, generations } = this;
    generations.began(0);
    untrackTuples(heap, ListHead.YOUNG);
    this.markVisited(ListHead.YOUNG);
    const collected = this.collectRegion(ListHead.YOUNG, 0, examined);
    generations.ended(0, collected, 0);
    return collected;
  }

  private collectFull(examined: (count: number) => void): number {
    const { heap, generations } = this;
    untrackTuples(heap, ListHead.YOUNG);
    merge(heap, ListHead.YOUNG, this.pending);
    this.markVisited(this.pending);
    merge(heap, this.pending, this.visited);
    generations.reset(OLDEST);
    const collected = this.collectRegion(this.visited, OLDEST, examined);
    generations.reset(OLDEST);
    this.completedScavenge();
    heap.counter.emptyFreeLists();
    generations.ended(OLDEST, collected, 0);
    return collected;
  }

  private collectIncrement(examined: (count: number) => void): number {
    const { heap } = this;
    this.workToDo += this.assessWorkToDo();
    if (this.workToDo < 0) return 0;
    untrackTuples(heap, ListHead.YOUNG);
    if (this.marks) {
      enterPhase(this, Phase.MARK);
      this.workToDo -= 2 * this.markFromRoots();
      this.marks = false;
      return 0;
    }
    this.workToDo -= this.markFromRoots();
    const increment = ListHead.SEEN;
    this.markVisited(ListHead.YOUNG);
    merge(heap, ListHead.YOUNG, increment);
    let length = size(heap, increment);
    while (length < this.workToDo && !isEmpty(heap, this.pending)) {
      const id = heap.gcNext[this.pending];
      this.visit(id, increment);
      length += 1 + this.expand(id, increment);
    }
    // finalizeGarbage needs the list SEEN for itself.
    merge(heap, increment, ListHead.YOUNG);
    const collected = this.collectRegion(ListHead.YOUNG, INCREMENT, examined);
    this.workToDo -= length;
    this.generations.ended(INCREMENT, collected, 0);
    if (isEmpty(heap, this.pending)) this.completedScavenge();
    return collected;
  }

  /** gc_collect_region: finds and ends the garbage of the list `from`; survivors join the visited list. */
  private collectRegion(from: number, generation: number, examined: (count: number) => void): number {
    const { heap } = this;
    examined(deduceUnreachable(this, from, ListHead.UNREACHABLE, true));
    untrackTuples(heap, from);
    setGeneration(heap, from, OLDEST);
    if (from !== this.visited) merge(heap, from, this.visited);
    return collectUnreachable(this, ListHead.UNREACHABLE, this.visited, OLDEST, generation);
  }

  /** How many objects to examine for those that are new, and for the size of the heap. */
  private assessWorkToDo(): number {
    const { heap, generations } = this;
    const created = heap.counter.count;
    const scale = Math.max(2, generations.threshold()[1]);
    const fraction = Math.trunc(Math.trunc((INTERPRETER_OBJECTS + heap.trackedObjects) / SCAN_RATE_DIVISOR) / scale);
    heap.counter.count = 0;
    return created + Math.min(fraction, 2 * created);
  }

  private markVisited(list: number): void {
    const { gcNext, gcMark } = this.heap;
    for (let id = gcNext[list]; id !== list; id = gcNext[id]) gcMark[id] |= Mark.VISITED;
  }

  /** Moves what the roots reach, and is not visited yet, to the visited list; returns how many objects that were. */
  private markFromRoots(): number {
    const { heap, grey } = this;
    const visit = (id: number): void => {
      if (!this.isUnvisited(id)) return;
      this.visit(id, this.visited);
      grey.push(id);
    };
    if (this.roots !== null) this.roots(visit);
    else visitExternallyHeld(heap, this.referents, visit);
    // Breadth first: the roots are one list, to whose end goes what they reach.
    for (let at = 0; at < grey.length; at++) this.visitReferents(grey[at], this.visited, grey);
    const marked = grey.length;
    grey.length = 0;
    setGeneration(heap, this.visited, OLDEST);
    return marked;
  }

  /** expand_region_transitively_reachable: brings what `id` reaches, and is not visited yet, into the increment. */
  private expand(id: number, increment: number): number {
    const { grey } = this;
    let added = this.visitReferents(id, increment, grey);
    // CPython walks on along the list it appends to: breadth first.
    for (let at = 0; at < grey.length; at++) added += this.visitReferents(grey[at], increment, grey);
    grey.length = 0;
    return added;
  }

  private visitReferents(id: number, to: number, grey: number[]): number {
    const { heap, referents } = this;
    const count = appendReferents(heap, id, referents, 0);
    let added = 0;
    for (let i = 0; i < count; i++) {
      if (!this.isUnvisited(referents[i])) continue;
      this.visit(referents[i], to);
      grey.push(referents[i]);
      added++;
    }
    return added;
  }

  private visit(id: number, to: number): void {
    moveToEnd(this.heap, id, to);
    this.heap.gcMark[id] |= Mark.VISITED;
    if (to === ListHead.SEEN) this.heap.events.one(Ev.EXAMINE, id);
  }

  private isUnvisited(id: number): boolean {
    return this.heap.gcNext[id] !== 0 && !(this.heap.gcMark[id] & Mark.VISITED);
  }

  /** Everything has been examined: the next cycle begins with what was visited in this one. */
  private completedScavenge(): void {
    const { heap } = this;
    const { gcNext, gcMark } = heap;
    for (let id = gcNext[this.visited]; id !== this.visited; id = gcNext[id]) gcMark[id] &= ~Mark.VISITED;
    [this.visited, this.pending] = [this.pending, this.visited];
    this.workToDo = 0;
    this.marks = true;
  }
}
