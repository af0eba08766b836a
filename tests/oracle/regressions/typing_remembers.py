# What typing remembers, so that the same subscript is the same object, and what it refuses.
from typing import *
print(Optional[int] is Optional[int], ClassVar[int] is ClassVar[int], Literal[1] is Literal[1], Literal[1] is Literal[True], Literal[1, 2], Literal[(1,2)], Literal[1] == Literal[True])
for f in lambda: Literal[[]], lambda: Literal[()], lambda: Literal[{}, 1], lambda: Optional[int, str], lambda: Unpack[int, str], lambda: Union[()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Callable[[int], str] is Callable[[int], str], List[int] is List[int], Tuple[int, ...] is Tuple[int, ...])
T = TypeVar('T')
class Box(Generic[T]): pass
print(Box[int] is Box[int], Box[T], Box.__parameters__, Box[int].__args__, Generic[T].__parameters__)
print(Literal[1,1,2], Literal[Literal[1,2],3], Union[int, None], Annotated[int, 'x'])
