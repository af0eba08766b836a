/** Measures away from the page: a request in, its times out, or a graph to draw. */
import type { SpareMemory } from '../../heap/heap-memory.ts';
import { buffersOf } from '../../layout/layout.ts';
import { measure, type SpeedRequest } from './measure.ts';

const spare: SpareMemory = { chunks: [], heap: null };

onmessage = (message: MessageEvent<SpeedRequest>) => {
  const answer = measure(message.data, spare);
  postMessage(answer, answer.kind === 'picture' ? { transfer: buffersOf(answer.layout) } : {});
};
