# Streams of generators: chunks, windows, tees, coroutines that are sent to, clean-up by close, by deletion and by collection.
import gc
import itertools as it
import sys
import weakref
from collections import deque
from contextlib import closing, suppress
from functools import partial, reduce
from operator import add, mul


class Source:
    opened = 0

    def __init__(self, lines):
        self.lines = lines

    def __enter__(self):
        Source.opened += 1
        return iter(self.lines)

    def __exit__(self, kind, value, traceback):
        Source.opened -= 1
        print("  closed by", kind.__name__ if kind else None)


def read(source):
    with source as lines:
        for line in lines:
            yield line.strip()


def primed(function):
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return start


@primed
def averager():
    total, count, average = 0.0, 0, None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print("  reset:", error)
            total, count, average = 0.0, 0, None
        else:
            if value is None:
                return total, count
            total += value
            count += 1
            average = total / count


def parse(lines, numbers=int):
    for number, line in enumerate(lines, 1):
        try:
            yield [numbers(part) for part in line.split(",")]
        except ValueError as error:
            print(f"  line {number}: {error}")


def windows(stream, size):
    window = deque(maxlen=size)
    for item in stream:
        window.append(item)
        if len(window) == size:
            yield tuple(window)


def chunks(stream, size):
    stream = iter(stream)
    while chunk := list(it.islice(stream, size)):
        yield chunk


def delegate(*parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


LINES = ["1,2,3\n", "4,x\n", "5,6\n", "7\n", "8,9,10\n"]
rows = parse(read(Source(LINES)))
print(next(rows), Source.opened)
print(list(it.chain.from_iterable(rows)), Source.opened)
stream = read(Source(LINES))
print(next(stream), stream.gi_frame.f_lineno > 0, stream.gi_running, stream.gi_yieldfrom)
stream.close()
print(stream.gi_frame, next(stream, "end"))
stream = read(Source(LINES))
next(stream)
del stream
with closing(read(Source(LINES))) as lines, suppress(StopIteration):
    next(lines)
average = averager()
print([average.send(value) for value in (10, 20, 60)], average.throw(ValueError("start again")), average.send(4))
try:
    average.send(None)
except StopIteration as stop:
    print(stop.value)
steps = delegate(chunks("abcdefg", 3), averager())
print(next(steps), next(steps), next(steps), next(steps), steps.send(8))
try:
    steps.send(None)
except StopIteration as stop:
    print(stop.value)
print(list(windows(range(6), 3)), [sum(w) for w in windows(it.accumulate([1, 2, 3, 4], mul), 2)])
left, right = it.tee(filter(None, it.compress(range(10), it.cycle([1, 0, 1]))))
print(list(it.takewhile(lambda x: x < 8, left)), next(right), reduce(add, right))
print([(key, len(list(group))) for key, group in it.groupby("aabbbca")], list(it.starmap(pow, zip((2, 3), (5, 2)))))
print(list(it.pairwise("abcd")), list(it.zip_longest("ab", "xyz", fillvalue="-")), [*it.permutations("abc", 2)][:3])
print(list(map(partial(max, 2), range(5))), list(it.dropwhile(str.isspace, "  a b")), list(it.combinations_with_replacement("ab", 2)))


class Buffer:
    def __init__(self):
        self.stream = None
        self.items = []

    def run(self):
        try:
            while True:
                self.items.append((yield len(self.items)))
        finally:
            print("  buffer ends with", len(self.items))


buffer = Buffer()
buffer.stream = buffer.run()
next(buffer.stream)
for item in "xyz":
    buffer.stream.send(item)
alive = weakref.ref(buffer)
print(gc.get_referents(buffer.stream) != [], sys.getrefcount(buffer) > 2)
del buffer
print("a cycle through a frame:", alive() is not None, gc.collect(), alive())
try:
    list(x for x in iter(partial(next, iter([1, 2])), 2))
    next(i for i in ())
except StopIteration as stop:
    print("StopIteration", stop.args)


def broken():
    yield 1
    raise StopIteration("inside")


try:
    list(broken())
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
numbers = iter(int, 1)
print([x for _, x in zip(range(3), numbers)], sum(1 for _ in it.repeat(None, 4)), length_hint := it.count(2).__next__())
