"""What the functions of gc accept, refuse and say."""
import gc, sys, weakref
gc.disable()
def show(*a): print(*a)
def attempt(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return '%s: %s' % (type(e).__name__, e)
for a in [(0,), (1,), (2,), (3,), (-1,), (True,), ('0',), (None,), (1.0,), (2**40,), (2**80,)]:
    print('collect', a, attempt(gc.collect, *a))
print(attempt(gc.collect, generation=0), attempt(gc.collect, gen=0), attempt(gc.collect, 1, 2))
for a in [(0,), (1,), (2,), (3,), (-1,), (-2,), (None,), ('0',), (1.0,), (2**80,), (True,)]:
    r = attempt(gc.get_objects, *a)
    print('get_objects', a, type(r).__name__ if isinstance(r, list) else r)
print(attempt(gc.get_objects, 1, 2), attempt(gc.get_objects, gen=2), type(attempt(gc.get_objects, generation=None)).__name__)
class I:
    def __index__(self): return 0
print(attempt(gc.collect, I()), type(attempt(gc.get_objects, I())).__name__)
print(gc.get_threshold())
for a in [(), (1,), (1,2), (1,2,3), (1,2,3,4), ('a',), (1,'b'), (-5,), (None,)]:
    print('set_threshold', a, attempt(gc.set_threshold, *a), gc.get_threshold())
gc.set_threshold(700, 10, 10)
print(attempt(gc.set_threshold, 5, x=1), attempt(gc.get_threshold, 1), attempt(gc.enable, 1), attempt(gc.isenabled, 1))
print(gc.isenabled(), gc.enable(), gc.isenabled(), gc.disable(), gc.isenabled())
for s in gc.get_stats(): print(list(s), [type(v).__name__ for v in s.values()])
a = [s['collections'] for s in gc.get_stats()]
gc.collect(0); gc.collect(0); gc.collect(1); gc.collect(2); gc.collect()
print([x - y for x, y in zip([s['collections'] for s in gc.get_stats()], a)])
def cyc(n):
    for i in range(n):
        x = []; x.append(x)
b = [(s['collections'], s['collected'], s['uncollectable']) for s in gc.get_stats()]
cyc(5); print(gc.collect(0)); cyc(3); print(gc.collect(1)); cyc(2); print(gc.collect())
print([tuple(p - q for p, q in zip(x, y)) for x, y in zip([(s['collections'], s['collected'], s['uncollectable']) for s in gc.get_stats()], b)])
if sys.version_info >= (3, 15):
    b = [s['candidates'] for s in gc.get_stats()]
    keep = [[] for i in range(10)]
    cyc(5); gc.collect(0); cyc(3); gc.collect(1); cyc(2); gc.collect()
    print([x - y for x, y in zip([s['candidates'] for s in gc.get_stats()], b)])
print(gc.get_debug(), gc.set_debug(gc.DEBUG_SAVEALL), gc.get_debug(), gc.set_debug(0))
for a in [('a',), (None,), (2**40,), (-1,), (), (1,2)]:
    print('set_debug', a, attempt(gc.set_debug, *a)); 
    print(gc.get_debug()); gc.set_debug(0)
print(attempt(gc.is_tracked), attempt(gc.is_tracked, 1, 2), attempt(gc.is_finalized), attempt(gc.get_referents), attempt(gc.get_referrers), attempt(gc.get_referents, x=1), attempt(gc.get_referrers, x=1))
print(attempt(gc.freeze, 1), attempt(gc.unfreeze, 1), attempt(gc.get_freeze_count, 1), attempt(gc.get_count, 1), attempt(gc.get_stats, 1))
print(sorted(n for n in dir(gc) if not n.startswith('_')))
print(gc.DEBUG_LEAK, gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL)
gc.set_threshold(0); print(gc.get_threshold(), gc.isenabled())
