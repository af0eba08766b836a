/**
 * Inside a collection: which one has been entered, its phase and step, and what follows from them. A second clock beside
 * the session's: while one is inside, the playhead stands where the walk says. Whoever moves the playhead leaves.
 */
import type { CollectionWalk, WalkPhase } from '../../insight/collection/collection-walk.ts';
import type { CollectionWork } from '../../insight/collection/collection-work.ts';
import type { GcLists } from '../../insight/collection/gc-lists.ts';
import type { HeldObject } from '../../insight/collection/held-from-outside.ts';
import type { StepRow, StepView } from '../../insight/collection/step-row.ts';
import { Phase } from '../../heap/events.ts';
import type { CollectionRecord } from '../../journal/moments.ts';
import { nextTask } from '../next-task.ts';
import type { CollectionWorks } from './collection-works.svelte.ts';
import type { Session } from './session.svelte.ts';

type Walks = typeof import('./collection-walks.ts');

/** Up to so many steps of a phase are taken one by one; more, and the phase goes by in so many waves. */
const MOST_SINGLE_STEPS = 600;
const WAVES = 24;
/** Up to so many objects, containers are shown as the objects that the collector sees. */
const MOST_UNFOLDED = 400;
const MOST_HELD = 6;
/** Collections of up to so many objects are entered in one task. */
const AT_ONCE = 20_000;
/** Events whose lists are read in one task: some 5 ms. */
const EVENTS_A_TASK = 120_000;
const MILLISECONDS_A_STEP = { single: 420, wave: 130 };

