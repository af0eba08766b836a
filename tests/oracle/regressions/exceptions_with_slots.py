# Slots of exceptions' classes: in no dict, visited, released and cleared before all else.
import gc
gc.disable()


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('~', self.name)


class Slotted(ValueError):
    __slots__ = ('kept', 'also')


class Deeper(Slotted):
    __slots__ = ('more',)


class StopsWith(StopIteration):
    __slots__ = ('kept',)


def kinds(owner):
    return [type(each).__name__ for each in gc.get_referents(owner)]


def objects():
    return len(gc.get_objects())


objects()
before = objects()
error = Slotted(None)
print('empty', kinds(error), objects() - before, hasattr(error, 'kept'))
error.kept = error
print('kept', kinds(error), objects() - before, error.__dict__)
error.other = N(1)
print('other', kinds(error))
error.also = N(2)
error.__cause__ = KeyError(N(3))
del error.kept
print('released')
del error
deep = Deeper(N(4))
deep.more, deep.also, deep.kept = N(5), N(6), N(7)
print(deep.more.name, deep.also.name, deep.kept.name, kinds(deep))
deep.more = None
deep.__context__ = deep
deep.y = N(8)
del deep
print('collect', gc.collect())
stop = StopsWith(N(9))
stop.kept = stop
print(kinds(stop), stop.value.name)
del stop
print('collect', gc.collect())
try:
    raise Slotted(1) from None
except Slotted as caught:
    try:
        caught.more
    except AttributeError as wrong:
        print(wrong)
    try:
        del caught.kept
    except AttributeError as wrong:
        print(wrong)
    caught.kept = caught.__traceback__
print('collect', gc.collect())
