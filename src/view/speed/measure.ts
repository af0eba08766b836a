/**
 * How long this browser takes for the phases of the founding example, its whole journal recorded, and for what the page
 * does with the journal. Runs in a worker of its own (speed-worker.ts); real CPython is measured beside it by
 * `npm run bench`.
 */
import { seededRandom } from '../../base/random.ts';
import { keepSpare } from '../../heap/events.ts';
import type { SpareMemory } from '../../heap/heap-memory.ts';
import { Ownership } from '../../insight/ownership.ts';
import { Journal } from '../../journal/journal.ts';
import { layOut } from '../../layout/lay-out.ts';
import { newMachine } from '../../machine/run-program.ts';
import { startProgram, type Run } from '../../machine/run.ts';
import type { RunDelta } from '../../machine/run-record.ts';
import type { Layout } from '../../layout/layout.ts';
import { Playhead } from '../../playhead/playhead.ts';
import { layoutSource } from '../run/layout-source.ts';
import { median } from './growth.ts';
import { type Question, type QuestionTime, questionTimes } from './questions.ts';
import { graphProgram, nodesAt, type Phase, phases, phaseStatement, pipelineProgram } from './graph-program.ts';

export type SpeedRequest =
  | {
      readonly kind: 'graph';
      readonly depth: number;
      readonly linked: boolean;
      /** Take in, lay out and jump about in the journal, too. */
      readonly page: boolean;
    }
  | { readonly kind: 'pipeline'; readonly printing: boolean }
  | { readonly kind: 'picture'; readonly depth: number }
  | { readonly kind: 'questions'; readonly depth: number };

export interface GraphTimes {
  readonly kind: 'graph';
  readonly nodes: number;
  readonly events: number;
  /** Bytes of the recorded events. */
  readonly journalBytes: number;
  /** Milliseconds of each phase. */
  readonly phases: Record<Phase, number>;
  readonly page: PageTimes | null;
}

/** Milliseconds of what the page does with the journal of a run. */
export interface PageTimes {
  /** Index all events and fold them, with checkpoints. */
  readonly takeIn: number;
  /** Read who holds what for how long: done along with a run, so that nobody waits for it. */
  readonly readHolders: number;
  /** Decide on the owner of every object, and place it. */
  readonly layOut: number;
  /** Jump to a random position: median and worst of some. */
  readonly jump: number;
  readonly worstJump: number;
}

export interface PipelineTimes {
  readonly kind: 'pipeline';
  readonly milliseconds: number;
  readonly events: number;
}

/** A graph that has been built, freed and placed: what there is to draw. */
export interface PictureRun {
  readonly kind: 'picture';
  readonly nodes: number;
  readonly deltas: readonly RunDelta[];
  readonly layout: Layout;
}

/** Milliseconds of the questions that the page answers about one moment, and inside one collection. */
export interface QuestionTimes {
  readonly kind: 'questions';
  readonly nodes: number;
  readonly times: Record<Question, QuestionTime>;
}

export type SpeedAnswer = GraphTimes | PipelineTimes | PictureRun | QuestionTimes;

const JUMPS = 30;
const NO_LIMIT = { events: 2e9, objects: 1e9, output: 1e9 };

/** `spare`: memory to be used anew, as the page gives that of one run to the next; what this measurement leaves is put there. */
export function measure(request: SpeedRequest, spare: SpareMemory): SpeedAnswer {
  switch (request.kind) {
    case 'graph':
      return graphTimes(request, spare);
    case 'pipeline':
      return pipelineTimes(request.printing, spare);
    case 'picture':
      return pictureRun(request.depth);
    case 'questions':
      return askQuestions(request.depth);
  }
}

