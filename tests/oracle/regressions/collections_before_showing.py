# Since 3.12 repr, str, format and print carry out a collection that is due before they show an object.
import gc
log = []
def cb(phase, info):
    if phase == 'stop': log.append(where)
class R:
    def __init__(self): self.me = self
    def __del__(self): log.append('del')
    def __repr__(self): return 'R'
where = ''
gc.set_threshold(2)
gc.callbacks.append(cb)
x = [1]; y = [2]; z = [3]; w = [4]
where = 'a'
x = [x]; y = [y]; z = [z]; s = repr(x)
where = 'b'
x = [x]; y = [y]; z = [z]; s = str(1)
where = 'c'
x = [x]; y = [y]; z = [z]; s = f'{x}'
where = 'd'
x = [x]; y = [y]; z = [z]; s = f'{1}'
where = 'e'
x = [x]; y = [y]; z = [z]; s = f'{1:3}'
where = 'f'
x = [x]; y = [y]; z = [z]; s = '%s' % 1
where = 'g'
x = [x]; y = [y]; z = [z]; s = f'{1.5!r}'
where = 'h'
x = [x]; y = [y]; z = [z]; s = '{}'.format(1)
where = 'i'
x = [x]; y = [y]; z = [z]; s = f'{s}'
where = 'j'
x = [x]; y = [y]; z = [z]; s = f'{1.5}'
where = 'k'
x = [x]; y = [y]; z = [z]; s = '%d %r' % (1, 2)
where = 'l'
x = [x]; y = [y]; z = [z]; s = ascii('x')
where = 'm'
x = [x]; y = [y]; z = [z]; s = '%d' % 1
where = 'n'
where = 'end'
gc.callbacks.clear()
print(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
def f(n):
    out = []
    for i in range(n):
        r = R()
        out.append((i, str(len(log)), [i], f'{i}-{len(log)}'))
    return out
gc.set_threshold(5, 2, 2)
a = f(12)
gc.set_threshold(2000, 10, 10)
print(a)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(4, 2, 2)
for i in range(12):
    r = R()
    print(i, len(log), [r])
    print(len(log))
    print(f'{i} {len(log)} {r}')
gc.set_threshold(2000, 10, 10)
print(gc.get_count())
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
def cb(phase, info):
    if phase == 'stop': log.append(where)
gc.set_threshold(1)
gc.callbacks.append(cb)
where = 'a'
a = []
where = 'b'
b = [a]
where = 'c'
c = (a, b)
where = 'd'
d = {'x': c}
where = 'y'
y = gc.get_count()
where = 'p'
print(1)
where = 'z'
z = gc.get_count()
where = 'clear'
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, y, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(5)
gc.callbacks.append(cb)
where = 'a'
a = []
b = [a]
where = 'y'
y = gc.get_count()
y = gc.get_count()
y = gc.get_count()
where = 'p'
print(1)
w = gc.get_count()
where = 'p2'
print(1)
where = 'z'
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, y, w, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
where = 'p'
print(1)
where = 'p2'
print(1)
where = 'p3'
print(1)
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.collect()
y = gc.get_count()
print()
x = gc.get_count()
print()
w = gc.get_count()
print(1)
v = gc.get_count()
print(1, 2)
u = gc.get_count()
print('a', sep='')
t = gc.get_count()
print(y,x,w,v,u,t)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
def cb(phase, info):
    if phase == 'stop': log.append(where)
gc.set_threshold(1)
gc.callbacks.append(cb)
where = 'p'
print(1)
where = 'p2'
print(1)
where = 'z'
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
gc.callbacks.append(cb)
where = 'p'
len('a')
where = 'p2'
z = gc.get_count()
where = 'z'
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.callbacks.append(cb)
where = 'p'
gc.set_threshold(1)
where = 'p2'
print(1)
where = 'p3'
len('a')
where = 'z'
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.callbacks.append(cb)
where = 'p'
gc.set_threshold(1)
where = 'p2'
a = []
where = 'p3'
len('a')
where = 'z'
z = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, z)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
def cb(phase, info):
    if phase == 'stop': log.append((info['generation'], info['collected']))
gc.callbacks.append(cb)
gc.collect(0)
a = gc.get_count()
print(1)
b = gc.get_count()
gc.collect(0)
c = gc.get_count()
print(1)
d = gc.get_count()
print(a, b, c, d)
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
x = len(log)
w = gc.get_count()
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, x, y, w)
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
x = len(log)
print(1)
x2 = len(log)
w = gc.get_count()
x3 = len(log)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
print(log, x, x2, x3, y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
y = [len([1])]
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
print()
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
y = [y]
y = 0
print()
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
x = [y]
print()
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
x = [y]
len('a')
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(1)
y = gc.get_count()
x = [y]
print(1)
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
gc.set_threshold(2)
y = gc.get_count()
x = [y]
print(1)
v = gc.get_count()
print(1)
w = gc.get_count()
gc.set_threshold(2000, 10, 10)
print(y, v, w)
gc.callbacks.clear()
gc.set_threshold(2000, 10, 10)
gc.enable()
gc.collect()
log.clear()
