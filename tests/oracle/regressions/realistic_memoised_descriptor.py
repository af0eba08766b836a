# Memoising descriptors with __set_name__: where the results live decides who dies when.
import gc
import sys
import weakref
from functools import cached_property, update_wrapper, lru_cache
from types import MethodType
from typing import Any, Callable, Generic, TypeVar, overload

T = TypeVar("T")
MISSING = object()


class memoised(Generic[T]):
    """Keeps results of a method by its arguments, in `store`."""

    def __init__(self, function: Callable[..., T], *, store: str = "instance") -> None:
        self.function, self.store = function, store
        self.shared: dict = {}
        self.weak: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()
        update_wrapper(self, function)

    @classmethod
    def by(cls, store: str):
        if store not in ("instance", "shared", "weak"):
            raise ValueError(f"unknown store {store!r}")
        return lambda function: cls(function, store=store)

    def __set_name__(self, owner: type, name: str) -> None:
        self.name, self.owner = name, weakref.ref(owner)
        self.attribute = f"_memo_{name}"

    def __get__(self, instance: Any, owner: type | None = None):
        if instance is None:
            return self
        return MethodType(self, instance)

    def results(self, instance: Any) -> dict:
        match self.store:
            case "instance":
                return instance.__dict__.setdefault(self.attribute, {})
            case "weak":
                return self.weak.setdefault(instance, {})
            case "shared":
                return self.shared

    def __call__(self, instance: Any, *args: Any, **kwargs: Any) -> T:
        results = self.results(instance)
        key = (args, frozenset(kwargs.items())) if self.store != "shared" else (instance, args)
        if (found := results.get(key, MISSING)) is MISSING:
            found = results[key] = self.function(instance, *args, **kwargs)
        return found

    def __repr__(self) -> str:
        owner = self.owner()
        return f"<memoised {owner.__name__ if owner else 'gone'}.{self.name}>"


class Validated:
    def __init__(self, *checks, default=MISSING):
        self.checks, self.default = checks, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = vars(instance).get(self.name, self.default)
        if value is MISSING:
            raise AttributeError(f"{self.name!r} is not set")
        return value

    def __set__(self, instance, value):
        for check in self.checks:
            if not check(value):
                raise ValueError(f"{self.name} = {value!r} fails {check.__name__}")
        vars(instance)[self.name] = value

    def __delete__(self, instance):
        vars(instance).pop(self.name, None)


def positive(value):
    return value > 0


class Model:
    calls = []
    size = Validated(positive, default=1)
    label = Validated(str.isidentifier)

    def __init__(self, size):
        self.size = size

    @memoised
    def area(self, factor=1, *, offset=0):
        """The area, memoised in the instance."""
        self.calls.append(("area", factor, offset))
        return self.size ** 2 * factor + offset

    @memoised.by("weak")
    def partner(self):
        self.calls.append("partner")
        return [self.size]

    @memoised.by("shared")
    def volume(self, height):
        self.calls.append("volume")
        return self.area() * height

    @cached_property
    def summary(self):
        self.calls.append("summary")
        return {"owner": self, "size": self.size}

    def __repr__(self):
        return f"Model({self.size})"


model = Model(3)
print(model.area(), model.area(2), model.area(2), model.area(offset=1), model.area(), Model.calls)
print(model.volume(2), model.volume(2), model.partner() is model.partner(), Model.calls[3:], Model.area, Model.volume.__doc__, Model.area.__doc__)
print(sorted(vars(model)), Model.area.__wrapped__.__name__, model.area.__self__ is model, type(model.area).__name__, model.area.__func__ is Model.area)
print(Model.size.__class__.__name__, model.size, Model.label.name)
for wrong in (lambda: setattr(model, "size", -1), lambda: model.label, lambda: setattr(model, "label", "a b"), lambda: memoised.by("disk"), lambda: model.area([]), lambda: model.area(1, 2), lambda: Model.summary.__set_name__(Model, "other"), lambda: Model.area()):
    try:
        print(wrong())
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
del model.size, model.size
print(model.size, "label" in vars(model), hasattr(model, "label"))

for store in ("area", "partner", "volume", "summary"):
    Model.volume.shared.clear()
    gc.collect()
    each = Model(2)
    value = getattr(each, store)
    if callable(value):
        value(*(1,) * (store == "volume"))
    watch = weakref.ref(each)
    del value, each
    by_count = watch() is None
    found = gc.collect()
    print(f"{store:<8} freed by count: {by_count!s:<5} collected: {found > 0!s:<5} alive: {watch() is not None}")
print(len(Model.volume.shared), len(Model.partner.weak))
Model.volume.shared.clear()
del model


class Lazy:
    def __init__(self, make):
        self.make = make

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        if name.startswith("__"):
            raise TypeError("dunder")
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return f"<lazy {self.name}>"
        value = self.make(instance)
        setattr(instance, self.name, value)
        return value


class Report:
    rows = Lazy(lambda self: list(range(self.n)))
    total = Lazy(lambda self: sum(self.rows))

    def __init__(self, n):
        self.n = n


report = Report(5)
print(report.total, vars(report), Report.rows, report.rows is report.rows)
try:
    class Broken:
        __bad__ = Lazy(len)
except Exception as error:
    print(type(error).__name__, error, getattr(error, "__notes__", None), type(error.__cause__).__name__)


class Slotted:
    __slots__ = ("a", "__dict__")
    b = cached_property(lambda self: self.a * 2)


slotted = Slotted()
slotted.a = 4
print(slotted.b, slotted.__dict__, Slotted.a.__class__.__name__, Slotted.b.attrname)
try:
    Slotted().b
except AttributeError as error:
    print(error)
