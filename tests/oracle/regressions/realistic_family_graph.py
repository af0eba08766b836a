# A graph of departments with parent links: dataclasses, enums, weak parents, traversals, and what each variant frees.
import gc
import sys
import weakref
from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum, IntFlag, StrEnum, auto
from heapq import heappop, heappush
from bisect import insort
from typing import ClassVar, Iterator, Optional
from string import Template
from textwrap import dedent, indent


class Role(StrEnum):
    CHIEF = auto()
    CLERK = auto()
    INTERN = "trainee"


class Right(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1
    ALL = READ | WRITE | RUN


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(self.mass / self.radius ** 2 * 66.7, 2)

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


@dataclass(eq=False)
class Department:
    name: str
    role: Role = Role.CLERK
    rights: Right = Right.READ
    children: list["Department"] = field(default_factory=list, repr=False)
    made: ClassVar[int] = 0

    def __post_init__(self):
        Department.made += 1
        self.parent = None

    def add(self, *children):
        for child in children:
            child.parent = self.link(child)
            self.children.append(child)
        return self

    def link(self, child):
        return self

    def up(self):
        return self.parent

    def walk(self, order="pre"):
        if order == "pre":
            yield self
        for child in self.children:
            yield from child.walk(order)
        if order == "post":
            yield self

    def breadth_first(self):
        queue, seen = deque([self]), set()
        while queue:
            node = queue.popleft()
            if id(node) in seen:
                continue
            seen.add(id(node))
            yield node
            queue.extend(node.children)

    @property
    def path(self):
        return f"{self.up().path}/{self.name}" if self.up() else self.name

    def __truediv__(self, name):
        for child in self.children:
            if child.name == name:
                return child
        raise KeyError(f"{self.path} has no {name}")


class WeakDepartment(Department):
    def link(self, child):
        return weakref.ref(self, lambda ref, name=child.name: print(f"  {name} lost its parent"))

    def up(self):
        return self.parent and self.parent()


def build(kind, depth, fan, name="root"):
    node = kind(name)
    if depth:
        node.add(*(build(kind, depth - 1, fan, f"{name[0]}{depth}{i}") for i in range(fan)))
    return node


for kind in (Department, WeakDepartment):
    gc.collect()
    gc.disable()
    root = build(kind, 2, 2)
    total = sum(1 for _ in root.walk())
    print(f"{kind.__name__}: {total} nodes, {[n.name for n in root.walk('post')]}")
    print([n.name for n in root.breadth_first()], (root / "r21" / "r10").path, sys.getrefcount(root))
    watch = weakref.WeakSet(root.walk())
    leaf = root / "r20" / "r11"
    del root
    print("after del:", len(watch), "leaf sees", leaf.up() and leaf.up().name)
    del leaf
    print("collect:", gc.collect(), "left", len(watch))
    gc.enable()
office = Department("office", Role.CHIEF, Right.ALL).add(Department("desk"), Department("lab", rights=Right.READ | Right.RUN))
print(office, *office.children, sep="\n")
print(Role.CHIEF, f"{Role.INTERN:>10}", Role("clerk") is Role.CLERK, repr(Role.INTERN), Role.CLERK.upper(), list(Role))
print(Right.READ | Right.RUN, repr(Right.ALL & ~Right.WRITE), Right(3), Right.WRITE in Right.ALL, int(Right.ALL), [r.name for r in Right], Right(0), bool(Right(0)))
print(Planet.EARTH.gravity, Planet("home"), Planet["MARS"].value, Planet((0.64, 3.39)).name, len(Planet), Planet.__members__.keys())
for wrong in (lambda: Role("boss"), lambda: Planet(1), lambda: office / "cellar", lambda: Right["LOOK"], lambda: setattr(Role, "CHIEF", 1), lambda: Role.BOSS, lambda: Department(), lambda: office < office):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

graph = {"a": {"b": 7, "c": 3}, "b": {"d": 1}, "c": {"b": 1, "d": 8}, "d": {}}


def shortest(graph, start):
    best, queue = {start: (0, None)}, [(0, start)]
    while queue:
        cost, node = heappop(queue)
        if cost > best[node][0]:
            continue
        for other, weight in graph[node].items():
            if other not in best or cost + weight < best[other][0]:
                best[other] = cost + weight, node
                heappush(queue, (cost + weight, other))
    return best


def components(graph):
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            at = stack.index(node)
            found.append(sorted(stack[at:]))
            del stack[at:]

    for node in graph:
        if node not in index:
            visit(node)
    return found


print(shortest(graph, "a"), components({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: []}))
ranked = []
for name, (cost, _) in shortest(graph, "a").items():
    insort(ranked, (cost, name))
print(ranked, Template("$name costs ${cost}$$").substitute(name="d", cost=5), indent(dedent("""
    a
      b
"""), "> "), sep="\n")
