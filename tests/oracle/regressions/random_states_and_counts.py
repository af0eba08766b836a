# The state of a generator of random numbers, and samples with counts.
import random

random.seed(42)
state = random.getstate()
print(len(state), state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)])

own = random.Random(7)
own.gauss(0, 1)
kept = own.getstate()
print(kept[2] is None, round(own.gauss(0, 1), 9))
other = random.Random()
other.setstate(kept)
print(round(other.gauss(0, 1), 9), other.randint(1, 1000) == own.randint(1, 1000))

print(random.sample(['red', 'blue'], counts=[4, 2], k=5))
print(random.sample('abc', counts=(1, 0, 3), k=4))


def refused(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: random.sample('abc', counts=[1, 2], k=2))
refused(lambda: random.sample('ab', counts=[1.5, 2], k=2))
refused(lambda: random.sample('ab', counts=[1, 2], k=9))
refused(lambda: random.setstate((2, (), None)))
refused(lambda: random.setstate((3, (1, 2), None)))
