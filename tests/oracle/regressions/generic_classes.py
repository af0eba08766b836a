# Generic classes of typing: how aliases are shown, what bases and parameters they have.
import typing, gc
from typing import *
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V')
N = TypeVar('N', int, float); Bd = TypeVar('Bd', bound=int); Co = TypeVar('Co', covariant=True); Contra = TypeVar('Contra', contravariant=True)
def show(*thunks):
    for t in thunks:
        try:
            print(t())
        except Exception as e:
            print(type(e).__name__, e)
class Box(Generic[T]):
    def __init__(self, item: T): self.item = item
    def get(self) -> T: return self.item
class Pair(Generic[K, V]): pass
class IntBox(Box[int]): pass
class Sub(Box[T], Generic[T]): pass
class MyList(List[T]): pass
class MyDict(Dict[str, int]): pass
class Repo(list[int]): pass
show(lambda: T, lambda: Co, lambda: Contra, lambda: N, lambda: T.__name__, lambda: N.__constraints__, lambda: Bd.__bound__,
     lambda: T.__bound__, lambda: T.__constraints__, lambda: Co.__covariant__, lambda: T.__module__, lambda: type(T),
     lambda: Generic, lambda: Generic[T], lambda: Generic[K, V], lambda: type(Generic[T]).__name__, lambda: Generic[int],
     lambda: Generic[T, T], lambda: Generic[()],
     lambda: Box, lambda: Box[int], lambda: Box[int](3).item, lambda: Box(3).get(), lambda: Box['x'], lambda: Box[T],
     lambda: Box[int].__origin__, lambda: Box[int].__args__, lambda: Box[T].__parameters__, lambda: Box.__parameters__,
     lambda: Box.__orig_bases__, lambda: Pair.__orig_bases__, lambda: Pair.__parameters__, lambda: Pair[int, str],
     lambda: Pair[int], lambda: Box[int, str], lambda: Pair[int, T][str], lambda: Pair[K, V][int, str], lambda: Box[Box[int]],
     lambda: Box[int][str], lambda: Box[int] == Box[int], lambda: hash(Box[int]) == hash(Box[int]), lambda: Box[int] == Box[str],
     lambda: IntBox.__orig_bases__, lambda: IntBox.__mro__, lambda: IntBox.__parameters__, lambda: Sub.__mro__, lambda: Sub[int],
     lambda: Sub.__orig_bases__, lambda: IntBox[int], lambda: isinstance(IntBox(3), Box), lambda: isinstance(Box(1), Box[int]),
     lambda: issubclass(IntBox, Generic), lambda: Box.__bases__, lambda: Box.__mro__,
     lambda: MyList.__mro__, lambda: MyList.__orig_bases__, lambda: MyDict.__orig_bases__, lambda: MyDict.__bases__, lambda: MyList[int],
     lambda: Repo.__orig_bases__, lambda: Repo.__bases__, lambda: Repo([1]),
     lambda: List, lambda: List[int], lambda: Dict[str, int], lambda: Tuple[int, ...], lambda: Tuple[()], lambda: Set[int], lambda: FrozenSet[int],
     lambda: Type[A], lambda: Type[int], lambda: Iterable[int], lambda: Iterator[T], lambda: Generator[int, None, str], lambda: Mapping[str, int],
     lambda: List[int].__origin__, lambda: Dict[str, int].__args__, lambda: List[T][int], lambda: Dict[K, V][str, int], lambda: List(), lambda: List[int]([1]),
     lambda: Dict[str], lambda: List[int, str], lambda: Deque[int], lambda: DefaultDict[str, list], lambda: OrderedDict[str, int], lambda: Counter[str],
     lambda: Callable, lambda: Callable[[], None], lambda: Callable[[int, str], bool], lambda: Callable[..., Any], lambda: Callable[int, str],
     lambda: Callable[[int], str].__args__, lambda: Callable[[T], T][int],
     lambda: Any, lambda: ClassVar[int], lambda: Final[int], lambda: Literal[1, 'a', None], lambda: Literal['x'], lambda: Literal[1, 1, 2], lambda: Literal[1, 2] == Literal[2, 1],
     lambda: Literal[1].__args__, lambda: Annotated[int, 'meta', 3], lambda: Annotated[int, 'm'].__metadata__, lambda: Annotated[int, 'm'].__origin__, lambda: Annotated[int],
     lambda: Annotated[Annotated[int, 1], 2], lambda: NoReturn, lambda: Self, lambda: Optional, lambda: Never, lambda: LiteralString, lambda: Type,
     lambda: ClassVar, lambda: ClassVar[int, str], lambda: Any(), lambda: isinstance(3, Any), lambda: isinstance([], List), lambda: isinstance([], List[int]),
     lambda: issubclass(list, Sequence), lambda: isinstance({}, Mapping), lambda: isinstance([], Iterable), lambda: isinstance(3, Hashable), lambda: isinstance(print, Callable),
     lambda: isinstance(3, Optional), lambda: isinstance(3, ClassVar), lambda: isinstance(3, Literal[3]), lambda: NoReturn[int], lambda: Self[int],
     lambda: get_origin(List[int]), lambda: get_origin(Box[int]), lambda: get_args(Dict[str, Box[int]]), lambda: get_origin(int), lambda: get_args(int), lambda: get_args(Callable[[int], str]),
     lambda: get_origin(Generic[T]), lambda: get_origin(Annotated[int, 1]), lambda: get_args(Annotated[int, 1]), lambda: get_origin(ClassVar[int]), lambda: get_origin(Callable[..., int]),
     lambda: get_origin(Literal[1]), lambda: get_origin(Tuple[int]), lambda: get_origin(Union[int, str]) is Union,
     lambda: TypeVar('X', int), lambda: TypeVar('X', bound=3), lambda: TypeVar(), lambda: TypeVar('X', int, str, bound=int), lambda: TypeVar('X', covariant=True, contravariant=True), lambda: TypeVar(3),
     lambda: cast(int, 'a'), lambda: cast('int', 3), lambda: NewType('UserId', int), lambda: NewType('UserId', int)(5), lambda: NewType('UserId', int).__name__,
     lambda: NewType('UserId', int).__supertype__, lambda: NewType('UserId', int) | None, lambda: isinstance(3, NewType('U', int)),
     lambda: assert_never(3), lambda: List[3], lambda: List['A'], lambda: List[None], lambda: Optional[3], lambda: Dict[str, 3],
     lambda: ForwardRef('A'), lambda: list[int].__origin__, lambda: list[int].__args__, lambda: list[T].__parameters__, lambda: list[T][int], lambda: dict[K, list[V]][str, int],
     lambda: list[int]([1, 2]), lambda: type(list[int]), lambda: list[int][str], lambda: dict[str], lambda: tuple[int, ...], lambda: tuple[()], lambda: type[int], lambda: list[list[int]],
     lambda: int[str], lambda: list[int] == list[int], lambda: list[int] is list[int], lambda: list[int].append, lambda: list[int].__mro__, lambda: isinstance(list[int], type),
     lambda: ParamSpec('P'), lambda: TypeVarTuple('Ts'), lambda: ParamSpec('P').args, lambda: Protocol, lambda: Protocol[T], lambda: SupportsInt, lambda: isinstance(3, SupportsInt), lambda: Text, lambda: AnyStr,
     lambda: Concatenate[int, ...], lambda: reveal_type(3), lambda: is_typeddict(int))
