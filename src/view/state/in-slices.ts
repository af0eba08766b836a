/** Questions that take longer than a task may: a little of the work in each task, and the page answers in between. */
import type { Sliced } from '../../base/sliced.ts';
import type { HeapView } from '../../playhead/heap-view.ts';
import type { Playhead } from '../../playhead/playhead.ts';
import { nextTask } from '../next-task.ts';
import type { Session } from './session.svelte.ts';

/** Milliseconds of work in one task. Other work shares it, and machines are slower than this one. */
const SLICE = 14;

/** Does `work`; undefined when `isOver` before it is done: nobody wants the answer any more. */
export async function inSlices<Answer>(work: Sliced<Answer>, isOver: () => boolean): Promise<Answer | undefined> {
  for (;;) {
    const step = oneSlice(work);
    if (step.done === true) return step.value;
    await nextTask();
    if (isOver()) return undefined;
  }
}

/** Asks about the moment that is shown; undefined when another one is, before there is an answer. */
export function askInSlices<Answer>(
  session: Session,
  question: (heap: HeapView) => Sliced<Answer>,
): Promise<Answer | undefined> {
  const { heap } = session;
  return inSlices(question(heap), () => session.heap !== heap);
}

/** Asks what moves the playhead, in the same way: between two slices it stands where the page shows it. */
export async function askElsewhere<Answer>(
  session: Session,
  question: (playhead: Playhead) => Sliced<Answer>,
  isOver: () => boolean,
): Promise<Answer | undefined> {
  let work: Sliced<Answer> | null = null;
  let stands = session.position;
  for (;;) {
    const step = session.ask((playhead) => {
      playhead.seek(stands);
      work ??= question(playhead);
      const step = oneSlice(work);
      stands = playhead.position;
      return step;
    });
    if (step.done === true) return step.value;
    await nextTask();
    if (isOver()) return undefined;
  }
}

function oneSlice<Answer>(work: Sliced<Answer>): IteratorResult<void, Answer> {
  const until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done === true || performance.now() >= until) return step;
  }
}
