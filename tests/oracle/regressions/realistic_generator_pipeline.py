# A pipeline of generators that opens, filters, batches and closes: yield from, try/finally, send, throw, tee.
import gc
import sys
import weakref
from collections import Counter, defaultdict, deque
from contextlib import closing, contextmanager
from functools import partial, reduce
from itertools import accumulate, chain, compress, count, dropwhile, islice, pairwise, starmap, takewhile, tee, zip_longest
from operator import add, itemgetter, mul, methodcaller
from statistics import mean, median

LOG = """\
10:00 INFO  start   ms=12
10:01 WARN  cache   ms=340
10:01 INFO  request ms=15 path=/a
broken line
10:02 ERROR request ms=990 path=/b
10:03 INFO  stop    ms=3
"""
opened = weakref.WeakSet()


class Source:
    def __init__(self, text, name="log"):
        self.lines, self.name = text.splitlines(keepends=True), name
        opened.add(self)

    def __iter__(self):
        try:
            print(f"  open {self.name}")
            yield from self.lines
        except GeneratorExit:
            print(f"  {self.name} cut short")
            raise
        finally:
            print(f"  close {self.name}")


def parse(lines, *, strict=False):
    skipped = 0
    for number, line in enumerate(lines, start=1):
        match line.split():
            case [time, ("INFO" | "WARN" | "ERROR") as level, event, *pairs]:
                fields = dict(pair.split("=") for pair in pairs)
                yield {"n": number, "time": time, "level": level, "event": event} | fields
            case _ if strict:
                raise ValueError(f"line {number}: {line.strip()!r}")
            case _:
                skipped += 1
    return skipped


def counted(rows):
    skipped = yield from rows
    print(f"  skipped {skipped}")


def slow(rows, limit):
    return (row for row in rows if int(row["ms"]) > limit)


def running_mean():
    total, n, value = 0.0, 0, None
    while True:
        try:
            value = yield total / n if n else None
        except ValueError as reset:
            total, n = 0.0, 0
            print("  reset:", reset)
            continue
        if value is None:
            return f"{n} values"
        total, n = total + value, n + 1


def compose(*stages):
    return lambda start: reduce(lambda data, stage: stage(data), stages, start)


pipeline = compose(Source, parse, counted, partial(slow, limit=10))
print([(r["n"], r["event"]) for r in pipeline(LOG)], len(opened))
rows = pipeline(LOG)
print("nothing has run yet", len(opened), next(rows)["event"], len(opened))
rows.close()
print("closed", list(rows), len(opened))
rows = pipeline(LOG)
next(rows)
print("dropped:")
del rows
print(len(opened))
try:
    for row in parse(Source(LOG, "strict"), strict=True):
        print(" ", row["level"])
except ValueError as error:
    print("ValueError:", error, error.__traceback__.tb_next is not None)
    frame = error.__traceback__.tb_next.tb_frame
    print("the frame holds", sorted(frame.f_locals), len(opened))
    del frame, error
print(len(opened))

mean_so_far = running_mean()
print(next(mean_so_far), [mean_so_far.send(v) for v in (1, 2, 6)], mean_so_far.throw(ValueError("again")), mean_so_far.send(4))
try:
    mean_so_far.send(None)
except StopIteration as stop:
    print("returned", stop.value, stop.args)
print(mean_so_far.gi_frame, mean_so_far.gi_running, mean_so_far.gi_code.co_name)
for misuse in (lambda: running_mean().send(1), lambda: next(mean_so_far), lambda: mean_so_far.throw(KeyError("k")), lambda: running_mean()[0], lambda: len(parse([]))):
    try:
        print(misuse())
    except Exception as error:
        print(type(error).__name__, error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


stubborn_one = stubborn()
next(stubborn_one)
try:
    stubborn_one.close()
except RuntimeError as error:
    print("RuntimeError:", error)


def leaking():
    raise StopIteration("not like this")
    yield


try:
    list(leaking())
except RuntimeError as error:
    print("RuntimeError:", error, repr(error.__cause__))


def walk(tree, depth=0):
    match tree:
        case [*children]:
            for child in children:
                yield from walk(child, depth + 1)
        case {"kids": kids, **rest}:
            yield depth, *rest.values()
            yield from walk(kids, depth)
        case leaf:
            yield depth, leaf


print(list(walk([1, [2, (3, [4])], {"name": "x", "kids": ["y", {"kids": []}]}])))
a, b = tee(accumulate([1, 2, 3, 4], mul))
print(list(a), list(islice(b, 1, None)), list(pairwise("abcd")), list(zip_longest("ab", "xyz", fillvalue="-")))
print(list(takewhile(lambda n: n < 20, map(pow, count(1), [2] * 9))), list(compress("abcdef", [1, 0, 1, 0, 1])), list(starmap(add, [(1, 2), (3, 4)])))
print(list(chain.from_iterable(["ab", "cd"])), list(dropwhile(str.isalpha, "ab1c")))
levels = defaultdict(list)
with closing(parse(LOG.splitlines())) as parsed:
    for row in parsed:
        levels[row["level"]].append(int(row["ms"]))
print({level: (mean(v), median(v)) for level, v in levels.items()}, Counter(map(len, levels.values())), dict(sorted(levels.items(), key=itemgetter(0))))


@contextmanager
def tracing(label):
    print(f"  > {label}")
    try:
        yield label.upper()
    finally:
        print(f"  < {label}")


def nested():
    with tracing("outer") as outer, tracing("inner") as inner:
        yield outer
        yield inner


generator = nested()
print(next(generator), generator.gi_yieldfrom, generator.gi_frame.f_lineno - nested.__code__.co_firstlineno)
generator = None
cycle = nested()
holder = {"generator": cycle}
next(cycle)
cycle.gi_frame.f_locals
holder["self"] = holder
del cycle, holder
print("collecting", gc.collect() >= 2)
