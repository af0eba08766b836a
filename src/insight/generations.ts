/** The generations as a population: who lives in each now, what fills their thresholds, what became of the dead. */
import { Ev, FIRST_CONTAINER } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import { operations, readEvents } from '../journal/read-events.ts';
import type { HeapView } from '../playhead/heap-view.ts';

/** Generation numbers as the journal has them; PERMANENT holds what gc.freeze() put aside. */
export const PERMANENT = 3;
const OLDEST = 2;

export interface Lane {
  readonly generation: number;
  /** Objects in it now. */
  readonly objects: number;
  /** Collections of the next younger generation since the last one of this; null for the youngest and the permanent. */
  readonly count: number | null;
  /** Of its collections so far: how many there were, how many found nothing, what they freed. */
  readonly collections: number;
  readonly foundNothing: number;
  readonly collected: number;
}

/** The four lanes at a moment: young, middle, oldest, permanent. */
export function lanesAt(state: HeapView): Lane[] {
  const { journal, generation } = state;
  const objects = [0, 0, 0, 0];
  for (const id of journal.objects.born.view())
    if (generation[id] <= PERMANENT && state.isAlive(id)) objects[generation[id]]++;
  const ended = journal.collections.filter(({ endEvent }) => endEvent < state.position);
  return objects.map((count, number) => {
    const own = ended.filter((each) => each.generation === number);
    return {
      generation: number,
      objects: count,
      count: number === 1 || number === OLDEST ? collectionsSince(ended, number) : null,
      collections: own.length,
      foundNothing: own.filter(({ collected }) => collected === 0).length,
      collected: own.reduce((sum, { collected }) => sum + collected, 0),
    };
  });
}

/** generations[n].count of gc.c: collections of generation n - 1 since one of n or older. */
function collectionsSince(ended: readonly { readonly generation: number }[], generation: number): number {
  let count = 0;
  for (let i = ended.length - 1; i >= 0 && ended[i].generation < generation; i--) {
    if (ended[i].generation === generation - 1) count++;
  }
  return count;
}

/** What only the events tell of the generations. */
export interface Population {
  /** Those of the version, then what gc.set_threshold() said. */
  readonly thresholds: readonly number[];
  /**
   * Containers made minus containers freed since the last collection: about CPython's generations[0].count, which leaves
   * out what its free-lists serve and take back.
   */
  readonly young: number;
  /** Objects that died, by the generation they were in last: 0 to 3, then those that were never tracked. */
  readonly deaths: readonly number[];
}

const NEVER_TRACKED = 4;
/** The events that tell of it. */
const TELLING = operations(Ev.ALLOC, Ev.FREE, Ev.UNTRACK, Ev.COLLECT_START, Ev.THRESHOLD);

/** Reads the events once: from where it stands to a later position, or from the beginning to an earlier one. */
export class PopulationReader {
  private position = 0;
  private thresholds: number[];
  private deaths = [0, 0, 0, 0, 0];
  private young = 0;
  private readonly last: Uint8Array;

  constructor(
    private readonly journal: Journal,
    private readonly initialThresholds: readonly number[],
  ) {
    this.last = new Uint8Array(journal.idLimit).fill(NEVER_TRACKED);
    this.thresholds = [...initialThresholds];
  }

  at(position: number): Population {
    if (position < this.position) this.clear();
    readEvents(this.journal.events, this.position, position, TELLING, (op, id, a) => this.read(op, id, a));
    this.position = position;
    return { thresholds: [...this.thresholds], young: this.young, deaths: [...this.deaths] };
  }

  private clear(): void {
    this.position = 0;
    this.thresholds = [...this.initialThresholds];
    this.deaths = [0, 0, 0, 0, 0];
    this.young = 0;
    this.last.fill(NEVER_TRACKED);
  }

  private read(op: number, id: number, a: number): void {
    const { kind } = this.journal.objects;
    switch (op) {
      case Ev.ALLOC:
        if (kind[id] >= FIRST_CONTAINER) this.young++;
        break;
      case Ev.FREE:
        this.deaths[this.last[id]]++;
        if (kind[id] >= FIRST_CONTAINER && this.young > 0) this.young--;
        break;
      case Ev.UNTRACK:
        this.last[id] = a;
        break;
      case Ev.COLLECT_START:
        this.young = 0;
        break;
      case Ev.THRESHOLD:
        this.thresholds[id] = a;
        break;
    }
  }
}
