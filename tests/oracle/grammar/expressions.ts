/** Unpacking, comprehensions, conditions, f-strings, assignments of every form: what each holds while it is computed. */
import type { Templates } from './template.ts';

export const EXPRESSIONS: Templates = {
  node: { weight: 3, makes: 'node', write: (c) => `${c.target} = N(${c.label()})` },
  list: { weight: 2, makes: 'list', write: (c) => `${c.target} = [${c.value()}, ${c.value()}, ${c.value()}]` },
  dict: { makes: 'dict', write: (c) => `${c.target} = {'a': ${c.value()}, 'b': ${c.value()}}` },
  starred: {
    weight: 2,
    needs: ['list'],
    makes: 'list',
    write: (c) =>
      `${c.oneOf([`_, *${c.target}`, `*${c.target}, _`, `_, *${c.target}, last`])} = ${c.names[0]}[:1] + [${c.value()}, ${c.value()}]`,
  },
  starredPairs: {
    needs: ['list'],
    makes: 'thing',
    write: ({ names: [a], target }) => `for ${target}, *_ in [${a} + [1]]:\n    print('rest', rc(_))`,
  },
  stars: {
    weight: 2,
    needs: ['list', 'list'],
    makes: 'list',
    write: (c) => `${c.target} = [*${c.names[0]}[:5], ${c.value()}, *${c.names[1]}[:5]]`,
  },
  starTuple: { needs: ['list'], makes: 'tuple', write: ({ names: [a], target }) => `${target} = (*${a}[:3], ${a})` },
  starDict: { needs: ['dict'], makes: 'dict', write: (c) => `${c.target} = {**${c.names[0]}, 'c': ${c.value()}}` },
  starCall: { needs: ['list', 'dict'], write: ({ names: [a, b] }) => `collecting(*${a}[:3], **${b})` },
  starCallCounts: { needs: ['node'], write: (c) => `counting(${c.names[0]}, *[${c.value()}], kept=${c.names[0]})` },
  nestedTargets: {
    needs: ['node'],
    makes: 'thing',
    write: (c) => `(first, ${c.target}), third = [${c.value()}, ${c.names[0]}], ${c.value()}`,
  },
  walrus: {
    needs: ['node'],
    makes: 'thing',
    write: (c) => `print('walrus', rc(${c.target} := ${c.oneOf([c.names[0], `[${c.names[0]}]`])}))`,
  },
  walrusIf: {
    makes: 'thing',
    write: (c) => `if (${c.target} := N(${c.label()})) is not None:\n    print('bound', rc(${c.target}))`,
  },
  chained: {
    weight: 2,
    needs: ['node', 'node'],
    write: ({ names: [a, b] }) =>
      `print('chained', 1 < rc(${a}) <= rc([${b}, ${a}][1]) < 99, ${a} is ${b} is not None)`,
  },
  fString: {
    weight: 3,
    needs: ['node'],
    write: (c) =>
      `print(f'{rc(${c.names[0]})} {rc([${c.names[0]}])} {rc(${c.oneOf([`(${c.names[0]}, 1)[0]`, `N(${c.label()})`, `[${c.names[0]}][0]`])}):>3}')`,
  },
  fStringName: {
    needs: ['node'],
    write: ({ names: [a] }) => `print(f'{${a}.name=} {len(${a}.children)!r:>{rc(${a})}}')`,
  },
  percent: { needs: ['node'], write: ({ names: [a] }) => `print('%d %s' % (rc(${a}), ${a}.name))` },
  counts: {
    weight: 2,
    needs: ['node', 'any'],
    write: ({ names: [a, b] }) => `print('counts', rc(${a}), [rc(${a}), ${b} is None], (rc(${a}),), {1: rc(${a})})`,
  },
  ternary: {
    needs: ['node'],
    makes: 'thing',
    write: (c) => `${c.target} = ${c.names[0]} if rc(${c.names[0]}) > ${c.below(4)} else [${c.names[0]}]`,
  },
  andOr: {
    needs: ['any', 'any'],
    makes: 'thing',
    write: ({ names: [a, b], target }) => `${target} = ${a} and ${b} or [${a}]`,
  },
  lambdaNow: {
    needs: ['node'],
    write: ({ names: [a] }) => `print('now', (lambda value: rc(value))(${a}), (lambda: rc(${a}))())`,
  },
  comprehension: {
    weight: 2,
    needs: ['list'],
    makes: 'list',
    write: (c) =>
      `${c.target} = [${c.oneOf(['rc(each)', '(each, other)', '[each]'])} for each in ${c.names[0]}[:3] for other in (${c.value()},) if each is not ${c.anyName()}]`,
  },
  dictComprehension: {
    needs: ['list'],
    makes: 'dict',
    write: (c) =>
      `${c.target} = {i: ${c.oneOf(['each', '[each]', `N(each and ${c.label()})`])} for i, each in enumerate(${c.names[0]}[:3])}`,
  },
  setComprehension: {
    write: (c) => `print('set', len({Hashed(${c.label()} + each) for each in range(${c.below(4)})}))`,
  },
  nestedComprehension: {
    needs: ['list'],
    makes: 'list',
    write: ({ names: [a], target }) => `${target} = [[other for other in (each, ${a})] for each in ${a}[:3]]`,
  },
  lambdasInComprehension: {
    needs: ['list'],
    makes: 'list',
    write: ({ names: [a], target }) => `${target} = [lambda: each for each in ${a}[:2]]`,
  },
  comprehensionCounts: {
    needs: ['node'],
    write: ({ names: [a] }) => `print('inside', [rc(${a}) for _ in range(2)], [rc(each) for each in [${a}]])`,
  },
  generatorExpression: {
    needs: ['list'],
    write: ({ names: [a] }) =>
      `print('any', any(each is ${a} for each in ${a}), sum(1 for each in ${a}[:3] if rc(each)))`,
  },
  augmented: { needs: ['list'], write: (c) => `${c.names[0]} += [${c.value()}]` },
  augmentedItem: {
    needs: ['dict'],
    write: (c) => `${c.names[0]}['list'] = [${c.value()}]\n${c.names[0]}['list'] += [${c.value()}]`,
  },
  augmentedAttribute: {
    needs: ['node'],
    write: (c) => `${c.names[0]}.children += [${c.value()}]\n${c.names[0]}.children *= 1`,
  },
  swapItems: {
    needs: ['list'],
    write: ({ names: [a] }) => `if len(${a}) > 1:\n    ${a}[0], ${a}[-1] = ${a}[-1], ${a}[0]`,
  },
  rotate: { needs: ['node', 'node', 'node'], write: ({ names: [a, b, c] }) => `${a}, ${b}, ${c} = ${c}, ${a}, ${b}` },
  delSeveral: {
    needs: ['list'],
    write: (c) => `if ${c.names[0]}:\n    passed = ${c.value()}\n    del ${c.names[0]}[0], passed`,
  },
  delNested: { needs: ['dict'], write: (c) => `${c.names[0]}['x'] = {'y': ${c.value()}}\ndel ${c.names[0]}['x']['y']` },
  chainAssign: {
    makes: 'thing',
    write: (c) => `${c.target} = same = N(${c.label()})\nprint('same', rc(same))\ndel same`,
  },
  selfItem: { needs: ['list'], write: ({ names: [a] }) => `if ${a}:\n    ${a}[0] = ${a}[0:1] or ${a}` },
  whileLoop: {
    needs: ['list'],
    write: (c) =>
      `copy_of = ${c.names[0]}[:4]\nwhile copy_of:\n    item = copy_of.pop()\n    if item is ${c.anyName()}: continue\n    if item is ${c.value()}: break\nelse:\n    print('all')\nitem = None`,
  },
  sortedBy: {
    needs: ['list'],
    makes: 'list',
    write: ({ names: [a], target }) => `${target} = sorted(${a}[:4], key=lambda each: rc(each), reverse=True)`,
  },
  minBy: {
    needs: ['list'],
    makes: 'thing',
    write: ({ names: [a], target }) => `${target} = ${`max(${a}, key=rc, default=None)`}`,
  },
  zipStar: {
    needs: ['list'],
    makes: 'list',
    write: ({ names: [a], target }) => `${target} = list(zip(*[${a}[:2], ${a}[-2:]]))`,
  },
  join: { needs: ['list'], write: ({ names: [a] }) => `print(', '.join(type(each).__name__ for each in ${a}[:4]))` },
  assertion: {
    needs: ['node'],
    write: ({ names: [a] }) =>
      `try:\n    assert ${a} is None, ${a}\nexcept AssertionError as error:\n    print('assertion', rc(${a}))`,
  },
  function: {
    weight: 3,
    makes: 'function',
    write: ({ target }) => `def ${target}(p, q, *rest, kept=None):`,
    block: {
      scope: 'function',
      parameters: { p: 'node', q: 'list' },
      last: (c) => c.oneOf([`return ${c.anyName()}`, 'return p, q', 'print(len(rest), rc(p))', 'return [*q, kept]']),
    },
  },
  call: {
    weight: 3,
    needs: ['function', 'node', 'list'],
    makes: 'thing',
    write: ({ names: [f, a, b], target }) => `${target} = ${f}(${a}, ${b}, ${a})`,
  },
  callStar: {
    weight: 2,
    needs: ['function', 'list'],
    makes: 'thing',
    write: (c) =>
      `${c.target} = ${c.names[0]}(N(${c.label()}), [${c.value()}], *${c.names[1]}[:2], kept=${c.names[1]})`,
  },
};
