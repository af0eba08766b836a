"""WeakSet beside WeakSet and beside set."""
import weakref


class A:
    pass


a, b = A(), A()
one = weakref.WeakSet([a])
both = weakref.WeakSet([a, b])
print(one > set(), one >= {a}, one < {a, b}, one <= {a}, one == {a})
print(both > one, both >= one, one < both, one <= both, one == both, one > both, one > one, one < one)
print(one.issubset([a, b]), both.issuperset([a]), one.isdisjoint([b]), both.isdisjoint([b]))
del b
print(both == one, both > one, len(both))
for other in (1, 'x', None):
    for name in ('__gt__', '__lt__', '__eq__'):
        try:
            print(name, getattr(one, name)(other))
        except TypeError as error:
            print(name, type(error).__name__, error)
