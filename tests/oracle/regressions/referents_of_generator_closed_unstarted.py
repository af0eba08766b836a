# A generator that is closed before it began keeps its frame from 3.12 on, and the collector is shown all of it.
import gc


def numbers(value, label):
    own = [label]
    yield value
    yield own


def kinds(values):
    return [type(each).__name__ for each in values]


for steps in range(4):
    generator = numbers(None, 1)
    for _ in range(steps):
        next(generator, None)
    print(steps, 'open', kinds(gc.get_referents(generator)))
    generator.close()
    print(steps, 'closed', kinds(gc.get_referents(generator)))
