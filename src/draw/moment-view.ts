/**
 * What a picture needs to know of a moment of the run. The view implements it over a playhead; the arrays may be the
 * playhead's own, changed in place, as long as `version` changes with them.
 */

/** Marks that a view lays over objects, by the phase of a collection for example. 0: none. */
export const Mark = {
  NONE: 0,
  /** Reached by the collector, or found to be needed after all. */
  REACHED: 1,
  /** Tentatively unreachable. */
  DOUBTED: 2,
  /** Found to be garbage, about to be cleared. */
  CONDEMNED: 3,
  /** Garbage, too, but in no cycle: it only hangs off what is condemned. */
  HANGING: 4,
  /** Reached, and its own references are still to be followed: rescued, or grey in the tricolour picture. */
  WAITING: 5,
} as const;

/** Called for each reference an object holds. `slot`: what `slotName` is asked with. */
export type VisitReference = (target: number, slot: number, isWeak: boolean) => void;

/** A variable, a frame's local or another root, and the object it names. */
export interface NameTag {
  readonly label: string;
  readonly scope: 'global' | 'local' | 'stack' | 'other';
  /** Object id. */
  readonly target: number;
}

/** Arrays are by object id. */
export interface MomentView {
  /** Changes whenever anything below changes. */
  readonly version: number;
  /** State after the first `position` events: an object is born when birth < position, dead when death < position. */
  readonly position: number;
  /** Objects whose death is at or after this event are shown as just freed. */
  readonly freshFrom: number;
  readonly birth: Int32Array;
  readonly death: Int32Array;
  /** `Cause` of death: 1 by reference count, 2 by the collector, 3 swept. Read for dead objects only. */
  readonly deathCause: Uint8Array;
  readonly refcount: Int32Array;
  /** False in a heap without reference counts: a count of zero says nothing there. */
  readonly isCounted: boolean;
  /** False: objects freed before are not shown; those just freed still are. */
  readonly showGhosts: boolean;
  /** 0 young, 1, 2 oldest, 3 permanent, 255 untracked. */
  readonly generation: Uint8Array;
  readonly kind: Uint8Array;
  readonly kindNames: readonly string[];
  /** Codes of `Mark`, or null when nothing is marked. */
  readonly marks: Uint8Array | null;
  /** Objects with the same number above 0 form a cycle whose references are lit; null: none is shown. */
  readonly cycles: Int32Array | null;
  readonly names: readonly NameTag[];
  /** The few characters that stand inside the disc: a node's value, `'text'`, `list`. '' for none. */
  valueText(id: number): string;
  /** What stands in the badge: the refcount, or gc_refs while a collection is followed. '' for no badge. */
  badgeText(id: number): string;
  /** `DataNode`, `list` */
  typeName(id: number): string;
  /** Enumerates what `id` itself refers to now (not what is folded into it: draw asks for those one by one). */
  forEachReference(id: number, visit: VisitReference): void;
  /** `.children`, `[3]`, `['key']`: where `id` holds the reference that was visited with `slot`. '' for weak ones. */
  slotName(id: number, slot: number): string;
}
