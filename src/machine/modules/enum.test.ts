import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
from enum import *
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = 'b'
    ROSE = 1
    def nice(self): return self.name.title()
class I(IntEnum):
    A = 1
    B = 2
class T(StrEnum):
    RED = auto()
class M(str, Enum):
    A = 'a'
class Perm(Flag):
    R = auto()
    W = auto()
    RW = R | W
class Bits(IntFlag):
    A = 1
    B = 2
class Planet(Enum):
    EARTH = (6, 3)
    MOON = (1, 2)
    def __init__(self, mass, radius): self.density = mass / radius
class Lenient(Enum):
    X = 1
    @classmethod
    def _missing_(cls, value): return cls.X
def twice():
    class D(Enum):
        A = 1
        A = 2
def doubled():
    @unique
    class D(Enum):
        A = 1
        B = 1
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  [
    "Color.RED, str(Color.RED), Color(1), Color['GREEN'], Color('b'), list(Color), len(Color), Color",
    "(<Color.RED: 1>, 'Color.RED', <Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>, [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>], 3, <enum 'Color'>)",
  ],
  [
    'Color.RED.name, Color.RED.value, Color.GREEN.value, Color.ROSE is Color.RED, Color.RED is Color(1), Color.RED == 1, Color.RED != Color.GREEN',
    "('RED', 1, 2, True, True, False, True)",
  ],
  [
    'Color.RED.nice(), Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 1}[Color.RED], type(Color.RED)',
    "('Red', True, True, 1, <enum 'Color'>)",
  ],
  ['Color(99)', 'ValueError: 99 is not a valid Color'],
  ["Color['X']", "KeyError: 'X'"],
  ["setattr(Color, 'RED', 5)", "AttributeError: cannot reassign member 'RED'"],
  ['Color.RED < Color.GREEN', "TypeError: '<' not supported between instances of 'Color' and 'Color'"],
  [
    "I.A, str(I.A), I.A + 1, I.A < I.B, I.A == 1, sorted([I.B, I.A]), [0, 1, 2][I.B], f'{I.A}'",
    "(<I.A: 1>, '1', 2, True, True, [<I.A: 1>, <I.B: 2>], 2, '1')",
  ],
  [
    "T.RED, str(T.RED), T.RED == 'red', M.A, str(M.A), M.A == 'a', M.A.upper()",
    "(<T.RED: 'red'>, 'red', True, <M.A: 'a'>, 'M.A', True, 'A')",
  ],
  [
    'Perm.R | Perm.W, Perm.RW, Perm.R in Perm.RW, Perm.RW & Perm.W, bool(Perm.R & Perm.W), Perm(3), list(Perm), Perm(0), ~Perm.R, list(Perm.RW)',
    '(<Perm.RW: 3>, <Perm.RW: 3>, True, <Perm.W: 2>, False, <Perm.RW: 3>, [<Perm.R: 1>, <Perm.W: 2>], <Perm: 0>, <Perm.W: 2>, [<Perm.R: 1>, <Perm.W: 2>])',
  ],
  ['Bits.A | Bits.B, Bits.A | 2, (Bits.A | Bits.B) == 3, str(Bits.A)', "(<Bits.A|B: 3>, <Bits.A|B: 3>, True, '1')"],
  ["Planet.MOON.density, Planet.MOON.value, Lenient(9), Enum('C', 'a b').b.value", '(0.5, (1, 2), <Lenient.X: 1>, 2)'],
  ['twice()', "TypeError: 'A' already defined as 1"],
  ['doubled()', "ValueError: duplicate values found in <enum 'D'>: B -> A"],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
