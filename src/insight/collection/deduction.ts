/**
 * How CPython finds what is unreachable, step by step: deduce_unreachable of Python/gc.c (update_refs, subtract_refs,
 * move_unreachable), worked out from the heap as it was when the collector began. The journal knows only the outcome.
 */
import { Phase } from '../../journal/event-words.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { shownReferences } from './shown-references.ts';
import { Colour, Step, StepRow } from './step-row.ts';

/** A collector's thinking: what it does before it touches the heap. */
export interface Thinking {
  readonly row: StepRow;
  /** The steps of each phase (`Phase` of heap/events.ts): [first, first + steps). */
  readonly parts: ReadonlyMap<number, { readonly first: number; readonly steps: number }>;
  readonly examined: Int32Array;
  /** References that were looked at, those that lead out of the examined set included. */
  readonly edges: number;
  /** What is unreachable in the end, in the order of the collector's list. */
  readonly unreachable: Int32Array;
}

/** `ids`: what is examined, in the order of the collector's list. The row ends up before its first step. */
export function deduceUnreachable(state: HeapView, ids: Int32Array): Thinking {
  // Steps are taken again later, when the heap has moved on: the counts of this moment are kept.
  const counts = state.refcount.slice();
  const row = new StepRow(state.journal.idLimit, (id) => counts[id]);
  const { colour, gcRefs } = row;
  for (const id of ids) colour[id] = Colour.LISTED;
  for (const id of ids) row.take(Step.COPY, 0, id);
  const copied = row.length;

  const referents: number[] = [];
  let edges = 0;
  for (const id of ids) {
    const count = shownReferences(state, id, referents);
    edges += count;
    for (let i = 0; i < count; i++)
      if (colour[referents[i]] === Colour.COPIED) row.take(Step.SUBTRACT, id, referents[i]);
  }
  const subtracted = row.length;

  // The list that CPython walks, with what is rescued coming back at its end.
  const list = [...ids];
  const doubted: number[] = [];
  for (let at = 0; at < list.length; at++) {
    const id = list[at];
    if (gcRefs[id] === 0) {
      row.take(Step.DOUBT, 0, id);
      doubted.push(id);
      continue;
    }
    row.take(Step.KEEP, 0, id);
    const count = shownReferences(state, id, referents);
    edges += count;
    for (let i = 0; i < count; i++) {
      const to = referents[i];
      if (colour[to] === Colour.DOUBTED) {
        row.take(Step.RESCUE, id, to);
        list.push(to);
      } else if (colour[to] === Colour.COPIED && gcRefs[to] === 0) row.take(Step.REACH, id, to);
    }
  }
  const unreachable = Int32Array.from(doubted.filter((id) => colour[id] === Colour.DOUBTED));
  const parts = new Map<number, { first: number; steps: number }>([
    [Phase.UPDATE_REFS, { first: 0, steps: copied }],
    [Phase.SUBTRACT_REFS, { first: copied, steps: subtracted - copied }],
    [Phase.MOVE_UNREACHABLE, { first: subtracted, steps: row.length - subtracted }],
  ]);
  row.seek(0);
  return { row, parts, examined: ids, edges, unreachable };
}
