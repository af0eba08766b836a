"""The function that holds the module's code is one of the long-lived objects, a quarter of which must be new."""
# not for: 3.14.2 (its automatic collections depend on the size of the interpreter's own heap)
import gc, sys, weakref
rc = sys.getrefcount
gc.disable()
class P:
    pass
def stats():
    return [(each['collections'], each['collected']) for each in gc.get_stats()]
stats_before = stats()
seen = []
gc.set_threshold(5, 2, 1)
stats()
gc.collect()
gc.enable()
for _ in range(63):
    made = P()
    made.a = made
for _ in range(45):
    made = P()
    made.a = made
gc.disable()
print('stats', [(now[0] - before[0], now[1] - before[1]) for now, before in zip(stats(), stats_before)])
print('count', gc.get_count()[1:])
print('end', gc.collect())
