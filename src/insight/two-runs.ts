/**
 * Two runs of one program, under two versions or collectors, on one clock: lines that both execute. Which object is which
 * is told by the order of allocation: the n-th object of a type that a line made is the same in both.
 *
 * **In:** two journals that have ended. **Out:** ticks, counterparts, who is alive in one run alone.
 */
import { firstAtLeast } from '../base/bisect.ts';
import { GrowableInt32 } from '../base/growable.ts';
import { A_WHILE, type Sliced } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';

export type SideIndex = 0 | 1;

/** Frames that one version has and another one has not, and code that runs when the collector or a count says so. */
const NO_TICK: ReadonlySet<string> = new Set(['<listcomp>', '<setcomp>', '<dictcomp>', '__del__']);
/** Objects named and paired between two rests: each takes longer than a row that is read. */
const SOME = A_WHILE / 4;

export interface Difference {
  /** The first tick at whose beginning other objects are alive; what the line before it did. */
  readonly tick: number;
  /** How many are alive in this run alone then. */
  readonly only: readonly [number, number];
}

export class TwoRuns {
  private constructor(
    readonly journals: readonly [Journal, Journal],
    /** Events with which the ticks begin, by side; the last entry is the end of the run. */
    readonly ticks: readonly [Int32Array, Int32Array],
    /** First tick at which the runs are on different lines; the number of ticks that both have when there is none. */
    readonly parting: number,
  ) {
    this.counterpart = [new Int32Array(journals[0].idLimit), new Int32Array(journals[1].idLimit)];
  }

  /** The same object in the other run, by object id; 0: there is none. */
  readonly counterpart: readonly [Int32Array, Int32Array];
  /** The first tick at whose beginning the runs have different objects alive; null: they never have. */
  get firstDifference(): Difference | null {
    return this.#difference;
  }
  #first: number = Infinity;
  #difference: Difference | null = null;

  /** Lays two runs that have ended beside each other: their clock, counterparts, the first difference. */
  static *beside(journals: readonly [Journal, Journal]): Sliced<TwoRuns> {
    const [ours, theirs] = [yield* clockOf(journals[0]), yield* clockOf(journals[1])];
    const runs = new TwoRuns(journals, [ours.ticks, theirs.ticks], yield* partingOf(ours, theirs));
    yield* runs.#pairAll();
    const tick = runs.#first;
    if (tick !== Infinity) {
      const only = [yield* runs.onlyIn(0, tick), yield* runs.onlyIn(1, tick)] as const;
      runs.#difference = { tick, only: [only[0].length, only[1].length] };
    }
    return runs;
  }

