# What copies leave in memory: names of slots kept by the class, no __dict__ where there was none, tracked copies of dicts.
import copy, gc
gc.disable()

class DictOf(dict):
    pass

class Node:
    def __init__(self):
        self.children = []

class Slotted:
    __slots__ = ('name', '__weakref__')

class Empty:
    pass

class Failure(Exception):
    pass

def kinds():
    names = [type(each).__name__ for each in gc.get_objects()]
    return sorted((name, names.count(name)) for name in set(names))

def names_of(value):
    return [type(each).__name__ for each in gc.get_referents(value)]

slotted = Slotted()
slotted.name = [1]
for value in (DictOf(a=None), Node(), slotted, Empty(), Failure([1]), [Node()], {'a': Node()}):
    for function in (copy.copy, copy.deepcopy)[isinstance(value, Failure):]:
        before = len(gc.get_objects())
        made = function(value)
        print(type(value).__name__, function.__name__, len(gc.get_objects()) - before, names_of(value), names_of(made))
        made = None
print(Node.__slotnames__, Slotted.__slotnames__, hasattr(Failure, '__slotnames__'))
print(kinds())
one = DictOf()
one[0] = 0
two = one | one
print(gc.is_tracked(one), gc.is_tracked(two), gc.is_tracked(one.copy()), gc.is_tracked({**one}), gc.is_tracked(dict(one)))
