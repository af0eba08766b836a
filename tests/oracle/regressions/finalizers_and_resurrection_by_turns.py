"""PEP 442: order, resurrection and what finalizers may do."""
import gc, weakref, sys
gc.collect(); gc.disable()
log = []
def hook(u): log.append(('unraisable', type(u.exc_value).__name__, str(u.exc_value), getattr(u.object, '__name__', type(u.object).__name__), (u.err_msg or '').split(' <')[0]))
sys.unraisablehook = hook
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
    def __del__(self): log.append(self.n)
def flush(label):
    print(label, log[:]); log.clear()
# 1 raising finalizer in a cycle
class R(N):
    def __del__(self):
        super().__del__(); raise ValueError(self.n)
a = R('a'); b = R('b'); a.o = b; b.o = a
del a, b; print(gc.collect()); flush('raise')
# 2 resurrect via global, then die again
class Z(N):
    def __del__(self): super().__del__(); kept.append(self)
kept = []
z = Z('z'); z.me = z; del z; print(gc.collect(), kept, gc.is_finalized(kept[0])); flush('res'); kept.clear(); print(gc.collect()); flush('res2')
# 3 a finalizer that makes a new cycle and collects
class M(N):
    def __del__(self):
        super().__del__(); n = N('new'); n.me = n; del n; log.append(gc.collect())
m = M('m'); del m; flush('collect in del')
m = M('m'); m.me = m; del m; print(gc.collect()); flush('collect in gc'); print(gc.collect()); flush('after')
# 4 weak callbacks and finalizers together
w = []
a = N('a'); b = N('b'); a.o = b; b.o = a
w.append(weakref.ref(a, lambda r: log.append(('cb a', r())))); w.append(weakref.ref(b, lambda r: log.append(('cb b', r()))))
inner = weakref.ref(a, lambda r: log.append('never')); b.w = inner; del inner
del a, b; print(gc.collect()); flush('callbacks')
# 5 callback raising
c = N('c'); r = weakref.ref(c, lambda r: 1 / 0); del c; flush('cb raise')
# 6 enable/disable in finalizers
class E(N):
    def __del__(self): super().__del__(); gc.enable(); log.append(gc.isenabled())
e = E('e'); e.me = e; del e; gc.collect(); flush('enable'); print(gc.isenabled()); gc.disable()
# 7 garbage / SAVEALL
gc.set_debug(gc.DEBUG_SAVEALL)
s = N('s'); s.l = [s]; del s; print(gc.collect(), gc.garbage, len(gc.garbage)); gc.set_debug(0); flush('saveall'); gc.garbage.clear(); print(gc.collect()); flush('saveall2')
# 8 freeze
f = N('f'); f.me = f; gc.freeze(); n = gc.get_freeze_count(); del f; print(gc.collect(), n > 0); flush('frozen'); gc.unfreeze(); print(gc.collect(), gc.get_freeze_count() in (0, 375)); flush('unfrozen')
# 9 generations
gc.collect()
x = N('x'); print([x in gc.get_objects(generation=g) for g in range(3)]); gc.collect(0); print([x in gc.get_objects(generation=g) for g in range(3)]); gc.collect(1); print([any(o is x for o in gc.get_objects(g)) for g in (0, 1, 2, None)]); gc.collect(); print([x in gc.get_objects(g) for g in range(3)])
# 10 del attribute in finalizer, other object keeps
class D(N):
    def __del__(self): super().__del__(); self.o.o = None
p = D('p'); q = N('q'); p.o = q; q.o = p; q.k = p; del p, q; print(gc.collect()); flush('cut')
# 11 dies in the middle of another's finalizer
class K(N):
    def __del__(self): super().__del__(); d = self.__dict__; d.pop('o', None); log.append('end ' + self.n)
k = K('k'); k.o = N('ko'); del k; flush('nested')
k = K('k'); k.o = N('ko'); k.o.o = k; del k; print(gc.collect()); flush('nested cycle')
# 12 list of finalizers, order of deallocation
l = [N(str(i)) for i in range(4)]; del l; flush('list'); t = tuple(N(str(i)) for i in range(3)); del t; flush('tuple'); d = {i: N(str(i)) for i in range(3)}; del d; flush('dict')
o = N('o'); o.x = N('ox'); o.y = N('oy'); del o; flush('attrs')
# 13 finalizer of class attr
class Own:
    held = N('held')
del Own; flush('class'); print(gc.collect() > 0); flush('class2')
# 14 resurrect one of a cycle through the callback of a weak reference
store = []
a = N('a'); b = N('b'); a.o = b; b.o = a
class Holder: pass
h = Holder(); h.b = b
wr = weakref.ref(a, lambda r, h=h: store.append(h))
del a, b, h; print(gc.collect()); flush('cbres'); wr = None; store.clear(); print(gc.collect()); flush('cbres2')
# 15 del on exception
try: raise_ = N('exc'); raise KeyError('k')
except KeyError as err: kept.append(err)
del raise_; flush('exc'); kept.clear(); flush('exc2')
