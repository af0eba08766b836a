/**
 * The one pass over new events: fills the tables of a journal. About 3 ns an event, so tens of millions are no wait;
 * everything that is rare goes through a method, everything that is frequent stays in one loop.
 */
import { fail } from '../base/assert.ts';
import { type GrowableInt32, grownInt32 } from '../base/growable.ts';
import { BLOCK_EVENTS, BLOCK_SHIFT, type EventStore, eventWords } from './event-store.ts';
import { Ev, OP_BITS, OP_MASK } from './event-words.ts';
import type { CollectionRecord, StatementRecord } from './moments.ts';
import { NEVER, type ObjectTable } from './object-table.ts';
import type { PlaceIndex } from './place-index.ts';
import type { CodeInfo, StatementInfo } from '../machine/run-record.ts';
import type { Timeline } from './timeline.ts';

/**
 * What is to be found out: `all`, or the `lives` of objects alone (who was born and freed when, of which type, kind and
 * first size) and the lines of the module itself, which is all that a layout asks.
 */
export type Keeps = 'all' | 'lives';

/** What the scan fills: the journal. */
export interface ScanTarget {
  readonly keeps: Keeps;
  isCounted(id: number): boolean;
  readonly events: EventStore;
  readonly objects: ObjectTable;
  readonly places: PlaceIndex;
  readonly timeline: Timeline;
  readonly collections: CollectionRecord[];
  readonly unreachable: GrowableInt32;
  readonly unreachableEvents: GrowableInt32;
  readonly statements: StatementRecord[];
  readonly statementInfos: readonly StatementInfo[];
  readonly codes: ReadonlyMap<number, CodeInfo>;
  /** Code id of a generator, by its id. */
  readonly generatorCodes: Map<number, number>;
  readonly outputEvents: GrowableInt32;
  /** Length of the output after the OUTPUT event of the same index. */
  readonly outputLengths: GrowableInt32;
}

/** The collection that is under way; 3.12 may start one inside another. */
function runningOf(collections: readonly CollectionRecord[]): CollectionRecord | undefined {
  return collections.findLast(({ endEvent }) => endEvent === NEVER);
}

const NO_FRAME = -1;
/** Number of frames while the module's own lines run. */
export const MODULE_DEPTH = 1;

/** Events that the scan has something to do about; all others, most of a journal, are stepped over. */
const SCANNED: readonly number[] = [
  Ev.END_OF_CHUNK,
  Ev.ALLOC,
  Ev.FREE,
  Ev.RESIZE,
  Ev.LINE,
  Ev.ENTER,
  Ev.LEAVE,
  Ev.SUSPEND,
  Ev.RESUME,
  Ev.UNREACHABLE,
  Ev.ATOM_BYTES,
  Ev.COLLECT_START,
  Ev.PHASE,
  Ev.COLLECT_END,
  Ev.OUTPUT,
  Ev.STATEMENT,
];
const SCANNED_FOR_LIVES: readonly number[] = [
  ...[Ev.END_OF_CHUNK, Ev.ALLOC, Ev.FREE],
  ...[Ev.LINE, Ev.ENTER, Ev.LEAVE, Ev.SUSPEND, Ev.RESUME],
];
/** Words of the events that are stepped over, by operation; 0 for those that are scanned. */
const wordsToSkip = {
  all: eventWords.map((words, op) => (SCANNED.includes(op) ? 0 : words)),
  lives: eventWords.map((words, op) => (SCANNED_FOR_LIVES.includes(op) ? 0 : words)),
};

export class Scanner {
  private liveObjects = 0;
  private objectBytes = 0;
  private atomBytes = 0;
  private outputLength = 0;
  private phase = 0;
  /** How many objects there have been, by type id. */
  private ordinals: Int32Array = new Int32Array(1 << 10);

  // The frames, outermost first: code id, line, and the index of the innermost frame of user code at or below.
  private frameCode: Int32Array = new Int32Array(64);
  private frameLine: Int32Array = new Int32Array(64);
  private userFrame: Int32Array = new Int32Array(64);
  private depth = 0;

  constructor(private readonly target: ScanTarget) {}

