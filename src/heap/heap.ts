/**
 * The simulated heap: objects, their headers and their references, with CPython's reference counting.
 *
 * Headers are typed arrays indexed by object id (measured ten times faster than one JavaScript object each). An id
 * names one object for the whole run: ids of objects are never used again, so the journal, a selection and an address
 * can speak of an object that is long dead. Ids of atoms (numbers, strings ...) are recycled.
 *
 * Ownership follows CPython. A function that *returns an object* returns a reference that the caller owns, unless it
 * says "borrowed". `setSlot`, `appendSlot` and their like *steal* the reference they store and hand out the one they
 * replace. Whoever owns a reference stores it, returns it, or gives it to `decref`.
 *
 * Invariant: refcount[x] = references to x in the slots of live objects and on the machine's stack + references that
 * native code holds right now + instances of x where x is a heap type.
 *
 * Longer than other files: counting, storing and deallocating call each other and share every one of the header arrays.
 *
 * Sources: CPython Include/refcount.h, Objects/object.c (_Py_Dealloc), Objects/typeobject.c (subtype_dealloc),
 * Modules/gcmodule.c and Python/gc.c (the linked lists).
 */
import { grownInt32 } from '../base/growable.ts';
import { AllocationCounter } from './allocation-counter.ts';
import { AtomTable } from './atom-table.ts';
import { Cause, encodeSmallInt, Ev, EventWriter, MAX_ID } from './events.ts';
import * as Flag from './flags.ts';
import { cleared, grown, type HeapMemory, newHeapMemory, type SpareMemory, UNTRACKED } from './heap-memory.ts';
import { InlineValues } from './inline-values.ts';
import {
  dictPlace,
  EXCEPTION_MEMBERS,
  FIRST_CONTAINER,
  Kind,
  type KindNumber,
  LAST_ATOM,
  usesTrashcan,
  walksBackwards,
} from './kinds.ts';

export { Flag };

/** Bits of `gcMark`. */
export const Mark = {
  /** In the set that the running collection examines (CPython's PREV_MASK_COLLECTING). */
  COLLECTING: 1,
  /** Tentatively unreachable (NEXT_MASK_UNREACHABLE). */
  UNREACHABLE: 2,
  /** Found to be garbage by the running collection: its death is the collector's doing. */
  CONDEMNED: 4,
  /** Reached by the mark phase of a tracing collector. */
  BLACK: 8,
  /** In the visited list of the incremental collector; this one stays between collections. */
  VISITED: 16,
} as const;

/** Heads of the collector's circular lists: ids that no object has. */
export const ListHead = {
  YOUNG: 1,
  MIDDLE: 2,
  OLD: 3,
  PERMANENT: 4,
  UNREACHABLE: 5,
  STILL_UNREACHABLE: 6,
  SEEN: 7,
  OUTER_UNREACHABLE: 8,
  OUTER_STILL_UNREACHABLE: 9,
  OUTER_SEEN: 10,
} as const;
const FIRST_ID = 16;

export { UNTRACKED };

/** Refcount of immortal objects inside the simulator: far from zero, so that counting them needs no test. */
const IMMORTAL_REFCOUNT = 1 << 29;

/** What the heap needs from above; handed in, never imported. */
export interface HeapHooks {
  /** Runs the finalizer of `id` (a generator's close, `__del__`). May resurrect it, may run anything, never throws. */
  finalize(id: number): void;
  /** Calls the callback of a weak reference whose referent has just died. Owns nothing, never throws. */
  callWeakCallback(reference: number, callback: number): void;
  /** The text that stands for a built-in object where the journal records it ("<built-in function len>"). */
  describeBuiltin(id: number): string;
  /** A type made by a class statement is gone: its body may own references that lie in no slot. Never throws. */
  typeDies?(id: number): void;
}

/** How objects die: when their count reaches zero, or only when a tracing collector sweeps them. */
export type Reclaiming = 'refcount' | 'tracing';

const INITIAL_DEPTH = 1 << 8;

export class Heap {
  refcount!: Int32Array;
  /** Id of the object's type, itself an object. */
  typeOf!: Int32Array;
  kind!: Uint8Array;
  flags!: Uint16Array;
  /** 0 young, 1, 2 oldest, 3 permanent, UNTRACKED. */
  generation!: Uint8Array;
  gcNext!: Int32Array;
  gcPrev!: Int32Array;
  /** The collector's copy of the refcount, meaningful during a collection only. */
  gcRefs!: Int32Array;
  /** The collector's marks (collecting, tentatively unreachable ...), 0 outside collections. */
  gcMark!: Uint8Array;
  /** Shallow size in bytes, as sys.getsizeof has it. */
  size!: Int32Array;

