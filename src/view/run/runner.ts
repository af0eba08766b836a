/**
 * The page's end of the worker that runs programs: sends requests, hands replies on. A run that does not listen (an
 * endless loop inside one native call) is ended by ending its worker; the next request starts a fresh one.
 */
import type { Reply, Request } from './protocol.ts';
import RunWorker from './run-worker.ts?worker&inline';

export class Runner {
  #worker: Worker | null = null;
  readonly #receive: (reply: Reply) => void;

  /** `receive` gets every reply, in order. */
  constructor(receive: (reply: Reply) => void) {
    this.#receive = receive;
  }

  send(request: Request): void {
    // A whole run begins on a clean heap: a fresh worker costs a few milliseconds and cannot be clogged by the last.
    if (request.kind === 'run') this.end();
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  /** Ends the worker with everything it holds. Replies on their way are dropped. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new RunWorker({ name: 'heapglass-run' });
    worker.onmessage = (message: MessageEvent<Reply>) => {
      if (worker === this.#worker) this.#receive(message.data);
    };
    worker.onerror = (event) => {
      if (worker !== this.#worker) return;
      this.end();
      this.#receive({
        kind: 'failed',
        message: event.message || 'The worker that runs programs stopped without a reason.',
      });
    };
    return worker;
  }
}
