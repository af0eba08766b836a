# Unions: since 3.14 what `|` makes and typing.Union are one type.
import typing
from typing import Union, Optional, Generic, TypeVar, List, Dict, Any, Callable
import types, sys

T = TypeVar('T')
K = TypeVar('K')
def show(*thunks):
    for t in thunks:
        try:
            print(t())
        except Exception as e:
            print(type(e).__name__, e)

class A: pass
class B(A): pass

show(lambda: type(int | str), lambda: type(int | str).__name__, lambda: type(int | str).__qualname__,
     lambda: type(int | str).__module__,
     lambda: types.UnionType, lambda: Union, lambda: Union is types.UnionType, lambda: type(Union),
     lambda: Union[int, str], lambda: repr(Union[int, None]), lambda: Optional[int], lambda: Optional[Union[int, str]],
     lambda: Union[int], lambda: Union[int, int], lambda: Union[int, Union[str, float]],
     lambda: Union[int, str] == int | str, lambda: int | str == Union[str, int], lambda: hash(int | str) == hash(str | int),
     lambda: Union[int, str].__args__, lambda: (int | str).__args__, lambda: Union[int, str].__origin__,
     lambda: (int | str).__origin__,
     lambda: typing.get_origin(int | str), lambda: typing.get_args(int | str),
     lambda: typing.get_origin(Union[int, str]), lambda: typing.get_args(Optional[int]),
     lambda: isinstance(3, int | str), lambda: isinstance(3, Union[int, str]), lambda: isinstance(None, Optional[int]),
     lambda: isinstance(3.5, int | None), lambda: issubclass(bool, int | str), lambda: issubclass(B, Union[A, int]),
     lambda: isinstance(3, list[int] | int), lambda: isinstance([], list[int] | int), lambda: isinstance([], list[int]),
     lambda: isinstance(3, int | 'str'), lambda: int | 'str', lambda: 'str' | int, lambda: int | 3, lambda: 3 | int,
     lambda: int | None, lambda: None | int, lambda: None | None, lambda: int | int, lambda: A | B, lambda: A | None,
     lambda: list[int] | None, lambda: dict[str, int] | list[A], lambda: (int | str) | float, lambda: int | (str | int),
     lambda: (int | str)[int], lambda: (list[T] | None)[int], lambda: Union[List[T], None][int],
     lambda: (list[T] | None).__parameters__, lambda: (int | str).__parameters__, lambda: Union[T, K].__parameters__,
     lambda: Union[()], lambda: Union[3, 4], lambda: Union, lambda: Union(), lambda: types.UnionType(),
     lambda: Optional[int, str], lambda: Optional, lambda: Union['A', int], lambda: Optional['A'],
     lambda: int | List[int], lambda: List[int] | None, lambda: Optional[List[int]], lambda: Union[List[int], Dict[str, int]],
     lambda: Optional[list[int]], lambda: int | Any, lambda: Optional[Any], lambda: Union[Any, None],
     lambda: T | None, lambda: int | T, lambda: Optional[T], lambda: Callable[[int], str] | None,
     lambda: Optional[Callable[[int], str]], lambda: Callable[..., int], lambda: Optional[Callable[..., None]],
     lambda: {int | str: 1}[str | int], lambda: (int | str) != (int | float), lambda: (int | str) < 3,
     lambda: bool(int | str), lambda: (int | str)(3), lambda: len(int | str), lambda: Union[int, str](3),
     lambda: sys.getrefcount(int | str) > 0,
     lambda: isinstance(int | str, types.UnionType), lambda: isinstance(Union[int, str], types.UnionType),
     lambda: isinstance(3, (int | str, float)), lambda: issubclass(int, 3), lambda: isinstance(3, 'int'),
     lambda: isinstance(3, (int, 'str')), lambda: issubclass(int, (float, 'x')))

def f(x: int | str, y: Optional[int] = None, *args: Union[int, str], **kw: 'A | None') -> list[int] | None: pass
print(f.__annotations__)
print(typing.get_type_hints(f))
class Meta(type):
    def __or__(cls, other): return f'{cls.__name__} or {other}'
class M(metaclass=Meta): pass
print(M | 3, M | int)
x = int | str
print(dir(x) == sorted(dir(x)), [n for n in dir(x) if not n.startswith('__')], '__args__' in dir(x), '__or__' in dir(x))
try:
    class C(int | str): pass
except Exception as e: print(type(e).__name__, e)
try:
    class C(Union[int, str]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class C(Union): pass
except Exception as e: print(type(e).__name__, e)
try: x.foo = 3
except Exception as e: print(type(e).__name__, e)
try: x.foo
except Exception as e: print(type(e).__name__, e)
def g(v):
    match v:
        case int() | str(): return 'is'
        case _: return 'no'
print(g(3), g([]))