  /**
   * The references that an object owns; null for atoms, for objects without references, and for plain instances, whose
   * `values` they are. 0 = no reference.
   */
  readonly slots: (number[] | null)[];
  /**
   * The slots of lists that have none yet: shared, never written to; `appendSlot` and its like lay others in their place. Most
   * lists of a large graph stay empty, and a small array of the host's takes longer to make than all that is recorded of it.
   */
  readonly noSlots: number[] = [];
  /** The slots of plain instances (Kind.INSTANCE): the values of their attributes. */
  readonly values: InlineValues;
  /** What an object holds besides references, by kind (see kinds.ts). */
  readonly body: unknown[];
  /** Materialised `__dict__`, by owner. The owner owns the reference. */
  readonly dictOf = new Map<number, number>();
  /** Weak references to an object, oldest first, by referent. Borrowed. */
  readonly weakReferences = new Map<number, number[]>();
  /** Referent of a live weak reference or proxy. Borrowed. */
  readonly weakTarget = new Map<number, number>();

  readonly events = new EventWriter();
  readonly atoms = new AtomTable();
  readonly counter = new AllocationCounter();
  reclaiming: Reclaiming = 'refcount';
  /** Written into the death event: what is reclaiming right now. Set by the collector. */
  deathCause: number = Cause.REFCOUNT;
  /** The same for condemned objects, whatever kills them: Cause.COLLECTED | generation << 8. Set by the collector. */
  condemnedCause: number = Cause.COLLECTED;
  /** Suspended generators and frames give up their slots last to first (3.14 and later); a frame its caller at the end. */
  releasesFramesBackwards = false;
  /** How deep deallocations nest before the trashcan takes them (3.11, 3.12: 50); 0: it never does. */
  trashcanDepth = 0;
  /** 3.11 collects inside the allocation that makes a collection due, before the new object exists. Set by the collector. */
  collectInAllocation: (() => void) | null = null;
  /**
   * While true, new containers are neither tracked nor counted: a library module comes into being. CPython has loaded
   * it long before the program starts.
   */
  frozen = false;
  /**
   * By kind, the one type whose exact instances the free-lists serve (`list`, not `Batch(list)` or a native type that
   * shares the kind); 0: any built-in type of that kind.
   */
  readonly exactType = new Int32Array(64);

  liveObjects = 0;
  /** Told of every object of the program that has become larger or smaller; for tracemalloc. */
  onResize: ((id: number) => void) | null = null;
  /** How many objects the collector's lists hold, the permanent one included. */
  trackedObjects = 0;
  objectBytes = 0;
  atomBytes = 0;

  /**
   * Objects with an id below this are built in: they exist before the program and the journal names them as atoms. Never
   * larger than an id: the host would keep it as a float, and compare every id as one.
   */
  programStart: number = MAX_ID + 1;
  /** First id never used. */
  end: number = FIRST_ID;

  private memory: HeapMemory;
  // Ids of dead atoms, to be used again, last one first.
  private freeAtoms: Int32Array = new Int32Array(INITIAL_DEPTH);
  private freeAtomCount = 0;
  // The objects being deallocated, outermost first, and for each the next slot to release.
  private dying: Int32Array = new Int32Array(INITIAL_DEPTH);
  private dyingAt: Int32Array = new Int32Array(INITIAL_DEPTH);
  private depth = 0;
  // Deallocations that were put off because they nested too deep, and how deep they nest now.
  private readonly trashcan: number[] = [];
  private nesting = 0;

  /** `spare`: memory of an earlier run, which this heap uses up. */
  constructor(
    readonly hooks: HeapHooks,
    spare: SpareMemory = { chunks: [], heap: null },
  ) {
    this.memory = spare.heap ?? newHeapMemory();
    spare.heap = null;
    this.slots = this.memory.slots;
    this.body = this.memory.body;
    this.values = new InlineValues(this.memory.valueCells);
    this.useMemory(this.memory);
    this.events.spare = spare.chunks;
    for (let head = 0; head < FIRST_ID; head++) {
      this.openRow(head);
      this.gcNext[head] = head;
      this.gcPrev[head] = head;
    }
  }

  /**
   * From here on everything is recorded and belongs to the program. Counts and sizes start at zero, and the collector's
   * lists are empty, as after gc.freeze() in the harness (cpython-memory.md, 0.4).
   */
  beginProgram(): void {
    this.programStart = this.end;
    this.freeAtomCount = 0;
    this.liveObjects = 0;
    this.objectBytes = 0;
    this.atomBytes = 0;
    this.counter.restart();
    this.events.restart();
  }

