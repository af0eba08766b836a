"""Callbacks: when the reference is garbage itself, of subclasses of ref, proxies, errors with their text."""
import gc, weakref, sys
class Printed:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
    def flush(self): pass
def plain(text):
    return [l.split(' at 0x')[0] for l in text.split('\n') if l[:4] != '    ' and l]
def errors(f):
    err = sys.stderr = Printed()
    try: f()
    finally: sys.stderr = sys.__stderr__
    for l in plain(err.text): print('   |', l)
class N:
    def __init__(self, name='n', **kw): self.name = name; self.__dict__.update(kw)
    def __repr__(self): return f'N({self.name})'
def t(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return f'{type(e).__name__}: {e}'
def cb(r): print('  cb', type(r).__name__, r() if isinstance(r, weakref.ref) else 'proxy')

print('the reference is garbage too')
n = N(); n.r = weakref.ref(n, cb); del n; print(gc.collect())
n = N(); m = N('m'); n.other, m.other = m, n; n.r = weakref.ref(m, cb); m.r = weakref.ref(n, cb); del n, m; print(gc.collect())
n = N(); n.me = n; l = [weakref.ref(n, cb)]; l.append(l); del n, l; print(gc.collect())
n = N(); n.me = n; l = [weakref.ref(n, cb)]; l.append(l); del n; print(gc.collect()); del l; print(gc.collect())
n = N(); l = [weakref.ref(n, cb)]; l.append(l); del l; print(gc.collect(), weakref.getweakrefcount(n)); del n
n = N(); r = weakref.ref(n, cb); del r; del n
n = N(); r = weakref.ref(n, cb); n.r = r; del r, n; print(gc.collect())
print('in garbage to what is not')
alive = N('alive'); n = N(); n.me = n; n.r = weakref.ref(alive, cb); n.p = weakref.proxy(alive, cb); print(weakref.getweakrefcount(alive)); del n; print(gc.collect(), weakref.getweakrefcount(alive)); del alive
print('outside to garbage, holding garbage')
n = N(); n.me = n; m = N('m'); m.n = n; r = weakref.ref(n, lambda r, m=m: print('  holds', m, m.n)); del n, m; print(gc.collect(), r()); del r; print(gc.collect())
n = N(); n.me = n; r = weakref.ref(n, lambda r, n=n: print('never', n)); del n; print(gc.collect(), r()); del r; print(gc.collect())
print('subclasses')
class Ref(weakref.ref):
    def __new__(cls, ob, callback=None, name=''):
        return super().__new__(cls, ob, callback)
    def __init__(self, ob, callback=None, name=''):
        super().__init__(ob, callback); self.name = name
    def __del__(self): print('  del', self.name)
n = N(); r = Ref(n, cb, 'r1'); s = Ref(n, None, 's'); print(r.name, r() is n, r == s, r is s, hash(r) == hash(s), weakref.getweakrefcount(n), r.__callback__ is cb, s.__callback__); del n; print(r(), s(), r == s, r.__callback__); del r, s
n = N(); n.me = n; r = Ref(n, cb, 'r2'); del n; print(gc.collect(), r()); del r
n = N(); n.r = Ref(n, cb, 'r3'); n.r.me = n.r; del n; print(gc.collect())
n = N(); r = Ref(n, None, 'kept'); r.owner = n; n.r = r; del n, r; print(gc.collect())
class Slots(weakref.ref):
    __slots__ = ('key',)
n = N(); k = Slots(n, cb); k.key = 5; print(k.key, t(setattr, k, 'other', 1)); del n; print(k.key, k())
n = N(); class_refs = [Slots(n), Slots(n)]; print(class_refs[0] is class_refs[1], weakref.ref(n) is weakref.ref(n), weakref.ref(n, None) is weakref.ref(n), weakref.ref(n, cb) is weakref.ref(n, cb), weakref.getweakrefcount(n)); del class_refs
class Hears(weakref.ref):
    def __call__(self): print('  asked'); return super().__call__()
h = Hears(n); print(h() is n); d = {h: 1}; print(d[weakref.ref(n)]); del n
print('errors')
class E(Exception): pass
def bad(r): raise E('bad')
class Callable:
    def __call__(self, r): raise E('object')
    def __repr__(self): return '<callable>'
class Method:
    def m(self, r): raise E('method')
    def __repr__(self): return '<Method>'
def f():
    n = N(); rs = [weakref.ref(n, bad), weakref.ref(n, cb), weakref.ref(n, Callable()), weakref.ref(n, Method().m), weakref.proxy(n, bad)]
    del n; print('  dead')
errors(f)
def f():
    n = N(); n.me = n; rs = [weakref.ref(n, bad), weakref.ref(n, cb), weakref.ref(n, Callable()), weakref.ref(n, Method().m)]
    del n; print(gc.collect())
errors(f)
def f():
    n = N(); rs = [weakref.ref(n, lambda: 0), weakref.ref(n, len), weakref.ref(n, N), weakref.ref(n, repr), weakref.ref(n, int)]
    del n
errors(f)
def f():
    n = N(); r = weakref.ref(n, lambda r: sys.exit(3)); del n
    n = N(); r = weakref.ref(n, lambda r: (yield)); del n
    print('on')
errors(f)
print(t(weakref.ref, 5), t(weakref.ref), t(weakref.ref, N(), 1, 2), t(weakref.ref, N(), callback=1), t(weakref.ref, []), t(weakref.proxy, 5), t(lambda: weakref.ref(N(), 5)() ))
errors(lambda: weakref.ref(N(), 5))
def f():
    n = N(); r = weakref.ref(n, 5); del n
errors(f)
print('in the middle of an exception')
def f():
    n = N(); r = weakref.ref(n, bad)
    try:
        try: 1/0
        finally: del n
    except ZeroDivisionError as e: print('  still', e, e.__context__)
errors(f)
def f():
    n = N(); r = weakref.ref(n, lambda r: print('  handled', sys.exc_info()[0]))
    try: 1/0
    except ZeroDivisionError: del n
f()
print('callbacks that change things')
n = N(); rs = []; rs.append(weakref.ref(n, lambda r: rs.clear())); rs.append(weakref.ref(n, cb)); rs.append(weakref.ref(n, cb)); del n; print(rs)
n = N(); rs = []; rs.append(weakref.ref(n, cb)); rs.append(weakref.ref(n, cb)); rs.append(weakref.ref(n, lambda r: rs.clear())); del n; print(rs)
n = N(); n.me = n; rs = []; rs.append(weakref.ref(n, cb)); rs.append(weakref.ref(n, cb)); rs.append(weakref.ref(n, lambda r: rs.clear())); del n; print(gc.collect(), rs)
n = N(); m = N('m'); r = weakref.ref(n, lambda r: globals().pop('m')); r2 = weakref.ref(m, cb); del n; print('m' in globals())
n = N(); r = weakref.ref(n, lambda r: print('  collect', gc.collect())); x = N(); x.me = x; del x; del n; print(gc.collect())
n = N(); n.me = n; r = weakref.ref(n, lambda r: print('  collect', gc.collect())); del n; print(gc.collect())
n = N(); r = weakref.ref(n, lambda r: made.append(weakref.ref(N('new'), cb))); made = []; del n; print(made[0]())
print('equality and hash')
a, b = N('a'), N('a'); N.__eq__ = lambda s, o: s.name == o.name; N.__hash__ = lambda s: hash(s.name)
ra, rb = weakref.ref(a), weakref.ref(b); print(ra == rb, hash(ra) == hash(rb), ra != rb, len({ra, rb})); rc = weakref.ref(N('a')); print(t(hash, rc), rc == ra, rc == rc, t(lambda: ra < rb)); del b; print(ra == rb, rb == rb, hash(rb) == hash(ra))
print(repr(ra).split(' at ')[0], repr(rb).split(' at ')[0], repr(rb)[-6:])
print('proxies')
class P:
    def __init__(self): self.v = 1
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __call__(self, *a): return a
    def __add__(self, o): return 'sum'
    def __bool__(self): return False
    def __iter__(self): return iter([1, 2])
    def __contains__(self, x): return x == 1
    def __str__(self): return 'P!'
    def __del__(self): print('  del P')
    def __index__(self): return 2
    def __hash__(self): return 5
p = P(); q = weakref.proxy(p, lambda q: print('  proxy cb')); print(type(q).__name__, len(q), q[4], q(1, 2), q + 1, bool(q), list(q), 1 in q, str(q), q.v, [10, 20, 30][q], t(hash, q), weakref.proxy(p) is weakref.proxy(p), q == p, isinstance(q, P), q.__class__ is P)
q.v = 5; print(p.v); del q.v; print(p.__dict__, t(lambda: q.v)); del p; print(t(lambda: q.v), t(len, q), t(str, q), t(bool, q), t(lambda: q + 1), t(setattr, q, 'v', 1), repr(q).split(' at ')[0])
