/** Containers are named by what they belong to: a list that is `DataNode 7.children`, rather than `list #12`. */
import { Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { globalName } from './global-names.ts';
import { labelAt } from './object-label.ts';
import { referenceGraph, referrerRows } from './reference-graph.ts';
import { slotNameAt } from './slot-name.ts';

/** Containers without a name of their own. */
function isAnonymous(kind: number): boolean {
  return (
    kind === Kind.LIST ||
    kind === Kind.DICT ||
    kind === Kind.TUPLE ||
    kind === Kind.SET ||
    kind === Kind.FROZENSET ||
    kind === Kind.CELL ||
    kind === Kind.DEQUE
  );
}

/** Gives the names of holders: of a container without one by the first variable or object that holds it. */
export function holderNames(state: HeapView): (holder: number) => string {
  const variables = new Map<number, string>();
  for (const { locals, code } of state.frames()) {
    const names = state.journal.codes.get(code)?.slotNames;
    locals.forEach((word, slot) => {
      if (word > 0 && names?.[slot] !== undefined) variables.set(word, names[slot]);
    });
  }
  return (holder) => {
    if (!isAnonymous(state.journal.objects.kind[holder])) return labelAt(state, holder);
    return variables.get(holder) ?? nameByOwner(state, holder) ?? labelAt(state, holder);
  };
}

function nameByOwner(state: HeapView, id: number): string | null {
  const { journal, pool, slotStart, slotCount, dictOf } = state;
  const { ids, numberOf } = referenceGraph(state);
  const { first, to } = referrerRows(state);
  const number = numberOf[id];
  if (number === undefined || number < 0) return null;
  for (let edge = first[number]; edge < first[number + 1]; edge++) {
    const owner = ids[to[edge]];
    if (dictOf[owner] === id) return `${labelAt(state, owner)}.__dict__`;
    if (owner !== journal.globals && isAnonymous(journal.objects.kind[owner])) continue;
    const start = slotStart[owner];
    const slot = pool.subarray(start, start + slotCount[owner]).indexOf(id);
    if (slot < 0) continue;
    if (owner === journal.globals) return globalName(state, slot);
    return labelAt(state, owner) + slotNameAt(state, owner, slot);
  }
  return null;
}