  // ---------------------------------------------------------------------------------------------- birth

  /**
   * A new object with refcount 1, which the caller owns. Steals the references in `slots`, which becomes the object's
   * own array (those of a plain instance become its values). `bytes`: shallow size. Containers count towards the next
   * collection but are not yet tracked.
   */
  alloc(kind: KindNumber, type: number, slots: number[] | null, body: unknown, bytes: number): number {
    if (kind >= FIRST_CONTAINER && !this.frozen) {
      const counter = this.counter;
      counter.allocated(kind, slots, this.isExactType(kind, type));
      if (counter.due && this.collectInAllocation !== null) this.collectInAllocation();
    }
    // A fresh row: no flags, untracked, no slots, no body.
    const id = this.take();
    this.refcount[id] = 1;
    this.typeOf[id] = type;
    this.kind[id] = kind;
    this.size[id] = bytes;
    if (slots !== null) this.giveSlots(id, kind, slots);
    if (body !== null) this.body[id] = body;
    if (this.flags[type] & Flag.HEAP_TYPE) this.refcount[type]++;
    this.liveObjects++;
    this.objectBytes += bytes;
    const events = this.events;
    events.four(Ev.ALLOC, id, type, bytes, kind);
    if (slots !== null) {
      for (let i = 0; i < slots.length; i++) events.two(Ev.APPEND, id, this.cellWord(slots[i]));
    }
    return id;
  }

  private giveSlots(id: number, kind: number, slots: number[]): void {
    if (kind === Kind.INSTANCE) for (const value of slots) this.values.append(id, value);
    else this.slots[id] = slots;
  }

  /** A new container, as `alloc`, that joins the youngest generation at once. */
  allocTracked(kind: KindNumber, type: number, slots: number[] | null, body: unknown, bytes: number): number {
    const id = this.alloc(kind, type, slots, body, bytes);
    this.track(id);
    return id;
  }

  /** A new atom with refcount 1, which the caller owns. Its id may have belonged to an atom that died. */
  allocAtom(kind: KindNumber, type: number, body: unknown, bytes: number): number {
    const id = this.freeAtomCount > 0 ? this.freeAtoms[--this.freeAtomCount] : this.take();
    this.refcount[id] = 1;
    this.typeOf[id] = type;
    this.kind[id] = kind;
    this.flags[id] = 0;
    this.gcRefs[id] = 0;
    this.size[id] = bytes;
    this.body[id] = body;
    if (id >= this.programStart) this.atomBytes += bytes;
    return id;
  }

  /** Atoms to come get ids that none had, so that ids tell what is new. */
  useFreshAtoms(): void {
    this.freeAtomCount = 0;
  }

  makeImmortal(id: number): void {
    this.flags[id] |= Flag.IMMORTAL;
    this.refcount[id] = IMMORTAL_REFCOUNT;
  }

  // ---------------------------------------------------------------------------------------------- counting

  /** True for what the picture shows as a node: an object that the program made, no atom. */
  isNode(id: number): boolean {
    return id >= this.programStart && this.kind[id] > LAST_ATOM;
  }

  incref(id: number): void {
    this.refcount[id]++;
    if (id >= this.programStart && this.kind[id] > LAST_ATOM) this.events.one(Ev.INCREF, id);
  }

  /** Gives up one owned reference. At zero the object dies now, and what it alone kept alive after it. */
  decref(id: number): void {
    const count = --this.refcount[id];
    if (this.kind[id] > LAST_ATOM) {
      if (id >= this.programStart) this.events.one(Ev.DECREF, id);
      if (count === 0) this.deallocate(id);
    } else if (count === 0) {
      this.freeAtom(id);
    }
  }

  /** Called when a count has just reached zero other than through `decref` (a pop from the value stack). */
  reachedZero(id: number): void {
    if (this.kind[id] > LAST_ATOM) this.deallocate(id);
    else this.freeAtom(id);
  }

  /** What stands for `id` (0 allowed) in a slot event: see events.ts. */
  cellWord(id: number): number {
    if (id >= this.programStart && this.kind[id] > LAST_ATOM) return id;
    return id === 0 ? 0 : this.atomWord(id);
  }

  // ---------------------------------------------------------------------------------------------- slots

  /** Number of slots of any object. */
  slotCount(id: number): number {
    const slots = this.slots[id];
    return slots === null ? this.values.count(id) : slots.length;
  }

