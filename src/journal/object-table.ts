/**
 * What never changes about the objects of a run, once they are dead: parallel arrays by object id.
 *
 * Ids below `idLimit` that no node has (atoms, built-in objects) have `birth` NEVER and `kind` 0. The arrays are replaced
 * when they grow, so fetch them anew after an append; they may be longer than `idLimit`, and mean nothing there.
 */
import { firstThat } from '../base/bisect.ts';
import { GrowableInt32, grownInt32, grownUint8, PagedInt32, roomFor } from '../base/growable.ts';

/** An event index that never comes. */
export const NEVER = 2 ** 31 - 1;

export class ObjectTable {
  /** Kind of the object (heap/kinds.ts); 0: no node. */
  kind: Uint8Array = new Uint8Array(0);
  /** Id of its type, itself an object. */
  type: Int32Array = new Int32Array(0);
  /** Index of the event that made it; NEVER: no node. */
  birth: Int32Array = new Int32Array(0);
  /** Index of the event that freed it; NEVER: it is alive at the end. */
  death: Int32Array = new Int32Array(0);
  /** `Cause` of death (heap/events.ts); 0: alive. */
  deathCause: Uint8Array = new Uint8Array(0);
  /** Generation of the collection that freed it, when the cause is one. */
  deathGeneration: Uint8Array = new Uint8Array(0);
  /** Where the program was at its birth: an index into `Journal.places`, -1: nowhere yet. */
  birthPlace: Int32Array = new Int32Array(0);
  /** Shallow size at birth. */
  firstBytes: Int32Array = new Int32Array(0);
  /** Shallow size at death, or at the end of the run. */
  lastBytes: Int32Array = new Int32Array(0);
  /** 1 for the first object of its type, 2 for the next ... */
  ordinal: Int32Array = new Int32Array(0);
  /** 1: belongs to the library (modules and what their import made), which no sum of bytes includes. */
  library: Uint8Array = new Uint8Array(0);
  /** All nodes in order of birth, which is also ascending. */
  readonly born = new GrowableInt32(1 << 10);
  /** Births and deaths of what `Journal.isCounted`, ascending: what the counts of live objects rest on. */
  readonly countedBirths = new PagedInt32();
  readonly countedDeaths = new PagedInt32();
  /** Dead nodes in order of death. */
  readonly freed = new GrowableInt32(1 << 10);
  private idLimit = 0;

  private capacity = 0;

  /** `capacity`: ids that there is room for to begin with. */
  constructor(capacity: number) {
    this.grow(capacity);
  }

  /** Makes room for ids below `idLimit`, which is never less than before. */
  reserve(idLimit: number): void {
    if (idLimit > this.capacity) this.grow(roomFor(idLimit, this.capacity));
    this.birth.fill(NEVER, this.idLimit, idLimit);
    this.death.fill(NEVER, this.idLimit, idLimit);
    this.idLimit = idLimit;
  }

  /** Number of nodes born in the first `position` events: an index into `born`. */
  bornBefore(position: number): number {
    const { born, birth } = this;
    return firstThat(born.length, (i) => birth[born.values[i]] >= position);
  }

  /** Number of nodes freed in the first `position` events: an index into `freed`. */
  freedBefore(position: number): number {
    const { freed, death } = this;
    return firstThat(freed.length, (i) => death[freed.values[i]] >= position);
  }

  private grow(capacity: number): void {
    this.kind = grownUint8(this.kind, capacity);
    this.type = grownInt32(this.type, capacity);
    this.birth = grownInt32(this.birth, capacity);
    this.death = grownInt32(this.death, capacity);
    this.deathCause = grownUint8(this.deathCause, capacity);
    this.deathGeneration = grownUint8(this.deathGeneration, capacity);
    this.birthPlace = grownInt32(this.birthPlace, capacity);
    this.firstBytes = grownInt32(this.firstBytes, capacity);
    this.lastBytes = grownInt32(this.lastBytes, capacity);
    this.ordinal = grownInt32(this.ordinal, capacity);
    this.library = grownUint8(this.library, capacity);
    this.capacity = capacity;
  }
}
