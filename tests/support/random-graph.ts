/** Random heaps for questions about one moment: written down as a program, run, and looked at where it ends. */
import fc from 'fast-check';
import { Journal } from '../../src/journal/journal.ts';
import { newMachine, type RunOptions } from '../../src/machine/run-program.ts';
import { startProgram } from '../../src/machine/run.ts';
import type { HeapView } from '../../src/playhead/heap-view.ts';
import { Playhead } from '../../src/playhead/playhead.ts';
import { seededRandom } from '../../src/base/random.ts';
import { RandomRun } from './random-run.ts';

/** The state after the last event of a program. */
export function stateAfter(source: string, options: RunOptions = {}): HeapView {
  const run = startProgram(newMachine(options), source, 'main.py', { events: 3_000_000 });
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  return stateAt(journal, journal.eventCount);
}

export function stateAt(journal: Journal, position: number): HeapView {
  const playhead = new Playhead(journal);
  playhead.seek(position);
  return playhead.state;
}

/** Moments of random runs: in the middle, with frames, stacks, sleeping generators, garbage, and native code at work. */
export const randomMoments: fc.Arbitrary<HeapView> = fc
  .record({ seed: fc.integer(), steps: fc.integer({ min: 1, max: 300 }) })
  .map(({ seed, steps }) => {
    const journal = new Journal();
    journal.append(new RandomRun(seed).run(steps).delta());
    const state = stateAt(journal, Math.floor(seededRandom(seed)() * journal.eventCount) + 1);
    // A counterexample is named, not shown with all its arrays.
    return Object.assign(Object.create(state) as HeapView, {
      [fc.toStringMethod]: () => `seed ${seed}, ${steps} steps`,
    });
  });
