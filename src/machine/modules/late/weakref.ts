/**
 * The containers of weakref, WeakMethod and finalize, in Python, built as CPython's are: a dict of references whose callback,
 * a function that refers weakly to the container, removes the entry. Up to 3.13 removals wait while somebody iterates; from
 * 3.14 on iteration goes over a copy. Source: CPython Lib/weakref.py, Lib/_weakrefset.py.
 *
 * One Python module as one text, and so longer than other files.
 */
export const weakrefSource = `
import collections.abc as _collections_abc
import itertools
import sys
from _weakrefset import WeakSet, _copies
if not _copies:
    from _weakrefset import _IterationGuard

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as its object and its function are."""
    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not {}'.format(type(meth))) from None
        def _cb(arg):
            # Refers weakly to the reference, so that there is no cycle.
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is not other
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return NotImplemented

    __hash__ = ref.__hash__


class WeakValueDictionary(_collections_abc.MutableMapping):
    def __init__(self, other=(), /, **kw):
        if _copies:
            def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
                self = selfref()
                if self is not None:
                    _atomic_removal(self.data, wr.key)
            self._remove = remove
        else:
            def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
                self = selfref()
                if self is not None:
                    if self._iterating:
                        self._pending_removals.append(wr.key)
                    else:
                        _atomic_removal(self.data, wr.key)
            self._remove = remove
            self._pending_removals = []
            self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    if not _copies:
        def _commit_removals(self, _atomic_removal=_remove_dead_weakref):
            pending = self._pending_removals
            while pending:
                _atomic_removal(self.data, pending.pop())

    def __getitem__(self, key):
        if not _copies and self._pending_removals:
            self._commit_removals()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        if not _copies and self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __len__(self):
        if not _copies and self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __contains__(self, key):
        if not _copies and self._pending_removals:
            self._commit_removals()
        try:
            value = self.data[key]()
        except KeyError:
            return False
        return value is not None

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        if not _copies and self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def get(self, key, default=None):
        if not _copies and self._pending_removals:
            self._commit_removals()
        try:
            wr = self.data[key]
        except KeyError:
            return default
        value = wr()
        return default if value is None else value

    if _copies:
        def copy(self):
            new = WeakValueDictionary()
            for key, wr in self.data.copy().items():
                value = wr()
                if value is not None:
                    new[key] = value
            return new

        def __deepcopy__(self, memo):
            from copy import deepcopy
            new = self.__class__()
            for key, wr in self.data.copy().items():
                value = wr()
                if value is not None:
                    new[deepcopy(key, memo)] = value
            return new

        def items(self):
            for key, wr in self.data.copy().items():
                value = wr()
                if value is not None:
                    yield key, value

        def keys(self):
            for key, wr in self.data.copy().items():
                if wr() is not None:
                    yield key

        def itervaluerefs(self):
            yield from self.data.copy().values()

        def values(self):
            for wr in self.data.copy().values():
                value = wr()
                if value is not None:
                    yield value

    else:
        def copy(self):
            if self._pending_removals:
                self._commit_removals()
            new = WeakValueDictionary()
            with _IterationGuard(self):
                for key, wr in self.data.items():
                    value = wr()
                    if value is not None:
                        new[key] = value
            return new

        def __deepcopy__(self, memo):
            from copy import deepcopy
            if self._pending_removals:
                self._commit_removals()
            new = self.__class__()
            with _IterationGuard(self):
                for key, wr in self.data.items():
                    value = wr()
                    if value is not None:
                        new[deepcopy(key, memo)] = value
            return new

        def items(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for key, wr in self.data.items():
                    value = wr()
                    if value is not None:
                        yield key, value

        def keys(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for key, wr in self.data.items():
                    if wr() is not None:
                        yield key

        def itervaluerefs(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                yield from self.data.values()

        def values(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for wr in self.data.values():
                    value = wr()
                    if value is not None:
                        yield value

    __copy__ = copy
    __iter__ = keys

    def popitem(self):
        if not _copies and self._pending_removals:
            self._commit_removals()
        while True:
            key, wr = self.data.popitem()
            value = wr()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        if not _copies and self._pending_removals:
            self._commit_removals()
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is None:
            if not _copies and self._pending_removals:
                self._commit_removals()
            self.data[key] = KeyedRef(default, self._remove, key)
            return default
        return value

    def update(self, other=None, /, **kwargs):
        if not _copies and self._pending_removals:
            self._commit_removals()
        data = self.data
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, value in other.items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)

    def valuerefs(self):
        if not _copies and self._pending_removals:
            self._commit_removals()
        return list(self.data.values())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            new = self.__class__()
            new.update(other)
            new.update(self)
            return new
        return NotImplemented


class WeakKeyDictionary(_collections_abc.MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if _copies:
            def remove(k, selfref=ref(self)):
                self = selfref()
                if self is not None:
                    try:
                        del self.data[k]
                    except KeyError:
                        pass
            self._remove = remove
        else:
            def remove(k, selfref=ref(self)):
                self = selfref()
                if self is not None:
                    if self._iterating:
                        self._pending_removals.append(k)
                    else:
                        try:
                            del self.data[k]
                        except KeyError:
                            pass
            self._remove = remove
            self._pending_removals = []
            self._iterating = set()
            self._dirty_len = False
        if dict is not None:
            self.update(dict)

    if _copies:
        def __len__(self):
            return len(self.data)

        def __delitem__(self, key):
            del self.data[ref(key)]

        def pop(self, key, *args):
            return self.data.pop(ref(key), *args)
    else:
        def _commit_removals(self):
            pending = self._pending_removals
            while pending:
                try:
                    del self.data[pending.pop()]
                except KeyError:
                    pass

        def __len__(self):
            if self._dirty_len and self._pending_removals:
                # Some of them may have been removed by name meanwhile.
                self._pending_removals = [key for key in self._pending_removals if key in self.data]
                self._dirty_len = False
            return len(self.data) - len(self._pending_removals)

        def __delitem__(self, key):
            self._dirty_len = True
            del self.data[ref(key)]

        def pop(self, key, *args):
            self._dirty_len = True
            return self.data.pop(ref(key), *args)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    if _copies:
        def copy(self):
            new = WeakKeyDictionary()
            for wr, value in self.data.copy().items():
                key = wr()
                if key is not None:
                    new[key] = value
            return new

        def __deepcopy__(self, memo):
            from copy import deepcopy
            new = self.__class__()
            for wr, value in self.data.copy().items():
                key = wr()
                if key is not None:
                    new[key] = deepcopy(value, memo)
            return new

        def items(self):
            for wr, value in self.data.copy().items():
                key = wr()
                if key is not None:
                    yield key, value

        def keys(self):
            for wr in self.data.copy():
                key = wr()
                if key is not None:
                    yield key

        def values(self):
            for wr, value in self.data.copy().items():
                if wr() is not None:
                    yield value

    else:
        def copy(self):
            new = WeakKeyDictionary()
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    key = wr()
                    if key is not None:
                        new[key] = value
            return new

        def __deepcopy__(self, memo):
            from copy import deepcopy
            new = self.__class__()
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    key = wr()
                    if key is not None:
                        new[key] = deepcopy(value, memo)
            return new

        def items(self):
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    key = wr()
                    if key is not None:
                        yield key, value

        def keys(self):
            with _IterationGuard(self):
                for wr in self.data:
                    key = wr()
                    if key is not None:
                        yield key

        def values(self):
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    if wr() is not None:
                        yield value

    __copy__ = copy
    __iter__ = keys

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        if not _copies:
            self._dirty_len = True
        while True:
            wr, value = self.data.popitem()
            key = wr()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if kwargs and _minor >= 15:
            raise TypeError("Keyword arguments are not supported: cannot create weak reference to 'str' object")
        data = self.data
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = type({})(dict)
            for key, value in dict.items():
                data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            new = self.__class__()
            new.update(other)
            new.update(self)
            return new
        return NotImplemented


class finalize:
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = itertools.count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _select_for_exit(cls):
        chosen = [(f, i) for f, i in cls._registry.items() if i.atexit]
        chosen.sort(key=lambda item: item[1].index)
        return [f for f, i in chosen]

    @classmethod
    def _exitfunc(cls):
        was_enabled = False
        try:
            if cls._registry:
                import gc
                was_enabled = gc.isenabled()
                gc.disable()
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    try:
                        pending.pop()()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()
`;
