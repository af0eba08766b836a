import { expect, test } from 'vitest';
import { Journal } from '../journal/journal.ts';
import { allProfiles } from '../machine/profiles/all-profiles.ts';
import { newMachine } from '../machine/run-program.ts';
import { startProgram } from '../machine/run.ts';
import { Playhead } from '../playhead/playhead.ts';
import { mentionsIn } from './call-argument.ts';
import { referrersOf } from './referrers.ts';

const texts = (line: string): string[] =>
  mentionsIn(line).map(({ path, call }) => `${path.join('.')}${call === '' ? '' : ` -> ${call}`}`);

test.each([
  ['print(sys.getrefcount(root))', ['print', 'sys', 'sys.getrefcount', 'root -> getrefcount']],
  ["print('of root', len(a.b), sep='')", ['print', 'len', 'a', 'a.b -> len']],
  ['f(x) + x  # f(y)', ['f', 'x -> f', 'x']],
  ['print(f"{{x}} {gc.is_tracked(x)!r:>{w}}")', ['print', 'gc', 'gc.is_tracked', 'x -> is_tracked', 'r', 'w']],
  ['node.children.append(child)', ['node', 'node.children', 'node.children.append', 'child -> append']],
  ['f((x), [y], key=z)', ['f', 'x', 'y', 'z -> f']],
  ['items[f(i)].g(1.5, *rest)', ['items', 'f', 'i -> f', 'rest']],
])('%s', (line, mentions) => {
  expect(texts(line)).toEqual(mentions);
});

const source = `import sys
class Node:
    pass
a = Node()
a.next = b = Node()
print(sys.getrefcount(a))
print(f'{sys.getrefcount(a.next)}')
a == a, sys.getrefcount(a)
`;

test.each(allProfiles.map(({ name }) => name))('a value on the stack is named by its call (%s)', (profile) => {
  const run = startProgram(newMachine({ profile }), source, 'main.py');
  run.go();
  const journal = new Journal();
  journal.append(run.takeDelta());
  const playhead = new Playhead(journal);
  const nodes = [...journal.objects.born.view()].filter((id) => journal.typeNameOf(id) === 'Node');
  const said = new Map<string, Set<string>>();
  for (let position = 0; position < journal.eventCount; position++) {
    playhead.seek(position);
    const line = journal.placeAt(position)?.line ?? 0;
    for (const [i, id] of nodes.entries())
      for (const { kind, text } of referrersOf(playhead.state, id))
        if (kind === 'stack' && line > 5) {
          const key = `${'ab'[i]}, line ${line}`;
          said.set(key, (said.get(key) ?? new Set()).add(text));
        }
  }
  const stack = 'the value stack of the module (frame 0)';
  expect(said.get('a, line 6')).toEqual(new Set([`${stack}: argument of getrefcount`]));
  expect(said.get('b, line 7')).toEqual(new Set([`${stack}: argument of getrefcount`]));
  // a lies there to be asked for its attribute, and as an operand of a comparison: that is no argument.
  expect(said.get('a, line 7')).toEqual(new Set([stack]));
  expect(said.get('a, line 8')).toEqual(new Set([stack]));
});
