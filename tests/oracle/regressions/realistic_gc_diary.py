# A diary of the collector: gc.callbacks that log, a context manager that reports, garbage kept, thresholds changed.
import gc
import sys
import time
import weakref
from collections import namedtuple
from contextlib import ContextDecorator, contextmanager
from functools import reduce, wraps

Entry = namedtuple("Entry", "phase generation collected uncollectable")


class Diary:
    def __init__(self):
        self.entries, self.watching = [], set()

    def __call__(self, phase, info):
        self.entries.append(Entry(phase, **info))

    def __enter__(self):
        gc.callbacks.append(self)
        return self

    def __exit__(self, *exc_info):
        gc.callbacks.remove(self)
        return False

    def __str__(self):
        stops = [entry for entry in self.entries if entry.phase == "stop"]
        return f"{len(stops)} collections, {sum(e.collected for e in stops)} objects"


class no_gc(ContextDecorator):
    def __enter__(self):
        self.was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, kind, value, traceback):
        if self.was_enabled:
            gc.enable()
        if kind is not None:
            print("  left by", kind.__name__)
        return kind is not None and issubclass(kind, ArithmeticError)


@contextmanager
def thresholds(*values):
    before = gc.get_threshold()
    gc.set_threshold(*values)
    try:
        yield before
    finally:
        gc.set_threshold(*before)


def measured(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        gc.collect()
        before = len(gc.get_objects())
        result = function(*args, **kwargs)
        return result, len(gc.get_objects()) - before
    return wrapper


class Cyclic:
    def __init__(self, size=1):
        self.items = [self] * size


@no_gc()
def make(count):
    for _ in range(count):
        Cyclic()
    return gc.isenabled()


@measured
def grow(count):
    return [{i: [i]} for i in range(count)]


with Diary() as diary:
    print(make(20), gc.isenabled())
    print("collect:", gc.collect(), diary)
    made, difference = grow(7)
    print(difference, len(made))
    del made
for entry in diary.entries[:2]:
    print(entry, entry._asdict()["generation"])
print(gc.callbacks == [], diary.entries[-1].phase)
with no_gc():
    1 / 0
try:
    with no_gc():
        [][1]
except IndexError as error:
    print("outside:", error, gc.isenabled())
with thresholds(500, 5, 5) as before:
    print(gc.get_threshold()[0], before[0])
print(gc.get_threshold() == before)


class Stubborn:
    saved = []

    def __init__(self, name):
        self.name, self.self = name, self

    def __del__(self):
        self.saved.append(self)


first = Stubborn("first")
ref = weakref.ref(first)
del first
print(gc.collect(), [each.name for each in Stubborn.saved], ref(), gc.is_finalized(Stubborn.saved[0]))
Stubborn.saved.clear()
print(gc.collect(), Stubborn.saved)
gc.set_debug(gc.DEBUG_SAVEALL)
Cyclic(2)
print(gc.collect(), [type(each).__name__ for each in gc.garbage], gc.get_debug() == gc.DEBUG_SAVEALL)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), len(gc.garbage), gc.get_count()[1:])
started = time.perf_counter()
total = reduce(lambda a, b: a + b, map(sys.getsizeof, ((), (1,), (1, 2))))
print(total > 3 * sys.getsizeof(()), time.perf_counter() >= started, isinstance(time.time(), float))
print([sorted(stats) for stats in gc.get_stats()[:1]], gc.is_tracked({}), gc.is_tracked(()), gc.is_tracked([]))
