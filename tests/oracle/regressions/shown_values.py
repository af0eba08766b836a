# What instances whose __dict__ was seen, or whose class was changed, and functools.wraps' functions show to the collector.
import copy, gc
gc.disable()
def kinds(v): return [type(x).__name__ for x in gc.get_referents(v)]
class N:
    def __init__(self, name):
        self.name = name
        self.children = []
    def __del__(self): pass
a = N(1)
print(kinds(a), N.__static_attributes__)
b = copy.copy(a)
print(kinds(a), kinds(b), list(b.__dict__))
class M:
    def __init__(self, name):
        self.name = name
        self.children = []
m = M(1)
print(kinds(m))
print(kinds(m))
m.__dict__
print(kinds(m))
m = M(1)
vars(m)
print(kinds(m), list(vars(m)))
class L(list): pass
class K(list): pass
x = L()
x.a = 1
print(kinds(x))
x.__class__ = K
print(kinds(x), gc.is_tracked(x.__dict__))
x = L()
x.__class__ = K
print(kinds(x))
x = N(1)
x.__class__ = M
print(kinds(x))
from functools import wraps
def decorated(function):
    @wraps(function)
    def inner(*values):
        return function(*values)
    return inner
for function in decorated(lambda: 1), decorated(kinds):
    print(kinds(function))
if hasattr(function, '__annotate__'):
    print(function.__annotate__, function.__annotations__)
    function.__annotate__ = lambda format: {'a': format}
    print(function.__annotations__, kinds(function))
    function.__annotate__ = None
    print(function.__annotate__, function.__annotations__, kinds(function))
