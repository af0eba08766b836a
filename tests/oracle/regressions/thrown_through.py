# Whose frame is kept when an exception is thrown through generators that delegate; StopIteration thrown into an unstarted one.
import gc, sys, weakref
gc.disable()

class N:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('~', self.name)

def numbers(label):
    own = N(label)
    try:
        yield 1
        yield own
    finally:
        print('finally', label)

def from_other(other, label):
    own = N(label)
    try:
        result = yield from other
        yield result
    except KeyError as error:
        yield error

def plain(other, label):
    own = N(label)
    yield from other

def throw(generator, error):
    mine = N('thrower')
    try:
        return generator.throw(error)
    except BaseException as error:
        print('thrown', type(error).__name__, type(error.__cause__).__name__)
        frames, at = [], error.__traceback__
        while at is not None:
            frames.append((at.tb_frame.f_code.co_name, at.tb_frame.f_back and at.tb_frame.f_back.f_code.co_name))
            at = at.tb_next
        print(frames)

for make in from_other, plain, lambda other, label: plain(from_other(other, label), label + 10), lambda other, label: from_other(plain(other, label), label + 10):
    for kind in KeyError, ValueError, GeneratorExit:
        print('---', kind.__name__)
        outer = make(numbers(1), 2)
        next(outer)
        got = throw(outer, kind('x'))
        print(type(got).__name__)
        got = None
        print('advance', next(outer, None))
        outer = None
        print('collect', gc.collect())

for started in False, True:
    for kind in StopIteration, StopIteration(1), ValueError:
        print('===', started, kind)
        generator = numbers(3)
        if started:
            next(generator)
        throw(generator, kind)
        print(generator.gi_frame)
        generator = None
        print('collect', gc.collect())
made = (each for each in [1])
print(list(made.gi_frame.f_locals))
next(made)
print(list(made.gi_frame.f_locals))
