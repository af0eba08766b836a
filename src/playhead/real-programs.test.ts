import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { stateText } from '../../tests/support/state-text.ts';
import { Flag, UNTRACKED } from '../heap/heap.ts';
import { referrersOf } from '../insight/referrers.ts';
import { countedReferences } from '../insight/strong-graph.ts';
import { Journal } from '../journal/journal.ts';
import type { PythonMachine } from '../machine/machine.ts';
import { newMachine, type RunOptions } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Checkpoints } from './checkpoints.ts';
import type { HeapView } from './heap-view.ts';
import { Playhead } from './playhead.ts';

vi.setConfig({ testTimeout: 60_000 });

const programs = [
  'cycle_generator_refers_to_itself',
  'cycle_parent_pointers_via_children_list',
  'dealloc_tuple_and_dict_order',
  'dealloc_with_statement_and_finally',
  'finalizer_resurrection_from_cycle',
  'gen_survivors_are_promoted',
  'leak_shared_cache_in_data_graph',
  'weakref_value_dictionary_cache',
];
const ways: readonly RunOptions[] = [
  { profile: '3.11' },
  { profile: '3.14' },
  { profile: '3.13', collector: 'mark-sweep' },
];

function record(program: string, options: RunOptions): { journal: Journal; machine: PythonMachine } {
  const file = new URL(`../../tests/conformance/programs/${program}.py`, import.meta.url);
  const machine = newMachine(options);
  const run = startProgram(machine, readFileSync(file, 'utf8'), 'main.py', { events: 2_000_000 });
  const journal = new Journal();
  // Handed over in slices, as on the page.
  while (run.slice(2) === null) journal.append(run.takeDelta());
  journal.append(run.takeDelta());
  return { journal, machine };
}

/** What lives in the machine's heap: the program's objects, in the words of the journal. */
function heapText({ heap }: PythonMachine, journal: Journal): string[] {
  const lines: string[] = [];
  for (let id = heap.programStart; id < heap.end; id++) {
    if (!heap.isNode(id) || heap.flags[id] & Flag.DEAD || journal.isLibrary(id)) continue;
    const generation = heap.flags[id] & Flag.TRACKED ? heap.generation[id] : UNTRACKED;
    const slots = heap.slotsOf(id).map((held) => heap.cellWord(held));
    lines.push(
      [id, heap.refcount[id], generation, heap.size[id], heap.cellWord(heap.dictOf.get(id) ?? 0), slots].join(),
    );
  }
  return lines;
}

function viewText(state: HeapView): string[] {
  const { journal } = state;
  const lines: string[] = [];
  for (let id = journal.programStart; id < journal.idLimit; id++) {
    if (!state.isAlive(id) || journal.isLibrary(id)) continue;
    const start = state.slotStart[id];
    const slots = [...state.pool.subarray(start, start + state.slotCount[id])];
    lines.push([id, state.refcount[id], state.generation[id], state.size[id], state.dictOf[id], slots].join());
  }
  return lines;
}

describe.each(ways)('under $profile $collector', (options) => {
  describe.each(programs)('%s', (program) => {
    const { journal, machine } = record(program, options);

    test('folds to the live heap, reverts and jumps', () => {
      const { eventCount } = journal;
      const playhead = new Playhead(journal, new Checkpoints(60e6, 1000));
      playhead.seek(eventCount);
      expect(viewText(playhead.state)).toEqual(heapText(machine, journal));
      expect(playhead.state.depth).toBe(0);
      for (let position = eventCount; position >= 0; position -= Math.ceil(eventCount / 9)) {
        playhead.seek(position);
        const straight = new Playhead(journal, new Checkpoints(60e6, 1e9));
        straight.seek(position);
        expect(stateText(playhead.state)).toBe(stateText(straight.state));
      }
    });

    test('has as many referrers as the refcount says', () => {
      const playhead = new Playhead(journal);
      const steps = [...journal.places.steps()];
      for (let i = 0; i < steps.length; i += Math.ceil(steps.length / 12)) {
        playhead.seek(journal.places.eventAt(steps[i]) + 1);
        const { state } = playhead;
        const counted = countedReferences(state);
        const alive = [...journal.objects.born.view()].filter((id) => state.isAlive(id) && !journal.isLibrary(id));
        for (const id of alive) {
          // Variables borrow from 3.14 on; before, everything that refers owns.
          if (options.profile !== '3.14' && counted[id] > state.refcount[id]) {
            expect(`${journal.label(id)}: ${counted[id]}`).toBe(state.refcount[id]);
          }
        }
        for (const id of alive.slice(-25)) {
          const sum = referrersOf(state, id).reduce((total, referrer) => total + referrer.count, 0);
          expect(sum).toBe(state.refcount[id]);
        }
      }
    });
  });
});
