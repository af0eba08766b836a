/**
 * Inside a collection: its phases, and the steps of each, forwards and backwards. What the collector only computes
 * (gc_refs, colours) is worked out from the heap as it was when it began; what it does to the heap (weak references,
 * finalizers, deaths) is in the journal, and a step of such a phase is a position.
 *
 * A moment is (phase, step): step 0 is the beginning of a phase, step `steps` its end.
 */
import { GrowableInt32 } from '../../base/growable.ts';
import { type Sliced, whole } from '../../base/sliced.ts';
import { EventCursor } from '../../journal/event-store.ts';
import { Ev, Phase } from '../../journal/event-words.ts';
import type { CollectionRecord } from '../../journal/moments.ts';
import { operations, readEvents } from '../../journal/read-events.ts';
import type { Playhead } from '../../playhead/playhead.ts';
import { type Cycles, cyclesAmong } from '../cycles.ts';
import type { CollectionWork } from './collection-work.ts';
import { deduceUnreachable, deduction, type ExaminedGraph, type Thinking } from './deduction.ts';
import { copyingBegins, GcLists } from './gc-lists.ts';
import { markReachable } from './marking.ts';
import type { StepRow, StepView } from './step-row.ts';

export interface WalkPhase {
  /** `Phase` of heap/events.ts. */
  readonly phase: number;
  readonly steps: number;
  /** The steps [first, first + steps) of a row; null: a step is a position. */
  readonly row: StepRow | null;
  readonly first: number;
  /** Position of the heap, by step; where the heap stands still, one for all. */
  readonly positions: Int32Array;
}

/** What a walk is made of. */
export interface Looked {
  /** Position at which the collector began to look. */
  readonly begins: number;
  readonly isTracing: boolean;
  readonly thinking: Thinking;
}

/** Position at which the collector began to look: all that it thinks follows from the heap there. */
export function lookingBegins(collection: CollectionRecord): number {
  return copyingBegins(collection) ?? collection.phases[0].event + 1;
}

/**
 * The greater part of making a walk, a little at a time. Moves the playhead to `lookingBegins`, where it stays. `lists`:
 * kept by those who enter one collection after the other.
 */
export function* lookInto(
  playhead: Playhead,
  collection: CollectionRecord,
  lists = new GcLists(playhead.journal),
): Sliced<Looked> {
  const begins = lookingBegins(collection);
  const isTracing = collection.phases.some((mark) => mark.phase === Phase.SWEEP);
  playhead.seek(begins);
  const { state } = playhead;
  yield;
  const thinking = yield* isTracing ? markReachable(state) : deduction(state, lists.examinedBy(collection));
  return { begins, isTracing, thinking };
}

/** A walk with its cycles, a little at a time. Moves the playhead; at first it needs it where `lookingBegins` says. */
export function* walkInto(playhead: Playhead, collection: CollectionRecord, lists: GcLists): Sliced<CollectionWalk> {
  const looked = yield* lookInto(playhead, collection, lists);
  yield;
  const walk = new CollectionWalk(playhead, collection, looked);
  yield;
  yield* walk.findCycles();
  return walk;
}

export class CollectionWalk {
  readonly phases: readonly WalkPhase[];
  /** What was examined, in the order of the collector's list; all objects, by age, for mark-and-sweep. */
  readonly examined: Int32Array;
  /** What was found unreachable, in the order of the collector's list. */
  readonly unreachable: Int32Array;
  /** 1 for what was found unreachable, by id. */
  readonly isGarbage: Uint8Array;
  /** What it took to find it. */
  readonly work: CollectionWork;
  readonly isTracing: boolean;
  /** Position at which the collector began to look. */
  readonly begins: number;
  private readonly row: StepRow;
  private readonly graph: ExaminedGraph;
  private knownCycles: Cycles | null = null;

