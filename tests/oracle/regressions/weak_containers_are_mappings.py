# Weak containers as CPython has them: bases, operators of WeakSet, WeakMethod as a reference, finalize.
import weakref, gc
from weakref import WeakSet
class C: pass
s = WeakSet()
a,b,c=C(),C(),C()
s.add(a); s.add(b)
t = WeakSet([b,c])
s ^= t
print(len(s), a in s, b in s, c in s, type(s).__name__)
s.symmetric_difference_update(t)
print(len(s))
print(isinstance(weakref.WeakValueDictionary(), __import__('collections.abc').abc.MutableMapping))
print(sorted(n for n in dir(weakref) if not n.startswith('_')), [c.__name__ for c in weakref.WeakKeyDictionary.__mro__])

class D:
    def f(self): return 3
d=D()
w=weakref.WeakMethod(d.f, lambda r: print('dead', r()))
print(w()(), w == weakref.WeakMethod(d.f), isinstance(w, weakref.ref))
del d
print(w())
k = weakref.WeakKeyDictionary({a:1,b:2})
del a
print(len(k), dict(k) == {b:2}, k.pop(b), len(k))
try: k.update(x=1)
except TypeError as e: print(e)
f = weakref.finalize(c, print, 'fin', sep='-')
print(f.alive, f.peek()[1:], f.atexit)
del c
print(f.alive)
gc.collect()
