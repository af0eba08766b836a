import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
from dataclasses import *
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 5
    tags: list = field(default_factory=list)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = field(default='z', compare=False)
    n: ClassVar[int] = 7
@dataclass
class B(P):
    w: float = 0.0
    def __post_init__(self): self.total = self.x + self.w
@dataclass(slots=True)
class S:
    a: int = 1
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
@dataclass
class V:
    a: int
    extra: InitVar[int] = 3
    hidden: int = field(default=0, init=False, repr=False)
    def __post_init__(self, extra): self.hidden = self.a + extra
p, f = P(1), F(1)
def make(source_type, **body):
    annotations = {name: source_type for name in body}
    return dataclass(type('X', (), {'__annotations__': annotations, **body}))
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  [
    'p, p == P(1), p == P(2), p != P(1), P(1, 2, [3]), P(y=1, x=2), P(1).tags is P(1).tags',
    '(P(x=1, y=5, tags=[]), True, False, False, P(x=1, y=2, tags=[3]), P(x=2, y=1, tags=[]), False)',
  ],
  [
    'asdict(P(1, 2, [3])), astuple(P(1)), replace(p, x=9), [each.name for each in fields(p)], is_dataclass(P), is_dataclass(5)',
    "({'x': 1, 'y': 2, 'tags': [3]}, (1, 5, []), P(x=9, y=5, tags=[]), ['x', 'y', 'tags'], True, False)",
  ],
  ['P()', "TypeError: P.__init__() missing 1 required positional argument: 'x'"],
  ['P(1, 2, 3, 4)', 'TypeError: P.__init__() takes from 2 to 4 positional arguments but 5 were given'],
  ['P(1, z=3)', "TypeError: P.__init__() got an unexpected keyword argument 'z'"],
  ['P(1, x=3)', "TypeError: P.__init__() got multiple values for argument 'x'"],
  ['hash(p)', "TypeError: unhashable type: 'P'"],
  ['p < p', "TypeError: '<' not supported between instances of 'P' and 'P'"],
  ["setattr(f, 'a', 2)", "FrozenInstanceError: cannot assign to field 'a'"],
  ["delattr(f, 'a')", "FrozenInstanceError: cannot delete field 'a'"],
  [
    "f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(3), F(1)]), {f: 1}[F(1)], F.n, F(1) == F(1, 'q')",
    "(F(a=1, b='z'), True, True, [F(a=1, b='z'), F(a=3, b='z')], 1, 7, True)",
  ],
  ['B(1, w=2.5), B(1, w=2.5).total, B.__match_args__', "(B(x=1, y=5, tags=[], w=2.5), 3.5, ('x', 'y', 'tags', 'w'))"],
  ["S(), hasattr(S(), '__dict__'), S(4) == S(4)", '(S(a=1), False, True)'],
  ['K(a=1)', 'K(a=1, b=2)'],
  ['K(1)', 'TypeError: K.__init__() takes 1 positional argument but 2 were given'],
  ['K()', "TypeError: K.__init__() missing 1 required keyword-only argument: 'a'"],
  ['V(1), V(1).hidden, V(1, 10).hidden', '(V(a=1), 4, 11)'],
  ['make(list, a=[])', "ValueError: mutable default <class 'list'> for field a is not allowed: use default_factory"],
  ['fields(5)', 'TypeError: must be called with a dataclass type or instance'],
  ['asdict(5)', 'TypeError: asdict() should be called on dataclass instances'],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
