# The first call with keywords makes a tuple of the names: sum and OrderedDict's methods in 3.11, min and max in 3.13.
import gc, sys
gc.disable()
def objects(): return len(gc.get_objects())
objects()
key = len
b = objects()
for i in range(3):
    max([[1]], key=key)
    print('max key', objects() - b)
min([[1]], key=key, default=None)
print('min', objects() - b)
min([[1]], default=None)
print('min', objects() - b)
max([1], [2], key=key)
print('max2', objects() - b)
gc.collect(0)
print('after', objects() - b)
sorted([1], key=None)
print('sorted', objects() - b)
sum([1], start=2)
print('sum', objects() - b)

from collections import OrderedDict



o = OrderedDict.fromkeys(range(9))
b = objects()
o.popitem(False)
print('pos', objects() - b)
o.popitem(last=False)
print('popitem', objects() - b)
o.popitem(last=False)
print('popitem', objects() - b)
o.move_to_end(5, last=False)
print('move', objects() - b)
o.setdefault(key=7, default=9)
print('setdefault', objects() - b)
OrderedDict.fromkeys([2], value=9)
print('fromkeys', objects() - b)
o.pop(key=7)
print('pop', objects() - b)
o.pop(key=7, default=0)
print('pop', objects() - b)
gc.collect(0)
print('after', objects() - b)
