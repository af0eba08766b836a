/** The part of `functools` that is written in Python. Source: CPython Lib/functools.py. */
export const functoolsSource = `
from collections import namedtuple as _namedtuple
import sys as _sys
import types as _types

_Union = _types.UnionType

WRAPPER_ASSIGNMENTS = (
    ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__') if _sys.version_info < (3, 12) else
    ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
    if _sys.version_info < (3, 14) else
    ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__', '__type_params__'))
WRAPPER_UPDATES = ('__dict__',)
_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)

    return decorate


def cache(function, /):
    return lru_cache(maxsize=None)(function)


if _sys.version_info < (3, 12):
    class RLock:
        __slots__ = ('_owner',)
        __module__ = '_thread'


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        if _sys.version_info < (3, 12):
            self.lock = RLock()
        if _sys.version_info >= (3, 13):
            self.__module__ = func.__module__

    __class_getitem__ = classmethod(_types.GenericAlias)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {self.attrname!r} property.') from None
        if self.attrname in values:
            return values[self.attrname]
        value = self.func(instance)
        values[self.attrname] = value
        return value


class KeyWrapper:
    __slots__ = ('cmp', 'obj')

    def __init__(self, cmp, obj=None):
        self.cmp = cmp
        self.obj = obj

    def __call__(self, obj):
        return KeyWrapper(self.cmp, obj)

    def __lt__(self, other):
        return self.cmp(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.cmp(self.obj, other.obj) > 0

    def __le__(self, other):
        return self.cmp(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.cmp(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self.cmp(self.obj, other.obj) == 0

    __hash__ = None


def cmp_to_key(mycmp):
    return KeyWrapper(mycmp)


def _from_lt(name):
    if name == '__gt__':
        def compare(self, other):
            less = type(self).__lt__(self, other)
            return less if less is NotImplemented else not less and self != other
    elif name == '__le__':
        def compare(self, other):
            less = type(self).__lt__(self, other)
            return less if less is NotImplemented else less or self == other
    else:
        def compare(self, other):
            less = type(self).__lt__(self, other)
            return less if less is NotImplemented else not less
    return compare


def _from_le(name):
    if name == '__ge__':
        def compare(self, other):
            at_most = type(self).__le__(self, other)
            return at_most if at_most is NotImplemented else not at_most or self == other
    elif name == '__lt__':
        def compare(self, other):
            at_most = type(self).__le__(self, other)
            return at_most if at_most is NotImplemented else at_most and self != other
    else:
        def compare(self, other):
            at_most = type(self).__le__(self, other)
            return at_most if at_most is NotImplemented else not at_most
    return compare


def _from_gt(name):
    if name == '__lt__':
        def compare(self, other):
            more = type(self).__gt__(self, other)
            return more if more is NotImplemented else not more and self != other
    elif name == '__ge__':
        def compare(self, other):
            more = type(self).__gt__(self, other)
            return more if more is NotImplemented else more or self == other
    else:
        def compare(self, other):
            more = type(self).__gt__(self, other)
            return more if more is NotImplemented else not more
    return compare


def _from_ge(name):
    if name == '__le__':
        def compare(self, other):
            at_least = type(self).__ge__(self, other)
            return at_least if at_least is NotImplemented else not at_least or self == other
    elif name == '__gt__':
        def compare(self, other):
            at_least = type(self).__ge__(self, other)
            return at_least if at_least is NotImplemented else at_least and self != other
    else:
        def compare(self, other):
            at_least = type(self).__ge__(self, other)
            return at_least if at_least is NotImplemented else not at_least
    return compare


_ORDERINGS = {'__lt__': _from_lt, '__le__': _from_le, '__gt__': _from_gt, '__ge__': _from_ge}


def total_ordering(cls):
    roots = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in roots][0]
    for name in _ORDERINGS:
        if name not in roots:
            method = _ORDERINGS[root](name)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def _dispatches_on(cls):
    if isinstance(cls, type):
        return True
    return isinstance(cls, _Union) and all(isinstance(each, type) for each in cls.__args__)


def _best(cls, registry):
    """The nearest registered class: of the classes that cls is derived from, then of those that say it is theirs."""
    for base in cls.__mro__[:-1]:
        if base in registry:
            return registry[base]
    claiming = [each for each in registry if each is not object and issubclass(cls, each)]
    nearest = [each for each in claiming if not any(o is not each and issubclass(o, each) for o in claiming)]
    if len(nearest) > 1:
        raise RuntimeError(f'Ambiguous dispatch: {nearest[0]} or {nearest[1]}')
    return registry[nearest[0] if nearest else object]


def singledispatch(func):
    from weakref import WeakKeyDictionary
    registry = {}
    cache = WeakKeyDictionary()
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        try:
            return cache[cls]
        except KeyError:
            found = cache[cls] = registry[cls] if cls in registry else _best(cls, registry)
            return found

    def register(cls, func=None):
        if _dispatches_on(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to \`register()\`. {cls!r} is not a class or union type.')
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(f'Invalid first argument to \`register()\`: {cls!r}. Use either '
                                '\`@register(some_class)\` or plain \`@register\` on an annotated function.')
            from typing import get_type_hints
            func = cls
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _dispatches_on(cls):
                why = 'not all arguments are classes.' if isinstance(cls, _Union) else 'is not a class.'
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} {why}')
        for each in cls.__args__ if isinstance(cls, _Union) else (cls,):
            registry[each] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _types.MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func
        if _sys.version_info[:2] == (3, 13):
            from weakref import WeakKeyDictionary
            self._method_cache = WeakKeyDictionary()

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    if _sys.version_info[:2] == (3, 13):
        # 3.13 keeps a method for each object; it holds its object, so that neither ever goes.
        def __get__(self, obj, cls=None):
            if self._method_cache is not None:
                try:
                    return self._method_cache[obj]
                except TypeError:
                    self._method_cache = None
                except KeyError:
                    pass
            dispatch = self.dispatcher.dispatch
            funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

            def _method(*args, **kwargs):
                if not args:
                    raise TypeError(f'{funcname} requires at least 1 positional argument')
                return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

            _method.__isabstractmethod__ = self.__isabstractmethod__
            _method.register = self.register
            update_wrapper(_method, self.func)
            if self._method_cache is not None:
                self._method_cache[obj] = _method
            return _method
    elif _sys.version_info < (3, 13):
        def __get__(self, obj, cls=None):

            def _method(*args, **kwargs):
                method = self.dispatcher.dispatch(args[0].__class__)
                return method.__get__(obj, cls)(*args, **kwargs)

            _method.__isabstractmethod__ = self.__isabstractmethod__
            _method.register = self.register
            update_wrapper(_method, self.func)
            return _method
    else:
        def __get__(self, obj, cls=None):
            return _singledispatchmethod_get(self, obj, cls)

        def __repr__(self):
            return f'<single dispatch method descriptor {_name_of(self.func)}>'


def _name_of(func):
    return getattr(func, '__qualname__', None) or getattr(func, '__name__', '?')


class _singledispatchmethod_get:
    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._obj = obj
        self._cls = cls
        self._at = int(_sys.version_info >= (3, 15) and obj is None and isinstance(unbound.func, _types.FunctionType))
        for name in ('__module__', '__doc__'):
            try:
                setattr(self, name, getattr(unbound.func, name))
            except AttributeError:
                pass

    def __repr__(self):
        name = _name_of(self._unbound.func)
        if self._obj is None:
            return f'<single dispatch method {name}>'
        return f'<bound single dispatch method {name} of {self._obj!r}>'

    def __call__(self, /, *args, **kwargs):
        if len(args) <= self._at:
            name = getattr(self._unbound.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{name} requires at least {self._at + 1} positional argument{"s" * self._at}')
        method = self._unbound.dispatcher.dispatch(args[self._at].__class__)
        if hasattr(method, '__get__'):
            method = method.__get__(self._obj, self._cls)
        return method(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {'__name__', '__qualname__', '__isabstractmethod__', '__annotations__', '__type_params__'}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register


def _hold(self, func, args, keywords):
    self.func = func
    self.args = args
    self.keywords = keywords
    if _sys.version_info >= (3, 14):
        self._phcount = 0
        self._merger = None


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        _hold(self, func, args, keywords)

    def __repr__(self):
        cls = type(self)
        given = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(given)})'

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    def __get__(self, instance, owner=None):
        get = getattr(self.func, '__get__', None)
        bound = None if get is None else get(instance, owner)
        if bound is None or bound is self.func:
            return self._method().__get__(instance, owner)
        result = partial(bound, *self.args, **self.keywords)
        try:
            result.__self__ = bound.__self__
        except AttributeError:
            pass
        return result

    __class_getitem__ = classmethod(_types.GenericAlias)
`;
