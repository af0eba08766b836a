# not for: 3.11
# Type parameters and the statement `type` (PEP 695).
import gc, sys, typing
def show(*thunks):
    for t in thunks:
        try:
            print(t())
        except Exception as e:
            print(type(e).__name__, e)
def first[T](items: list[T], default: T = None, *, key: str = 'k') -> T:
    return items[0] if items else default
print(first([3]), first([], 4), first.__name__, first.__qualname__, first.__type_params__, first.__defaults__, first.__kwdefaults__)
print(first.__annotations__, type(first.__type_params__[0]).__name__)
class Box[T]:
    count: int = 0
    def __init__(self, item: T): self.item = item
    def get(self) -> T: return self.item
    def map[U](self, f: 'Callable[[T], U]') -> 'Box[U]': return Box(f(self.item))
print(Box, Box(3).get(), Box[int], Box[int](4).item, Box.__type_params__, Box.__parameters__, Box.__orig_bases__, Box.__mro__)
print(Box(3).map(str).item, Box.map.__qualname__, Box.map.__type_params__, Box.get.__annotations__)

class Pair[K, V](Box[K]):
    def __init__(self, k: K, v: V):
        super().__init__(k)
        self.v = v
p = Pair('a', 1); print(p.item, p.v, Pair.__parameters__, Pair[str, int], Pair.__orig_bases__, Pair.__mro__)
class Num[N: (int, float), B: int, *Ts, **P]: pass
N, B, Ts, P = Num.__type_params__
print(N, B, Ts, P, N.__constraints__, B.__bound__, N.__bound__, B.__constraints__, N.__infer_variance__, B.__name__, Num.__orig_bases__)
type Number = int | float
type Tree[T] = T | list[Tree[T]]
type Rec = dict[str, Rec] | None
print(Number, type(Number), Number.__value__, Number.__name__, Tree, Tree[int], Tree.__type_params__, Tree.__value__, Rec.__value__, Number.__type_params__)
show(lambda: Number | None, lambda: None | Number, lambda: list[Number], lambda: Number[int], lambda: Tree[int].__args__, lambda: Tree[int].__origin__,
     lambda: isinstance(3, Number), lambda: isinstance(3, Number.__value__), lambda: Number(), lambda: Number.__module__, lambda: Tree.__parameters__)
def lazy():
    type Bad = Undefined | int
    return Bad
b = lazy(); print(b)
show(lambda: b.__value__)
Undefined = str
show(lambda: b.__value__)
def outer[T](x: T):
    def inner[U](y: U) -> tuple[T, U]: return (x, y)
    class Local[V]:
        def m(self): return T, V
    return inner, Local
inner, Local = outer(3)
print(inner(4), inner.__qualname__, Local.__qualname__, inner.__type_params__, Local().m(), inner.__annotations__)
def deco(f): print('deco', f.__name__, f.__type_params__); return f
@deco
def g[T](x: T): return T
print(g(3), g.__closure__ is not None, g.__code__.co_freevars)
def plain(x): pass
print(plain.__type_params__, int.__type_params__ if hasattr(int, '__type_params__') else None, type('X', (), {}).__type_params__)
type = 3
print(type + 1)
type: int = 4
print(type)
del type
class Stack[T]:
    def __init__(self) -> None:
        self._items: list[T] = []
    def push(self, item: T) -> None: self._items.append(item)
    def pop(self) -> T: return self._items.pop()
    def __len__(self): return len(self._items)
s = Stack[int](); s.push(3); s.push(4); print(s.pop(), len(s), s.__orig_class__, sys.getrefcount(s))
def counted(make):
    gc.collect(); n = len(gc.get_objects()); x = make(); return len(gc.get_objects()) - n
def m1():
    def f[T](x: T) -> T: return x
    return f
def m2():
    class C[T]: pass
    return C
def m3():
    type X = int
    return X
class It[T]:
    x: T
    y: int
    @classmethod
    def make(cls) -> 'It[T]': return cls()
    def __class_getitem__(cls, k): return super().__class_getitem__(k)
print(It.__annotations__, It[int], It.make().__class__)
show(lambda: typing.get_type_hints(It), lambda: Box[int, str], lambda: Pair[int], lambda: Box[T2], lambda: typing.get_origin(Box[int]), lambda: typing.get_args(Pair[int, str]))
class Meta[T](type): pass
def kw[T](*args: T, **kwargs: T) -> None: return args, kwargs
print(kw(1, a=2))
def gen[T](xs: list[T]):
    for x in xs: yield x
print(list(gen([1, 2])))
fs = [(lambda: T) for T in range(2)]
print([f() for f in fs])
try:
    def h[T: undefined_name](x): pass
    print(h.__type_params__)
    h.__type_params__[0].__bound__
except NameError as e: print(e)
class A:
    X = int
    def m[T: X](self, y: X) -> T: return y
    type Alias = list[X]
print(A.m.__type_params__[0].__bound__, A.Alias.__value__, A.m.__annotations__['y'])
