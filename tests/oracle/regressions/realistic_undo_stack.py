# Undo and redo as closures: what cells hold, what a snapshot copies, and what a forgotten step keeps alive.
import copy
import gc
import sys
import weakref
from collections import deque, namedtuple
from functools import reduce, singledispatchmethod, total_ordering

Step = namedtuple("Step", "label undo redo", defaults=(None,))


class History:
    def __init__(self, limit=4):
        self.done, self.undone = deque(maxlen=limit), []

    def __iadd__(self, step):
        self.done.append(step)
        self.undone.clear()
        return self

    def undo(self):
        if not self.done:
            raise IndexError("nothing to undo")
        step = self.done.pop()
        step.undo()
        self.undone.append(step)
        return step.label

    def redo(self):
        try:
            step = self.undone.pop()
        except IndexError as error:
            raise IndexError("nothing to redo") from error
        step.redo()
        self.done.append(step)
        return step.label

    def __bool__(self):
        return bool(self.done or self.undone)

    def __repr__(self):
        return f"<{'/'.join(s.label for s in self.done)}|{'/'.join(s.label for s in reversed(self.undone))}>"


@total_ordering
class Shape:
    def __init__(self, name, *points):
        self.name, self.points = name, list(points)

    def __eq__(self, other):
        return NotImplemented if not isinstance(other, Shape) else self.name == other.name

    def __lt__(self, other):
        return self.name < other.name if isinstance(other, Shape) else NotImplemented

    __hash__ = None

    def __deepcopy__(self, memo):
        clone = type(self).__new__(type(self))
        memo[id(self)] = clone
        clone.name = self.name + "'"
        clone.points = copy.deepcopy(self.points, memo)
        return clone

    def __repr__(self):
        return f"{self.name}{self.points}"


class Document:
    def __init__(self):
        self.shapes = {}
        self.history = History()

    def add(self, shape):
        shapes = self.shapes

        def redo():
            shapes[shape.name] = shape

        def undo():
            del shapes[shape.name]

        redo()
        self.history += Step(f"add {shape.name}", undo, redo)

    def move(self, name, by):
        old = None

        def apply():
            nonlocal old
            shape = self.shapes[name]
            old, shape.points = shape.points, [p + by for p in shape.points]

        def revert():
            nonlocal old
            self.shapes[name].points, old = old, None

        apply()
        self.history += Step(f"move {name} by {by:+d}", revert, apply)

    @singledispatchmethod
    def run(self, command):
        raise TypeError(f"cannot run {command!r}")

    @run.register
    def _(self, command: str):
        verb, _, rest = command.partition(" ")
        return getattr(self.history, verb)() if not rest else self.run([verb, *rest.split()])

    @run.register(list)
    @run.register(tuple)
    def _(self, command):
        match command:
            case ["add", name, *points]:
                self.add(Shape(name, *map(int, points)))
            case ["move", name, by]:
                self.move(name, int(by))
            case ["undo" | "redo" as verb, times] if times.isdigit():
                return [getattr(self.history, verb)() for _ in range(int(times))]
            case [verb, *_]:
                raise ValueError(f"unknown command {verb!r}")
        return command[0]


document = Document()
for line in ["add square 0 1", "add line 5 9", "move square 3", "undo", "undo", "redo", "move line -2", "redo"]:
    try:
        print(f"{line:<16}{document.run(line)!s:<22}{document.history} {document.shapes}")
    except (IndexError, KeyError) as error:
        print(f"{line:<16}{type(error).__name__}: {error} (from {error.__cause__!r})")
for wrong in ["paint red", 7, ["move", "circle", "1"], ("undo", "9")]:
    try:
        document.run(wrong)
    except Exception as error:
        print(type(error).__name__, error)
print(document.history, bool(document.history), Document.run.__class__.__name__ if hasattr(Document.run, "__class__") else "")

document.add(Shape("temp", 1))
undo = document.history.done[-1].undo
print(undo.__code__.co_freevars, [type(c.cell_contents).__name__ for c in undo.__closure__], undo.__qualname__)
watch = weakref.ref(document.shapes["temp"])
document.history.undo()
print("undone but redoable, so alive:", watch() is not None, sys.getrefcount(watch()))
document.add(Shape("other"))
print("redo is forgotten:", watch(), "but for the name undo:", undo is not None)
del undo
print(watch())

snapshot = copy.deepcopy(document.shapes)
shallow = copy.copy(document)
print(snapshot, shallow.shapes is document.shapes, shallow.history is document.history)
print(sorted(snapshot.values()), max(snapshot.values()), Shape("a") <= Shape("b"), Shape("a") == Shape("a"), Shape("a") != 3)
for broken in (lambda: {Shape("x")}, lambda: Shape("x") < 3, lambda: hash(Shape("x"))):
    try:
        broken()
    except TypeError as error:
        print("TypeError:", error)
for index in range(6):
    document.run(f"add s{index} {index} {index * 2}")
print(len(document.history.done), document.history, reduce(lambda total, s: total + len(s.points), document.shapes.values(), 0))
watches = [weakref.ref(shape) for shape in document.shapes.values()]
del document, shallow
print("the closures' cells hold the document:", sum(w() is not None for w in watches))
print(gc.collect() > 0, sum(w() is not None for w in watches))


def counter(start=0, /, *, step=1):
    def tick():
        nonlocal start
        start += step
        return start

    tick.reset = lambda: globals().__setitem__("resets", globals().get("resets", 0) + 1)
    return tick


tick = counter(10, step=5)
print(tick(), tick(), tick.reset(), resets, tick.__closure__[0].cell_contents, [c.cell_contents for c in tick.__closure__])
lazy = [lambda: n for n in range(3)]
bound = [lambda n=n: n for n in range(3)]
print([f() for f in lazy], [f() for f in bound], lazy[0].__closure__[0] is lazy[1].__closure__[0], bound[1].__defaults__)
