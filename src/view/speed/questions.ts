/** How long the questions of the page take at a graph of the founding example, parents linked, just before it is freed. */
import { whole } from '../../base/sliced.ts';
import { CollectionWalk, lookInto } from '../../insight/collection/collection-walk.ts';
import { GcLists } from '../../insight/collection/gc-lists.ts';
import { compare } from '../../insight/comparison.ts';
import { cutOfReferrer, statementFor } from '../../insight/cut.ts';
import { dominatorsOf } from '../../insight/dominators.ts';
import { keeperGraph, Keepers } from '../../insight/keepers.ts';
import { reachabilityAt } from '../../insight/reachability.ts';
import { referenceGraph } from '../../insight/reference-graph.ts';
import { referrersOf } from '../../insight/referrers.ts';
import { stockOf } from '../../insight/stock.ts';
import { whatIf } from '../../insight/what-if.ts';
import { avoidForNextPath, whyAlive } from '../../insight/why-alive.ts';
import type { Journal } from '../../journal/journal.ts';
import type { CollectionRecord } from '../../journal/moments.ts';
import { Playhead } from '../../playhead/playhead.ts';
import { median } from './growth.ts';

export const questions = [
  'references as arrays (once a moment)',
  'why alive',
  'next path',
  'what a refcount is made of',
  'what if',
  'its statement',
  'kinds of reachability',
  'dominators and retained sizes',
  'largest keepers, by owner, by type',
  'two moments compared',
  'enter a collection: read the heap and think',
  'enter a collection: phases and steps',
  'from phase to phase, longest',
  'cycles of the garbage',
] as const;
export type Question = (typeof questions)[number];

/** Milliseconds. */
export interface QuestionTime {
  readonly median: number;
  /** What it takes when nothing else is at work. */
  readonly least: number;
}

/** Each question is asked so often, and each time of a moment that has not been asked anything. */
const TIMES = 5;

/** `afterBuild`: position at which the graph is there; `collection`: the one that frees it. */
export function questionTimes(
  journal: Journal,
  afterBuild: number,
  collection: CollectionRecord,
): Record<Question, QuestionTime> {
  const playhead = new Playhead(journal);
  const watch = new StopWatch();
  const lists = new GcLists(journal);
  while (!lists.readAhead(1 << 20));
  playhead.seek(journal.statements[1].startEvent);
  const early = stockOf(playhead.state);
  for (let i = 0; i < TIMES; i++) {
    // What was kept of the moment is forgotten when another one is asked.
    playhead.seek(afterBuild - 1);
    referenceGraph(playhead.state);
    playhead.seek(afterBuild);
    askOfHeap(playhead, watch);
    watch.time('two moments compared', () => compare(early, stockOf(playhead.state)));
    askOfCollection(playhead, collection, lists, watch);
  }
  const answers = questions.map((question) => {
    const times = watch.times.get(question)!;
    return [question, { median: median(times), least: Math.min(...times) }] as const;
  });
  return Object.fromEntries(answers) as Record<Question, QuestionTime>;
}

class StopWatch {
  readonly times = new Map<Question, number[]>(questions.map((question) => [question, []]));

  time<Answer>(question: Question, ask: () => Answer): Answer {
    const begun = performance.now();
    const answer = ask();
    this.times.get(question)!.push(performance.now() - begun);
    return answer;
  }
}

function askOfHeap({ journal, state }: Playhead, watch: StopWatch): void {
  const { ids } = watch.time('references as arrays (once a moment)', () => referenceGraph(state));
  const nodes = ids.filter((id) => journal.typeNameOf(id) === 'DataNode');
  const leaf = nodes[nodes.length - 1];
  watch.time('why alive', () => whyAlive(state, leaf));
  watch.time('next path', () => avoidForNextPath(state, leaf, []));
  watch.time('what a refcount is made of', () => referrersOf(state, leaf));
  const [root] = referrersOf(state, nodes[0]).filter(({ kind }) => kind === 'global');
  const cut = cutOfReferrer(root)!;
  watch.time('what if', () => whatIf(state, cut));
  const [holder] = referrersOf(state, leaf).filter(({ kind }) => kind === 'slot');
  watch.time('its statement', () => statementFor(state, cutOfReferrer(holder)!));
  watch.time('kinds of reachability', () => reachabilityAt(state));
  const { graph, dominators } = watch.time('dominators and retained sizes', () => {
    const graph = keeperGraph(state);
    return { graph, dominators: dominatorsOf(graph) };
  });
  watch.time('largest keepers, by owner, by type', () => {
    const keepers = new Keepers(state, graph, dominators);
    return [keepers.keptBy(), keepers.largestObjects(20), keepers.byOwner(), keepers.byType()];
  });
}

function askOfCollection(playhead: Playhead, collection: CollectionRecord, lists: GcLists, watch: StopWatch): void {
  const looked = watch.time('enter a collection: read the heap and think', () =>
    whole(lookInto(playhead, collection, lists)),
  );
  const walk = watch.time(
    'enter a collection: phases and steps',
    () => new CollectionWalk(playhead, collection, looked),
  );
  const each = walk.phases.map(({ steps }, phase) => {
    const begun = performance.now();
    playhead.seek(walk.positionAt(phase, steps));
    walk.rowAt(phase, steps);
    return performance.now() - begun;
  });
  watch.times.get('from phase to phase, longest')!.push(Math.max(...each));
  watch.time('cycles of the garbage', () => walk.cycles());
}
