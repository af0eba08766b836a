"""Attributes of instances of classes derived from list, dict, set, weakref.ref ...: a dict of their own, or values inside (3.14)."""
import gc, weakref, collections
class N: pass
class Ref(weakref.ref): pass
class L(list): pass
class D(dict): pass
class S(set): pass
class F(frozenset): pass
class Q(collections.deque): pass
class O(collections.OrderedDict): pass
class DD(collections.defaultdict): pass
class T(tuple): pass
class E(Exception): pass
def names(): return [n for n in (type(o).__name__ for o in gc.get_objects()) if 'tuple' not in n]
def kinds(o): return [type(r).__name__ for r in gc.get_referents(o)]
gc.collect(); gc.freeze()
for cls in (L, D, S, F, Q, O, DD, T, E, N):
    o = cls(); o.a = 1; print(cls.__name__, names(), kinds(o)); o.me = o; print(' ', names(), kinds(o))
    d = o.__dict__; print(' ', names(), kinds(o), gc.is_tracked(d), list(d)); d = None; o = None
    print(' ', gc.collect(), names())
    o = cls(); o.me = o; o = None; print(' ', gc.collect())
    o = cls(); o.me = [o]; vars(o)[5] = 6; o = None; print(' ', gc.collect())
def cb(r): print('cb')
n = N(); r = Ref(n, cb); r.me = r; print(names()); del r; print(gc.collect(), names()); del n
gc.disable(); gc.collect()
made = []
before = gc.get_count()[0]
for i in range(30):
    o = L(); o.x = o.y = i; made.append(o)
print(gc.get_count()[0] - before); made.clear(); o = None; print(gc.get_count()[0] - before)
o = L([1]); 
for i in range(35): setattr(o, f'a{i}', o)
print(names(), len(o.__dict__)); o = None; print(gc.collect())
o = D(k=1); o.a = o.b = o; o.__dict__ = {'c': o}; print(names(), o.c is o, kinds(o)); o = None; print(gc.collect())
class Sub(L): __slots__ = ('s',)
class Sub2(Sub): pass
for cls in (Sub, Sub2):
    o = cls(); o.t = o; print(names()); o = None; print(gc.collect())
class Dies:
    def __init__(self, name): self.name = name
    def __del__(self): print('  del', self.name)
o = L([Dies('item')]); o.x = Dies('x'); o.w = Dies('w'); o = None
o = D(k=Dies('value')); o.x = Dies('x'); o.me = o; o = None; print(gc.collect())
