/** Works out dominators away from the page: one graph in, one answer out. */
import { dominatorsOf, type FlowGraph } from '../../insight/dominators.ts';

onmessage = (message: MessageEvent<FlowGraph>) => {
  const answer = dominatorsOf(message.data);
  postMessage(answer, {
    transfer: [answer.dominator.buffer, answer.retainedBytes.buffer, answer.retainedObjects.buffer],
  });
};
