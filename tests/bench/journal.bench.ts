/**
 * Scan, fold, jump and owners on the founding example's journal: 111,111 nodes, about 12.8 million events.
 *
 * `step over` decodes every event and does nothing else: what the machine can do at best. Read the others as multiples.
 */
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { Ownership } from '../../src/insight/ownership.ts';
import { whyAlive } from '../../src/insight/why-alive.ts';
import { referrersOf } from '../../src/insight/referrers.ts';
import { eventWords } from '../../src/journal/event-store.ts';
import { Ev, OP_MASK } from '../../src/journal/event-words.ts';
import { Journal } from '../../src/journal/journal.ts';
import { newMachine } from '../../src/machine/run-program.ts';
import { startProgram } from '../../src/machine/run.ts';
import { Checkpoints } from '../../src/playhead/checkpoints.ts';
import { Playhead } from '../../src/playhead/playhead.ts';

const program = new URL('../conformance/programs/cycle_seed_graph_full_size_5_10.py', import.meta.url);
const run = startProgram(newMachine({ profile: '3.13' }), readFileSync(program, 'utf8'), 'main.py');
run.go();
const delta = run.takeDelta();
const journal = new Journal();
journal.append(delta);
const { eventCount, objects } = journal;
const playhead = new Playhead(journal);
playhead.seek(eventCount);
const random = seededRandom(1);
const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe(`${eventCount} events, ${objects.born.length} objects`, () => {
  bench(
    'step over',
    () => {
      let events = 0;
      for (const words of delta.chunks) {
        for (
          let at = 0;
          at < words.length && (words[at] & OP_MASK) !== Ev.END_OF_CHUNK;
          at += eventWords[words[at] & OP_MASK]
        )
          events++;
      }
      if (events !== eventCount) throw new Error(`${events} events, expected ${eventCount}`);
    },
    once,
  );
  bench('append', () => new Journal().append(delta), once);
  bench('fold without checkpoints', () => new Playhead(journal, new Checkpoints(1e9, 1e9)).seek(eventCount), once);
  bench('fold with checkpoints', () => new Playhead(journal).seek(eventCount), once);
  bench('owners', () => new Ownership(journal).update(), once);
});

describe('one question', () => {
  const some = { iterations: 50, time: 0, warmupIterations: 5, warmupTime: 0 };
  bench('jump to a random place', () => playhead.seek(Math.floor(random() * eventCount)), some);
  bench('1,000 events back', () => playhead.seek(Math.max(0, playhead.position - 1000)), some);
  bench('who refers to it', () => void referrersOf(playhead.state, objects.born.values[1000]), some);
  bench('why is it alive', () => void whyAlive(playhead.state, objects.born.values[1000]), some);
});
