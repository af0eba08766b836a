/**
 * The same program under another collector or version, beside the first: a session of its own that follows the first one on
 * the clock of lines that both execute.
 */
import { untrack } from 'svelte';
import type { Sliced } from '../../base/sliced.ts';
import { TwoRuns } from '../../insight/two-runs.ts';
import type { Journal } from '../../journal/journal.ts';
import { Mark } from '../../draw/moment-view.ts';
import type { CollectorChoice, PythonChoice } from '../state/choices.ts';
import { Highlight } from '../state/highlight.svelte.ts';
import { nextTask } from '../next-task.ts';
import { inSlices } from '../state/in-slices.ts';
import { InsideCollection } from '../state/inside-collection.svelte.ts';
import { Session } from '../state/session.svelte.ts';

export interface Profile {
  readonly collector: CollectorChoice;
  readonly python: PythonChoice;
}

export class SecondRun {
  readonly first: Session;
  readonly session = new Session();
  readonly inside = new InsideCollection(this.session);
  readonly highlight = new Highlight(this.session);
  readonly #firstHighlight: Highlight;
  #profile = $state.raw<Profile>({ collector: 'mark-sweep', python: '3.13' });
  #runs = $state.raw<TwoRuns | null>(null);
  /** Objects alive in one run alone at the present tick; null until that is known for the first time. */
  #only = $state.raw<readonly [Int32Array, Int32Array] | null>(null);
  #tick = $state.raw(0);
  #opened = '';
  /** The runs that are being laid beside each other. */
  #laying: readonly [Journal, Journal] | null = null;

  constructor(first: Session, firstHighlight: Highlight, profile: Profile) {
    this.first = first;
    this.#firstHighlight = firstHighlight;
    this.#profile = profile;
  }

  get profile(): Profile {
    return this.#profile;
  }
  /** Null until both runs are over and have been laid beside each other. */
  get runs(): TwoRuns | null {
    return this.#runs;
  }
  get only(): readonly [Int32Array, Int32Array] | null {
    return this.#only;
  }
  get tick(): number {
    return this.#tick;
  }

  choose(profile: Profile): void {
    this.#profile = profile;
  }

  /** Runs the first one's program again, when that or the profile has changed. For an effect. */
  followProgram(): void {
    const { first } = this;
    const { source, statements, layout, unfolded, hideGhosts } = first;
    const profile = this.#profile;
    if (first.run.kind !== 'idle' || first.length === 0) return;
    const wanted = JSON.stringify([source, statements, profile, layout, unfolded, hideGhosts]);
    if (wanted === this.#opened) return;
    this.#opened = wanted;
    untrack(() => {
      this.#forget();
      this.session.open({ source, statements, ...profile, layout, unfolded, hideGhosts });
    });
  }

  /** Lays the runs beside each other once both are over. For an effect. */
  followRuns(): void {
    const { first, session } = this;
    const [ours, theirs] = [first.journal, session.journal];
    const isOver =
      first.run.kind === 'idle' &&
      session.run.kind === 'idle' &&
      session.statements.length === first.statements.length &&
      session.source === first.source &&
      theirs.eventCount > 0;
    if (!isOver) return untrack(() => this.#forget());
    untrack(() => void this.#layBeside(ours, theirs));
  }

  async #layBeside(ours: Journal, theirs: Journal): Promise<void> {
    const known = this.#laying ?? this.#runs?.journals ?? null;
    if (known !== null && known[0] === ours && known[1] === theirs) return;
    const laying = [ours, theirs] as const;
    this.#laying = laying;
    const runs = await inSlices(TwoRuns.beside(laying), () => this.#laying !== laying);
    if (runs === undefined) return;
    this.#laying = null;
    this.#runs = runs;
  }

  /** Goes where the first one is on the common clock, and marks what is alive in one of them alone. For an effect. */
  followTime(): void {
    const runs = this.#runs;
    const { position, selection } = this.first;
    if (runs !== null) untrack(() => void this.#goAlong(runs, position, selection));
  }

  async #goAlong(runs: TwoRuns, position: number, selection: number): Promise<void> {
    const isOver = () => this.#runs !== runs || this.first.position !== position;
    // The first one has just moved, which is work enough for one task.
    await nextTask();
    if (isOver()) return;
    const tick = runs.tickAt(0, position);
    this.#tick = tick;
    const there = runs.positionAt(1, tick);
    if (this.session.position !== there) this.session.seek(there);
    this.session.select(selection > 0 ? (runs.counterpart[0][selection] ?? 0) : 0);
    const only = await inSlices(onlyOnOneSide(runs, tick), isOver);
    if (only === undefined || isOver()) return;
    this.#only = only;
    this.#mark(this.#firstHighlight, this.first, only[0]);
    this.#mark(this.highlight, this.session, only[1]);
  }

  /** Both go to the line that makes the first difference, as it is over. */
  goToDifference(): void {
    const runs = this.#runs;
    if (runs?.firstDifference) this.first.seek(runs.positionAt(0, runs.firstDifference.tick));
  }

  destroy(): void {
    this.#forget();
    this.#firstHighlight.clear();
    this.session.destroy();
  }

  #mark(highlight: Highlight, { journal }: Session, only: Int32Array): void {
    const marks = new Uint8Array(journal.idLimit);
    for (const id of only) marks[id] = Mark.DOUBTED;
    highlight.lay({ marks, emphasis: null });
  }

  #forget(): void {
    this.#laying = null;
    this.#runs = null;
    this.#only = null;
  }
}

function* onlyOnOneSide(runs: TwoRuns, tick: number): Sliced<readonly [Int32Array, Int32Array]> {
  return [yield* runs.onlyIn(0, tick), yield* runs.onlyIn(1, tick)];
}
