/**
 * What an object shows to the collector, in tp_traverse's order, read from a moment of a run: what `appendReferents` of
 * heap/traverse.ts reads from the live heap.
 */
import {
  EXCEPTION_FIELDS,
  FUNCTION_DICT_PLACE,
  isDerived,
  Kind,
  visitsLastFirst,
  walksBackwards,
} from '../../journal/event-words.ts';
import { type HeapView, StateFlag } from '../../playhead/heap-view.ts';
import { classOf } from '../strong-graph.ts';

/** Writes the ids that `id` shows into `into` from index 0 on; returns how many there are. `into` is reused. */
export function shownReferences(state: HeapView, id: number, into: number[]): number {
  const kind = state.journal.objects.kind[id];
  const type = classOf(state, id);
  let count = 0;
  // A plain instance: attributes, dict, type. Other instances of Python classes: dict, type, contents; the dict of an
  // exception is a field of the base struct, so that the type comes before it.
  if (kind !== Kind.INSTANCE && !isDerived(kind) && (type !== 0 || kind === Kind.EXCEPTION)) {
    if (kind === Kind.EXCEPTION) {
      if (type !== 0) into[count++] = type;
      const start = state.slotStart[id];
      count = addRange(state, start + EXCEPTION_FIELDS, start + state.slotCount[id], into, count);
      count = addDict(state, id, into, count);
      return addRange(state, start, start + EXCEPTION_FIELDS, into, count);
    }
    count = addDict(state, id, into, count);
    into[count++] = type;
    return addSlots(state, id, kind, into, count);
  }
  count = addSlots(state, id, kind, into, count);
  if (kind !== Kind.FUNCTION) count = addDict(state, id, into, count);
  if (type !== 0) into[count++] = type;
  return count;
}

function addSlots(state: HeapView, id: number, kind: number, into: number[], count: number): number {
  const { pool, slotStart, slotCount, flags } = state;
  const start = slotStart[id];
  let end = start + slotCount[id];
  if (kind === Kind.DICT) return flags[id] & StateFlag.EMBEDDED ? count : addEntries(state, id, into, count);
  if (walksBackwards(kind)) {
    for (let at = end - 1; at >= start; at--) if (pool[at] > 0) into[count++] = pool[at];
  } else {
    if (visitsLastFirst(kind) && end > start && pool[--end] > 0) into[count++] = pool[end];
    for (let at = start; at < end; at++) {
      if (kind === Kind.FUNCTION && at === start + FUNCTION_DICT_PLACE) count = addDict(state, id, into, count);
      if (pool[at] > 0) into[count++] = pool[at];
    }
  }
  return count;
}

function addRange({ pool }: HeapView, from: number, to: number, into: number[], count: number): number {
  for (let at = from; at < to; at++) if (pool[at] > 0) into[count++] = pool[at];
  return count;
}

/** Value, then key, entry by entry. */
function addEntries({ pool, slotStart, slotCount }: HeapView, dict: number, into: number[], count: number): number {
  const end = slotStart[dict] + slotCount[dict];
  for (let at = slotStart[dict]; at + 1 < end; at += 2) {
    if (pool[at + 1] > 0) into[count++] = pool[at + 1];
    if (pool[at] > 0) into[count++] = pool[at];
  }
  return count;
}

function addDict(state: HeapView, id: number, into: number[], count: number): number {
  const dict = state.dictOf[id];
  if (dict <= 0) return count;
  if (state.flags[dict] & StateFlag.EMBEDDED) return addEntries(state, dict, into, count);
  into[count++] = dict;
  return count;
}
