# not for: 3.11
# The objects that a generic class makes, those of typing's caches left out.
import gc
def objs(f):
    gc.collect(); gc.disable()
    a = gc.get_count()[0]
    f()
    b = gc.get_count()[0]
    return b - a
src='''class C[T]: pass'''
ns={}
for i in range(3):
    ns = {}
    gc.collect(); gc.freeze()
    exec(src, ns)
    print(sorted(type(o).__name__ for o in gc.get_objects()))
    x = gc.get_objects()
    print(len(x))
    del x
class D[T]:
    def m(self, x: T) -> T: return x
gc.collect(); gc.freeze()
class E[T, *Ts, **P]:
    def m(self, x: T) -> T: return x
for o in gc.get_objects(): print(type(o).__name__, end=' ')
print()
print(E.__dict__.keys())
print(E.__type_params__, E.__orig_bases__, E.__parameters__)
