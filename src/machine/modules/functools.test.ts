import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
from functools import *
calls = []
@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@lru_cache
def add(a, b=1): return a + b
class C:
    def __init__(self): self.n = 0
    @cached_property
    def value(self):
        self.n += 1
        return self.n
    @lru_cache(maxsize=None)
    def plus(self, x): return x + self.n
k = C()
def deco(fn):
    @wraps(fn)
    def wrapper(*a, **k): return fn(*a, **k)
    return wrapper
@deco
def named():
    "doc"
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
@singledispatch
def show(x): return 'object'
@show.register(int)
def _(x): return 'int'
@show.register
def _(x: str): return 'str'
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  ['reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [1, 5], 10), reduce(max, [], 3)', '(6, 10, 3)'],
  ['reduce(max, [])', 'TypeError: reduce() of empty iterable with no initial value'],
  [
    '[square(n) for n in (1, 2, 1, 3, 2)], calls, square.cache_info()',
    '([1, 4, 1, 9, 4], [1, 2, 3, 2], CacheInfo(hits=1, misses=4, maxsize=2, currsize=2))',
  ],
  [
    'square.cache_clear(), square.cache_info(), square.__name__, square.__wrapped__(4)',
    "(None, CacheInfo(hits=0, misses=0, maxsize=2, currsize=0), 'square', 16)",
  ],
  ['fib(50), fib.cache_info()', '(12586269025, CacheInfo(hits=48, misses=51, maxsize=None, currsize=51))'],
  ['add(1), add(1, b=1), add(1, 1), add(a=1), add.cache_info().misses', '(2, 2, 2, 2, 4)'],
  ['add([])', "TypeError: unhashable type: 'list'"],
  [
    'k.value, k.value, k.n, k.__dict__, k.plus(5), k.plus(5), C.plus.cache_info()',
    "(1, 1, 1, {'n': 1, 'value': 1}, 6, 6, CacheInfo(hits=1, misses=1, maxsize=None, currsize=1))",
  ],
  ['named.__name__, named.__qualname__, named.__wrapped__.__name__', "('named', 'named', 'named')"],
  ['sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))', '[3, 2, 1]'],
  ['T(1) <= T(1), T(2) > T(1), T(1) >= T(2)', '(True, True, False)'],
  ["show(1), show('a'), show([]), show(True)", "('int', 'str', 'object', 'int')"],
  [
    "partial(int, base=2)('101'), partial(int, base=2).keywords, partial(partial(max, 1), 5).args, partial(max, 1)(0)",
    "(5, {'base': 2}, (1, 5), 1)",
  ],
  ['partial(5)', 'TypeError: the first argument must be callable'],
  ['partial()', "TypeError: type 'partial' takes at least one argument"],
  ["lru_cache(maxsize='a')", 'TypeError: Expected first argument to be an integer, a callable, or None'],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
