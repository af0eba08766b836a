# A cache that holds its images weakly, with statistics, an LRU front of strong references, and thumbnails as cycles.
import gc
import sys
import weakref
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from functools import wraps
from itertools import count, islice
from typing import Iterator, Optional

serial = count(1)
log = []


def counted(method):
    @wraps(method)
    def wrapper(self, *args, **kwargs):
        self.stats[method.__name__] += 1
        try:
            return method(self, *args, **kwargs)
        except KeyError as missing:
            self.stats["miss"] += 1
            raise LookupError(f"no image {missing.args[0]!r}") from missing
    return wrapper


@dataclass(eq=False, repr=False)
class Image:
    name: str
    width: int = 4
    height: int = 4
    pixels: bytearray = field(default_factory=bytearray)
    thumbnail: Optional["Image"] = None
    serial: int = field(init=False)

    def __post_init__(self):
        self.serial = next(serial)
        self.pixels += bytes((x * y) & 0xFF for y in range(self.height) for x in range(self.width))

    def __repr__(self):
        return f"<Image {self.name} {self.width}x{self.height}>"

    def __del__(self):
        log.append(self.name)

    def make_thumbnail(self, *, linked: bool):
        small = type(self)(self.name + "@thumb", self.width // 2, self.height // 2)
        if linked:
            small.original = self
        self.thumbnail = small
        return small


class ImageCache:
    def __init__(self, capacity):
        self.recent: "OrderedDict[str, Image]" = OrderedDict()
        self.all = weakref.WeakValueDictionary()
        self.sizes = weakref.WeakKeyDictionary()
        self.capacity = capacity
        self.stats = Counter()

    @counted
    def get(self, name):
        image = self.all[name]
        self._touch(image)
        return image

    @counted
    def put(self, image):
        self.all[image.name] = image
        self.sizes[image] = len(image.pixels)
        self._touch(image)

    def _touch(self, image):
        self.recent[image.name] = image
        self.recent.move_to_end(image.name)
        while len(self.recent) > self.capacity:
            name, old = self.recent.popitem(last=False)
            print("  evict", name, sys.getrefcount(old))

    def __len__(self):
        return len(self.all)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.all))

    def __contains__(self, name):
        return name in self.all


cache = ImageCache(capacity=2)
for name in ("sun", "moon", "star", "comet"):
    cache.put(Image(name, 6, 2))
    print(name, list(cache), list(cache.recent), log)
    log.clear()
held = cache.get("star")
try:
    cache.get("sun")
except LookupError as error:
    print(type(error).__name__, error, "|", repr(error.__cause__), error.__suppress_context__)
del held
print("held dropped", list(cache), log)
for name, linked in (("plain", False), ("linked", True)):
    image = Image(name)
    image.make_thumbnail(linked=linked)
    cache.put(image)
    cache.put(image.thumbnail)
    del image
print(list(cache), log, gc.collect())
log.clear()
cache.put(Image("a", 1, 1))
cache.put(Image("b", 1, 1))
print("linked stays:", list(cache), log, sorted(cache.sizes.values()))
print("collected:", gc.collect(), list(cache), sorted(log))
print(dict(cache.stats), cache.stats.most_common(1), len(cache.sizes))
print([f"{ref.name}:{size}" for ref, size in islice(sorted(cache.sizes.items(), key=lambda item: item[0].serial), 5)])
