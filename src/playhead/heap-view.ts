/** The heap at one moment, for reading. */
import type { Sliced } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';

/** Bits of `flags`. EMBEDDED: a `__dict__` whose values the collector counts as its owner's own (3.13, 3.14.2). */
export const StateFlag = { ALIVE: 1, FINALIZED: 2, EMBEDDED: 4 } as const;
/** `generation` of an object that no list of the collector holds. */
export const UNTRACKED = 255;

/** A frame, read out of the state: index 0 is the outermost. */
export interface FrameView {
  readonly index: number;
  /** Id of the code object (`journal.codes`). */
  readonly code: number;
  readonly line: number;
  /** Cell words, named by `CodeInfo.slotNames`. A copy. */
  readonly locals: Int32Array;
  /** Ids of the objects on its value stack (atoms are not recorded). A multiset: the order is not exact. A copy. */
  readonly stack: Int32Array;
}

/**
 * What folding the events up to a position gives. Arrays are by object id and may be replaced when the journal grows,
 * so fetch them anew after a seek.
 *
 * Dead objects keep the slots that held atoms (a ghost's last words); all other slots of theirs are empty.
 */
export interface HeapView {
  readonly journal: Journal;
  /** State after the first `position` events. */
  readonly position: number;
  readonly refcount: Int32Array;
  /** 0 young, 1, 2 oldest, 3 permanent, UNTRACKED. */
  readonly generation: Uint8Array;
  /** Bits of StateFlag. */
  readonly flags: Uint8Array;
  /** Shallow size in bytes. */
  readonly size: Int32Array;
  /** The slots of id are the cell words pool[slotStart[id] .. slotStart[id] + slotCount[id]). */
  readonly pool: Int32Array;
  readonly slotStart: Int32Array;
  readonly slotCount: Int32Array;
  /** Materialised `__dict__` as a cell word, or 0. */
  readonly dictOf: Int32Array;
  /** Target of a live weak reference, or 0. */
  readonly weakTarget: Int32Array;
  /** Number of frames. */
  readonly depth: number;
  /** Bytes of all atoms. */
  readonly atomBytes: number;
  isAlive(id: number): boolean;
  /** Cell word in a slot. */
  slot(id: number, index: number): number;
  frame(index: number): FrameView;
  /** All frames, outermost first. */
  frames(): FrameView[];
  /** What `make` makes of this moment: made when it is first asked for, and kept until the playhead moves. */
  once<Answer>(make: (view: HeapView) => Sliced<Answer>): Answer;
  /** The same, for those who do a little at a time. The playhead must stand here whenever it goes on. */
  onceSliced<Answer>(make: (view: HeapView) => Sliced<Answer>): Sliced<Answer>;
}
