# Automatic collections with thresholds of 1 to 12: each piece of code looks at what was collected when.
import gc
class N:
    def __init__(self): self.me = self
log = []
def cb(phase, info):
    if phase == 'stop': log.append((info['generation'], info['collected']))
gc.set_threshold(5, 2, 2)
gc.callbacks.append(cb)
for i in range(30):
    N()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
print(gc.get_count()[1:])
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(3, 3, 3)
gc.callbacks.append(cb)
for i in range(30):
    N()
x = len(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(x, len(log), log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(10, 3, 3)
def f(n):
    out = []
    for i in range(n):
        out.append([N()])
    return out
gc.callbacks.append(cb)
f(50)
f(20)
print(log)
gc.callbacks.clear()
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(10, 3, 3)
last = None
out = []
for i in range(60):
    a = [i]; b = {'a': a}; a.append(b)
    s = [x['collections'] for x in gc.get_stats()]
    if s != last:
        out.append((i, [x - y for x, y in zip(s, last or s)]))
        last = s
gc.set_threshold(2000, 10, 10)
print(out)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(8, 3, 3)
out = []
for i in range(40):
    a = [i]; a.append(a)
    out.append(gc.get_count())
gc.set_threshold(2000, 10, 10)
print(out)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
b = [a]
c = (a, b)
d = {'x': c}
print(len(log))
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
class D:
    def __init__(self): self.me = self
    def __del__(self): order.append(1)
order = []
gc.set_threshold(6, 2, 2)
out = []
for i in range(30):
    D()
    out.append(len(order))
gc.set_threshold(2000, 10, 10)
print(out)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(12, 2, 2)
gc.callbacks.append(cb)
def rec(n):
    x = [n]
    x.append(x)
    if n: rec(n - 1)
for i in range(10): rec(5)
gc.set_threshold(2000, 10, 10)
gc.callbacks.clear()
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(12, 2, 2)
gc.callbacks.append(cb)
l = [[i] for i in range(40)]
m = {i: (i, []) for i in range(20)}
s = list(map(lambda x: [x], range(20)))
t = tuple([x] for x in range(20))
gc.set_threshold(2000, 10, 10)
gc.callbacks.clear()
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
def cb(phase, info):
    if phase == 'stop': log.append((info['generation'], info['collected']))
def cb2(phase, info):
    log.append(phase)
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
b = [a]
c = (a, b)
d = {'x': c}
x = len(log)
y = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(x, log, y)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
b = [a]
c = (a, b)
d = {'x': c}
y = gc.get_count()
print(1)
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, y, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
a = []
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb2)
a = []
b = []
c = []
d = []
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(2)
gc.callbacks.append(cb)
a = []
b = []
c = []
d = []
e = []
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
a = []
b = []
print(1)
x = log[:]
print(2)
y = log[:]
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(x, y)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(2)
gc.callbacks.append(cb)
for i in range(20):
    a = [i]
    b = (i, a)
    print(i, len(log))
    c = {i: b}
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
for t in range(1, 12):
    gc.set_threshold(t)
    gc.callbacks.append(cb)
    k = []
    for i in range(10):
        k.append([i])
        k.append({i: k})
        k.append((i, k))
    gc.callbacks.clear()
    gc.set_threshold(2000, 10, 10)
    print(t, log)
    log.clear()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
class N:
    def __init__(self, x): self.x = x
for t in range(1, 12):
    gc.set_threshold(t, 3, 3)
    gc.callbacks.append(cb)
    k = N(1)
    for i in range(12):
        k = N(k)
        m = k.__init__
    gc.callbacks.clear()
    gc.set_threshold(2000, 10, 10)
    print(t, log, gc.get_count())
    log.clear()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
