/**
 * The containers of weakref and weakref.finalize, in Python. They are built like CPython's (Lib/weakref.py,
 * Lib/_weakrefset.py), as far as their objects can be seen: a dict of references whose callback, a function that refers
 * weakly to the container, removes the entry. Up to 3.13 removals wait while somebody iterates; from 3.14 on iteration goes over a copy.
 *
 * One Python module as one text, and so longer than other files.
 *
 * Not CPython: no collections.abc base classes.
 */
export const weakrefSource = `\
_copies = _minor >= 14


class _Iterating:
    """While any of these is in container._iterating, removals wait."""
    def __init__(self, container):
        self._container = ref(container)

    def __enter__(self):
        container = self._container()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, kind, error, trace):
        container = self._container()
        if container is not None:
            waiting = container._iterating
            waiting.remove(self)
            if not waiting:
                container._commit_removals()


_missing = object()


class _Mapping:
    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def clear(self):
        while True:
            try:
                self.popitem()
            except KeyError:
                return

    def __iter__(self):
        return self.keys()

    def __eq__(self, other):
        if isinstance(other, (_Mapping, dict)):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    __hash__ = None

    def _each(self):
        """The entries of data, safe against what dies meanwhile."""
        if _copies:
            yield from self.data.copy().items()
        else:
            if self._pending_removals and not self._iterating:
                self._commit_removals()
            with _Iterating(self):
                yield from self.data.items()

    def __len__(self):
        if not _copies and self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __or__(self, other):
        if hasattr(other, 'items'):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented

    def __ror__(self, other):
        if hasattr(other, 'items'):
            return self.__class__(other) | self
        return NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_Mapping):
    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if not _copies and self._iterating:
                    self._pending_removals.append(wr.key)
                else:
                    _remove_dead_weakref(self.data, wr.key)
        self._remove = remove
        if not _copies:
            self._pending_removals = []
            self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self):
        pending = self._pending_removals
        while pending:
            _remove_dead_weakref(self.data, pending.pop())

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if not _copies and self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        if not _copies and self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __contains__(self, key):
        try:
            wr = self.data[key]
        except KeyError:
            return False
        return wr() is not None

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def items(self):
        for key, wr in self._each():
            value = wr()
            if value is not None:
                yield key, value

    def keys(self):
        for key, wr in self._each():
            if wr() is not None:
                yield key

    def values(self):
        for key, wr in self._each():
            value = wr()
            if value is not None:
                yield value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()

    def pop(self, key, *args):
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        while True:
            key, wr = self.data.popitem()
            value = wr()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        wr = self.data.get(key)
        value = None if wr is None else wr()
        if value is None:
            self[key] = default
            return default
        return value

    def update(self, other=None, /, **kw):
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, value in other.items():
                self.data[key] = KeyedRef(value, self._remove, key)
        for key, value in kw.items():
            self.data[key] = KeyedRef(value, self._remove, key)


class WeakKeyDictionary(_Mapping):
    def __init__(self, dict=None):
        self.data = {}
        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if not _copies and self._iterating:
                    self._pending_removals.append(k)
                else:
                    try:
                        del self.data[k]
                    except KeyError:
                        pass
        self._remove = remove
        if not _copies:
            self._pending_removals = []
            self._iterating = set()
            self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        pending = self._pending_removals
        while pending:
            try:
                del self.data[pending.pop()]
            except KeyError:
                pass

    def __len__(self):
        if _copies:
            return len(self.data)
        return len(self.data) - len(self._pending_removals)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for wr, value in self._each():
            key = wr()
            if key is not None:
                yield key, value

    def keys(self):
        for wr, value in self._each():
            key = wr()
            if key is not None:
                yield key

    def values(self):
        for wr, value in self._each():
            if wr() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            wr, value = self.data.popitem()
            key = wr()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, other=None, /, **kw):
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, value in other.items():
                self.data[ref(key, self._remove)] = value
        if kw:
            raise TypeError("cannot create weak reference to 'str' object")


class WeakSet:
    def __init__(self, data=None):
        self.data = set()
        def _remove(item, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if not _copies and self._iterating:
                    self._pending_removals.append(item)
                else:
                    self.data.discard(item)
        self._remove = _remove
        if not _copies:
            self._pending_removals = []
            self._iterating = set()
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        pending = self._pending_removals
        while pending:
            self.data.discard(pending.pop())

    def __iter__(self):
        if _copies:
            for wr in self.data.copy():
                item = wr()
                if item is not None:
                    yield item
        else:
            with _Iterating(self):
                for wr in self.data:
                    item = wr()
                    if item is not None:
                        yield item

    def __len__(self):
        if _copies:
            return len(self.data)
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data

    def add(self, item):
        if not _copies and self._pending_removals:
            self._commit_removals()
        self.data.add(ref(item, self._remove))

    def clear(self):
        if not _copies and self._pending_removals:
            self._commit_removals()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                wr = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = wr()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        if other is self:
            self.data.clear()
        else:
            self.data.difference_update(map(ref, other))

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.data.intersection_update(map(ref, other))

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def union(self, other):
        new = self.copy()
        new.update(other)
        return new

    __or__ = union

    def symmetric_difference(self, other):
        new = self.difference(other)
        new.update(item for item in other if item not in self)
        return new

    __xor__ = symmetric_difference

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


class WeakMethod:
    """A weak reference to a bound method: alive as long as its object and its function are."""
    __slots__ = ('_object', '_function', '_callback', '_alive', '_type', '__weakref__')

    def __init__(self, method, callback=None):
        try:
            object_ = method.__self__
            function = method.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not %s' % type(method)) from None
        def _dead(wr, selfref=ref(self)):
            self = selfref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self._object = ref(object_, _dead)
        self._function = ref(function, _dead)
        self._type = type(method)
        self._alive = True

    def __call__(self):
        object_ = self._object()
        function = self._function()
        if object_ is None or function is None:
            return None
        return self._type(function, object_)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash(self._object)


class _Info:
    __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')


class finalize:
    __slots__ = ()
    _registry = {}
    _created = 0
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        info = _Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._created
        finalize._created += 1
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _exitfunc(cls):
        pending = [(f, i) for f, i in cls._registry.items() if i.atexit]
        pending.sort(key=lambda item: item[1].index)
        while pending:
            f, i = pending.pop()
            if f in cls._registry:
                f()


`;
