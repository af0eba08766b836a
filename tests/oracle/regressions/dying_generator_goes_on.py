# A generator that ignores GeneratorExit as it dies: its frame, its value stack too, goes to whoever has it.
import gc
gc.disable()
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print('~', self.name)
def stubborn(value, label):
    own = N(label)
    try:
        yield value
    finally:
        yield own
        print('after', label)
g = stubborn(None, 1)
next(g)
g = None
print('dead')
print(gc.collect())
def stubborn(value, label):
    own = N(label)
    try:
        yield value
    except GeneratorExit:
        yield 3
g = stubborn(None, 2)
next(g)
print('close')
try: g.close()
except RuntimeError as e: print(e)
g = None
print('dead')
print(gc.collect())
g = stubborn(None, 3)
next(g)
def watched(label):
    own = N(label)
    try:
        yield
    finally:
        for each in [1, 2]:
            yield own
g = watched(4)
next(g)
frame = g.gi_frame
g = None
print(sorted(frame.f_locals), frame.f_locals['label'], [type(each).__name__ for each in gc.get_referents(frame)])
frame = None
print(gc.collect())
