"""Weak references: callbacks, order, identity, equality, proxies, containers in collections."""
import gc, weakref, sys
gc.collect(); gc.disable()
log = []
def flush(label): print(label, log[:]); log.clear()
class C:
    def __init__(self, n=''): self.n = n
    def __repr__(self): return 'C' + self.n
    def meth(self): return 1
c = C('1'); r1 = weakref.ref(c); r2 = weakref.ref(c); cb = lambda r: log.append('cb'); r3 = weakref.ref(c, cb); r4 = weakref.ref(c, cb)
print(r1 is r2, r3 is r4, r1 == r3, hash(r1) == hash(c), weakref.getweakrefcount(c), len(weakref.getweakrefs(c)), r3.__callback__ is cb)
del c; flush('four'); print(r1(), r1 == r3, r1 == r2, r3.__callback__, hash(r1) is not None)
try: hash(r3)
except TypeError as e: print(e)
c = C('2'); p = weakref.proxy(c); print(p.n, p.meth(), type(p).__name__, p == c, isinstance(p, C)); p.x = 5; print(c.x)
q = weakref.proxy(c); print(q is p); del c
try: p.n
except ReferenceError as e: print(e)
order = []
c = C('3')
rs = [weakref.ref(c, lambda r, i=i: order.append(i)) for i in range(5)]; del rs[2]; del c; print(order)
c = C('4'); d = C('5'); c.d = d; d.c = c
order = []
ra = weakref.ref(c, lambda r: order.append('c')); rb = weakref.ref(d, lambda r: order.append('d')); rc = weakref.ref(c, lambda r: order.append('c2'))
del c, d; print(gc.collect(), order)
wv = weakref.WeakValueDictionary(); wk = weakref.WeakKeyDictionary(); ws = weakref.WeakSet()
a = C('a'); wv['a'] = a; wk[a] = 1; ws.add(a); a.me = a
print(len(wv), len(wk), len(ws), 'a' in wv, a in ws, wv['a'], wk[a]); del a; print(len(wv), len(wk), len(ws)); print(gc.collect(), len(wv), len(wk), len(ws))
f = C('f'); fin = weakref.finalize(f, log.append, 'fin'); print(fin.alive, fin.peek()[2:]); f.me = f; del f; gc.collect(); flush('finalize'); print(fin.alive, fin(), fin.peek(), fin.detach())
f = C('g'); fin = weakref.finalize(f, log.append, 'g'); print(fin()); flush('called'); del f; flush('once')
m = C('m'); wm = weakref.WeakMethod(m.meth, lambda r: log.append('wm')); print(wm()(), wm() == m.meth); m.me = m; del m; gc.collect(); flush('wm'); print(wm())
class R(weakref.ref):
    def __init__(self, o, cb=None, tag=None): super().__init__(o, cb); self.tag = tag
    def __new__(cls, o, cb=None, tag=None): return super().__new__(cls, o, cb)
c = C('s'); x = R(c, None, 'tag'); y = R(c); print(x.tag, x is y, x() is c, weakref.getweakrefcount(c), gc.is_tracked(x))
x.loop = x; del x; print(gc.collect(), weakref.getweakrefcount(c))
for o in (1, 'a', (), [], {}, None, object(), 1.5, b'', range(3), type, len, print, lambda: 0, {1}, frozenset(), (i for i in []), C, C().meth, gc, Exception(), property(), int, re if 0 else 0j):
    try: log.append(type(weakref.ref(o)).__name__ == 'ReferenceType')
    except TypeError as e: log.append(str(e))
flush('which')
try: weakref.ref()
except TypeError as e: print(e)
class S: __slots__ = ('a',)
class SW: __slots__ = ('__weakref__',)
for k in (S, SW):
    o = k()
    try: print(weakref.ref(o)() is o)
    except TypeError as e: print(e)
class Reg:
    def __init__(self): self.cb = weakref.ref(self, self.gone)
    @staticmethod
    def gone(r): log.append('gone')
g = Reg(); del g; flush('self ref'); print(gc.collect()); flush('self ref2')
class T:
    def __del__(self): log.append(('del', type(wt()).__name__))
t = T(); wt = weakref.ref(t); del t; flush('in del'); t = T(); t.me = t; wt = weakref.ref(t); del t; gc.collect(); flush('in gc del')
class U:
    def __del__(self): log.append(weakref.ref(self)() is self)
U(); flush('new in del'); u = U(); u.me = u; del u; gc.collect(); flush('new in gc')
a = C('x'); b = C('y'); a.b = b; b.a = a; a.w = weakref.ref(b, lambda r: log.append('inner')); outer = weakref.ref(a.w); del a, b; print(gc.collect(), outer()); flush('inner')
