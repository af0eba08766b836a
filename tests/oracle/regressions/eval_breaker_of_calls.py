"""Which calls look at the eval breaker: not list.append, len, isinstance and type once they are specialised."""
# not for: 3.11, 3.14.2 (3.11 has no such check; automatic collections of 3.14.2 are approximate)
import gc
log=[]
def cb(p,i):
    if p=='start': log.append(gc.get_count()[0])
gc.callbacks.append(cb)
gc.set_threshold(10, 0, 0)
gc.collect()
k=[]
for i in range(40):
    k.append([i])
    x={}; x[1]=k
    y=[x]
    z=[y]
print(log); log.clear()
def f():
    k=[]
    for i in range(40):
        k.append([i])
        x={}; x[1]=k
        y=[x]
        z=[y]
f()
print(log); log.clear()
def g(k, i):
    k.append([i])
    x={}; x[1]=k
    y=[x]
    z=[y]
    w=[z]
    v=[w]
    k.append(w)
k = []
for i in range(40): g(k, i)
print(log); log.clear()
def h(k, i):
    r = k.append([i])
    x={}; x[1]=k
    y=[x]
    z=[y]
    w=[z]
    v=[w]
    k.append(w)
    n = len([v])
    u = [n]
    t = [u]
k = []
for i in range(40): h(k, i)
print(log); log.clear()
gc.disable()
class C:
    def __init__(self, k):
        self.k = k
        self.l = []
        self.m = []
def q(k, i):
    c = C(k)
    d = C([])
    e = [[c], [d]]
    k.append(d)
    k.append(C([i]))
    isinstance([d], list)
    type([d])
    f = [[c], [d]]
    g = [[c], [d]]
gc.collect()
gc.enable()
k = []
for i in range(40): q(k, i)
print(log)
