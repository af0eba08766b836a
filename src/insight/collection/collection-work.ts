/** How long a collection's work was: objects visited, references followed. Counted without retelling it step by step. */
import { A_WHILE, type Sliced } from '../../base/sliced.ts';
import { Phase } from '../../journal/event-words.ts';
import type { CollectionRecord } from '../../journal/moments.ts';
import type { Playhead } from '../../playhead/playhead.ts';
import { copyingBegins, type GcLists } from './gc-lists.ts';
import { markReachable } from './marking.ts';
import { shownReferences } from './shown-references.ts';

export interface CollectionWork {
  /**
   * Visits: subtract_refs visits what is examined, move_unreachable once more what stays. A marking collector visits what
   * it reaches.
   */
  readonly visits: number;
  /** References looked at on these visits, those that lead out of what is examined included. */
  readonly edges: number;
}

/**
 * Of a collection that has begun to look, a little at a time. Moves the playhead, which stays there. `lists` is read as far
 * as the collection.
 */
export function* workOf(playhead: Playhead, collection: CollectionRecord, lists: GcLists): Sliced<CollectionWork> {
  const { journal, state } = playhead;
  const begins = copyingBegins(collection);
  if (begins === null) {
    if (!collection.phases.some(({ phase }) => phase === Phase.SWEEP)) return { visits: 0, edges: 0 };
    playhead.seek(collection.phases[0].event + 1);
    const { examined, unreachable, edges } = yield* markReachable(state);
    return { visits: examined.length - unreachable.length, edges };
  }
  playhead.seek(begins);
  const examined = lists.examinedBy(collection);
  const { firstUnreachable, endUnreachable } = collection;
  const isGarbage = new Uint8Array(journal.idLimit);
  for (const id of journal.unreachable.values.subarray(firstUnreachable, endUnreachable)) isGarbage[id] = 1;
  const referents: number[] = [];
  let visits = 0;
  let edges = 0;
  for (let i = 0; i < examined.length; i++) {
    if (i % A_WHILE === 0) yield;
    const id = examined[i];
    const times = 2 - isGarbage[id];
    visits += times;
    edges += times * shownReferences(state, id, referents);
  }
  return { visits, edges };
}
