"""When a materialised __dict__ stops sharing the values of its instance (GH-130327): new names, other keys, popitem."""
import gc
gc.disable(); gc.collect()
class C: pass
def many(n):
    c = C()
    c.me = c
    for i in range(n): setattr(c, 'a%d' % i, i)
    return c
for n in (5, 27, 28, 29, 30, 31, 40):
    class C: pass
    gc.collect()
    b = len(gc.get_objects())
    c = many(n)
    d = len(gc.get_objects()) - b
    r = len(gc.get_referents(c))
    del c
    print(n, d, r, gc.collect())
class D: pass
for n in range(35):
    o = D(); o.a = 1; o.b = 2
o.me = o
o.c = 1
o.d = 1
print(len(gc.get_referents(o)), gc.is_tracked(o.__dict__))
del o
print(gc.collect())
x = D(); x.me = x; vars(x)
print(gc.get_referents(x).__len__())
x.zz = 1; x.zzz = 3
print(gc.get_referents(x).__len__())
del x; print(gc.collect())
x = D(); x.me = x; v = vars(x); v['q'] = 1; v[5] = 1
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); v.clear(); x.me = x
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); v.pop('me'); x.me = x
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); x.__dict__ = {'me': x}
print(gc.get_referents(x).__len__(), len(v))
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); v.update({'a%d'%i: i for i in range(40)})
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; y = vars(x).copy(); del x.me; x.b = 1; x.me = x
print(gc.get_referents(x).__len__(), y.keys())
del x, y; print(gc.collect())
x = D(); x.me = x; v = vars(x); del x.me; x.me = x
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); v |= {'b': 2}; v.setdefault('c', x); v.popitem()
print(gc.get_referents(x).__len__())
del x, v; print(gc.collect())
x = D(); x.me = x; v = vars(x); del x; print(v['me'].__dict__ is v, gc.collect(), gc.is_tracked(v)); 
v['me'] = None; print(v, gc.collect())
