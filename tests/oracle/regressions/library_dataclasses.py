# What dataclasses make and refuse.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
from dataclasses import *
import dataclasses, gc, sys, weakref
@dataclass
class A:
    x: int
    y: str = 'y'
    z: list = field(default_factory=list)
t(A, 1); t(A, 1, 'b', [2]); t(A); t(A, 1, 2, 3, 4); t(A, x=1, q=2)
print(A(1) == A(1), A(1) != A(2), A(1) == 1)
t(lambda: A(1) < A(2))
t(lambda: hash(A(1)))
print(A.__match_args__, A.__annotations__, A.__dataclass_params__)
print([f.name for f in fields(A)], asdict(A(1)), astuple(A(1)), replace(A(1), x=5))
t(replace, A(1), q=1)
@dataclass(frozen=True, order=True, slots=True)
class B:
    a: int
    b: float = 0.5
b = B(1)
t(setattr, b, 'a', 2); t(delattr, b, 'a'); t(setattr, b, 'zz', 2)
print(sorted([B(3), B(1), B(2)]), hash(B(1)) == hash(B(1)), B.__slots__)
print(hasattr(b, '__dict__'))
@dataclass
class C(A):
    w: int = 4
    def __post_init__(self):
        self.w += 1
print(C(1), C(1, w=7))
t(lambda: dataclass(type('D', (), {'__annotations__': {'a': int, 'b': int}, 'a': 1})))
def bad():
    @dataclass
    class E:
        x: list = []
t(bad)
@dataclass(kw_only=True)
class F:
    a: int
    b: int = 2
t(F, 1); t(F, a=1); t(F)
@dataclass
class G:
    a: int
    _: KW_ONLY
    b: int = 3
    c: InitVar[int] = 3
    def __post_init__(self, c):
        self.d = c
g = G(1, b=2, c=9); print(g, g.d)
t(G, 1, 2)
H = make_dataclass('H', [('x', int), ('y', int, field(default=3, repr=False))])
print(H(1), is_dataclass(H), is_dataclass(H(1)), is_dataclass(3))
@dataclass(eq=False)
class I: x: int
print(I(1) == I(1))
@dataclass(repr=False)
class J: x: int
print(repr(J(1)).split(' at ')[0])
@dataclass(unsafe_hash=True)
class K:
    x: int
    y: int = field(hash=False, compare=False, default=0)
print(hash(K(1)) == hash(K(1, 2)), K(1) == K(1, 5))
t(fields, 3)
@dataclass(weakref_slot=True, slots=True)
class L: x: int
l = L(1); r = weakref.ref(l); print(r() is l); del l; print(r())
@dataclass
class Node:
    v: int
    kids: list = field(default_factory=list, repr=False)
@dataclass
class Rec:
    a: object = None
r = Rec(); r.a = r; print(r)
