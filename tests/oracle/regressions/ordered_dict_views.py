# Views and iterators of OrderedDict are its own; it is copied by its items.
import copy, gc, sys
from collections import OrderedDict
gc.disable()

def kinds(values):
    return [type(each).__name__ for each in values]

table = OrderedDict([('a', [1]), ('b', 2), ('c', 3)])
for view in table.keys(), table.values(), table.items():
    print(type(view), type(view).__mro__[1:], view, len(view), kinds(gc.get_referents(view)))
    print(type(iter(view)).__name__, type(reversed(view)).__name__, list(view), list(reversed(view)), sys.getsizeof(iter(view)) == sys.getsizeof(iter(table)))
print(type(iter(table)), type(reversed(table)), list(table), list(reversed(table)), [*table.items()])
print(table.keys() & {'a'}, table.items() | {1} == {1} if False else '', 'a' in table.keys(), ('b', 2) in table.items(), 3 in table.values())
print(table.keys() == {'a', 'b', 'c'}, table.values() == table.values(), table.items() == dict(table).items() if False else '')
steps = iter(table.items())
print(kinds(gc.get_referents(steps)), next(steps), kinds(gc.get_referents(steps)))
kept = [each for each in steps]
print(kept, kinds(gc.get_referents(steps)), next(steps, 'end'), next(steps, 'end'))

def trying(change, part='keys'):
    table = OrderedDict.fromkeys('abc', 0)
    steps = iter(getattr(table, part)())
    next(steps)
    change(table)
    for _ in range(3):
        try:
            print(next(steps, 'end'), end=' ')
        except RuntimeError as error:
            print(type(error).__name__, error, end=' ')
    print()

trying(lambda table: table.update(a=1))
trying(lambda table: table.__setitem__('b', [1]), 'values')
trying(lambda table: table.__setitem__('z', 1))
trying(lambda table: table.pop('a'))
trying(lambda table: table.popitem())
trying(lambda table: table.move_to_end('a'), 'items')
trying(lambda table: table.move_to_end('c'), 'items')
trying(lambda table: table.move_to_end('a', False), 'items')
trying(lambda table: table.move_to_end('b', False), 'items')
trying(lambda table: (table.pop('c'), table.__setitem__('d', 1)))

print(table.__reduce__()[:4], type(table.__reduce__()[4]).__name__)
table.kept = [5]
print(table.__reduce__()[:4])
for other in copy.copy(table), copy.deepcopy(table):
    print(other, other['a'] is table['a'], other.kept, other.kept is table.kept, type(other).__name__)

class Sub(OrderedDict):
    pass
sub = Sub(a=[1])
sub.sub = sub
deep = copy.deepcopy(sub)
print(deep, deep.sub is deep, deep['a'] is sub['a'], type(deep.keys()).__name__)
print(list(map(list, (sub, sub.keys(), sub.items()))), sorted(table.keys()), dict(table.items()), tuple(table.values()), sorted({*table}))