  /** What is in a slot of any object, borrowed. */
  slotAt(id: number, slot: number): number {
    const slots = this.slots[id];
    return slots === null ? this.values.get(id, slot) : slots[slot];
  }

  /** A copy of the slots of any object, for who is in no hurry. Borrowed. */
  slotsOf(id: number): number[] {
    return Array.from({ length: this.slotCount(id) }, (_, slot) => this.slotAt(id, slot));
  }

  /** Puts `value` (stolen, 0 = nothing) into a slot; returns what was there, now owned by the caller (0 = nothing). */
  setSlot(holder: number, slot: number, value: number): number {
    const old = this.exchangeSlot(holder, slot, value);
    if (holder >= this.programStart) this.events.four(Ev.SET, holder, slot, this.cellWord(value), this.cellWord(old));
    return old;
  }

  /** The same for who records it himself. */
  exchangeSlot(holder: number, slot: number, value: number): number {
    const slots = this.slots[holder];
    const old = this.slotAt(holder, slot);
    if (slots === null) this.values.set(holder, slot, value);
    else slots[slot] = value;
    return old;
  }

  /** Puts `value` (stolen) into a slot and drops what was there. */
  replaceSlot(holder: number, slot: number, value: number): void {
    const old = this.setSlot(holder, slot, value);
    if (old !== 0) this.decref(old);
  }

  appendSlot(holder: number, value: number): void {
    const slots = this.slots[holder]!;
    if (slots === this.noSlots) this.slots[holder] = [value];
    else slots.push(value);
    if (holder >= this.programStart) this.events.two(Ev.APPEND, holder, this.cellWord(value));
  }

  /** The same for a further value of a plain instance. */
  appendValue(holder: number, value: number): void {
    this.values.append(holder, value);
    if (holder >= this.programStart) this.events.two(Ev.APPEND, holder, this.cellWord(value));
  }

  /** Removes the last slot; the caller owns what was in it. */
  popSlot(holder: number): number {
    const old = this.slots[holder]!.pop()!;
    if (holder >= this.programStart) this.events.two(Ev.DROP_LAST, holder, this.cellWord(old));
    return old;
  }

  insertSlot(holder: number, slot: number, value: number): void {
    const slots = this.slots[holder]!;
    if (slots === this.noSlots) this.slots[holder] = [value];
    else slots.splice(slot, 0, value);
    if (holder >= this.programStart) this.events.three(Ev.INSERT, holder, slot, this.cellWord(value));
  }

  removeSlot(holder: number, slot: number): number {
    const old = this.slots[holder]!.splice(slot, 1)[0];
    if (holder >= this.programStart) this.events.three(Ev.REMOVE, holder, slot, this.cellWord(old));
    return old;
  }

  /** Empties the slots, last first; the caller owns the references in the array returned (in slot order). */
  takeSlots(holder: number): number[] {
    const own = this.slots[holder]!;
    const taken = own === this.noSlots ? [] : own;
    this.slots[holder] = [];
    if (holder >= this.programStart) {
      for (let i = taken.length - 1; i >= 0; i--) this.events.two(Ev.DROP_LAST, holder, this.cellWord(taken[i]));
    }
    return taken;
  }

  /** Gives `owner` a materialised `__dict__` (stolen; 0 removes it). Returns the one it had, owned by the caller, or 0. */
  setDict(owner: number, dict: number): number {
    const old = this.dictOf.get(owner) ?? 0;
    if (dict === 0) this.dictOf.delete(owner);
    else this.dictOf.set(owner, dict);
    this.flags[owner] = dict === 0 ? this.flags[owner] & ~Flag.HAS_DICT : this.flags[owner] | Flag.HAS_DICT;
    const wasEmbedded = old !== 0 && (this.flags[old] & Flag.EMBEDDED) !== 0;
    if (wasEmbedded) this.flags[old] &= ~Flag.EMBEDDED;
    if (!this.isNode(owner)) return old;
    this.events.three(Ev.SET_DICT, owner, this.cellWord(dict), this.cellWord(old));
    if (wasEmbedded) this.events.two(Ev.EMBED, old, 0);
    if (this.flags[dict] & Flag.EMBEDDED) this.events.two(Ev.EMBED, dict, 1);
    return old;
  }

  /** The values of a materialised `__dict__` become its own, if they still count as its owner's. */
  detachDict(dict: number): void {
    if (!(this.flags[dict] & Flag.EMBEDDED)) return;
    this.flags[dict] &= ~Flag.EMBEDDED;
    if (this.isNode(dict)) this.events.two(Ev.EMBED, dict, 0);
  }

