/** The generations as a population: who lives in each now, what fills their thresholds, what became of the dead. */
import { fail } from '../base/assert.ts';
import { GrowableInt32, grownUint8, roomFor } from '../base/growable.ts';
import { Ev, FIRST_CONTAINER, Phase } from '../journal/event-words.ts';
import type { Journal } from '../journal/journal.ts';
import type { CollectionRecord } from '../journal/moments.ts';
import { operations, readEvents } from '../journal/read-events.ts';

/** Generation numbers as the journal has them; PERMANENT holds what gc.freeze() put aside. */
export const PERMANENT = 3;
const OLDEST = 2;
const NEVER_TRACKED = 4;

/** What the events up to a moment tell of the generations. */
export interface Population {
  /** Those of the version, then what gc.set_threshold() said. */
  readonly thresholds: readonly number[];
  /**
   * Containers made minus containers freed since the last collection: about CPython's generations[0].count, which leaves
   * out what its free-lists serve and take back.
   */
  readonly young: number;
  /** Tracked objects, by generation, the permanent one last. */
  readonly objects: readonly number[];
  /** Objects that have come into each generation from a younger one so far; the last: by gc.freeze(). */
  readonly promoted: readonly number[];
  /** Objects that died, by the generation they were in last: 0 to 3, then those that were never tracked. */
  readonly deaths: readonly number[];
  /** long_lived_pending of gc.c: what has grown old since the last full collection. */
  readonly pending: number;
  /** long_lived_total: what that collection left alive. */
  readonly longLived: number;
  /** Old objects that the last increment took in (3.14.0 to 3.14.4). */
  readonly taken: number;
}

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

