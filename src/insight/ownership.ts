/**
 * The spanning tree of a run for the layout: who owns whom, over all objects that ever live.
 *
 * The owner of an object is the container that held it longest, if it held it for at least half of its life, for at
 * least as long as variables named it, or beyond that: what was last built has lain in its container for a short time
 * only. A container that is older than the object is the owner, too, where it and a name hold it to the end. Otherwise the
 * object is at the top level (owner 0). Where owners form a cycle (children that refer to their parent), the object of the
 * cycle that was born first gets the holder of another sort that held it longest, if that does not close the cycle again,
 * and else the top level.
 */
import { grownInt32 } from '../base/growable.ts';
import type { Journal } from '../journal/journal.ts';
import { NEVER } from '../journal/object-table.ts';
import type { Candidate, Holders } from './holders.ts';
import { HoldingTimes } from './holding-times.ts';

export class Ownership {
  /** Owner by object id; 0: top level. Never cyclic. */
  owner: Int32Array = new Int32Array(0);
  /** The slot in which the owner held it; -1: as its `__dict__`. 0 at the top level. */
  slot: Int32Array = new Int32Array(0);
  private readonly times: HoldingTimes;
  // 1: decided in an earlier update, which later ones do not change.
  private settled = new Uint8Array(0);

  constructor(readonly journal: Journal) {
    this.times = new HoldingTimes(journal);
  }

  /** Reads the words that the journal has gained, and needs them no more. `update` does it, too. */
  read(): void {
    this.times.read();
  }

  /** Takes in what the journal has gained since. Owners found earlier stay; only the top level is looked at again. */
  update(): void {
    const { journal, times } = this;
    this.owner = grownInt32(this.owner, journal.idLimit);
    this.slot = grownInt32(this.slot, journal.idLimit);
    times.read();
    const holders = times.holdersNow();
    this.settled = new Uint8Array(journal.idLimit);
    const { born } = journal.objects;
    for (let i = 0; i < born.length; i++) {
      const id = born.values[i];
      if (this.owner[id] === 0) this.choose(id, holders.best);
      else this.settled[id] = 1;
    }
    this.breakCycles(holders);
    holders.giveBack();
  }

  private choose(id: number, candidate: Candidate): void {
    if (!this.deserves(id, candidate)) return;
    this.owner[id] = candidate.holder[id];
    this.slot[id] = candidate.slot[id];
  }

  private deserves(id: number, candidate: Candidate): boolean {
    const { journal } = this;
    if (candidate.holder[id] === 0 || id === journal.globals) return false;
    const { birth, death } = journal.objects;
    const end = death[id] === NEVER ? journal.eventCount : death[id];
    const held = candidate.duration[id];
    if (held * 2 >= end - birth[id] || held >= this.times.namedFor(id)) return true;
    // The last of a list that grows is held by its container and by a name, as the run ends: it lies in the container.
    const until = candidate.until[id];
    const named = this.times.namedUntil(id);
    return until > named || (until === named && until === end && candidate.holder[id] < id);
  }

  private breakCycles(holders: Holders): void {
    const { owner } = this;
    const { born } = this.journal.objects;
    // 0: not yet seen; the walk that saw it first otherwise. A walk that meets itself has found a cycle.
    const seenBy = new Int32Array(owner.length);
    for (let i = 0; i < born.length; i++) {
      const walk = i + 1;
      let id = born.values[i];
      while (id !== 0 && seenBy[id] === 0) {
        seenBy[id] = walk;
        id = owner[id];
      }
      if (id !== 0 && seenBy[id] === walk) this.breakCycle(id, holders);
    }
  }

  private breakCycle(member: number, holders: Holders): void {
    const { owner, settled } = this;
    let first = 0;
    let id = member;
    do {
      // Ids grow with birth.
      if (settled[id] === 0 && (first === 0 || id < first)) first = id;
      id = owner[id];
    } while (id !== member);
    owner[first] = 0;
    this.slot[first] = 0;
    if (!this.deserves(first, holders.second)) return;
    if (!this.isBelow(holders.second.holder[first], first)) this.choose(first, holders.second);
  }

  /** Whether the chain of owners from `id` comes by `owner`. It may end in a cycle that is yet to be broken. */
  private isBelow(id: number, owner: number): boolean {
    const trail = new Set<number>();
    for (let above = id; above !== 0 && !trail.has(above); above = this.owner[above]) {
      if (above === owner) return true;
      trail.add(above);
    }
    return false;
  }
}