  /** Reads the chunks from index `firstChunk` on; their events follow those read before. */
  scan(firstChunk: number): void {
    const { events, timeline } = this.target;
    if (timeline.count === 0) timeline.push(0, 0);
    for (let chunk = firstChunk; chunk < events.chunkCount; chunk++) this.scanChunk(chunk);
    this.closeStatements();
  }

  private scanChunk(chunk: number): void {
    const { events, timeline } = this.target;
    const words = events.wordsOf(chunk);
    let at = 0;
    while (at < words.length && (words[at] & OP_MASK) !== Ev.END_OF_CHUNK) {
      const event = events.count;
      if ((event & (BLOCK_EVENTS - 1)) === 0 && events.blockAt.length === event >>> BLOCK_SHIFT) {
        events.blockChunk.push(chunk);
        events.blockAt.push(at);
      }
      const nextBlock = ((event >>> BLOCK_SHIFT) + 1) << BLOCK_SHIFT;
      const nextSample = timeline.count * timeline.every;
      at = this.scanUntil(words, at, Math.min(nextBlock, nextSample) | 0);
      if (events.count === nextSample) {
        timeline.push(this.liveObjects, this.objectBytes + this.atomBytes);
      }
    }
  }

  /** Reads events from `at` until the event count is `stop` or the chunk ends; returns where it stopped. */
  private scanUntil(words: Int32Array, at: number, stop: number): number {
    const { events, objects, places } = this.target;
    const { kind, type, birth, death, birthPlace, firstBytes, lastBytes, library } = objects;
    const skip = wordsToSkip[this.target.keeps];
    const livesOnly = this.target.keeps === 'lives';
    const lengths = eventWords;
    let event = events.count;
    let live = this.liveObjects;
    let bytes = this.objectBytes;
    while (event < stop && at < words.length) {
      const word = words[at];
      const op = word & OP_MASK;
      const skipped = skip[op];
      if (skipped !== 0) {
        at += skipped;
        event++;
        continue;
      }
      switch (op) {
        case Ev.END_OF_CHUNK:
          at = words.length;
          continue;
        case Ev.ALLOC: {
          const id = word >>> OP_BITS;
          const size = words[at + 2];
          kind[id] = words[at + 3];
          type[id] = words[at + 1];
          birth[id] = event;
          firstBytes[id] = size;
          objects.born.push(id);
          if (livesOnly) break;
          birthPlace[id] = places.length - 1;
          lastBytes[id] = size;
          objects.ordinal[id] = this.nextOrdinal(words[at + 1]);
          if (library[id] === 0) bytes += size;
          if (this.target.isCounted(id)) {
            objects.countedBirths.push(event);
            live++;
          }
          break;
        }
        case Ev.FREE: {
          const id = word >>> OP_BITS;
          death[id] = event;
          if (livesOnly) break;
          objects.deathCause[id] = words[at + 1] & 255;
          objects.deathGeneration[id] = words[at + 1] >>> 8;
          objects.freed.push(id);
          if (library[id] === 0) bytes -= lastBytes[id];
          if (this.target.isCounted(id)) {
            objects.countedDeaths.push(event);
            live--;
          }
          break;
        }
        case Ev.RESIZE: {
          const id = word >>> OP_BITS;
          lastBytes[id] = words[at + 1];
          if (library[id] === 0) bytes += words[at + 1] - words[at + 2];
          break;
        }
        case Ev.LINE:
          if (!livesOnly || this.depth === MODULE_DEPTH) this.reachLine(event, word >>> OP_BITS);
          break;
        case Ev.ENTER:
          this.enter(word >>> OP_BITS, 0);
          break;
        case Ev.LEAVE:
          this.leave(event);
          break;
        case Ev.SUSPEND:
          if (!livesOnly) this.target.generatorCodes.set(word >>> OP_BITS, this.frameCode[this.depth - 1]);
          this.leave(event);
          break;
        case Ev.RESUME:
          this.enter(words[at + 1], words[at + 3]);
          this.notePlace(event);
          break;
        case Ev.UNREACHABLE:
          this.target.unreachable.push(word >>> OP_BITS);
          this.target.unreachableEvents.push(event);
          break;
        case Ev.ATOM_BYTES:
          this.atomBytes = words[at + 1];
          break;
        case Ev.COLLECT_START:
        case Ev.PHASE:
        case Ev.COLLECT_END:
        case Ev.OUTPUT:
        case Ev.STATEMENT:
          this.scanRare(op, event, words, at);
          break;
      }
      at += lengths[op];
      event++;
    }
    events.count = event;
    this.liveObjects = live;
    this.objectBytes = bytes;
    return at;
  }

