# An event bus that holds its subscribers weakly: WeakSet, WeakMethod, finalize, and what keeps a listener alive.
from __future__ import annotations

import gc
import weakref
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from contextlib import contextmanager, suppress
from enum import Enum, Flag, auto
from functools import partial, partialmethod
from types import MethodType, SimpleNamespace
from typing import Callable, ClassVar, NamedTuple


class Topic(Enum):
    CREATED = auto()
    CHANGED = auto()
    DELETED = auto()

    def __str__(self) -> str:
        return self.name.lower()


class Delivery(Flag):
    NONE = 0
    STRONG = auto()
    ONCE = auto()
    LOUD = STRONG | ONCE


class Event(NamedTuple):
    topic: Topic
    source: object
    payload: dict = {}


class Subscription:
    __slots__ = "ref", "delivery", "__weakref__"
    count: ClassVar[int] = 0

    def __init__(self, callback: Callable, delivery: Delivery = Delivery.NONE, on_dead=None):
        type(self).count += 1
        self.delivery = delivery
        if Delivery.STRONG in delivery:
            self.ref = lambda: callback
        elif isinstance(callback, MethodType):
            self.ref = weakref.WeakMethod(callback, on_dead)
        else:
            self.ref = weakref.ref(callback, on_dead)

    def __call__(self, event: Event) -> bool:
        if (callback := self.ref()) is None:
            return False
        callback(event)
        return Delivery.ONCE not in self.delivery


class Bus:
    def __init__(self) -> None:
        self._subscriptions: defaultdict[Topic, list[Subscription]] = defaultdict(list)
        self.history: deque[Event] = deque(maxlen=3)
        self.paused = False

    def subscribe(self, topic: Topic, callback: Callable | None = None, /, **options):
        if callback is None:
            return partial(self.subscribe, topic, **options)
        bus = weakref.ref(self)

        def forget(dead, topic=topic):
            if (owner := bus()) is not None:
                kept = [s for s in owner._subscriptions[topic] if s.ref is not dead]
                print(f"  a listener of {topic} died, {len(kept)} left")
                owner._subscriptions[topic][:] = kept

        self._subscriptions[topic].append(Subscription(callback, on_dead=forget, **options))
        return callback

    def publish(self, topic: Topic, source: object = None, **payload) -> int:
        event = Event(topic, source, payload)
        self.history.append(event)
        if self.paused:
            return 0
        subscriptions = self._subscriptions.get(topic, [])
        subscriptions[:] = [s for s in list(subscriptions) if s(event)]
        return len(subscriptions)

    @contextmanager
    def silence(self):
        self.paused = True
        try:
            yield self
        finally:
            self.paused = False


class Listener(ABC):
    all: ClassVar[weakref.WeakSet[Listener]] = weakref.WeakSet()

    def __init__(self, name: str):
        self.name = name
        self.all.add(self)
        weakref.finalize(self, print, "  finalized", name).atexit = False

    @abstractmethod
    def notice(self, event: Event) -> None: ...

    notice_loudly = partialmethod(lambda self, mark, event: print(f"  {self.name}{mark} {event.topic}"), "!!")


class Logger(Listener):
    def notice(self, event: Event) -> None:
        match event:
            case Event(Topic.CREATED, SimpleNamespace(id=number)):
                print(f"  {self.name}: object {number} created")
            case Event(topic=Topic.CHANGED, payload={"field": name, **rest}) if rest:
                print(f"  {self.name}: {name} changed, also {rest}")
            case (topic, _, payload):
                print(f"  {self.name}: {topic} {payload or 'without payload'}")


bus = Bus()
try:
    Listener("nobody")
except TypeError as error:
    print("TypeError:", str(error)[:40])
loggers = [Logger(name) for name in ("first", "second")]
for logger in loggers:
    bus.subscribe(Topic.CREATED, logger.notice)
    bus.subscribe(Topic.CHANGED, logger.notice)
del logger
bus.subscribe(Topic.DELETED, loggers[0].notice_loudly, delivery=Delivery.LOUD)


@bus.subscribe(Topic.DELETED, delivery=Delivery.ONCE)
def farewell(event):
    print("  farewell,", event.source)


bus.subscribe(Topic.DELETED, lambda event: print("never called: nobody holds this lambda"))
thing = SimpleNamespace(id=7, label="seven")
print(bus.publish(Topic.CREATED, thing))
print(bus.publish(Topic.CHANGED, thing, field="label", old=1))
print(bus.publish(Topic.DELETED, thing), bus.publish(Topic.DELETED))
print(sorted(listener.name for listener in Listener.all), Subscription.count, Delivery.LOUD, list(Delivery))
print("drop the second")
del loggers[1]
print(len(Listener.all), bus.publish(Topic.CHANGED, field="x"))
with bus.silence() as silent, suppress(KeyError):
    print("silent:", silent.publish(Topic.CREATED), silent is bus)
    {}["nothing"]
print(bus.paused, [str(event.topic) for event in bus.history], bus.history[-1]._replace(topic=Topic.DELETED))
loggers[0].bus = bus
bus.owner = loggers[0]
print("drop the rest: a cycle of bus and logger, reached from the lambda's frame no more")
loggers.clear()
gc.collect()
print(len(Listener.all))
del bus
thing = None
print("unreachable:", gc.collect() > 0, [each.name for each in Listener.all])
print(Topic["CHANGED"], Topic(3), Topic.CREATED in Topic, repr(Delivery.STRONG | Delivery.ONCE), Event._fields, Event.__annotations__)
