/** The Python of `copy`. Source: CPython Lib/copy.py. */
export const copySource = `
from types import (FunctionType as _Function, BuiltinFunctionType as _Builtin, MethodType as _Method,
                   ModuleType as _Module)
from sys import version_info as _version
from weakref import ref as _Ref


class Error(Exception):
    pass


error = Error
_SHARED = (type(None), int, float, bool, complex, str, bytes, type, range, slice, _Function, _Builtin,
           type(Ellipsis), type(NotImplemented), property, _Ref)


def _is_shared(x):
    return type(x) in _SHARED or isinstance(x, type)


def _slot_names(cls):
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in ((slots,) if isinstance(slots, str) else slots):
            if name not in ('__dict__', '__weakref__') and name not in names:
                names.append(name)
    try:
        cls.__slotnames__ = names
    except TypeError:
        pass
    return names


def _newobj(cls, *args, **kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _new_arguments(x, cls):
    if hasattr(cls, '__getnewargs__'):
        return x.__getnewargs__()
    for base in (tuple, int, float, complex, str, bytes):
        if issubclass(cls, base):
            return base(x),
    # Made in native code, of which there is nothing to copy.
    if '__module__' not in cls.__dict__ and cls is not object and not issubclass(cls, (list, dict)):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    return ()


def _state_of(x):
    method = getattr(type(x), '__getstate__', None)
    if method is not None and method is not getattr(object, '__getstate__', None):
        return method(x)
    values = _values_of(x)
    slots = {name: getattr(x, name) for name in _slot_names(type(x)) if hasattr(x, name)}
    return (values, slots) if slots else values


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            object.__setattr__(y, name, value)


def _reduced(x):
    """What x.__reduce_ex__(4) returns."""
    cls = type(x)
    for name, args in (('__reduce_ex__', (4,)), ('__reduce__', ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return method(x, *args)
    if isinstance(x, BaseException):
        return cls, x.args, _values_of(x)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _state_of(x)
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state_of(x)
    maker, args = _newobj, (cls,)
    if hasattr(cls, '__getnewargs_ex__'):
        from functools import partial
        given, named = x.__getnewargs_ex__()
        maker, args = partial(_newobj, cls, *given, **named), ()
    else:
        args += _new_arguments(x, cls)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return maker, args, _state_of(x), items, pairs


def copy(x):
    cls = type(x)
    if _is_shared(x) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return cls.copy(x)
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    if cls is _Method:
        return x
    reduced = _reduced(x)
    return x if isinstance(reduced, str) else _rebuild(x, reduced, None)


def _rebuild(x, reduced, memo):
    maker, args, state, items, pairs, *_ = *reduced, None, None, None
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    y = maker(*args)
    if memo is not None:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state is not None:
        _set_state(y, state)
    if items is not None:
        for item in items:
            y.append(item if memo is None else deepcopy(item, memo))
    if pairs is not None:
        for key, value in pairs:
            y[key if memo is None else deepcopy(key, memo)] = value if memo is None else deepcopy(value, memo)
    return y


def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def deepcopy(x, memo=None, _nil=[]):
    if _is_shared(x):
        return x
    if memo is None:
        memo = {}
    identity = id(x)
    y = memo.get(identity, _nil)
    if y is not _nil:
        return y
    y = _deep_copy_of(x, type(x), memo)
    if y is not x:
        memo[identity] = y
        _keep_alive(x, memo)
    return y


def _deep_copy_of(x, cls, memo):
    if cls is list:
        y = []
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
        return y
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        for old, new in zip(x, items):
            if old is not new:
                return tuple(items)
        return x
    if cls is dict:
        y = {}
        memo[id(x)] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
        return y
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    if cls is _Method:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    if cls is _Module:
        raise TypeError("cannot pickle 'module' object")
    reduced = _reduced(x)
    return x if isinstance(reduced, str) else _rebuild(x, reduced, memo)


if _version >= (3, 13):
    def replace(obj, /, **changes):
        method = getattr(type(obj), '__replace__', None)
        if method is None:
            raise TypeError(f'replace() does not support {type(obj).__name__} objects')
        return method(obj, **changes)
`;
