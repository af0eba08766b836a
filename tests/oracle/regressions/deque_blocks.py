# A deque lies in blocks of 64: where it begins depends on how it was filled, rotated, emptied.
import sys
from collections import deque

word = sys.getsizeof([None, None]) - sys.getsizeof([None])
empty = sys.getsizeof(deque())

def slots(value):
    return (sys.getsizeof(value) - empty) // word

def lengths_that_grow(make):
    found, last = [], None
    for length in range(200):
        now = slots(make(length))
        if now != last:
            found.append((length, now))
        last = now
    return found

def appended(length):
    made = deque()
    for each in range(length):
        made.append(each)
    return made

def left(length):
    made = deque()
    for each in range(length):
        made.appendleft(each)
    return made

def extended_left(length):
    made = deque()
    made.extendleft(range(length))
    return made

def bounded(length):
    return deque(range(2 * length), length)

for make in appended, left, extended_left, bounded, lambda length: deque(range(length)), lambda length: deque([1]) * length:
    print(lengths_that_grow(make))

made = deque(range(4))
for step in (2, -1, 3, 1, -3, 7, -9, 1, 1, 1):
    made.rotate(step)
    print('rotate', step, slots(made), list(made))
made = deque(range(70))
for step in (60, -60, 35, -35, 10, 200, -1):
    made.rotate(step)
    print('rotate', step, slots(made), made[0])
made = deque(range(130))
while made:
    made.popleft()
    if len(made) % 16 == 0:
        print(len(made), slots(made), end=' ')
print()
made.append(1)
print(slots(made))
made.extend(range(63))
print(slots(made))
made.clear()
made.extend(range(63))
print(slots(made))
made.extend([1])
print(slots(made))
for at in (1, 0, 30, 62, -1, -40, 100):
    made.insert(at, at)
    print('insert', at, slots(made))
for at in (1, 0, 30, 62, -1, -40, 5, 5, 5, 5):
    del made[at]
    print('delete', at, slots(made))
while len(made) > 1:
    made.remove(made[len(made) // 2])
    if len(made) % 8 == 0:
        print(len(made), slots(made), end=' ')
print()
made.pop()
made.appendleft(1)
print(slots(made), slots(made.copy()), slots(made + made))
