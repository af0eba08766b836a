"""DEBUG_SAVEALL with finalizers, resurrection, collections in finalizers and in callbacks of gc."""
import gc, weakref
gc.disable()
log = []
class N:
    def __init__(self, name, other=None):
        self.name = name; self.other = other
    def __repr__(self): return self.name
class D(N):
    def __del__(self): log.append('del ' + self.name)
def names(xs): return [repr(x) if isinstance(x, N) else type(x).__name__ for x in xs]
# SAVEALL plain
gc.set_debug(gc.DEBUG_SAVEALL)
a = N('a'); b = N('b', a); a.other = b
l = [a, b]; a.l = l
t = (l, a); b.t = t
del a, b, l, t
print(gc.collect(), names(gc.garbage), gc.get_count())
print(gc.collect(), names(gc.garbage))
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), names(gc.garbage))
# with finalizers
gc.set_debug(gc.DEBUG_SAVEALL)
a = D('a'); b = D('b', a); a.other = b; r = weakref.ref(a, lambda w: log.append('cb'))
del a, b
print(gc.collect(), names(gc.garbage), log, r())
print([gc.is_finalized(x) for x in gc.garbage])
log.clear()
gc.garbage.clear()
print(gc.collect(), names(gc.garbage), log)
gc.set_debug(0); gc.garbage.clear(); print(gc.collect(), log)
# resurrection under SAVEALL
kept = []
class R(N):
    def __del__(self): log.append('res ' + self.name); kept.append(self)
gc.set_debug(gc.DEBUG_SAVEALL)
a = R('a'); b = R('b', a); a.other = b; c = N('c', a); a.c = c
d = N('d'); d.me = d
del a, b, c, d
print(gc.collect(), names(gc.garbage), log, names(kept), [gc.is_finalized(x) for x in kept])
log.clear(); kept.clear()
print(gc.collect(), names(gc.garbage), log)
gc.garbage.clear()
gc.set_debug(0)
print(gc.collect(), log)
# SAVEALL nested: finalizer collects
class C(N):
    def __del__(self):
        x = N('x' + self.name); x.me = x; del x
        log.append((self.name, gc.collect(), names(gc.garbage)))
gc.set_debug(gc.DEBUG_SAVEALL)
a = C('a'); a.me = a; b = C('b'); b.me = b
del a, b
print(gc.collect(), names(gc.garbage), log)
log.clear()
print(gc.collect(), names(gc.garbage), log)
gc.set_debug(0); gc.garbage.clear(); print(gc.collect(), log)
log.clear()
# callback collecting
def cb(phase, info):
    log.append((phase, info['generation'], info['collected'], info['uncollectable']))
    if phase == 'stop' and len(log) < 6:
        x = N('y'); x.me = x; del x
        log.append(gc.collect(0))
gc.callbacks.append(cb)
gc.set_debug(gc.DEBUG_SAVEALL)
a = N('a'); a.me = a; del a
print(gc.collect(), names(gc.garbage), log)
log.clear()
print(gc.collect(1), gc.collect(0), log)
gc.callbacks.remove(cb)
gc.set_debug(0); gc.garbage.clear(); log.clear()
print(gc.collect())
s = gc.get_stats(); print([sorted(x)[:3] for x in s], [x['uncollectable'] for x in s])
# garbage replaced
gc.set_debug(gc.DEBUG_SAVEALL)
a = [1]; a.append(a); del a
d = {}; d['d'] = d; del d
s = set(); h = N('h', s); s.add(h); del s, h
print(gc.collect(), names(gc.garbage))
g = gc.garbage[:]
gc.garbage[:] = []
gc.set_debug(0)
print(gc.collect(), len(g)); g.clear(); print(gc.collect())
