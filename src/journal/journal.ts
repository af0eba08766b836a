/**
 * The append-only record of a run: the events, and what one pass over them finds out (see README.md).
 *
 * An *event index* e counts events from 0. A *position* p is a moment: the state after the first p events. Event e
 * leads from position e to position e + 1.
 */
import { firstAtLeast, firstThat } from '../base/bisect.ts';
import { GrowableInt32, grownUint8, roomFor } from '../base/growable.ts';
import type { AtomEntry } from '../heap/atom-table.ts';
import { bytesBetween } from './bytes-between.ts';
import { cellText } from './cell-text.ts';
import { EventStore } from './event-store.ts';
import { isMachinery } from './machinery.ts';
import type { CollectionRecord, StatementRecord } from './moments.ts';
import { NEVER, ObjectTable } from './object-table.ts';
import { type Place, PlaceIndex } from './place-index.ts';
import type { CodeInfo, RunDelta, RunEnd, StatementInfo, TypeInfo } from '../machine/run-record.ts';
import { type Keeps, Scanner } from './scan.ts';
import { Timeline } from './timeline.ts';

/** Room for objects in a journal of a small run, and in one that may become large. */
const FEW = 1 << 10;
export const MANY = 1 << 19;

export class Journal {
  readonly events = new EventStore();
  readonly objects: ObjectTable;
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
  /** Names of functions and code objects, by id. */
  readonly names = new Map<number, string>();
  /** 1 for types whose instances own a reference to them, by type id. May be shorter than `idLimit`. */
  heapTypes: Uint8Array = new Uint8Array(0);
  /** OUTPUT events, ascending, and the length of the output after each. */
  readonly outputEvents = new GrowableInt32();
  readonly outputLengths = new GrowableInt32();
  /** Everything printed. `outputLengthAt` says how much of it was there at a position. */
  output = '';
  end: RunEnd = { kind: 'finished' };
  /** Objects below this id are built in. */
  programStart = 0;
  /** First id that no object has. */
  idLimit = 0;
  /** Id of the dict of the program's globals. */
  globals = 0;
  readonly statementInfos: StatementInfo[] = [];
  readonly generatorCodes = new Map<number, number>();
  libraryRanges: RunDelta['libraryRanges'] = [];
  private readonly scanner = new Scanner(this);

  /**
   * `room`: how many objects to make room for in the beginning. Room that is not used costs nothing; to copy tables into
   * larger ones while somebody watches does. `keeps`: whether tables beyond `objects` and `events` are filled.
   */
  constructor(
    readonly room = FEW,
    readonly keeps: Keeps = 'all',
  ) {
    this.objects = new ObjectTable(room);
  }

  get eventCount(): number {
    return this.events.count;
  }

  /** Adds what a run, or a further statement on its heap, handed over. Takes over `delta.chunks`. */
  append(delta: RunDelta): void {
    for (const atom of delta.atoms) this.atoms.push(atom);
    for (const code of delta.codes) this.codes.set(code.id, code);
    for (const [id, name] of delta.names ?? []) this.names.set(id, name);
    for (const statement of delta.statements) this.statementInfos[statement.index] = statement;
    for (const type of delta.types) {
      this.types.set(type.id, type);
      if (type.id >= this.heapTypes.length)
        this.heapTypes = grownUint8(this.heapTypes, roomFor(type.id + 1, this.heapTypes.length));
      // Types below programStart are not recorded, so their counts are nobody's business here.
      this.heapTypes[type.id] = type.isHeapType && type.id >= delta.programStart ? 1 : 0;
    }
    this.output += delta.output;
    this.end = delta.end;
    this.programStart = delta.programStart;
    this.idLimit = delta.idLimit;
    this.globals = delta.globals;
    this.libraryRanges = delta.libraryRanges;
    this.objects.reserve(delta.idLimit);
    for (const [from, to] of delta.libraryRanges) this.objects.library.fill(1, from, to);
    const firstChunk = this.events.chunkCount;
    for (const chunk of delta.chunks) if (chunk.length > 0) this.events.add(chunk);
    this.scanner.scan(firstChunk);
  }

  // ------------------------------------------------------------------------------------------------ names

  /** True for objects that belong to the library (modules, library classes and functions) rather than to the program. */
  isLibrary(id: number): boolean {
    return this.objects.library[id] === 1;
  }

