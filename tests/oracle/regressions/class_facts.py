"""__firstlineno__ and __static_attributes__ of classes (3.13 and later)."""
import sys, gc
class A: pass
class B(A):
    'doc'
    def __init__(self): self.z = 1; self.a = 2
    x = 5
def deco(c): return c
@deco
@deco
class C:
    def m(self): self.q = 1
if sys.version_info >= (3, 13):
    print(A.__firstlineno__, B.__firstlineno__, C.__firstlineno__, A.__static_attributes__, C.__static_attributes__, sorted(B.__static_attributes__))
    print(list(vars(A))[:3], list(vars(B))[:6], gc.is_tracked(A.__static_attributes__), gc.is_tracked(B.__static_attributes__))
print(len(vars(A)) if sys.version_info < (3, 15) else 0, hasattr(A, '__firstlineno__'), '__static_attributes__' in dir(A))
class M(type):
    @classmethod
    def __prepare__(c, n, b): return {}
    def __new__(c, n, b, d): print([k for k in d if k != '__qualname__'][:2]); return type.__new__(c, n, b, d)
class D(metaclass=M): pass
gc.disable(); gc.collect(); a = len(gc.get_objects()); gc.collect(); c = gc.get_count()[0]; c = gc.get_count()[0]
class E:
    def m(self): self.q = 1
print(gc.get_count()[0] - c)
T = type('T', (), {}); print(hasattr(T, '__firstlineno__'))
