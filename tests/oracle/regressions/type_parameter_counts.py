# not for: 3.11
# What type parameters allocate and who holds whom.
import gc, sys, weakref
def counted(make):
    make()
    gc.collect(); n = len(gc.get_objects()); x = make(); k = len(gc.get_objects()) - n
    return k, x
def f1():
    def f[T](x: T) -> T: return x
    return f
def f2():
    class C[T]: pass
    return C
def f3():
    type X = int
    return X
def f4():
    type X[T] = list[T]
    return X
def f5():
    def f[T: int, U](x=3, *, k=4): return x
    return f
for make in (f1, f3, f4, f5):
    print(make.__name__, counted(make)[0])
print(len(gc.get_objects()) - len(gc.get_objects()))
def u1(): return int | str
def u2(): return list[int] | None
for make in (u1, u2): print(make.__name__, counted(make)[0])
f = f1(); T = f.__type_params__[0]
print(sys.getrefcount(f), sys.getrefcount(T), sys.getrefcount(f.__type_params__))
C = f2(); print(sys.getrefcount(C), sys.getrefcount(C.__type_params__[0]))
r = weakref.ref(C); del C; print(r() is None); gc.collect(); print(r() is None)
r = weakref.ref(f); del f; print(r() is None)
print(len(gc.get_referents(f5())))
