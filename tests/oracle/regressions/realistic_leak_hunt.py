# A leak hunt: tracemalloc snapshots, gc.get_objects by type, referrers up to a root, gc.DEBUG_SAVEALL, and the repair.
import gc
import sys
import tracemalloc
import weakref
from collections import Counter, deque
from types import FrameType, FunctionType, ModuleType


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent = name, parent
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def __repr__(self):
        return f"Node({self.name})"


class Request:
    def __init__(self, number):
        self.number = number
        self.payload = bytearray(100)
        self.tree = Node(f"t{number}")
        for i in range(3):
            Node(f"t{number}.{i}", self.tree)


class Server:
    handlers = []
    _sessions = {}

    def __init__(self):
        self.done = 0

    def handle(self, request):
        def on_close():
            return request.number

        self.handlers.append(on_close)
        self._sessions[request.number % 4] = request.tree.children[-1]
        self.done += 1


def census(*types):
    found = Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, types))
    return dict(sorted(found.items()))


def growth(before, after):
    return {name: n - before.get(name, 0) for name, n in after.items() if n != before.get(name, 0)}


def describe(obj):
    if isinstance(obj, dict):
        if obj is globals():
            return "globals()"
        return f"dict of {len(obj)}"
    if isinstance(obj, FunctionType):
        return f"function {obj.__qualname__}"
    if isinstance(obj, (list, tuple)):
        return f"{type(obj).__name__} of {len(obj)}"
    return type(obj).__name__


def path_to_root(target, limit=12):
    """Breadth first over referrers; ignores this function's own frames and containers."""
    paths, seen = deque([[target]]), {id(target)}
    ignored = {id(paths), id(seen)}
    while paths:
        path = paths.popleft()
        for referrer in gc.get_referrers(path[-1]):
            if isinstance(referrer, FrameType) or id(referrer) in ignored or id(referrer) in seen:
                continue
            if any(referrer is p for p in paths) or referrer is path:
                continue
            if isinstance(referrer, ModuleType) or referrer is globals() or isinstance(referrer, type):
                return [describe(p) for p in path] + [describe(referrer)]
            if len(path) < limit:
                seen.add(id(referrer))
                paths.append(path + [referrer])
    return None


gc.collect()
server = Server()
before = census(Node, Request)
for number in range(8):
    server.handle(Request(number))
gc.collect()
print("grown by", growth(before, census(Node, Request)), server.done)
suspects = [each for each in gc.get_objects() if type(each) is Request]
print(len(suspects), sorted(r.number for r in suspects)[:3])
suspect = weakref.ref(suspects[0])
suspects.clear()
print(" <- ".join(path_to_root(suspect())))
Server.handlers.clear()
print("handlers cleared:", suspect(), growth(before, census(Node, Request)))
gc.collect()
print("collected:", growth(before, census(Node, Request)), [n.name for n in Server._sessions.values()])
print(path_to_root(Server._sessions[1].parent))
Server._sessions = weakref.WeakValueDictionary(Server._sessions)
print("weak sessions:", len(Server._sessions), gc.collect() > 0, len(Server._sessions), growth(before, census(Node, Request)))

tracemalloc.start(3)
first = tracemalloc.take_snapshot()
keep = []


def leak(n):
    for i in range(n):
        keep.append([None] * 50)


def fine(n):
    for i in range(n):
        [None] * 50


leak(20)
fine(20)
second = tracemalloc.take_snapshot()
difference = second.compare_to(first, "lineno")
print(sum(s.size_diff for s in difference) > 20 * 50 * 4, len(second.statistics("filename")) > 0, len(difference[0].traceback) >= 1)
current, peak = tracemalloc.get_traced_memory()
print(current > 0, peak >= current, tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), len(tracemalloc.get_object_traceback(keep[0])) > 0)
tracemalloc.reset_peak()
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(keep[0]))
keep.clear()

print("save all:")
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print(gc.collect(), sorted(type(g).__name__ for g in gc.garbage), [g for g in gc.garbage if isinstance(g, Node)])
gc.set_debug(0)
saved = [weakref.ref(g) for g in gc.garbage if isinstance(g, Node)]
gc.garbage.clear()
print([ref() for ref in saved], gc.collect(), [ref() for ref in saved], gc.get_debug())


class Tracked:
    def __del__(self):
        print("  del", self.name)


gc.collect()
events = []
gc.callbacks.append(lambda phase, info: events.append((phase, info["generation"], info["collected"])))
one, two = Tracked(), Tracked()
one.name, two.name, one.peer, two.peer = "one", "two", two, one
watch = weakref.ref(one, lambda ref: print("  callback", ref() is None))
print(gc.is_tracked(one), gc.is_tracked(1), gc.is_tracked(()), gc.is_tracked([]), gc.is_finalized(one), sys.getrefcount(one))
del one, two
n = gc.collect(0)
gc.collect()
gc.callbacks.clear()
print(watch(), len(events) >= 4, events[0][:2], {phase for phase, *_ in events} == {"start", "stop"})
print(gc.isenabled(), len(gc.get_stats()), gc.get_freeze_count() >= 0, [type(x).__name__ for x in gc.get_referents({"k": [1]}, (2, "x"))])
for wrong in (lambda: gc.collect(3), lambda: gc.get_objects(generation=5), lambda: gc.set_threshold(), lambda: gc.set_debug("x"), lambda: gc.collect("0"), lambda: tracemalloc.start(0), lambda: sys.getrefcount(), lambda: gc.get_objects("a")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
