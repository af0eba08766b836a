/**
 * What a machine hands to a journal: everything that a run, or a further statement on the same heap, has added.
 * Plain data and typed arrays, so that it crosses from the worker to the page without being copied.
 */
import type { AtomEntry } from '../heap/atom-table.ts';

export interface TypeInfo {
  readonly id: number;
  readonly name: string;
  /** True for types made by a class statement: an instance's birth and death change the type's refcount. */
  readonly isHeapType: boolean;
  /** Names of the slots of its instances, where slots have names (attributes, in the class's shared order). */
  readonly slotNames: readonly string[];
}

export interface CodeInfo {
  /** The number that ENTER, LEAVE and RESUME events carry. */
  readonly id: number;
  readonly name: string;
  readonly qualifiedName: string;
  /** `main.py`, `<statement 3>`, or the name of a library file (which the picture does not follow). */
  readonly filename: string;
  readonly isLibrary: boolean;
  readonly firstLine: number;
  /** Names of the frame's slots. */
  readonly slotNames: readonly string[];
  readonly isModule: boolean;
}

export type RunEnd =
  | { readonly kind: 'finished' }
  /** An uncaught exception; `traceback` as CPython prints it, `summary` its last line. */
  | { readonly kind: 'raised'; readonly traceback: string; readonly summary: string; readonly line: number }
  /** Budget exhausted; the machine can go on when `resumable`. */
  | {
      readonly kind: 'stopped';
      readonly reason: 'events' | 'memory' | 'output' | 'cancelled';
      readonly resumable: boolean;
    };

export interface StatementInfo {
  /** 0: the program itself; 1..: statements run afterwards on the live heap. */
  readonly index: number;
  readonly source: string;
  readonly filename: string;
}

export interface RunDelta {
  /** Events since the last delta, as rows of words (see heap/events.ts). An event never spans two arrays. */
  readonly chunks: readonly Int32Array[];
  /** Atoms since the last delta: they continue the table. */
  readonly atoms: readonly AtomEntry[];
  /** All types of the run so far whose instances occur as nodes (names of slots grow, so all are sent). */
  readonly types: readonly TypeInfo[];
  readonly codes: readonly CodeInfo[]; // since the last delta
  /** Names of functions and code objects that came into being since the last delta and are alive. */
  readonly names?: readonly (readonly [id: number, name: string])[];
  readonly statements: readonly StatementInfo[]; // since the last delta
  readonly output: string; // since the last delta
  readonly end: RunEnd;
  /** Objects below this id are built in. */
  readonly programStart: number;
  /** First id that no object has yet. */
  readonly idLimit: number;
  /** The dict of the program's globals (an object id; its slots are key, value, key, value ...). */
  readonly globals: number;
  /** Objects that belong to the library rather than to the program (modules, library classes and functions): ranges [from, to). */
  readonly libraryRanges: readonly (readonly [number, number])[];
}
