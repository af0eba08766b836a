/** Stretches of a run that the journal lists: collections and statements. */
import type { StatementInfo } from '../machine/run-record.ts';

export interface PhaseMark {
  /** `Phase` of heap/events.ts. */
  readonly phase: number;
  /** Index of the PHASE event. */
  readonly event: number;
}

/** One collection. */
export interface CollectionRecord {
  readonly index: number;
  readonly startEvent: number;
  /** NEVER while it has not ended. */
  endEvent: number;
  readonly generation: number;
  /** `CollectCause` of heap/events.ts. */
  readonly cause: number;
  /** What gc.collect() returns for it. */
  collected: number;
  /** Objects examined. */
  examined: number;
  readonly phases: PhaseMark[];
  /** What it found unreachable: entries [firstUnreachable, endUnreachable) of `Journal.unreachable`. */
  readonly firstUnreachable: number;
  endUnreachable: number;
}

/** The program (index 0) or a statement that ran afterwards on the live heap. */
export interface StatementRecord extends StatementInfo {
  readonly startEvent: number;
  /** Index of the first event of the next statement, or the event count. */
  endEvent: number;
}