  *#pairAll(): Sliced<void> {
    const groups = new Map<string, [number[], number[]]>();
    for (const side of [0, 1] as const) {
      const journal = this.journals[side];
      const { born } = journal.objects;
      const keyOf = keys(journal);
      for (let i = 0; i < born.length; i++) {
        if (i % SOME === SOME - 1) yield;
        const id = born.values[i];
        if (!journal.isCounted(id)) continue;
        const key = keyOf(id);
        let group = groups.get(key);
        if (group === undefined) groups.set(key, (group = [[], []]));
        group[side].push(id);
      }
    }
    let seen = 0;
    for (const [ours, theirs] of groups.values()) {
      for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
        this.#pair(ours[i] ?? 0, theirs[i] ?? 0);
        if (++seen % SOME === 0) yield;
      }
    }
  }

  /** The last tick that has begun at a position of one side; the end of the run is a tick of its own. */
  tickAt(side: SideIndex, position: number): number {
    const ticks = this.ticks[side];
    if (position >= ticks[ticks.length - 1]) return ticks.length - 1;
    return Math.max(0, firstAtLeast(ticks, ticks.length, position) - 1);
  }

  /** The position of one side just as a tick begins; at the end of the other run, its own end. */
  positionAt(side: SideIndex, tick: number): number {
    const ticks = this.ticks[side];
    const other = this.ticks[side === 0 ? 1 : 0];
    if (tick >= ticks.length - 1 || tick >= other.length - 1) return ticks[ticks.length - 1];
    return tick === 0 ? 0 : ticks[tick] + 1;
  }

  /** Objects of one side that are alive at a tick, and whose counterpart is not alive in the other run. */
  *onlyIn(side: SideIndex, tick: number): Sliced<Int32Array> {
    const only = new GrowableInt32();
    const other = side === 0 ? 1 : 0;
    const here = this.journals[side].objects;
    const there = this.journals[other].objects;
    const [at, otherwise] = [this.positionAt(side, tick), this.positionAt(other, tick)];
    const { born } = here;
    for (let i = 0; i < born.length; i++) {
      if (i % A_WHILE === A_WHILE - 1) yield;
      const id = born.values[i];
      if (here.birth[id] >= at) break;
      if (here.death[id] < at || !this.journals[side].isCounted(id)) continue;
      const twin = this.counterpart[side][id];
      if (twin === 0 || there.birth[twin] >= otherwise || there.death[twin] < otherwise) only.push(id);
    }
    return only.view();
  }

  /** Where a tick is: line of the program, 0 where there is none. */
  lineOf(side: SideIndex, tick: number): number {
    return this.journals[side].placeAt(this.positionAt(side, tick))?.line ?? 0;
  }

  #pair(ours: number, theirs: number): void {
    if (ours > 0) this.counterpart[0][ours] = theirs;
    if (theirs > 0) this.counterpart[1][theirs] = ours;
    const [from, to] = this.#life(0, ours);
    const [begin, end] = this.#life(1, theirs);
    let differ = Infinity;
    if (from >= to) differ = begin < end ? begin : Infinity;
    else if (begin >= end) differ = from;
    else if (from !== begin) differ = Math.min(from, begin);
    else if (to !== end) differ = Math.min(to, end);
    // Where one run has ended there is nothing to compare any more, but its end with the other's.
    const last = Math.min(this.ticks[0].length, this.ticks[1].length) - 1;
    if (differ <= last) this.#first = Math.min(this.#first, differ);
  }

  /** The ticks [from, to) at whose beginning an object is alive. */
  #life(side: SideIndex, id: number): readonly [number, number] {
    if (id === 0) return [0, 0];
    const { birth, death } = this.journals[side].objects;
    return [this.#after(side, birth[id]), this.#after(side, death[id])];
  }

  /** The first tick whose position is after `event`. */
  #after(side: SideIndex, event: number): number {
    const ticks = this.ticks[side];
    const end = ticks.length - 1;
    const tick = firstAtLeast(ticks, end, event);
    return tick === end && event >= ticks[end] ? end + 1 : tick;
  }
}

interface Clock {
  /** As `TwoRuns.ticks`. */
  readonly ticks: Int32Array;
  /** The line of each tick but the end. */
  readonly lines: Int32Array;
}

/** Lines that begin, without those that are repeated at once and those of `NO_TICK`; then the end. */
function* clockOf(journal: Journal): Sliced<Clock> {
  const { places, codes } = journal;
  const ticks = new GrowableInt32();
  const lines = new GrowableInt32();
  const isTick = new Map<number, boolean>();
  let before = -1;
  let rest = A_WHILE;
  for (let step = places.stepFrom(0); step < places.length; step = places.stepFrom(step + 1)) {
    if (--rest === 0) {
      rest = A_WHILE;
      yield;
    }
    const code = places.codeAt(step);
    let counts = isTick.get(code);
    if (counts === undefined) isTick.set(code, (counts = !NO_TICK.has(codes.get(code)?.name ?? '')));
    if (!counts) continue;
    const line = places.lineAt(step);
    const here = code * 2 ** 24 + line;
    if (here !== before) {
      ticks.push(places.eventAt(step));
      lines.push(line);
    }
    before = here;
  }
  ticks.push(journal.eventCount);
  return { ticks: ticks.view(), lines: lines.view() };
}

function* partingOf(ours: Clock, theirs: Clock): Sliced<number> {
  const both = Math.min(ours.lines.length, theirs.lines.length);
  for (let tick = 0; tick < both; tick++) {
    if (tick % (8 * A_WHILE) === 0) yield;
    if (ours.lines[tick] !== theirs.lines[tick]) return tick;
  }
  return both;
}

/** Type and line of an object, as one word for both runs. */
function keys(journal: Journal): (id: number) => string {
  const { objects, places, codes } = journal;
  const known = new Map<number, string>();
  return (id) => {
    const index = objects.birthPlace[id];
    const line = index < 0 ? 0 : places.lineAt(index);
    const code = index < 0 ? 0 : places.codeAt(index) + 1;
    const number = (objects.type[id] * 65_536 + code) * 4096 + (line & 4095);
    let key = known.get(number);
    if (key === undefined)
      known.set(number, (key = `${journal.typeNameOf(id)} ${codes.get(code - 1)?.filename ?? ''}:${line}`));
    return key;
  };
}
