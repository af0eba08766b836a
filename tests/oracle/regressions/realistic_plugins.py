# Plugins by metaclass, __init_subclass__, __set_name__ and entry points in a namespace; unloading them and what stays behind.
import gc
import types
import weakref
from abc import ABC, ABCMeta, abstractmethod
from collections import ChainMap, defaultdict
from types import MappingProxyType, new_class
from typing import Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


class Option(Generic[T]):
    """A typed setting that knows its name and owner."""

    def __init__(self, default: T, check=lambda value: True):
        self.default, self.check = default, check
        self.values = weakref.WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.name = name
        owner.options[name] = self

    def __get__(self, plugin, owner=None):
        if plugin is None:
            return self
        return self.values.get(plugin, self.default)

    def __set__(self, plugin, value):
        if not self.check(value):
            raise ValueError(f"{type(plugin).__name__}.{self.name}: {value!r}")
        self.values[plugin] = value


class PluginMeta(ABCMeta):
    registry = weakref.WeakValueDictionary()
    made = []

    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        return {"options": {}, "priority": keywords.get("priority", 0)}

    def __new__(metacls, name, bases, namespace, *, key=None, **keywords):
        keywords.pop("priority", None)
        cls = super().__new__(metacls, name, bases, namespace, **keywords)
        metacls.made.append(name)
        if key is not None:
            metacls.registry[key] = cls
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)

    def __getitem__(cls, key):
        return cls.registry[key]

    def __lt__(cls, other):
        return (cls.priority, cls.__name__) < (other.priority, other.__name__)

    def __len__(cls):
        return len(cls.options)

    def __del__(cls):
        PluginMeta.made.append("-" + cls.__name__)


class Plugin(metaclass=PluginMeta):
    hooks: ClassVar[defaultdict] = defaultdict(list)

    def __init_subclass__(cls, /, hook=None, **keywords):
        super().__init_subclass__(**keywords)
        if hook:
            cls.hooks[hook].append(weakref.ref(cls))

    def __new__(cls, *args, **options):
        plugin = super().__new__(cls)
        for name, value in options.items():
            setattr(plugin, name, value)
        return plugin

    def __init__(self, *args, **options):
        self.args = args

    @abstractmethod
    def run(self, text: str) -> Any: ...

    def __call__(self, text):
        return self.run(text)


class Upper(Plugin, key="upper", hook="text", priority=2):
    repeat = Option(1, lambda value: value > 0)

    def run(self, text):
        return text.upper() * self.repeat


class Count(Plugin, key="count", hook="text"):
    chars = Option("aeiou")
    fold = Option(True)

    def run(self, text):
        return sum(text.count(char) for char in self.chars)


@runtime_checkable
class Runnable(Protocol):
    def run(self, text: str) -> Any: ...


print(PluginMeta.made, sorted(PluginMeta.registry), [ref().__name__ for ref in Plugin.hooks["text"]])
print(len(Count), len(Upper), sorted([Upper, Count]) == [Count, Upper], Plugin["upper"] is Upper, Upper.options["repeat"].name)
upper, count = Upper(repeat=2), Count(1, 2, chars="lo")
print(upper("hello"), count("hello world"), count.args, isinstance(upper, Runnable), isinstance(3, Runnable), issubclass(Upper, Plugin))
for wrong in (lambda: Plugin(), lambda: Upper(repeat=0), lambda: Plugin["none"], lambda: setattr(Upper(), "nothing", 1) or vars(Upper())):
    try:
        print(wrong())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
Dynamic = new_class("Dynamic", (Upper,), {"key": "dynamic", "priority": 9}, lambda ns: ns.update(run=lambda self, text: text[::-1]))
print(Dynamic()("abc"), Dynamic.__mro__[1:3], Dynamic.priority, sorted(PluginMeta.registry), Dynamic < Upper)
Wordy = types.new_class("Wordy", (Option[int],))
print(Wordy.__orig_bases__, Wordy.__bases__, Option[int].__args__, Wordy.__parameters__)
view = MappingProxyType(ChainMap(upper.__dict__, {"args": "default", "extra": 1}))
print(sorted(view), view["args"], len(view))
print(Upper.__subclasses__(), Plugin.__abstractmethods__, Upper.__abstractmethods__)
del Dynamic
print(sorted(PluginMeta.registry), gc.collect() > 0, sorted(PluginMeta.registry), PluginMeta.made[-1])
instance_alive = weakref.ref(count)
del count
print(instance_alive(), len(Count.chars.values))
del Count
print(gc.collect() > 0, sorted(PluginMeta.registry), [ref() and ref().__name__ for ref in Plugin.hooks["text"]], PluginMeta.made[-1])
