import { expect, test } from 'vitest';
import { keepSpare } from '../heap/events.ts';
import type { SpareMemory } from '../heap/heap-memory.ts';
import { newMachine } from './run-program.ts';
import { startProgram } from './run.ts';

const TREE = `
import gc, weakref
class Node:
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)
    def __del__(self):
        deaths.append(len(self.children))
deaths = []
root = Node(None)
for _ in range(60):
    for _ in range(10):
        Node(root)
watched = weakref.ref(root)
del root
print(gc.collect(), watched(), len(deaths))
`;
const OTHER = `
import gc
x = {'a': [1, (2, 3)], 'b': {4, 5}}
x['self'] = x
y = [lambda: n for n in range(900)]
del x
print(gc.collect(), gc.get_count(), len(y))
del y
print(gc.collect(), gc.get_count(), [kind.__name__ for kind in map(type, gc.get_objects()[:50])])
`;

/** What a program prints and records. */
function runIn(spare: SpareMemory | undefined, source: string): { output: string; words: number[]; idLimit: number } {
  const machine = newMachine({ spare });
  const run = startProgram(machine, source, 'main.py');
  expect(run.go().kind).toBe('finished');
  const { output, chunks, idLimit } = run.takeDelta();
  const words = chunks.flatMap((chunk) => Array.from(chunk));
  if (spare !== undefined) {
    keepSpare(spare.chunks, chunks);
    spare.heap = machine.heap.giveUpMemory();
  }
  return { output, words, idLimit };
}

test('a run in the memory of another prints and records the same as one in new memory', () => {
  const spare: SpareMemory = { chunks: [], heap: null };
  runIn(spare, TREE);
  expect(spare.heap).not.toBeNull();
  expect(runIn(spare, OTHER)).toEqual(runIn(undefined, OTHER));
  expect(runIn(spare, TREE)).toEqual(runIn(undefined, TREE));
});