  /** True for what counts of live objects include: the program's own objects, without its classes, functions and modules. */
  isCounted(id: number): boolean {
    return this.objects.library[id] === 0 && id !== this.globals && !isMachinery(this.objects.kind[id]);
  }

  /** True for objects that the program made and the journal follows: nodes of the picture. */
  isNode(id: number): boolean {
    return id > 0 && id < this.idLimit && this.objects.birth[id] !== NEVER;
  }

  /** `DataNode #12`: the type's name and a number in order of birth. For ids that are no nodes: ''. */
  label(id: number): string {
    return this.isNode(id) ? `${this.typeNameOf(id)} #${this.objects.ordinal[id]}` : '';
  }

  /** Name of the type of a node. */
  typeNameOf(id: number): string {
    return this.types.get(this.objects.type[id])?.name ?? 'object';
  }

  /** Name of slot `slot` in instances of the type of `id`, where the type gives slots names; else ''. */
  attributeName(id: number, slot: number): string {
    return this.types.get(this.objects.type[id])?.slotNames[slot] ?? '';
  }

  /** What a cell word stands for, as repr: `42`, `'text'`, `None`, `DataNode #12`; '' for 0. Strings are cut after `longest` characters. */
  cellText(word: number, longest = 60): string {
    return word > 0 ? this.label(word) : cellText(this.atoms, word, longest);
  }

  /** Id of the code object of a generator, or -1. */
  generatorCode(id: number): number {
    return this.generatorCodes.get(id) ?? -1;
  }

  // ------------------------------------------------------------------------------------------------ moments

  /** Where the program is at `position`, or null before its first line. */
  placeAt(position: number): Place | null {
    return this.places.get(this.places.indexAt(position));
  }

  /** Number of UTF-16 units of `output` that had been printed. */
  outputLengthAt(position: number): number {
    const printed = firstAtLeast(this.outputEvents.values, this.outputEvents.length, position);
    return printed === 0 ? 0 : this.outputLengths.values[printed - 1];
  }

  /** The collection that is running at `position` (its start event is past, its end event is not), or null. */
  collectionAt(position: number): CollectionRecord | null {
    const last = this.lastCollectionBefore(position);
    return last !== null && last.endEvent >= position ? last : null;
  }

  /** The last collection whose start event is before `position`, or null. */
  lastCollectionBefore(position: number): CollectionRecord | null {
    const { collections } = this;
    const next = firstThat(collections.length, (i) => collections[i].startEvent >= position);
    return next === 0 ? null : collections[next - 1];
  }

  /** Phase of the collection that is running at `position`; 0 when none is. */
  phaseAt(position: number): number {
    const running = this.collectionAt(position);
    return running?.phases.findLast((mark) => mark.event < position)?.phase ?? 0;
  }

  /** What the collection that is running at `position` has found unreachable so far. A view; empty when none runs. */
  unreachableAt(position: number): Int32Array {
    const running = this.collectionAt(position);
    if (running === null) return this.unreachable.values.subarray(0, 0);
    const { values, length } = this.unreachableEvents;
    const end = Math.min(running.endUnreachable, firstAtLeast(values, length, position));
    return this.unreachable.values.subarray(running.firstUnreachable, end);
  }

  /** The statement whose STATEMENT event is the last one before `position`, or null. */
  statementAt(position: number): StatementRecord | null {
    return this.statements.findLast((statement) => statement.startEvent < position) ?? null;
  }

  /** Exact number of live objects (those that `isCounted`) at `position`. */
  liveObjectsAt(position: number): number {
    const { countedBirths, countedDeaths } = this.objects;
    return countedBirths.firstAtLeast(position) - countedDeaths.firstAtLeast(position);
  }

  /** Exact bytes of live objects and atoms at `position`: the sample before it, and the events since. */
  liveBytesAt(position: number): number {
    const { every, count, liveBytes } = this.timeline;
    if (count === 0) return 0;
    const sample = Math.min(count - 1, Math.floor(position / every));
    return liveBytes[sample] + bytesBetween(this, sample * every, position);
  }

  /** Number of objects that had died in the first `position` events: an index into `objects.freed`. */
  deathsBefore(position: number): number {
    return this.objects.freedBefore(position);
  }
}
