/** What subtracting left above zero, and who holds it: somebody outside of what the collection examines. */
import type { HeapView } from '../../playhead/heap-view.ts';
import { labelAt } from '../label.ts';
import { referrersOf } from '../referrers.ts';
import { Colour, type StepRow } from './step-row.ts';

export interface HeldObject {
  readonly id: number;
  readonly label: string;
  readonly gcRefs: number;
  /** `the module that runs`, `node in walk (frame 2)` */
  readonly holders: readonly string[];
}

/** The first `most` of `examined` whose gc_refs is above zero, with `row` at the end of subtracting. */
export function heldFromOutside(state: HeapView, examined: Int32Array, row: StepRow, most: number): HeldObject[] {
  const held: HeldObject[] = [];
  for (const id of examined) {
    if (row.gcRefs[id] <= 0) continue;
    const holders = referrersOf(state, id)
      .filter(({ holder, count }) => count > 0 && (holder === 0 || row.colour[holder] === Colour.OUTSIDE))
      .map(({ text }) => text);
    held.push({ id, label: labelAt(state, id), gcRefs: row.gcRefs[id], holders });
    if (held.length === most) break;
  }
  return held;
}
