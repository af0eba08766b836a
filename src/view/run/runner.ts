/**
 * The page's end of the workers that run programs: sends requests, hands replies on. Each whole run gets a worker of its
 * own, so that it begins on a clean heap; the worker of the run before lives until the new run has shown something,
 * because a program that is refused leaves what was there usable.
 */
import type { Reply, Request } from './protocol.ts';

export class Runner {
  /** Holds the run that is shown. */
  #worker: Worker | null = null;
  /** Asked for a new run of which nothing has arrived yet. */
  #candidate: Worker | null = null;
  /** Has seen the interpreter at work, so that the next run is fast from its beginning. */
  #warmed: Worker | null = null;
  #warming: Worker | null = null;
  readonly #receive: (reply: Reply) => void;

  /** Makes a worker; null until its script, a file of its own, has arrived. */
  #newWorker: (() => Worker) | null = null;
  /** Requests that came before the script. */
  #early: Request[] = [];

  /** `receive` gets every reply, in order. */
  constructor(receive: (reply: Reply) => void) {
    this.#receive = receive;
    import('./run-worker.ts?worker&inline').then(
      ({ default: RunWorker }) => {
        this.#newWorker = () => new RunWorker({ name: 'heapglass-run' });
        for (const request of this.#early.splice(0)) this.send(request);
      },
      () => receive({ kind: 'failed', message: 'The part that runs programs could not be loaded.' }),
    );
  }

  send(request: Request): void {
    if (this.#newWorker === null) {
      this.#early.push(request);
      return;
    }
    if (request.kind === 'run') {
      this.#candidate?.terminate();
      this.#candidate = this.#warmed ?? this.#start();
      this.#warmed = null;
    }
    (this.#candidate ?? (this.#worker ??= this.#start())).postMessage(request);
  }

  /** Ends the workers with everything they hold. Replies on their way are dropped. */
  end(): void {
    this.#early = [];
    for (const worker of [this.#worker, this.#candidate, this.#warmed, this.#warming]) worker?.terminate();
    this.#worker = this.#candidate = this.#warmed = this.#warming = null;
  }

  #start(): Worker {
    const worker = this.#newWorker!();
    worker.onmessage = (message: MessageEvent<Reply>) => this.#take(worker, message.data);
    worker.onerror = (event) => {
      if (worker !== this.#worker && worker !== this.#candidate) return;
      this.end();
      this.#receive({
        kind: 'failed',
        message: event.message || 'The worker that runs programs stopped without a reason.',
      });
    };
    return worker;
  }

  #take(worker: Worker, reply: Reply): void {
    if (worker === this.#candidate) {
      this.#candidate = null;
      if (reply.kind === 'refused' && this.#worker !== null) this.#keepWarm(worker);
      else {
        this.#worker?.terminate();
        this.#worker = worker;
      }
    } else if (worker !== this.#worker) return;
    this.#receive(reply);
    if (reply.kind === 'arranged') this.#warmUp();
  }

  /** For the time in which the reader looks at the picture. */
  #warmUp(): void {
    if (this.#warming !== null || this.#warmed !== null) return;
    const worker = (this.#warming = this.#start());
    worker.addEventListener('message', () => this.#keepWarm(worker), { once: true });
    worker.postMessage({ kind: 'warm' } satisfies Request);
  }

  #keepWarm(worker: Worker): void {
    if (worker === this.#warming) this.#warming = null;
    if (this.#warmed === null) this.#warmed = worker;
    else worker.terminate();
  }
}
