/** The module functools. */
import { throughArgumentTuple } from '../argument-tuples.ts';
import type { NativeModule } from '../native.ts';
import { functionPositional } from '../types/call-arguments.ts';
import { lruCacheType } from '../types/lru-cache.ts';
import { partialType } from '../types/partial.ts';

const source = `
from collections import namedtuple as _namedtuple

import sys as _sys

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


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

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


class singledispatch:
    def __init__(self, function):
        self.registry = {object: function}
        update_wrapper(self, function)

    def register(self, cls, function=None):
        if function is None:
            if not isinstance(cls, type):
                function, cls = cls, next(iter(cls.__annotations__.values()))
            else:
                return lambda function: self.register(cls, function)
        self.registry[cls] = function
        return function

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self.registry:
                return self.registry[base]
        return self.registry[object]

    def __call__(self, *args, **kwargs):
        if not args:
            raise TypeError(f'{self.__name__} requires at least 1 positional argument')
        return self.dispatch(type(args[0]))(*args, **kwargs)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{self.func.__name__} requires at least 1 positional argument')
            method = self.dispatcher.dispatch(type(args[0]))
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)
`;

export const functoolsModule: NativeModule = {
  name: 'functools',
  types: [partialType, lruCacheType],
  functions: {
    reduce(m, args, names) {
      if (names === null && args.length < 2 && m.profile.versionInfo[1] >= 14) {
        m.raise('TypeError', `reduce() takes at least 2 positional arguments (${args.length} given)`);
      }
      functionPositional(m, 'reduce', args, names, 2, 3);
      const [callable, iterable, initial] = args;
      if (m.special(iterable, '__iter__') === 0 && m.special(iterable, '__getitem__') === 0) {
        m.raise('TypeError', 'reduce() arg 2 must support iteration');
      }
      let total = initial ?? 0;
      if (total !== 0) m.heap.incref(total);
      try {
        // One tuple of two arguments serves all calls.
        throughArgumentTuple(m, [0, 0], () =>
          m.forEach(iterable, (item) => {
            if (total === 0) {
              m.heap.incref(item);
              total = item;
              return;
            }
            const next = m.call(callable, [total, item]);
            m.heap.decref(total);
            total = next;
          }),
        );
      } catch (error) {
        if (total !== 0) m.heap.decref(total);
        throw error;
      }
      if (total === 0) m.raise('TypeError', 'reduce() of empty iterable with no initial value');
      return total;
    },
  },
  source,
};
