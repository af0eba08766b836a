# An instance of a class derived from a built-in type gets another class; partials of partials share their arguments.
import gc
from contextlib import ExitStack, contextmanager
from enum import Enum
from functools import partial, cached_property

class ListOf(list):
    pass

class Other(list):
    def __del__(self):
        print('~ other', len(self), getattr(self, 'kept', None))

class DictOf(dict):
    pass

class Plain:
    pass

def attempt(value, cls):
    try:
        value.__class__ = cls
        print(type(value).__name__)
    except TypeError as error:
        print(error)

values = ListOf([1, 2])
values.kept = 3
attempt(values, Other)
attempt(values, DictOf)
attempt(Plain(), ListOf)
attempt(values, int)
attempt([], ListOf)
print(gc.get_referents(values)[-1:])
del values

def given(*values, **others):
    return values, others

one = partial(given, [1])
two = partial(one, last=2)
three = partial(two, 3)
print(two.args is one.args, three.args, two(4), three(5))

with ExitStack() as stack:
    print([type(each).__name__ for each in gc.get_referents(stack)])

@contextmanager
def managed():
    yield 1

print([type(each).__name__ for each in gc.get_referents(managed())])

class Colour(Enum):
    RED = 1

print(Colour.RED.__objclass__ is Colour, [type(each).__name__ for each in gc.get_referents(Colour.RED)])

class Computed:
    @cached_property
    def made(self):
        return [self]

print([type(each).__name__ for each in gc.get_referents(Computed.__dict__['made'])])
