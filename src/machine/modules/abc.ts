/** The modules abc and collections.abc: our own Python, executed by the machine; the second's is late/collections-abc.ts. */
import { registerCollection } from '../instruction-matching.ts';
import type { PythonMachine } from '../machine.ts';
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
        _register_collection(cls, subclass)
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

export const abcModule: NativeModule = {
  name: 'abc',
  functions: {
    _register_collection(m, [abstract, subclass]) {
      registerCollection(m as PythonMachine, abstract, subclass);
      return m.none;
    },
  },
  source,
};

export const collectionsAbcModule: NativeModule = {
  name: 'collections.abc',
  hasLateSource: true,
};
