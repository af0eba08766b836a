import sys
rc = sys.getrefcount
class W:
    def __enter__(self): print('enter', rc(self)); return self
    def __exit__(self, *a): print('exit', rc(self), len(a)); return True
class W2:
    def __enter__(self): print('enter', rc(self)); return rc(self)
    def __exit__(self, t, e, tb): print('exit', rc(self), e is None or rc(e)); return True
def f(w):
    with w: print('body', rc(w))
    with w as v: print('body', rc(w), rc(v))
    with w as v:
        1 / 0
    del v
    print('after', rc(w))
def g():
    o = W2()
    with o: pass
    with o as r: print(r)
    with o: raise ValueError('x')
    with W2() as k: print(k)
    with W() as k: print(rc(k))
    print(rc(o))
w = W()
with w: print('body', rc(w))
with w as q: print('body', rc(w))
with W() as z: print(rc(z))
with w: raise KeyError
f(w)
f(W())
g()
def h(x, y=1): return rc(x)
def callers():
    o = W()
    out = [h(x=o), h(o, y=2), h(y=2, x=o), h(*[o]), h(**{'x': o}), h(*(o,)), (lambda *a: rc(a[0]))(o), (lambda **k: rc(k['x']))(x=o), (lambda x=o: rc(x))()]
    print(out)
for _ in range(3): callers()
o = W()
print([h(x=o), h(o, y=2), h(y=2, x=o), h(*[o]), h(**{'x': o}), h(*(o,)), (lambda *a: rc(a[0]))(o), (lambda **k: rc(k['x']))(x=o), (lambda x=o: rc(x))()])
class Base:
    def __init__(self, a=None): self.r = rc(self); self.a = rc(a)
    def m(self): return rc(self)
class Der(Base):
    def __init__(self): super().__init__()
    def m(self): return super().m()
class Der3(Base):
    def __init__(self, a): super().__init__(a); self.z = super().m()
class Der4(Base):
    def __init__(self, a):
        super(Der4, self).__init__(a)
class Der5(Base):
    def __init__(self, a):
        Base.__init__(self, a)
print([Der().r for _ in range(5)])
def t():
    d = Der()
    print(d.r, d.m(), d.m(), d.m())
    x = W()
    for _ in range(3):
        e = Der3(x)
        print(e.r, e.a, e.z, rc(e))
    for _ in range(3):
        e = Der4(x); f5 = Der5(x)
        print(e.r, e.a, f5.r, f5.a)
t(); t()
class P:
    def __format__(self, s): return str(rc(self))
    def __repr__(self): return str(rc(self))
class P2:
    def __str__(self): return str(rc(self))
    def __len__(self): return rc(self)
    def __getitem__(self, i): return rc(self)
    def __setitem__(self, i, v): print(rc(self), rc(v))
    def __delitem__(self, i): print(rc(self))
    def __iter__(self): yield rc(self)
    def __add__(self, o): return rc(self), rc(o)
    def __radd__(self, o): return rc(self), rc(o)
    def __iadd__(self, o): print(rc(self), rc(o)); return self
    def __lt__(self, o): return (rc(self), rc(o))
    def __eq__(self, o): return (rc(self), rc(o))
    def __hash__(self): return rc(self)
    def __bool__(self): print(rc(self)); return True
    def __neg__(self): return rc(self)
    def __index__(self): return rc(self)
    def __int__(self): return rc(self)
    def __float__(self): return float(rc(self))
    def __abs__(self): return rc(self)
    def __round__(self, n=None): return rc(self)
    def __reversed__(self): return [rc(self)]
    def __missing__(self, k): return rc(self)
    def __divmod__(self, o): return rc(self), rc(o)
    def __pow__(self, o): return rc(self), rc(o)
    def __getattr__(self, n): return rc(self)
    def __setattr__(self, n, v): print(n, rc(self), rc(v)); object.__setattr__(self, n, v)
    def __delattr__(self, n): print(n, rc(self)); object.__delattr__(self, n)
    def __dir__(self): return [str(rc(self))]
    def __sizeof__(self): return rc(self)
    def __copy__(self): return rc(self)
    def __deepcopy__(self, memo): return rc(self)
    def __call__(self, *a, **k): return rc(self)
    def __contains__(self, x): print(rc(self), rc(x)); return True
    def __enter__(self): return rc(self)
    def __length_hint__(self): return rc(self)
    def __reduce__(self): return (str, (str(rc(self)),))
    def __instancecheck__(self, x): return True
    @classmethod
    def k(cls): return rc(cls) > 0
def ops(o):
    b = W()
    p = P()
    print(format(p), f'{p}', f'{p!r}', '{}'.format(p), '%s' % p, repr(p), f'{p:>5}', [p], (p,))
    print(format(o), f'{o}', '%s' % o, len(o), o[b], list(o), o + b, b + o, o < b, o == b, hash(o), -o, hex(o), int(o), float(o), abs(o), round(o), round(o, 1))
    o[b] = b; del o[b]
    o += b
    if o: pass
    not o
    bool(o)
    print(reversed(o), divmod(o, b), o ** b, sys.getsizeof(o) > 0, o(), o(b), o(b, x=1), o(*[b]))
    o.x = b
    del o.x
    setattr(o, 'y', b)
    b in o
    [x for x in o]
    a, = o
    for q in o: print(q)
    print(max([o, o], key=lambda v: rc(v)) is o, sorted([o], key=lambda v: print(rc(v))) == 1, list(map(rc, [o, b])), list(filter(lambda v: print(rc(v)), [o, b])), any(rc(v) for v in [o]), [rc(v) for v in (o, b)], {rc(v) for v in {1: o}.values()}, [(rc(k), rc(v)) for k, v in zip([o], [b])], [rc(v) for i, v in enumerate([o])])
o = P2()
ops(o)
ops(P2())
print(o + w, w + o, o < w, o == w, len(o), o[w], o(), list(o))
