/**
 * How the textbook collector finds what is reachable, step by step: roots become grey, a grey object is blackened when
 * all it refers to is grey or black; what stays white is garbage.
 *
 * Objects of the library are left out, and hold what they hold from outside. The roots are taken in order of age. The
 * collector itself begins with those that the machine names; what it finds is the same.
 */
import { Phase } from '../../journal/event-words.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { classOf, referencesFrom } from '../strong-graph.ts';
import type { Thinking } from './deduction.ts';
import { Colour, Step, StepRow } from './step-row.ts';

export function markReachable(state: HeapView): Thinking {
  const { journal, pool, slotStart, slotCount, dictOf, refcount } = state;
  const row = new StepRow(journal.idLimit, () => 0);
  const { colour } = row;
  // What the library holds among itself is nobody's question; what it holds of the program is held from outside.
  const ids = journal.objects.born.view().filter((id) => state.isAlive(id) && !journal.isLibrary(id));
  const counted = referencesFrom(state, ids);
  for (const id of ids) colour[id] = Colour.LISTED;
  const grey: number[] = [];
  for (const id of ids) {
    if (refcount[id] <= counted[id]) continue;
    row.take(Step.ROOT, 0, id);
    grey.push(id);
  }
  let edges = 0;
  const shade = (from: number, to: number): void => {
    if (to <= 0) return;
    edges++;
    if (colour[to] !== Colour.LISTED) return;
    row.take(Step.SHADE, from, to);
    grey.push(to);
  };
  while (grey.length > 0) {
    const id = grey.pop()!;
    const end = slotStart[id] + slotCount[id];
    for (let at = slotStart[id]; at < end; at++) shade(id, pool[at]);
    shade(id, dictOf[id]);
    shade(id, classOf(state, id));
    row.take(Step.BLACKEN, 0, id);
  }
  const unreachable = ids.filter((id) => colour[id] === Colour.LISTED);
  row.seek(0);
  const parts = new Map<number, { first: number; steps: number }>([[Phase.MARK, { first: 0, steps: row.length }]]);
  return { row, parts, examined: ids, edges, unreachable };
}
