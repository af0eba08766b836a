/** The Python of `typing`: the names that annotations need; nothing is checked. Source: CPython Lib/typing.py. */
export const typingSource = `
TYPE_CHECKING = False


class _Alias:
    def __init__(self, name, args=()):
        self._name = name
        self.__args__ = args
        self.__origin__ = None

    def __getitem__(self, args):
        return _Alias(self._name, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated')

    def __or__(self, other):
        return _Alias('Union', (self, other))

    def __ror__(self, other):
        return _Alias('Union', (other, self))

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __mro_entries__(self, bases):
        return ()

    def __repr__(self):
        if not self.__args__:
            return f'typing.{self._name}'
        return f'typing.{self._name}[{", ".join(map(_shown, self.__args__))}]'


def _shown(arg):
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    return '...' if arg is Ellipsis else repr(arg)


for _name in ('Any', 'AnyStr', 'Union', 'Optional', 'Callable', 'List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type',
              'Iterable', 'Iterator', 'Generator', 'Sequence', 'MutableSequence', 'Mapping', 'MutableMapping',
              'Collection', 'Container', 'Sized', 'Hashable', 'Reversible', 'ClassVar', 'Final', 'Literal',
              'Annotated', 'NoReturn', 'Never', 'Self', 'LiteralString', 'DefaultDict', 'OrderedDict', 'Counter',
              'Deque', 'Awaitable', 'Coroutine', 'AsyncIterator', 'AsyncIterable', 'AsyncGenerator', 'ContextManager',
              'Text', 'TypeAlias', 'Concatenate', 'Required', 'NotRequired', 'Unpack', 'TypeGuard', 'SupportsInt',
              'SupportsFloat', 'SupportsIndex', 'Hashable', 'IO', 'TextIO', 'BinaryIO', 'MutableSet', 'AbstractSet'):
    globals()[_name] = _Alias(_name)
del _name


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name

    def __repr__(self):
        return f'~{self.__name__}'

    def __or__(self, other):
        return _Alias('Union', (self, other))

    def __ror__(self, other):
        return _Alias('Union', (other, self))


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls


class Protocol:
    __slots__ = ()

    def __class_getitem__(cls, item):
        return cls


def NewType(name, base):
    def new_type(value):
        return value
    new_type.__name__ = name
    new_type.__supertype__ = base
    return new_type


def cast(typ, value):
    return value


def overload(function):
    return function


def final(function):
    return function


def override(function):
    return function


def no_type_check(function):
    return function


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get('__annotations__', {}))
        return hints
    return dict(obj.__annotations__)


def get_origin(alias):
    return getattr(alias, '__origin__', None)


def get_args(alias):
    return getattr(alias, '__args__', ())


def assert_never(value):
    raise AssertionError(f'Expected code to be unreachable, but got: {value!r}')


class _TupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        from collections import namedtuple
        annotations = namespace.get('__annotations__', {})
        defaults = [namespace[field] for field in annotations if field in namespace]
        result = namedtuple(name, list(annotations), defaults=defaults, module=namespace['__module__'])
        for key, value in namespace.items():
            if key not in annotations and key not in ('__module__', '__qualname__', '__dict__', '__doc__'):
                setattr(result, key, value)
        return result

    def __call__(cls, typename, fields=(), /):
        from collections import namedtuple
        return namedtuple(typename, [name for name, _ in fields])


class NamedTuple(metaclass=_TupleMeta):
    pass


class TypedDict(dict):
    pass
`;
