# A pool of connections lent by context managers, with leases that are given back, lost, or left open by an exception.
import gc
import time
import weakref
from collections import deque
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, contextmanager, nullcontext, redirect_stdout
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from enum import IntEnum, unique
from io import StringIO
from itertools import count
from typing import Iterator, Optional


@unique
class State(IntEnum):
    IDLE = 0
    LENT = 1
    BROKEN = 2


@dataclass(slots=True, weakref_slot=True, eq=False)
class Connection:
    number: int = field(default_factory=count(1).__next__)
    _: KW_ONLY
    state: State = State.IDLE
    queries: list[str] = field(default_factory=list, repr=False)
    secret: InitVar[Optional[str]] = None

    def __post_init__(self, secret):
        if secret is not None:
            self.queries.append(f"AUTH {secret:*<8.3}")

    def query(self, text: str, /, *args: object) -> str:
        if self.state is not State.LENT:
            raise RuntimeError(f"connection {self.number} is {self.state.name}")
        if "drop" in text.lower():
            self.state = State.BROKEN
            raise ConnectionError(text)
        self.queries.append(text % args if args else text)
        return self.queries[-1]


@dataclass(frozen=True, order=True)
class Limits:
    most: int = 2
    wait: float = field(default=1.5, compare=False)

    def __post_init__(self):
        if self.most <= 0:
            raise ValueError(f"{self.most=} must be positive")


class PoolEmpty(Exception):
    def __init__(self, pool):
        super().__init__(f"all {pool.limits.most} lent")
        self.add_note("waited in vain")


class Lease(AbstractContextManager):
    def __init__(self, pool, connection):
        self.pool, self.connection = pool, connection
        self._finalizer = weakref.finalize(self, pool._lost, connection)

    def __enter__(self):
        return self.connection

    def __exit__(self, kind, error, traceback):
        if self._finalizer.detach():
            self.pool._back(self.connection)
        return kind is not None and issubclass(kind, ConnectionError)


class Pool:
    def __init__(self, limits=Limits()):
        self.limits = limits
        self.idle = deque()
        self.made = weakref.WeakSet()
        self.log = []

    def lend(self):
        if self.idle:
            connection = self.idle.popleft()
        elif len(self.made) < self.limits.most:
            connection = Connection(secret="hunter2")
            self.made.add(connection)
        else:
            raise PoolEmpty(self)
        connection.state = State.LENT
        return Lease(self, connection)

    def _back(self, connection):
        if connection.state is State.BROKEN:
            self.log.append(f"threw {connection.number} away")
            return
        connection.state = State.IDLE
        self.idle.append(connection)

    def _lost(self, connection):
        self.log.append(f"lease of {connection.number} was lost")
        self._back(connection)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        with self.lend() as connection:
            connection.query("BEGIN")
            try:
                yield connection
            except ValueError as error:
                connection.query("ROLLBACK -- %s", error)
                raise
            else:
                connection.query("COMMIT")
            finally:
                self.log.append("transaction over")


class timed(ContextDecorator):
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        print(f"  {self.label}: {time.perf_counter() - self.start >= 0}, {exc[0] and exc[0].__name__}")


pool = Pool()
with pool.lend() as one, pool.lend() as two:
    print(one, two, one.query("SELECT %d", 1), len(pool.made))
    try:
        pool.lend()
    except PoolEmpty as error:
        print(error, error.__notes__, error.args)
print(pool.idle, one.queries)
with pool.lend() as broken:
    broken.query("DROP TABLE pupils")
print("swallowed;", broken, pool.log, len(pool.made))
del broken, one
print("a broken one is gone:", len(pool.made))


@timed("work")
def work(fail):
    with pool.transaction() as connection:
        connection.query("INSERT")
        if fail:
            raise ValueError("bad row")
        return connection.queries[-3:]


print(work(False))
try:
    work(True)
except ValueError as error:
    print(error, pool.idle[-1].queries[-1], pool.log[-1])
    del error
lease = pool.lend()
print(lease._finalizer.alive, lease.connection.state)
del lease
print(pool.log[-1], pool.idle[-1].state)
lease = pool.lend()
lease.me = lease
del lease
print("in a cycle:", pool.log[-1], gc.collect() > 0, len(pool.idle))
try:
    two.query("late")
except RuntimeError as error:
    print(type(error).__name__, error)
with redirect_stdout(StringIO()) as out, nullcontext(5) as five:
    print("hidden", five)
print(repr(out.getvalue()))
try:
    with ExitStack() as stack:
        leases = [stack.enter_context(pool.lend()) for _ in range(3)]
except PoolEmpty as error:
    print("unwound:", error, [c.state.name for c in pool.idle])
generator = pool.transaction()
print(type(generator).__name__, hasattr(generator, "gen"))
del generator
try:
    with pool.transaction() as connection:
        raise StopIteration("inside")
except Exception as error:
    print(type(error).__name__, error, type(error.__cause__).__name__)
print(Limits(3) > Limits(2, 9.0), Limits() == Limits(wait=0), asdict(Limits()), astuple(Limits(4)), hash(Limits()) == hash(Limits(2, 5.0)))
print(replace(Limits(), most=7), [f.name for f in fields(Limits)], Limits.__match_args__, Connection.__slots__, Connection.__match_args__)
for wrong in (lambda: Limits(0), lambda: setattr(Limits(), "most", 1), lambda: Connection(1, State.LENT), lambda: two.__dict__, lambda: setattr(two, "extra", 1), lambda: State(7), lambda: replace(Limits(), least=1)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__ + ":", error)
