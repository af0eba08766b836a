/**
 * The Python of `typing`: special forms, aliases, generic classes, protocols and the functions about annotations. One module as
 * one text, and so longer than other files. Source: CPython Lib/typing.py.
 */
export const typingSource = `
import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
import functools as _functools
import sys as _sys
import types as _types
from abc import ABCMeta as _ABCMeta
from _typing import Generic, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple, _new_args
if _sys.version_info >= (3, 12):
    from _typing import TypeAliasType
if _sys.version_info >= (3, 13):
    from _typing import NoDefault

_minor = _sys.version_info[1]
TYPE_CHECKING = False


def _type_convert(arg):
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _type_check(arg, msg, allow_special_forms=False):
    arg = _type_convert(arg)
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if origin is Generic or origin is Protocol or not allow_special_forms and (origin is ClassVar or origin is Final):
            raise TypeError(f'{arg} is not valid as type argument')
    if isinstance(arg, _SpecialForm):
        if arg._name in ('Any', 'LiteralString', 'NoReturn', 'Never', 'Self', 'TypeAlias'):
            return arg
        if not (allow_special_forms and arg._name in ('ClassVar', 'Final')):
            raise TypeError(f'Plain {arg} is not valid as type argument')
        return arg
    if arg is Generic or arg is Protocol:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _shown(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_shown, obj)) + ']'
    if isinstance(obj, type) and not isinstance(obj, _types.GenericAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is Ellipsis:
        return '...'
    if isinstance(obj, _types.FunctionType):
        return obj.__name__ if _minor < 14 else f'{obj.__module__}.{obj.__qualname__}'
    return repr(obj)


def _collect_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            more = _collect_parameters(arg)
        elif hasattr(arg, '__typing_subst__'):
            more = (arg,)
        else:
            more = getattr(arg, '__parameters__', ())
        for each in more:
            if each not in found:
                found.append(each)
    return tuple(found)


def _check_count(cls, given, wanted):
    if not wanted:
        raise TypeError(f'{cls} is not a generic class')
    if given != wanted:
        how = 'many' if given > wanted else 'few'
        raise TypeError(f'Too {how} arguments for {cls}; actual {given}, expected {wanted}')


def _remembering(function, typed=False):
    remembered = _functools.lru_cache(typed=typed)(function)

    @_functools.wraps(function)
    def inner(*args):
        try:
            return remembered(*args)
        except TypeError:
            pass
        return function(*args)
    return inner


def _or(self, other):
    return Union[self, other]


def _ror(self, other):
    return Union[other, self]


class _SpecialForm:
    __slots__ = ('_name', '__doc__', '_getitem', '__weakref__')
    __module__ = 'typing'

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    __or__, __ror__ = _or, _ror

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    @_remembering
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _LiteralForm(_SpecialForm):
    def __getitem__(self, parameters):
        return self._getitem(self, *parameters) if isinstance(parameters, tuple) else self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _bare(name):
    def refuse(self, parameters):
        raise TypeError(f'{self} is not subscriptable')
    refuse.__name__ = name
    return _SpecialForm(refuse)


NoReturn, Never, Self, LiteralString, TypeAlias = map(_bare, ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'))


def _single(name, message, alias=None):
    def subscript(self, parameters):
        item = _type_check(parameters, f'{self} {message}', allow_special_forms=True)
        return (alias or _GenericAlias)(self, (item,))
    subscript.__name__ = name
    return _SpecialForm(subscript)


ClassVar = _single('ClassVar', 'accepts only single type.')
Final = _single('Final', 'accepts only single type.')
Required = _single('Required', 'accepts only a single type.')
NotRequired = _single('NotRequired', 'accepts only a single type.')
TypeGuard = _single('TypeGuard', 'accepts only single type.')
if _minor >= 13:
    TypeIs = _single('TypeIs', 'accepts only single type.')
    ReadOnly = _single('ReadOnly', 'accepts only a single type.')


@_SpecialForm
def Unpack(self, parameters):
    return _UnpackGenericAlias(self, (_type_check(parameters, f'{self} accepts only single type.'),))


@_SpecialForm
def Optional(self, parameters):
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    return _GenericAlias(self, parameters if isinstance(parameters, tuple) else (parameters,))


@_LiteralForm
@lambda function: _remembering(function, typed=True)
def Literal(self, *parameters):
    flat, seen = [], set()
    for each in parameters:
        for value in each.__args__ if isinstance(each, _LiteralAlias) else (each,):
            try:
                if (value, type(value)) in seen:
                    continue
                seen.add((value, type(value)))
            except TypeError:
                pass
            flat.append(value)
    return _LiteralAlias(self, tuple(flat))


def _annotated(cls, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(_type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True),
                           tuple(params[1:]))


if _minor >= 13:
    _annotated.__name__ = 'Annotated'
    Annotated = _SpecialForm(_annotated)
else:
    class Annotated:
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise TypeError('Type Annotated cannot be instantiated.')

        def __class_getitem__(cls, params):
            return _annotated(cls, params)

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


class _BaseGenericAlias:
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        except Exception:
            if _minor < 12:
                raise
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        later = bases[bases.index(self) + 1:]
        if not any(isinstance(base, _BaseGenericAlias) or issubclass(base, Generic) for base in later):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in {'__origin__', '__args__'}:
            return super().__getattribute__(name)
        if '__origin__' in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in {'_name', '_inst', '_nparams', '_defaults'}:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __or__, __ror__ = _or, _ror


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = tuple([each for each in (args if isinstance(args, tuple) else (args,))])
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_remembering
    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with(_new_args(self, self.__parameters__, tuple([_type_convert(each) for each in args])))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _shown(self.__origin__)
        return f'{name}[{", ".join(map(_shown, self.__args__)) or "()"}]'

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias):
    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    @_remembering
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_type_check(each, 'Parameters to generic types must be types.') for each in params])
        _check_count(self, len(params), self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is Ellipsis or isinstance(args[0], (ParamSpec, tuple)) or _is_concatenate(args[0])):
            return super().__repr__()
        return f'typing.Callable[[{", ".join(map(_shown, args[:-1]))}], {_shown(args[-1])}]'


def _is_concatenate(arg):
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return self._of(tuple(args) if isinstance(args, list) else args, result)

    @_remembering
    def _of(self, args, result):
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is Ellipsis:
            return self.copy_with((Ellipsis, result))
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*map(_type_convert, args), result))

    def copy_with(self, params):
        return _CallableAlias(self.__origin__, params, name=self._name, inst=self._inst)


class _TupleType(_SpecialGenericAlias):
    @_remembering
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if len(params) >= 2 and params[-1] is Ellipsis:
            message = 'Tuple[t, ...]: t must be a type.'
            return self.copy_with((*[_type_check(each, message) for each in params[:-1]], Ellipsis))
        return self.copy_with(tuple([_type_check(each, 'Tuple[t0, t1, ...]: each t must be a type.') for each in params]))


class _LiteralAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(each, type(each)) for each in self.__args__} == {(each, type(each)) for each in other.__args__}

    def __hash__(self):
        return hash(frozenset((each, type(each)) for each in self.__args__))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__)) or "()"}]'


class _UnpackGenericAlias(_GenericAlias):
    _is_unpack = True

    def __repr__(self):
        return f'typing.Unpack[{_shown(self.__args__[0])}]'


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{_shown(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


if _minor >= 14:
    Union = _types.UnionType
else:
    def _flat(parameters):
        flat = []
        for each in parameters:
            for part in each.__args__ if isinstance(each, (_UnionAlias, _types.UnionType)) else (each,):
                if part not in flat:
                    flat.append(part)
        return tuple(flat)

    class _UnionAlias(_GenericAlias):
        def copy_with(self, params):
            return Union[params]

        def __eq__(self, other):
            if not isinstance(other, (_UnionAlias, _types.UnionType)):
                return NotImplemented
            return set(self.__args__) == set(other.__args__)

        def __hash__(self):
            return hash(frozenset(self.__args__))

        def __repr__(self):
            args = self.__args__
            if len(args) == 2 and type(None) in args:
                return f'typing.Optional[{_shown(args[0] if args[1] is type(None) else args[1])}]'
            return super().__repr__()

        def __instancecheck__(self, obj):
            if _minor < 12:
                return self.__subclasscheck__(type(obj))
            for cls in self.__args__:
                if isinstance(obj, cls):
                    return True
            return False

        def __subclasscheck__(self, cls):
            for each in self.__args__:
                if issubclass(cls, each):
                    return True
            return False

    _UnionAlias.__name__ = _UnionAlias.__qualname__ = '_UnionGenericAlias'

    @_SpecialForm
    def Union(self, parameters):
        if parameters == ():
            raise TypeError('Cannot take a Union of no types.')
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        parameters = _flat([_type_check(each, 'Union[arg, ...]: each arg must be a type.') for each in parameters])
        if len(parameters) == 1:
            return parameters[0]
        name = 'Optional' if len(parameters) == 2 and type(None) in parameters else None
        return _UnionAlias(self, parameters, name=name)

    Union._getitem = _remembering(Union._getitem)


def _generic_class_getitem(cls, args):
    args = tuple([_type_convert(each) for each in (args if isinstance(args, tuple) else (args,))])
    if cls is Generic or cls is Protocol:
        if not args:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(hasattr(each, '__typing_subst__') or isinstance(each, _UnpackGenericAlias) for each in args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
        if len(set(args)) != len(args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, args)
    parameters = cls.__parameters__
    for each in parameters:
        prepare = getattr(each, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_count(cls, len(args), len(parameters))
    flat = []
    for parameter, arg in zip(parameters, args):
        flat.extend(arg) if isinstance(parameter, TypeVarTuple) else flat.append(arg)
    return _GenericAlias(cls, tuple(flat))


_generic_class_getitem = _remembering(_generic_class_getitem)


def _generic_init_subclass(cls):
    own = cls.__dict__
    if '__orig_bases__' not in own:
        if Generic in cls.__bases__ and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = ()
        return
    bases = own['__orig_bases__']
    if Generic in bases:
        raise TypeError('Cannot inherit from plain Generic')
    found, listed = _collect_parameters(bases), None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError('Cannot inherit from Generic[...] multiple ' + ('types.' if _minor < 12 else 'times.'))
            listed = base.__parameters__
    if listed is not None:
        missing = [each for each in found if each not in listed]
        if missing:
            names = ', '.join(map(str, missing)), ', '.join(map(str, listed))
            raise TypeError('Some type variables (%s) are not listed in Generic[%s]' % names)
        found = listed
    cls.__parameters__ = tuple(found)


_NO_MEMBERS = {'__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__', '__annotations__', '__init__',
               '__abstractmethods__', '_abc_registry', '_is_protocol', '_is_runtime_protocol', '__annotate_func__',
               '__annotations_cache__', '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__',
               '__class_getitem__', '__subclasshook__', '__new__', '__type_params__', '__protocol_attrs__'}


def _members(protocol):
    found = set()
    for base in protocol.__mro__[:-1]:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            found.update(base.__dict__)
            found.update(base.__dict__.get('__annotations__', {}) if _minor < 14 else _own_hints(base))
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


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def _alias(name, origin, count, inst=False):
    globals()[name] = _SpecialGenericAlias(origin, count, inst=inst, name=name)


for _name, _origin, _count in (
        ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Type', type, 1),
        ('DefaultDict', _collections.defaultdict, 2), ('OrderedDict', _collections.OrderedDict, 2),
        ('Counter', _collections.Counter, 1), ('ChainMap', _collections.ChainMap, 2), ('Deque', _collections.deque, 1)):
    _alias(_name, _origin, _count, _name not in ('List', 'Dict', 'Set', 'FrozenSet', 'Type'))
for _name, _count in (('Iterable', 1), ('Iterator', 1), ('Generator', 3), ('Sequence', 1), ('MutableSequence', 1), ('Mapping', 2),
                      ('MutableMapping', 2), ('Collection', 1), ('Container', 1), ('Sized', 0), ('Hashable', 0),
                      ('Reversible', 1), ('MutableSet', 1), ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1),
                      ('MappingView', 1), ('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1),
                      ('AsyncIterator', 1), ('AsyncGenerator', 2)):
    if hasattr(_abc, _name):
        _alias(_name, getattr(_abc, _name), _count)
_alias('AbstractSet', _abc.Set, 1)
_alias('ContextManager', _contextlib.AbstractContextManager, 1)
del _name, _origin, _count
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
Callable = _CallableType(_abc.Callable, 2)
AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'
Text = str


class NewType:
    def __call__(self, value, /):
        return value

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        self.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f"\`Subclass = NewType('Subclass', {self.__name__})\`")

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    __or__, __ror__ = _or, _ror


def cast(typ, val):
    return val


_overloads = {}


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _only_declared


def _only_declared(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


for _name, _method in (('Int', '__int__'), ('Float', '__float__'), ('Index', '__index__'), ('Bytes', '__bytes__'),
                       ('Complex', '__complex__'), ('Abs', '__abs__'), ('Round', '__round__')):
    def _special(self):
        pass
    _special.__name__ = _method
    globals()['Supports' + _name] = runtime_checkable(_ProtocolMeta(
        'Supports' + _name, (Protocol,), {'__module__': 'typing', '__slots__': (), _method: _special}))
del _name, _method, _special


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


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


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _types.UnionType if isinstance(tp, _types.UnionType) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _types.GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (len(args) == 2 and args[0] is Ellipsis):
            args = (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, _types.UnionType) else ()


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


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(mcls, name, (*generic, dict), ns)
        if _minor >= 12 and not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get('__annotations__', {}) if _minor < 14 else getattr(base, '_hints', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
            optional |= base.__dict__.get('__optional_keys__', frozenset())
        own = ns.get('__annotations__', {}) if _minor < 14 else _own_hints(made)
        for key, hint in own.items():
            hint = _type_check(hint, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            hints[key] = hint
            origin = get_origin(hint)
            is_required = origin is Required or total and origin is not NotRequired
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__ = hints
        if _minor >= 14:
            made._hints = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields=_sys, /, *, total=True):
    ns = {'__annotations__': dict(fields), '__module__': _sys._getframe(1).f_globals.get('__name__')}
    made = _TypedDictMeta(typename, (), ns, total=total)
    if _minor >= 12:
        made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members(tp))


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol
`;
