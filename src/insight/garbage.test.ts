import { expect, test } from 'vitest';
import { Journal } from '../journal/journal.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { whyStillThere } from './garbage.ts';

test('garbage that waits says what holds it: its cycle, or what it hangs off', () => {
  const source = 'class Node:\n    pass\na = Node()\na.me = a\na.tail = [1]\ndel a\n';
  const run = startProgram(newMachine({}), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  const { state } = playhead;
  const alive = [...journal.objects.born.view()].filter((id) => state.isAlive(id) && !journal.isLibrary(id));
  const node = alive.find((id) => journal.typeNameOf(id) === 'Node')!;
  const tail = alive.find((id) => journal.typeNameOf(id) === 'list')!;
  expect(whyStillThere(state, node, 'generational')).toContain('refers to itself');
  expect(whyStillThere(state, node, 'generational')).toContain('generation 0');
  expect(whyStillThere(state, tail, 'generational')).toContain('which is garbage, too, still holds it');
  expect(whyStillThere(state, node, 'mark-sweep')).toContain('next sweep');
  expect(whyStillThere(state, node, 'refcount')).toContain('nothing will ever free it');
});
