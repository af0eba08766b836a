# Observers that leak: strong callbacks, closures, bound methods, a default argument, a class attribute; each found and mended.
import gc
import sys
import types
import weakref


class Subject:
    instances = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        self._observers = []
        Subject.instances.add(self)

    def attach(self, observer):
        self._observers.append(observer)
        return observer

    def detach(self, observer):
        self._observers = [each for each in self._observers if each != observer]

    def notify(self, *args, **kwargs):
        return [observer(self, *args, **kwargs) for observer in tuple(self._observers)]


class Window:
    registry = []

    def __init__(self, title, keep=False):
        self.title = title
        self.buffer = list(range(100))
        if keep:
            self.registry.append(self)

    def on_change(self, subject, value=None):
        return f"{self.title}<-{subject.name}={value}"

    def __repr__(self):
        return f"Window({self.title!r})"


def alive(kind=Window):
    return sorted(repr(each) for each in gc.get_objects() if isinstance(each, kind))


def owners(target):
    names = []
    for holder in gc.get_referrers(target):
        if isinstance(holder, types.FrameType) or holder is globals():
            continue
        if isinstance(holder, types.CellType):
            names.append("cell")
        elif isinstance(holder, types.MethodType):
            names.append(f"method {holder.__func__.__name__}")
        elif isinstance(holder, types.FunctionType):
            names.append(f"function {holder.__name__}")
        else:
            names.append(type(holder).__name__)
    return sorted(names)


model = Subject("model")


def leak_by_method():
    window = Window("method")
    model.attach(window.on_change)


def leak_by_closure():
    window = Window("closure")

    def callback(subject, value=None):
        return window.on_change(subject, value)

    model.attach(callback)


def leak_by_default():
    window = Window("default")
    model.attach(lambda subject, value=None, window=window: window.on_change(subject, value))


def leak_by_class():
    Window("class", keep=True)


def leak_by_cycle():
    window = Window("cycle")
    window.me = window


for leak in (leak_by_method, leak_by_closure, leak_by_default, leak_by_class, leak_by_cycle):
    leak()
    print(leak.__name__, alive())
print("collect:", gc.collect(), alive())
print(model.notify(value=3))
for each in gc.get_objects():
    if isinstance(each, Window):
        print(each, owners(each), sys.getrefcount(each) - 1)
del each
print("mend")
model.detach(model._observers[0])
print(alive())
for observer in model._observers:
    if observer.__closure__:
        print(observer.__name__, [cell.cell_contents for cell in observer.__closure__], observer.__code__.co_freevars)
    if observer.__defaults__:
        print(observer.__name__, observer.__defaults__)
del observer
model._observers.clear()
print(alive())
Window.registry.clear()
print(alive())


class WeakCallback:
    """Calls a bound method as long as its owner lives."""

    def __init__(self, method, on_death=None):
        self.owner = weakref.ref(method.__self__, on_death)
        self.function = method.__func__

    def __call__(self, *args, **kwargs):
        owner = self.owner()
        if owner is None:
            return None
        return self.function(owner, *args, **kwargs)

    def __eq__(self, other):
        if not isinstance(other, WeakCallback):
            return NotImplemented
        return self.owner == other.owner and self.function is other.function

    __hash__ = None


window = Window("weak")
model.attach(WeakCallback(window.on_change, lambda ref: print("  owner died", ref() is None)))
print(model.notify(1), WeakCallback(window.on_change) == WeakCallback(window.on_change))
try:
    {WeakCallback(window.on_change)}
except TypeError as error:
    print(error)
print(sys.getrefcount(window), weakref.getweakrefcount(window))
del window
print(model.notify(2), alive(), len(Subject.instances))
model.attach(model)
del model
print(len(Subject.instances), gc.collect() > 0, len(Subject.instances))
