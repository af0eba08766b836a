/**
 * The page's end of the workers that run programs: sends requests, hands replies on. A whole run has a worker to itself; the
 * worker of the run before keeps that run until the new one has shown something, because a program that is refused leaves
 * what was there usable. Then it waits for the next run: two workers take turns, and know the interpreter at work.
 */
import { isOpening } from './opening.ts';
import type { Reply, Request } from './protocol.ts';
import { RecordedWorker } from './recorded-worker.ts';
import { ScriptWorker, type WorkerEnd, type WorkerHooks } from './worker-end.ts';

export class Runner {
  /** Holds the run that is shown. */
  #worker: WorkerEnd | null = null;
  /** Asked for a new run of which nothing has arrived yet. */
  #candidate: WorkerEnd | null = null;
  /** What the run that is shown goes on to say meanwhile; nobody's business once there is a new one. */
  #held: Reply[] = [];
  /** Has seen the interpreter at work, so that the next run is fast from its beginning. */
  #warmed: WorkerEnd | null = null;
  #warming: WorkerEnd | null = null;
  readonly #receive: (reply: Reply) => void;
  readonly #hooks: WorkerHooks = {
    receive: (reply, worker) => this.#take(worker, reply),
    fail: (message, worker) => this.#fail(worker, message),
    rest: () => this.#warmUp(),
  };

  /** `receive` gets every reply, in order. */
  constructor(receive: (reply: Reply) => void) {
    this.#receive = receive;
  }

  send(request: Request): void {
    if (request.kind === 'run') {
      this.#candidate?.end();
      if (this.#worker === null && isOpening(request)) {
        this.#candidate = new RecordedWorker(request, this.#hooks);
        return;
      }
      this.#candidate = this.#warmed ?? new ScriptWorker(this.#hooks);
      this.#warmed = null;
    }
    (this.#candidate ?? (this.#worker ??= new ScriptWorker(this.#hooks))).send(request);
  }

  /** Chunks of events that nobody reads any more, for the worker that runs now. */
  reuse(chunks: Int32Array[]): void {
    if (!(this.#worker instanceof ScriptWorker)) return;
    const buffers = chunks.map(({ buffer }) => buffer as ArrayBuffer);
    this.#worker.send({ kind: 'reuse', chunks }, buffers);
  }

  /** Ends the workers with everything they hold. Replies on their way are dropped. */
  end(): void {
    for (const worker of [this.#worker, this.#candidate, this.#warmed, this.#warming]) worker?.end();
    this.#worker = this.#candidate = this.#warmed = this.#warming = null;
    this.#held = [];
  }

  #take(worker: WorkerEnd, reply: Reply): void {
    if (worker === this.#warming) {
      this.#warming = null;
      return this.#keepWarm(worker);
    }
    if (worker === this.#candidate) {
      this.#candidate = null;
      const held = this.#held.splice(0);
      if (reply.kind === 'refused' && this.#worker !== null) {
        this.#keepWarm(worker);
        this.#receive(reply);
        for (const each of held) this.#receive(each);
        return;
      }
      const before = this.#worker;
      this.#worker = worker;
      if (before !== null) this.#retire(before);
    } else if (worker !== this.#worker) return;
    else if (this.#candidate !== null) {
      this.#held.push(reply);
      return;
    }
    this.#receive(reply);
  }

  #fail(worker: WorkerEnd, message: string): void {
    if (worker !== this.#worker && worker !== this.#candidate) return this.#drop(worker);
    this.end();
    this.#receive({ kind: 'failed', message });
  }

  /** A worker that was to be warm is none. */
  #drop(worker: WorkerEnd): void {
    worker.end();
    if (worker === this.#warming) this.#warming = null;
    if (worker === this.#warmed) this.#warmed = null;
  }

  /** For the time in which the reader looks at the picture. */
  #warmUp(): void {
    if (this.#warming !== null || this.#warmed !== null) return;
    this.#warming = new ScriptWorker(this.#hooks);
    this.#warming.send({ kind: 'warm' });
  }

  /** A worker whose run is shown no longer is as warm as any. */
  #retire(worker: WorkerEnd): void {
    if (!(worker instanceof ScriptWorker && worker.rests) || this.#warming !== null) return worker.end();
    worker.send({ kind: 'forget' });
    this.#keepWarm(worker);
  }

  #keepWarm(worker: WorkerEnd): void {
    if (this.#warmed === null) this.#warmed = worker;
    else worker.end();
  }
}
