import { describe, expect, test } from 'vitest';
import { newMachine } from '../../machine/run-program.ts';
import { startProgram } from '../../machine/run.ts';
import { lessons } from '../../lesson/lessons.ts';
import { askedFor, budgetFor, buildCost, costText, largestThatFits, usualBudget, warningFor } from './build-cost.ts';
import { buildStatement, nodesOf, type ParentLinks } from './statements.ts';

describe('what a tree costs', () => {
  test.each(['none', 'strong', 'weak'] satisfies ParentLinks[])('is foreseen to a quarter, links: %s', (links) => {
    const machine = newMachine();
    const run = startProgram(machine, lessons[0].source, 'main.py', usualBudget);
    run.go();
    const words = machine.heap.events.wordCount;
    const ids = machine.heap.end;
    expect(run.runStatement(buildStatement(3, 10, links, lessons[0].source))).toEqual({ kind: 'finished' });
    const cost = buildCost({ depth: 3, breadth: 10 }, links);
    expect(cost.nodes).toBe(1111);
    const foreseen = cost.words / (machine.heap.events.wordCount - words);
    expect(foreseen).toBeGreaterThan(0.8);
    expect(foreseen).toBeLessThan(1.25);
    expect(machine.heap.end - ids).toBeLessThan(cost.objects + 1.2 * cost.nodes);
  });

  test('a million nodes fit, ten million do not', () => {
    for (const links of ['none', 'strong', 'weak'] as const) {
      expect(buildCost({ depth: 6, breadth: 10 }, links).fits).toBe(true);
      expect(buildCost({ depth: 7, breadth: 10 }, links).fits).toBe(false);
    }
  });

  test.each([
    [
      { depth: 7, breadth: 10 },
      { depth: 6, breadth: 10 },
    ],
    [
      { depth: 1, breadth: 10_000_000 },
      { depth: 1, breadth: 1_290_321 },
    ],
    [
      { depth: 24, breadth: 2 },
      { depth: 19, breadth: 2 },
    ],
    [
      { depth: 3, breadth: 4 },
      { depth: 3, breadth: 4 },
    ],
  ])('the largest that fits instead of %o is %o', (wanted, offered) => {
    const found = largestThatFits(wanted, 'none');
    expect(buildCost(found, 'none').fits).toBe(true);
    expect(found).toEqual(offered);
  });

  test('whatever is wanted, what is offered fits and is not larger', () => {
    for (const wanted of [
      { depth: 400, breadth: 1_000_000 },
      { depth: 400, breadth: 1 },
      { depth: 9, breadth: 0 },
    ]) {
      const found = largestThatFits(wanted, 'weak');
      expect(buildCost(found, 'weak').fits).toBe(true);
      expect(nodesOf(found.depth, found.breadth)).toBeLessThanOrEqual(nodesOf(wanted.depth, wanted.breadth));
    }
  });
});

test('a text says which tree it asks for', () => {
  expect(askedFor('root = create_data_graph(7, 10)')).toEqual({ depth: 7, breadth: 10, links: 'none' });
  expect(askedFor("a = create_data_graph(2, 3)\nb = create_data_graph(6, 1_0, 'weak')")).toEqual({
    depth: 6,
    breadth: 10,
    links: 'weak',
  });
  expect(askedFor('def create_data_graph(depth, breadth):')).toBeNull();
});

test('only a tree that needs it, and that fits, gets more than the usual budget', () => {
  expect(budgetFor('root = create_data_graph(3, 4)')).toBe(usualBudget);
  expect(budgetFor('while True: pass')).toBe(usualBudget);
  expect(budgetFor('root = create_data_graph(6, 10)').events).toBeGreaterThan(138_000_000);
  expect(budgetFor('root = create_data_graph(7, 10)')).toBe(usualBudget);
});

test('a cost is said in round numbers, and what fits is offered', () => {
  expect(costText(buildCost({ depth: 6, breadth: 10 }, 'none'))).toBe(
    '1,111,111 nodes (about 2.2 million objects, 74 million events, 2.1 GiB and 33 s)',
  );
  expect(costText(buildCost({ depth: 400, breadth: 1000 }, 'none'))).toBe('more nodes than can be counted');
  expect(warningFor('root = create_data_graph(7, 10)')).toMatch(
    /asks for 11,111,111 nodes .* more than a page can hold.*create_data_graph\(6, 10\) fits/,
  );
  expect(warningFor('root = create_data_graph(6, 10)')).toBe('');
});
