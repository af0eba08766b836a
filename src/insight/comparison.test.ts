import { expect, test } from 'vitest';
import { stateAfter, stateAt } from '../../tests/support/random-graph.ts';
import { livesBetween } from '../playhead/lives.ts';
import { compare, type Comparison } from './comparison.ts';
import { type Stock, stockOf } from './stock.ts';

const LEAK = `class Node:
    pass
cache = []
def handle(n):
    request = Node()
    if n % 2:
        cache.append(request)
for n in range(10):
    handle(n)
`;

/** The stock when the program comes to a line for the first time. */
function stockAtLine(source: string, line: number): Stock {
  const { journal } = stateAfter(source);
  const { places } = journal;
  const step = [...places.steps()].find((each) => places.lineAt(each) === line)!;
  return stockOf(stateAt(journal, places.eventAt(step) + 1));
}

function made(comparison: Comparison | string): Comparison {
  if (typeof comparison === 'string') throw new Error(comparison);
  return comparison;
}

test('a leak is found: what grew, and the line that made it, come first', () => {
  const before = stockAtLine(LEAK, 8);
  const after = stockOf(stateAt(before.journal, before.journal.eventCount));
  const { rows, total, isSameRun, passing } = made(compare(before, after));
  const node = rows.find(({ typeName }) => typeName === 'Node')!;
  expect(node.place).toEqual({ filename: 'main.py', line: 5 });
  expect([node.born.objects, node.died.objects, node.stayed.objects]).toEqual([5, 0, 0]);
  expect([...node.born.ids].every((id) => before.journal.typeNameOf(id) === 'Node')).toBe(true);
  // The list that holds them grew by their references; it is the same list.
  const list = rows.find(({ typeName, stayed }) => typeName === 'list' && stayed.objects === 1)!;
  expect(list.growth.objects).toBe(0);
  expect(list.growth.bytes).toBeGreaterThan(0);
  expect([isSameRun, passing >= 5]).toEqual([true, true]);
  const sum = after.bytes.reduce((a, b) => a + b, 0) - before.bytes.reduce((a, b) => a + b, 0);
  expect(total.growth).toEqual({ objects: after.ids.length - before.ids.length, bytes: sum });
});

test('the order of the two does not matter; a moment with itself has no difference', () => {
  const before = stockAtLine(LEAK, 8);
  const after = stockOf(stateAt(before.journal, before.journal.eventCount));
  expect(compare(after, before)).toEqual(compare(before, after));
  const same = made(compare(after, after));
  expect([same.total.born.objects, same.total.died.objects, same.total.growth]).toEqual([
    0,
    0,
    { objects: 0, bytes: 0 },
  ]);
});

test('what was born and died agrees with births and deaths', () => {
  const before = stockAtLine(LEAK, 8);
  const { journal } = before;
  for (let position = before.position; position <= journal.eventCount; position += 7) {
    const after = stockOf(stateAt(journal, position));
    const { total, passing } = made(compare(before, after));
    const { born, died } = livesBetween(journal, before.position, position);
    const own = (ids: Int32Array): number[] => [...ids].filter((id) => !journal.isLibrary(id));
    const both = own(born).filter((id) => own(died).includes(id));
    expect([...total.born.ids]).toEqual(own(born).filter((id) => !both.includes(id)));
    expect([...total.died.ids].sort()).toEqual(
      own(died)
        .filter((id) => !both.includes(id))
        .sort(),
    );
    expect(passing).toBe(both.length);
  }
});

test('two runs of one program are compared by type and line; of two programs, not at all', () => {
  const one = stockAtLine(LEAK, 8);
  const other = stockOf(stateAfter(LEAK));
  const { rows, isSameRun } = made(compare(one, other));
  const node = rows.find(({ typeName }) => typeName === 'Node')!;
  expect([isSameRun, node.born.objects, node.died.objects, node.stayed.objects]).toEqual([false, 5, 0, 0]);
  const itself = made(compare(other, stockOf(stateAfter(LEAK))));
  expect([itself.total.born.objects, itself.total.growth.bytes]).toEqual([0, 0]);
  expect(compare(one, stockOf(stateAfter('a = 1')))).toMatch(/different programs/);
});
