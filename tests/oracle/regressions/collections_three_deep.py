"""Collections inside each other, three deep: explicit ones in finalizers that a collection or a count calls."""
import gc, weakref
gc.collect(); gc.disable()
log = []
def flush(label): print(label, log[:]); log.clear()
class C:
    def __init__(self, n, deep): self.n = n; self.deep = deep; self.me = self
    def __del__(self):
        if self.deep:
            C(self.n + 1, self.deep - 1)
            log.append((self.n, gc.collect()))
        else: log.append(self.n)
for deep in range(4):
    C(0, deep); print(gc.collect(), gc.collect(), gc.collect()); flush(deep)
class P:
    def __init__(self, n, deep): self.n = n; self.deep = deep
    def __del__(self):
        if self.deep:
            x = P(self.n + 1, self.deep - 1); y = []; y.append(y); del y
            del x; log.append((self.n, gc.collect()))
for deep in range(4):
    P(0, deep); flush(('p', deep)); p = P(0, deep); p.me = p; del p; print(gc.collect()); flush(('pc', deep))
def cb(ph, info): log.append((ph, info['generation'], info['collected']))
gc.callbacks.append(cb)
C(0, 2); print(gc.collect()); flush('with callbacks'); gc.callbacks.clear(); print(gc.collect()); flush('rest')
class W: pass
w = W(); w.me = w
def callback(r): C(9, 1); log.append(('callback', gc.collect()))
r = weakref.ref(w, callback); del w; C(0, 1); print(gc.collect()); flush('weak'); print(gc.collect()); flush('weak2')
def g():
    try: yield
    finally: C(5, 1); log.append(('gen', gc.collect()))
x = g(); next(x); l = [x]; l.append(l); del x, l; print(gc.collect()); flush('gen'); print(gc.collect()); flush('gen2')
