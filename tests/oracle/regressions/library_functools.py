# What functools does and refuses.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
from functools import *
import functools, gc
p = partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p); t(p, '2'); t(partial); t(partial, 3)
print(partial(partial(max, 1), 2)(3), partial(print, 1, sep='-'))
@lru_cache(maxsize=2)
def f(x):
    print('call', x); return x
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info(), f.__wrapped__(4), f.__name__)
t(f)
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(30), fib.cache_info())
t(lru_cache, 'a')
@lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g(True), g.cache_info())
class C:
    @cached_property
    def v(self): print('computing'); return 42
    @lru_cache
    def m(self, x): return x
    def __init__(self): self.n = 0
    pm = partialmethod(print, 'pm')
    @singledispatchmethod
    def sd(self, x): return 'obj'
    @sd.register
    def _(self, x: int): return 'int'
c = C(); print(c.v, c.v, c.__dict__, c.m(3)); del c.v; print(c.v, c.sd(1), c.sd('a')); 
print(reduce(lambda a, b: a * b, [1,2,3,4]), reduce(lambda a, b: a + b, [], 'init')); t(reduce, lambda a, b: a, []); t(reduce, 3); t(reduce, 3, 4)
def deco(fn):
    @wraps(fn)
    def w(*a, **k):
        "inner"
        return fn(*a, **k)
    return w
@deco
def named(x): "doc of named"; return x
print(named.__name__, named.__doc__, named.__wrapped__(3), named.__qualname__, named.__module__, named.__dict__.keys())
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(2), T(1) > T(2), T(1) >= T(1), max(T(1), T(5)).v)
def nt():
    @total_ordering
    class X: pass
t(nt)
@singledispatch
def s(x): return 'default'
@s.register
def _(x: int): return 'int'
@s.register(list)
def _(x): return 'list'
@s.register(float)
@s.register(complex)
def _(x): return 'num'
print(s(1), s('a'), s([]), s(True), s(1.0), s(1j), list(s.registry)); t(s)
print(sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)))
print(update_wrapper(lambda: 0, named).__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
class Slots:
    __slots__ = ()
    cp = cached_property(lambda s: 1)
t(lambda: Slots().cp)
print(C.__dict__['v'].func.__name__, C.__dict__['v'].attrname)
x = partial(print); x.attr = 1; print(x.__dict__); x.self = x; del x, c; print(gc.collect() > 0)