  /** Moves the playhead; it is left wherever. `looked`: made beforehand by those who take their time. */
  constructor(
    private readonly playhead: Playhead,
    readonly collection: CollectionRecord,
    looked = whole(lookInto(playhead, collection)),
  ) {
    const { journal } = playhead;
    this.begins = looked.begins;
    this.isTracing = looked.isTracing;
    const work = looked.thinking;
    this.examined = work.examined;
    this.unreachable = work.unreachable;
    const stays = work.examined.length - work.unreachable.length;
    this.work = { visits: this.isTracing ? stays : work.examined.length + stays, edges: work.edges };
    this.row = work.row;
    this.graph = work.graph;
    this.isGarbage = new Uint8Array(journal.idLimit);
    for (const id of work.unreachable) this.isGarbage[id] = 1;
    const marks = collection.phases.filter((mark) => mark.phase !== Phase.NONE);
    this.phases = marks.map(({ phase, event }, index) => {
      const thought = work.parts.get(phase);
      const begins = event + 1;
      if (thought !== undefined) return { phase, row: work.row, ...thought, positions: Int32Array.of(this.begins) };
      const ends = Math.min(marks[index + 1]?.event ?? collection.endEvent, journal.eventCount);
      if (phase === Phase.HANDLE_RESURRECTED && this.codeRan(event)) return this.secondLook(begins);
      const positions = changes(playhead, begins, ends, work.unreachable.length);
      return { phase, row: null, first: 0, steps: positions.length - 1, positions };
    });
  }

  /** The step that leads to (phase, step), where it is one of the collector's thoughts. */
  stepTo(phase: number, step: number): StepView | null {
    const { row, first } = this.phases[phase];
    return row === null || step === 0 ? null : row.step(first + step - 1);
  }

  /** Position of the heap at (phase, step). */
  positionAt(phase: number, step: number): number {
    const { positions } = this.phases[phase];
    return positions[Math.min(step, positions.length - 1)];
  }

  /** The colours and gc_refs at (phase, step): live, changed by the next call. Those of the last phase that had some. */
  rowAt(phase: number, step: number): StepRow {
    const { row, first, steps } = this.phases[phase];
    if (row !== null) {
      row.seek(first + Math.min(step, steps));
      return row;
    }
    this.row.seek(this.row.length);
    return this.row;
  }

  /** The cycles of the garbage: what keeps it alive. What is in none merely hangs off. */
  cycles(): Cycles {
    return this.knownCycles ?? whole(this.findCycles());
  }

  /** The same, a little at a time. */
  *findCycles(): Sliced<Cycles> {
    const { graph, isGarbage } = this;
    this.knownCycles ??= yield* cyclesAmong(graph, graph.ids, (id) => isGarbage[id] === 1, isGarbage.length);
    return this.knownCycles;
  }

  /** handle_resurrected_objects: the same deduction again, over what is left of the garbage. */
  private secondLook(begins: number): WalkPhase {
    this.playhead.seek(begins);
    const { state } = this.playhead;
    const left = this.unreachable.filter((id) => state.isAlive(id) && state.generation[id] <= 3);
    const { row } = deduceUnreachable(state, left);
    return { phase: Phase.HANDLE_RESURRECTED, row, first: 0, steps: row.length, positions: Int32Array.of(begins) };
  }

  /** Whether a callback or a finalizer ran before event `check`: else nothing can have come back. */
  private codeRan(check: number): boolean {
    const from = this.collection.phases.find((mark) => mark.phase === Phase.HANDLE_WEAKREFS)?.event ?? check;
    const cursor = new EventCursor(this.playhead.journal.events).moveTo(from);
    for (; cursor.event < check; cursor.next()) if (cursor.op !== Ev.WEAKEN && cursor.op !== Ev.PHASE) return true;
    return false;
  }
}

/** What a reader wants to see of the phases that change the heap. */
const CHANGING = operations(Ev.WEAKEN, Ev.FINALIZED, Ev.RESURRECTED, Ev.FREE);

/** `begins`, then the position after each event of [begins, ends) that changes something: about `expected` of them. */
function changes({ journal }: Playhead, begins: number, ends: number, expected: number): Int32Array {
  const positions = new GrowableInt32(expected + 64);
  positions.push(begins);
  readEvents(journal.events, begins, ends, CHANGING, (_op, _id, _a, event) => positions.push(event + 1));
  return positions.view();
}