  resize(id: number, bytes: number): void {
    const before = this.size[id];
    if (before === bytes) return;
    this.size[id] = bytes;
    if (id < this.programStart) return;
    this.objectBytes += bytes - before;
    this.events.three(Ev.RESIZE, id, bytes, before);
    if (this.onResize !== null) this.onResize(id);
  }

  // ---------------------------------------------------------------------------------------------- weak references

  /** Makes `reference` (a WEAKREF or WEAKPROXY object) point at `target` without owning it. */
  weaken(reference: number, target: number): void {
    this.weakTarget.set(reference, target);
    const list = this.weakReferences.get(target);
    if (list === undefined) this.weakReferences.set(target, [reference]);
    else list.push(reference);
    this.flags[target] |= Flag.WEAKLY_REFERENCED;
    if (this.isNode(reference)) this.events.three(Ev.WEAKEN, reference, this.isNode(target) ? target : 0, 0);
  }

  /** Makes `reference` dead: it points at nothing any more and its callback will not be called. */
  clearWeak(reference: number): void {
    const target = this.weakTarget.get(reference);
    if (target === undefined) return;
    this.weakTarget.delete(reference);
    const list = this.weakReferences.get(target)!;
    list.splice(list.indexOf(reference), 1);
    if (list.length === 0) {
      this.weakReferences.delete(target);
      this.flags[target] &= ~Flag.WEAKLY_REFERENCED;
    }
    if (this.isNode(reference)) this.events.three(Ev.WEAKEN, reference, 0, this.isNode(target) ? target : 0);
  }

  // ---------------------------------------------------------------------------------------------- tracking

  /** Appends a container to the youngest generation. Built-in and library objects stay out of the lists. */
  track(id: number): void {
    if (id < this.programStart || this.frozen || this.flags[id] & Flag.TRACKED) return;
    this.flags[id] |= Flag.TRACKED;
    this.linkLast(ListHead.YOUNG, id);
    this.generation[id] = 0;
    this.trackedObjects++;
    this.counter.tracked();
    this.events.one(Ev.TRACK, id);
  }

  untrack(id: number): void {
    if (!(this.flags[id] & Flag.TRACKED)) return;
    this.flags[id] &= ~Flag.TRACKED;
    this.unlink(id);
    this.gcMark[id] &= Mark.CONDEMNED;
    this.trackedObjects--;
    this.counter.untracked();
    this.events.two(Ev.UNTRACK, id, this.generation[id]);
    this.generation[id] = UNTRACKED;
  }

  /** The object's generation is now `to`; the caller has put it into that list. */
  moveTo(id: number, to: number): void {
    const from = this.generation[id];
    if (from === to) return;
    this.generation[id] = to;
    this.events.two(Ev.MOVE, id, to | (from << 8));
  }

  linkLast(head: number, id: number): void {
    const last = this.gcPrev[head];
    this.gcNext[last] = id;
    this.gcPrev[id] = last;
    this.gcNext[id] = head;
    this.gcPrev[head] = id;
  }

  unlink(id: number): void {
    const next = this.gcNext[id];
    const previous = this.gcPrev[id];
    this.gcNext[previous] = next;
    this.gcPrev[next] = previous;
    this.gcNext[id] = 0;
    this.gcPrev[id] = 0;
  }

  // ---------------------------------------------------------------------------------------------- death

  /**
   * The count of `first` is zero: it dies now, then what it alone kept alive, in the order in which CPython's recursive
   * deallocation would do it, but with a list in place of the recursion, so that a chain of any length can die.
   */
  private deallocate(first: number): void {
    if (this.reclaiming === 'tracing') return;
    const floor = this.depth;
    this.startDying(first);
    while (this.depth > floor) this.stepDying(this.depth - 1);
  }

  /** The next steps of the deallocation at `top`: slots until an object dies of it that holds others, the `__dict__`, the end. */
  private stepDying(top: number): void {
    const id = this.dying[top];
    const kind = this.kind[id];
    const count = this.slotCount(id);
    const hasDict = (this.flags[id] & Flag.HAS_DICT) !== 0;
    const dictAt = dictPlace(kind, count);
    if (hasDict && this.dyingAt[top] >= dictAt) {
      const dict = this.setDict(id, 0);
      const left = --this.refcount[dict];
      if (dict >= this.programStart) this.events.one(Ev.DECREF, dict);
      if (left === 0) this.startDying(dict);
      return;
    }
    if (this.dyingAt[top] < count) {
      const isDone =
        kind === Kind.INSTANCE
          ? this.releaseValues(id, this.dyingAt[top], top)
          : this.releaseSlots(top, id, kind, hasDict ? dictAt : count);
      if (!isDone || hasDict) return;
    }
    this.depth = top;
    this.endDeath(id);
    if (this.trashcanDepth > 0 && usesTrashcan(kind)) this.leaveTrashcan();
  }

