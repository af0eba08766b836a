import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
from collections import *
P = namedtuple('P', 'x y')
Q = namedtuple('Q', ['a', 'b'], defaults=[9])
p = P(1, y=2)
class E(namedtuple('E', 'n')):
    def twice(self): return self.n * 2
def ordered(*moves):
    o = OrderedDict(a=1, b=2, c=3)
    for move in moves: o.move_to_end(*move)
    return list(o)
def deq(*calls):
    d = deque('abc')
    for name, *args in calls: getattr(d, name)(*args)
    return d
chain = ChainMap({'a': 1}, {'a': 2, 'b': 3})
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  [
    'p, p.x, p[1], p._replace(x=5), p._asdict(), P._fields, P._make([3, 4]), p == (1, 2), len(p)',
    "(P(x=1, y=2), 1, 2, P(x=5, y=2), {'x': 1, 'y': 2}, ('x', 'y'), P(x=3, y=4), True, 2)",
  ],
  ['Q(1), Q._field_defaults, E(4).twice(), E(4), {p: 1}[(1, 2)]', "(Q(a=1, b=9), {'b': 9}, 8, E(n=4), 1)"],
  ['P(1)', "TypeError: P.__new__() missing 1 required positional argument: 'y'"],
  ['P()', "TypeError: P.__new__() missing 2 required positional arguments: 'x' and 'y'"],
  ['P(1, 2, 3)', 'TypeError: P.__new__() takes 3 positional arguments but 4 were given'],
  ['P(1, z=2)', "TypeError: P.__new__() got an unexpected keyword argument 'z'"],
  ['P(1, x=1)', "TypeError: P.__new__() got multiple values for argument 'x'"],
  ["setattr(p, 'x', 1)", "AttributeError: can't set attribute"],
  ["namedtuple('Z', 'a a')", "ValueError: Encountered duplicate field name: 'a'"],
  ["namedtuple('Z', '_a')", "ValueError: Field names cannot start with an underscore: '_a'"],
  ["namedtuple('Z', 'a 1b', rename=True)(1, 2)", 'Z(a=1, _1=2)'],
  ['P._make([1])', 'TypeError: Expected 2 arguments, got 1'],
  [
    "ordered(('a',)), ordered(('c', False)), ordered(('a',), ('b',))",
    "(['b', 'c', 'a'], ['c', 'a', 'b'], ['c', 'a', 'b'])",
  ],
  ["ordered(('z',))", "KeyError: 'z'"],
  [
    "deq(('append', 1), ('appendleft', 0)), deq(('extend', 'de'), ('extendleft', 'xy')), deq(('rotate', 1)), deq(('rotate', -2)), deq(('remove', 'b')), deq(('insert', 1, 'q')), deq(('reverse',)), deq(('pop',)), deq(('popleft',)), deq(('clear',))",
    "(deque([0, 'a', 'b', 'c', 1]), deque(['y', 'x', 'a', 'b', 'c', 'd', 'e']), deque(['c', 'a', 'b']), deque(['c', 'a', 'b']), deque(['a', 'c']), deque(['a', 'q', 'b', 'c']), deque(['c', 'b', 'a']), deque(['a', 'b']), deque(['b', 'c']), deque([]))",
  ],
  [
    "chain['a'], chain['b'], len(chain), sorted(chain), 'z' in chain, chain.new_child({'a': 0})['a'], chain.parents",
    "(1, 3, 2, ['a', 'b'], False, 0, ChainMap({'a': 2, 'b': 3}))",
  ],
  ["chain['q']", "KeyError: 'q'"],
  [
    "Counter('abracadabra').most_common(2), Counter(a=3) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=1), sorted(Counter(a=2).elements()), Counter(a=1).total()",
    "([('a', 5), ('b', 2)], Counter({'a': 2}), Counter({'a': 1}), Counter({'a': 3, 'b': 1}), ['a', 'a'], 1)",
  ],
  ["Counter.fromkeys('a')", 'NotImplementedError: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
