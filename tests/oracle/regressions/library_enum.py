# What enumerations and flags print and refuse.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
from enum import *
class C(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
print(list(C), C.RED, repr(C.RED), C(1), C['GREEN'], C.ALIAS is C.RED, C.RED.name, C.RED.value, len(C))
t(C, 5); t(lambda: C['X']); t(lambda: C.X); t(setattr, C, 'RED', 3); t(setattr, C.RED, 'value', 3); t(delattr, C, 'RED')
print(C.__members__, C.RED in C, isinstance(C.RED, C), hash(C.RED) == hash('RED'))
t(lambda: 1 in C); t(lambda: 7 in C); t(lambda: 'RED' in C)
t(lambda: C.RED < C.GREEN)
print(C, repr(C), type(C), C.RED.__class__)
class I(IntEnum):
    A = 1
    B = auto()
print(I.A + 1, I.B, repr(I.B), I.A < I.B, f'{I.A}', '%d' % I.A, str(I.A), format(I.A, '03'))
class S(StrEnum):
    X = auto()
    Y = 'why'
print(S.X, S.Y, repr(S.X), S.X == 'x', f'{S.Y:>5}')
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.W), ~F.R, F.RW, list(F.RW), F.R in F.RW, bool(F.R & F.W), F(0), repr(F(0)), F(5))
t(F, 16)
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, repr(IF.A | 8), IF.A + 1, IF(7), ~IF.A)
def extend():
    class D(C): pass
t(extend)
@unique
class U(Enum):
    A = 1
def notunique():
    @unique
    class V(Enum):
        A = 1
        B = 1
t(notunique)
class P(Enum):
    EARTH = (1, 2)
    MARS = (3, 4)
    def __init__(self, m, r):
        self.m = m; self.r = r
    @property
    def g(self): return self.m / self.r
print(P.EARTH.g, P.MARS.m, P.EARTH)
E2 = Enum('E2', 'A B C'); print(list(E2), E2.A.value)
E3 = Enum('E3', {'X': 10, 'Y': 20}); print(list(E3))
class W(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    ONE = auto()
    TWO = auto()
print(list(W))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A if value == 'a' else None
print(M('a')); t(M, 'b')
class N(Enum):
    A = 'a'
    @nonmember
    class Inner: pass
    B = member(3)
print(list(N), N.Inner.__name__)
print([x for x in reversed(C)], C.RED.__dict__.keys() if False else '')
def dup():
    class D(Enum):
        A = 1
        A = 2
t(dup)
@verify(UNIQUE)
class VV(Enum): A = 1
def vv():
    @verify(CONTINUOUS)
    class VVV(Enum): A = 1; B = 3
t(vv)
print(str(S.X), S.X.upper(), [m.name for m in S])
match C.RED:
    case C.GREEN: print('g')
    case C.RED: print('r')
