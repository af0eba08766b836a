"""Where attributes lie in instances of classes with both __slots__ and a __dict__."""
import gc, collections, weakref, sys
class P: pass
class P1: __slots__ = ('a',)
class P3(P1): pass
class P6(P): __slots__ = ('a', 'c')
class P7(P1, P): pass
class P4: __slots__ = ('__dict__',)
class P8: __slots__ = ('__dict__', 'a', '__weakref__')
class P9(P6): pass
gc.collect(); gc.disable()
for c in (P, P3, P6, P7, P4, P8, P9):
    o = c()
    gc.collect()
    n = len(gc.get_objects()); k = gc.get_count()[0]
    print(c.__name__, [type(r).__name__ for r in gc.get_referents(o)])
    o.b = [1]; a = gc.get_count()[0]
    o.a = {1: []}
    print(len(gc.get_objects()) - n, a - k, [type(r).__name__ for r in gc.get_referents(o)])
    o.z = 1; o.me = o
    vars(o); print([type(r).__name__ for r in gc.get_referents(o)], len(gc.get_objects()) - n, sys.getrefcount(o))
    del o.b; print(vars(o).keys(), [type(r).__name__ for r in gc.get_referents(o)])
    del o; print(gc.collect())
    o = c(); o.x = [1]; o.y = o; r = weakref.ref(o) if c is not P4 else None
    del o; print(gc.collect())
class D:
    __slots__ = ('s', '__dict__')
    def __init__(self, n): self.s = n; self.t = n
    def __del__(self): print('del', self.s if isinstance(self.s, int) else 0, list(self.__dict__))
class E(D): __slots__ = ()
for c in (D, E):
    d = c(1); d.other = c(2); d.s2 = c(3); d.s = c(4)
    del d
    d = c(5); d.me = d; d.s = c(6)
    del d; print(gc.collect())
try: weakref.ref(collections.defaultdict(int))
except TypeError as e: print(e)
