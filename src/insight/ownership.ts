/**
 * The spanning tree of a run for the layout: who owns whom, over all objects that ever live.
 */
import type { Journal } from '../journal/journal.ts';

export class Ownership {
  /** Owner by object id; 0: top level. Never cyclic. */
  owner = new Int32Array(0);
  /** The slot of the owner in which the owning reference lay first; -1: its __dict__; 0 for top level. */
  slot = new Int32Array(0);
  constructor(readonly journal: Journal) {}
  /** Takes in what the journal has gained since; earlier owners are kept where they still hold. */
  update(): void {
    throw new Error('not yet');
  }
}
