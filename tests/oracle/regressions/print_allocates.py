"""print() allocates a tuple of its arguments (since 3.14 a bound method), repr of a set a list."""
import gc, sys
out=[0]*12
gc.disable()
def t(x, g=0):
    c=gc.get_count()[0]
    if g: gc.collect()
    a=gc.get_count()[0]
    a=gc.get_count()[0]
    print(x)
    b=gc.get_count()[0]
    out[0]=b-a
    print(x)
    out[1]=gc.get_count()[0]-b
    a=gc.get_count()[0]
    repr(x)
    b=gc.get_count()[0]
    sys.stdout.write('')
    c=gc.get_count()[0]
    return (out[0], out[1], b-a, c-b)
for x in (5, 'a', 1.5, None, (), [], [1], (1,), {}, {1:2}, {1}, {'a':[1]}, [[[]]], range(3), dict, ValueError(1), frozenset([2])):
    r=t(x); s=t(x, 1)
    if type(x).__name__ in ('function',): pass
    print(type(x).__name__, r, s)
