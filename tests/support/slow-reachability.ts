/** The obvious slow way to find out what is reached in a heap: sets, and one search for every question. */
import { DICT, CLASS, namedRoots, nativeRoots } from '../../src/insight/strong-graph.ts';
import type { HeapView } from '../../src/playhead/heap-view.ts';

/** A strong reference of a live object. */
export interface Reference {
  readonly holder: number;
  readonly slot: number;
  readonly to: number;
}

export function liveIds(state: HeapView): number[] {
  return [...state.journal.objects.born.view()].filter((id) => state.isAlive(id));
}

/** Every strong reference, read slot by slot. */
export function allReferences(state: HeapView): Reference[] {
  const { heapTypes, objects } = state.journal;
  return liveIds(state).flatMap((holder) => {
    const found: Reference[] = [];
    for (let slot = 0; slot < state.slotCount[holder]; slot++)
      found.push({ holder, slot, to: state.slot(holder, slot) });
    found.push({ holder, slot: DICT, to: state.dictOf[holder] });
    if (heapTypes[objects.type[holder]] === 1) found.push({ holder, slot: CLASS, to: objects.type[holder] });
    return found.filter(({ to }) => to > 0 && state.isAlive(to));
  });
}

/** What is reached from `starts`, and in how many steps, passing neither `without` nor a reference that is not allowed. */
export function distancesFrom(
  starts: Iterable<number>,
  references: readonly Reference[],
  without: (id: number) => boolean = () => false,
): Map<number, number> {
  const distance = new Map<number, number>();
  let wave = [...new Set(starts)].filter((id) => !without(id));
  for (let steps = 0; wave.length > 0; steps++) {
    for (const id of wave) distance.set(id, steps);
    const next = references.filter(({ holder, to }) => wave.includes(holder) && !distance.has(to) && !without(to));
    wave = [...new Set(next.map(({ to }) => to))];
  }
  return distance;
}

/** Ids of all roots, what native code holds included. */
export function rootIds(state: HeapView): number[] {
  return [...namedRoots(state), ...nativeRoots(state)].map(({ id }) => id);
}