  /**
   * Releases slots until there are none left (true), or until a death needs its turn first (false). Backwards it goes
   * from slot `from` to 0, then to the one that is left at the end. `until`: how many slots to release by now.
   */
  private releaseSlots(top: number, id: number, kind: number, until: number): boolean {
    const { refcount, kind: kindOf, events, programStart } = this;
    const slots = this.slots[id]!;
    const count = slots.length;
    const isFrame = kind === Kind.GENERATOR || kind === Kind.FRAME;
    const backwards = walksBackwards(kind) || (this.releasesFramesBackwards && isFrame);
    const from = kind === Kind.FRAME ? count - 2 : count - 1;
    const first = kind === Kind.EXCEPTION && count > EXCEPTION_MEMBERS ? EXCEPTION_MEMBERS : 0;
    for (let at = this.dyingAt[top]; at < until; at++) {
      let slot = backwards ? from - at : first + at;
      if (slot < 0) slot = count - 1;
      else if (slot >= count) slot -= count;
      const child = slots[slot];
      if (child === 0) continue;
      const left = --refcount[child];
      if (kindOf[child] <= LAST_ATOM) {
        // The slot keeps the id for nobody: the dying object's own array is dropped as a whole.
        if (left === 0) this.freeAtom(child);
        continue;
      }
      slots[slot] = 0;
      if (child >= programStart) events.three(Ev.RELEASE, id, slot, child);
      if (left === 0) {
        this.dyingAt[top] = at + 1;
        if (!this.diesAtOnce(child) && !this.diesAsInstance(child)) return false;
      }
    }
    this.dyingAt[top] = until;
    return true;
  }

  /**
   * The same for the values of a plain instance, from slot `from` on. `top`: its place on the list of the dying, -1 while it has
   * none; it gets one when a death needs its turn.
   */
  private releaseValues(id: number, from: number, top: number): boolean {
    const { refcount, kind: kindOf, events, programStart } = this;
    const { cells } = this.values;
    const first = this.values.at[id] + 1;
    const count = cells[first - 1];
    for (let slot = from; slot < count; slot++) {
      const child = cells[first + slot];
      if (child === 0) continue;
      const left = --refcount[child];
      if (kindOf[child] <= LAST_ATOM) {
        if (left === 0) this.freeAtom(child);
        continue;
      }
      cells[first + slot] = 0;
      if (child >= programStart) events.three(Ev.RELEASE, id, slot, child);
      if (left > 0 || this.diesAtOnce(child)) continue;
      if (top < 0) {
        this.pushDying(id, slot + 1);
        this.startDying(child);
        return false;
      }
      this.dyingAt[top] = slot + 1;
      if (!this.diesAsInstance(child)) return false;
    }
    if (top >= 0) this.dyingAt[top] = count;
    return true;
  }

  /** The short way for an object that holds nothing and that nobody watches: an empty list. */
  private diesAtOnce(id: number): boolean {
    const slots = this.slots[id];
    if (slots !== null && slots.length > 0) return false;
    const kind = this.kind[id];
    if (kind !== Kind.LIST && kind !== Kind.DICT && kind !== Kind.SET) return false;
    if (this.flags[id] & (Flag.HAS_DICT | Flag.WEAKLY_REFERENCED)) return false;
    if (this.flags[this.typeOf[id]] & Flag.HEAP_TYPE || this.trashcanDepth > 0) return false;
    this.untrack(id);
    this.endDeath(id);
    return true;
  }

  /**
   * The short way for an instance that nobody watches: true when it is dead. False when something has to die first, or its
   * death is not that simple: then it is (or was) on the list of the dying, and what goes before it above it.
   */
  private diesAsInstance(id: number): boolean {
    const watched = this.flags[id] & (Flag.HAS_DICT | Flag.WEAKLY_REFERENCED);
    const type = this.typeOf[id];
    // A class that dies with its last instance may run code, after which the arrays are others.
    const isSimple = (this.flags[type] & Flag.HAS_FINALIZER) === 0 && this.refcount[type] > 1;
    if (this.kind[id] !== Kind.INSTANCE || watched || !isSimple || this.trashcanDepth > 0) {
      this.startDying(id);
      return false;
    }
    if (this.flags[id] & Flag.TRACKED) this.untrack(id);
    if (!this.releaseValues(id, 0, -1)) return false;
    this.endDeath(id);
    return true;
  }

