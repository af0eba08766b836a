/**
 * A worker whose first run is there before it is. The page shows the recording of the opening run; the machine repeats the
 * run unheard, when the page is idle or something is asked of it, and goes on from there: a run is the same each time.
 */
import { nextTask } from '../next-task.ts';
import type { Reply, Request, RunRequest } from './protocol.ts';
import { unpackReplies } from './recording.ts';
import { ScriptWorker, type WorkerEnd, type WorkerHooks } from './worker-end.ts';
import { whenIdle } from './when-idle.ts';

export class RecordedWorker implements WorkerEnd {
  readonly #run: RunRequest;
  readonly #hooks: WorkerHooks;
  #state: 'fetching' | 'shown' | 'repeating' | 'ready' | 'ended' = 'fetching';
  #worker: ScriptWorker | null = null;
  /** Requests that came before the machine had the run. */
  #early: Request[] = [];

  /** `run` is the opening request (see opening.ts). */
  constructor(run: RunRequest, hooks: WorkerHooks) {
    this.#run = run;
    this.#hooks = hooks;
    import('virtual:opening').then(
      ({ default: text }) => this.#show(unpackReplies(text)),
      () => hooks.fail('The opening picture could not be loaded.', this),
    );
  }

  send(request: Request): void {
    if (this.#state === 'ready') return this.#worker!.send(request);
    this.#early.push(request);
    this.#repeat();
  }

  end(): void {
    this.#state = 'ended';
    this.#worker?.end();
  }

  async #show(replies: readonly Reply[]): Promise<void> {
    for (const reply of replies) {
      // As messages come: each in a task of its own.
      await nextTask();
      if (this.#state === 'ended') return;
      this.#hooks.receive(reply, this);
    }
    this.#state = 'shown';
    if (this.#early.length > 0) this.#repeat();
    else whenIdle(() => this.#repeat());
  }

  #repeat(): void {
    if (this.#state !== 'shown') return;
    this.#state = 'repeating';
    this.#worker = new ScriptWorker({
      receive: (reply) => {
        if (this.#state === 'ready' || reply.kind === 'failed') this.#hooks.receive(reply, this);
      },
      fail: (message) => this.#hooks.fail(message, this),
      rest: () => {
        if (this.#state === 'repeating') this.#state = 'ready';
        for (const request of this.#early.splice(0)) this.#worker?.send(request);
        this.#hooks.rest();
      },
    });
    this.#worker.send(this.#run);
  }
}