/** The four lanes at a moment: young, middle, oldest, permanent. `population`: of the same position. */
export function lanesAt(
  { collections }: { readonly collections: readonly CollectionRecord[] },
  position: number,
  population: Population,
): Lane[] {
  const ended = collections.filter(({ endEvent }) => endEvent < position);
  return population.objects.map((objects, number) => {
    const own = ended.filter((each) => each.generation === number);
    return {
      generation: number,
      objects,
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

/** Where a figure lies in a row of figures. */
const At = {
  THRESHOLDS: 0,
  YOUNG: 3,
  OBJECTS: 4,
  PROMOTED: 8,
  DEATHS: 12,
  PENDING: 17,
  LONG_LIVED: 18,
  TAKEN: 19,
  /** Of the collection that runs: its generation, what it moved into the oldest one, what it found unreachable. */
  RUNNING: 20,
  GROWN_OLD: 21,
  UNREACHABLE: 22,
} as const;
const FIGURES = 23;

/** The events that tell of it. */
const TELLING = operations(
  Ev.ALLOC,
  Ev.FREE,
  Ev.TRACK,
  Ev.UNTRACK,
  Ev.MOVE,
  Ev.EXAMINE,
  Ev.UNREACHABLE,
  Ev.COLLECT_START,
  Ev.PHASE,
  Ev.THRESHOLD,
);

/** A row of figures is kept for every so many events: 12 kB for a million of them. */
const EVERY = 8192;

/**
 * Reads the events of a run once, as they are or beforehand in idle time, and answers for any position at once. The
 * journal may grow.
 */
export class PopulationHistory {
  private readonly rows = new GrowableInt32();
  private readonly figures = new Int32Array(FIGURES);
  /** By id: 1 + the generation that an object was in last, final for the dead; 0: it never was in one. */
  private last: Uint8Array = new Uint8Array(0);

  constructor(
    readonly journal: Journal,
    initialThresholds: readonly number[],
  ) {
    const row = new Int32Array(FIGURES);
    row.set(initialThresholds.slice(0, 3), At.THRESHOLDS);
    this.rows.pushAll(row);
  }

  /** Reads about `events` more. True when there is nothing left to read. */
  readAhead(events: number): boolean {
    for (let left = events; left > 0 && this.known + EVERY <= this.journal.eventCount; left -= EVERY) {
      this.takeRow(this.rows.length / FIGURES - 1);
      this.readTo(this.known, this.known + EVERY);
      this.rows.pushAll(this.figures);
    }
    return this.known + EVERY > this.journal.eventCount;
  }

  /** Whether `at` would answer at once. */
  hasRead(position: number): boolean {
    return position < this.known + EVERY;
  }

  at(position: number): Population {
    const { eventCount } = this.journal;
    if (position > eventCount) fail(`the population at ${position} of a run of ${eventCount} events`);
    while (!this.hasRead(position)) this.readAhead(EVERY);
    const row = Math.floor(position / EVERY);
    this.takeRow(row);
    this.readTo(row * EVERY, position);
    const { figures } = this;
    const part = (from: number, count: number): number[] => [...figures.subarray(from, from + count)];
    return {
      thresholds: part(At.THRESHOLDS, 3),
      young: figures[At.YOUNG],
      objects: part(At.OBJECTS, 4),
      promoted: part(At.PROMOTED, 4),
      deaths: part(At.DEATHS, 5),
      pending: figures[At.PENDING],
      longLived: figures[At.LONG_LIVED],
      taken: figures[At.TAKEN],
    };
  }

  /** Position of the last row. */
  private get known(): number {
    return (this.rows.length / FIGURES - 1) * EVERY;
  }

  private takeRow(row: number): void {
    this.figures.set(this.rows.values.subarray(row * FIGURES, (row + 1) * FIGURES));
  }

  private readTo(from: number, to: number): void {
    const { idLimit, events } = this.journal;
    if (idLimit > this.last.length) this.last = grownUint8(this.last, roomFor(idLimit, this.last.length));
    readEvents(events, from, to, TELLING, (op, id, a) => this.read(op, id, a));
  }

  private read(op: number, id: number, a: number): void {
    const { figures } = this;
    switch (op) {
      case Ev.ALLOC:
        if (this.journal.objects.kind[id] >= FIRST_CONTAINER) figures[At.YOUNG]++;
        break;
      case Ev.FREE:
        figures[At.DEATHS + (this.last[id] === 0 ? NEVER_TRACKED : this.last[id] - 1)]++;
        if (this.journal.objects.kind[id] >= FIRST_CONTAINER && figures[At.YOUNG] > 0) figures[At.YOUNG]--;
        break;
      case Ev.TRACK:
        figures[At.OBJECTS]++;
        break;
      case Ev.UNTRACK:
        this.last[id] = a + 1;
        figures[At.OBJECTS + a]--;
        break;
      case Ev.MOVE:
        this.move(a >>> 8, a & 255);
        break;
      case Ev.EXAMINE:
        figures[At.TAKEN]++;
        break;
      case Ev.UNREACHABLE:
        figures[At.UNREACHABLE]++;
        break;
      case Ev.COLLECT_START:
        figures[At.YOUNG] = 0;
        figures[At.RUNNING] = id;
        figures[At.GROWN_OLD] = figures[At.UNREACHABLE] = figures[At.TAKEN] = 0;
        break;
      case Ev.PHASE:
        if (id === Phase.HANDLE_WEAKREFS) this.survive();
        break;
      case Ev.THRESHOLD:
        figures[At.THRESHOLDS + id] = a;
        break;
    }
  }

  private move(from: number, to: number): void {
    const { figures } = this;
    figures[At.OBJECTS + from]--;
    figures[At.OBJECTS + to]++;
    if (from < to) figures[At.PROMOTED + to]++;
    if (to === OLDEST && from < to) figures[At.GROWN_OLD]++;
  }

  /** The survivors have been moved, the unreachable are known, nothing has died yet: gc.c counts here. */
  private survive(): void {
    const { figures } = this;
    if (figures[At.RUNNING] === OLDEST - 1) figures[At.PENDING] += figures[At.GROWN_OLD];
    if (figures[At.RUNNING] !== OLDEST) return;
    figures[At.PENDING] = 0;
    const examined = figures[At.OBJECTS] + figures[At.OBJECTS + 1] + figures[At.OBJECTS + OLDEST];
    figures[At.LONG_LIVED] = examined - figures[At.UNREACHABLE];
  }
}
