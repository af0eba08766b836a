/**
 * The operations of events, with what their words hold: see events.ts, where they are `Ev`.
 *
 * Constants of a module and not fields of an object: the build puts their numbers in their places.
 */

/** Rest of this chunk is empty. */
export const END_OF_CHUNK = 0;

// -- births and deaths
/** id; type id; bytes; kind. Refcount is 1, held by native code. A heap type's refcount rises by one with it. */
export const ALLOC = 1;
/** id; cause | generation << 8; Its type's refcount falls. Slots that held atoms stay as they were (a ghost's last words). */
export const FREE = 2;

// -- counts
export const INCREF = 3; // id
export const DECREF = 4; // id

// -- the value stack (objects only; atoms come and go unrecorded)
export const PUSH = 5; // id; count + 1, pushed
export const POP = 6; // id; popped, count - 1
export const PUSH_MOVE = 7; // id; pushed, the reference was held by native code
export const POP_MOVE = 8; // id; popped, native code holds the reference now

// -- slots of objects: old and new are cell words, counts do not change
export const SET = 9; // holder; slot; new; old
export const APPEND = 10; // holder; new
export const DROP_LAST = 11; // holder; old
export const INSERT = 12; // holder; slot; new
export const REMOVE = 13; // holder; slot; old
/** holder; slot; old: the slot of a dying object is emptied and the count of old falls by one. */
export const RELEASE = 14;
export const SET_DICT = 15; // holder; new; old: its materialised __dict__

// -- frames
export const ENTER = 16; // code id: a frame begins, its slots are empty
export const LEAVE = 17; // code id; line it was on. Its slots are empty by now.
export const LOCAL = 18; // slot; new; old: a slot of the innermost frame, counts do not change
/** slot; old: a slot of the innermost frame is emptied and the count of old falls (atoms: just emptied). */
export const RELEASE_LOCAL = 19;
/** generator; line; number of stack entries: the innermost frame's slots, then its stack entries, become the generator's slots. */
export const SUSPEND = 20;
/** generator; code id; number of stack entries; line: the reverse. */
export const RESUME = 21;
export const LINE = 22; // line now; line before

// -- collector
export const TRACK = 23; // id: joins generation 0
export const UNTRACK = 24; // id; generation it was in
export const MOVE = 25; // id; to | from << 8: generation (3 = permanent)
export const COLLECT_START = 26; // generation; cause (CollectCause)
export const PHASE = 27; // phase now; phase before
export const COLLECT_END = 28; // generation; collected; examined
export const UNREACHABLE = 29; // id: found to be garbage by the running collection
export const FINALIZED = 30; // id: its finalizer is about to run
export const RESURRECTED = 31; // id: alive again after a finalizer

// -- the rest
export const WEAKEN = 32; // weak reference; new target id or 0; old target id or 0
export const RESIZE = 33; // id; bytes now; bytes before
export const ATOM_BYTES = 34; // 0; bytes of all atoms now; before
export const OUTPUT = 35; // number of UTF-16 units appended to stdout
export const RAISE = 36; // exception's id; an exception was raised
export const STATEMENT = 37; // index of the statement (0: the program; 1..: what was run on the live heap) that begins now

// -- what only a close look at a collection needs: the order of its lists, its choice, the version's own ways
export const RESCUE = 38; // id: was tentatively unreachable, is reached after all, and goes to the end of its list
export const EXAMINE = 39; // id: the incremental collector takes this old object into its increment
export const THRESHOLD = 40; // generation; threshold now
export const EMBED = 41; // id; 1 or 0: the values of this materialised __dict__ count as its owner's own, or no longer do
