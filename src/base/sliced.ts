/**
 * Work that can rest: a generator that yields where it may be interrupted and returns its answer. Whoever has time runs it
 * whole; a page runs a little of it in each task.
 */
export type Sliced<Answer> = Generator<void, Answer, void>;

/** Rows, objects, references that are gone through between two rests: about a millisecond. */
export const A_WHILE = 8192;

/** All of it, now. */
export function whole<Answer>(work: Sliced<Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
