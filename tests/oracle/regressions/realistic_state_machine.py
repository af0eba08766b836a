# A state machine of enumerations whose transitions are methods, a log of contexts, and machines kept by their own history.
import gc
import weakref
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from enum import Enum, IntEnum, IntFlag, StrEnum, auto, unique
from functools import partial, singledispatchmethod
from io import StringIO
from operator import attrgetter, itemgetter, methodcaller


@unique
class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"

    @property
    def final(self):
        return self is State.DONE

    @classmethod
    def _missing_(cls, value):
        return cls.IDLE if value == "" else None


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Permission(IntFlag):
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE


class Color(StrEnum):
    RED = auto()
    DARK_RED = auto()


@dataclass(frozen=True, order=True, slots=True)
class Step:
    index: int
    source: State = field(compare=False)
    target: State = field(compare=False)
    note: str = field(default="", repr=False)


class TransitionError(RuntimeError):
    def __init__(self, machine, target):
        super().__init__(f"{machine.name}: {machine.state.name} -> {target.name}")
        self.machine = machine


class Machine:
    TABLE = {
        State.IDLE: {State.RUNNING},
        State.RUNNING: {State.PAUSED, State.DONE},
        State.PAUSED: {State.RUNNING},
        State.DONE: frozenset(),
    }
    living = weakref.WeakValueDictionary()

    def __init__(self, name, hooks=()):
        self.name, self.state, self.history = name, State.IDLE, []
        self.hooks = [partial(hook, self) for hook in hooks]
        Machine.living[name] = self

    @singledispatchmethod
    def go(self, target):
        raise TypeError(f"cannot go to {target!r}")

    @go.register
    def _(self, target: State):
        if target not in self.TABLE[self.state]:
            raise TransitionError(self, target)
        step = Step(len(self.history), self.state, target)
        for hook in self.hooks:
            hook(step)
        self.history.append(step)
        self.state = target
        return self

    @go.register(str)
    def _(self, target):
        return self.go(State(target))

    @contextmanager
    def paused(self):
        self.go(State.PAUSED)
        try:
            yield self
        finally:
            self.go(State.RUNNING)


def report(machine, step):
    print(f"  {machine.name}: {step.source.value} > {step.target.value}")


machine = Machine("m1", [report])
machine.go("running")
with machine.paused() as same:
    print(same is machine, machine.state)
try:
    machine.go(State.DONE).go(State.RUNNING)
except TransitionError as error:
    print(error, error.machine is machine, error.machine.state.final)
    kept = error
try:
    machine.go(42)
except TypeError as error:
    print(error)
try:
    machine.go("flying")
except ValueError as error:
    print(error, State("") is State.IDLE)
print([(s.index, s.target.name) for s in machine.history], max(machine.history), replace(machine.history[0], note="n").note)
print(asdict(machine.history[0]), astuple(machine.history[1]), [f.name for f in fields(Step)], Step.__slots__)
try:
    machine.history[0].index = 3
except AttributeError as error:
    print(type(error).__name__, error)
print(Level.HIGH > Level.LOW + 5, Level(10), f"{Level.LOW}", Permission.ALL, Permission.READ | Permission.WRITE, ~Permission.READ)
print(Permission(3) & Permission.WRITE, Permission(0), list(Permission.ALL), Color.DARK_RED, f"{Color.RED:>5}", Color("red").title())
print(State.__members__["DONE"], len(State), [*map(attrgetter("value"), State)], State.IDLE in {State.IDLE: 1})
with ExitStack() as stack, redirect_stdout(StringIO()) as captured:
    stack.callback(print, "callback")
    stack.enter_context(nullcontext())
    other = Machine("m2", [report, lambda machine, step: stack.callback(print, step.index)])
    other.go("running").go("done")
print(repr(captured.getvalue()))
print(sorted(Machine.living), sorted(map(methodcaller("upper"), map(itemgetter(0), Machine.living.items()))))
del machine, same
print("the hooks and the error hold machines:", sorted(Machine.living), gc.collect() > 0, sorted(Machine.living))
kept = error = None
print(sorted(Machine.living), gc.collect() > 0, sorted(Machine.living))
del other
print(sorted(Machine.living), gc.collect() > 0, sorted(Machine.living))
