/**
 * What the worker does: runs a program in slices, so that it hears a cancel in between, hands on what each slice
 * recorded, and lays the run out when it is over. No word of workers or of the page: tests drive it directly.
 */
import { kindName } from '../../heap/kinds.ts';
import { Ownership } from '../../insight/ownership.ts';
import { Journal } from '../../journal/journal.ts';
import { layOut } from '../../layout/lay-out.ts';
import { buffersOf, type Layout, type LayoutSource } from '../../layout/layout.ts';
import { beginRun, type ProgramRun } from '../../machine/program-run.ts';
import type { ArrangeOptions, Reply, Request } from './protocol.ts';

/** Milliseconds of running between two looks at the mailbox. */
const SLICE = 40;

export class RunDriver {
  readonly #post: (reply: Reply, transfer: Transferable[]) => void;
  readonly #breathe: () => Promise<void>;
  #run: ProgramRun | null = null;
  #journal = new Journal();
  #ownership = new Ownership(this.#journal);
  #layout: Layout | null = null;
  #cancelled = false;

  /** `breathe` lets messages in: it resolves after those that wait have been delivered. */
  constructor(post: (reply: Reply, transfer: Transferable[]) => void, breathe: () => Promise<void>) {
    this.#post = post;
    this.#breathe = breathe;
  }

  async receive(request: Request): Promise<void> {
    try {
      await this.#handle(request);
    } catch (error) {
      this.#post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  async #handle(request: Request): Promise<void> {
    switch (request.kind) {
      case 'run': {
        this.#journal = new Journal();
        this.#ownership = new Ownership(this.#journal);
        this.#layout = null;
        this.#run = beginRun({ python: request.python, collector: request.collector, budget: request.budget });
        const problems = this.#run.start(request.source, 'main.py');
        if (problems !== null) this.#post({ kind: 'refused', diagnostics: problems }, []);
        else await this.#drive(request.arrange);
        break;
      }
      case 'statement': {
        const problems = this.#needRun().startStatement(request.source);
        if (problems !== null) this.#post({ kind: 'refused', diagnostics: problems }, []);
        else await this.#drive(request.arrange);
        break;
      }
      case 'continue':
        this.#needRun().raiseBudget();
        await this.#drive(request.arrange);
        break;
      case 'cancel':
        this.#cancelled = true;
        break;
      case 'arrange':
        this.#arrange(request.arrange);
        break;
    }
  }

  #needRun(): ProgramRun {
    if (this.#run === null) throw new Error('nothing has been run in this worker yet');
    return this.#run;
  }

  async #drive(arrange: ArrangeOptions): Promise<void> {
    const run = this.#needRun();
    this.#cancelled = false;
    for (;;) {
      const until = performance.now() + SLICE;
      let running = true;
      while (running && performance.now() < until) running = run.advance();
      this.#handOn(run, !running);
      if (!running) break;
      await this.#breathe();
      if (this.#cancelled) run.cancel();
    }
    this.#arrange(arrange);
  }

  #handOn(run: ProgramRun, last: boolean): void {
    const delta = run.takeDelta();
    // The worker keeps a journal of its own, to find owners and places; the page gets copies of the words.
    this.#post({ kind: 'delta', delta, last }, []);
    this.#journal.append(delta);
  }

  #arrange(options: ArrangeOptions): void {
    this.#ownership.update();
    const layout = layOut(layoutSource(this.#journal, this.#ownership), {
      ...options,
      previous: this.#layout?.layout === options.layout && this.#layout.fold === options.fold ? this.#layout : null,
    });
    this.#layout = layout;
    const copy = structuredClone(layout);
    this.#post({ kind: 'arranged', layout: copy }, buffersOf(copy));
  }
}

function layoutSource(journal: Journal, ownership: Ownership): LayoutSource {
  const { objects, idLimit } = journal;
  const hidden = new Uint8Array(idLimit);
  for (let id = journal.programStart; id < idLimit; id++) if (journal.isLibrary(id)) hidden[id] = 1;
  hidden[journal.globals] = 1;
  return {
    idLimit,
    owner: ownership.owner,
    kind: objects.kind,
    kindNames: kindName,
    birth: objects.birth,
    death: objects.death,
    bytes: objects.firstBytes,
    hidden,
  };
}
