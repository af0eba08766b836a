/**
 * The append-only record of a run: the events, and what one pass over them finds out (see README.md).
 *
 * An *event index* e counts events from 0. A *position* p is a moment: the state after the first p events. Event e
 * leads from position e to position e + 1.
 */
import { GrowableInt32 } from '../base/growable.ts';
import type { AtomEntry } from '../heap/atom-table.ts';
import type { CollectionRecord, StatementRecord } from './moments.ts';
import { ObjectTable } from './object-table.ts';
import { type Place, PlaceIndex } from './place-index.ts';
import type { CodeInfo, RunDelta, RunEnd, TypeInfo } from './run-delta.ts';
import { Timeline } from './timeline.ts';

export class Journal {
  readonly objects = new ObjectTable();
  readonly places = new PlaceIndex();
  readonly timeline = new Timeline();
  readonly collections: CollectionRecord[] = [];
  readonly statements: StatementRecord[] = [];
  /** Ids that collections found unreachable, and the UNREACHABLE events, ascending. */
  readonly unreachable = new GrowableInt32();
  readonly unreachableEvents = new GrowableInt32();
  readonly atoms: AtomEntry[] = [];
  readonly types = new Map<number, TypeInfo>();
  readonly codes = new Map<number, CodeInfo>();
  /** Everything printed. `outputLengthAt` says how much of it was there at a position. */
  output = '';
  end: RunEnd = { kind: 'finished' };
  eventCount = 0;
  /** Objects below this id are built in. */
  programStart = 0;
  /** First id that no object has. */
  idLimit = 0;
  /** Id of the dict of the program's globals. */
  globals = 0;

  /** Adds what a run, or a further statement on its heap, handed over. Takes over `delta.chunks`. */
  append(delta: RunDelta): void {
    throw new Error('not yet');
  }

  /** True for objects that belong to the library (modules, library classes and functions) rather than to the program. */
  isLibrary(id: number): boolean {
    throw new Error('not yet');
  }

  /** `DataNode #12`: the type's name and a number in order of birth. For built-in ids and atoms: ''. */
  label(id: number): string {
    throw new Error('not yet');
  }
  typeNameOf(id: number): string {
    throw new Error('not yet');
  }
  /** Name of slot `slot` in instances of the type of `id`, where the type gives slots names; else ''. */
  attributeName(id: number, slot: number): string {
    throw new Error('not yet');
  }
  /** repr of what a cell word stands for: `42`, `'text'`, `None`, `DataNode #12`; '' for 0. */
  cellText(word: number): string {
    throw new Error('not yet');
  }
  /** Code object of a generator, or -1. */
  generatorCode(id: number): number {
    throw new Error('not yet');
  }
  /** Where the program is at `position`, or null before its first frame. */
  placeAt(position: number): Place | null {
    return this.places.get(this.places.indexAt(position));
  }
  outputLengthAt(position: number): number {
    throw new Error('not yet');
  }
  /** The collection that is running at `position` (its start event is past, its end event is not), or null. */
  collectionAt(position: number): CollectionRecord | null {
    throw new Error('not yet');
  }
  statementAt(position: number): StatementRecord | null {
    throw new Error('not yet');
  }
  /** Exact number of live objects at `position`. */
  liveObjectsAt(position: number): number {
    throw new Error('not yet');
  }
  /** Exact bytes of live objects and atoms at `position`. */
  liveBytesAt(position: number): number {
    throw new Error('not yet');
  }
}
