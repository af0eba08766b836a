/** What the collections of a run took, as far as somebody has asked: found out one after the other, a little in each task. */
import { type CollectionWork, workOf } from '../../insight/collection/collection-work.ts';
import type { GcLists } from '../../insight/collection/gc-lists.ts';
import type { Journal } from '../../journal/journal.ts';
import { askElsewhere } from './in-slices.ts';
import type { Session } from './session.svelte.ts';

export class CollectionWorks {
  readonly #session: Session;
  /** The collector's lists of the run, once they have been read. */
  readonly #readLists: () => Promise<GcLists>;
  /** By index of the collection. A new array for each answer. */
  #known = $state.raw<{ readonly journal: Journal | null; readonly byIndex: readonly (CollectionWork | undefined)[] }>({
    journal: null,
    byIndex: [],
  });
  readonly #asked: number[] = [];
  #isWeighing = false;

  constructor(session: Session, readLists: () => Promise<GcLists>) {
    this.#session = session;
    this.#readLists = readLists;
  }

  /** What a collection took, once `weigh` has found out. */
  of(index: number): CollectionWork | undefined {
    const { journal, byIndex } = this.#known;
    return journal === this.#session.journal ? byIndex[index] : undefined;
  }

  /** Finds out what a collection took. */
  async weigh(index: number): Promise<void> {
    this.#asked.push(index);
    if (this.#isWeighing) return;
    this.#isWeighing = true;
    for (let next = this.#asked.shift(); next !== undefined; next = this.#asked.shift()) await this.#find(next);
    this.#isWeighing = false;
  }

  async #find(index: number): Promise<void> {
    const { journal } = this.#session;
    const collection = journal.collections[index];
    if (collection === undefined || this.of(index) !== undefined || collection.endEvent > journal.eventCount) return;
    const lists = await this.#readLists();
    if (lists.journal !== this.#session.journal || !lists.hasRead(collection)) return;
    const isOver = (): boolean => this.#session.journal !== journal;
    const work = await askElsewhere(this.#session, (playhead) => workOf(playhead, collection, lists), isOver);
    if (work === undefined || isOver()) return;
    const byIndex = this.#known.journal === journal ? [...this.#known.byIndex] : [];
    byIndex[index] = work;
    this.#known = { journal, byIndex };
  }
}
