# Copies of cyclic graphs: deepcopy with a memo, __copy__, __deepcopy__, __reduce__, __getstate__, and what is shared after it.
import copy
import gc
import weakref
from collections import Counter, OrderedDict, defaultdict, deque
from copy import copy as shallow, deepcopy
from functools import partial
from types import SimpleNamespace


class Vertex:
    def __init__(self, name):
        self.name, self.edges, self.graph = name, [], None

    def __repr__(self):
        return f"{self.name}->{''.join(v.name for v in self.edges)}"


class Graph:
    def __init__(self, spec):
        self.vertices = {}
        for pair in spec.split():
            self.link(*pair)

    def link(self, a, b):
        source, target = self.vertex(a), self.vertex(b)
        source.edges.append(target)
        return self

    def vertex(self, name):
        if name not in self.vertices:
            vertex = self.vertices[name] = Vertex(name)
            vertex.graph = self
        return self.vertices[name]

    def __iter__(self):
        return iter(self.vertices.values())


class Shared:
    """Copied by reference, however deep."""
    count = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        Shared.count += 1
        memo[id(self)] = self
        return self


class Stateful:
    def __init__(self, text):
        self.text, self.lock, self.cache = text, object(), {}

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "new lock"
        self.cache = {"restored": True}


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce_ex__(self, protocol):
        return Reduced, self.args, {"protocol": protocol}, iter(()), None


class Items(list):
    def __init__(self, items=(), label=None):
        super().__init__(items)
        self.label = label


class Slots:
    __slots__ = ("a", "b", "__weakref__")


graph = Graph("ab bc ca ad dd")
twin = deepcopy(graph)
print(list(twin), all(v.graph is twin for v in twin), any(v in list(graph) for v in twin))
flat = shallow(graph)
print(flat.vertices is graph.vertices, next(iter(flat)).graph is graph)
memo = {}
part = deepcopy(graph.vertices["c"], memo)
print(part, part.graph is not graph, len(memo) > 5, memo[id(graph)] is part.graph, type(memo[id(memo)]).__name__)
del memo
shared = Shared()
nest = [shared, (shared,), {"k": shared}, frozenset([1]), {1, 2}, b"x", range(3), print, Shared, None]
again = deepcopy(nest)
print(Shared.count, [a is b for a, b in zip(nest, again)], again[1] is nest[1])
ring = []
ring.append((ring, ring))
other = deepcopy(ring)
print(other is not ring, other[0][0] is other, other[0][1] is other, other)
state = deepcopy(Stateful("text"))
print(vars(state), deepcopy(Reduced(1, [2])).__dict__, copy.replace(SimpleNamespace(a=1), a=2) if hasattr(copy, "replace") else "no replace")
items = Items([1, [2]], label=["l"])
items.append(items)
double, single = deepcopy(items), shallow(items)
print(double[2] is double, double.label, double.label is items.label, single[2] is items, single.label is items.label, type(single).__name__)
slots = Slots()
slots.a = slots
copied = deepcopy(slots)
print(copied.a is copied, hasattr(copied, "b"), shallow(slots).a is slots)
boxes = [defaultdict(list, a=[1]), Counter("hello"), OrderedDict(b=1, a=[2]), deque([1, [2]], maxlen=3), partial(print, [1], end=""), bytearray(b"ab"), SimpleNamespace(x=[1])]
for box in boxes:
    one, two = shallow(box), deepcopy(box)
    print(type(one).__name__, one is not box, type(two) is type(box), str(two) == str(box) or "address", end="; ")
print()
print(boxes[0]["a"] is shallow(boxes[0])["a"], deepcopy(boxes[0]).default_factory, deepcopy(boxes[3]).maxlen, list(shallow(boxes[2]).keys()))
for wrong in ((x for x in ()), SimpleNamespace(g=(x for x in ())), weakref.ref(graph), graph.link, type):
    try:
        print(type(deepcopy(wrong)).__name__, end=" ")
    except TypeError as error:
        print(error)
print()
bound = deepcopy(graph.link)
print(bound.__self__ is not graph, list(bound.__self__.vertices), bound.__func__ is Graph.link)
problem = ValueError("wrong", [graph])
clone = deepcopy(problem)
print(repr(clone)[:18], clone.args[1][0] is not graph, type(clone.args[1][0]).__name__)
try:
    copy.copy(1, 2)
except TypeError as error:
    print(error)
try:
    raise copy.Error("uncopyable") if copy.Error is copy.error else SystemError
except copy.error as error:
    print(repr(error))
watched = [weakref.ref(v) for g in (graph, twin, part.graph, bound.__self__) for v in g]
del graph, twin, part, flat, bound, problem, clone, wrong, slots, copied, items, double, single, ring, other
print(len(watched), sum(ref() is not None for ref in watched), gc.collect() > 20, sum(ref() is not None for ref in watched), gc.collect())
