/** The page's end of the measuring worker: one question at a time. */
import type { SpeedAnswer, SpeedRequest } from './measure.ts';

export interface Asking {
  (request: SpeedRequest): Promise<SpeedAnswer>;
  /** Ends the worker with everything it holds. */
  end(): void;
}

/** A fresh worker. A question fails when the worker does, for want of memory for example. */
export function askWorker(): Asking {
  const worker = new Worker(new URL('./speed-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: SpeedRequest): Promise<SpeedAnswer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = (message: MessageEvent<SpeedAnswer>) => resolve(message.data);
      worker.onerror = (event) => reject(new Error(event.message || 'the worker stopped'));
      worker.postMessage(request);
    });
  return Object.assign(ask, { end: () => worker.terminate() });
}
