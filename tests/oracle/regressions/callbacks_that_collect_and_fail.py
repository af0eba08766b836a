"""gc.callbacks: what they see, collections begun in them, exceptions in them."""
import gc, sys, weakref
gc.collect(); gc.disable()
log = []
def hook(u): log.append(('unraisable', type(u.exc_value).__name__, str(u.exc_value), (u.err_msg or '').split(' <')[0], getattr(u.object, '__name__', None)))
sys.unraisablehook = hook
def flush(label): print(label, log[:]); log.clear()
class C:
    def __init__(self): self.me = self
def cb(phase, info): log.append((phase, info['generation'], info['collected'], info['uncollectable'], gc.get_count()[1:]))
gc.callbacks.append(cb)
C(); gc.collect(); flush('one'); C(); gc.collect(0); flush('zero'); gc.collect(1); flush('first')
def nested(phase, info):
    if phase == 'start': log.append(('nested', gc.collect(), gc.isenabled()))
gc.callbacks.append(nested); C(); print(gc.collect()); flush('nested')
gc.callbacks[:] = [cb]
def bad(phase, info): raise ValueError(phase)
gc.callbacks.insert(0, bad); C(); print(gc.collect()); flush('bad')
gc.callbacks[:] = []
def making(phase, info): C(); log.append(len(gc.get_objects()) > 0)
gc.callbacks.append(making); print(gc.collect(), gc.collect()); flush('making')
def once(phase, info): gc.callbacks.remove(once); log.append(phase)
gc.callbacks[:] = [once, cb]; gc.collect(); flush('once'); gc.callbacks[:] = []; gc.collect()
def after(phase, info):
    if phase == 'stop' and info['collected']: C(); log.append(('again', gc.collect(), info['collected']))
gc.callbacks.append(after); C(); print(gc.collect()); flush('after'); gc.callbacks.clear(); print(gc.collect())
class D:
    def __init__(self): self.me = self
    def __del__(self): log.append(('del', gc.get_stats()[2]['collections'] - base, gc.get_count()[1:]))
base = gc.get_stats()[2]['collections']
D(); gc.callbacks.append(cb); print(gc.collect()); flush('del'); gc.callbacks.clear()
gc.callbacks.append('not callable'); print(gc.collect()); flush('str'); gc.callbacks.clear()
class Call:
    def __call__(self, phase, info): info['mine'] = 1; log.append(sorted(info)[:3])
gc.callbacks.append(Call()); gc.collect(); flush('obj'); gc.callbacks.clear()
l = []
def auto(phase, info): l.append((phase, info['generation']))
gc.set_threshold(20, 3, 3); gc.callbacks.append(auto)
if gc.get_threshold()[2]:
    gc.enable(); keep = [[] for i in range(400)]; gc.disable(); print(len(l), [g for p, g in l if p == 'start'])
gc.callbacks.clear(); gc.set_threshold(700, 10, 10)
print(gc.get_stats()[0].keys() >= {'collections', 'collected', 'uncollectable'})
gc.set_threshold(0); print(gc.get_threshold()[:2], gc.isenabled()); gc.enable(); keep = [[] for i in range(3000)]; print(gc.get_count()[0] > 3000); gc.set_threshold(1000, 5); print(gc.get_threshold()[:2])
gc.disable()
class W:
    def __del__(self): gc.callbacks.append(cb)
w = W(); w.me = w; del w; print(gc.collect()); flush('append in del'); gc.callbacks.clear()
class X:
    def __del__(self): gc.garbage.append(self)
x = X(); x.me = x; del x; print(gc.collect(), len(gc.garbage), gc.collect()); gc.garbage.clear(); print(gc.collect())
for a in (-1, 3, 'x', 1.5, None, True):
    try: print(gc.collect(a))
    except Exception as e: print(type(e).__name__, e)
for a in (-1, 3, 'x', 0, None):
    try: print(type(gc.get_objects(a)).__name__)
    except Exception as e: print(type(e).__name__, e)
