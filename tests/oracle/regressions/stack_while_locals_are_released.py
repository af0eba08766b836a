# Who is on the stack, and at which line, while the locals of a function or generator are released.
import sys, weakref, gc
def stack(label):
    f = sys._getframe(2)
    out = []
    while f is not None and f.f_code.co_filename == 'main.py':
        out.append(f'{f.f_code.co_name}:{f.f_lineno}')
        f = f.f_back
    print(label, ' '.join(out))
class D:
    def __init__(self, name='d'): self.name = name
    def __del__(self): self.show()
    def show(self): stack(self.name)
def cb(r): stack('cb')
class W: pass
sys.unraisablehook = lambda u: (print('hook', u.exc_type.__name__, u.exc_value, tb(u.exc_traceback)))
def tb(t):
    out = []
    while t is not None:
        out.append(f'{t.tb_frame.f_code.co_name}:{t.tb_lineno}:{t.tb_frame.f_lineno}')
        t = t.tb_next
    return ' '.join(out)
print('---')
def f():
    d = D('local')
    x = 1
    return x
def outer():
    y = f()
    return y
outer()
print('---')
def f():
    d = D('local')
    raise ValueError
def outer():
    try:
        f()
    except ValueError: pass
    stack('x') if False else None
outer()
print('---')
def f(d):
    pass
def outer():
    f(D('arg'))
f(D('arg'))
outer()
f(d=D('kw'))
f(*[D('star')])
f(**{'d': D('dstar')})
print('---')
def f():
    w = W()
    r.append(weakref.ref(w, cb))
r = []
f()
def g():
    return f()
g()
print('---')
class C:
    def m(self, d): return 1
    def __init__(self, d=None): pass
    def __call__(self, d): pass
    def __enter__(self):
        d = D('enter')
    def __exit__(self, *a):
        d = D('exit')
    def __getitem__(self, k):
        d = D('getitem')
        return 1
    def __getattr__(self, n):
        d = D('getattr')
        return 1
    @property
    def p(self):
        d = D('property')
    def __add__(self, o):
        d = D('add')
        return 1
    def __eq__(self, o):
        d = D('eq')
        return True
    def __hash__(self):
        d = D('hash')
        return 1
    def __iter__(self):
        d = D('iter')
        return iter([])
    def __len__(self):
        d = D('len')
        return 1
    def __bool__(self):
        d = D('bool')
        return True
    def __contains__(self, x):
        d = D('contains')
        return True
    def __repr__(self):
        d = D('repr')
        return 'x'
c = C(D('init'))
c.m(D('m'))
c(D('call'))
with c:
    pass
c[0]
c.zz
c.p
c + 1
c == 1
hash(c)
for x in c: pass
len(c)
if c: pass
1 in c
repr(c)
print(f'{c!r}')
print('---')
class C:
    def __init__(self):
        d = D('inner')
def f():
    return C()
f()
C()
print('---')
def g():
    d = D('g')
    yield 1
    yield 2
for i in g(): pass
list(g())
x = g(); next(x)
del x
x = g(); next(x); x.close()
x = g(); next(x)
try: x.throw(ValueError)
except ValueError: pass
x = g(); next(x)
x = None
def f():
    x = g()
    next(x)
f()
def h():
    yield from g()
list(h())
x = h(); next(x); x.close()
x = h(); next(x)
del x
print('---')
def g(d):
    yield 1
x = g(D('unstarted'))
del x
x = g(D('closed'))
x.close()
def f():
    x = g(D('inf'))
f()
list(g(D('exh')))
a, = g(D('unpack'))
print('---')
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def f():
    x = g()
    next(x)
f()
x = g(); next(x)
del x
def outer():
    f()
outer()
x = g(); next(x)
try: x.close()
except RuntimeError as e: print(tb(e.__traceback__), e)
print('---')
class R:
    def __del__(self):
        raise ValueError('in del')
def f():
    r = R()
f()
def g(r):
    pass
g(R())
def outer():
    f()
    g(R())
outer()
r = R()
del r
print('---')
def f():
    return [D('c').name for i in range(2)]
f()
[x for x in [D('m')]]
def g():
    [x for x in [D('m2')]]
g()
{x: 1 for x in [D('m3')]}
print('---')
class C:
    d = D('attr')
    del d
    def f():
        d = D('infunc')
    f()
def f():
    class C:
        d = D('x')
f()
gc.collect()
print('---')
def f3():
    d = D('f3')
def f2():
    d = D('f2')
    f3()
def f1():
    d = D('f1')
    f2()
f1()
print('---')
def key(x):
    d = D('key%s' % x)
    return x
sorted([2, 1], key=key)
list(map(key, [1]))
max([1, 2], key=key)
import functools
functools.reduce(lambda a, b: D('lam') and 1, [1, 2])
functools.partial(key, 5)()
print('---')
fs = []
def f():
    d = D('kept')
    fs.append(sys._getframe())
f()
print(fs[0].f_lineno, fs[0].f_back and fs[0].f_back.f_lineno)
fs.clear()
def g():
    d = D('g')
    fs.append(sys._getframe())
    yield 1
x = g(); next(x)
fs.clear()
del x
def h():
    d = D('h')
    fr = sys._getframe()
h()
gc.collect()
def k():
    d = D('k')
    return sys._getframe()
k()
y = k().f_lineno
print('---')
def f():
    try:
        d = D('try')
        1/0
    except ZeroDivisionError as e:
        pass
f()
def g():
    d = D('inner')
    1/0
def h():
    try:
        g()
    except ZeroDivisionError as e:
        print('handled')
    print('after')
h()
try:
    g()
except ZeroDivisionError:
    print('handled')
print('end')
print('---')
class N: 
    def __del__(self): stack('N')
def f():
    n = N(); n.me = n
f()
gc.collect()
def g():
    gc.collect()
f(); g()
print('---')
def f():
    class Z:
        def __del__(self):
            print(sorted(locals()), sys._getframe(1).f_code.co_name, sorted(k for k in sys._getframe(1).f_locals if not k.startswith('__'))[:3])
    z = Z()
    q = 1
def outer():
    a = 1
    f()
outer()
print('---')
class P:
    def __init__(self): pass
    __del__ = lambda self: stack('lam')
def f():
    p = P()
f()
weakref.finalize(W(), stack, 'fin')
def f():
    w = W()
    weakref.finalize(w, cb, 1)
f()
def f():
    w = W()
    r = weakref.ref(w, lambda r: stack('lamcb'))
    del r
    p = [weakref.ref(w, cb)]
    h.append(p)
h = []
f()
print('---')
import traceback
class T:
    def __del__(self):
        print([(x.split(chr(10))[0]) for x in traceback.format_stack() if 'main.py' in x])
def f():
    t = T()
f()
def g(t): return 5
def h():
    return g(T())
h()
print('---')
def f():
    d = D('evl')
    exec('d2 = D("ex")')
    eval('D("ev")')
f()
exec('d = D("ex2")\ndel d')
exec('d = D("ns")', {'D': D})
eval('(lambda: D("lam"))()')
