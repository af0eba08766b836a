# What __annotate__ of functions, classes and modules makes, sees and costs.
# not for: 3.11 3.12 3.13
import gc, sys
x: int = 1
def f(a: int, *, b: "str" = 2) -> list[int]: pass
print(f.__annotate__.__name__, f.__annotations__, f.__annotations__ is f.__annotations__, f.__annotate__(1))
class C:
    y: int
    z: "s" = "s"
    def m(self, o: C) -> D: pass
    @staticmethod
    def s(o: C): pass
    @classmethod
    def c(cls, o: Later): pass
    class D:
        q: int
print(C.__annotations__, C.m.__annotations__, C.__dict__['s'].__annotations__, list(vars(C)), C.__annotate__.__qualname__)
try: C.c.__annotations__
except NameError as e: print(e)
class Later: pass
print(C.c.__annotations__)
if x:
    w: str
else:
    v: int
print(sorted(k for k in globals() if 'annot' in k), __conditional_annotations__)
print(__annotate__(1), __annotate__.__name__)
try: __annotations__
except NameError as e: print(e)
for n in (2, 3, 4, 'a'):
    try: print(f.__annotate__(n))
    except Exception as e: print(type(e).__name__, e)
def outer():
    L = int
    class E:
        q: L
        def n(self) -> L: pass
        L2 = str
        r: L2
        g: list[L2]
    def g(a: L): pass
    return E, g
E, g = outer()
print(E.__annotations__, E.n.__annotations__, g.__annotations__, g.__annotate__.__code__.co_freevars, E.__annotate__.__code__.co_freevars, len(E.__annotate__.__closure__))
print([type(r).__name__ for r in gc.get_referents(g)], [type(r).__name__ for r in gc.get_referents(f)])
def plain(): pass
print(plain.__annotate__, plain.__annotations__, len(gc.get_referents(plain)))
plain.__annotate__ = lambda fmt: {'a': fmt}
print(plain.__annotations__, plain.__annotations__)
plain.__annotations__ = {'b': 2}
print(plain.__annotate__, plain.__annotations__)
for s in (lambda: setattr(plain, '__annotate__', 3), lambda: setattr(plain, '__annotations__', 3), lambda: delattr(plain, '__annotate__'), lambda: delattr(plain, '__annotations__')):
    try: s(); print(plain.__annotations__)
    except TypeError as e: print(e)
plain.__annotate__ = lambda fmt: 3
try: plain.__annotations__
except TypeError as e: print(e)
class Base:
    a: int
class Derived(Base): pass
print(Derived.__annotations__, Base.__annotations__, Derived.__annotate__, Base.__annotate__ is Base.__annotate__)
Derived.__annotations__['k'] = 1
print(Derived.__annotations__, '__annotations_cache__' in vars(Derived), '__annotate_func__' in vars(Derived))
Base.__annotations__ = {'q': 1}
print(Base.__annotations__, Base.__annotate__)
def count(make):
    gc.collect(); gc.disable(); a = gc.get_count()[0]; k = make(); b = gc.get_count()[0]; gc.enable(); return b - a
def c1():
    class K:
        a: int
    return K
def c2():
    class K:
        def m(self, a: int): pass
    return K
def c3():
    class K:
        def m(self, a): pass
    return K
def c4():
    def k(a: int): pass
    return k
def c5():
    T = int
    def k(a: T): pass
    return k
print([count(c) for c in (c1, c2, c3, c4, c5)])
def locals_only():
    y: undefined = 1
    z: also_undefined
    return y
print(locals_only())
class P:
    self_x: int
    def __init__(self):
        self.q: undefined = 4
print(P().q, P.__annotations__)
try:
    int.__annotate__
except AttributeError as e: print(e)
print(int.__annotations__ if False else '')
try:
    class Bad:
        x: missing
    Bad.__annotations__
except NameError as e:
    print(e)
    tb = e.__traceback__
    while tb.tb_next: tb = tb.tb_next
    print(tb.tb_frame.f_code.co_name)
lam = lambda: 0
print(lam.__annotate__, type(f.__annotate__).__name__, f.__annotate__.__code__.co_argcount, f.__annotate__.__code__.co_posonlyargcount)
