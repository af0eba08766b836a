/** The page's end of one worker. */
import type { Reply, Request } from './protocol.ts';

/** What a worker's end is given. */
export interface WorkerHooks {
  /** A reply has come; `end` is who got it. */
  readonly receive: (reply: Reply, end: WorkerEnd) => void;
  /** There is no such machine, or no longer. */
  readonly fail: (message: string, end: WorkerEnd) => void;
  /** What was asked for is done: there is time for other things. */
  readonly rest: () => void;
}

/** One machine, as the page sees it. */
export interface WorkerEnd {
  /** Requests are answered in order, however early they are made. */
  send(request: Request, transfer?: Transferable[]): void;
  /** Ends the machine with everything it holds. Replies on their way are dropped. */
  end(): void;
}

/** A worker. Its script is a file of its own that is fetched when the first one is made. */
export class ScriptWorker implements WorkerEnd {
  #worker: Worker | null = null;
  /** Requests that came before the script, and what goes over with them. */
  #early: [Request, Transferable[]][] = [];
  readonly #fail: (message: string) => void;
  /** The Python of library modules that few programs need, fetched for the first that mentions one. */
  #late: 'absent' | 'awaited' | 'sent' = 'absent';
  /** Requests that the machine works on, or will. */
  #unanswered = 0;
  #ended = false;

  constructor(hooks: WorkerHooks) {
    const fail = (message: string) => hooks.fail(message, this);
    this.#fail = fail;
    import('./run-worker.ts?worker&inline').then(
      ({ default: RunWorker }) => {
        if (this.#ended) return;
        const worker = new RunWorker({ name: 'heapglass-run' });
        worker.onmessage = ({ data }: MessageEvent<Reply>) => {
          if (data.kind !== 'delta') this.#unanswered--;
          hooks.receive(data, this);
          if (data.kind === 'arranged') hooks.rest();
        };
        worker.onerror = ({ message }) => fail(message || 'The worker that runs programs stopped without a reason.');
        this.#worker = worker;
        this.#flush();
      },
      () => fail('The part that runs programs could not be loaded.'),
    );
  }

  /** Everything that was asked has been answered. */
  get rests(): boolean {
    return this.#worker !== null && this.#unanswered === 0;
  }

  send(request: Request, transfer: Transferable[] = []): void {
    if (isAnswered(request)) this.#unanswered++;
    if (this.#late === 'absent' && mentionsLateModule(request)) this.#fetchLateModules();
    this.#early.push([request, transfer]);
    this.#flush();
  }

  #flush(): void {
    if (this.#worker === null || this.#late === 'awaited') return;
    for (const [request, transfer] of this.#early.splice(0)) this.#worker.postMessage(request, transfer);
  }

  #fetchLateModules(): void {
    this.#late = 'awaited';
    import('../../machine/modules/late/late-sources.ts').then(
      ({ lateSources }) => {
        this.#late = 'sent';
        this.#early.unshift([{ kind: 'library', sources: lateSources }, []]);
        this.#flush();
      },
      () => this.#fail('A library module that the program imports could not be loaded.'),
    );
  }

  end(): void {
    this.#ended = true;
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** Whether a request has a last reply. */
function isAnswered({ kind }: Request): boolean {
  return kind !== 'cancel' && kind !== 'forget' && kind !== 'reuse' && kind !== 'library';
}

/**
 * Names of the modules of `machine/modules/late`, of those that import them, of what imports a name made up, and the syntax of
 * type parameters. Of `weakref` all but its references and proxies is late.
 */
const LATE =
  /(?<!^\s*import )\bweakref\b(?!\.(?:ref|proxy|getweakrefs|getweakrefcount)\b)|\b(?:abc|annotationlib|bisect|collections|contextlib|copy|dataclasses|enum|functools|heapq|io|os|statistics|string|traceback|tracemalloc|types|typing|warnings|__import__|exec|eval)\b|\b(?:def|class|type)\s+\w+\s*\[|\btype\s+\w+\s*=/m;

/** Whether a program could import a module of `machine/modules/late`. */
function mentionsLateModule(request: Request): boolean {
  if (request.kind !== 'run' && request.kind !== 'statement') return false;
  return LATE.test(request.source);
}
