/** The part of `dataclasses` that is written in Python. */
export const dataclassesSource = `
import copy as _copy
import sys as _sys
import types as _types
import typing as _typing


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KeywordOnly:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KeywordOnly()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


_DOC = 'doc=None,' if _sys.version_info >= (3, 14) else ''


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_sort')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._sort = 'field'

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},{_DOC}_field_type={self._kind()})')

    def _kind(self):
        return None if self.name is None else {'field': '_FIELD', 'class': '_FIELD_CLASSVAR'}.get(self._sort, '_FIELD_INITVAR')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _sort_of(annotation):
    if annotation is _typing.ClassVar or getattr(annotation, '__origin__', None) is _typing.ClassVar:
        return 'class'
    if annotation is InitVar or isinstance(annotation, InitVar):
        return 'init'
    if isinstance(annotation, str):
        if annotation.startswith(('ClassVar', 'typing.ClassVar')):
            return 'class'
        if annotation.startswith(('InitVar', 'dataclasses.InitVar')):
            return 'init'
    return 'field'


def _own_annotations(cls):
    if _sys.version_info >= (3, 14):
        from annotationlib import Format, get_annotations
        return get_annotations(cls, format=Format.FORWARDREF)
    return cls.__dict__.get('__annotations__', {})


def _collect(cls, kw_only):
    collected = {}
    for base in cls.__mro__[-1:0:-1]:
        for inherited in base.__dict__.get('__dataclass_fields__', {}).values():
            collected[inherited.name] = inherited
    keyword_only = kw_only
    own = []
    for name, annotation in _own_annotations(cls).items():
        if annotation is KW_ONLY or annotation == 'KW_ONLY':
            keyword_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            made = default
        else:
            if hasattr(type(default), '__get__') and name in getattr(cls, '__slots__', ()):
                default = MISSING
            made = field(default=default)
        made.name = name
        made.type = annotation
        made._sort = _sort_of(annotation)
        if made.kw_only is MISSING:
            made.kw_only = keyword_only
        if made._sort == 'class' and made.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        if made._sort == 'field' and made.default is not MISSING and made.default.__class__.__hash__ is None:
            raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: '
                             'use default_factory')
        if made._sort == 'field' and isinstance(made.default, (list, dict, set)):
            raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: '
                             'use default_factory')
        own.append(made)
    for made in own:
        collected[made.name] = made
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in _own_annotations(cls):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return collected


def _init_rows(cls, all_fields):
    seen_default = None
    rows = []
    for each in all_fields:
        if each._sort == 'class':
            continue
        has_default = each.default is not MISSING
        has_factory = each.default_factory is not MISSING
        if each.init and not each.kw_only:
            if has_default or has_factory:
                seen_default = each.name
            elif seen_default is not None:
                raise TypeError(f'non-default argument {each.name!r} follows default argument'
                                + (f' {seen_default!r}' if _NAMES_DEFAULT else ''))
        rows.append((each.name, each.init, has_default, each.default if has_default else None,
                     has_factory, each.default_factory if has_factory else None, each.kw_only,
                     each._sort == 'init'))
    return tuple(rows)


import sys as _sys
_NAMES_DEFAULT = _sys.version_info >= (3, 13)
_REPLACE_ERROR = TypeError if _sys.version_info >= (3, 13) else ValueError
_printing = []


def _make_repr(names):
    def __repr__(self):
        if any(other is self for other in _printing):
            return '...'
        _printing.append(self)
        try:
            pairs = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
        finally:
            _printing.pop()
        return f'{self.__class__.__qualname__}({pairs})'
    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in names)
    return __eq__


def _make_order(names, compare):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple([getattr(self, name) for name in names]),
                       tuple([getattr(other, name) for name in names]))
    return method


def _make_hash(names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))
    return __hash__


def _make_guards(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


_ORDER = {
    '__lt__': lambda a, b: a < b,
    '__le__': lambda a, b: a <= b,
    '__gt__': lambda a, b: a > b,
    '__ge__': lambda a, b: a >= b,
}


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        names = list(self.__dict__) if _sys.version_info >= (3, 12) else list(self.__dict__)[:6]
        return f'_DataclassParams({",".join([f"{name}={getattr(self, name)!r}" for name in names])})'


def _put(cls, name, function):
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    function.__name__ = name
    setattr(cls, name, function)


def _with_slots(cls, names):
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(base.__dict__.get('__slots__', ()))
    namespace = {key: value for key, value in cls.__dict__.items()
                 if key not in names and key not in ('__dict__', '__weakref__')}
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    for base in cls.__mro__[1:]:
        parameters = base.__dict__.get('__dataclass_params__')
        if parameters is not None and parameters.frozen != frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one' if parameters.frozen
                            else 'cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    collected = _collect(cls, kw_only)
    own = cls.__dict__
    all_fields = list(collected.values())
    stored = [each for each in all_fields if each._sort == 'field']
    cls.__dataclass_fields__ = collected
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                                                 slots, weakref_slot)
    if init:
        positional = [each for each in all_fields if not each.kw_only]
        keyword_only = [each for each in all_fields if each.kw_only]
        rows = _init_rows(cls, positional + keyword_only)
        cls.__init__ = _make_init(cls.__qualname__, rows, frozen)
    if repr and '__repr__' not in own:
        _put(cls, '__repr__', _make_repr(tuple([each.name for each in stored if each.repr])))
    compared = tuple([each.name for each in stored if each.compare])
    if eq and '__eq__' not in own:
        has_hash = '__hash__' in own and own['__hash__'] is not None
        _put(cls, '__eq__', _make_eq(compared))
        hashed = tuple([each.name for each in stored if (each.compare if each.hash is None else each.hash)])
        if unsafe_hash or (frozen and not has_hash):
            _put(cls, '__hash__', _make_hash(hashed))
        elif not has_hash:
            cls.__hash__ = None
    elif unsafe_hash:
        hashed = tuple([each.name for each in stored if (each.compare if each.hash is None else each.hash)])
        _put(cls, '__hash__', _make_hash(hashed))
    if order:
        for name, compare in _ORDER.items():
            if name in own:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
            _put(cls, name, _make_order(compared, compare))
    if match_args and '__match_args__' not in own:
        cls.__match_args__ = tuple([each.name for each in all_fields
                                    if each.init and not each.kw_only and each._sort != 'class'])
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    plain = cls
    if slots:
        if '__slots__' in own:
            raise TypeError(f'{cls.__name__} already specifies __slots__')
        cls = _with_slots(cls, [each.name for each in stored] + (['__weakref__'] if weakref_slot else []))
    if frozen:
        names = tuple([each.name for each in stored])
        # Up to 3.14 the class without slots is asked, of which nothing is an instance.
        setter, deleter = _make_guards(cls if _sys.version_info >= (3, 15) else plain, names)
        _put(cls, '__setattr__', setter)
        _put(cls, '__delattr__', deleter)
    if '__replace__' not in own:
        cls.__replace__ = _replace
    if cls.__dict__.get('__doc__') is None:
        cls.__doc__ = cls.__name__
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([each for each in found.values() if each._sort == 'field'])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _as_dict(obj, dict_factory)


def _as_dict(obj, dict_factory):
    if _is_instance(obj):
        return dict_factory([(each.name, _as_dict(getattr(obj, each.name), dict_factory)) for each in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_as_dict(item, dict_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_as_dict(item, dict_factory) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_as_dict(key, dict_factory), _as_dict(value, dict_factory))
                          for key, value in obj.items()])
    return _copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, tuple_factory):
    if _is_instance(obj):
        return tuple_factory([_as_tuple(getattr(obj, each.name), tuple_factory) for each in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_as_tuple(item, tuple_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_as_tuple(item, tuple_factory) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_as_tuple(key, tuple_factory), _as_tuple(value, tuple_factory))
                          for key, value in obj.items()])
    return _copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for each in self.__dataclass_fields__.values():
        if each._sort == 'class':
            continue
        if not each.init:
            if each.name in changes:
                raise _REPLACE_ERROR(f'field {each.name} is declared with init=False, '
                                     'it cannot be specified with replace()')
            continue
        if each.name not in changes:
            if each._sort == 'init' and each.default is MISSING:
                raise _REPLACE_ERROR(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(self, each.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations = {}
    body = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = _typing.Any
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, body), **options)
`;
