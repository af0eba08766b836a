/** The Python of `typing`: the names that annotations need; nothing is checked. Source: CPython Lib/typing.py. */
export const typingSource = `
import sys as _sys
from abc import ABCMeta as _ABCMeta

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


_NO_MEMBERS = {'__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__', '__annotations__', '__init__',
               '__abstractmethods__', '_abc_registry', '_is_protocol', '_is_runtime_protocol', '__annotate_func__',
               '__annotations_cache__', '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__',
               '__class_getitem__', '__subclasshook__', '__new__'}


def _members(protocol):
    found = set()
    for base in protocol.__mro__[:-1]:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            found.update(base.__dict__)
            found.update(base.__dict__.get('__annotations__', {}) if _sys.version_info < (3, 14) else _own_hints(base))
    return found - _NO_MEMBERS


class _ProtocolMeta(_ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        namespace.setdefault('_is_protocol', any(base.__name__ == 'Protocol' for base in bases))
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __call__(cls, /, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError('Protocols cannot be instantiated')
        return super().__call__(*args, **kwargs)

    def _check(cls):
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')

    def __instancecheck__(cls, instance):
        if not cls._is_protocol:
            return super().__instancecheck__(instance)
        cls._check()
        if super().__instancecheck__(instance):
            return True
        for name in _members(cls):
            value = getattr(instance, name, _sys)
            if value is _sys or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if not cls._is_protocol or cls in other.__mro__:
            return super().__subclasscheck__(other)
        cls._check()
        return all(hasattr(other, name) for name in _members(cls))


class Protocol(metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

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
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(_sys.modules.get(base.__module__), '__dict__', {})
            own = base.__dict__.get('__annotations__', {}) if _sys.version_info < (3, 14) else _own_hints(base)
            for name, value in own.items():
                hints[name] = _evaluated(value, names, localns or dict(vars(base)))
        return hints
    while hasattr(obj, '__wrapped__') and globalns is None:
        obj = obj.__wrapped__
    if globalns is None:
        globalns = getattr(obj, '__globals__', None) or getattr(obj, '__dict__', {})
    found = getattr(obj, '__annotations__', None)
    if found is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _evaluated(value, globalns, localns) for name, value in found.items()}


def _own_hints(cls):
    from annotationlib import get_annotations
    return get_annotations(cls) if cls is not object else {}


def _evaluated(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    return eval(value, globalns, localns) if isinstance(value, str) else value


def get_origin(alias):
    return getattr(alias, '__origin__', None)


def get_args(alias):
    return getattr(alias, '__args__', ())


def assert_never(value):
    raise AssertionError(f'Expected code to be unreachable, but got: {value!r}')


if _sys.version_info >= (3, 14):
    from annotationlib import ForwardRef
else:
    class ForwardRef:
        def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
            if not isinstance(arg, str):
                raise TypeError(f'Forward reference must be a string -- got {arg!r}')
            self.__forward_arg__ = arg
            self.__forward_module__ = module

        def __eq__(self, other):
            return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

        def __hash__(self):
            return hash((self.__forward_arg__, self.__forward_module__))

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

        def __repr__(self):
            more = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
            return f'ForwardRef({self.__forward_arg__!r}{more})'


def _type_of(annotation):
    if annotation is None:
        return type(None)
    return ForwardRef(annotation) if isinstance(annotation, str) else annotation


def _types_of(annotations):
    return {name: _type_of(annotation) for name, annotation in annotations.items()}


class _TupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        from collections import namedtuple
        annotate = namespace.get('__annotate_func__')
        if annotate is None:
            types = _types_of(namespace.get('__annotations__', {}))
        else:
            from annotationlib import Format, call_annotate_function
            types = _types_of(call_annotate_function(annotate, Format.FORWARDREF))
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                given = [each for each in types if each in namespace]
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field{plural} '
                                f'{", ".join(given[:len(defaults)])}')
        result = namedtuple(name, list(types), defaults=defaults, module=namespace['__module__'])
        if annotate is None:
            result.__annotations__ = types
        else:
            result.__annotate__ = lambda format: _types_of(call_annotate_function(annotate, format, owner=result))
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
                       '_make', '_replace', '_asdict', '_source'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in types and key not in _OF_THE_CLASS:
                setattr(result, key, value)
        return result

    def __call__(cls, typename, fields=(), /):
        from collections import namedtuple
        result = namedtuple(typename, [name for name, _ in fields], module=_sys._getframe(1).f_globals.get('__name__'))
        result.__annotations__ = _types_of(dict(fields))
        return result


_OF_THE_CLASS = ('__module__', '__qualname__', '__dict__', '__weakref__', '__annotations__', '__annotate_func__',
                 '__classdictcell__', '__static_attributes__', '__firstlineno__', '__orig_bases__')


class NamedTuple(metaclass=_TupleMeta):
    pass


class TypedDict(dict):
    pass
`;
