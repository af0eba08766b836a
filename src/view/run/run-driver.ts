/**
 * What the worker does: runs a program in slices, so that it hears a cancel in between, hands on what each slice
 * recorded, and lays the run out when it is over. No word of workers or of the page: tests drive it directly.
 */
import { release } from '../../base/release.ts';
import { Ownership } from '../../insight/ownership.ts';
import { keepSpare } from '../../heap/events.ts';
import type { SpareMemory } from '../../heap/heap-memory.ts';
import { Journal, MANY } from '../../journal/journal.ts';
import { layOut } from '../../layout/lay-out.ts';
import { buffersOf, type PreviousLayout } from '../../layout/layout.ts';
import { layoutDigest } from '../../layout/layout-digest.ts';
import { newMachineWith } from '../../machine/run-program.ts';
import { startProgram, type Run } from '../../machine/run.ts';
import { warmUp } from '../../machine/warm-up.ts';
import { layoutSource } from './layout-source.ts';
import type { ArrangeOptions, Reply, Request } from './protocol.ts';

/** Milliseconds of running between two looks at the mailbox; what a slice records must be no long task for the page. */
const SLICE = 16;
/** Looks at the budget in between, each after some thousand loop iterations or calls. */
const CHECKS = 1;
const PROGRAM = 'main.py';

export class RunDriver {
  readonly #post: (reply: Reply, transfer: Transferable[]) => void;
  readonly #breathe: () => Promise<void>;
  #run: Run | null = null;
  #journal = new Journal(0, 'lives');
  #ownership = new Ownership(this.#journal);
  #previous: PreviousLayout | null = null;
  /** Of the layout that was posted last. */
  #digest = '';
  #cancelled = false;
  readonly #late: Record<string, string> = {};
  readonly #spare: SpareMemory = { chunks: [], heap: null };

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
        const machine = newMachineWith(this.#late, {
          profile: request.python,
          collector: request.collector,
          spare: this.#spare,
        });
        const compiled = machine.parts.compile(request.source, PROGRAM);
        if (!compiled.ok) {
          this.#spare.heap = machine.heap.giveUpMemory();
          return this.#post({ kind: 'refused', diagnostics: compiled.diagnostics }, []);
        }
        this.#begin(new Journal(MANY, 'lives'));
        this.#run = startProgram(machine, request.source, PROGRAM, request.budget, compiled);
        await this.#drive(request.arrange);
        break;
      }
      case 'statement': {
        const run = this.#needRun();
        const filename = `<statement ${run.statements.length}>`;
        const compiled = run.machine.parts.compile(request.source, filename);
        if (!compiled.ok) return this.#post({ kind: 'refused', diagnostics: compiled.diagnostics }, []);
        run.extend(request.budget);
        run.begin(request.source, filename, compiled);
        await this.#drive(request.arrange);
        break;
      }
      case 'continue':
        this.#needRun().extend(request.budget);
        await this.#drive(request.arrange);
        break;
      case 'cancel':
        this.#cancelled = true;
        break;
      case 'forget':
        this.#spare.heap = this.#run?.machine.heap.giveUpMemory() ?? null;
        this.#run = null;
        // The next run here is given the chunks of the run that is shown then.
        this.#spare.chunks.length = 0;
        this.#begin(new Journal(0, 'lives'));
        break;
      case 'reuse':
        keepSpare(this.#spare.chunks, request.chunks);
        break;
      case 'library':
        Object.assign(this.#late, request.sources);
        break;
      case 'warm':
        warmUp();
        this.#post({ kind: 'warmed' }, []);
        break;
      case 'arrange':
        this.#arrange(request.arrange);
        break;
    }
  }

  #begin(journal: Journal): void {
    this.#journal = journal;
    this.#ownership = new Ownership(journal);
    this.#previous = null;
    this.#digest = '';
  }

  #needRun(): Run {
    if (this.#run === null) throw new Error('nothing has been run in this worker yet');
    return this.#run;
  }

  async #drive(arrange: ArrangeOptions): Promise<void> {
    const run = this.#needRun();
    this.#cancelled = false;
    for (;;) {
      const until = performance.now() + SLICE;
      let end = null;
      while (end === null && performance.now() < until) end = run.slice(CHECKS);
      this.#handOn(run, end !== null);
      if (end !== null) break;
      await this.#breathe();
      if (this.#cancelled) run.cancel();
    }
    this.#arrange(arrange);
  }

  #handOn(run: Run, last: boolean): void {
    const delta = run.takeDelta();
    // The worker has a journal of its own, to find owners and places. It reads the words while they are here; then they
    // go to the page, which has the only copy from there on.
    this.#journal.append(delta);
    this.#ownership.read();
    this.#post(
      { kind: 'delta', delta, last },
      delta.chunks.map((chunk) => chunk.buffer),
    );
    this.#journal.events.giveAway();
  }

  #arrange(options: ArrangeOptions): void {
    this.#ownership.update();
    const layout = layOut(layoutSource(this.#journal, this.#ownership), { ...options, previous: this.#previous });
    const digest = layoutDigest(layout);
    if (digest === this.#digest) {
      release(buffersOf(layout));
      return this.#post({ kind: 'arranged', layout: null }, []);
    }
    this.#digest = digest;
    const { fold, internals, places } = layout;
    this.#previous = { layout: layout.layout, fold, internals, places: structuredClone(places) };
    this.#post({ kind: 'arranged', layout }, buffersOf(layout));
  }
}