  private startDying(id: number): void {
    const nests = this.trashcanDepth > 0 && usesTrashcan(this.kind[id]);
    if (nests) {
      // Py_TRASHCAN_BEGIN: before the finalizer, after untracking.
      if (this.nesting >= this.trashcanDepth) {
        this.untrack(id);
        this.trashcan.push(id);
        return;
      }
      this.nesting++;
    }
    if (this.beginDeath(id)) this.pushDying(id, 0);
    else if (nests) this.leaveTrashcan();
  }

  /** `id` is dying, its slots before `at` are released. */
  private pushDying(id: number, at: number): void {
    const top = this.depth++;
    if (top === this.dying.length) {
      this.dying = grownInt32(this.dying, top * 2);
      this.dyingAt = grownInt32(this.dyingAt, top * 2);
    }
    this.dying[top] = id;
    this.dyingAt[top] = at;
  }

  /** Py_TRASHCAN_END: the outermost deallocation carries out those that were put off, last one first. */
  private leaveTrashcan(): void {
    if (--this.nesting > 0 || this.trashcan.length === 0) return;
    this.nesting = 1;
    while (this.trashcan.length > 0) this.deallocate(this.trashcan.pop()!);
    this.nesting = 0;
  }

  /** Finalizer and weak references of an object whose count is zero. False when it was resurrected. */
  private beginDeath(id: number): boolean {
    const kind = this.kind[id];
    // gen_dealloc clears the weak references before it closes the generator; everything else does it afterwards.
    if (kind === Kind.GENERATOR && this.flags[id] & Flag.WEAKLY_REFERENCED) this.callWeakCallbacks(id);
    if (!(this.flags[id] & Flag.FINALIZED) && this.hasFinalizer(id)) {
      // subtype_dealloc untracks and tracks again: the object is now the youngest.
      if (this.flags[id] & Flag.TRACKED) {
        this.unlink(id);
        this.linkLast(ListHead.YOUNG, id);
        this.gcMark[id] &= Mark.CONDEMNED;
        this.moveTo(id, 0);
      }
      this.refcount[id] = 1;
      this.events.one(Ev.INCREF, id);
      this.events.one(Ev.FINALIZED, id);
      this.hooks.finalize(id);
      // PyObject_CallFinalizer marks it afterwards; a collection, before.
      this.flags[id] |= Flag.FINALIZED;
      this.refcount[id]--;
      this.events.one(Ev.DECREF, id);
      if (this.refcount[id] > 0) {
        this.gcMark[id] &= ~Mark.CONDEMNED;
        this.events.one(Ev.RESURRECTED, id);
        return false;
      }
    }
    if (this.flags[id] & Flag.TRACKED) this.untrack(id);
    if (this.flags[id] & Flag.WEAKLY_REFERENCED) this.callWeakCallbacks(id);
    if (kind === Kind.WEAKREF || kind === Kind.WEAKPROXY) this.clearWeak(id);
    return true;
  }

  /** Would a finalizer have anything to do? A generator that is finished, or holds nothing, is just freed. */
  hasFinalizer(id: number): boolean {
    if (this.kind[id] === Kind.GENERATOR) {
      const slots = this.slots[id];
      return slots !== null && slots.length > 0;
    }
    return (this.flags[this.typeOf[id]] & Flag.HAS_FINALIZER) !== 0;
  }

  /**
   * Clears the weak references to a dying object, then calls their callbacks, newest reference first.
   * Source: Objects/weakrefobject.c (PyObject_ClearWeakRefs).
   */
  private callWeakCallbacks(id: number): void {
    const references = this.weakReferences.get(id)!;
    const calls: number[] = [];
    for (let i = references.length - 1; i >= 0; i--) {
      const reference = references[i];
      this.clearWeak(reference);
      if (this.slots[reference]![0] === 0) continue;
      if (this.refcount[reference] > 0) {
        this.incref(reference);
        calls.push(reference);
      }
    }
    for (const reference of calls) {
      const callback = this.setSlot(reference, 0, 0);
      if (callback !== 0) {
        this.hooks.callWeakCallback(reference, callback);
        this.decref(callback);
      }
      this.decref(reference);
    }
  }

