# Exceptions that hold frames, frames that hold objects: raise from, groups, notes, tracebacks, and how to let go.
import gc
import sys
import traceback
import warnings
import weakref
from contextlib import contextmanager, suppress
from types import TracebackType


class Big:
    made = weakref.WeakSet()

    def __init__(self, label):
        self.label = label
        self.made.add(self)

    def __repr__(self):
        return f"Big({self.label!r})"

    @classmethod
    def living(cls):
        return sorted(each.label for each in cls.made)


class PipelineError(Exception):
    stage: str

    def __init__(self, stage, *details, code=1):
        super().__init__(stage, *details)
        self.stage, self.code = stage, code

    def __str__(self):
        return f"[{self.stage}] " + "; ".join(map(str, self.args[1:]))

    def __reduce__(self):
        return type(self), self.args, {"code": self.code}


class Transient(PipelineError, ConnectionError):
    pass


def read(name):
    buffer = Big(f"buffer of {name}")
    if name.startswith("bad"):
        return int(name)
    return buffer.label


def convert(name):
    table = Big("table")
    try:
        return read(name)
    except ValueError as error:
        raise PipelineError("convert", name, code=2) from error


def load(name):
    extra = Big("extra")
    try:
        return convert(name)
    except PipelineError as error:
        error.add_note(f"while loading {name}")
        raise
    finally:
        del extra


print(load("good"), Big.living())
try:
    load("bad1")
except PipelineError as error:
    kept = error
    print(error, "<-", type(error.__cause__).__name__, error.__cause__, error.code, error.__notes__)
    print("held by frames:", Big.living())
print("the name error is gone:", "error" in globals(), Big.living())


def frames(tb):
    while tb is not None:
        yield tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno
        tb = tb.tb_next


print(list(frames(kept.__traceback__)), list(frames(kept.__cause__.__traceback__)))
print([type(r).__name__ for r in gc.get_referents(kept)])
kept.__cause__.__traceback__.tb_next.tb_frame.clear()
print("a cleared frame:", Big.living())
kept.__cause__ = None
print("cause cut:", Big.living(), kept.__suppress_context__, type(kept.__context__).__name__)
kept = kept.with_traceback(None)
print("traceback cut:", Big.living())
kept.__context__ = None
print("context cut:", Big.living())
del kept


def keeps_itself():
    big = Big("in a cycle with its own frame")
    try:
        raise KeyError("here")
    except KeyError as error:
        saved = error
    return len(saved.args)


gc.collect()
print(keeps_itself(), Big.living())
print(gc.collect() > 0, Big.living())


def retry(times):
    errors = []
    for attempt in range(times):
        try:
            raise Transient("fetch", attempt) if attempt % 2 else TimeoutError(f"attempt {attempt}")
        except (Transient, TimeoutError) as error:
            errors.append(error)
    raise ExceptionGroup(f"{times} attempts failed", errors)


try:
    retry(3)
except* TimeoutError as group:
    print("timeouts:", [str(e) for e in group.exceptions], group.message)
except* ConnectionError as group:
    print("connections:", group.exceptions[0], len(group.exceptions), isinstance(group.exceptions[0], OSError))
try:
    try:
        retry(2)
    except* Transient:
        raise PipelineError("handler", "gave up")
except ExceptionGroup as group:
    print(repr(group), [type(e).__name__ for e in group.exceptions], group.split(PipelineError)[0] is not None, group.subgroup(KeyError))
    for inner in group.exceptions:
        print(" ", type(inner).__name__, inner.__context__.__class__.__name__)
    inner = None


@contextmanager
def stage(name):
    resource = Big(f"resource of {name}")
    try:
        yield resource
    except ArithmeticError as error:
        raise PipelineError(name, error) from None


try:
    with stage("divide") as resource:
        del resource
        1 / 0
except PipelineError as error:
    print(error, error.__cause__, type(error.__context__).__name__, error.__suppress_context__, Big.living())
print(Big.living())
with suppress(ZeroDivisionError, KeyError):
    {}["x"]
print(sys.exc_info(), sys.exception() if hasattr(sys, "exception") else None)
try:
    raise Transient("t") from TimeoutError("slow")
except OSError as error:
    text = "".join(traceback.format_exception(error))
    print(text.replace(__file__ if "__file__" in globals() else "main.py", "main.py").splitlines()[0], traceback.format_exception_only(error))
    tb = error.__traceback__
    print(isinstance(tb, TracebackType), tb.tb_next, tb.tb_frame is sys._getframe(), error.args, [type(b).__name__ for b in type(error).__mro__[:1]], [b.__name__ for b in type(error).__mro__])
    del tb
for wrong in (lambda: (_ for _ in ()).throw(3), lambda: ExceptionGroup("empty", []), lambda: ExceptionGroup("x", [1]), lambda: BaseException().with_traceback(1), lambda: ValueError().add_note(1), lambda: setattr(ValueError(), "__cause__", 1)):
    try:
        wrong()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old stage", DeprecationWarning)
    print([str(w.message) for w in caught], caught[0].category.__name__)


def nested_finally():
    order = []
    try:
        try:
            order.append("try")
            return order
        finally:
            order.append("inner")
            raise LookupError("lost")
    except LookupError:
        order.append("caught")
    finally:
        order.append("outer")
    return order


print(nested_finally())
