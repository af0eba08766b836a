/**
 * The breakpoints of one page: lines, collections, the death and the refcount of objects. Time is a position, so *run to*
 * is a search in the journal, in both directions; the search is loaded when there is something to search for.
 */
import { labelAt } from '../../insight/label.ts';
import type { Breakpoint } from '../../playhead/breakpoints.ts';
import type { Session } from './session.svelte.ts';

type Search = typeof import('./run-to.ts');

export class Breakpoints {
  readonly #session: Session;
  #all = $state.raw<readonly Breakpoint[]>([]);
  #isShown = $state.raw(false);
  #stopped = $state.raw<{ readonly breakpoint: Breakpoint; readonly position: number } | null>(null);
  /** Objects belong to one run; -1: the one that an address is opening. */
  #run = -1;
  #search: Search | null = null;
  /** Searches begun: only the last one may move the playhead. */
  #searches = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get all(): readonly Breakpoint[] {
    return this.#all;
  }
  /** Lines with a breakpoint, ascending. */
  readonly lines: readonly number[] = $derived.by(() =>
    this.#all.flatMap((each) => (each.kind === 'line' ? [each.line] : [])).sort((a, b) => a - b),
  );
  /** The bar that lists them is on the page. */
  get isShown(): boolean {
    return this.#isShown;
  }
  /** The breakpoint that the playhead stands at, when it was run to. */
  get stoppedAt(): Breakpoint | null {
    const stopped = this.#stopped;
    return stopped !== null && stopped.position === this.#session.position ? stopped.breakpoint : null;
  }

  has(breakpoint: Breakpoint): boolean {
    return this.#all.some((each) => isSame(each, breakpoint));
  }

  toggle(breakpoint: Breakpoint): void {
    this.#all = this.has(breakpoint)
      ? this.#all.filter((each) => !isSame(each, breakpoint))
      : [...this.#all, breakpoint];
    this.#run = this.#session.runNumber;
    if (this.#all.length > 0) this.#isShown = true;
    void this.#load();
  }

  /** Puts a breakpoint on the line where the program is, or takes it away. */
  toggleHere(): void {
    const { line } = this.#session.programPlace;
    if (line > 0) this.toggle({ kind: 'line', line });
    else
      this.#session.say('The program is on no line of its own at this moment; go back into it (←) to mark its lines.');
  }

  /** The lines that the editor marks, after its text has been changed. */
  setLines(lines: readonly number[]): void {
    const others = this.#all.filter(({ kind }) => kind !== 'line');
    this.#all = [...lines.map((line) => ({ kind: 'line', line }) as const), ...others];
  }

  clear(): void {
    this.#all = [];
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
  }

  runToNext(): void {
    void this.#runTo(true);
  }
  runToPrevious(): void {
    void this.#runTo(false);
  }

  /** Takes over what an address says. */
  open(breakpoints: readonly Breakpoint[] = []): void {
    this.#all = breakpoints;
    this.#isShown = breakpoints.length > 0;
    this.#run = -1;
    if (this.#isShown) void this.#load();
  }

  /** To be called after every new run: another program's objects are other objects. */
  followRun(): void {
    const { runNumber } = this.#session;
    if (this.#run === runNumber) return;
    const isOpening = this.#run < 0;
    this.#run = runNumber;
    const lasting = this.#all.filter(({ kind }) => kind === 'line' || kind === 'collection');
    if (isOpening || lasting.length === this.#all.length) return;
    this.#all = lasting;
    this.#session.say(
      'Breakpoints on objects belonged to the run before and are gone; select an object of this run to set one.',
    );
  }

  /** `death of DataNode 7`; says so when the run has no such object. */
  text(breakpoint: Breakpoint): string {
    switch (breakpoint.kind) {
      case 'line':
        return `line ${breakpoint.line}`;
      case 'collection':
        return 'each collection';
      case 'death':
        return `death of ${this.#nameOf(breakpoint.object)}`;
      case 'refcount':
        return `refcount of ${this.#nameOf(breakpoint.object)}`;
    }
  }

  #nameOf(object: number): string {
    const { heap } = this.#session;
    return heap.journal.isNode(object) ? labelAt(heap, object) : `object ${object}, which this run does not have`;
  }

  async #load(): Promise<Search> {
    this.#search ??= await import('./run-to.ts');
    return this.#search;
  }

  async #runTo(forwards: boolean): Promise<void> {
    const session = this.#session;
    if (this.#all.length === 0) {
      this.#isShown = true;
      session.say('There is no breakpoint yet: press B to mark the line where the program is, or choose one below.');
      return;
    }
    const { findStop } = this.#search ?? (await this.#load());
    const number = ++this.#searches;
    const stop = await findStop(session, this.#all, forwards, () => number !== this.#searches);
    if (stop === undefined) return;
    if (stop === null) {
      const which = this.#all.length === 1 ? 'The breakpoint does not stop' : 'No breakpoint stops';
      session.say(
        forwards
          ? `${which} after this moment; Shift R runs back to where it did, End goes to the end.`
          : `${which} before this moment; R runs on to where it does, Home goes to the start.`,
      );
      return;
    }
    session.stopAt(stop.position);
    this.#stopped = stop;
  }
}

function isSame(a: Breakpoint, b: Breakpoint): boolean {
  if (a.kind === 'line') return b.kind === 'line' && a.line === b.line;
  if (a.kind === 'collection') return b.kind === 'collection';
  return a.kind === b.kind && a.object === b.object;
}
