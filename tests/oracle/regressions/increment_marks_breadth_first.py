# gc.collect(1) of the incremental collector marks from the stacks: breadth first, the innermost frame's namespace first.
import gc
class N:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('~', self.name)
def raising(value, label):
    own = N(label)
    raise ValueError(value)
def keeping(p, q):
    try:
        raising(p, 1)
    except ValueError as error:
        p.error = error
    raise ValueError(p)
gc.disable()
gc.collect()
kept = N(2)
try:
    keeping(kept, [N(3)])
except ValueError:
    pass
print(gc.collect(1))
kept = None
print(gc.collect())
def inner(third):
    fourth = N(14)
    fourth.own = fourth
    third.fourth = fourth
    print(gc.collect(1))
def outer():
    first = N(11)
    second = N(12)
    first.second, second.first = second, first
    first.items = [N(15), N(16)]
    third = N(13)
    third.own = third
    inner(third)
outer()
print(gc.collect())
