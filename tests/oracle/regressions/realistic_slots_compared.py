# Five ways to write a point: a class, slots, a dataclass, a named tuple, a dict; their sizes, attributes, errors and references.
import copy
import gc
import sys
from collections import UserDict, namedtuple
from dataclasses import dataclass, field, make_dataclass
from types import SimpleNamespace
from typing import NamedTuple, TypedDict


class Plain:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Mixed(Slotted):
    pass


class Weak(Slotted):
    __slots__ = ("__weakref__", "z")


@dataclass
class Data:
    x: int = 0
    y: int = 0


@dataclass(slots=True, frozen=True)
class Frozen:
    x: int = 0
    y: int = 0


@dataclass(kw_only=True)
class Keyword:
    x: int = 0
    y: int = field(default=0, metadata={"unit": "m"})


class Tuple(NamedTuple):
    x: int = 0
    y: int = 0


Old = namedtuple("Old", "x y", defaults=(0, 0))
Made = make_dataclass("Made", [("x", int, 0), ("y", int, 0)], namespace={"norm": lambda self: abs(self.x) + abs(self.y)})


class Typed(TypedDict, total=False):
    x: int
    y: int


KINDS = [Plain, Slotted, Mixed, Weak, Data, Frozen, Keyword, Tuple, Old, Made, Typed, SimpleNamespace]
for kind in KINDS:
    point = kind(x=1, y=2)
    twin = copy.copy(point)
    facts = [kind.__name__, hasattr(point, "__dict__"), hasattr(point, "__weakref__"), gc.is_tracked(point), twin == point]
    for action in (lambda: setattr(point, "z", 3), lambda: delattr(point, "x"), lambda: point.x, lambda: hash(point) and "hashable"):
        try:
            facts.append(action())
        except Exception as error:
            facts.append(f"{type(error).__name__}: {error}")
    print(*facts, sep=" | ")
del point, twin


def size(kind, count):
    """The bytes of an instance with what it alone holds."""
    point = kind(x=count, y=count)
    extra = sys.getsizeof(point.__dict__) if hasattr(point, "__dict__") and kind is not Tuple else 0
    return sys.getsizeof(point) + extra


order = sorted((kind for kind in KINDS if kind not in (SimpleNamespace,)), key=lambda kind: (size(kind, 1), kind.__name__))
print([kind.__name__ for kind in order if kind in (Slotted, Frozen, Weak)])
print(size(Slotted, 1) < size(Plain, 1), size(Slotted, 1) == size(Frozen, 1), size(Tuple, 1) == size(Old, 1))
print(Weak.__slots__, [name for name in vars(Weak) if name == "z"], type(Slotted.x).__name__, Slotted.x, Slotted.__dict__["y"].__get__(Slotted(5, 6)))
for name, bases, namespace in (
    ("Conflict", (), {"__slots__": ("a",), "a": 1}),
    ("Twice", (Slotted, Weak), {"__slots__": ()}),
    ("Layout", (Slotted, type("Other", (), {"__slots__": ("q",)})), {}),
    ("Text", (), {"__slots__": ("1x",)}),
    ("Number", (int,), {"__slots__": ("x",)}),
    ("Again", (), {"__slots__": ("__dict__", "__dict__")}),
):
    try:
        print(type(name, bases, namespace))
    except TypeError as error:
        print(name, error)
    except ValueError as error:
        print(name, "ValueError", error)
points = [Slotted(i, [i]) for i in range(3)]
points[0].y.append(points)
print([sys.getrefcount(p) for p in points], gc.get_referents(points[1]), gc.is_tracked(points[1]))
del points
print(gc.collect())
point = Keyword(y=3)
print(point, Keyword.__match_args__, Data.__match_args__, Data(1).__eq__(Data(1)), Data(1) != Plain(1), Keyword.__dataclass_fields__["y"].metadata)
for wrong in (lambda: Keyword(1), lambda: Data(1, 2, 3), lambda: Tuple(1, 2, 3), lambda: Old(z=1), lambda: Frozen(y=1, z=2), lambda: Plain(1, x=2), lambda: Typed(1), lambda: Tuple._make([1]), lambda: Old(1)._replace(q=1)):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Recorder(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, (value, len(self)))


record = Recorder(x=1)
record.update({"y": 2})
record.setdefault("z", 3)
print(record, record.data is record.copy().data, record | {"w": 4}, Made(3, -4).norm(), "y" in record, len(record))
match Tuple(1, 2), Data(3, 4), record:
    case Tuple(x, y), Data(3, b), {"x": (value, _)}:
        print(x, y, b, value)
