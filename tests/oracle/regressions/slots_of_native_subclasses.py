"""Classes with __slots__ that are derived from list, dict, set, str, weakref.ref and exceptions; what the collector sees."""
import gc, weakref

def t(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'

class L(list): __slots__ = ('x', 'w')
class D(dict): __slots__ = ('x', '__weakref__')
class S(set): __slots__ = ('x',)
class F(frozenset): __slots__ = ('x',)
class T(str): __slots__ = ('x',)
class N(float): __slots__ = ('x',)
class R(weakref.ref): __slots__ = ('x',)
class Dies:
    def __init__(self, name): self.name = name
    def __del__(self): print('  del', self.name)

for cls, args in ((L, ([1, 2],)), (D, ({'a': 1},)), (S, ([1],)), (F, ([1],)), (T, ('t',)), (N, (2.5,)), (R, (L,))):
    o = cls(*args)
    print(cls.__name__, t(lambda: o.x), t(lambda: setattr(o, 'x', 5)), o.x, t(lambda: setattr(o, 'y', 5)) is None, hasattr(o, '__dict__'))
    print(' ', t(lambda: delattr(o, 'x')), t(lambda: delattr(o, 'x')), len(o) if hasattr(o, '__len__') else None)
    o.x = Dies(cls.__name__); before = gc.is_tracked(o); del o

for cls in (L, D, S):
    o = cls(); o.x = [o]; o.x.append(Dies('in ' + cls.__name__)); del o
    print(cls.__name__, gc.collect())
l = L([1]); l.x = l; l.append(Dies('item')); l.w = Dies('slot'); print(len(gc.get_objects()) > 0, [type(r).__name__ for r in gc.get_referents(l)]); del l; print(gc.collect())
l = L([Dies('item')]); l.w = Dies('w'); l.x = Dies('x'); del l
d = D(k=Dies('value')); d.x = Dies('x'); r = weakref.ref(d, lambda r: print('  cb')); del d
