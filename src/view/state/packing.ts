/**
 * Packs the events of a large run (journal/packed-words.ts) while the page has nothing better to do: all of them once
 * nobody has run anything for a while, and what the playhead has left behind already while a very large one goes on.
 */
import type { Journal } from '../../journal/journal.ts';
import { BLOCK_SHIFT } from '../../journal/event-store.ts';
import { ChunkPacker } from '../../journal/packed-words.ts';
import { whenIdle } from '../run/when-idle.ts';

/** Milliseconds of rest before everything is packed: whoever runs a program again at once gets its memory used again. */
const REST = 3000;
/** Milliseconds of packing at a time, and between two looks whether there is something to pack. */
const SLICE = 6;
const GLANCE = 500;
/** Words of events that stay as they are while a run goes on: 80 MB. */
const ENOUGH = 20_000_000;

/** What is asked of the page, again and again. */
export interface PackedRun {
  readonly journal: Journal;
  /** False: the journal is not shown any more. */
  readonly isShown: () => boolean;
  readonly isAtRest: () => boolean;
  /** Position of the playhead. */
  readonly position: () => number;
}

/** Resolves when all is packed, or the journal is not shown any more. */
export function packRun({ journal, isShown, isAtRest, position }: PackedRun): Promise<void> {
  const { events } = journal;
  const packer = new ChunkPacker();
  return new Promise((resolve) => {
    let lastBusy = performance.now();
    const end = (): number => {
      if (!isAtRest()) lastBusy = performance.now();
      else if (performance.now() - lastBusy >= REST) return events.chunkCount;
      return events.wordCount > ENOUGH ? (events.blockChunk.values[position() >>> BLOCK_SHIFT] ?? 0) : 0;
    };
    const go = (): void => {
      if (!isShown()) return resolve();
      const until = performance.now() + SLICE;
      const last = end();
      let isDone = false;
      while (!isDone && performance.now() < until) isDone = !events.pack(packer.pack, last);
      if (!isDone && isAtRest()) whenIdle(go);
      // While the page is busy with a run, memory is what is short: packing takes its turn.
      else if (!isDone) setTimeout(go);
      else if (last === events.chunkCount) resolve();
      else setTimeout(() => whenIdle(go), GLANCE);
    };
    go();
  });
}
