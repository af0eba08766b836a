"""weakref.finalize: atexit, alive, detach, peek, order, errors, cycles."""
import gc, weakref, sys
class Printed:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
    def flush(self): pass
class N:
    def __init__(self, name='n'): self.name = name
    def __repr__(self): return f'N({self.name})'
    def __del__(self): print('  del', self.name)
def fin(*args, **kw): print('  fin', args, kw); return len(args)
def t(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return f'{type(e).__name__}: {e}'
n = N(); f = weakref.finalize(n, fin, 1, 2, k=3)
print(f.alive, f.atexit, f.peek()[2:], f.peek()[0] is n, type(f.peek()).__name__)
print(repr(f).split(' at ')[0], repr(f).split(';')[1].split(' at ')[0])
f.atexit = False; print(f.atexit); f.atexit = 5; print(f.atexit)
print(f(), f.alive, f(), f.peek(), f.detach(), f.atexit); f.atexit = True; print(f.atexit, repr(f).split(' at ')[0])
del n
n = N('d'); f = weakref.finalize(n, fin); got = f.detach(); print(got[0] is n, got[2:], f.alive, f.detach(), f()); got = None; del n
n = N('order'); fs = [weakref.finalize(n, fin, i) for i in range(3)]; w = weakref.ref(n, lambda r: print('  cb')); fs.append(weakref.finalize(n, fin, 3)); del n
print([f.alive for f in fs])
n = N('cyc'); n.me = n; fs = [weakref.finalize(n, fin, i) for i in range(2)]; del n; print(gc.collect(), [f.alive for f in fs])
n = N('kept'); f = weakref.finalize(n, fin, n); r = weakref.ref(n); del n; print(gc.collect(), r(), f.alive); f.detach(); print(gc.collect(), r())
n = N('bound'); f = weakref.finalize(n, n.__del__); r = weakref.ref(n); del n; print(gc.collect(), r()); f(); print(r()); del f; print(gc.collect(), r())
class E(Exception): pass
def bad(): raise E('bad')
def plain(text):
    return [l.split(' 0x')[0] for l in text.split('\n') if l[:4] != '    ' and 'weakref' not in l.split(',')[0]]
err = sys.stderr = Printed()
n = N('bad'); weakref.finalize(n, bad); weakref.finalize(n, fin, 'after'); del n
n = N('bad2'); n.me = n; weakref.finalize(n, bad); del n; print(gc.collect())
sys.stderr = sys.__stderr__
print(plain(err.text))
print(t(weakref.finalize(N('temp'), bad)), t(weakref.finalize, N('x')), t(weakref.finalize), t(weakref.finalize, 5, fin), type(t(weakref.finalize, N('y'), 5)).__name__)
n = N('call'); f = weakref.finalize(n, bad); print(t(f), f.alive, t(f)); del n
n = N('kw'); f = weakref.finalize(n, fin, obj=1, func=2, self=3); print(f.peek()[2:]); del n
class Sub(weakref.finalize): pass
n = N('sub'); f = Sub(n, fin); print(type(f).__name__, f.alive); del n
def chain():
    n = N('chain'); weakref.finalize(n, lambda: weakref.finalize(N('inner'), fin, 'in'))
chain()
n = N('during'); f = weakref.finalize(n, lambda: print('  during', f.alive, f.peek(), f())); del n
n = N('exit1'); weakref.finalize(n, fin, 'exit1'); m = N('exit2'); weakref.finalize(m, fin, 'exit2').atexit = False
print(weakref.getweakrefcount(n), len(weakref.getweakrefs(n)), [type(r).__name__ for r in weakref.getweakrefs(n)])
del n, m
reg = weakref.finalize._registry; print(len(reg), type(reg).__name__, weakref.finalize.__slots__, t(setattr, f, 'other', 5))
h = {f: 1}; print(len(h), f == f, hash(f) == hash(f))
n = N('two'); f1 = weakref.finalize(n, fin, 1); f2 = weakref.finalize(n, lambda: f1.detach()); del n; print(f1.alive, f2.alive)
