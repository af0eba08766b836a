/**
 * What never changes about the objects of a run, once they are dead: parallel arrays by object id.
 *
 * Ids that no node has (atoms, built-in objects, ids above `idLimit`) have `birth` NEVER and `kind` 0. The arrays are
 * replaced when they grow, so fetch them anew after an append; they may be longer than `idLimit`.
 */
import { GrowableInt32, grownInt32, grownUint8 } from '../base/growable.ts';

/** An event index that never comes. */
export const NEVER = 2 ** 31 - 1;

export class ObjectTable {
  private capacity = 1 << 10;
  /** Kind of the object (heap/kinds.ts); 0: no node. */
  kind: Uint8Array = new Uint8Array(this.capacity);
  /** Id of its type, itself an object. */
  type: Int32Array = new Int32Array(this.capacity);
  /** Index of the event that made it; NEVER: no node. */
  birth: Int32Array = new Int32Array(this.capacity).fill(NEVER);
  /** Index of the event that freed it; NEVER: it is alive at the end. */
  death: Int32Array = new Int32Array(this.capacity).fill(NEVER);
  /** `Cause` of death (heap/events.ts); 0: alive. */
  deathCause: Uint8Array = new Uint8Array(this.capacity);
  /** Generation of the collection that freed it, when the cause is one. */
  deathGeneration: Uint8Array = new Uint8Array(this.capacity);
  /** Where the program was at its birth and death: indexes into `Journal.places`, -1: nowhere yet. */
  birthPlace: Int32Array = new Int32Array(this.capacity);
  deathPlace: Int32Array = new Int32Array(this.capacity);
  /** Shallow size at birth. */
  firstBytes: Int32Array = new Int32Array(this.capacity);
  /** Shallow size at death, or at the end of the run. */
  lastBytes: Int32Array = new Int32Array(this.capacity);
  /** 1 for the first object of its type, 2 for the next ... */
  ordinal: Int32Array = new Int32Array(this.capacity);
  /** All nodes in order of birth, which is also ascending. */
  readonly born = new GrowableInt32(1 << 10);
  /** `birth` of each entry of `born`, ascending. */
  readonly bornEvents = new GrowableInt32(1 << 10);
  /** 1: belongs to the library (modules and what their import made), which no sum of bytes includes. */
  library: Uint8Array = new Uint8Array(this.capacity);
  /** Births and deaths of what `Journal.isCounted`, ascending: what the counts of live objects rest on. */
  readonly countedBirths = new GrowableInt32(1 << 10);
  readonly countedDeaths = new GrowableInt32(1 << 10);
  /** Dead nodes in order of death, and the events that freed them, ascending. */
  readonly freed = new GrowableInt32(1 << 10);
  readonly freeEvents = new GrowableInt32(1 << 10);

  /** Makes room for ids below `idLimit`. */
  reserve(idLimit: number): void {
    if (idLimit <= this.capacity) return;
    const capacity = Math.max(idLimit, this.capacity * 2);
    this.kind = grownUint8(this.kind, capacity);
    this.library = grownUint8(this.library, capacity);
    this.type = grownInt32(this.type, capacity);
    this.birth = grownInt32(this.birth, capacity, NEVER);
    this.death = grownInt32(this.death, capacity, NEVER);
    this.deathCause = grownUint8(this.deathCause, capacity);
    this.deathGeneration = grownUint8(this.deathGeneration, capacity);
    this.birthPlace = grownInt32(this.birthPlace, capacity);
    this.deathPlace = grownInt32(this.deathPlace, capacity);
    this.firstBytes = grownInt32(this.firstBytes, capacity);
    this.lastBytes = grownInt32(this.lastBytes, capacity);
    this.ordinal = grownInt32(this.ordinal, capacity);
    this.capacity = capacity;
  }
}