function pictureRun(depth: number): PictureRun {
  const run = startProgram(newMachine(), graphProgram(false), 'main.py', NO_LIMIT);
  finish(run, () => run.go());
  finish(run, () => run.runStatement(phaseStatement('build', depth)));
  const deltas = [run.takeDelta()];
  const journal = new Journal();
  journal.append(deltas[0]);
  const ownership = new Ownership(journal);
  ownership.update();
  const layout = layOut(layoutSource(journal, ownership), { layout: 'tidy', fold: true });
  return { kind: 'picture', nodes: nodesAt(depth), deltas, layout };
}

function askQuestions(depth: number): QuestionTimes {
  const run = startProgram(newMachine(), graphProgram(true), 'main.py', NO_LIMIT);
  finish(run, () => run.go());
  const journal = new Journal();
  journal.append(run.takeDelta());
  for (const statement of [phaseStatement('build', depth), 'del root', 'gc.collect()']) {
    finish(run, () => run.runStatement(statement));
    journal.append(run.takeDelta());
  }
  const times = questionTimes(journal, journal.statements[2].startEvent, journal.collections.at(-1)!);
  return { kind: 'questions', nodes: nodesAt(depth), times };
}

function graphTimes(request: Extract<SpeedRequest, { kind: 'graph' }>, spare: SpareMemory): GraphTimes {
  const machine = newMachine({ spare });
  const run = startProgram(machine, graphProgram(request.linked), 'main.py', NO_LIMIT);
  finish(run, () => run.go());
  const deltas = [run.takeDelta()];
  const milliseconds: Partial<Record<Phase, number>> = {};
  for (const phase of phases) {
    const statement = phaseStatement(phase, request.depth);
    milliseconds[phase] = timed(() => {
      finish(run, () => run.runStatement(statement));
      deltas.push(run.takeDelta());
    });
  }
  const chunks = deltas.flatMap((delta) => delta.chunks);
  const journal = new Journal();
  const takeIn = timed(() => {
    for (const delta of deltas) journal.append(delta);
  });
  const page = request.page ? pageTimes(journal, takeIn) : null;
  keepSpare(spare.chunks, chunks);
  spare.heap = machine.heap.giveUpMemory();
  return {
    kind: 'graph',
    nodes: nodesAt(request.depth),
    events: journal.eventCount,
    journalBytes: chunks.reduce((bytes, chunk) => bytes + chunk.byteLength, 0),
    phases: milliseconds as Record<Phase, number>,
    page,
  };
}

function pageTimes(journal: Journal, indexing: number): PageTimes {
  const playhead = new Playhead(journal);
  const folding = timed(() => playhead.seek(journal.eventCount));
  const ownership = new Ownership(journal);
  const reading = timed(() => ownership.read());
  const arranging = timed(() => {
    ownership.update();
    layOut(layoutSource(journal, ownership), { layout: 'tidy', fold: true });
  });
  const random = seededRandom(1);
  const jumps: number[] = [];
  for (let i = 0; i < JUMPS; i++) {
    const position = Math.floor(random() * journal.eventCount);
    jumps.push(timed(() => playhead.seek(position)));
  }
  return {
    takeIn: indexing + folding,
    readHolders: reading,
    layOut: arranging,
    jump: median(jumps),
    worstJump: Math.max(...jumps),
  };
}

function pipelineTimes(printing: boolean, spare: SpareMemory): PipelineTimes {
  const machine = newMachine({ spare });
  const source = pipelineProgram(printing);
  let run: Run;
  const milliseconds = timed(() => {
    run = startProgram(machine, source, 'main.py', NO_LIMIT);
    finish(run, () => run.go());
  });
  const journal = new Journal();
  journal.append(run!.takeDelta());
  keepSpare(spare.chunks, journal.events.giveAway());
  spare.heap = machine.heap.giveUpMemory();
  return { kind: 'pipeline', milliseconds, events: journal.eventCount };
}

function finish(run: Run, go: () => Run['end']): void {
  const end = go();
  if (end.kind !== 'finished') throw new Error(`the measured program did not finish: ${run.exceptionLine ?? end.kind}`);
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
