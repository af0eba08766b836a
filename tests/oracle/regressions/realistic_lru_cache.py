# An LRU cache of a doubly linked list and a dict, with hit statistics, beside functools.lru_cache.
"""A least recently used cache, written for a lesson on who keeps what alive."""
import gc
import sys
import weakref
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, Callable, Generic, Hashable, Iterator, Optional, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass
class Statistics:
    hits: int = 0
    misses: int = 0
    evicted: list = field(default_factory=list, repr=False)

    @property
    def ratio(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0

    def __str__(self) -> str:
        return f"{self.hits:>3} hits, {self.misses:>3} misses ({self.ratio:.1%})"


class Link:
    """A node of the ring; `root` is the sentinel."""

    __slots__ = ("key", "value", "previous", "next", "__weakref__")

    def __init__(self, key: Any = None, value: Any = None) -> None:
        self.key, self.value = key, value
        self.previous = self.next = self

    def unlink(self) -> "Link":
        self.previous.next, self.next.previous = self.next, self.previous
        return self

    def insert_after(self, other: "Link") -> None:
        self.previous, self.next = other, other.next
        other.next.previous = self
        other.next = self


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int = 128, on_evict: Optional[Callable[[K, V], None]] = None):
        if capacity < 1:
            raise ValueError(f"capacity must be positive, got {capacity!r}")
        self.capacity = capacity
        self.statistics = Statistics()
        self._links: dict[K, Link] = {}
        self._root = Link()
        self._on_evict = on_evict

    def __len__(self) -> int:
        return len(self._links)

    def __contains__(self, key: object) -> bool:
        return key in self._links

    def __getitem__(self, key: K) -> V:
        try:
            link = self._links[key]
        except KeyError:
            self.statistics.misses += 1
            raise
        self.statistics.hits += 1
        link.unlink().insert_after(self._root)
        return link.value

    def __setitem__(self, key: K, value: V) -> None:
        if (link := self._links.get(key)) is not None:
            link.value = value
            link.unlink().insert_after(self._root)
            return
        if len(self) >= self.capacity:
            oldest = self._root.previous.unlink()
            del self._links[oldest.key]
            self.statistics.evicted.append(oldest.key)
            if self._on_evict:
                self._on_evict(oldest.key, oldest.value)
        self._links[key] = link = Link(key, value)
        link.insert_after(self._root)

    def __delitem__(self, key: K) -> None:
        self._links.pop(key).unlink()

    def __iter__(self) -> Iterator[K]:
        link = self._root.next
        while link is not self._root:
            yield link.key
            link = link.next

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k!r}: {self._links[k].value!r}' for k in self)})"


def cached(cache: LRUCache):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            key = args + tuple(sorted(kwargs.items()))
            try:
                return cache[key]
            except KeyError:
                result = cache[key] = function(*args, **kwargs)
                return result

        wrapper.cache = cache
        return wrapper

    return decorate


class Page:
    living = Counter()

    def __init__(self, number):
        self.number = number
        Page.living["pages"] += 1

    def __del__(self):
        Page.living["pages"] -= 1

    def __repr__(self):
        return f"<page {self.number}>"


@cached(LRUCache(3, on_evict=lambda key, value: print("evict", key, value)))
def load(number: int, *, zoom: int = 1) -> Page:
    """Reads a page."""
    return Page(number * zoom)


for request in [1, 2, 3, 1, 4, 1, 5, 2]:
    load(request)
print(load.__name__, load.__doc__, load.__wrapped__ is not load, load.__annotations__ is load.__wrapped__.__annotations__)
print(load.cache, load.cache.statistics, load.cache.statistics.evicted)
print(load.cache.statistics, repr(load.cache.statistics), f"{load.cache.statistics!s:.8}|")
print(load(5, zoom=2), list(load.cache), Page.living)
del load.cache[(5, ("zoom", 2))]
print(Page.living, len(load.cache), (5,) in load.cache)
try:
    LRUCache(0)
except ValueError as error:
    print("refused:", error)
try:
    load.cache[(99,)]
except KeyError as error:
    print("missing:", error, error.args, error.__context__)

# The ring is a cycle: without the collector it stays.
gc.collect()
cache = LRUCache[int, Page](2)
cache["a"], cache["b"] = Page(10), Page(11)
watch = weakref.ref(cache._root)
print(type(cache).__name__, cache, sys.getrefcount(cache._root) > 3, [type(r).__name__ for r in gc.get_referrers(cache._links)])
del cache
print("root alive:", watch() is not None, Page.living["pages"])
print("found", gc.collect(), "root alive:", watch() is not None, Page.living["pages"])


class Renderer:
    @lru_cache(maxsize=None)
    def render(self, text):
        return text.upper()

    @staticmethod
    @lru_cache(2)
    def width(text):
        return len(text)


renderer = Renderer()
alive = weakref.ref(renderer, lambda ref: print("renderer is gone"))
print(renderer.render("a"), renderer.render("a"), Renderer.render.cache_info())
for word in ["one", "three", "one", "two"]:
    Renderer.width(word)
print(Renderer.width.cache_info(), Renderer.width.cache_parameters())
del renderer
print("held by its own cache:", alive() is not None)
Renderer.render.cache_clear()
print(alive(), Renderer.render.cache_info()._asdict())

recent = OrderedDict.fromkeys("abcd")
recent.move_to_end("b")
recent.move_to_end("c", last=False)
print(list(recent), recent.popitem(last=False), next(reversed(recent)), Counter("abracadabra").most_common(2))
