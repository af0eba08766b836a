# An exception thrown into a generator that has not started keeps the generator's frame in its traceback.
import sys, traceback, weakref

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

def from_other(other, label):
    own = N(label)
    try:
        result = yield from other
        yield result
    except KeyError as error:
        yield error

def throw(generator, error):
    try:
        return generator.throw(error)
    except (Exception, GeneratorExit) as error:
        print('thrown', type(error).__name__, error)
        depth, at = [], error.__traceback__
        while at is not None:
            depth.append((at.tb_frame.f_code.co_name, at.tb_lineno))
            at = at.tb_next
        print(depth)

for started in (0, 1, 2):
    for kind in (ValueError, GeneratorExit):
        print('--', started, kind.__name__)
        inner = numbers(None, 1)
        if started == 2:
            next(inner)
        outer = from_other(inner, 3)
        if started:
            next(outer)
        reference = weakref.ref(inner, lambda _: print('callback'))
        inner = None
        throw(outer, kind)
        print('state', outer.gi_frame is None, sys.getrefcount(outer))
        outer = None
