/** The module abc: our own Python, executed by the machine. */
import type { NativeModule } from '../native.ts';

const source = `
def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


def _is_abstract(value):
    if isinstance(value, property):
        parts = (value.fget, value.fset, value.fdel)
    elif isinstance(value, (staticmethod, classmethod)):
        parts = (value.__func__,)
    else:
        parts = (value,)
    return any(getattr(part, '__isabstractmethod__', False) for part in parts)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {key for key, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for key in getattr(base, '__abstractmethods__', ()):
                if _is_abstract(getattr(cls, key, None)):
                    abstract.add(key)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_registry = []
        return cls

    def __call__(cls, /, *args, **kwargs):
        abstract = sorted(cls.__abstractmethods__)
        if abstract:
            methods = ', '.join([_quoted(name) for name in abstract])
            plural = 's' if len(abstract) > 1 else ''
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} "
                            f'{_WITHOUT} abstract method{plural} {methods}')
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        hook = cls.__dict__.get('__subclasshook__')
        if hook is not None:
            answer = cls.__subclasshook__(subclass)
            if answer is not NotImplemented:
                return answer
        if cls in subclass.__mro__:
            return True
        if any(issubclass(subclass, registered) for registered in cls._abc_registry):
            return True
        return any(issubclass(subclass, below) for below in cls.__subclasses__())


import sys as _sys
if _sys.version_info >= (3, 12):
    _WITHOUT = 'without an implementation for'
    def _quoted(name):
        return f"'{name}'"
else:
    _WITHOUT = 'with'
    def _quoted(name):
        return name


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    return cls
`;

export const abcModule: NativeModule = { name: 'abc', source };

const collectionsAbcSource = `
from abc import ABCMeta as _ABCMeta


def _has(subclass, *names):
    for name in names:
        for base in subclass.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return False
                break
        else:
            return False
    return True


class _Protocol(_ABCMeta):
    def __subclasscheck__(cls, subclass):
        wanted = cls.__dict__.get('_wanted')
        if wanted is not None and _has(subclass, *wanted):
            return True
        return super().__subclasscheck__(subclass)

    def __getitem__(cls, item):
        return cls


class Hashable(metaclass=_Protocol):
    _wanted = ('__hash__',)


class Iterable(metaclass=_Protocol):
    _wanted = ('__iter__',)


class Iterator(Iterable):
    _wanted = ('__next__', '__iter__')

    def __iter__(self):
        return self


class Reversible(Iterable):
    _wanted = ('__reversed__', '__iter__')


class Generator(Iterator):
    _wanted = ('__iter__', '__next__', 'send', 'throw', 'close')


class Sized(metaclass=_Protocol):
    _wanted = ('__len__',)


class Container(metaclass=_Protocol):
    _wanted = ('__contains__',)


class Collection(Sized, Iterable, Container):
    _wanted = ('__len__', '__iter__', '__contains__')


class Callable(metaclass=_Protocol):
    _wanted = ('__call__',)


class Sequence(Reversible, Collection):
    _wanted = None

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, value):
        for index, item in enumerate(self):
            if item is value or item == value:
                return index
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    _wanted = None

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()


class Set(Collection):
    _wanted = None

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    def __le__(self, other):
        return len(self) <= len(other) and all(value in other for value in self)

    def __eq__(self, other):
        return len(self) == len(other) and self <= other


class MutableSet(Set):
    _wanted = None

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)


class Mapping(Collection):
    _wanted = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return [key for key in self]

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    _wanted = None
    _missing = object()

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is self._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        key = next(iter(self))
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        while len(self):
            self.popitem()

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


Sequence.register(list)
Sequence.register(tuple)
Sequence.register(str)
Sequence.register(range)
Sequence.register(bytes)
MutableSequence.register(list)
MutableSequence.register(bytearray)
Set.register(set)
Set.register(frozenset)
MutableSet.register(set)
Mapping.register(dict)
MutableMapping.register(dict)
`;

export const collectionsAbcModule: NativeModule = {
  name: 'collections.abc',
  source: collectionsAbcSource,
};
