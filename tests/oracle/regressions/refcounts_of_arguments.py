import sys
rc = sys.getrefcount
class A:
    def __init__(self, a=None, *args, **kw): self.r = (rc(self), a is None or rc(a), [rc(x) for x in args], [rc(v) for v in kw.values()])
class N:
    def __new__(cls, a=None, **kw):
        o = super().__new__(cls); o.n = (rc(o), a is None or rc(a)); return o
    def __init__(self, a=None, **kw): self.r = (rc(self), a is None or rc(a))
class B(A): pass
def t():
    o = object()
    for _ in range(3):
        print(A(o).r, A(a=o).r, A(o, o).r, A(o, k=o).r, A(*[o]).r, A(**{'a': o}).r, A(*[o], **{'k': o}).r)
        print(N(o).r, N(o).n, N(a=o).r, N(a=o).n)
        print(B(o).r, B(a=o).r)
    x = A(a=o, b=o)
    print(rc(x), rc(o), x.r)
t()
o = object()
print(A(o).r, A(a=o).r, A(o, o).r, A(o, k=o).r, A(*[o]).r, A(**{'a': o}).r, A(*[o], **{'k': o}).r)
print(list(map(A, [o]))[0].r, [A(v).r for v in [o]], [*map(lambda v: A(a=v).r, [o])])
import functools
p = functools.partial(A, o); q = functools.partial(A, a=o)
print(q().r)
def f(a, *b, k=None, **c): return rc(a), [rc(x) for x in b], rc(k) if k else 0, [rc(x) for x in c.values()]
g = functools.partial(f, o)
def u():
    l = object()
    print(f(l), f(l, l), f(l, k=l), f(a=l), f(l, z=l), f(*(l, l)), f(*[l, l], **{'z': l}), g(), g(l), g(k=l), g(z=l))
    print((lambda *a: f(*a))(l), (lambda **k: f(**k))(a=l), (lambda *a, **k: f(*a, **k))(l, l, k=l, z=l))
    @functools.lru_cache
    def m(x): return rc(x)
    print(m(l), m(l), rc(l))
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    print(w(l), w(l, k=l))
    class D:
        def m(self, a=None, *b, **k): return rc(self), a is None or rc(a), [rc(x) for x in b], [rc(x) for x in k.values()]
        @classmethod
        def c(cls, a): return rc(a)
        @staticmethod
        def s(a=None): return a is None or rc(a)
        def __call__(self, *a, **k): return rc(self), [rc(x) for x in a], [rc(x) for x in k.values()]
        @property
        def p(self): return rc(self)
        def gen(self): yield rc(self)
    d = D()
    for _ in range(2):
        print(d.m(), d.m(l), d.m(a=l), d.m(l, l, z=l), D.m(d), D.m(d, l), D.c(l), d.c(l), D.s(l), d.s(a=l), d(), d(l), d(l, l), d(k=l), d.p, list(d.gen()), next(d.gen()))
    bm = d.m
    print(bm(), bm(l), bm(a=l), rc(d), list(map(d.m, [l])), sorted([l], key=d.m)[0] is l)
    gg = d.gen(); next(gg); print(rc(d))
u()
