"""gc.get_objects, freeze, garbage, debug output and callbacks in one program."""
import gc, sys, weakref, io
gc.disable()
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'C(%s)' % self.n
class D(C):
    def __del__(self): print('~', self.n)
def names(l): return [repr(x) if isinstance(x, C) else type(x).__name__ for x in l]
gc.collect()
a = C('a'); b = C('b'); gc.collect(0); c = C('c'); l = [a, b]
for g in (0, 1, 2, None):
    print(g, [x.n for x in gc.get_objects(g) if isinstance(x, C)])
gc.collect(1)
for g in (0, 1, 2): print(g, [x.n for x in gc.get_objects(g) if isinstance(x, C)])
d = C('d'); gc.collect(); e = C('e')
for g in (0, 1, 2): print(g, [x.n for x in gc.get_objects(g) if isinstance(x, C)])
# saveall
gc.set_debug(gc.DEBUG_SAVEALL)
x = D('s'); x.me = x; y = []; y.append(y)
del x, y
print(gc.collect(), names(gc.garbage), gc.get_debug())
print([gc.is_finalized(o) for o in gc.garbage])
gc.set_debug(0)
print(gc.collect(), len(gc.garbage))
gc.garbage.clear(); print(gc.collect())
# saveall and weakrefs
gc.set_debug(gc.DEBUG_SAVEALL)
x = C('w'); x.me = x; w = weakref.ref(x, lambda r: print('cb')); w2 = weakref.ref(x); del x
print(gc.collect(0), w(), w2(), names(gc.garbage)); gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
# debug stats
def debug(flags, f):
    saved = sys.stderr; sys.stderr = io.StringIO()
    gc.set_debug(flags)
    try: f()
    finally: gc.set_debug(0); t = sys.stderr.getvalue(); sys.stderr = saved
    for line in t.split('\n'):
        if 'permanent' in line: line = line.split(':')[0] + line.split(':')[1]
        if 'elapsed' in line: line = ','.join(line.split(',')[:-1])
        
        if 'each gen' in line: continue
        if '0x' in line: line = line.split('0x')[0]
        print(line)
def mk():
    z = D('z'); z.me = z; z.l = [z]; q = {}; q['q'] = q; s = {1}; t = (q, s); q['t'] = t; q['f'] = lambda: q
gc.collect()
mk(); debug(gc.DEBUG_STATS, gc.collect)
mk(); debug(gc.DEBUG_COLLECTABLE, gc.collect)
mk(); debug(gc.DEBUG_LEAK, lambda: gc.collect(0))
print(names(gc.garbage)); gc.garbage.clear(); print(gc.collect())
mk(); debug(gc.DEBUG_STATS, lambda: gc.collect(1)); debug(gc.DEBUG_STATS, lambda: gc.collect(0))
# callbacks
log = []
def cb(p, i): log.append((p, [(k, v if k != 'duration' and (k != 'candidates' or v < 900) else type(v).__name__) for k, v in i.items()]))
gc.callbacks.append(cb); mk(); gc.collect(0); mk(); gc.collect(1); mk(); gc.collect(); gc.callbacks.remove(cb)
for x in log: print(x)
def bad(p, i): raise ValueError(p)
sys.unraisablehook = lambda a: print('unraisable', type(a.exc_value).__name__, (a.err_msg or '').split(' at 0')[0], getattr(a.object, '__name__', a.object))
gc.callbacks.append(bad); gc.collect(); gc.callbacks.clear()
def nest(p, i): print(p, gc.collect(), i['collected'])
gc.callbacks.append(nest); mk(); print(gc.collect()); gc.callbacks.clear()
def mut(p, i): gc.callbacks.clear(); print('mut', p); i['x'] = 1
gc.callbacks.extend([mut, cb]); gc.collect(); print(gc.callbacks)
gc.callbacks.append(lambda p, i: (print(p), gc.garbage.append(p)))
gc.collect(); print(gc.garbage); gc.garbage.clear(); gc.callbacks.clear()
class E:
    def __del__(self): print('del', gc.collect(), gc.get_count()[1:], gc.isenabled())
e = E(); e.e = e; del e; print(gc.collect())
e = E(); del e
n0 = gc.get_freeze_count()
gc.freeze(); n1 = gc.get_freeze_count()
print(gc.get_count(), [x.n for x in gc.get_objects() if isinstance(x, C)])
f = C('f')
print([x.n for x in gc.get_objects() if isinstance(x, C)], gc.get_referrers(a) == [], gc.is_tracked(a))
gc.collect(); 
gc.unfreeze(); print(gc.get_freeze_count())
for g in (0, 1, 2): print(g, [x.n for x in gc.get_objects(g) if isinstance(x, C)])
# frozen garbage
x = D('x'); x.me = x; gc.freeze(); del x; print('collect', gc.collect()); gc.unfreeze(); print('collect', gc.collect())
