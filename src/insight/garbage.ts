/** Why an object that no root reaches is still there, and what would free it. */
import type { HeapView } from '../playhead/heap-view.ts';
import { number } from './caption-collection.ts';
import { garbageCycles } from './cycles.ts';
import { PERMANENT } from './generations.ts';
import { labelAt } from './label.ts';
import { referrersOf } from './referrers.ts';

/** What frees garbage: counts and CPython's collector, counts alone, or a sweep. */
export type Reclaimer = 'generational' | 'refcount' | 'mark-sweep';

/** For a live object without a path from a root, in two sentences. */
export function whyStillThere(state: HeapView, id: number, reclaimer: Reclaimer): string {
  if (reclaimer === 'mark-sweep') return 'No root reaches it: it is garbage. The next sweep frees it.';
  const { component, sizes } = garbageCycles(state);
  const cycle = component[id];
  const generation = state.generation[id];
  const older = generation < 2 ? ' or older' : '';
  const waits = generation <= 2 ? `a collection of generation ${generation}${older}` : 'what holds it to go';
  const end = endOf(generation, reclaimer, waits);
  if (cycle > 0) {
    const others = sizes[cycle - 1];
    const who =
      others === 1 ? 'It refers to itself' : `It is in a cycle of ${number(others)} objects that hold each other`;
    return `${who}, and no variable reaches it: its count cannot fall to 0. ${end}`;
  }
  const holder = referrersOf(state, id).find((referrer) => referrer.holder !== 0 && referrer.count > 0)?.holder ?? 0;
  if (holder === 0) return 'Nothing that can be named holds it any more: it is about to go.';
  return `No variable reaches it, but ${labelAt(state, holder)}, which is garbage, too, still holds it. When that is freed, this goes with it${reclaimer === 'generational' ? '; gc.collect() does it, unless gc.freeze() has put that aside' : ''}.`;
}

function endOf(generation: number, reclaimer: Reclaimer, waits: string): string {
  if (reclaimer === 'refcount') return 'This heap only counts: nothing will ever free it.';
  if (generation === PERMANENT)
    return 'It is frozen: no collection looks at it before gc.unfreeze(); gc.collect() after that frees it.';
  return `It waits for ${waits}; gc.collect() frees it.`;
}
