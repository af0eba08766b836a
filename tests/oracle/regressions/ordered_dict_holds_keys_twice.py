# An OrderedDict refers to a key from its entry and from its list of nodes, which is emptied after the entries.
import gc, sys
from collections import OrderedDict

gc.disable()
rc = sys.getrefcount


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('~', self.name)


def names(table):
    return [key.name if isinstance(key, N) else key for key in table]


first, second, third = N(1), N(2), N(3)
table = OrderedDict()
table[first] = 1
table['x'] = N(4)
table[second] = [second]
table[third] = table
print(rc(first), rc(second), rc(third), len(table), names(table), gc.get_referrers(first) == [globals(), table])
table[first] = N(5)
print(rc(first), names(table))
table.move_to_end(first)
print(rc(first), names(table))
table.move_to_end(third, last=False)
print(rc(third), names(table), names(reversed(table)))
for number in range(20):
    table[number] = (number,)
print(rc(first), rc(second), rc(third), names(table)[:5])
for number in range(20):
    del table[number]
copy = table.copy()
plain = dict(table)
print(rc(first), rc(third), names(copy), names(plain), len(copy), table == copy, sys.getsizeof(copy) > 0)
print(names([table.popitem(last=False)[0]]), rc(third), names([copy.popitem()[0]]), rc(first))
del plain, copy
print(rc(first), rc(second), rc(third), names(table))
del table[second]
print(rc(second), names(table))
table.pop(first)
print(rc(first), names(table))
table.clear()
print('cleared')
table[N(6)] = N(7)
table[N(8)] = N(9)
table.clear()
print('cleared')
table[N(10)] = table
table[N(11)] = N(12)
table.update({N(13): table})
print(gc.collect(0))
del table
print('collect', gc.collect())
table = OrderedDict([(N(14), N(15)), (N(16), N(17))])
print([rc(key) for key in table], [type(each).__name__ for each in gc.get_referents(table)])
del table
print('end')
