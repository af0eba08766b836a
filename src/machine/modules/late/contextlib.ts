/** The Python of `contextlib`. Source: CPython Lib/contextlib.py; without what is for `async`. */
export const contextlibSource = `
import sys as _sys
from abc import ABC as _ABC, abstractmethod as _abstract
from collections import deque as _deque
from functools import lru_cache as _lru_cache, wraps as _wraps
from types import GenericAlias as _Alias, MethodType as _Method
from weakref import ref as _ref

__all__ = ['contextmanager', 'closing', 'nullcontext', 'AbstractContextManager', 'ContextDecorator', 'ExitStack',
           'redirect_stdout', 'redirect_stderr', 'suppress']


class AbstractContextManager(_ABC):
    __class_getitem__ = classmethod(_Alias)
    __slots__ = ()

    def __enter__(self):
        return self

    @_abstract
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractContextManager:
            return NotImplemented
        for name in ('__enter__', '__exit__'):
            if not any(base.__dict__.get(name) is not None for base in C.__mro__):
                return NotImplemented
        return True


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    'A generator that yields once, as a context manager.'

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(_sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if _sys.version_info >= (3, 12) and issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


_NO_MANAGER = "'{}.{}' object does not support the context manager protocol"


# Since 3.15 inspect.getattr_static looks for them. It remembers, by references to the classes of classes, where a
# '__dict__' hides theirs; one to type is there before.
_sentinel = ['SENTINEL']
_looks_statically = _sys.version_info >= (3, 15)
_type_reference = _ref(type)


@_lru_cache()
def _hidden_dict(*mro):
    return _sentinel


def _lookup_special(obj, name, default):
    for entry in type(obj).__mro__:
        _hidden_dict(*[_ref(each) for each in type(entry).__mro__])
        if name in entry.__dict__:
            descr = entry.__dict__[name]
            get = getattr(type(descr), '__get__', None)
            return descr if get is None else get(descr, obj, type(obj))
    return default


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exit_callbacks = _deque()

    def _push(self, leave):
        self._exit_callbacks.append((True, leave))

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = _deque()
        return new_stack

    def push(self, exit):
        if _looks_statically:
            self._push(_lookup_special(exit, '__exit__', exit))
            return exit
        method = getattr(type(exit), '__exit__', None)
        self._push(exit if method is None else _Method(method, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if _looks_statically:
            enter = _lookup_special(cm, '__enter__', _sentinel)
            leave = _sentinel if enter is _sentinel else _lookup_special(cm, '__exit__', _sentinel)
            if leave is _sentinel:
                raise TypeError(_NO_MANAGER.format(cls.__module__, cls.__qualname__))
            result = enter()
            self._push(leave)
            return result
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(_NO_MANAGER.format(cls.__module__, cls.__qualname__)) from None
        result = enter(cm)
        self._push(_Method(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received_exc = exc is not None
        frame_exc = _sys.exc_info()[1]

        def _fix_exception_context(new_exc, old_exc):
            # An exception of a callback follows the one that was on its way, not the one outside.
            while 1:
                exc_context = new_exc.__context__
                if exc_context is None or exc_context is old_exc:
                    return
                if exc_context is frame_exc:
                    break
                new_exc = exc_context
            new_exc.__context__ = old_exc

        suppressed_exc = False
        pending_raise = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                exc_details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if cb(*exc_details):
                    suppressed_exc = True
                    pending_raise = False
                    exc = None
            except BaseException as new_exc:
                _fix_exception_context(new_exc, exc)
                pending_raise = True
                exc = new_exc
        if pending_raise:
            try:
                fixed_ctx = exc.__context__
                raise exc
            except BaseException:
                exc.__context__ = fixed_ctx
                raise
        return received_exc and suppressed_exc


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

`;
