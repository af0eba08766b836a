# A lesson with tracemalloc: two snapshots compared by line, the place of an object, filters, the peak; sizes rounded away.
import gc
import tracemalloc
from collections import defaultdict
from tracemalloc import Filter, Frame, Snapshot, Statistic, StatisticDiff, Trace, Traceback


class Session:
    cache = {}

    def __init__(self, user, size):
        self.user = user
        self.data = [None] * size
        self.raw = bytearray(10)

    def remember(self):
        self.cache[self.user] = self
        return self


def leaky(count):
    for i in range(count):
        session = Session(i, 1000)
        session.remember()


def tidy(count):
    total = 0
    for i in range(count):
        total += len(Session(i, 1000).data)
    return total


def big():
    return bytearray(1_000_000)


def line_of(statistic):
    frame = statistic.traceback[0]
    return frame.lineno


try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
print(tracemalloc.is_tracing(), tracemalloc.get_object_traceback([]), tracemalloc.get_traced_memory())
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
first = tracemalloc.take_snapshot()
leaky(50)
print(tidy(50))
second = tracemalloc.take_snapshot()
mine = [Filter(True, "*main.py")]
first, second = first.filter_traces(mine), second.filter_traces(mine)
top = second.compare_to(first, "lineno")
print(type(second).__name__, second.traceback_limit, type(top[0]).__name__, line_of(top[0]))
print(200_000 <= top[0].size_diff < 420_000, top[0].count_diff >= 50)
text = str(top[0])
print(text.split("/")[-1].split(": ")[0], text.count("KiB") >= 2, ", average=" in text)
print([line_of(each) for each in top[:1]], [each.traceback[0].filename.split("/")[-1] for each in top[:1]])
for each in second.statistics("lineno")[:1]:
    print(isinstance(each, Statistic), each.size >= 200_000, each.count >= 50)
by_file = second.statistics("filename")
print(len(by_file), str(by_file[0].traceback).split("/")[-1], by_file[0].size == sum(t.size for t in second.traces))
by_trace = second.statistics("traceback")
print([frame.lineno for frame in by_trace[0].traceback][-3:])
formatted = by_trace[0].traceback.format(most_recent_first=True, limit=1)
print(formatted[0].split("/")[-1].replace('  File "', ""))
session = Session.cache[3]
place = tracemalloc.get_object_traceback(session.raw)
print(repr(place[-1]).split("lineno")[1], place.total_nframe, [frame.lineno for frame in place][-2:], tracemalloc.get_object_traceback(5))
print(place[-1] == Frame((place[-1].filename, place[-1].lineno)), place[-2] > place[-1], hash(place[0]) == hash(place[0]), sorted(place)[0] in place)
lines = defaultdict(int)
for trace in second.traces:
    lines[trace.traceback[-1].lineno] += trace.size
    if trace.size >= 4000:
        kind = trace
print(max(lines.values()) >= 200_000, isinstance(kind, Trace), kind.domain, kind.size in (4000, 8000))
none = second.filter_traces([Filter(False, "*main.py")])
one = second.filter_traces([Filter(True, "*.py", lineno=line_of(top[0]))])
inner = second.filter_traces((Filter(True, "*main.py", all_frames=True),))
print(len(none.traces), len(one.statistics("lineno")), len(inner.traces) >= len(second.traces))
for wrong in (lambda: second.statistics("size"), lambda: second.statistics("traceback", cumulative=True), lambda: second.filter_traces(mine[0]), lambda: tracemalloc.start(0), lambda: tracemalloc.start("1")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
tracemalloc.reset_peak()
before = tracemalloc.get_traced_memory()
block = big()
held = tracemalloc.get_traced_memory()
print(held[0] - before[0] > 999_000, tracemalloc.get_object_traceback(block)[-1].lineno)
del block
after = tracemalloc.get_traced_memory()
print(after[0] < 600_000 < 1_200_000 < after[1])
del session
Session.cache.clear()
third = tracemalloc.take_snapshot().filter_traces(mine)
freed = third.compare_to(second, "lineno", cumulative=False)[0]
print(line_of(freed) == line_of(top[0]), freed.size_diff <= -200_000, freed.count_diff <= -50)
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(first), tracemalloc.get_traced_memory()[0] < 20000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit(), gc.collect() >= 0)
