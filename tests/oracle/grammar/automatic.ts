/**
 * Loops that make the collector start by itself. Their counts are exact: only constructs of section 4.4, and nothing
 * is printed before the end, since what printing allocates depends on the build.
 */
import type { Templates } from './template.ts';

export const AUTOMATIC: Templates = {
  keepList: { makes: 'list', write: ({ target }) => `${target} = []` },
  cyclicLists: {
    weight: 3,
    write: (c) => `for _ in range(${10 + c.below(90)}):\n    made = []\n    made.append(made)`,
  },
  cyclicNodes: {
    weight: 2,
    write: (c) => `for _ in range(${10 + c.below(60)}):\n    made = P()\n    made.a = made`,
  },
  loggedNodes: {
    write: (c) => `for each in range(${5 + c.below(30)}):\n    made = Logged(each)\n    made.x = made`,
  },
  keepLists: {
    weight: 3,
    needs: ['list'],
    write: (c) => `for _ in range(${10 + c.below(90)}):\n    ${c.names[0]}.append([])`,
  },
  keepNodes: {
    weight: 2,
    needs: ['list'],
    write: (c) => `for _ in range(${10 + c.below(90)}):\n    ${c.names[0]}.append(P())`,
  },
  keepTuples: {
    needs: ['list'],
    write: (c) => `for each in range(${10 + c.below(90)}):\n    ${c.names[0]}.append((each, ${c.names[0]}))`,
  },
  keepDicts: {
    needs: ['list'],
    write: (c) =>
      `for each in range(${10 + c.below(90)}):\n    ${c.names[0]}.append({'a': ${c.oneOf(['each', '[]'])}})`,
  },
  comprehension: {
    makes: 'list',
    write: (c) => `${c.target} = [${c.oneOf(['[]', '[each]', 'P()'])} for each in range(${10 + c.below(90)})]`,
  },
  closures: { write: (c) => `for each in range(${5 + c.below(20)}):\n    made = enclose(each)` },
  generators: {
    needs: ['list'],
    write: (c) => `for each in range(${5 + c.below(20)}):\n    ${c.names[0]}.append(count_to(each))`,
  },
  churn: { write: (c) => `for each in range(${10 + c.below(90)}):\n    made = [[each]]` },
  clear: { needs: ['list'], write: ({ names: [a] }) => `${a}.clear()` },
  half: { needs: ['list'], write: ({ names: [a] }) => `del ${a}[::2]` },
  del: { needs: ['any'], drops: true, write: ({ names: [a] }) => `del ${a}` },
  collect: { write: (c) => `gc.collect(${c.below(3)})` },
  inFunction: {
    write: (c) =>
      `def fill():\n    kept = []\n    for each in range(${10 + c.below(90)}):\n        kept.append(${c.oneOf(['[each]', 'P()', '[kept]'])})\nfill()`,
  },
  counts: { write: () => `seen.append(gc.get_count()[1:])` },
};
