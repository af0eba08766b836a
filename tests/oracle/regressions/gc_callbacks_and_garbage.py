"""gc.callbacks that collect, come and go; gc.garbage with DEBUG_SAVEALL."""
import gc
print('--callbacks')
def cb(phase, info): print(phase, list(info), [info[k] for k in ('generation','collected','uncollectable')])
gc.callbacks.append(cb)
print(gc.collect(0)); print(gc.collect(1)); 
a = []; a.append(a); del a
print(gc.collect())
gc.callbacks.clear()
seen = []
def cb2(phase, info):
    seen.append(gc.collect())
gc.callbacks.append(cb2); gc.collect(); print(seen); gc.callbacks.remove(cb2)
infos = []
gc.callbacks.append(lambda p, i: infos.append(i)); gc.collect(); print(infos[0] is infos[1], len(infos)); gc.callbacks.clear()
# modification while running
def adder(p, i):
    print('adder', p)
    if len(gc.callbacks) < 3: gc.callbacks.append(other)
def other(p, i): print('other', p)
gc.callbacks.append(adder); gc.collect(); gc.callbacks.clear()
def remover(p, i):
    print('remover', p); gc.callbacks.remove(remover)
gc.callbacks.append(remover); gc.callbacks.append(other); gc.collect(); gc.callbacks.clear()
print('--saveall')
class N:
    def __init__(self, n): self.n = n; self.me = self
    def __repr__(self): return f'N{self.n}'
    def __del__(self): print('del', self.n)
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
N(1); N(2)
print(gc.collect(), [o for o in gc.garbage if isinstance(o, N)], len(gc.garbage), gc.get_debug())
print([gc.is_finalized(o) for o in gc.garbage])
gc.garbage.clear(); print(gc.collect(), gc.garbage)
gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
x = gc.garbage
gc.garbage = None
a = []; a.append(a); del a
gc.set_debug(gc.DEBUG_SAVEALL); print(gc.collect(), x); gc.set_debug(0)
