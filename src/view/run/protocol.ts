/** What the page and the worker that runs the program say to each other. */
import type { LateSources } from '../../machine/native.ts';
import type { RunDelta } from '../../machine/run-record.ts';
import type { Layout, LayoutName } from '../../layout/layout.ts';
import type { Profile } from '../../machine/native.ts';
import type { Diagnostic } from '../../program/code.ts';
import type { CollectorChoice } from '../state/choices.ts';

/** How much a run may do before it stops and asks. */
export interface Budget {
  /** Events recorded. */
  readonly events: number;
  /** Objects alive and dead (each keeps a row in the journal's tables). */
  readonly objects: number;
  /** Characters printed. */
  readonly output: number;
}

/** How the run is to be laid out. */
export interface ArrangeOptions {
  readonly layout: LayoutName;
  readonly fold: boolean;
}

/** A new machine runs a whole program. */
export interface RunRequest {
  readonly kind: 'run';
  readonly source: string;
  readonly python: Profile['name'];
  readonly collector: CollectorChoice;
  readonly budget: Budget;
  readonly arrange: ArrangeOptions;
}

export type Request =
  | RunRequest
  /** The same machine runs one more statement on its heap. */
  | { readonly kind: 'statement'; readonly source: string; readonly budget: Budget; readonly arrange: ArrangeOptions }
  /** A run that its budget stopped goes on, with another budget. */
  | { readonly kind: 'continue'; readonly budget: Budget; readonly arrange: ArrangeOptions }
  /** Stop as soon as possible; what there is stays. */
  | { readonly kind: 'cancel' }
  /** The run is no longer shown: nothing of it is needed. */
  | { readonly kind: 'forget' }
  /** Events of an earlier run, given away: their memory can be written anew. */
  | { readonly kind: 'reuse'; readonly chunks: readonly Int32Array[] }
  /** The Python of library modules that a program to come mentions. */
  | { readonly kind: 'library'; readonly sources: LateSources }
  /** Nothing is to be run yet, but soon. */
  | { readonly kind: 'warm' }
  /** Lay the same run out differently. */
  | { readonly kind: 'arrange'; readonly arrange: ArrangeOptions };

export type Reply =
  /** The program text has problems; nothing ran. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  /** More of the run. `last`: the run (or statement) is over, `delta.end` says how. */
  | { readonly kind: 'delta'; readonly delta: RunDelta; readonly last: boolean }
  /** null: as it was, but for hidden objects that came after all others. */
  | { readonly kind: 'arranged'; readonly layout: Layout | null }
  | { readonly kind: 'warmed' }
  /** Our own fault: a failed assertion. */
  | { readonly kind: 'failed'; readonly message: string };