class A: pass
class Stack(Generic[T]):
    items: list[T]
    def __class_getitem__(cls, k): return f'{cls.__name__}<{k}>'
print(Stack[int])
class Node(Generic[T]):
    __slots__ = ('v', 'next')
    def __init__(self, v): self.v = v; self.next = None
n = Node[int](3); print(n.v, type(n), hasattr(n, '__orig_class__'))
b = Box[int](3); print(b.__orig_class__, vars(b))
try:
    class Bad(Generic[T], Generic[K]): pass
except Exception as e: print(type(e).__name__, e)
try:
    class Bad(Generic): pass
except Exception as e: print(type(e).__name__, e)
try:
    class Bad(Box[T], Generic[K]): pass
except Exception as e: print(type(e).__name__, e)
class P(Protocol[T]):
    def get(self) -> T: ...
class Impl(P[int]):
    def get(self): return 1
print(P.__parameters__, Impl().get(), P[int], Impl.__mro__)
@runtime_checkable
class HasGet(Protocol):
    def get(self): ...
print(isinstance(Box(1), HasGet), isinstance(3, HasGet))
class Movie(TypedDict):
    name: str
    year: int
m = Movie(name='x', year=3); print(m, type(m), Movie.__annotations__, Movie.__total__, Movie.__required_keys__ == {'name', 'year'}, is_typeddict(Movie))
class More(Movie, total=False):
    extra: str
print(sorted(More.__annotations__), More.__optional_keys__, More.__bases__, More.__orig_bases__)
Alt = TypedDict('Alt', {'a': int}); print(Alt(a=3), Alt)
try: isinstance({}, Movie)
except Exception as e: print(type(e).__name__, e)
gc.collect(); n0 = len(gc.get_objects()); x = List[int]; y = Box[str]; z = Optional[A]; print(len(gc.get_objects()) - n0 > 0)
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(3), len(get_overloads(ov)))
@final
class Fin: pass
print(Fin.__final__)
print(get_type_hints(Box.__init__), get_type_hints(Stack), get_type_hints(Box.get))