  private scanRare(op: number, event: number, words: Int32Array, at: number): void {
    const { collections, unreachable, statements, statementInfos } = this.target;
    const value = words[at] >>> OP_BITS;
    switch (op) {
      case Ev.COLLECT_START:
        this.phase = 0;
        collections.push({
          index: collections.length,
          startEvent: event,
          endEvent: NEVER,
          generation: value,
          cause: words[at + 1],
          collected: 0,
          examined: 0,
          phases: [],
          firstUnreachable: unreachable.length,
          endUnreachable: NEVER,
        });
        break;
      case Ev.PHASE:
        if (value !== this.phase) runningOf(collections)?.phases.push({ phase: value, event });
        this.phase = value;
        break;
      case Ev.COLLECT_END: {
        const running = runningOf(collections);
        if (running === undefined) break;
        running.endEvent = event;
        running.collected = words[at + 1];
        running.examined = words[at + 2];
        running.endUnreachable = unreachable.length;
        break;
      }
      case Ev.OUTPUT:
        this.outputLength += value;
        this.target.outputEvents.push(event);
        this.target.outputLengths.push(this.outputLength);
        break;
      case Ev.STATEMENT: {
        const info = statementInfos[value] ?? { index: value, source: '', filename: '' };
        const last = statements.at(-1);
        if (last !== undefined) last.endEvent = event;
        statements.push({ ...info, startEvent: event, endEvent: event + 1 });
        break;
      }
    }
  }

  private closeStatements(): void {
    const last = this.target.statements.at(-1);
    if (last !== undefined) last.endEvent = this.target.events.count;
  }

  private nextOrdinal(type: number): number {
    if (type >= this.ordinals.length) this.ordinals = grownInt32(this.ordinals, type * 2);
    return ++this.ordinals[type];
  }

  // ------------------------------------------------------------------------------------------------ frames

  private enter(code: number, line: number): void {
    const depth = this.depth;
    if (depth === this.frameCode.length) {
      this.frameCode = grownInt32(this.frameCode, depth * 2);
      this.frameLine = grownInt32(this.frameLine, depth * 2);
      this.userFrame = grownInt32(this.userFrame, depth * 2);
    }
    this.frameCode[depth] = code;
    this.frameLine[depth] = line;
    const isLibrary = this.target.codes.get(code)?.isLibrary === true;
    if (!isLibrary) this.userFrame[depth] = depth;
    else this.userFrame[depth] = depth === 0 ? NO_FRAME : this.userFrame[depth - 1];
    this.depth = depth + 1;
  }

  private leave(event: number): void {
    if (--this.depth < 0) fail(`event ${event} leaves a frame, but there is none`);
    this.notePlace(event);
  }

  private reachLine(event: number, line: number): void {
    const top = this.depth - 1;
    this.frameLine[top] = line;
    if (this.userFrame[top] !== top) return;
    const { places } = this.target;
    places.push(event, this.frameCode[top], line, top + 1, true);
  }

  /** Control has come back to another frame: notes where the user's code is now, if that is elsewhere than before. */
  private notePlace(event: number): void {
    if (this.target.keeps === 'lives') return;
    const frame = this.depth === 0 ? NO_FRAME : this.userFrame[this.depth - 1];
    if (frame === NO_FRAME || this.frameLine[frame] === 0) return;
    const { places } = this.target;
    const last = places.length - 1;
    if (
      last >= 0 &&
      places.lineAt(last) === this.frameLine[frame] &&
      places.depthAt(last) === frame + 1 &&
      places.codeAt(last) === this.frameCode[frame]
    )
      return;
    places.push(event, this.frameCode[frame], this.frameLine[frame], frame + 1, false);
  }
}