export class InsideCollection {
  readonly #session: Session;
  #walk = $state.raw<CollectionWalk | null>(null);
  #phase = $state.raw(0);
  #step = $state.raw(0);
  #follows = $state.raw(false);
  #timer = $state.raw<ReturnType<typeof setInterval> | null>(null);
  /** Position and journal that the playhead must have for this to hold. */
  #position = -1;
  #journal: unknown = null;
  #unfoldedForThis = false;
  /** The collector's lists of this run, as far as they have been read. */
  #lists: GcLists | undefined;
  #reading: Promise<GcLists> | null = null;
  #attempts = 0;
  #works = $state.raw<CollectionWorks | null>(null);
  #walks: Walks | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The walk one is in; null outside, also when the playhead has been moved elsewhere. */
  readonly walk: CollectionWalk | null = $derived.by(() => {
    const walk = this.#walk;
    void this.#phase;
    void this.#step;
    const isHere = this.#session.position === this.#position && this.#session.journal === this.#journal;
    return isHere ? walk : null;
  });
  get collection(): CollectionRecord | null {
    return this.walk?.collection ?? null;
  }
  get phases(): readonly WalkPhase[] {
    return this.walk?.phases ?? [];
  }
  get phase(): number {
    return this.#phase;
  }
  get step(): number {
    return this.#step;
  }
  /** Only the steps that concern the selected object are stopped at. */
  get follows(): boolean {
    return this.#follows;
  }
  get playing(): boolean {
    return this.#timer !== null;
  }
  get atStart(): boolean {
    return this.#phase === 0 && this.#step === 0;
  }
  get atEnd(): boolean {
    const last = this.phases.length - 1;
    return this.#phase >= last && this.#step >= (this.phases[last]?.steps ?? 0);
  }
  /** Steps that one press takes in the present phase. */
  get stride(): number {
    const steps = this.phases[this.#phase]?.steps ?? 0;
    return steps <= MOST_SINGLE_STEPS ? 1 : Math.ceil(steps / WAVES);
  }
  /** The step that led here, when it was taken alone. */
  get taken(): StepView | null {
    return this.walk === null || (this.stride > 1 && !this.#follows) ? null : this.walk.stepTo(this.#phase, this.#step);
  }
  /** Colours and gc_refs now. */
  get row(): StepRow | null {
    return this.walk?.rowAt(this.#phase, this.#step) ?? null;
  }
  /** True while the collector thinks; false once it changes the heap, when refcounts are what counts again. */
  get isThinking(): boolean {
    return this.phases[this.#phase]?.row !== null;
  }
  get caption(): string {
    const walk = this.walk;
    if (walk === null) return '';
    const single = this.stride === 1 || this.#follows;
    return this.#walks!.walkCaption(this.#session.heap, walk, this.#phase, this.#step, single) ?? this.#session.caption;
  }
  /** What is above zero when all references from within are subtracted, and who holds it; [] before that. */
  readonly held: readonly HeldObject[] = $derived.by(() => {
    const walk = this.walk;
    if (walk === null || this.phases[this.#phase].phase !== Phase.SUBTRACT_REFS) return [];
    if (this.#step < this.phases[this.#phase].steps) return [];
    return this.#walks!.heldFromOutside(this.#session.heap, walk.examined, this.row!, MOST_HELD);
  });

  // ------------------------------------------------------------------------------------------------ entering

  /** Enters the collection with this index; the present, or nearest one at or before the playhead, without. */
  enter(index?: number): void {
    const { journal, position } = this.#session;
    const collection =
      index === undefined
        ? (journal.collectionAt(position) ?? journal.lastCollectionBefore(position + 1) ?? journal.collections[0])
        : journal.collections[index];
    if (collection === undefined) {
      this.#session.say('This run has had no collection so far: press gc.collect() to make one, then enter it.');
      return;
    }
    if (collection.phases.length === 0) {
      this.#session.say(
        `Collection ${collection.index + 1} examined nothing, so there is no inside; choose another one on the timeline.`,
      );
      return;
    }
    if (this.#walks !== null && this.#lists?.hasRead(collection) === true && collection.examined <= AT_ONCE) {
      const { walkInto, whole } = this.#walks;
      const lists = this.#lists;
      this.#show(this.#session.ask((playhead) => whole(walkInto(playhead, collection, lists))));
    } else void this.#enterInParts(collection);
  }

  /** As long as it takes, in tasks that leave the page free to answer. */
  async #enterInParts(collection: CollectionRecord): Promise<void> {
    const { journal } = this.#session;
    const walks = await this.prepare();
    // The run may be another one by now, or another collection has been asked for.
    const attempt = ++this.#attempts;
    const isOver = (): boolean => this.#session.journal !== journal || this.#attempts !== attempt;
    const lists = this.#listsOf(walks);
    while (!lists.hasRead(collection)) {
      lists.readAhead(EVENTS_A_TASK);
      if (!lists.hasRead(collection)) await nextTask();
      if (isOver()) return;
    }
    // Where the collector began to look: the playhead need not go back and forth between the tasks.
    const begins = walks.lookingBegins(collection);
    this.#session.stopAt(begins);
    const walk = await walks.askElsewhere(
      this.#session,
      (playhead) => walks.walkInto(playhead, collection, lists),
      () => isOver() || this.#session.position !== begins,
    );
    if (walk !== undefined && !isOver()) this.#show(walk);
  }

  #listsOf(walks: Walks): GcLists {
    const { journal } = this.#session;
    if (this.#lists?.journal !== journal) this.#lists = new walks.GcLists(journal);
    return this.#lists;
  }

  /** Reads the lists of a run that is over, a little in each task, so that entering a collection need not. */
  readAhead(): Promise<GcLists> {
    return (this.#reading ??= this.#readAll().finally(() => (this.#reading = null)));
  }

  async #readAll(): Promise<GcLists> {
    const walks = await this.prepare();
    while (!this.#listsOf(walks).readAhead(EVENTS_A_TASK)) await nextTask();
    return this.#listsOf(walks);
  }

  /** What a collection took, once `weigh` has found out. */
  workOf(index: number): CollectionWork | undefined {
    return this.#works?.of(index);
  }

  /** Finds out what a collection took. */
  weigh(index: number): void {
    void this.prepare().then(() => this.#works!.weigh(index));
  }

  /** Loads what entering needs: once there is a collection to enter, so that nobody waits for it. */
  async prepare(): Promise<Walks> {
    this.#walks ??= await import('./collection-walks.ts');
    this.#works ??= new this.#walks.CollectionWorks(this.#session, () => this.readAhead());
    return this.#walks;
  }

  #show(walk: CollectionWalk): void {
    this.pause();
    this.#walk = walk;
    this.#follows = false;
    if (walk.examined.length <= MOST_UNFOLDED && !this.#session.unfolded) {
      this.#session.setLayout(this.#session.layout, true);
      this.#unfoldedForThis = true;
    }
    this.#go(0, 0);
  }

  /** Leaves; the playhead stays. Also to be called when the walk has become null by itself. */
  leave(): void {
    this.pause();
    this.#walk = null;
    if (this.#unfoldedForThis && this.#session.unfolded) this.#session.setLayout(this.#session.layout, false);
    this.#unfoldedForThis = false;
  }

  // ------------------------------------------------------------------------------------------------ the second clock

  /** Goes to a step of a phase. */
  goTo(phase: number, step: number): void {
    this.pause();
    this.#go(phase, step);
  }
  next(): void {
    this.pause();
    this.#forward();
  }
  previous(): void {
    this.pause();
    if (this.#follows) return this.#along(true);
    if (this.#step > 0) return this.#go(this.#phase, Math.max(0, this.#step - this.stride));
    if (this.#phase > 0) this.#go(this.#phase - 1, this.phases[this.#phase - 1].steps);
  }
  nextPhase(): void {
    this.pause();
    if (this.#phase + 1 < this.phases.length) this.#go(this.#phase + 1, 0);
    else this.#go(this.#phase, this.phases[this.#phase]?.steps ?? 0);
  }
  previousPhase(): void {
    this.pause();
    this.#go(this.#step > 0 ? this.#phase : Math.max(0, this.#phase - 1), 0);
  }
  setFollows(follows: boolean): void {
    this.#follows = follows;
  }

  play(): void {
    if (this.walk === null || this.playing) return;
    if (this.atEnd) this.#go(0, 0);
    const pace = this.stride > 1 ? MILLISECONDS_A_STEP.wave : MILLISECONDS_A_STEP.single;
    this.#timer = setInterval(() => {
      if (this.walk === null || this.atEnd) this.pause();
      else this.#forward();
    }, pace);
  }
  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #forward(): void {
    if (this.#follows) return this.#along(false);
    const { steps } = this.phases[this.#phase] ?? { steps: 0 };
    if (this.#step < steps) this.#go(this.#phase, Math.min(steps, this.#step + this.stride));
    else if (this.#phase + 1 < this.phases.length) this.#go(this.#phase + 1, 0);
  }

  /** To the next, or previous, step that concerns the selected object. */
  #along(backwards: boolean): void {
    const { selection } = this.#session;
    const direction = backwards ? -1 : 1;
    for (let phase = this.#phase; phase >= 0 && phase < this.phases.length; phase += direction) {
      const { row, first, steps } = this.phases[phase];
      if (row === null) continue;
      const here = phase === this.#phase ? this.#step : backwards ? steps + 1 : 0;
      const found = row.stepAbout(selection, first + here - (backwards ? 1 : 0), backwards);
      if (found >= first && found < first + steps) return this.#go(phase, found - first + 1);
    }
    this.pause();
    this.#session.say(
      selection === 0
        ? 'Select an object first: then its own steps are followed.'
        : `The selected object has no ${backwards ? 'earlier' : 'further'} step in this collection.`,
    );
  }

  #go(phase: number, step: number): void {
    const walk = this.#walk;
    if (walk === null) return;
    const position = walk.positionAt(phase, step);
    this.#session.stopAt(position);
    this.#position = position;
    this.#journal = this.#session.journal;
    this.#phase = phase;
    this.#step = step;
  }
}
