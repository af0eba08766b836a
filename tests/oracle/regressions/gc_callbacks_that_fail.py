"""Callbacks of gc that fail or change the list of callbacks, and exceptions in finalizers during a collection."""
import gc, weakref, sys
gc.disable()
log = []
def hook(u): log.append((u.exc_type.__name__, str(u.exc_value), str(u.err_msg)[:30]))
sys.unraisablehook = hook
class N:
    def __init__(self, name): self.name = name
def bad(phase, info): raise ValueError(phase)
def good(phase, info): log.append((phase, sorted(info), info['generation'], info['collected']))
gc.callbacks.append(bad); gc.callbacks.append(good)
print(gc.collect(0)); print(log); log.clear()
a = N('a'); a.me = a; del a
print(gc.collect()); print(log); log.clear()
def remover(phase, info):
    log.append('remover')
    if remover in gc.callbacks: gc.callbacks.remove(remover)
gc.callbacks[:] = [remover, good]
print(gc.collect(1)); print([x if x == 'remover' else x[0] for x in log], len(gc.callbacks)); log.clear()
def adder(phase, info):
    log.append('adder ' + phase)
    if phase == 'start': gc.callbacks.append(good)
gc.callbacks[:] = [adder]
print(gc.collect(0)); print([x if isinstance(x, str) else x[0] for x in log], len(gc.callbacks)); log.clear()
gc.callbacks[:] = [lambda p, i: i.update(collected=99), good]
print(gc.collect()); print(log); log.clear()
gc.callbacks[:] = [lambda *a: None, 3, good]
print(gc.collect()); print(log); log.clear()
infos = []
gc.callbacks[:] = [lambda p, i: infos.append(i)]
gc.collect(); print(infos[0] is infos[1], [x['collected'] for x in infos]); infos.clear()
gc.callbacks.clear()
# exceptions in __del__ and weakref callbacks within a collection
class D(N):
    def __del__(self): raise KeyError(self.name)
a = D('a'); b = D('b'); a.b = b; b.a = a
r = weakref.ref(a, lambda w: 1 / 0)
del a, b
print(gc.collect()); print(log); log.clear(); print(r())
a = D('a'); del a; print(log); log.clear()
a = N('a'); r = weakref.ref(a, lambda w: 1 / 0); r2 = weakref.ref(a, lambda: 0); del a; print(log); log.clear()
# is_finalized
class R(N):
    def __del__(self): kept.append(self)
kept = []
R('x'); x = kept.pop(); print(gc.is_finalized(x), gc.is_tracked(x), gc.is_finalized([]), gc.is_finalized(1), gc.is_finalized(N('q')))
del x; print(kept)
x = R('y'); x.me = x; del x; gc.collect(); x = kept.pop(); print(gc.is_finalized(x), x.name); x.me = None; del x; print(kept)
def gen():
    try: yield 1
    finally: log.append('gen')
g = gen(); next(g); g2 = gen(); print(gc.is_finalized(g)); d = {'g': g}; d['d'] = d; del g, d; print(gc.collect(), log); log.clear()
# SystemExit / KeyboardInterrupt in del
class K(N):
    def __del__(self): raise SystemExit(3)
K('k'); print(log); log.clear()
# getting collected again inside callback of nested: count of collections
gc.callbacks[:] = [lambda p, i: log.append((p, i['generation'], i['collected']))]
class C(N):
    def __del__(self): log.append(('in', gc.collect(0), gc.collect(1), gc.collect(2)))
c = C('c'); c.me = c; del c
print(gc.collect(), log); log.clear()
C('c2'); print(log); log.clear()
gc.callbacks.clear()
before = [s['collections'] for s in gc.get_stats()]
c = C('c'); c.me = c; del c; gc.collect(1)
print([s['collections'] - b for s, b in zip(gc.get_stats(), before)], log); log.clear()
def cb2(p, i):
    if p == 'start': gc.disable()
    else: log.append((p, gc.isenabled())); gc.enable()
gc.callbacks[:] = [cb2]; gc.collect(); print(log, gc.isenabled()); gc.callbacks.clear(); gc.disable()
print(gc.collect())
