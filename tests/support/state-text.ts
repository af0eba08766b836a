/** States as text, so that a test can say that two of them are the same and show where they are not. */
import { Flag, UNTRACKED } from '../../src/heap/heap.ts';
import type { HeapView } from '../../src/playhead/heap-view.ts';
import type { RandomRun } from './random-run.ts';

/** Everything a state says, the dead included; the order on value stacks left out. */
export function stateText(state: HeapView): string {
  const lines = [`position ${state.position}, atoms ${state.atomBytes}`];
  for (let id = state.journal.programStart; id < state.journal.idLimit; id++) {
    const start = state.slotStart[id];
    const slots = state.pool.subarray(start, start + state.slotCount[id]).join(' ');
    lines.push(
      `${id}: flags ${state.flags[id]} refs ${state.refcount[id]} generation ${state.generation[id]} size ${state.size[id]} dict ${state.dictOf[id]} weak ${state.weakTarget[id]} [${slots}]`,
    );
  }
  for (const { code, line, locals, stack } of state.frames()) {
    lines.push(`frame ${code} line ${line} [${locals.join(' ')}] [${stack.toSorted().join(' ')}]`);
  }
  return lines.join('\n');
}

/** What lives in a state, in the same words as `runText`. */
export function liveText(state: HeapView): string {
  const lines: string[] = [];
  for (let id = state.journal.programStart; id < state.journal.idLimit; id++) {
    if (!state.isAlive(id)) continue;
    const start = state.slotStart[id];
    const slots = state.pool.subarray(start, start + state.slotCount[id]).join(' ');
    lines.push(
      `${id}: refs ${state.refcount[id]} generation ${state.generation[id]} size ${state.size[id]} dict ${state.dictOf[id]} weak ${state.weakTarget[id]} [${slots}]`,
    );
  }
  for (const { code, line, locals, stack } of state.frames()) {
    lines.push(`frame ${code} line ${line} [${locals.join(' ')}] [${stack.toSorted().join(' ')}]`);
  }
  return lines.join('\n');
}

/** What lives in the heap of a run, and its frames. */
export function runText({ heap, frames }: RandomRun): string {
  const lines: string[] = [];
  const words = (ids: readonly number[]): string => ids.map((id) => heap.cellWord(id)).join(' ');
  for (let id = heap.programStart; id < heap.end; id++) {
    if (!heap.isNode(id) || heap.flags[id] & Flag.DEAD) continue;
    const generation = heap.flags[id] & Flag.TRACKED ? heap.generation[id] : UNTRACKED;
    lines.push(
      `${id}: refs ${heap.refcount[id]} generation ${generation} size ${heap.size[id]} dict ${heap.dictOf.get(id) ?? 0} weak ${heap.weakTarget.get(id) ?? 0} [${words(heap.slotsOf(id))}]`,
    );
  }
  for (const { code, line, locals, stack } of frames) {
    lines.push(`frame ${code} line ${line} [${words(locals)}] [${Int32Array.from(stack).toSorted().join(' ')}]`);
  }
  return lines.join('\n');
}
