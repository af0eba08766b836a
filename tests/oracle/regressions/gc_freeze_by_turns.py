"""freeze() and unfreeze() by turns with collections of each generation: what is where; both in finalizers."""
# not for: 3.14.2
import gc
gc.disable()
class N:
    def __init__(self, name): self.name = name
def ours(g=None):
    return [x.name for x in gc.get_objects(g) if type(x) is N] if g is not None else [x.name for x in gc.get_objects() if type(x) is N]
a = N('a'); b = N('b'); c = N('c')
base = gc.get_freeze_count()
print(ours(), ours(0), ours(1), ours(2), gc.get_count())
gc.collect(0); d = N('d')
print(ours(0), ours(1), ours(2), gc.get_count())
gc.collect(1); e = N('e')
print(ours(0), ours(1), ours(2), gc.get_count())
gc.freeze()
print(ours(), ours(0), ours(1), ours(2), gc.get_count())
f = N('f')
print(ours(), gc.collect(), ours(2))
gc.unfreeze()
print(ours(), ours(0), ours(1), ours(2), gc.get_count(), gc.get_freeze_count() )
g = N('g'); gc.collect(0)
print(ours(), ours(0), ours(1), ours(2))
gc.freeze()
h = N('h')
i = N('i')
del d
gc.freeze()
gc.unfreeze()
print(ours(), ours(0), ours(1), ours(2))
gc.collect()
print(ours(), ours(0), ours(1), ours(2))
gc.collect(1)
j = N('j'); k = N('k'); gc.collect(0); l = N('l')
print(ours(), ours(0), ours(1), ours(2))
for n in (0, 1, 2): gc.collect(n); print(ours(0), ours(1), ours(2))
# frozen cycle
a.me = a; x = N('x'); x.me = x
gc.freeze()
del x
print(gc.collect(), ours())
gc.unfreeze()
print(gc.collect(), ours())
# freeze in a finalizer
log = []
class F(N):
    def __del__(self):
        gc.freeze(); log.append(('frozen', self.name))
x = F('x'); x.me = x; y = F('y'); y.me = y
del x, y
print(gc.collect(), log, ours())
gc.unfreeze(); print(gc.collect(), log, [x.name for x in gc.get_objects() if isinstance(x, N)])
log.clear()
class U(N):
    def __del__(self):
        gc.unfreeze(); log.append(('thawed', self.name))
z = N('z'); z.me = z
gc.freeze(); del z
x = U('x'); x.me = x; del x
print(gc.collect(), log, ours()); print(gc.collect(), ours())
try: gc.get_objects(3)
except ValueError as e: print(e)
try: gc.get_objects(-1)
except ValueError as e: print(e)
