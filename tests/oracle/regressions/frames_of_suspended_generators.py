# The frame of a suspended generator shows its locals, can be cleared in some versions, and says what it delegates to.
import gc, weakref

class N:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('~', self.name)

def numbers(value, label):
    own = N(label)
    try:
        yield value
        yield own
    finally:
        print('finally', label)

def delegating(other):
    yield from other

def state(generator):
    frame = generator.gi_frame
    print(frame and sorted(frame.f_locals), generator.gi_running, generator.gi_suspended,
          type(generator.gi_yieldfrom).__name__)

def clear(generator):
    try:
        generator.gi_frame.clear()
    except RuntimeError as error:
        print(error)

one = numbers(None, 1)
state(one)
clear(one)
print(list(one))
two = numbers(None, 2)
next(two)
state(two)
clear(two)
three = delegating(two)
state(three)
next(three, None)
state(three)
frame = three.gi_frame
for _ in three:
    pass
state(three)
del two, three
print(sorted(frame.f_locals))
frame.clear()
print('cleared')
four = delegating([1, 2])
next(four)
state(four)
del four
print(gc.collect() >= 0)
