/**
 * Copies of a state at intervals, so that any position is near one. Copies share what did not change between them. When
 * all of them together exceed the last one by more than a bound, every other one is dropped and the interval doubles.
 */
import { firstThat } from '../base/bisect.ts';
import { copyBytes, type FrameStackCopy } from './frame-stack.ts';
import type { HeapState } from './heap-state.ts';
import type { Page } from './paged-table.ts';

const FIRST_INTERVAL = 1 << 16;
const MOST_BYTES = 60 * 2 ** 20;

const TABLES = ['heads', 'extras', 'slots'] as const;
/** An empty page of each table, which all of them share. */
type Blanks = Readonly<Record<(typeof TABLES)[number], Page>>;

interface Checkpoint {
  readonly position: number;
  readonly heads: readonly Page[];
  readonly extras: readonly Page[];
  readonly slots: readonly Page[];
  readonly poolTop: number;
  readonly frames: FrameStackCopy;
  readonly atomBytes: number;
}

export class Checkpoints {
  private readonly list: Checkpoint[] = [];
  private interval: number;
  /** Bytes held by all checkpoints. */
  bytes = 0;
  /** Bytes that the last one would hold alone, when that was last counted: a large heap cannot do with less. */
  private bytesOfOne = 0;

  constructor(
    private readonly mostBytes = MOST_BYTES,
    firstInterval = FIRST_INTERVAL,
  ) {
    this.interval = firstInterval;
  }

  get count(): number {
    return this.list.length;
  }

  /** Where the next checkpoint is to be made. */
  get due(): number {
    const last = this.list.at(-1);
    return last === undefined ? 0 : last.position + this.interval;
  }

  /** Makes a checkpoint of `state`, which stands at `due`. */
  save(state: HeapState): void {
    const count = (bytes: number): void => void (this.bytes += bytes);
    const checkpoint = {
      position: state.position,
      heads: state.heads.keep(count),
      extras: state.extras.keep(count),
      slots: state.slots.keep(count),
      poolTop: state.poolTop,
      frames: state.frameStack.copy(),
      atomBytes: state.atomBytes,
    };
    this.list.push(checkpoint);
    count(tableBytes(checkpoint));
    const blanks = { heads: state.heads.blank, extras: state.extras.blank, slots: state.slots.blank };
    while (this.isTooMuch() && this.list.length > 2) {
      this.bytesOfOne = bytesOf([checkpoint], blanks);
      if (this.isTooMuch()) this.thinOut(blanks);
    }
  }

  /** Position of the last checkpoint at or before `position`; -1 when there is none. */
  before(position: number): number {
    return this.list[this.indexBefore(position)]?.position ?? -1;
  }

  /** Brings the state to the last checkpoint at or before `position`. */
  restore(state: HeapState, position: number): void {
    const checkpoint = this.list[this.indexBefore(position)];
    state.heads.restore(checkpoint.heads);
    state.extras.restore(checkpoint.extras);
    state.slots.restore(checkpoint.slots);
    state.poolTop = checkpoint.poolTop;
    state.frameStack.restore(checkpoint.frames);
    state.atomBytes = checkpoint.atomBytes;
    state.position = checkpoint.position;
  }

  private indexBefore(position: number): number {
    return firstThat(this.list.length, (i) => this.list[i].position > position) - 1;
  }

  private isTooMuch(): boolean {
    return this.bytes > this.bytesOfOne + this.mostBytes;
  }

  private thinOut(blanks: Blanks): void {
    const kept = this.list.filter((_, index) => index % 2 === 0);
    this.list.splice(0, this.list.length, ...kept);
    this.interval *= 2;
    this.bytes = bytesOf(kept, blanks);
  }
}

/** Bytes that these hold together. What checkpoints share stands at the same place in all of them, one after the other. */
function bytesOf(checkpoints: readonly Checkpoint[], blanks: Blanks): number {
  let bytes = 0;
  checkpoints.forEach((checkpoint, c) => {
    const before = c === 0 ? null : checkpoints[c - 1];
    for (const table of TABLES) bytes += ownBytes(checkpoint[table], before?.[table] ?? [], blanks[table]);
    bytes += tableBytes(checkpoint);
  });
  return bytes;
}

/** Bytes of the columns of `pages` that are neither those `before` nor blank. */
function ownBytes(pages: readonly Page[], before: readonly Page[], blank: Page): number {
  let bytes = 0;
  for (let p = 0; p < pages.length; p++) {
    const page = pages[p];
    const old = p < before.length ? before[p] : blank;
    if (page === old) continue;
    for (let i = 0; i < page.length; i++) if (page[i] !== old[i] && page[i] !== blank[i]) bytes += page[i].byteLength;
  }
  return bytes;
}

/** Bytes of what a checkpoint does not share: its tables of pages and its frames. */
function tableBytes({ heads, extras, slots, frames }: Checkpoint): number {
  return 8 * (heads.length + extras.length + slots.length) + copyBytes(frames);
}
