# not for: 3.11
# not for: 3.12
# Defaults of type parameters (PEP 696).
import typing
class Box[T = int, U = list[T]]: pass
T, U = Box.__type_params__
print(T, U, T.__default__, U.__default__, T.has_default(), Box[str], Box[()] if False else '', Box.__parameters__)
def f[T = int, *Ts = *tuple[int, str], **P = [int]](x: T): return x
print(f(3), [p.has_default() for p in f.__type_params__], f.__type_params__[0].__default__)
def g[T](x): pass
print(g.__type_params__[0].has_default(), g.__type_params__[0].__default__, typing.NoDefault)
X = typing.TypeVar('X', default=int)
print(X.__default__, X.has_default())
class C(typing.Generic[X]): pass
print(C[str], C.__parameters__)
type A[T = int] = list[T]
print(A, A[str], A.__type_params__[0].__default__)
for source in ('def f[T = int, U](): pass', 'class C[T, T]: pass', 'def f[](): pass', 'type X[T: int', 'class C[*T: int]: pass', 'type X', 'type X = ', 'type X.y = 3', 'def f[T: int = str](): pass', 'class C[T,]: pass', 'type 3 = 4'):
    try:
        compile(source, 'x', 'exec')
        print('fine', source)
    except SyntaxError as e: print(source, '->', e.msg)
