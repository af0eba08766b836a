# Plugins by metaclass and by __init_subclass__; classes are objects too, and cyclic ones.
import abc
import gc
import sys
import weakref
from types import MappingProxyType, new_class, prepare_class, resolve_bases


class PluginMeta(type):
    registry = weakref.WeakValueDictionary()

    @classmethod
    def __prepare__(mcls, name, bases, /, **options):
        print(f"prepare {name} {[b.__name__ for b in bases]} {options}")
        return {"commands": {}, "command": mcls.command}

    @staticmethod
    def command(function=None, /, *, name=None):
        def mark(function):
            function.__command__ = name or function.__name__
            return function

        return mark if function is None else mark(function)

    def __new__(mcls, name, bases, namespace, /, *, abstract=False, **options):
        namespace.pop("command", None)
        inherited = {}
        for base in reversed(bases):
            inherited |= getattr(base, "commands", {})
        own = {v.__command__: k for k, v in namespace.items() if hasattr(v, "__command__")}
        namespace["commands"] = MappingProxyType({**inherited, **own})
        cls = super().__new__(mcls, name, bases, namespace, **options)
        if not abstract:
            mcls.registry[name.lower()] = cls
        return cls

    def __init__(cls, name, bases, namespace, /, **options):
        super().__init__(name, bases, namespace)
        cls.priority = options.get("priority", getattr(cls, "priority", 0))

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.started = True
        return instance

    def __iter__(cls):
        yield from sorted(cls.registry)

    def __contains__(cls, name):
        return name in cls.registry

    def __instancecheck__(cls, instance):
        return super().__instancecheck__(instance) or getattr(instance, "quacks_like", None) == cls.__name__

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"


class Plugin(metaclass=PluginMeta, abstract=True):
    def __init_subclass__(cls, /, priority=0, **kwargs):
        super().__init_subclass__(**kwargs)
        print(f"  subclass {cls.__name__} priority={priority}")

    def __getattr__(self, name):
        if name in self.commands:
            return getattr(self, self.commands[name])
        raise AttributeError(f"{type(self).__name__!r} has no command {name!r}", name=name, obj=self)

    def __dir__(self):
        return sorted(self.commands)


class Loader(Plugin, priority=5):
    @command
    def load(self, path):
        """Loads a path."""
        return f"loaded {path}"

    @command(name="list")
    def list_all(self, *patterns, deep=False):
        return f"listed {patterns} {deep=}"


class Cache(Loader):
    @command(name="load")
    def load_cached(self, path):
        return super().load(path) + " from cache"


print(list(Plugin), "loader" in Plugin, "plugin" in Plugin, Loader, Cache.priority, Loader.priority)
cache = Cache()
print(cache.load("a"), "|", cache.list("*.py", deep=True), "|", cache.started, dir(cache))
print(Cache.commands, type(Cache.commands).__name__, [k.__name__ for k in Cache.__mro__], [k.__name__ for k in type(Cache).__mro__])
for wrong in (lambda: cache.save, lambda: cache.commands.update(a=1), lambda: Plugin(1), lambda: cache.load(), lambda: PluginMeta("X", (int, str), {})):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error, getattr(error, "name", None))


class Duck:
    quacks_like = "Loader"


print(isinstance(Duck(), Loader), isinstance(Duck(), Cache), issubclass(Cache, Plugin), isinstance(cache, Loader))


def body(namespace):
    namespace["answer"] = lambda self: 42
    namespace["__doc__"] = "made at run time"


Made = new_class("Made", (Cache,), {"priority": 9}, body)
print(Made, Made().answer(), Made.__doc__, Made.priority, Made.__module__, list(Plugin), Made.__bases__, Made.__subclasses__())
print(prepare_class("P", (int,), {})[0], resolve_bases([int, str]), [c.__name__ for c in Loader.__subclasses__()])
print(sys.getrefcount(Made) > 3, len(gc.get_referrers(Made)) > 2)
alive = weakref.ref(Made, lambda _: print("  the class is gone"))
del Made
print("after del:", alive(), list(Plugin))
print("collected:", gc.collect() > 5, alive(), list(Plugin))


class Exporter(abc.ABC):
    formats = {}

    def __init_subclass__(cls, /, format=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if format:
            if format in Exporter.formats:
                raise ValueError(f"{format} is taken by {Exporter.formats[format].__name__}")
            Exporter.formats[format] = cls

    @abc.abstractmethod
    def export(self, rows): ...

    @property
    @abc.abstractmethod
    def extension(self): ...

    @classmethod
    def of(cls, format, /, *args):
        return cls.formats[format](*args)


class Text(Exporter, format="txt"):
    def __init__(self, separator="\t"):
        self.separator = separator

    def export(self, rows):
        return "\n".join(self.separator.join(map(str, row)) for row in rows)

    extension = property(lambda self: ".txt")


class Table(Text, format="md"):
    def export(self, rows):
        head, *rest = rows
        rule = ["-" * len(str(cell)) for cell in head]
        return super().export([head, rule, *rest])


print(Exporter.of("md", "|").export([("name", "n"), ("a", 1), ("b", 2)]), Exporter.of("txt").extension)
print(sorted(Exporter.__abstractmethods__), Table.__abstractmethods__, isinstance(Table(), Exporter), Table.export.__qualname__)
for wrong in (lambda: Exporter(), lambda: type("Again", (Exporter,), {}, format="md"), lambda: setattr(Text(), "extension", 1)):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
