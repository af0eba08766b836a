/**
 * The moment that panels ask about: small heaps at once, large ones once the arrays that most questions share have been
 * made, a little in each task.
 */
import { untrack } from 'svelte';
import type { Sliced } from '../../base/sliced.ts';
import { makeReachability } from '../../insight/reachability.ts';
import { makeReferrers } from '../../insight/reference-graph.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import { askInSlices } from './in-slices.ts';
import type { Session } from './session.svelte.ts';

/** Up to so many objects everything is answered in one task. */
const AT_ONCE = 15_000;

export class KnownMoment {
  readonly #session: Session;
  #known = $state.raw<HeapView | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  /** The heap at the playhead, when every question about it has a quick answer; null: not yet. */
  readonly heap: HeapView | null = $derived.by(() => {
    const { heap, liveCount } = this.#session;
    return liveCount <= AT_ONCE || heap === this.#known ? heap : null;
  });

  /** Gets to know the moment that is shown, unless moments go by. For an effect of whoever wants to ask. */
  follow(): void {
    // Also from one moment that is not known to the next.
    void this.#session.heap;
    if (this.heap !== null || this.#session.playing || this.#session.run.kind === 'running') return;
    untrack(() => void this.#know());
  }

  async #know(): Promise<void> {
    const { heap } = this.#session;
    if ((await askInSlices(this.#session, shared)) !== undefined) this.#known = heap;
  }
}

function* shared(heap: HeapView): Sliced<true> {
  yield* heap.onceSliced(makeReferrers);
  yield* heap.onceSliced(makeReachability);
  return true;
}
