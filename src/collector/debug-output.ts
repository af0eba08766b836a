/** What gc.DEBUG_STATS and gc.DEBUG_COLLECTABLE print. Source: CPython Python/gc.c (show_stats_each_generations, debug_cycle). */
import { ListHead } from '../heap/heap.ts';
import type { CollectionObserver } from './collector.ts';
import { members, size } from './gc-lists.ts';
import type { GcState } from './gc-state.ts';

/** The list of each generation; the two old ones of the incremental collector change roles, not places. */
const LISTS: readonly number[] = [ListHead.YOUNG, ListHead.MIDDLE, ListHead.OLD];

export function printStart({ heap, observer }: GcState, generation: number): void {
  const sizes = LISTS.map((list) => size(heap, list)).join(' ');
  observer?.print(
    `gc: collecting generation ${generation}...\n` +
      `gc: objects in each generation: ${sizes}\n` +
      `gc: objects in permanent generation: ${size(heap, ListHead.PERMANENT)}\n`,
  );
}

/** Not CPython: the simulator has no clock here, so no time has passed. */
export function printEnd(observer: CollectionObserver | null, collected: number): void {
  observer?.print(`gc: done, ${collected} unreachable, 0 uncollectable, 0.0000s elapsed\n`);
}

export function printCollectable({ heap, observer }: GcState, unreachable: number): void {
  if (observer === null) return;
  for (const id of members(heap, unreachable)) observer.print(`gc: collectable ${observer.describe(id)}\n`);
}