  private endDeath(id: number): void {
    const kind = this.kind[id];
    const type = this.typeOf[id];
    const flags = (this.flags[id] |= Flag.DEAD);
    if (id >= this.programStart) {
      this.liveObjects--;
      this.objectBytes -= this.size[id];
      this.events.two(Ev.FREE, id, this.gcMark[id] & Mark.CONDEMNED ? this.condemnedCause : this.deathCause);
    }
    if (kind >= FIRST_CONTAINER && !(flags & Flag.INLINE_VALUES)) {
      this.counter.freed(kind, this.slots[id], this.isExactType(kind, type));
    }
    if (kind === Kind.TYPE) this.hooks.typeDies?.(id);
    if (kind === Kind.INSTANCE) this.values.giveUp(id);
    else this.slots[id] = null;
    this.body[id] = null;
    if (this.flags[type] & Flag.HEAP_TYPE && --this.refcount[type] === 0) this.reachedZero(type);
  }

  /**
   * For collectors that reclaim without counting: `id` and all of `doomed` are gone at once. The references that they
   * hold to survivors are given up; among themselves nothing is counted any more.
   */
  sweep(doomed: readonly number[]): void {
    for (const id of doomed) this.flags[id] |= Flag.DEAD;
    for (const id of doomed) {
      const count = this.slotCount(id);
      for (let slot = 0; slot < count; slot++) {
        const child = this.exchangeSlot(id, slot, 0);
        if (child === 0) continue;
        const left = --this.refcount[child];
        if (this.kind[child] <= LAST_ATOM) {
          if (left === 0) this.freeAtom(child);
        } else if (child >= this.programStart) this.events.three(Ev.RELEASE, id, slot, child);
      }
      if (this.flags[id] & Flag.HAS_DICT) {
        const dict = this.setDict(id, 0);
        this.refcount[dict]--;
        this.events.one(Ev.DECREF, dict);
      }
    }
    for (const id of doomed) {
      if (this.flags[id] & Flag.TRACKED) this.untrack(id);
      if (this.kind[id] === Kind.WEAKREF || this.kind[id] === Kind.WEAKPROXY) this.clearWeak(id);
      this.endDeath(id);
    }
  }

  private freeAtom(id: number): void {
    if (id >= this.programStart) {
      this.atomBytes -= this.size[id];
      if (this.freeAtomCount === this.freeAtoms.length)
        this.freeAtoms = grownInt32(this.freeAtoms, this.freeAtomCount * 2);
      this.freeAtoms[this.freeAtomCount++] = id;
    }
    this.body[id] = null;
  }

  // ---------------------------------------------------------------------------------------------- inside

  /** Only exact instances of the built-in types use the free-lists. */
  isExactType(kind: number, type: number): boolean {
    const exact = this.exactType[kind];
    return exact === 0 ? (this.flags[type] & Flag.HEAP_TYPE) === 0 : exact === type;
  }

  private atomWord(id: number): number {
    // gcRefs is the collector's, which never looks at atoms and built-ins: it keeps their word here.
    const known = this.gcRefs[id];
    if (known !== 0) return known;
    const kind = this.kind[id];
    let word = 0;
    if (kind > LAST_ATOM) {
      // A built-in container is traversed by the collector when it is tracked, so its gcRefs is not ours.
      return this.builtinWord(id);
    }
    if (kind === Kind.INT && typeof this.body[id] === 'number') word = encodeSmallInt(this.body[id]);
    if (word === 0) word = this.atoms.wordOf(kind, this.body[id]);
    this.gcRefs[id] = word;
    return word;
  }

  /** Apart from `atomWord`: a function that makes a closure makes an object at every call. */
  private builtinWord(id: number): number {
    return this.atoms.builtinWord(id, () => this.hooks.describeBuiltin(id));
  }

  private take(): number {
    const id = this.end++;
    if (id >= this.memory.capacity) {
      if (id > MAX_ID) throw new Error(`Heap: object ${id} does not fit into an event (largest id ${MAX_ID})`);
      this.useMemory(grown(this.memory));
    }
    this.openRow(id);
    return id;
  }

  /** The host's arrays grow at their end only. */
  private openRow(id: number): void {
    if (id < this.slots.length) return;
    this.slots.push(null);
    this.body.push(null);
  }

  private useMemory(memory: HeapMemory): void {
    this.memory = memory;
    this.refcount = memory.refcount;
    this.typeOf = memory.typeOf;
    this.kind = memory.kind;
    this.flags = memory.flags;
    this.generation = memory.generation;
    this.gcNext = memory.gcNext;
    this.gcPrev = memory.gcPrev;
    this.gcRefs = memory.gcRefs;
    this.gcMark = memory.gcMark;
    this.size = memory.size;
    this.values.at = memory.valuesAt;
  }

  /** The arrays, emptied, for another heap; null: they are not worth keeping. This heap must not be used any more. */
  giveUpMemory(): HeapMemory | null {
    return cleared(this.memory, this.end, this.values);
  }
}
