/** The keepers of a moment: at once for small heaps, else with a worker that does the work. */
import { type Dominators, dominatorsOf, type FlowGraph } from '../../../insight/dominators.ts';
import { keeperGraph, Keepers } from '../../../insight/keepers.ts';
import type { HeapView } from '../../../playhead/heap-view.ts';

/** Up to so many nodes a worker would take longer to start than the work does. */
const MOST_AT_ONCE = 5_000;

/** Null when `isWanted` says so once the worker has answered: the names are asked of the heap as it is then. */
export async function keepersIn(heap: HeapView, isWanted: () => boolean): Promise<Keepers | null> {
  const graph = keeperGraph(heap);
  const flow: FlowGraph = { first: graph.first, to: graph.to, bytes: graph.bytes, objects: graph.objects };
  const dominators = graph.bytes.length <= MOST_AT_ONCE ? dominatorsOf(flow) : await inWorker(flow);
  return isWanted() ? new Keepers(heap, graph, dominators) : null;
}

async function inWorker(flow: FlowGraph): Promise<Dominators> {
  const { default: DominatorWorker } = await import('../../run/dominator-worker.ts?worker&inline');
  const worker = new DominatorWorker({ name: 'heapglass-dominators' });
  try {
    return await new Promise<Dominators>((resolve, reject) => {
      worker.onmessage = (message: MessageEvent<Dominators>) => resolve(message.data);
      worker.onerror = (event) => reject(new Error(event.message || 'The worker for retained sizes stopped.'));
      // References go over without being copied; what an object weighs is asked for again.
      worker.postMessage(flow, [flow.first.buffer, flow.to.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
