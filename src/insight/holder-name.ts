/** Containers are named by what they belong to: a list that is `DataNode 7.children`, rather than `list #12`. */
import { Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { labelAt } from './object-label.ts';
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

/** Gives the names of `holders`, found in one pass over the heap. */
export function holderNames(state: HeapView, holders: readonly number[]): (holder: number, slot?: number) => string {
  const { journal, pool, slotStart, slotCount, dictOf } = state;
  const names = new Map<number, string>();
  const wanted = new Set(holders.filter((id) => isAnonymous(journal.objects.kind[id])));
  for (const { locals, code } of state.frames()) {
    locals.forEach((word, slot) => {
      const name = journal.codes.get(code)?.slotNames[slot];
      if (wanted.has(word) && name !== undefined) names.set(word, name);
    });
  }
  const { values, length } = journal.objects.born;
  for (let i = 0; i < length && wanted.size > names.size; i++) {
    const owner = values[i];
    if (wanted.has(dictOf[owner])) names.set(dictOf[owner], `${labelAt(state, owner)}.__dict__`);
    const start = slotStart[owner];
    const end = start + slotCount[owner];
    for (let at = start; at < end; at++) {
      const word = pool[at];
      if (word <= 0 || !wanted.has(word) || names.has(word)) continue;
      if (owner === journal.globals) {
        if ((at - start) % 2 === 1) names.set(word, journal.cellText(pool[at - 1], 400).slice(1, -1));
      } else if (!isAnonymous(journal.objects.kind[owner])) {
        names.set(word, labelAt(state, owner) + slotNameAt(state, owner, at - start));
      }
    }
  }
  return (holder) => names.get(holder) ?? labelAt(state, holder);
}
